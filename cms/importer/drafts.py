"""Write a bundle's outlines as drafts: all of them, in one transaction, or none."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Collection, Locale, Page

from cms.importer import facts
from cms.importer.bodies import Desk
from cms.importer.exhibits import exhibit_for
from cms.importer.exported.language import language_of
from cms.importer.facts import BundleProblem
from cms.importer.finding import Origin
from cms.importer.library import Files, Library
from cms.importer.manuscript.outline import Outline
from cms.importer.models import PendingImport
from cms.importer.pages import Place, Writer, Written, prepare
from cms.importer.standing import StandingPage
from cms.importer.wanted import sections_of
from cms.importer.weighing import Choice
from exhibit.models import ExhibitPage, MuseumHomePage


class Bundle(Files):
    """What an import needs of a bundle: its media, its data, and exhibit.toml as ``settings``."""

    settings: Mapping[str, Any]


@dataclass
class Outcome:
    """What an import wrote: the exhibit in its first language, and pages by what became of them.

    ``kept`` are pages that differ from the manuscript and were left as they are, each with its
    state; ``gone`` are chapters of an earlier import that the manuscript does not have.
    """

    exhibit: ExhibitPage
    created: list[Page] = field(default_factory=list)
    updated: list[Page] = field(default_factory=list)
    unchanged: list[StandingPage] = field(default_factory=list)
    kept: list[Written] = field(default_factory=list)
    gone: list[StandingPage] = field(default_factory=list)

    @property
    def written(self) -> int:
        """How many pages are done, whatever became of them."""
        return sum(map(len, (self.created, self.updated, self.unchanged, self.kept)))

    def add(self, written: Written) -> None:
        if written.result == "kept":
            self.kept.append(written)
        else:
            getattr(self, written.result).append(written.page)


# Called with how many pages are done, how many there are, and the title of the last.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Wishes:
    """Who imports, and what is to become of pages that are there.

    ``choices`` by page id; ``when_changed`` for pages changed on both sides that are not in them.
    """

    user: Any = None
    choices: Mapping[int, Choice] = field(default_factory=dict)
    when_changed: Choice = "keep"
    pending_import: PendingImport | None = None


def write_drafts(
    bundle: Bundle,
    outlines: Mapping[str, Outline],
    *,
    home: MuseumHomePage,
    into: ExhibitPage | None = None,
    user: Any = None,
    choices: Mapping[int, Choice] | None = None,
    when_changed: Choice = "keep",
    pending_import: PendingImport | None = None,
    on_saved: Progress = lambda done, total, title: None,
    keep_files: bool = True,
) -> Outcome:
    """Write one draft per page in every language, and publish nothing.

    Pages that are there already (see ``again``) get a new draft revision where the manuscript
    changed and nobody worked on them since, so importing twice changes nothing.

    Args:
        outlines: by language tag; the first is the language that others translate.
        into: an exhibit to write into, in any of its languages; without it a new one is made.
        choices: what becomes of pages that are there, by their id.
        when_changed: the choice for pages changed on both sides that ``choices`` does not name.
        pending_import: is remembered as what wrote the pages.
        keep_files: False for a dry run, whose caller undoes the transaction.

    Raises:
        BundleProblem: in a sentence for a curator; nothing has been written.
    """
    wishes = Wishes(user, choices or {}, when_changed, pending_import)
    library = Library(bundle, Collection.get_first_root_node())
    try:
        with transaction.atomic():
            outcome = _write(bundle, outlines, home, into, wishes, on_saved, library)
    except BaseException as error:
        library.discard_files()
        if isinstance(error, ValidationError):
            raise BundleProblem(" ".join(error.messages)) from error
        raise
    if not keep_files:
        library.discard_files()
    return outcome


def _write(bundle, outlines, home, into, wishes: Wishes, on_saved, library) -> Outcome:
    total = sum(_pages_of(outline) for outline in outlines.values())
    total += len(bundle.settings.get("page", []))
    outcome: Outcome | None = None
    for place, written in _places(bundle, outlines, home, into, wishes, library):
        outcome = outcome or Outcome(place.exhibit)
        outcome.gone += place.finding.gone
        for each in written:
            outcome.add(each)
            on_saved(outcome.written, total, each.page.title)
    # As it is now: its own draft was saved with the others.
    outcome.exhibit.refresh_from_db()
    return outcome


def _places(
    bundle, outlines, home, into, wishes: Wishes, library
) -> Iterator[tuple[Place, Iterator[Written]]]:
    """Prepare one language after the other, each when the one before is written."""
    sources = facts.write_sources(bundle.data)
    facts.write_themes(bundle.data)
    first, *_others = outlines
    tags = dict.fromkeys([*outlines, *sorted(facts.languages_in(bundle.data))])
    locales = {each.language_code: each for each in Locale.objects.filter(language_code__in=tags)}
    facts_by_tag = {
        tag: facts.write_facts(bundle.data, locales[tag], first_language=first)
        for tag in tags
        if tag in locales
    }
    original: ExhibitPage | None = None
    origins: Mapping[str, Origin] = {}
    for tag, outline in outlines.items():
        locale = locales[tag]
        is_first = tag == first
        language = language_of(bundle, outline, locale, None if is_first else outlines[first])
        goal = exhibit_for(language, home, into=into, original=original)
        place = prepare(
            language,
            goal.exhibit,
            is_new=goal.is_new,
            origins=goal.origins if is_first else language.origins(origins),
            is_translation=goal.is_translation,
        )
        if is_first:
            original, origins = goal.exhibit, place.origins
        else:  # a page that the first language lacks can be translated too
            origins = {f"{tag}:{key}": page for key, page in place.origins.items()} | origins
        writer = Writer(
            language,
            lambda pages, known=facts_by_tag[tag]: Desk(sources, known, library, pages),
            wishes.user,
            wishes.choices,
            wishes.when_changed,
            wishes.pending_import,
        )
        yield place, writer.write(place)


def _pages_of(outline: Outline) -> int:
    """Count the pages an outline becomes: the exhibit, its chapters, and three beside them."""
    return len(outline.pages) or 1 + len(sections_of(outline)) + 3
