"""Where on the earth a map looks. Degrees throughout, WGS 84, longitude before latitude."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]

# One place alone still needs surroundings to be recognised by: about 330 km north to south.
SMALLEST_SPAN_DEGREES = 3.0
HIGHEST_LATITUDE = 85.0


@dataclass(frozen=True)
class Bounds:
    """A part of the earth. ``east`` is above 180 where the part crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width_degrees(self) -> float:
        return self.east - self.west

    @property
    def height_degrees(self) -> float:
        return self.north - self.south

    @property
    def centre(self) -> Point:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def contains(self, other: "Bounds") -> bool:
        return (
            self.west <= other.west
            and other.east <= self.east
            and self.south <= other.south
            and other.north <= self.north
        )


def check_coordinates(longitude: float, latitude: float, *, name: str = "This place") -> None:
    """Raise ValueError, with the rule, unless both are degrees on the earth."""
    for label, value, limit in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if not math.isfinite(value) or abs(value) > limit:
            raise ValueError(
                f"{name} has the {label} {value:g}. A {label} lies between -{limit} and {limit} "
                "degrees; south and west are negative. Check whether latitude and longitude "
                "were exchanged."
            )


def bounds_of(points: Iterable[Point], margin: float = 0.12) -> Bounds | None:
    """Return the smallest part of the earth that holds all points, or None if there are none.

    Args:
        points: longitude and latitude in degrees.
        margin: how much is added on each side, as a share of the part's larger span.

    Raises:
        ValueError: if a coordinate is not on the earth.
    """
    points = list(points)
    if not points:
        return None
    for longitude, latitude in points:
        check_coordinates(longitude, latitude)
    west, east = _shortest_arc([longitude for longitude, _ in points])
    south = min(latitude for _, latitude in points)
    north = max(latitude for _, latitude in points)
    west, east = _grow(west, east, _shrinking_at((south + north) / 2))
    south, north = _grow(south, north, 1.0)
    extra = margin * max(east - west, north - south)
    west, east = west - extra, east + extra
    if east - west > 360:
        middle = (west + east) / 2
        west, east = middle - 180, middle + 180
    return Bounds(
        west, max(south - extra, -HIGHEST_LATITUDE), east, min(north + extra, HIGHEST_LATITUDE)
    )


def _shortest_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return west and east of the arc that leaves out the widest empty gap."""
    ordered = sorted({longitude % 360 for longitude in longitudes})
    gaps = [
        (following - current, following)
        for current, following in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)
    ]
    gap, after_gap = max(gaps)
    west = (after_gap + 180) % 360 - 180
    return west, west + 360 - gap


def _shrinking_at(latitude: float) -> float:
    """How many degrees of longitude are as long as one of latitude."""
    return 1 / max(math.cos(math.radians(latitude)), 0.2)


def _grow(low: float, high: float, factor: float) -> tuple[float, float]:
    lacking = SMALLEST_SPAN_DEGREES * factor - (high - low)
    return (low - lacking / 2, high + lacking / 2) if lacking > 0 else (low, high)
