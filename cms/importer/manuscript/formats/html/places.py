"""Where the links within a page lead: which heading, and so which chapter, a place belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cms.importer.manuscript.structure.heading_numbers import is_sub_numbered, read_numbered_title
from cms.importer.manuscript.structure.section_words import part_kind

from .tree import HEADINGS, LISTS, Image, Node, Page, Place, Run

_PART_TARGETS = {
    "faq": "#faq", "sources": "#sources", "notes": "#sources", "conclusion": "#conclusion",
    "introduction": "#introduction",
}  # fmt: skip
_GOOGLE_SUB_LIST = re.compile(r"\blst-\w{1,40}-[1-8](?:\s|$)")


@dataclass
class Places:
    """What the names in a page stand for.

    ``targets`` has ``#7`` or ``#faq`` for each place in a chapter with a number or a part with a
    page; ``headings`` has for each heading's names its place among headings, from 1, and level.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    headings: dict[str, tuple[int, int]] = field(default_factory=dict)


def number_headings(root: Node) -> None:
    """Give headings that stand in numbered lists, as programs export them, their numbers."""
    _HeadingNumbers().walk(root)


class _HeadingNumbers:
    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def walk(self, node: Node) -> None:
        for child in node.nodes():
            if child.tag == "ol" and not _GOOGLE_SUB_LIST.search(child.classes):
                self._number_items(child)
            self.walk(child)

    def _number_items(self, numbered: Node) -> None:
        number = list_start(numbered)
        for item in (item for item in numbered.nodes() if item.tag == "li"):
            number = whole(item.attributes.get("value")) or number
            heading = next(item.nodes(), None)
            if heading and heading.tag in HEADINGS and heading.text().strip():
                if "start" not in numbered.attributes and "value" not in item.attributes:
                    # LibreOffice begins a list for each heading, and leaves its number out.
                    number = max(number, self._last.get(heading.tag, 0) + 1)
                self._last[heading.tag] = number
                if not read_numbered_title(heading.text()):
                    heading.prefix = f"{number}. "
            number += 1


def list_start(node: Node) -> int:
    return whole(node.attributes.get("start")) or 1


def whole(said: str | None) -> int:
    said = (said or "").strip()
    return int(said) if said.isdecimal() and len(said) < 7 else 0


def find_places(page: Page) -> Places:
    finder = _Finder()
    finder.walk(page.root)
    finder.settle()
    return finder.places


class _Finder:
    def __init__(self) -> None:
        self.places = Places()
        self._target = ""
        self._level = 0
        self._headings = 0
        self._waiting: list[str] = []

    def walk(self, node: Node) -> None:
        if node.tag in HEADINGS and node.text().strip():
            self._enter(node)
        for child in node.children:
            match child:
                case Node():
                    self.walk(child)
                case Place(name):
                    self.places.nodes.setdefault(name, node)
                    self._waiting.append(name)
                case Run(text) if text.strip():
                    self.settle()
                case Image():
                    self.settle()
        if node.tag in LISTS or node.tag == "table":
            self.settle()

    def settle(self) -> None:
        """Places right before a heading are the heading's; the others the chapter's so far."""
        for name in self._waiting:
            if self._target:
                self.places.targets.setdefault(name, self._target)
        self._waiting.clear()

    def _enter(self, heading: Node) -> None:
        text = heading.prefix + " ".join(heading.text().split())
        level = int(heading.tag[1])
        numbered = read_numbered_title(text)
        part = part_kind(numbered.title if numbered else text)
        if part in _PART_TARGETS and (not numbered or part in {"faq", "sources", "notes"}):
            self._target, self._level = _PART_TARGETS[part], level
        elif numbered:
            self._target, self._level = f"#{numbered.number}", level
        elif not is_sub_numbered(text) and level <= self._level:
            self._target = ""
        self._headings += 1
        own = [child.name for child in heading.children if isinstance(child, Place)]
        for name in (*self._waiting, *own):
            self.places.headings.setdefault(name, (self._headings, level))
