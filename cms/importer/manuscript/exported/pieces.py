"""An exported manuscript cut into its pieces, line by line: headings, blocks, notes, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .fields import Fields, read_fields

_HEADING = re.compile(r"(#{1,3})(?: +(.*))?$")
_OPENING = re.compile(r":::+ *([a-z][a-z-]{0,39}) *$")
_CLOSING = re.compile(r":::+ *$")
_NOTE = re.compile(r"\[\^([^\]\s]{1,120})\]: ?(.*)$")


@dataclass(frozen=True)
class HeadingLine:
    """``text`` is inline Markdown, ``raw`` the line as it stands; lines count from 1."""

    level: int
    text: str
    raw: str
    line: int


@dataclass(frozen=True)
class BlockLines:
    """A ``::: name`` block; ``body`` is what follows its ``key: value`` lines."""

    name: str
    fields: Fields
    body: str
    line: int
    is_closed: bool = True


@dataclass(frozen=True)
class NoteLine:
    label: str
    text: str
    line: int


@dataclass(frozen=True)
class Prose:
    text: str
    line: int


Piece = HeadingLine | BlockLines | NoteLine | Prose


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces in order. Headings of the fourth level and deeper are prose."""
    lines = text.split("\n")
    at, prose = 0, 0
    while at < len(lines):
        found = _piece_at(lines, at)
        if found is None:
            at += 1
            continue
        piece, end = found
        yield from _prose(lines, prose, at)
        yield piece
        at = prose = end
    yield from _prose(lines, prose, at)


def _piece_at(lines: list[str], at: int) -> tuple[Piece, int] | None:
    line = lines[at]
    if heading := _HEADING.match(line):
        return HeadingLine(len(heading[1]), heading[2] or "", line, at + 1), at + 1
    if opening := _OPENING.match(line):
        return _block(lines, at, opening[1])
    if note := _NOTE.match(line):
        end = at + 1
        while end < len(lines) and lines[end].startswith("    "):
            end += 1
        words = " ".join([note[2], *(line.strip() for line in lines[at + 1 : end])])
        return NoteLine(note[1], words, at + 1), end
    return None


def _block(lines: list[str], at: int, name: str) -> tuple[BlockLines, int]:
    """Read up to the closing line; one that was never closed ends at the next heading or block."""
    end = at + 1
    while end < len(lines):
        if _CLOSING.match(lines[end]):
            break
        if _HEADING.match(lines[end]) or _OPENING.match(lines[end]):
            break
        end += 1
    is_closed = end < len(lines) and bool(_CLOSING.match(lines[end]))
    fields, body = read_fields(lines[at + 1 : end])
    return BlockLines(name, fields, body, at + 1, is_closed), end + is_closed


def _prose(lines: list[str], start: int, end: int) -> Iterator[Prose]:
    while start < end and not lines[start].strip():
        start += 1
    text = "\n".join(lines[start:end])
    if text.strip():
        yield Prose(text, start + 1)
