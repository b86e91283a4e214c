"""Cutting and thinning lines and rings of points. Any unit; plain arithmetic."""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, amount: float) -> "Box":
        return Box(self.left - amount, self.top - amount, self.right + amount, self.bottom + amount)


def box_of(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def thin(points: Sequence[Point], distance: float) -> list[Point]:
    """Drop points nearer than ``distance`` to the last one kept. First and last stay."""
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    last_x, last_y = points[0]
    limit = distance * distance
    for x, y in points[1:-1]:
        if (x - last_x) ** 2 + (y - last_y) ** 2 >= limit:
            kept.append((x, y))
            last_x, last_y = x, y
    kept.append(points[-1])
    return kept


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Drop points that lie within ``tolerance`` of the line without them (Douglas and Peucker)."""
    if len(points) < 3:
        return list(points)
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    limit = tolerance * tolerance
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        index, distance = _farthest(points, first, last)
        if distance > limit:
            keep[index] = True
            spans += [(first, index), (index, last)]
    return [point for point, kept in zip(points, keep, strict=True) if kept]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    start_x, start_y = points[first]
    along_x, along_y = points[last][0] - start_x, points[last][1] - start_y
    length = along_x * along_x + along_y * along_y
    best, best_distance = first, -1.0
    for index in range(first + 1, last):
        x, y = points[index][0] - start_x, points[index][1] - start_y
        if length:
            share = (x * along_x + y * along_y) / length
            share = 0.0 if share < 0 else min(share, 1.0)
            x, y = x - share * along_x, y - share * along_y
        distance = x * x + y * y
        if distance > best_distance:
            best, best_distance = index, distance
    return best, best_distance


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """Cut a closed ring to a box (Sutherland and Hodgman); may run along the box's edges."""
    clipped = list(ring)
    for inside, crossing in _edges(box):
        if not clipped:
            return []
        source, clipped = clipped, []
        previous = source[-1]
        previous_inside = inside(previous)
        for point in source:
            point_inside = inside(point)
            if point_inside != previous_inside:
                clipped.append(crossing(previous, point))
            if point_inside:
                clipped.append(point)
            previous, previous_inside = point, point_inside
    return clipped


_Edge = tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]


def _edges(box: Box) -> Iterator[_Edge]:
    yield (lambda p: p[0] >= box.left), lambda a, b: (box.left, _y_at(a, b, box.left))
    yield (lambda p: p[0] <= box.right), lambda a, b: (box.right, _y_at(a, b, box.right))
    yield (lambda p: p[1] >= box.top), lambda a, b: (_x_at(a, b, box.top), box.top)
    yield (lambda p: p[1] <= box.bottom), lambda a, b: (_x_at(a, b, box.bottom), box.bottom)


def _y_at(a: Point, b: Point, x: float) -> float:
    return a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _x_at(a: Point, b: Point, y: float) -> float:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])


def clip_line(points: Sequence[Point], box: Box) -> list[list[Point]]:
    """Cut a line to a box; returns the pieces inside, in order."""
    pieces: list[list[Point]] = []
    current: list[Point] = []
    for start, end in itertools.pairwise(points):
        visible = _clip_segment(start, end, box)
        if visible is None:
            continue
        first, second = visible
        if not current or current[-1] != first:
            current = [first]
            pieces.append(current)
        current.append(second)
    return pieces


def _clip_segment(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    """Liang and Barsky: the part of one segment inside the box."""
    across, down = end[0] - start[0], end[1] - start[1]
    enter, leave = 0.0, 1.0
    for step, room in (
        (-across, start[0] - box.left),
        (across, box.right - start[0]),
        (-down, start[1] - box.top),
        (down, box.bottom - start[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    if enter > leave:
        return None
    first = start if enter == 0 else (start[0] + enter * across, start[1] + enter * down)
    second = end if leave == 1 else (start[0] + leave * across, start[1] + leave * down)
    return first, second


def densify(points: Sequence[Point], longest: float) -> list[Point]:
    """Add points so that no step is longer than ``longest``: straight edges must bend."""
    dense = [points[0]]
    for start, end in itertools.pairwise(points):
        parts = math.ceil(math.dist(start, end) / longest)
        for part in range(1, parts):
            share = part / parts
            dense.append(
                (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            )
        dense.append(end)
    return dense
