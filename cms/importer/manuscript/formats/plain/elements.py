"""Plain text to elements: paragraphs and lists. Headings are recognised later, in ``promotion``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from cms.importer.manuscript.elements import Element, Heading, Line, ListElement, Paragraph
from cms.importer.manuscript.wording import ascii_digits

from .layout import is_paragraph_per_line, is_underlined, without_rules

_BULLET = re.compile(r"\s{0,12}[-–*•·]\s{1,6}(\S.*)")
_NUMBERED = re.compile(r"\s{0,12}([0-9۰-۹٠-٩]{1,3})[.)–-]\s{1,6}(\S.*)")
_URL = re.compile(r"(?:https?://|\bwww\.(?=[^\s.]))[^\s<>\"]{1,1900}")
_URL_TAIL = ".,;:!?)]}»”’'"


def read_plain(text: str) -> list[Element]:
    lines = without_rules(text.split("\n"))
    return list(_read(lines, paragraph_per_line=is_paragraph_per_line(lines)))


def _read(lines: list[str], *, paragraph_per_line: bool) -> Iterator[Element]:
    index = 0
    while index < len(lines):
        if not lines[index].strip():
            index += 1
            continue
        end = index
        while end < len(lines) and lines[end].strip():
            end += 1
        chunks = _split(lines[index:end]) if paragraph_per_line else [lines[index:end]]
        for chunk in chunks:
            yield from _read_chunk(chunk, index + 1)
            index += len(chunk)


def _split(lines: list[str]) -> Iterator[list[str]]:
    """Each line by itself, but the items of a list together."""
    index = 0
    while index < len(lines):
        end = index + 1
        for pattern in (_BULLET, _NUMBERED):
            if pattern.match(lines[index]):
                while end < len(lines) and pattern.match(lines[end]):
                    end += 1
        if is_underlined(lines[index:]):
            end = index + 2
        yield lines[index:end]
        index = end


def _read_chunk(chunk: list[str], line: int) -> Iterator[Element]:
    """Read lines that stand together: prose, and lists of two or more items."""
    if is_underlined(chunk):
        title = plain_text_line(chunk[0])
        yield Heading(1 if "=" in chunk[1] else 2, title.text, title.html, line)
        chunk, line = chunk[2:], line + 2
    start = 0
    for first, end, ordered in _list_runs(chunk):
        if first > start:
            yield _paragraph(chunk[start:first], line + start)
        yield _list(chunk[first:end], line + first, ordered=ordered)
        start = end
    if start < len(chunk):
        yield _paragraph(chunk[start:], line + start)


def _list_runs(chunk: list[str]) -> Iterator[tuple[int, int, bool]]:
    """Find lists in a chunk, as (first line, line after it, ordered).

    Two items make a list; a single "1. Title" may be a chapter. An item's further lines are
    indented, or simply follow it.
    """
    for pattern, ordered in ((_BULLET, False), (_NUMBERED, True)):
        items = [number for number, raw in enumerate(chunk) if pattern.match(raw)]
        if len(items) >= 2 and (not ordered or _counts_up(chunk, items)):
            yield items[0], len(chunk), ordered
            return


def _counts_up(chunk: list[str], items: list[int]) -> bool:
    numbers = [int(ascii_digits(_NUMBERED.match(chunk[item]).group(1))) for item in items]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _list(lines: list[str], line: int, *, ordered: bool) -> ListElement:
    pattern = _NUMBERED if ordered else _BULLET
    items: list[list[str]] = []
    numbers: list[int] = []
    start = 1
    for offset, raw in enumerate(lines):
        match = pattern.match(raw)
        if match:
            if ordered and not items:
                start = int(ascii_digits(match.group(1)))
            items.append([match.group(match.lastindex or 1)])
            numbers.append(line + offset)
        else:
            items[-1].append(raw)
    elements = tuple(
        (_paragraph(item, number),) for item, number in zip(items, numbers, strict=True)
    )
    return ListElement(ordered, start, elements, line, tuple(numbers))


def _paragraph(lines: list[str], line: int) -> Paragraph:
    return Paragraph(tuple(plain_text_line(raw) for raw in lines), line)


def plain_text_line(raw: str) -> Line:
    """A line of plain text as html, its web addresses as links."""
    text = " ".join(raw.split())
    html, position = [], 0
    for match in _URL.finditer(text):
        url = match.group().rstrip(_URL_TAIL)
        html.append(escape(text[position : match.start()], quote=False))
        address = url if url.startswith("http") else f"https://{url}"
        html.append(f'<a href="{escape(address)}">{escape(url, quote=False)}</a>')
        position = match.start() + len(url)
    html.append(escape(text[position:], quote=False))
    return Line("".join(html), text)
