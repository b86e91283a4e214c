"""Markdown to markdown-it's tokens, set up so that nothing is lost and time stays linear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from .directives import directive_plugin

# Deeper than any real quotation or list; what is deeper still is read as plain words.
_DEEPEST_NESTING = 60
_TOO_MANY_MARKERS = re.compile(r"^(?:[ \t]{0,8}[>*+-]){25}[>*+ \t-]*(?=[^\s>*+-])", re.MULTILINE)
# "1. The road" over a line of "=" is a heading; Markdown would make it a list of one.
_UNDERLINED_NUMBER = re.compile(
    r"^([0-9]{1,3})([.)])(?=[ \t][^\n]{1,200}\n={3,}[ \t]*$)", re.MULTILINE
)
_MARKUP_LETTERS = re.compile(r"[\[\]*_`<!\\&^(]")
# From so many letters on, such a share of marks is noise; long texts are dearer to read as marks.
_NOISE = ((500, 0.2), (5000, 0.1))
_LONGEST_PIECE = 20_000


def markdown_tokens(text: str) -> list[Token]:
    text = _TOO_MANY_MARKERS.sub("", text)
    text = _UNDERLINED_NUMBER.sub(r"\1\\\2", text)
    return _parser().parse(text)


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
