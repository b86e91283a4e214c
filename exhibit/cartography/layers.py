"""The base map's layers as SVG paths on one frame."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .base_data import BaseMap, Country, River, Shape
from .frame import Frame
from .lines import Box, Point, clip_line, clip_ring, densify, simplify, thin

# Half a unit is what an eye at reading distance cannot tell from a smooth line.
_TOLERANCE_UNITS = 0.4
# Outlines run this far past the sheet's edge, where nobody sees them end.
_BLEED_UNITS = 6
_LONGEST_STRAIGHT_DEGREES = 3
_SMALLEST_RELIEF_UNITS = 3.0
_POLE_LATITUDE = 89.9


@dataclass(frozen=True)
class Layers:
    """SVG path data, empty where the sheet shows none; a ring's fill rule is nonzero."""

    land: str
    coast: str
    borders: str
    lakes: str
    rivers: str
    relief: str


class Sheet:
    """Lays shapes of the base map on a frame: cut, thinned, in SVG units."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        window = frame.window()
        self._window = Box(window.west, window.south, window.east, window.north)
        self._centre = frame.projection.centre_longitude
        self._coarse_degrees = _TOLERANCE_UNITS / frame.units_per_degree()
        self._sheet = Box(0, 0, frame.width, frame.height).grown(_BLEED_UNITS)
        self._river_lines: dict[int, list[list[Point]]] = {}

    def rings(
        self, shapes: Iterable[Shape], tolerance: float = _TOLERANCE_UNITS
    ) -> Iterator[list[Point]]:
        for points in self._near(shapes, tolerance):
            ring = clip_ring(points, self._window)
            if not ring:
                continue
            placed = self._place(densify([*ring, ring[0]], _LONGEST_STRAIGHT_DEGREES))
            visible = clip_ring(placed, self._sheet)
            if len(visible) > 2:
                yield simplify([*visible, visible[0]], tolerance)

    def lines(self, shapes: Iterable[Shape]) -> Iterator[list[Point]]:
        for points in self._near(shapes, _TOLERANCE_UNITS):
            yield from self._visible_lines(points)

    def river_lines(self, river: River) -> list[list[Point]]:
        """A river's course; kept, for drawing, naming and going round it all want it."""
        if id(river) not in self._river_lines:
            self._river_lines[id(river)] = list(self.lines(river.lines))
        return self._river_lines[id(river)]

    def coasts(self, shapes: Iterable[Shape]) -> Iterator[list[Point]]:
        """The rings of the land as lines, open where they were closed along a pole."""
        for points in self._near(shapes, _TOLERANCE_UNITS):
            for piece in _without_pole(points):
                yield from self._visible_lines(piece)

    def _visible_lines(self, points: Sequence[Point]) -> Iterator[list[Point]]:
        for piece in clip_line(points, self._window):
            placed = self._place(densify(piece, _LONGEST_STRAIGHT_DEGREES))
            for visible in clip_line(placed, self._sheet):
                yield simplify(visible, _TOLERANCE_UNITS)

    def _near(self, shapes: Iterable[Shape], tolerance: float) -> Iterator[list[Point]]:
        """Thinned points in relative longitudes, once for each copy of the earth in sight."""
        distance = self._coarse_degrees * tolerance / _TOLERANCE_UNITS
        for shape in shapes:
            for turn in (-360.0, 0.0, 360.0):
                shift = turn - self._centre
                box = Box(
                    shape.box.left + shift, shape.box.top,
                    shape.box.right + shift, shape.box.bottom,
                )  # fmt: skip
                if self._window.meets(box):
                    points = thin(shape.points, distance)
                    yield [(longitude + shift, latitude) for longitude, latitude in points]

    def _place(self, points: Iterable[Point]) -> list[Point]:
        place = self.frame.place_relative
        return [place(longitude, latitude) for longitude, latitude in points]


def layers_on(sheet: Sheet, base: BaseMap, *, relief: bool = True) -> Layers:
    """Return the base map's layers; call once per map, it is the costly part."""
    return Layers(
        land=path_of(sheet.rings(base.land), closed=True),
        coast=path_of(sheet.coasts(base.land)),
        borders=path_of(sheet.lines(base.borders)),
        lakes=path_of((r for r in sheet.rings(base.lakes) if _size(r) > 2), closed=True),
        rivers=path_of(line for river in base.rivers for line in sheet.river_lines(river)),
        relief=relief_on(sheet, base) if relief else "",
    )


def relief_on(sheet: Sheet, base: BaseMap) -> str:
    """Return the shadows of the mountains as closed shapes."""
    strokes = sheet.rings(base.relief)
    return path_of((ring for ring in strokes if _size(ring) > _SMALLEST_RELIEF_UNITS), closed=True)


def country_on(sheet: Sheet, country: Country) -> str:
    """Return one country's area as closed shapes."""
    return path_of(sheet.rings(country.rings), closed=True)


def path_of(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
    """Write lines as SVG path data, rounded to a tenth, each point as its way from the last."""
    parts = []
    for line in lines:
        tenths = [(round(x * 10), round(y * 10)) for x, y in line]
        steps = [
            (x - last_x, y - last_y)
            for (last_x, last_y), (x, y) in pairwise(tenths)
            if (x, y) != (last_x, last_y)
        ]
        if closed and steps and tenths[0] == tenths[-1]:
            steps.pop()
        if steps:
            first = _pair(*tenths[0])
            parts.append(
                f"M{first}l" + " ".join(_pair(*step) for step in steps) + ("z" if closed else "")
            )
    return "".join(parts)


def _pair(x: int, y: int) -> str:
    right = _tenth(y)
    return _tenth(x) + (right if right.startswith("-") else f" {right}")


def _tenth(value: int) -> str:
    sign, whole, part = "-" if value < 0 else "", abs(value) // 10, abs(value) % 10
    if not part:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{part}"


def _size(ring: Sequence[Point]) -> float:
    """A ring's area in square units, without its sign."""
    return abs(0.5 * sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)))


def _without_pole(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Split a ring where it was closed along the pole, which is no coast."""
    piece: list[Point] = []
    for point in points:
        if abs(point[1]) < _POLE_LATITUDE:
            piece.append(point)
            continue
        if len(piece) > 1:
            yield piece
        piece = []
    if len(piece) > 1:
        yield piece
