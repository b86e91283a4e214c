"""Where the links within a page lead: which heading, and so which chapter, a place belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .nodes import Node, Page, Place, Run
from .tags import HEADINGS

_NUMBERED = re.compile(
    r"\s{0,9}(?:[^\W\d_]{3,8}\s{1,2})?(?:[0-9۰-۹٠-٩]{1,3}|[IVXLC]{1,6})\s?[.):–—-]"
)
_GOOGLE_SUB_LIST = re.compile(r"\blst-\w{1,40}-[1-8](?:\s|$)")


@dataclass
class Places:
    """``nodes`` are the blocks places stand in.

    ``headings`` has, for each name of a heading, its place among headings, from 1, and level.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
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
                if not _NUMBERED.match(heading.text()):
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
    return finder.places


class _Finder:
    def __init__(self) -> None:
        self.places = Places()
        self._headings = 0
        self._waiting: list[str] = []

    def walk(self, node: Node) -> None:
        """Note every place; those right before a heading are the heading's as well."""
        if node.tag in HEADINGS and node.text().strip():
            self._headings += 1
            own = [child.name for child in node.children if isinstance(child, Place)]
            for name in (*self._waiting, *own):
                self.places.headings.setdefault(name, (self._headings, int(node.tag[1])))
        for child in node.children:
            if isinstance(child, Node):
                self.walk(child)
            elif isinstance(child, Place):
                self.places.nodes.setdefault(child.name, node)
                self._waiting.append(child.name)
            elif not isinstance(child, Run) or child.text.strip():
                self._waiting.clear()
