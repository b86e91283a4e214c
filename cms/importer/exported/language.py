"""One language of an exported bundle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page

from cms.importer.comparing.matching import Matching
from cms.importer.exported.contents import ExportedContents
from cms.importer.exported.targets import targets_of
from cms.importer.finding import Finding, Origin, find
from cms.importer.language import EXHIBIT, Language
from cms.importer.library import Files
from cms.importer.manuscript.outline import Outline
from cms.importer.manuscript.page_cards import CHAPTER_KINDS, ExportedPage
from cms.importer.page_text import PageText
from cms.importer.standing import Standing, StandingPage
from cms.importer.wanted import PageKind, WantedPage, sections_of
from exhibit.models import (
    ChapterPage,
    ExhibitPage,
    FaqPage,
    FurtherReadingPage,
    PlainPage,
    SourcesPage,
)

_SIDE_PAGES: dict[str, tuple[PageKind, type[Page]]] = {
    "questions": ("questions", FaqPage),
    "sources": ("sources", SourcesPage),
    "further-reading": ("further_reading", FurtherReadingPage),
    "plain": ("plain", PlainPage),
}


def language_of(
    bundle: Files, outline: Outline, locale: Locale, original: Outline | None
) -> Language:
    """Return a language of a bundle, read to the letter if Enfilade exported it."""
    kind = ExportedLanguage if outline.pages else Language
    return kind(bundle, outline, locale, original)


@dataclass(frozen=True)
class ExportedLanguage(Language):
    """Has the pages that were exported, in their order and under their addresses."""

    @property
    def exhibit_slug(self) -> str:
        return self.outline.pages[0].card.slug

    def wanted(self) -> list[WantedPage]:
        """Return the pages in order; chapters that a curator added in the review come last."""
        sections = {section.slug: section for section in sections_of(self.outline)}
        wanted = []
        for page in self.outline.pages[1:]:
            if page.card.kind not in CHAPTER_KINDS:
                wanted.append(_beside(page))
            elif section := sections.pop(page.card.slug, None):
                wanted.append(_chapter(section))
        return [*wanted, *map(_chapter, sections.values())]

    def beside(self, *, is_translation: bool) -> list[WantedPage]:
        return [each for each in self.wanted() if each.kind != "chapter"]

    def find(
        self, standing: Standing | None, origins: Mapping[str, Origin], *, is_translation: bool
    ) -> Finding:
        """Find pages by their addresses, and chapters that have none there by their words."""
        wanted = tuple(self.wanted())
        if standing is None:
            return Finding(wanted, {}, Matching({}), origins)
        likely = find(self.outline, self.beside(is_translation=is_translation), standing, origins)
        by_address = {(page.model, page.slug): page for page in standing.pages}
        found: dict[str, StandingPage] = {
            each.key: by_address[each.model, each.slug]
            for each in wanted
            if (each.model, each.slug) in by_address
        }
        taken = {page.pk for page in found.values()}
        found |= {
            key: page
            for key, page in likely.found.items()
            if key not in found and page.pk not in taken and key in {each.key for each in wanted}
        }
        taken = {page.pk for page in found.values()}
        gone = tuple(page for page in standing.chapters if page.record and page.pk not in taken)
        return Finding(wanted, found, likely.matching, origins, gone)

    def origins(self, pages: Mapping[str, Origin]) -> dict[str, Origin]:
        """Return what the cards say that each page translates.

        Args:
            pages: by key; those of languages after the first as ``ru:chapter/…``.
        """
        by_address: dict[str, Origin] = {}
        for key, origin in pages.items():
            tag, colon, _ = key.partition(":")
            by_address[f"{tag.lower()}/{origin.slug}" if colon else origin.slug] = origin
        cards = {page.card.slug: page.card for page in self.outline.pages[1:]}
        found = {}
        for each in self.wanted():
            card = cards.get(each.slug)
            tag, slash, slug = card.translates.rpartition("/") if card else ("", "", "")
            if origin := by_address.get(f"{tag.lower()}{slash}{slug}"):
                found[each.key] = origin
        return found

    def texts(
        self,
        finding: Finding,
        *,
        ids: Mapping[str, int | str],
        slugs: Mapping[str, str],
        desk_of: Any,
    ) -> Iterator[tuple[WantedPage, PageText]]:
        desk = desk_of(targets_of(self.outline, finding.wanted, ids))
        contents = ExportedContents(self.bundle.settings, self.outline, self.tag, desk)
        exhibit = self.outline.pages[0]
        title = self.outline.title or exhibit.title
        yield (
            WantedPage(EXHIBIT, "exhibit", ExhibitPage, title, slugs[EXHIBIT]),
            contents.exhibit(title),
        )
        for wanted in finding.wanted:
            yield wanted, contents.of(wanted)


def _beside(page: ExportedPage) -> WantedPage:
    kind, model = _SIDE_PAGES[page.card.kind]
    key = f"plain/{page.card.slug}" if kind == "plain" else kind
    return WantedPage(key, kind, model, page.title, page.card.slug, told=page, keeps_slug=True)


def _chapter(section) -> WantedPage:
    return WantedPage(
        f"chapter/{section.slug}",
        "chapter",
        ChapterPage,
        section.title,
        section.slug,
        section=section,
        keeps_slug=section.card is not None,
    )
