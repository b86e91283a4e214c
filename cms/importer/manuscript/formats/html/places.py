"""Where the links within a page lead: which heading, and so which chapter, a place belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.importer.manuscript.structure.heading_numbers import is_sub_numbered, read_numbered_title
from cms.importer.manuscript.structure.section_words import part_kind

from .tree import HEADINGS, LISTS, Image, Node, Page, Place, Run

_PART_TARGETS = {
    "faq": "#faq", "sources": "#sources", "notes": "#sources", "conclusion": "#conclusion",
    "introduction": "#introduction",
}  # fmt: skip
_GOOGLE_SUB_LIST = ("-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8")


@dataclass
class Places:
    """What the names in a page stand for.

    ``targets`` has ``#7`` or ``#faq`` for each place in a chapter with a number or a part with a
    page; ``headings`` has for each heading's names its place among headings, from 1, and level.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    headings: dict[str, tuple[int, int]] = field(default_factory=dict)


def number_headings(node: Node) -> None:
    """Give headings that stand in numbered lists, as Google Docs exports them, their numbers."""
    for child in node.nodes():
        if child.tag == "ol" and not child.classes.endswith(_GOOGLE_SUB_LIST):
            _number_items(child)
        number_headings(child)


def _number_items(numbered: Node) -> None:
    if any(f"{level} " in f"{numbered.classes} " for level in _GOOGLE_SUB_LIST):
        return
    for number, item in enumerate(
        (item for item in numbered.nodes() if item.tag == "li"), start=list_start(numbered)
    ):
        first = next(item.nodes(), None)
        if first and first.tag in HEADINGS and not read_numbered_title(first.text()):
            first.prefix = f"{number}. "


def list_start(node: Node) -> int:
    start = node.attributes.get("start", "1").strip()
    return int(start) if start.isdecimal() and len(start) < 7 else 1


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
