"""Write a bundle's outlines as drafts: all of them, in one transaction, or none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Collection, Locale, Page

from cms.importer import facts, pages
from cms.importer.facts import BundleProblem
from cms.importer.library import Files, Library
from cms.importer.manuscript.outline import Outline
from exhibit.models import ExhibitPage, MuseumHomePage


class Bundle(Files):
    """What an import needs of a bundle: its media, its data, and exhibit.toml as ``settings``."""

    settings: Mapping[str, Any]


@dataclass
class Outcome:
    """What an import wrote: the exhibit in its first language, and pages by what became of them."""

    exhibit: ExhibitPage
    created: list[Page] = field(default_factory=list)
    updated: list[Page] = field(default_factory=list)
    unchanged: list[Page] = field(default_factory=list)

    @property
    def written(self) -> int:
        return len(self.created) + len(self.updated) + len(self.unchanged)


# Called with how many pages are done, how many there are, and the title of the last.
Progress = Callable[[int, int, str], None]


def write_drafts(
    bundle: Bundle,
    outlines: Mapping[str, Outline],
    *,
    home: MuseumHomePage,
    into: ExhibitPage | None = None,
    user: Any = None,
    on_saved: Progress = lambda done, total, title: None,
    keep_files: bool = True,
) -> Outcome:
    """Write one draft per page in every language, and publish nothing.

    Pages that are there already (same slug below the same exhibit) get a new draft revision when
    the manuscript differs from their latest, so importing twice changes nothing.

    Args:
        outlines: by language tag; the first is the language that others translate.
        into: an exhibit to write into; without it a new one is made from the first outline.
        keep_files: False for a dry run, whose caller undoes the transaction.

    Raises:
        BundleProblem: in a sentence for a curator; nothing has been written.
    """
    library = Library(bundle, Collection.get_first_root_node())
    try:
        with transaction.atomic():
            outcome = _write(bundle, outlines, home, into, user, on_saved, library)
    except BaseException as error:
        library.discard_files()
        if isinstance(error, ValidationError):
            raise BundleProblem(" ".join(error.messages)) from error
        raise
    if not keep_files:
        library.discard_files()
    return outcome


def _write(bundle, outlines, home, into, user, on_saved, library) -> Outcome:
    sources = facts.write_sources(bundle.data)
    total = sum(_pages_of(outline) for outline in outlines.values())
    total += len(bundle.settings.get("page", []))
    first, *others = outlines
    outcome: Outcome | None = None
    for tag in (first, *others):
        locale = Locale.objects.get(language_code=tag)
        is_first = tag == first
        writer = pages.Writer(
            bundle=bundle,
            outline=outlines[tag],
            locale=locale,
            sources=sources,
            facts=facts.write_facts(bundle.data, locale, first_language=first),
            library=library,
            user=user,
            original=None if is_first else outlines[first],
        )
        translated = None if is_first else outcome.exhibit
        exhibit = writer.exhibit(home, translation_of=translated, into=into if is_first else None)
        outcome = outcome or Outcome(exhibit)
        for page, state in writer.write_all(exhibit, translation_of=translated):
            getattr(outcome, state).append(page)
            on_saved(outcome.written, total, page.title)
    return outcome


def _pages_of(outline: Outline) -> int:
    """Count the pages an outline becomes: the exhibit, its chapters, and three beside them."""
    return 1 + len(pages.sections_of(outline)) + 3
