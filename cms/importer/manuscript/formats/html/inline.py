"""The words of one paragraph, with their looks, as lines of html."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from cms.importer.manuscript.elements import Line

from .look import Link
from .nodes import Break, Image, Item, Run

# Any white space but a single ordinary space.
_SPACES = re.compile(r"(?:[^\S ]|(?<! ) (?=\s))\s*+")
_HTML_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class _Piece:
    """A stretch of one look. ``href`` is its link's, already made safe, or None."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: str = ""
    href: str | None = None
    mark: str = ""


@dataclass
class InlineText:
    lines: list[Line] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    bold: bool = False
    italic: bool = False

    @property
    def html(self) -> str:
        return "\n".join(line.html for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(" ".join(line.text.split()) for line in self.lines)


def read_inline(
    items: Iterable[Item],
    *,
    target_of: Callable[[Link], str | None],
    mark_of: Callable[[Link], str | None],
    in_heading: bool = False,
) -> InlineText:
    """Read what stands in one paragraph, a line for each line break.

    Args:
        target_of: where a link leads, None if its words are all that stays.
        mark_of: the mark of the note that a link stands for, "" for a link whose words go, None
            for any other link.
        in_heading: headings are bold anyway; their words don't say so.
    """
    found = InlineText()
    pieces: list[_Piece] = []
    words: list[_Piece] = []
    marked: set[int] = set()
    for item in items:
        if isinstance(item, Image):
            found.images.append(item)
        elif isinstance(item, Break):
            _end_line(pieces, found, more=True)
        elif isinstance(item, Run):
            link = item.look.link
            mark = mark_of(link) if link else None
            if mark is not None:
                if link.serial not in marked:
                    pieces.append(_Piece("", mark=mark))
                    marked.add(link.serial)
                continue
            piece = _Piece(
                item.text,
                item.look.bold and not in_heading,
                item.look.italic,
                item.look.raised,
                target_of(link) if link else None,
            )
            for number, text in enumerate(_lines_of(item)):
                if number:
                    _end_line(pieces, found, more=True)
                pieces.append(_with_text(piece, text))
            if item.text.strip():
                words.append(piece)
    _end_line(pieces, found, more=False)
    found.bold = bool(words) and all(piece.bold for piece in words)
    found.italic = bool(words) and all(piece.italic for piece in words)
    return found


def _lines_of(run: Run) -> list[str]:
    return run.text.split("\n") if run.look.preformatted else [run.text]


def _with_text(piece: _Piece, text: str) -> _Piece:
    return _Piece(text, piece.bold, piece.italic, piece.raised, piece.href)


def _end_line(pieces: list[_Piece], found: InlineText, *, more: bool) -> None:
    """Close a line; a line break stands in its html if another line follows or came before."""
    html = "".join(_html(pieces)).strip()
    text = _SPACES.sub(_space, "".join(piece.text for piece in pieces)).strip()
    pieces.clear()
    if html:
        found.lines.append(Line(html + ("<br>" if more else ""), text))
    elif not more and found.lines:
        last = found.lines[-1]
        found.lines[-1] = Line(last.html.removesuffix("<br>"), last.text)


def _space(match: re.Match[str]) -> str:
    """A tab, or the row of spaces that stands for one, stays a tab; a line's end is a space."""
    spaces = match.group()
    if "\n" in spaces:
        return " "
    return "\t" if "\t" in spaces or len(spaces) > 3 else " "


def _html(pieces: list[_Piece]) -> Iterator[str]:
    ends_in_space = True
    shown: list[tuple[_Piece, str]] = []
    for piece in pieces:
        text = _HTML_SPACES.sub(" ", piece.text)
        if ends_in_space:
            text = text.removeprefix(" ")
        if text or piece.mark:
            ends_in_space = text.endswith(" ") and not piece.mark
            shown.append((piece, piece.mark or escape(text, quote=False)))
    for href, linked in groupby(shown, key=lambda one: one[0].href):
        inner = "".join(_styled(list(linked)))
        if href is not None and inner.strip():
            inner = f'<a href="{escape(href)}">{inner}</a>'
        yield inner


def _styled(shown: list[tuple[_Piece, str]]) -> Iterator[str]:
    looks = groupby(shown, key=lambda one: (one[0].bold, one[0].italic, one[0].raised))
    for (bold, italic, raised), alike in looks:
        html = "".join(text for _, text in alike)
        if html.strip() and raised:
            html = f"<{raised}>{html}</{raised}>"
        if html.strip() and italic:
            html = f"<em>{html}</em>"
        if html.strip() and bold:
            html = f"<strong>{html}</strong>"
        yield html
