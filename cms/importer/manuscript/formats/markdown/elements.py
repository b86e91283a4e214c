"""Markdown to elements, by way of markdown-it's token stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from markdown_it.token import Token

from cms.importer.manuscript.element_html import special_words
from cms.importer.manuscript.elements import (
    Directive,
    Element,
    Heading,
    Line,
    ListElement,
    NoteDefinition,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.warning_log import WarningLog

from .directives import read_directive
from .inline import InlineReader, InlineText
from .tokens import markdown_tokens

_LONGEST_UNDERLINED_HEADING = 200
_LOOKS_LIKE_HEADING = re.compile(r"^ {0,3}#{1,6}\s+\S", re.MULTILINE)


def has_markdown_headings(text: str) -> bool:
    return _LOOKS_LIKE_HEADING.search(text) is not None


def read_markdown(text: str, notes: NoteBook, log: WarningLog) -> list[Element]:
    return list(_ElementReader(notes, log).read(markdown_tokens(text)))


class _ElementReader:
    def __init__(self, notes: NoteBook, log: WarningLog) -> None:
        self._inline = InlineReader(notes, log)
        self._notes = notes
        self._log = log

    def read(self, tokens: list[Token]) -> Iterator[Element]:
        self._tokens, self._at = tokens, 0
        while self._at < len(tokens):
            yield from self._read_next()

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _read_next(self) -> Iterator[Element]:
        token = self._next()
        line = _line_of(token)
        match token.type:
            case "heading_open":
                yield from self._read_heading(token, line)
            case "paragraph_open":
                yield from self._read_paragraph(line)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._read_list(token, line)
            case "blockquote_open":
                yield Quote(tuple(self._read_until("blockquote_close")), line)
            case "table_open":
                yield from self._read_table(line)
            case "fence":
                yield from _literal(token.content, line)
            case "directive":
                yield self._read_directive(token, line)
            case "footnote_reference_open":
                self._read_note(str(token.meta["label"]), line)
            case "inline":
                yield from _paragraphs(self._inline.read(token), line)

    def _read_until(self, closing: str) -> Iterator[Element]:
        while self._at < len(self._tokens) and self._tokens[self._at].type != closing:
            yield from self._read_next()
        self._at += 1

    def _read_heading(self, token: Token, line: int) -> Iterator[Element]:
        found = self._inline.read(self._next())
        self._at += 1
        underlined = token.markup in {"=", "-"}
        if underlined and (len(found.lines) > 1 or len(found.text) > _LONGEST_UNDERLINED_HEADING):
            yield from _paragraphs(found, line)  # prose with a rule right under it
            return
        if found.text:
            yield Heading(int(token.tag[1]), found.text, found.html, line)
        yield from found.pictures

    def _read_paragraph(self, line: int) -> Iterator[Element]:
        found = self._inline.read(self._next())
        self._at += 1
        yield from _paragraphs(found, line)

    def _read_list(self, token: Token, line: int) -> Iterator[Element]:
        ordered = token.type == "ordered_list_open"
        closing = "ordered_list_close" if ordered else "bullet_list_close"
        items: list[tuple[Element, ...]] = []
        lines: list[int] = []
        pictures: list[Picture] = []
        while self._tokens[self._at].type != closing:
            lines.append(_line_of(self._next()))
            item = list(self._read_until("list_item_close"))
            pictures += [element for element in item if isinstance(element, Picture)]
            items.append(tuple(element for element in item if not isinstance(element, Picture)))
        self._at += 1
        start = int(token.attrGet("start") or 1) if ordered else 1
        yield ListElement(ordered, start, tuple(items), line, tuple(lines))
        yield from pictures

    def _read_table(self, line: int) -> Iterator[Element]:
        rows: list[tuple[str, ...]] = []
        cells: list[str] = []
        header: tuple[str, ...] = ()
        pictures: list[Picture] = []
        while (token := self._next()).type != "table_close":
            if token.type == "inline":
                token.map = token.map or [line - 1, line]
                found = self._inline.read(token)
                cells.append(found.html)
                pictures += found.pictures
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
            elif token.type == "thead_close":
                header = rows.pop()
        yield Table(header if any(header) else (), tuple(rows), line)
        yield from pictures

    def _read_directive(self, token: Token, line: int) -> Directive:
        if not token.meta["closed"]:
            self._log.add(
                "block_not_closed",
                f"the block “::: {token.info}” has no closing line “:::”. It was ended at the "
                "next heading or block; add the closing line.",
                line=line,
            )
        return read_directive(token.info, token.content, line)

    def _read_note(self, key: str, line: int) -> None:
        html: list[str] = []
        text: list[str] = []
        for element in self._read_until("footnote_reference_close"):
            for part_html, part_text in _words_of(element):
                html.append(part_html)
                text.append(part_text)
        self._notes.define(NoteDefinition(key, " ".join(html), " ".join(text), line))


def _words_of(element: Element) -> Iterator[tuple[str, str]]:
    """Everything said in an element, as (html, text); a note has room for words alone."""
    match element:
        case Paragraph() | Heading():
            yield element.html, element.text
        case ListElement():
            for item in element.items:
                for inner in item:
                    yield from _words_of(inner)
        case Quote():
            for inner in element.elements:
                yield from _words_of(inner)
        case Table():
            for cell in (cell for row in (element.header, *element.rows) for cell in row):
                yield cell, html_to_text(cell)
        case _:
            yield from ((words, html_to_text(words)) for words in special_words(element))


def _line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _paragraphs(found: InlineText, line: int) -> Iterator[Element]:
    if found.lines:
        yield Paragraph(tuple(found.lines), line, italic=found.italic, bold=found.bold)
    yield from found.pictures


def _literal(content: str, line: int) -> Iterator[Element]:
    """A fenced block of code: words as they are, line by line."""
    lines = [raw.rstrip() for raw in content.split("\n") if raw.strip()]
    shown = [escape(raw, quote=False) + "<br>" for raw in lines]
    if shown:
        shown[-1] = shown[-1].removesuffix("<br>")
        yield Paragraph(tuple(map(Line, shown, lines)), line)
