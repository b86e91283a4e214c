"""Save what a page should hold as a draft, and remember what an import wrote there."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import Page

from cms.importer.comparing.canonical import canonical, digest_of
from cms.importer.facts import BundleProblem


def save_draft(model: type[Page], page_id: int, values: Mapping[str, Any], *, user: Any) -> Page:
    """Put values into a new draft revision of a page, on top of its latest.

    Args:
        values: by field as a revision keeps them: ids, blocks as a list, relations as dictionaries.

    Raises:
        BundleProblem: naming the page and the field, for what a curator could not have saved.
    """
    # Read anew: pages made since may have moved it along in the tree.
    page = model.objects.get(pk=page_id)
    is_new = not page.latest_revision_id
    draft = page if is_new else page.get_latest_revision_as_object()
    for name, value in values.items():
        _set(draft, name, value)
    _check(draft)
    if is_new:
        draft.save()
    draft.save_revision(user=user, log_action=True)
    return draft


def held_by(draft: Page, names: Mapping[str, Any]) -> dict[str, str]:
    """Return digests of what a draft that was just saved holds in these fields."""
    content = draft.latest_revision.content
    return {name: digest_of(canonical(name, content.get(name))) for name in names}


def _set(draft: Page, name: str, value: Any) -> None:
    field = draft._meta.get_field(name)
    if field.one_to_many:
        related = field.related_model
        value = [
            related(
                **{related._meta.get_field(key).attname: part for key, part in item.items()},
                sort_order=place,
            )
            for place, item in enumerate(value)
        ]
        setattr(draft, name, value)
    else:
        setattr(draft, field.attname, value)


def _check(draft: Page) -> None:
    """Refuse a page that a curator could not have saved, naming it and the field."""
    try:
        draft.full_clean()
    except ValidationError as error:
        problems = " ".join(
            f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
        )
        raise BundleProblem(f"“{draft.title[:80]}” cannot be kept. {problems}") from error
