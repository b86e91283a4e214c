"""Lists that were typed with hyphens or bullets, one paragraph or one line an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cms.importer.manuscript.elements import Element, Line, ListElement, Paragraph

_BULLET = re.compile(r"[-–•·●▪◦‣*]\s{1,8}(?=\S)")
_BULLET_IN_HTML = re.compile(r"((?:<(?:strong|em)>){0,4})[-–•·●▪◦‣*]\s{1,8}")
# Speech is written with a dash in many languages; what is asked or cried is no item of a list.
_SPOKEN = ("?", "!", "؟", "?”", "!”", "?»", "!»")


@dataclass(frozen=True)
class _Item:
    """A bulleted line with those that go on with it."""

    lines: tuple[Line, ...]
    place: int

    @property
    def is_spoken(self) -> bool:
        return self.lines[0].text.startswith("–") and self.lines[-1].text.endswith(_SPOKEN)


def gather_typed_lists(elements: Iterable[Element]) -> list[Element]:
    """Return the elements with each row of two or more typed items as a list."""
    gathered: list[Element] = []
    row: list[_Item] = []
    paragraphs: list[Element] = []
    for element in elements:
        before, items = _divided(element)
        if not items or before:
            gathered += _made_of(row, paragraphs)
            row, paragraphs = [], []
        if not items:
            gathered.append(element)
        elif before and len(items) > 1:
            gathered.append(replace(element, lines=before))
            row = items
            paragraphs = [replace(element, lines=element.lines[len(before) :])]
        elif before:
            gathered.append(element)
        else:
            row += items
            paragraphs.append(element)
    return [*gathered, *_made_of(row, paragraphs)]


def _divided(element: Element) -> tuple[tuple[Line, ...], list[_Item]]:
    """Return a paragraph's lines before the first bullet, and its items."""
    if not isinstance(element, Paragraph) or element.in_contents:
        return (), []
    starts = [at for at, line in enumerate(element.lines) if _BULLET.match(line.text)]
    ends = [*starts[1:], len(element.lines)]
    items = [
        _Item(element.lines[start:end], element.line)
        for start, end in zip(starts, ends, strict=False)
    ]
    return element.lines[: starts[0]] if starts else (), items


def _made_of(row: list[_Item], paragraphs: list[Element]) -> Iterator[Element]:
    if len(row) < 2 or any(item.is_spoken for item in row):
        yield from paragraphs
        return
    items = tuple((Paragraph(_without_bullet(item.lines), item.place),) for item in row)
    yield ListElement(False, 1, items, row[0].place, tuple(item.place for item in row))


def _without_bullet(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    first = lines[0]
    html = _BULLET_IN_HTML.sub(r"\1", first.html, count=1)
    return (Line(html, _BULLET.sub("", first.text, count=1)), *lines[1:])
