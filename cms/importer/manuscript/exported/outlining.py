"""The pages of an exported manuscript as an outline like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    FigureBlock,
    GalleryBlock,
    Note,
    TableBlock,
    TextBlock,
    VideoBlock,
)
from cms.importer.manuscript.composing.special_html import special_html
from cms.importer.manuscript.element_html import figure_html, table_html
from cms.importer.manuscript.language import direction_of
from cms.importer.manuscript.outline import (
    ChapterOutline,
    ExternalLink,
    FaqOutline,
    Footnote,
    InternalLink,
    Outline,
    OutlineImage,
    SectionKind,
)
from cms.importer.manuscript.page_cards import CHAPTER_KINDS, ExportedPage
from cms.importer.manuscript.warning_log import WarningLog

from .reading import read_pages


def read_exported(text: str, *, language: str, log: WarningLog) -> Outline:
    """Return the outline of an exported manuscript's text, its front matter taken off."""
    pages = read_pages(text, log)
    exhibit, *others = pages
    story = [page for page in others if page.card.kind in CHAPTER_KINDS]
    chapters = [_chapter(page, place, story) for place, page in enumerate(story)]
    links = [link for page in others for link in page.links]
    return Outline(
        title=exhibit.title,
        subtitle=exhibit.card.subtitle,
        standfirst=escape(exhibit.card.standfirst, quote=False),
        language=language,
        direction=direction_of(language),
        introduction=_only(chapters, "introduction"),
        chapters=tuple(each for each in chapters if each.kind in {"chapter", "appendix"}),
        conclusion=_only(chapters, "conclusion"),
        faqs=tuple(_faqs(others)),
        faq_introduction="",
        external_links=tuple(
            ExternalLink(link.title, link.url, escape(link.description, quote=False))
            for link in links
            if link.leads_elsewhere
        ),
        internal_links=tuple(
            InternalLink(
                link.title, link.page or f"#{link.view}", escape(link.description, quote=False)
            )
            for link in links
            if not link.leads_elsewhere
        ),
        footnotes=tuple(_footnotes(pages)),
        images=tuple(
            OutlineImage(figure.src, figure.alt, figure.caption, page.title)
            for page in pages
            for figure in _figures(page)
        ),
        media_files=tuple(_media(pages)),
        warnings=log.warnings(),
        pages=pages,
    )


def _only(chapters: Sequence[ChapterOutline], kind: str) -> ChapterOutline | None:
    return next((chapter for chapter in chapters if chapter.kind == kind), None)


def _chapter(page: ExportedPage, place: int, story: Sequence[ExportedPage]) -> ChapterOutline:
    return ChapterOutline(
        page.title,
        page.card.slug,
        html_of_blocks(page.blocks),
        page.number,
        _kind(page, place, story),
        escape(page.card.standfirst, quote=False),
        page.line,
        page.blocks,
        page.facts,
        page.card,
    )


def _kind(page: ExportedPage, place: int, story: Sequence[ExportedPage]) -> SectionKind:
    """An outline has one introduction, first, and one conclusion, last; others stay in between."""
    kind = page.card.kind
    if kind == "introduction" and place == 0:
        return "introduction"
    if kind == "conclusion" and place == len(story) - 1:
        return "conclusion"
    return "chapter" if kind in {"numbered", "introduction"} else "appendix"


def _faqs(pages: Sequence[ExportedPage]) -> Iterator[FaqOutline]:
    for page in pages:
        for asked in page.questions:
            chapter = asked.chapter.removeprefix("#")
            number = int(chapter) if chapter.isdecimal() and len(chapter) < 5 else None
            yield FaqOutline(asked.question, asked.answer.html, number, (asked.answer,), page.line)


def html_of_blocks(blocks: Sequence[Block]) -> str:
    return "\n".join(filter(None, map(_html, blocks)))


def _html(block: Block) -> str:
    match block:
        case TextBlock():
            return block.html
        case FigureBlock():
            return figure_html(block.src, block.alt, block.caption)
        case TableBlock():
            return table_html(escape(block.caption, quote=False), block.header, block.rows)
        case _:
            return special_html(block) or getattr(block, "html", "")


def _footnotes(pages: Sequence[ExportedPage]) -> Iterator[Footnote]:
    number = 0
    for page in pages:
        texts = (*page.blocks, *(question.answer for question in page.questions))
        for note in dict.fromkeys(_notes(texts)):
            number += 1
            said = note.source_key, note.locator, note.remark
            html = escape(", ".join(filter(None, said)), quote=False)
            yield Footnote(number, note.key, html, *said, chapter=page.title)


def _notes(blocks: Sequence[Block]) -> Iterator[Note]:
    for block in blocks:
        if isinstance(block, TextBlock | TableBlock):
            yield from block.notes


def _figures(page: ExportedPage) -> Iterator[FigureBlock]:
    if page.card.picture:
        yield FigureBlock(page.card.picture, page.card.alt, page.card.caption)
    for block in page.blocks:
        if isinstance(block, FigureBlock):
            yield block
        elif isinstance(block, GalleryBlock):
            yield from block.figures


def _media(pages: Sequence[ExportedPage]) -> Iterator[tuple[str, str]]:
    for page in pages:
        yield from ((figure.src, page.title) for figure in _figures(page))
        for block in page.blocks:
            if isinstance(block, AudioBlock | VideoBlock):
                yield block.file, page.title
