"""The lists of a page, in all the shapes that programs give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from cms.importer.manuscript.elements import Element, Heading, Paragraph

from .desk import Desk
from .lists import Entry, google_level, nested, word_marker
from .nodes import Item, Node
from .places import list_start, whole
from .tags import LISTS
from .walking import (
    all_items,
    definitions_in,
    is_blank,
    items_below,
    items_in,
    items_of_list,
    without_marker,
)


class ListReader:
    def __init__(self, desk: Desk, read: Callable[[Node], list[Element]]) -> None:
        self._desk = desk
        self._read = read

    def row_end(self, children: list[Node | Item], start: int) -> int:
        """Where a row of blocks that are one list together ends; 0 if none begins here."""
        first = children[start]
        google = google_level(first) if first.tag in LISTS else None
        if not google and not (first.tag == "p" and word_marker(first)):
            return 0
        end = start + 1
        for at in range(start + 1, len(children)):
            child = children[at]
            if isinstance(child, Node):
                if not _goes_on(child, google):
                    break
                end = at + 1
            elif not is_blank(child):
                break
        return end

    def read_row(self, nodes: list[Node]) -> Iterator[Element]:
        entries: list[Entry | Element] = []
        for node in nodes:
            if node.tag == "p":
                entries.append(self._word_entry(node))
            else:
                name_and_level = google_level(node)
                entries += self._entries(node, name_and_level[1] if name_and_level else 0)
        yield from _around_headings(entries)

    def read_list(self, node: Node) -> Iterator[Element]:
        if contents := self._contents(node):
            yield from contents
        else:
            yield from _around_headings(self._entries(node, 0))

    def read_definitions(self, node: Node) -> Iterator[Element]:
        """Terms with what they mean: a list of both; questions with answers: a line each."""
        parts = list(definitions_in(node))
        if all(part.tag == "dd" for part in parts):
            # LibreOffice writes a paragraph that is set in as a meaning without a term.
            yield from chain.from_iterable(map(self._read, parts))
            return
        asked = any("?" in one.text() or "؟" in one.text() for one in parts if one.tag == "dt")
        items: list[list[Element]] = []
        for part in parts:
            elements = self._read(part)
            if asked or any(isinstance(one, Heading) for one in elements):
                yield from elements
            elif part.tag == "dt" or not items:
                items.append(elements)
            else:
                items[-1] += elements
        yield from nested([Entry(0, False, 1, tuple(i), i[0].line) for i in items if i])

    def _word_entry(self, node: Node) -> Entry:
        marker = word_marker(node)
        line = self._desk.next_line()
        found = self._desk.inline(without_marker(items_in(node), marker.length), line)
        words = Paragraph(tuple(found.lines), line, found.italic, found.bold)
        elements = (words, *self._desk.pictures(found, line))
        return Entry(marker.level, marker.ordered, marker.number, elements, line)

    def _entries(self, node: Node, level: int) -> Iterator[Entry | Element]:
        """The items of a list; what holds a heading breaks out of it."""
        number = list_start(node)
        for item in items_of_list(node):
            number = whole(item.attributes.get("value")) or number
            elements = self._read(item)
            if any(isinstance(one, Heading) for one in elements):
                yield from elements
            elif elements:
                line = elements[0].line
                yield Entry(level, node.tag == "ol", number, tuple(elements), line)
            number += 1

    def _contents(self, node: Node) -> list[Element]:
        """The lines of a list all of whose items lead to headings further on."""
        items = [list(items_below(item)) for item in all_items(node)]
        levels = [self._desk.level_of_links(item) for item in items]
        if len(items) < 2 or not all(levels):
            return []
        found: list[Element] = []
        for item, level in zip(items, levels, strict=True):
            line = self._desk.next_line()
            words = self._desk.inline(item, line)
            found.append(Paragraph(tuple(words.lines), line, in_contents=level))
        return found


def _goes_on(node: Node, google: tuple[str, int] | None) -> bool:
    if google is None:
        return node.tag == "p" and word_marker(node) is not None
    level = google_level(node) if node.tag in LISTS else None
    return level is not None and (level[0] == google[0] or level[1] > 0)


def _around_headings(entries: Iterable[Entry | Element]) -> Iterator[Element]:
    waiting: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Entry):
            waiting.append(entry)
        else:
            yield from nested(waiting)
            waiting = []
            yield entry
    yield from nested(waiting)
