"""Importing again: what a newer manuscript would change in the pages that are there.

``look_again`` only looks. ``drafts.write_drafts(…, into=, choices=)`` writes: a choice is keyed by
the page's id, since the page stays the same however the document is arranged.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.importer import weighing
from cms.importer.bodies import Desk
from cms.importer.comparing.differences import Comparison, Paragraph, differences
from cms.importer.comparing.passages import passages_of
from cms.importer.exhibits import exhibit_in
from cms.importer.exported.language import language_of
from cms.importer.finding import Finding, Origin, is_deleted, origin_of, origins_in_exhibit
from cms.importer.language import EXHIBIT, Language
from cms.importer.manuscript.outline import Outline
from cms.importer.names import LibraryNames
from cms.importer.page_text import PageText
from cms.importer.paper import PaperFacts, PaperLibrary, PaperSources, StandIns
from cms.importer.standing import Standing, StandingPage, standing_in
from cms.importer.wanted import PageKind, WantedPage
from cms.importer.weighing import Choice
from exhibit.models import ExhibitPage

PageState = Literal["new", "same", "manuscript_changed", "page_changed", "both_changed", "gone"]


@dataclass(frozen=True)
class PageAgain:
    """One page: as it is, and as the manuscript would have it.

    ``page_id`` is None for a page that is not there yet. ``section`` is the slug of the outline's
    section that becomes the page, empty for pages beside the chapters and for what is gone.
    ``page_title`` is the title that is there, ``title`` the manuscript's. ``offers`` are the
    choices that there are, none where there is nothing to choose; ``default`` is one of them, or
    "take" for a new page and "keep" otherwise. ``remarks`` are sentences: a page deleted by hand,
    a chapter split or merged. ``is_flagged`` asks for a decision: both sides changed.
    """

    page_id: int | None
    kind: PageKind
    section: str
    title: str
    page_title: str
    state: PageState
    offers: tuple[Choice, ...] = ()
    remarks: tuple[str, ...] = ()
    is_published: bool = False
    old: tuple[Paragraph, ...] = ()
    new: tuple[Paragraph, ...] = ()

    @property
    def default(self) -> Choice:
        return weighing.default_choice(self.state) if self.offers else self._without_choice

    @property
    def is_flagged(self) -> bool:
        return self.state == "both_changed"

    @cached_property
    def comparison(self) -> Comparison:
        """What is there on the left, what "take" would make of it on the right; made when asked.

        Empty for a page that is new, the same or gone.
        """
        return differences(self.old, self.new)

    @property
    def _without_choice(self) -> Choice:
        return "take" if self.state == "new" else "keep"


@dataclass(frozen=True)
class Again:
    """A newer manuscript in one language, against the exhibit in that language.

    ``pages`` stand in the order of the manuscript, the exhibit itself first; ``gone`` were
    imported once, are not in it any more, and are left alone.
    """

    pages: tuple[PageAgain, ...]
    gone: tuple[PageAgain, ...] = ()
    remarks: tuple[str, ...] = ()

    def of_section(self, slug: str) -> PageAgain | None:
        return next((page for page in self.pages if slug and page.section == slug), None)

    @property
    def beside(self) -> tuple[PageAgain, ...]:
        """The exhibit's own words, questions, further reading: pages that are no section."""
        return tuple(page for page in self.pages if not page.section)


def look_again(bundle, outlines: Mapping[str, Outline], *, into: ExhibitPage) -> dict[str, Again]:
    """Compare outlines by language tag with an exhibit; writes nothing.

    A fixed number of queries for each language, see ``standing_in``.
    """
    first, *_others = outlines
    origins: Mapping[str, Origin] = {}
    looks = {}
    for tag, outline in outlines.items():
        locale = Locale.objects.get(language_code=tag)
        language = language_of(bundle, outline, locale, None if tag == first else outlines[first])
        exhibit = exhibit_in(language, into)
        is_translation = tag != first or into.locale_id != locale.pk
        if tag != first:
            theirs = language.origins(origins)
        elif is_translation:
            beside = language.beside(is_translation=True)
            theirs = origins_in_exhibit(outline, beside, standing_in(into))
        else:
            theirs = {}
        standing = standing_in(exhibit) if exhibit else None
        finding = language.find(standing, theirs, is_translation=is_translation)
        if tag == first:
            origins = {key: origin_of(page) for key, page in finding.found.items()}
        looks[tag] = _Look(language, standing, finding).again()
    return looks


@dataclass(frozen=True)
class _Look:
    """One language while it is looked at."""

    language: Language
    standing: Standing | None
    finding: Finding

    def again(self) -> Again:
        stand_ins = StandIns()
        names = LibraryNames(stand_ins)
        pages = tuple(self._page(wanted, text, names) for wanted, text in self._texts(stand_ins))
        return Again(pages, tuple(self._gone()), tuple(self._remarks()))

    @property
    def _there(self) -> Mapping[str, StandingPage]:
        there = dict(self.finding.found)
        return there | ({EXHIBIT: self.standing.exhibit} if self.standing else {})

    def _texts(self, stand_ins: StandIns) -> Iterator[tuple[WantedPage, PageText]]:
        bundle, locale = self.language.bundle, self.language.locale
        sources = PaperSources(bundle.data, stand_ins)
        facts = PaperFacts(bundle.data, locale, stand_ins)
        library = PaperLibrary(bundle, stand_ins)
        there = self._there
        for wanted in self.finding.wanted:
            if wanted.key not in there:
                stand_ins.make(f"new:page/{wanted.key}", wanted.title)
        return self.language.texts(
            self.finding,
            ids={
                each.key: there[each.key].pk if each.key in there else f"new:page/{each.key}"
                for each in self.finding.wanted
            },
            slugs={EXHIBIT: ""}
            | {each.key: each.slug for each in self.finding.wanted}
            | {key: page.slug for key, page in there.items()},
            desk_of=lambda pages: Desk(sources, facts, library, pages),
        )

    def _page(self, wanted: WantedPage, text: PageText, names: LibraryNames) -> PageAgain:
        section = wanted.section.slug if wanted.section else ""
        title = text.values.get("title") or wanted.title
        page = self._there.get(wanted.key)
        if page is None:
            remarks = tuple(self._remarks_on_new(wanted))
            return PageAgain(None, wanted.kind, section, title, "", "new", remarks=remarks)
        verdict = weighing.verdict_on(text, page)
        taken = weighing.taken(text, verdict)
        return PageAgain(
            page_id=page.pk,
            kind=wanted.kind,
            section=section,
            title=title,
            page_title=page.title,
            state=verdict.state,
            offers=weighing.offers(wanted.kind, verdict.state, page),
            remarks=tuple(_remarks_on(page, verdict.state)),
            is_published=page.is_published,
            old=passages_of(page.content, names, settings=taken) if taken else (),
            new=passages_of({**page.content, **taken}, names, settings=taken) if taken else (),
        )

    def _remarks_on_new(self, wanted: WantedPage) -> Iterator[str]:
        if is_deleted(wanted, self.standing):
            yield _("A page for this was imported before and deleted since; it would be made anew.")
        if other := self.finding.matching.split_from.get(wanted.key):
            title = next(page.title for page in self.standing.chapters if str(page.pk) == other)
            yield _("Most of this text stands in the page “%(title)s” so far.") % {"title": title}

    def _gone(self) -> Iterator[PageAgain]:
        titles = {each.key: each.title for each in self.finding.wanted}
        for page in self.finding.gone:
            key = self.finding.matching.merged_into.get(str(page.pk))
            remarks = (
                (_("Most of its text is now in “%(title)s”.") % {"title": titles[key]},)
                if key
                else ()
            )
            yield PageAgain(
                page.pk, "chapter", "", page.title, page.title, "gone",
                remarks=remarks, is_published=page.is_published,
            )  # fmt: skip

    def _remarks(self) -> Iterator[str]:
        """Say that the chapters stand in another order than in the manuscript, if they do."""
        if self.standing is None:
            return
        places = {page.pk: place for place, page in enumerate(self.standing.chapters)}
        found = self.finding.found
        there = [found[each.key].pk for each in self.finding.chapters if each.key in found]
        if [places[pk] for pk in there] != sorted(places[pk] for pk in there):
            yield _(
                "The manuscript has the chapters in another order. An import moves no page: "
                "visitors would see it at once. To follow the manuscript, drag them into its "
                "order in the exhibit’s list of pages."
            )


def _remarks_on(page: StandingPage, state: PageState) -> Iterator[str]:
    if state == "same":
        return
    if page.is_locked:
        yield _("The page is locked, so it stays as it is.")
    if page.record is None:
        yield _("No import wrote this page, so nothing tells which of the two texts is the newer.")
