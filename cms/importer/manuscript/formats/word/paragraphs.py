"""One paragraph of a Word document: its words, and what its style and numbering make of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cms.importer.manuscript.elements import BESIDE_CONTENTS, Element, Line

from .desk import Desk
from .inline import Inline, InlineReader
from .markup import Node
from .numbering import Number
from .properties import NOTHING_SAID, Look
from .spans import is_throughout, lines_of
from .style_names import StyleRole
from .styles import BODY_LEVEL, ParagraphStyle, outline_level, read_indent, read_numbering

LONGEST_HEADING = 250
_PAGE_AT_END = re.compile(r"[0-9۰-۹٠-٩ivxlc]\s*$", re.IGNORECASE)
_OPENS_QUOTATION = ("“", "„", "«", '"', "‘", "»", "”")
# A quotation is set in on both sides; 360 twentieths of a point are a quarter of an inch.
_QUOTE_INDENT = 360
_WIDE_INDENT = 560
_TWIPS_A_LEVEL = 240
# Of these the style's own emphasis is its look, not the author's.
_STYLED = frozenset({"title", "subtitle", "caption", "quote"})


@dataclass(frozen=True)
class WordParagraph:
    """``level`` is a heading's, from 1, else 0; ``contents`` as ``Paragraph.in_contents``."""

    lines: tuple[Line, ...]
    line: int
    level: int = 0
    role: StyleRole | None = None
    contents: int = 0
    number: Number | None = None
    bold: bool = False
    italic: bool = False
    is_caption: bool = False
    elements: tuple[Element, ...] = ()
    boxes: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class ParagraphReader:
    """``numbered`` is off in notes, whose paragraphs count neither as places nor in lists."""

    def __init__(self, desk: Desk, inline: InlineReader, *, numbered: bool = True) -> None:
        self._desk = desk
        self._inline = inline
        self._numbered = numbered
        self._plain = desk.look(NOTHING_SAID, "", desk.styles.paragraph(""))

    def read(
        self, properties: Node | None, nodes: Sequence[Node], *, in_contents: bool
    ) -> WordParagraph:
        """Read a paragraph; ``in_contents`` if it stands in Word's table of contents."""
        desk = self._desk
        style = desk.styles.paragraph((properties.value("w:pStyle") or "") if properties else "")
        level = outline_level(properties) or style.level
        if level == BODY_LEVEL or style.role in _STYLED or style.contents:
            level = 0
        desk.line += self._numbered
        found = self._inline.read(nodes, style, self._baseline(style, level))
        lines = lines_of(found.spans)
        number = self._number(properties, style)
        text = " ".join(line.text for line in lines).strip()
        line = desk.line
        if text and self._numbered:
            desk.keep_words(text)
        elif not lines and not found.elements and not found.boxes:
            desk.line -= self._numbered
        role = style.role or ("quote" if self._is_quotation(properties, style, text) else None)
        return WordParagraph(
            lines,
            line,
            level if len(text) <= LONGEST_HEADING else 0,
            role if number is None or role != "quote" else None,
            _contents_level(self._indent(properties, style), style, found, text, in_contents),
            number,
            is_throughout(found.spans, "bold"),
            is_throughout(found.spans, "italic"),
            bool(found.sequence) or role == "caption",
            tuple(found.elements),
            tuple(found.boxes),
        )

    def _baseline(self, style: ParagraphStyle, level: int) -> Look:
        """The look that says nothing here: that of headings and captions, else of plain text."""
        if not level and style.role not in _STYLED:
            return self._plain
        look = self._desk.look(NOTHING_SAID, "", style)
        return Look(bold=True, italic=look.italic) if level else look

    def _number(self, properties: Node | None, style: ParagraphStyle) -> Number | None:
        if not self._numbered:
            return None
        return self._desk.numbering.next_number(
            read_numbering(properties), style, read_indent(properties)[0]
        )

    @staticmethod
    def _indent(properties: Node | None, style: ParagraphStyle) -> tuple[int, int]:
        own = read_indent(properties)
        left, right = (
            mine if mine is not None else theirs
            for mine, theirs in zip(own, style.indent, strict=True)
        )
        return left or 0, right or 0

    def _is_quotation(self, properties: Node | None, style: ParagraphStyle, text: str) -> bool:
        """Set in on both sides, or on one and between quotation marks."""
        margins = self._indent(None, self._desk.styles.paragraph(""))
        left, right = (
            mine - plain
            for mine, plain in zip(self._indent(properties, style), margins, strict=True)
        )
        if left >= _QUOTE_INDENT and right >= _QUOTE_INDENT:
            return True
        return max(left, right) >= _WIDE_INDENT and text.startswith(_OPENS_QUOTATION)


def _contents_level(
    indent: tuple[int, int], style: ParagraphStyle, found: Inline, text: str, in_contents: bool
) -> int:
    """Say which level of the contents list a paragraph is, 0 for text.

    A field that was never closed must not make the whole document its contents, so that one of
    its lines has to look like an entry.
    """
    if not text:
        return 0
    if style.contents:
        return style.contents
    if style.role in {"contents title", "figures"}:
        return BESIDE_CONTENTS
    level = 1 + min(8, (indent[0] + _TWIPS_A_LEVEL // 2) // _TWIPS_A_LEVEL)
    if in_contents:
        return BESIDE_CONTENTS if style.level and style.level < BODY_LEVEL else max(level, 1)
    if found.letters_in_contents < found.letters or style.level:
        return 0
    if found.in_list_of_figures:
        return BESIDE_CONTENTS
    if found.points_to_pages or _PAGE_AT_END.search(text[-12:]):
        return max(level, 1)
    return BESIDE_CONTENTS if found.fills_contents else 0
