"""Lists as Google Docs and Word export them: one item after another, each with its level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cms.importer.manuscript.elements import Element, ListElement, Paragraph, Picture

from .nodes import Node, Run

_GOOGLE_LIST = re.compile(r"\blst-(\w{1,40})-([0-8])(?:\s|$)")
_WORD_LIST = re.compile(r"l[0-9]{1,6} level([0-9]) ")
_NUMBER = re.compile(r"\s*(?:([0-9]{1,3})|[a-zA-Z]|[ivxIVX]{1,5})[.)]")
_WRITTEN_MARKER = re.compile(r"\s*(?:[0-9]{1,3}[.)]|[a-zA-Z][.)]|[ivx]{1,5}[.)]|[·•▪■►§o–-])\s{2,}")
_LENGTH = re.compile(r"([0-9]{0,4}\.?[0-9]{1,4})(in|pt|cm|mm)")
_POINTS = {"in": 72.0, "pt": 1.0, "cm": 28.35, "mm": 2.835}
_POINTS_A_LEVEL = 36.0
_DEEPEST = 9


@dataclass(frozen=True)
class Entry:
    """An item, or what goes on with the one before it. ``level`` counts from 0."""

    level: int
    ordered: bool
    number: int
    elements: tuple[Element, ...]
    line: int


@dataclass(frozen=True)
class Marker:
    """The bullet or number in front of a paragraph; ``length`` is how many letters it takes."""

    level: int
    ordered: bool
    number: int
    length: int


def google_level(node: Node) -> tuple[str, int] | None:
    """Return a list's name and level, if it is one of Google's."""
    match = _GOOGLE_LIST.search(node.classes)
    return (match.group(1), int(match.group(2))) if match else None


def word_marker(paragraph: Node) -> Marker | None:
    """Return the marker of a paragraph that Word shows as an item of a list."""
    declared = _WORD_LIST.match(f"{paragraph.styles.get('mso-list', '')} ")
    if not declared and not paragraph.classes.startswith("msolist"):
        return None
    ignored = "".join(
        child.text for child in paragraph.children if isinstance(child, Run) and child.look.marker
    )
    length = 0
    if not ignored:
        written = _WRITTEN_MARKER.match(paragraph.text()[:80])
        if not written:
            return None
        ignored, length = written.group(), written.end()
    match = _NUMBER.match(ignored)
    level = int(declared.group(1)) - 1 if declared else _indented(paragraph)
    number = int(match.group(1)) if match and match.group(1) else 1
    return Marker(max(level, 0), match is not None, number, length)


def _indented(paragraph: Node) -> int:
    match = _LENGTH.match(paragraph.styles.get("margin-left", ""))
    if not match:
        return 0
    points = float(match.group(1)) * _POINTS[match.group(2)]
    return min(max(round(points / _POINTS_A_LEVEL) - 1, 0), _DEEPEST)


def nested(entries: Sequence[Entry]) -> list[Element]:
    """Put entries into lists by their levels. Pictures in them come after the list."""
    lists, pictures = _lists(list(entries))
    return [*lists, *pictures]


def _lists(entries: list[Entry]) -> tuple[list[Element], list[Element]]:
    made: list[Element] = []
    pictures: list[Element] = []
    at = 0
    while at < len(entries):
        first = entries[at]
        items: list[tuple[Element, ...]] = []
        lines: list[int] = []
        while at < len(entries) and entries[at].level <= first.level:
            entry = entries[at]
            if items and entry.ordered != first.ordered:
                break
            below = at + 1
            while below < len(entries) and entries[below].level > first.level:
                below += 1
            inner, shown = _lists(entries[at + 1 : below])
            pictures += [one for one in entry.elements if isinstance(one, Picture)] + shown
            words = [one for one in entry.elements if not isinstance(one, Picture)]
            items.append((*(words or [Paragraph((), entry.line)]), *inner))
            lines.append(entry.line)
            at = below
        kept = [(item, line) for item, line in zip(items, lines, strict=True) if _says(item)]
        if kept:
            made.append(
                ListElement(
                    first.ordered,
                    first.number if first.ordered else 1,
                    tuple(item for item, _ in kept),
                    first.line,
                    tuple(line for _, line in kept),
                )
            )
    return made, pictures


def _says(item: tuple[Element, ...]) -> bool:
    return any(not isinstance(one, Paragraph) or one.lines for one in item)
