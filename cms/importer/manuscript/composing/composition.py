"""A section's elements as final html and as the importer's blocks, made side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import escape

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    Facts,
    FigureBlock,
    GalleryBlock,
    QuotationBlock,
    TableBlock,
    TextBlock,
    VideoBlock,
)
from cms.importer.manuscript.element_html import (
    element_html,
    elements_html,
    figure_html,
    table_html,
)
from cms.importer.manuscript.elements import (
    NOTE_END,
    NOTE_START,
    Directive,
    Element,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.sanitise import clean_html
from cms.importer.manuscript.structure.front import take_standfirst
from cms.importer.manuscript.warning_log import WarningLog

from .directive_blocks import block_of, facts_of, unknown_words
from .quotations import Attribution, read_attribution
from .special_html import special_html

_MARKS = re.compile(f"{NOTE_START}[0-9]+{NOTE_END}")
_TABLE_CAPTION = re.compile(
    r"(?:Table|Таблица|جدول)\s{0,3}(?P<number>[0-9۰-۹]{0,3})\s{0,2}[.:–—-]\s{0,4}(?=\S)",
    re.IGNORECASE,
)


@dataclass
class Composition:
    """``media`` are the paths of pictures and recordings named, in order."""

    html: str = ""
    standfirst: str = ""
    blocks: list[Block] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
    pictures: list[Picture] = field(default_factory=list)
    media: list[str] = field(default_factory=list)


class Composer:
    """Composes sections in document order, which is the order notes are numbered in."""

    def __init__(self, notes: NoteBook, log: WarningLog) -> None:
        self._notes = notes
        self._log = log

    def compose(
        self, elements: list[Element], *, place: str, level: int, has_standfirst: bool = True
    ) -> Composition:
        """Compose one section. ``place`` names it; ``level`` is that of its heading."""
        self._made, self._place, self._level = Composition(), place, level
        self._html: list[str] = []
        self._prose: list[str] = []
        elements = _with_table_captions(elements)
        if has_standfirst and (standfirst := take_standfirst(elements)):
            self._made.standfirst = standfirst
            self._html.append(f"<p><em>{standfirst}</em></p>")
        for element in elements:
            self._add(element)
        self._close_prose()
        self._made.html = "\n".join(self._html)
        return self._made

    def _add(self, element: Element) -> None:
        match element:
            case Picture():
                self._made.pictures.append(element)
                self._made.media.append(element.src)
                figure = FigureBlock(element.src, element.alt, element.caption)
                self._add_block(figure, figure_html(element.src, element.alt, element.caption))
            case Table() | _CaptionedTable():
                self._add_table(element)
            case Quote() if attribution := read_attribution(element, _MARKS):
                self._add_quotation(attribution)
            case Directive():
                self._add_directive(element)
            case _:
                self._prose.append(clean_html(element_html(element, section_level=self._level)))
                self._keep_nested(element)

    def _close_prose(self) -> None:
        if not self._prose:
            return
        html = "\n".join(self._prose)
        self._prose = []
        self._html.append(self._notes.number_in_document(html, self._place))
        (shown,), notes = self._notes.number_in_block([html], self._place)
        self._made.blocks.append(TextBlock(shown, notes))

    def _add_block(self, block: Block, html: str) -> None:
        self._close_prose()
        self._html.append(clean_html(html))
        self._made.blocks.append(block)

    def _add_table(self, table: Table | _CaptionedTable) -> None:
        self._close_prose()
        caption = ""
        if isinstance(table, _CaptionedTable):
            caption, table = table.caption, table.table
        cells = [clean_html(cell) for row in (table.header, *table.rows) for cell in row]
        width = [len(row) for row in (table.header, *table.rows)]
        html = clean_html(table_html(clean_html(caption), table.header, table.rows))
        self._html.append(self._notes.number_in_document(html, self._place))
        (title, *shown), notes = self._notes.number_in_block(
            [clean_html(caption), *cells], self._place
        )
        header, *rows = _rows(shown, width)
        self._made.blocks.append(TableBlock(html_to_text(title), header, tuple(rows), notes))

    def _add_quotation(self, said: Attribution) -> None:
        self._close_prose()
        html = clean_html(elements_html(said.words, section_level=self._level))
        if said.marks:
            html = _before_last_tag(html, said.marks)
        (shown,), notes = self._notes.number_in_block([html], self._place)
        by = " ".join(filter(None, (said.speaker + ("," if said.source else ""), said.source)))
        self._html.append(
            f"<blockquote>{self._notes.number_in_document(html, self._place)}"
            f"<p>— {escape(by, quote=False)}</p></blockquote>"
        )
        text = html_to_text(shown.replace("</p>", "</p>\n")).strip()
        self._made.blocks.append(QuotationBlock(shown, text, said.speaker, said.source, notes))

    def _add_directive(self, directive: Directive) -> None:
        if directive.name == "facts":
            self._made.facts = _joined(self._made.facts, facts_of(directive))
            block = None
        else:
            block = block_of(directive, self._log)
            if block is None:
                self._prose.append(clean_html(element_html(directive, section_level=self._level)))
                return
            self._made.media += _media_of(block)
            self._add_block(block, special_html(block))
        for words in unknown_words(directive):
            self._prose.append(f"<p>{escape(words, quote=False)}</p>")

    def _keep_nested(self, element: Element) -> None:
        """Pictures inside a quotation stay in its html; they are still pictures of the section."""
        if isinstance(element, Quote):
            for inner in element.elements:
                if isinstance(inner, Picture):
                    self._made.pictures.append(inner)
                    self._made.media.append(inner.src)
                self._keep_nested(inner)


@dataclass(frozen=True)
class _CaptionedTable:
    caption: str
    table: Table
    line: int


def _with_table_captions(elements: list[Element]) -> list[Element]:
    """Join "Table 2. Who signed" to the table right after or before it."""
    joined: list[Element] = []
    waiting: Table | None = None
    for element in elements:
        caption = _caption_in(element)
        before = joined[-1] if joined else None
        if isinstance(element, Table) and before is not None and (above := _caption_in(before)):
            joined[-1] = _CaptionedTable(above, element, element.line)
        elif caption and waiting is not None and before is waiting:
            joined[-1] = _CaptionedTable(caption, waiting, waiting.line)
        else:
            joined.append(element)
        waiting = element if isinstance(element, Table) else None
    return joined


def _caption_in(element: Element) -> str:
    if not isinstance(element, Paragraph) or not (match := _TABLE_CAPTION.match(element.text)):
        return ""
    html = element.html
    # With a number it stays as it is: the text may speak of "Table 1".
    if match["number"] or not html.startswith(match.group()):
        return html
    return html[match.end() :]


def _rows(cells: list[str], widths: list[int]) -> list[tuple[str, ...]]:
    rows, start = [], 0
    for width in widths:
        rows.append(tuple(cells[start : start + width]))
        start += width
    return rows


def _before_last_tag(html: str, marks: str) -> str:
    """Put marks inside the last paragraph rather than after it."""
    return f"{html[:-4]}{marks}</p>" if html.endswith("</p>") else html + marks


def _joined(first: Facts, second: Facts) -> Facts:
    return replace(
        first,
        **{
            name: tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name))))
            for name in ("places", "people", "terms", "moments")
        },
    )


def _media_of(block: Block) -> tuple[str, ...]:
    match block:
        case GalleryBlock():
            return block.sources
        case AudioBlock() | VideoBlock():
            return (block.file,)
    return ()
