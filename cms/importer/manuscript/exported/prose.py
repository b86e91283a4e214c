"""The Markdown of an exported manuscript as final html: bold, links, lists, sub-headings, notes.

Only what the writer uses is mark-up here. No code, no tables, no rules, no pictures: their signs
are letters, and need no escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cms.importer.manuscript.elements import NOTE_END, NOTE_START
from cms.importer.manuscript.sanitise import clean_html, safe_link

_RULES = (
    "blockquote", "list", "heading", "newline", "escape", "emphasis", "link", "html_inline",
    "entity",
)  # fmt: skip
_DEEPEST_NESTING = 100
_NOTE = re.compile(r"\[\^([^\]\s]{1,120})\]")
_TAG = re.compile(r"<(/?)(b|i|em|strong|sup|sub)>|<br ?/?>")
_NAMES = {"strong": "b", "em": "i"}
# What is longer, or has more brackets, no curator wrote; it is kept letter by letter.
_LONGEST_PARAGRAPH = 20_000
_MOST_BRACKETS = 400
_PLACE = re.compile(r"#[^\s\"'<>]{1,2000}")


def prose_html(text: str, *, labels: Iterable[str], top: int = 3) -> list[str]:
    """Return each top-level element as final html, cited notes marked by their labels.

    Args:
        labels: of the notes there are; ``[^other]`` is just letters.
        top: the level of the heading that becomes an h3.
    """
    tokens = _markdown().parse(text, {"labels": frozenset(labels)})
    return [clean_html(html) for _, html in _Elements(tokens, top).read()]


def inline_html(text: str, *, labels: Iterable[str]) -> str:
    """Return one line of Markdown, such as a cell of a table, as final html."""
    return clean_html(_inline_html(_inline(text, labels)))


def inline_text(text: str) -> str:
    """Return the words of one line of Markdown, such as a heading."""
    return _words(_inline(text, ()))


def picture_in(line: str) -> tuple[str, str, str] | None:
    """Return source, alternative text and caption of a line that is a picture, else None."""
    if not line.startswith("![") or not line.rstrip().endswith(")"):
        return None
    tokens = _markdown_with_pictures().parseInline(line.strip(), {"labels": frozenset()})
    children = tokens[0].children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    (image,) = children
    alt = _words(image.children or [])
    return str(image.attrGet("src") or ""), alt, str(image.attrGet("title") or "")


def _inline(text: str, labels: Iterable[str]) -> list[Token]:
    tokens = _markdown().parseInline(text, {"labels": frozenset(labels)})
    return tokens[0].children or []


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": True, "maxNesting": _DEEPEST_NESTING}).enable(_RULES)
    # Addresses stay as they are written; which of them may be followed is decided below.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.inline.ruler.before("link", "note", _note)
    markdown.core.ruler.before("inline", "bounded", _bound)
    return markdown


@cache
def _markdown_with_pictures() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"maxNesting": _DEEPEST_NESTING})
    markdown.enable(("escape", "emphasis", "entity", "image"))
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def _note(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or not (match := _NOTE.match(state.src, state.pos)):
        return False
    if match[1] not in state.env["labels"]:
        return False
    if not silent:
        token = state.push("note", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def _bound(state) -> None:
    """Take the mark-up out of what is too long or too dense to be read in bounded time."""
    for token in state.tokens:
        if token.type == "inline" and (
            len(token.content) > _LONGEST_PARAGRAPH
            or token.content.count("[") + token.content.count("<") > _MOST_BRACKETS
        ):
            token.type = "literal"


class _Elements:
    """Walks the tokens of one text."""

    def __init__(self, tokens: list[Token], top: int) -> None:
        self._tokens, self._at, self._top = tokens, 0, top

    def read(self, closing: str = "") -> Iterator[tuple[str, str]]:
        """Yield (tag, html) of each element up to the closing token."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closing:
                return
            if token.type.endswith("_open"):
                inner = list(self.read(token.type.removesuffix("open") + "close"))
                yield self._element(token, inner)
            elif token.type == "inline":
                yield "", _inline_html(token.children or [])
            elif token.type == "literal":
                yield "", escape(token.content, quote=False)

    def _element(self, token: Token, inner: list[tuple[str, str]]) -> tuple[str, str]:
        tag = token.tag
        if token.type == "heading_open":
            tag = "h3" if int(tag[1]) <= self._top else "h4"
        if tag in {"li", "blockquote"}:
            inner = _bare(inner)
        start = f' start="{token.attrGet("start")}"' if tag == "ol" and token.attrs else ""
        return tag, f"<{tag}{start}>{''.join(html for _, html in inner)}</{tag}>"


def _bare(inner: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A lone paragraph stands bare in its list item or quotation, as curators' editor has it."""
    paragraphs = [tag for tag, _ in inner].count("p")
    if paragraphs == 1 and inner[0][0] == "p":
        return [("", inner[0][1].removeprefix("<p>").removesuffix("</p>")), *inner[1:]]
    return inner


def _inline_html(tokens: list[Token]) -> str:
    html: list[str] = []
    links: list[bool] = []
    for token in tokens:
        match token.type:
            case "softbreak":
                html.append("\n")
            case "hardbreak":
                html.append("<br>")
            case "strong_open" | "em_open":
                html.append(f"<{_NAMES[token.tag]}>")
            case "strong_close" | "em_close":
                html.append(f"</{_NAMES[token.tag]}>")
            case "link_open":
                target = followed(str(token.attrGet("href") or ""))
                links.append(bool(target))
                html.append(f'<a href="{escape(target)}">' if target else "")
            case "link_close":
                html.append("</a>" if links and links.pop() else "")
            case "note":
                html.append(f"{NOTE_START}{token.content}{NOTE_END}")
            case "html_inline":
                html.append(_tag(token.content))
            case _:
                html.append(escape(token.content, quote=False))
    return "".join(html)


def _tag(markup: str) -> str:
    """Return a tag that is mark-up here; any other is letters."""
    if not (match := _TAG.fullmatch(markup)):
        return escape(markup, quote=False)
    name = match[2]
    return f"<{match[1]}{_NAMES.get(name, name)}>" if name else "<br>"


def _words(tokens: list[Token]) -> str:
    breaks = {"softbreak", "hardbreak"}
    return "".join(" " if token.type in breaks else token.content for token in tokens)


def followed(href: str) -> str:
    """Return the address if a link may lead there as it is written, else nothing.

    Beside what any manuscript may link to, a place on the site itself: ``/about/``.
    """
    if href.startswith("#"):
        return href if _PLACE.fullmatch(href) else ""
    if href.startswith("/") and not href.startswith("//") and "\\" not in href:
        return href if all(" " < letter != "\x7f" for letter in href) else ""
    if urlsplit_fails(href) or safe_link(href) is None:
        return ""
    return href


def urlsplit_fails(href: str) -> bool:
    try:
        urlsplit(href)
    except ValueError:
        return True
    return False
