"""Footnotes and comments: a mark in the text and, at the end, what it leads to.

Google Docs, Word, LibreOffice and the makers of web pages name them differently, but all link
the mark to the note and the note back to the mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .look import Link
from .nodes import Node, Page, Run
from .places import Places
from .tags import HEADINGS

_COMMENT = re.compile(r"cmnt[0-9]{1,6}")
_NOTE_PLACE = re.compile(
    r"(?:user-content-)?_?(?:fn|ftn|edn|ftnt|footnote|endnote|note|cite_note)[-:_]?[0-9]{1,5}",
    re.IGNORECASE,
)
_HOLDS_NOTE = frozenset({"div", "li", "aside", "section", "dd", "blockquote"})
_LONGEST_LABEL = 10
_MOST_WAYS_BACK = 5


@dataclass
class Footnotes:
    """``marks`` and ``ways_back`` are serials of links; a mark's value is the key of its note."""

    marks: dict[int, str] = field(default_factory=dict)
    ways_back: set[int] = field(default_factory=set)
    notes: dict[str, Node] = field(default_factory=dict)


def take_footnotes(page: Page, places: Places) -> Footnotes:
    """Find the notes and take them, and all comments, out of the page's text."""
    return _Finder(page, places).take()


class _Finder:
    def __init__(self, page: Page, places: Places) -> None:
        self._page = page
        self._places = places.nodes
        self._labels: dict[int, str] = {}
        self._raised: set[int] = set()
        self._node_of: dict[int, Node] = {}
        self._with_headings: set[Node] = set()
        self._walk(page.root)
        self._leading_to: dict[str, list[Link]] = {}
        for link in page.links:
            if link.href.startswith("#") and link.serial in self._node_of:
                self._leading_to.setdefault(link.href[1:], []).append(link)

    def _walk(self, node: Node) -> None:
        if node.tag in HEADINGS:
            self._with_headings.update(_around(node))
        for child in node.children:
            if isinstance(child, Node):
                self._walk(child)
            elif isinstance(child, Run) and (link := child.look.link):
                label = self._labels.get(link.serial, "")
                if len(label) <= _LONGEST_LABEL:
                    self._labels[link.serial] = label + child.text.strip()
                self._node_of.setdefault(link.serial, node)
                if child.look.raised:
                    self._raised.add(link.serial)

    def take(self) -> Footnotes:
        found = Footnotes()
        key_of: dict[Node, str] = {}
        for link in self._page.links:
            place = self._places.get(link.href[1:]) if link.href.startswith("#") else None
            if place is None or not self._is_mark(link):
                continue
            ways_back = self._ways_back(link, place)
            if not ways_back and not self._is_one_way(link, place):
                continue
            note = self._node_of[ways_back[0].serial] if ways_back else place
            if note not in key_of:
                key_of[note] = self._key(link, found)
                found.notes[key_of[note]] = note
            found.marks[link.serial] = key_of[note]
            found.ways_back.update(back.serial for back in ways_back)
        found.marks = {mark: k for mark, k in found.marks.items() if mark not in found.ways_back}
        self._take(found)
        return found

    def _is_mark(self, link: Link) -> bool:
        label = self._labels.get(link.serial, "")
        return 0 < len(label) <= _LONGEST_LABEL

    def _ways_back(self, link: Link, place: Node) -> list[Link]:
        return [
            back
            for name in link.names
            for back in self._leading_to.get(name, ())[:_MOST_WAYS_BACK]
            if back.serial > link.serial
            and self._is_mark(back)
            and (link.href[1:] in back.names or place in _around(self._node_of[back.serial]))
        ]

    def _is_one_way(self, link: Link, place: Node) -> bool:
        return (
            link.serial in self._raised
            and _NOTE_PLACE.fullmatch(link.href[1:]) is not None
            and place.tag in _HOLDS_NOTE | {"p"}
            and place not in self._with_headings
            and place not in _around(self._node_of[link.serial])
        )

    def _key(self, link: Link, found: Footnotes) -> str:
        label = self._labels[link.serial].strip("[]()^ ")
        label = label if label.isalnum() else str(len(found.notes) + 1)
        return label if label not in found.notes else f"{label}-{len(found.notes) + 1}"

    def _take(self, found: Footnotes) -> None:
        comments = [node for name, node in self._places.items() if _COMMENT.fullmatch(name)]
        ends = Counter(
            one for node in {*found.notes.values(), *comments} for one in set(_around(node))
        )
        marked = {one for mark in found.marks for one in _around(self._node_of[mark])}
        for node in comments:
            self._holder(node, ends, marked).taken = True
        for key, node in found.notes.items():
            found.notes[key] = self._holder(node, ends, marked)
            found.notes[key].taken = True

    def _holder(self, node: Node, ends: Counter[Node], marked: set[Node]) -> Node:
        """The block that holds all of one note, and nothing else."""
        holder = node
        while (
            (around := holder.parent)
            and around.tag in _HOLDS_NOTE
            and ends[around] == 1
            and around not in marked
            and around not in self._with_headings
        ):
            holder = around
        return holder


def _around(node: Node) -> Iterator[Node]:
    """A block and those it stands in, inmost first."""
    at: Node | None = node
    while at:
        yield at
        at = at.parent
