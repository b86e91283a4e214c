"""The pages of one language of an exhibit, as an exported manuscript tells them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wagtail.models import Page

from cms.exporter.blocks import PageReader, Shelf
from cms.exporter.links import Targets
from cms.exporter.words import in_one_line, said
from cms.importer.manuscript import blocks as outlined
from cms.importer.manuscript.page_cards import (
    BOOK,
    ExportedLink,
    ExportedPage,
    ExportedQuestion,
    PageCard,
    PageKind,
)
from exhibit.languages import html_tag
from exhibit.models import (
    ChapterPage,
    ExhibitPage,
    FaqPage,
    FurtherReadingPage,
    PlainPage,
    SourcesPage,
)
from exhibit.reading.contents import CONCLUSION, INTRODUCTION, NUMBERED

_KINDS: dict[type[Page], PageKind] = {
    ExhibitPage: "exhibit",
    FaqPage: "questions",
    SourcesPage: "sources",
    FurtherReadingPage: "further-reading",
    PlainPage: "plain",
}
_CHAPTER_KINDS: dict[str, PageKind] = {
    NUMBERED: "numbered",
    INTRODUCTION: "introduction",
    CONCLUSION: "conclusion",
}
# Words that links use for pages and views of their own; a page of that address is named longer.
_RESERVED = frozenset({"faq", "sources", "exhibit", "timeline", "map", "search", "people"})
_SIDE_TARGETS = {"questions": "faq", "sources": "sources"}


@dataclass(frozen=True)
class PageToExport:
    """A page as it is to be exported. ``number`` is there for numbered chapters alone."""

    page: Any
    kind: PageKind
    number: int | None = None

    @property
    def target(self) -> str:
        """Return what links of the manuscript call it, without the ``#``."""
        if self.number:
            return str(self.number)
        if self.kind == "exhibit":
            return "exhibit"
        slug = self.page.slug
        is_plain = slug not in _RESERVED and not slug.isdecimal()
        return _SIDE_TARGETS.get(self.kind) or (slug if is_plain else f"page:{slug}")


def numbered(pages: Sequence[Any]) -> list[PageToExport]:
    """Give each page its kind, and the numbered chapters their numbers."""
    number, found = 0, []
    for page in pages:
        kind = kind_of(page)
        number += kind == "numbered"
        found.append(PageToExport(page, kind, number if kind == "numbered" else None))
    return found


def kind_of(page: Any) -> PageKind:
    if isinstance(page, ChapterPage):
        return _CHAPTER_KINDS[page.kind]
    return _KINDS[type(page)]


@dataclass(frozen=True)
class Reader:
    """Reads one language. ``originals`` say by translation key what its pages translate."""

    shelf: Shelf
    targets: Targets
    language: str
    originals: Mapping[object, str]

    def pages(self, pages: Sequence[PageToExport]) -> Iterator[ExportedPage]:
        for each in pages:
            yield self._page(each)

    def _page(self, each: PageToExport) -> ExportedPage:
        page, kind = each.page, each.kind
        title = in_one_line(page.title)
        reader = PageReader(self.shelf, self.targets, self.language, title, _prefix(each))
        read = ExportedPage(title, self._card(each), each.number)
        match kind:
            case "questions":
                questions = tuple(_questions(page, reader))
                return replace(read, questions=questions)
            case "further-reading":
                return replace(read, links=tuple(self._links(page, title)))
            case "plain":
                return replace(read, blocks=reader.blocks(page.body))
            case "exhibit" | "sources":
                return read
        return replace(read, blocks=reader.blocks(page.body), facts=_facts(page, reader))

    def _card(self, each: PageToExport) -> PageCard:
        page = each.page
        lead = getattr(page, "lead_image", None)
        picture = self.shelf.media.image(lead)
        return PageCard(
            kind=each.kind,
            slug=page.slug,
            translates=self.originals.get(page.translation_key, ""),
            subtitle=in_one_line(getattr(page, "subtitle", "")),
            standfirst=said(getattr(page, "standfirst", "")),
            picture=picture,
            alt=_own(page, "lead_image_alt", lead and lead.alt),
            caption=_own(page, "lead_image_caption", lead and lead.caption),
            seo_title=in_one_line(page.seo_title),
            search_description=said(page.search_description),
            in_menus=page.show_in_menus,
        )

    def _links(self, page: FurtherReadingPage, title: str) -> Iterator[ExportedLink]:
        for child in page.external_links:
            value = child.value
            yield ExportedLink(
                in_one_line(value.get("title")),
                url=in_one_line(value.get("url")),
                description=said(value.get("description")),
                kind="" if value.get("url") else BOOK,
            )
        for child in page.internal_links:
            value = child.value
            yield ExportedLink(
                in_one_line(value.get("title")),
                page=self.targets.of(value.get("page"), wanted_by=title),
                view=value.get("view") or "",
                description=said(value.get("description")),
            )


def _prefix(each: PageToExport) -> str:
    """Return what the labels of a page's notes begin with: its number or its address."""
    slug = "".join(letter for letter in each.page.slug if letter not in ",;،[]^")
    if each.number:
        return str(each.number)
    return f"page-{slug}" if slug[:1].isdigit() else slug


def _questions(page: FaqPage, reader: PageReader) -> Iterator[ExportedQuestion]:
    for child in page.questions:
        value = child.value
        answer = reader.text(value.get("answer") or {})
        yield ExportedQuestion(
            in_one_line(value.get("question")),
            answer,
            reader.targets.of(value.get("chapter"), wanted_by=reader.title),
            str(child.id or ""),
        )


def _facts(page: ChapterPage, reader: PageReader) -> outlined.Facts:
    def keys(relation: str, name: str) -> tuple[str, ...]:
        return reader.keys(getattr(link, name) for link in getattr(page, relation).all())

    return outlined.Facts(
        places=keys("places", "place"),
        people=keys("people", "person"),
        terms=keys("terms", "term"),
        moments=keys("moments", "moment"),
    )


def _own(page: Any, name: str, of_library: str | None) -> str:
    """Return the words of a lead picture on its page; empty where the library's are the same."""
    own = said(getattr(page, name, ""))
    return "" if own == said(of_library) else own


def originals_of(pages: Sequence[PageToExport], tag: str, *, is_first: bool) -> dict[object, str]:
    """Return what later languages call the pages of this one: ``slug``, or ``ru/slug``."""
    return {
        each.page.translation_key: each.page.slug
        if is_first
        else f"{html_tag(tag)}/{each.page.slug}"
        for each in pages
    }
