"""Numbered and bulleted paragraphs as lists, one inside another by their levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cms.importer.manuscript.elements import Element, ListElement

from .numbering import Number

# Less is no step to the right that a reader would see; in twentieths of a point.
_INDENTED = 100


@dataclass
class _OpenList:
    number: Number
    line: int
    items: list[list[Element]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    last: int = 0

    def takes(self, number: Number) -> bool:
        if number.list_id != self.number.list_id or number.ordered != self.number.ordered:
            return False
        return not number.ordered or number.value == self.last + 1

    def add(self, number: Number, element: Element, line: int) -> None:
        self.items.append([element])
        self.lines.append(line)
        self.last = number.value

    def close(self) -> ListElement:
        items = tuple(tuple(item) for item in self.items)
        number = self.number
        return ListElement(number.ordered, number.value, items, self.line, tuple(self.lines))


def _depth(number: Number, other: Number) -> int:
    """Positive if an item stands inside a list that ``other`` is an item of, 0 if beside it."""
    if number.list_id == other.list_id:
        return number.level - other.level
    further = number.indent - other.indent
    return 0 if abs(further) < _INDENTED else further


class ListBuilder:
    """Takes items in order; what is not an item closes the list."""

    def __init__(self) -> None:
        self._open: list[_OpenList] = []

    def holds(self, number: Number) -> bool:
        """Whether an item above this one's level is there for it to hang on."""
        return any(
            one.number.list_id == number.list_id and one.number.level < number.level
            for one in self._open
        )

    def add(self, number: Number, element: Element, line: int) -> Iterator[Element]:
        """Add an item; yields the list that it does not go on with."""
        while self._open and _depth(number, self._open[-1].number) < 0:
            yield from self._close_last()
        if self._open and _depth(number, self._open[-1].number) == 0:
            if self._open[-1].takes(number):
                self._open[-1].add(number, element, line)
                return
            yield from self._close_last()
        self._open.append(_OpenList(number, line))
        self._open[-1].add(number, element, line)

    def close(self) -> Iterator[Element]:
        while self._open:
            yield from self._close_last()

    def _close_last(self) -> Iterator[Element]:
        closed = self._open.pop().close()
        if self._open:
            self._open[-1].items[-1].append(closed)
        else:
            yield closed
