"""What keeps a draft from being published, in words. Wagtail's publishing itself checks nothing."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import BoundBlock, StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page


def problems_of(page: Page, user) -> list[str]:
    """Return what the page's own form would refuse on publishing; empty when it would not.

    ``page`` is the draft as it would be published (``get_latest_revision_as_object``).
    """
    lock = page.get_lock()
    problems = [str(lock.get_message(user))] if lock and lock.for_user(user) else []
    problems += _refusals(page)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            body = field.value_from_object(page)
            try:
                field.stream_block.clean(body)
            except ValidationError as error:
                label = capfirst(field.verbose_name)
                problems += [f"{label}, {words}" for words in _in_words(error, body, ())]
    return problems


def _refusals(page: Page) -> list[str]:
    try:
        page.full_clean()
    except ValidationError as error:
        return [
            f"{capfirst(page._meta.get_field(name).verbose_name)}: {message}"
            if name != "__all__"
            else message
            for name, messages in error.message_dict.items()
            for message in messages
        ]
    return []


def _in_words(error: ValidationError, value: Any, place: tuple[str, ...]) -> Iterator[str]:
    """Yield every message of a block's error behind the labels that lead to it."""
    if not hasattr(error, "block_errors"):
        own = error.messages
    else:
        own = [message for one in error.non_block_errors.as_data() for message in one.messages]
        for key, inner in error.block_errors.items():
            bound, label = _inside(value, key)
            yield from _in_words(inner, bound.value, (*place, label))
    for message in own:
        yield ": ".join([", ".join(place), message] if place else [message])


def _inside(value: Any, key: int | str) -> tuple[BoundBlock, str]:
    if isinstance(value, StreamValue):
        label = _("block %(number)s") % {"number": int(key) + 1}
        return value[key], f"{label}, {value[key].block.label}"
    bound = value.bound_blocks[key]
    if isinstance(key, int):
        return bound, str(key + 1)
    return bound, str(bound.block.label)
