"""Whether someone may write to every place that an import goes to, in each of its languages."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.importer.destination import home_for
from cms.importer.models import PendingImport
from cms.importer.pending import may_import


def refusals(pending: PendingImport, tags: Iterable[str], user: Any) -> Iterator[str]:
    """Say for each language into which this person may not import why, in a sentence.

    Args:
        tags: of the import's languages, the original first.
    """
    tags = list(tags)
    for tag in tags:
        if not _may_write(pending, tag, tags[0], user):
            yield _(
                "You may not write into this exhibit in this language: %(language)s. Ask somebody "
                "who may, or hand the manuscript in without it."
            ) % {"language": dict(settings.LANGUAGES).get(tag, tag)}


def _may_write(pending: PendingImport, tag: str, original: str, user: Any) -> bool:
    if pending.exhibit is not None and (there := _in_language(pending.exhibit, tag)):
        return may_import(user, there)
    home = home_for(original)
    if home is None:
        return False
    # Where the museum has no home in the language yet, a copy of the one there is will be made.
    beside = _in_language(home, tag) or home
    return beside.permissions_for_user(user).can_add_subpage()


def _in_language(page: Page, tag: str) -> Page | None:
    return page.get_translations(inclusive=True).filter(locale__language_code=tag).first()
