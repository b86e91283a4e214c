"""Finds room for the names of places beside their markers. Nothing is dropped.

Each name tries eight positions round its marker, then positions farther out with a leader
line; a name that fits nowhere becomes a number in a disc, which a key explains.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lettering import text_height, text_width
from .lines import Box, Point, densify

# To the right, the left, above right, below right, above left, below left, above, below: the
# order in which cartographers try them (Imhof). A right-to-left name starts with the left.
_POSITIONS = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
_MIRRORED = ((-1, 0), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1), (0, -1), (0, 1))
_DISTANT_EM = (1.1, 2.0, 3.0)
_DISC_DISTANCES_EM = (0.4, 1.2, 2.2, 3.4, 4.8)
_CROSSED_ROUTE = 1.5
_CROSSED_WATER = 0.25
_COVERED_MARKER = 50.0
_DISTANCE_PENALTY = 1.0
_BASELINE_SHARE = 0.35


@dataclass(frozen=True)
class NameWanted:
    """One name and the marker it belongs to."""

    text: str
    x: float
    y: float
    size: float
    radius: float


@dataclass(frozen=True)
class PlacedName:
    """Where a name stands. ``anchor`` is SVG's text-anchor in the name's own direction.

    ``number`` is set when the name did not fit: the disc's number stands at x, y instead.
    ``leader`` joins a name that stands apart to its marker, else it is empty.
    """

    x: float
    y: float
    anchor: str
    number: int | None = None
    leader: tuple[Point, ...] = ()


class LabelRoom:
    """A sheet on which names take room, one after the other."""

    def __init__(
        self,
        sheet: Box,
        *,
        direction: str,
        obstacles: Iterable[Box] = (),
        routes: Iterable[Sequence[Point]] = (),
        waters: Iterable[Sequence[Point]] = (),
        spacing: float = 8.0,
    ) -> None:
        self.sheet = sheet
        self.taken: list[Box] = list(obstacles)
        self._rtl = direction == "rtl"
        self._markers: list[Box] = []
        self._costly = _samples(routes, _CROSSED_ROUTE, spacing)
        self._costly += _samples(waters, _CROSSED_WATER, spacing)
        self._costly.sort()

    def place_all(self, names: Sequence[NameWanted]) -> list[PlacedName]:
        """Place names in the order given, the most important first; returns the same order."""
        self._markers = [_marker_box(name) for name in names]
        placed, next_number = [], 1
        for name in names:
            found = self._beside(name) or self._apart(name)
            if found is None:
                found = self._numbered(name, next_number)
                next_number += 1
            placed.append(found)
        return placed

    def is_free(self, box: Box) -> bool:
        return self.sheet.holds(box) and not any(box.meets(other) for other in self.taken)

    def crossed(self, box: Box) -> float:
        """What lettering in a box would cover of routes and rivers; 0 is nothing."""
        first = bisect_left(self._costly, (box.top,))
        last = bisect_right(self._costly, (box.bottom,))
        return sum(price for _, x, price in self._costly[first:last] if box.left < x < box.right)

    def _beside(self, name: NameWanted) -> PlacedName | None:
        return self._best(name, [(0.0, 0)])

    def _apart(self, name: NameWanted) -> PlacedName | None:
        return self._best(
            name, [(name.size * far, order) for order, far in enumerate(_DISTANT_EM, 1)]
        )

    def _best(self, name: NameWanted, distances: list[tuple[float, int]]) -> PlacedName | None:
        best, best_cost, best_box = None, float("inf"), None
        for distance, order in distances:
            for rank, side in enumerate(_MIRRORED if self._rtl else _POSITIONS):
                box = _label_box(name, side, distance)
                if not self.is_free(box):
                    continue
                cost = rank * 0.12 + order * _DISTANCE_PENALTY + self._cost(box, name)
                if cost < min(best_cost, _COVERED_MARKER):
                    best, best_cost, best_box = self._named(name, side, box, order), cost, box
        if best_box:
            self.taken.append(best_box)
        return best

    def _cost(self, box: Box, name: NameWanted) -> float:
        own = _marker_box(name)
        covered = any(box.meets(marker) for marker in self._markers if marker != own)
        return self.crossed(box) + (_COVERED_MARKER if covered else 0)

    def _named(self, name: NameWanted, side: tuple[int, int], box: Box, order: int) -> PlacedName:
        across = side[0]
        x = {1: box.left, -1: box.right, 0: (box.left + box.right) / 2}[across]
        anchor = {1: "start", -1: "end", 0: "middle"}[across]
        if self._rtl:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        middle = (box.top + box.bottom) / 2
        leader = _leader(name, box) if order else ()
        return PlacedName(x, middle + name.size * _BASELINE_SHARE, anchor, leader=leader)

    def _numbered(self, name: NameWanted, number: int) -> PlacedName:
        radius = name.size * 0.75
        spots = [
            (name.x + side[0] * reach, name.y + side[1] * reach)
            for distance in _DISC_DISTANCES_EM
            for side in _POSITIONS
            for reach in [name.radius + radius + name.size * distance - name.size * 0.3]
        ]
        for x, y in spots:
            box = Box(x - radius, y - radius, x + radius, y + radius)
            if self.is_free(box) and self._cost(box, name) < _COVERED_MARKER:
                break
        else:
            x, y = name.x, name.y
            box = Box(x - radius, y - radius, x + radius, y + radius)
        self.taken.append(box)
        leader = () if (x, y) == (name.x, name.y) else ((name.x, name.y), (x, y))
        return PlacedName(x, y, "middle", number=number, leader=leader)


def _label_box(name: NameWanted, side: tuple[int, int], distance: float) -> Box:
    width, height = text_width(name.text, name.size), text_height(name.size)
    gap = name.radius + name.size * 0.3 + distance
    across, down = side
    diagonal = 0.72 if across and down else 1.0
    x = name.x + across * gap * diagonal
    y = name.y + down * (gap * diagonal + height / 2 - name.size * 0.16)
    left = {1: x, -1: x - width, 0: x - width / 2}[across]
    return Box(left, y - height / 2, left + width, y + height / 2)


def _leader(name: NameWanted, box: Box) -> tuple[Point, ...]:
    end = (min(max(name.x, box.left), box.right), min(max(name.y, box.top), box.bottom))
    return (name.x, name.y), end


def _marker_box(name: NameWanted) -> Box:
    return Box(
        name.x - name.radius, name.y - name.radius, name.x + name.radius, name.y + name.radius
    )


def _samples(
    lines: Iterable[Sequence[Point]], price: float, spacing: float
) -> list[tuple[float, float, float]]:
    """Points along lines, y before x, each with what it costs to cover it."""
    return [
        (y, x, price)
        for line in lines
        for start, end in pairwise(line)
        for x, y in densify([start, end], spacing)
    ]
