"""Places the quiet names: countries across their visible areas, rivers along their courses."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .base_data import BaseMap, Country, River
from .labels import LabelRoom
from .layers import Sheet
from .lettering import LETTER_SPACING_EM, text_height, text_width
from .lines import Box, Point, box_of

_ROWS = 24
_COUNTRY_TOLERANCE_UNITS = 4.0
# A name over a river or a route is as bad as one this much farther from the middle.
_CROSSED_LINE_UNITS = 25.0
_STEEPEST_DEGREES = 62
_MOST_RIVER_NAMES = 7


@dataclass(frozen=True)
class QuietName:
    """A name's middle, in SVG units; ``angle`` turns it clockwise by so many degrees."""

    text: str
    x: float
    y: float
    angle: float = 0.0


def name_in(names: Mapping[str, str], language: str) -> str:
    """Return a name in a language, in its base language, else in English, else nothing."""
    base = language.replace("_", "-").split("-")[0].lower()
    return names.get(language) or names.get(base) or names.get("en", "")


def country_names(
    sheet: Sheet, countries: Iterable[Country], room: LabelRoom, *, language: str, size: float
) -> list[QuietName]:
    """Name each country whose name fits wholly inside the part of it that the sheet shows."""
    placed = []
    for country in countries:
        if country.rank > 6:
            continue
        rings = list(sheet.rings(country.rings, _COUNTRY_TOLERANCE_UNITS))
        if not rings:
            continue
        text = name_in(country.names, language).upper()
        spot = _inside(rings, text, size, room)
        if spot:
            placed.append(QuietName(text, *spot))
    return placed


def _inside(
    rings: list[list[Point]], text: str, size: float, room: LabelRoom
) -> tuple[float, float] | None:
    """Return the free spot nearest the middle of the area, or None."""
    width = text_width(text, size) + len(text) * size * LETTER_SPACING_EM
    height = text_height(size)
    largest = max(rings, key=lambda ring: _extent(box_of(ring)))
    area = box_of(largest)
    middle = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    best, best_distance, best_box = None, float("inf"), None
    for row in range(1, _ROWS):
        y = area.top + (area.bottom - area.top) * row / _ROWS
        edges = (y - height * 0.6, y, y + height * 0.6)
        for left, right in _common([_spans(largest, edge) for edge in edges]):
            for x in _columns(left, right, width, middle[0]):
                box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                distance = math.hypot((x - middle[0]) * 0.6, y - middle[1])
                distance += _CROSSED_LINE_UNITS * room.crossed(box)
                if distance < best_distance and room.is_free(box.grown(size * 0.2)):
                    best, best_distance, best_box = (x, y + size * 0.35), distance, box
    if best_box:
        room.taken.append(best_box)
    return best


def _columns(left: float, right: float, width: float, middle: float) -> Iterable[float]:
    low, high = left + width / 2, right - width / 2
    if low > high:
        return ()
    return min(max(middle, low), high), low + (high - low) * 0.25, low + (high - low) * 0.75


def _spans(ring: Sequence[Point], y: float) -> list[tuple[float, float]]:
    """Return where a horizontal line is inside a ring, from left to right."""
    crossings = sorted(
        x + (y - y_here) * (next_x - x) / (next_y - y_here)
        for (x, y_here), (next_x, next_y) in itertools.pairwise(ring)
        if (y_here > y) != (next_y > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _common(rows: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    shared = rows[0]
    for row in rows[1:]:
        shared = [
            (max(left, other_left), min(right, other_right))
            for left, right in shared
            for other_left, other_right in row
            if max(left, other_left) < min(right, other_right)
        ]
    return shared


def river_names(
    sheet: Sheet, base: BaseMap, room: LabelRoom, *, language: str, size: float
) -> list[QuietName]:
    """Name the chief rivers along their straightest visible stretch."""
    placed: list[QuietName] = []
    for river in sorted(base.rivers, key=lambda river: river.rank):
        text = name_in(river.names, language)
        if text and len(placed) < _MOST_RIVER_NAMES:
            name = _along(sheet, river, text, size, room)
            if name:
                placed.append(name)
    return placed


def _along(sheet: Sheet, river: River, text: str, size: float, room: LabelRoom) -> QuietName | None:
    width = text_width(text, size)
    best, best_cost, best_boxes = None, float("inf"), []
    for line in sheet.river_lines(river):
        for start, end, bend in _stretches(line, width):
            angle = _reading_angle(start, end)
            if abs(angle) > _STEEPEST_DEGREES:
                continue
            for side in (-1, 1):
                name, boxes = _beside_stretch(text, start, end, angle, side * size * 0.62, size)
                cost = bend + abs(angle) / 60 + (0.2 if side > 0 else 0)
                if cost < best_cost and all(room.is_free(box) for box in boxes):
                    best, best_cost, best_boxes = name, cost, boxes
    room.taken += best_boxes
    return best


def _stretches(line: Sequence[Point], width: float) -> Iterable[tuple[Point, Point, float]]:
    """Yield chords about as long as a name, with how far the line bends away from each."""
    for first in range(len(line) - 1):
        reach = 0.0
        for last in range(first + 1, len(line)):
            reach = math.dist(line[first], line[last])
            if reach >= width * 1.1:
                bend = max(
                    _off(line[index], line[first], line[last]) for index in range(first, last + 1)
                )
                if bend < width * 0.22:
                    yield line[first], line[last], 10 * bend / width
                break


def _off(point: Point, start: Point, end: Point) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    return abs(across * (point[1] - start[1]) - down * (point[0] - start[0])) / math.hypot(
        across, down
    )


def _reading_angle(start: Point, end: Point) -> float:
    angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    return angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle


def _beside_stretch(
    text: str, start: Point, end: Point, angle: float, shift: float, size: float
) -> tuple[QuietName, list[Box]]:
    turned = math.radians(angle)
    x = (start[0] + end[0]) / 2 - math.sin(turned) * shift
    y = (start[1] + end[1]) / 2 + math.cos(turned) * shift
    half, reach = size * 0.5, text_width(text, size) / 2
    count = max(2, math.ceil(2 * reach / size))
    boxes = []
    for index in range(count + 1):
        along = reach * (2 * index / count - 1)
        centre_x, centre_y = x + math.cos(turned) * along, y + math.sin(turned) * along
        boxes.append(Box(centre_x - half, centre_y - half, centre_x + half, centre_y + half))
    baseline = size * 0.32
    name = QuietName(text, x - math.sin(turned) * baseline, y + math.cos(turned) * baseline, angle)
    return name, boxes


def _extent(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
