"""Automatic numbers: what each numbered paragraph showed in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .markup import Node
from .number_formats import UNNUMBERED, written
from .styles import ParagraphStyle, read_indent

_PLACE = re.compile(r"%([1-9])")
_LARGEST_NUMBER = 1_000_000
_DEEPEST = 8


@dataclass(frozen=True)
class Level:
    start: int = 1
    kind: str = "decimal"
    text: str = "%1."
    style_id: str = ""
    restart_after: int | None = None
    decimal_only: bool = False
    indent: int | None = None


@dataclass(frozen=True)
class Number:
    """The number of one paragraph.

    ``shown`` is the whole text, "Chapter 3:"; empty for a bullet. ``list_id`` tells lists apart,
    ``indent`` (in twentieths of a point) which of two lists stands inside the other.
    """

    list_id: str
    level: int
    value: int
    shown: str
    ordered: bool
    has_words: bool = False
    parts: int = 1
    indent: int = 0


class Numbering:
    """Reads ``numbering.xml`` and counts paragraphs, which must come in document order."""

    def __init__(self, tree: Node | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._style_lists: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for node in tree.children if tree else ():
            if node.name == "w:abstractNum":
                self._read_abstract(node)
            elif node.name == "w:num":
                self._read_list(node)

    def next_number(
        self, own: tuple[str | None, int | None], style: ParagraphStyle, indent: int | None
    ) -> Number | None:
        """Count one paragraph: its own list and level, else its style's. None without a number.

        Args:
            indent: of the paragraph itself.
        """
        list_id = own[0] if own[0] is not None else style.numbering[0]
        if list_id is None or list_id not in self._lists:
            return None
        levels = self._levels(list_id)
        depth = own[1]
        if depth is None and own[0] is None:
            depth = self._level_of_style(levels, style)
        depth = min(depth or 0, _DEEPEST)
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(self._abstract_of(list_id), {})
        value = self._count(list_id, depth, level, levels, counts)
        if level.kind in UNNUMBERED and not _PLACE.search(level.text):
            number = _unnumbered(list_id, depth, value, level)
        else:
            number = self._number(list_id, depth, value, levels, counts)
        if indent is None:
            of_style = style.indent[0] if own[0] is None else None
            indent = of_style if of_style is not None else level.indent
        return replace(number, indent=indent or 0) if number else None

    def _count(
        self, list_id: str, depth: int, level: Level, levels: dict[int, Level],
        counts: dict[int, int],
    ) -> int:  # fmt: skip
        start = level.start
        if (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            if depth in self._starts.get(list_id, {}):
                start = self._starts[list_id][depth]
                counts.pop(depth, None)
        value = min(counts[depth] + 1 if depth in counts else start, _LARGEST_NUMBER)
        counts[depth] = value
        for below in [one for one in counts if one > depth]:
            restart = levels.get(below, Level()).restart_after
            if restart is None or (restart > 0 and depth < restart):
                del counts[below]
        return value

    def _number(
        self, list_id: str, depth: int, value: int, levels: dict[int, Level],
        counts: dict[int, int],
    ) -> Number:  # fmt: skip
        level = levels.get(depth, Level())

        def show(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            kind = "decimal" if level.decimal_only else levels.get(place, Level()).kind
            return written(counts.get(place, levels.get(place, Level()).start), kind)

        pattern = level.text[:200]
        words = _PLACE.sub("", pattern)
        return Number(
            list_id, depth, value, " ".join(_PLACE.sub(show, pattern).split()), ordered=True,
            has_words=any(map(str.isalpha, words)), parts=len(_PLACE.findall(pattern)),
        )  # fmt: skip

    def _levels(self, list_id: str) -> dict[int, Level]:
        levels = self._abstract.get(self._abstract_of(list_id), {})
        override = self._overrides.get(list_id)
        return {**levels, **override} if override else levels

    def _abstract_of(self, list_id: str) -> str:
        """The list's definition, through a list style if it only names one."""
        abstract = self._lists[list_id]
        for _ in range(5):
            style = self._links.get(abstract)
            other = self._style_lists.get(style) if style else None
            if other is None:
                break
            abstract = other
        return abstract

    @staticmethod
    def _level_of_style(levels: dict[int, Level], style: ParagraphStyle) -> int:
        """A style names its list; the list's level names the style."""
        if style.numbering[1] is not None:
            return style.numbering[1]
        linked = (place for place, level in levels.items() if level.style_id == style.style_id)
        return next(linked, 0) if style.style_id else 0

    def _read_abstract(self, node: Node) -> None:
        name = node.get("abstractNumId")
        levels: dict[int, Level] = {}
        for child in node.children:
            if child.name == "w:lvl":
                levels[_number(child.get("ilvl"), 0)] = _read_level(child)
            elif child.name == "w:numStyleLink":
                self._links[name] = child.get("val")
            elif child.name == "w:styleLink":
                self._style_lists[child.get("val")] = name
        self._abstract[name] = levels

    def _read_list(self, node: Node) -> None:
        list_id, abstract = node.get("numId"), node.value("w:abstractNumId")
        if list_id == "0" or abstract is None:
            return
        self._lists[list_id] = abstract
        for child in node.children:
            if child.name != "w:lvlOverride":
                continue
            depth = _number(child.get("ilvl"), 0)
            if (start := child.value("w:startOverride")) is not None:
                self._starts.setdefault(list_id, {})[depth] = _number(start, 1)
            if level := child.child("w:lvl"):
                self._overrides.setdefault(list_id, {})[depth] = _read_level(level)


def _unnumbered(list_id: str, depth: int, value: int, level: Level) -> Number | None:
    """A bullet, or words such as "Note:" before each paragraph."""
    text = " ".join(level.text[:200].split())
    if len(text) > 1 and any(map(str.isalpha, text)):
        return Number(list_id, depth, value, text, ordered=True, has_words=True, parts=0)
    return Number(list_id, depth, value, "", ordered=False) if level.kind == "bullet" else None


def _read_level(node: Node) -> Level:
    restart = node.value("w:lvlRestart")
    return Level(
        _number(node.value("w:start"), 1),
        _kind(node),
        node.value("w:lvlText") or "",
        node.value("w:pStyle") or "",
        None if restart is None else _number(restart, 0),
        node.child("w:isLgl") is not None,
        read_indent(node.child("w:pPr"))[0],
    )


def _kind(node: Node) -> str:
    """The format; a newer one stands in a choice beside an older."""
    kind = node.value("w:numFmt")
    if kind is None:
        kind = next((found.get("val") for found in node.all("w:numFmt")), "decimal")
    return kind


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 8 else otherwise
