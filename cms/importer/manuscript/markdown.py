"""Markdown to elements, by way of markdown-it's token stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from .directives import directive_plugin, read_directive
from .elements import (
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
from .markdown_inline import InlineReader, InlineText
from .notes import NoteBook
from .warning_log import WarningLog

# Deeper than any real quotation or list; what is deeper still is read as plain words.
_DEEPEST_NESTING = 60
_TOO_MANY_MARKERS = re.compile(r"^(?:[ \t]{0,8}[>*+-]){25}[>*+ \t-]*", re.MULTILINE)
# "1. The road" over a line of "=" is a heading; Markdown would make it a list of one.
_UNDERLINED_NUMBER = re.compile(
    r"^([0-9]{1,3})([.)])(?=[ \t][^\n]{1,200}\n={3,}[ \t]*$)", re.MULTILINE
)
_MARKUP_LETTERS = re.compile(r"[\[\]*_`<!\\&^(]")
# From so many letters on, such a share of marks is noise; long texts are dearer to read as marks.
_NOISE = ((500, 0.2), (5000, 0.1))
_LONGEST_PIECE = 20_000
_LONGEST_UNDERLINED_HEADING = 200
_LOOKS_LIKE_HEADING = re.compile(r"^ {0,3}#{1,6}\s+\S", re.MULTILINE)


def has_markdown_headings(text: str) -> bool:
    return _LOOKS_LIKE_HEADING.search(text) is not None


def read_markdown(text: str, notes: NoteBook, log: WarningLog) -> list[Element]:
    text = _TOO_MANY_MARKERS.sub("", text)
    text = _UNDERLINED_NUMBER.sub(r"\1\\\2", text)
    tokens = _parser().parse(text)
    return list(_ElementReader(notes, log).read(tokens))


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_NESTING}).enable("table")
    # Raw html is met tag by tag inline, so one unclosed tag can't swallow a page; four leading
    # spaces are a curator's paragraph, not program code.
    markdown.disable(["html_block", "code"]).use(footnote_plugin, inline=False).use(
        directive_plugin
    )
    # The tail rule drops notes that nothing cites; the reader takes them where they stand.
    markdown.disable("footnote_tail")
    # Unsafe links must be met to be reported; by default they would be left as literal text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.core.ruler.at("inline", _parse_inline)
    return markdown


def _parse_inline(state: StateCore) -> None:
    """Parse inline text in pieces of bounded length, which keeps the time linear."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        for piece in _pieces(token.content):
            if _is_dense(piece):
                token.children += _plain_tokens(piece)
            else:
                state.md.inline.parse(piece, state.md, state.env, token.children)


def _pieces(content: str) -> Iterator[str]:
    start = 0
    while len(content) - start > _LONGEST_PIECE:
        cut = content.rfind(" ", start, start + _LONGEST_PIECE)
        cut = start + _LONGEST_PIECE if cut <= start else cut + 1
        yield content[start:cut]
        start = cut
    yield content[start:]


def _is_dense(piece: str) -> bool:
    """Whether so much of a text is marks that it is noise; then it is kept letter by letter."""
    if len(piece) < _NOISE[0][0]:
        return False
    share = len(_MARKUP_LETTERS.findall(piece)) / len(piece)
    return any(len(piece) > letters and share > most for letters, most in _NOISE)


def _plain_tokens(piece: str) -> list[Token]:
    tokens: list[Token] = []
    for line in piece.split("\n"):
        if tokens:
            tokens.append(Token("softbreak", "br", 0))
        text = Token("text", "", 0)
        text.content = line
        tokens.append(text)
    return tokens


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
