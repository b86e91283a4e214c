"""One language of an import: its pages and their texts, for who writes and for who only looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from wagtail.models import Locale

from cms.importer.addresses import question_ids
from cms.importer.contents import Contents
from cms.importer.finding import Finding, Origin, find, origins_in_outline, targets
from cms.importer.library import Files
from cms.importer.manuscript.outline import ChapterOutline, Outline
from cms.importer.page_text import PageText
from cms.importer.standing import Standing
from cms.importer.wanted import (
    WantedPage,
    counterparts,
    places_of,
    plain_pages,
    sections_of,
    side_pages,
)
from exhibit.models import ExhibitPage

EXHIBIT = "exhibit"


@dataclass(frozen=True)
class Language:
    """``original`` is the outline that this one translates, if the bundle has it."""

    bundle: Files
    outline: Outline
    locale: Locale
    original: Outline | None = None

    @property
    def tag(self) -> str:
        return self.locale.language_code

    @property
    def exhibit_slug(self) -> str:
        """The exhibit's address in this language alone; empty for its first language's."""
        return ""

    def beside(self, *, is_translation: bool) -> list[WantedPage]:
        """Return the pages beside the chapters; plain pages are in the first language alone."""
        with translation.override(self.tag):
            told = [] if is_translation else self.bundle.settings.get("page", [])
            beside = side_pages(self.outline, has_sources=bool(self.bundle.data.get("sources")))
            return [*beside, *plain_pages(told)]

    def find(
        self, standing: Standing | None, origins: Mapping[str, Origin], *, is_translation: bool
    ) -> Finding:
        return find(self.outline, self.beside(is_translation=is_translation), standing, origins)

    def origins(self, pages: Mapping[str, Origin]) -> dict[str, Origin]:
        """Return what this outline's pages translate, given the pages of the original's."""
        return origins_in_outline(self.outline, self.original, pages)

    def texts(
        self,
        finding: Finding,
        *,
        ids: Mapping[str, int | str],
        slugs: Mapping[str, str],
        desk_of: Any,
    ) -> Iterator[tuple[WantedPage, PageText]]:
        """Yield each page with what it is to hold, the exhibit first.

        Args:
            ids, slugs: of every page, by the wanted page's key.
            desk_of: makes the desk, given the ids by what links call them.

        Raises:
            BundleProblem: in a sentence, for what the bundle lacks.
        """
        contents = Contents(
            self.bundle, self.outline, self.tag, desk_of(targets(finding.chapters, ids)),
            self._originals(),
        )  # fmt: skip
        exhibit = WantedPage(EXHIBIT, "exhibit", ExhibitPage, contents.title, slugs[EXHIBIT])
        yield exhibit, contents.exhibit()
        for wanted in finding.wanted:
            yield wanted, self._text(wanted, contents, finding, slugs)

    def _text(
        self, wanted: WantedPage, contents: Contents, finding: Finding, slugs: Mapping[str, str]
    ) -> PageText:
        match wanted.kind:
            case "chapter":
                return contents.chapter(wanted.section, slug=slugs[wanted.key])
            case "questions":
                page = finding.found.get(wanted.key)
                there = page.content.get("questions") if page else None
                faqs = self.outline.faqs
                return contents.questions(question_ids(faqs, there, exhibit_slug=slugs[EXHIBIT]))
            case "further_reading":
                return contents.further_reading(slugs[EXHIBIT])
            case "plain":
                return contents.plain_page(wanted, exhibit_slug=slugs[EXHIBIT])
        # The list of sources makes itself from the notes.
        return PageText()

    def _originals(self) -> Mapping[str, ChapterOutline] | None:
        """Return by slug the section of the original that each section translates."""
        if self.original is None:
            return None
        by_key = {f"chapter/{each.slug}": each for each in sections_of(self.original)}
        pairs = counterparts(places_of(self.outline), places_of(self.original))
        return {key.removeprefix("chapter/"): by_key[other] for key, other in pairs.items()}
