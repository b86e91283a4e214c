"""Pieces of text that look alike, and the lines of html made of them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from cms.importer.manuscript.elements import Line

_RAISED_TAG = {"superscript": "sup", "subscript": "sub"}
_LINE_END = "\n"


class Span(NamedTuple):
    """Text of one look; ``mark`` is the mark of a cited note, which has no words."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: str = ""
    link: str = ""
    mark: str = ""
    ends_line: bool = False


# A line break a curator made, and one that a page or column made.
BREAK = Span(_LINE_END, ends_line=True)
PAGE_BREAK = Span("", ends_line=True)


def lines_of(spans: Sequence[Span]) -> tuple[Line, ...]:
    """Return the lines of a paragraph, each with its tags closed; tabs stay in ``text``."""
    lines: list[Line] = []
    current: list[Span] = []
    for span in (*spans, BREAK):
        if not span.ends_line:
            current.append(span)
            continue
        html = _html(current).strip()
        text = _text(current)
        if html:
            lines.append(Line(html + ("<br>" if span.text else ""), text))
        current = []
    if lines:
        last = lines[-1]
        lines[-1] = Line(last.html.removesuffix("<br>"), last.text)
    return tuple(lines)


def is_throughout(spans: Sequence[Span], name: str) -> bool:
    """Whether every word is bold, or italic."""
    worded = [span for span in spans if span.text.strip()]
    return bool(worded) and all(getattr(span, name) for span in worded)


def _text(spans: Sequence[Span]) -> str:
    """The line's words, blanks made single, tabs kept between them."""
    joined = "".join(span.text for span in spans)
    if "\t" not in joined:
        return " ".join(joined.split())
    return "\t".join(" ".join(part.split()) for part in joined.split("\t")).strip()


def _html(spans: Sequence[Span]) -> str:
    """Nest as link, bold, italic, raised; neighbours of the same look share their tags."""
    html: list[str] = []
    for link, linked in groupby(spans, key=lambda span: span.link):
        inner = "".join(
            _tagged("strong" if bold else "", "".join(
                _tagged("em" if italic else "", "".join(map(_raised, alike)))
                for italic, alike in groupby(emphasised, key=lambda span: span.italic)
            ))
            for bold, emphasised in groupby(linked, key=lambda span: span.bold)
        )  # fmt: skip
        html.append(f'<a href="{escape(link)}">{inner}</a>' if link and inner.strip() else inner)
    return "".join(html)


def _raised(span: Span) -> str:
    return _tagged(_RAISED_TAG.get(span.raised, ""), escape(_spaced(span.text), quote=False)) + (
        span.mark
    )


def _spaced(text: str) -> str:
    return text.replace("\t", " ")


def _tagged(tag: str, html: str) -> str:
    """Tags round the words, not round the blanks beside them."""
    if not tag or not html.strip():
        return html
    words = html.strip(" ")
    before = html[: len(html) - len(html.lstrip(" "))]
    after = html[len(html.rstrip(" ")) :]
    return f"{before}<{tag}>{words}</{tag}>{after}"
