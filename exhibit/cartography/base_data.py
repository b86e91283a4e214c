"""The base map: land, borders, water and relief of Natural Earth, unpacked once per process.

Two sheets: the world at 1:50m and one region at 1:10m (data/README.md). A ring or line keeps
its box, so that what lies outside a map costs nothing.
"""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .bounds import Bounds
from .lines import Box, Point, box_of

_DATA = Path(__file__).parent / "data"
_REGION_BOUNDS = Bounds(50, 24, 80, 45)


@dataclass(frozen=True)
class Shape:
    """A line or a closed ring in degrees."""

    points: tuple[Point, ...]
    box: Box


@dataclass(frozen=True)
class Country:
    code: str
    names: dict[str, str]
    rank: int
    rings: tuple[Shape, ...]


@dataclass(frozen=True)
class River:
    """``rank`` 1 is named first; rivers without names are drawn and never named."""

    rank: int
    names: dict[str, str]
    lines: tuple[Shape, ...]


@dataclass(frozen=True)
class BaseMap:
    bounds: Bounds
    land: tuple[Shape, ...]
    countries: tuple[Country, ...]
    borders: tuple[Shape, ...]
    lakes: tuple[Shape, ...]
    rivers: tuple[River, ...]
    relief: tuple[Shape, ...]


def base_map_for(window: Bounds) -> BaseMap:
    """Return the most detailed base map that covers a part of the earth."""
    return _load("region") if _REGION_BOUNDS.contains(window) else _load("world")


@cache
def _load(name: str) -> BaseMap:
    packed = json.loads(gzip.decompress((_DATA / f"{name}.json.gz").read_bytes()))
    step = packed["step"]
    return BaseMap(
        bounds=Bounds(*packed["bounds"]),
        land=_shapes(packed["land"], step),
        countries=tuple(
            Country(
                country["code"], country["names"], country["rank"],
                _shapes(country["rings"], step),
            )
            for country in packed["countries"]
        ),
        borders=_shapes(packed["borders"], step),
        lakes=_shapes(packed["lakes"], step),
        rivers=tuple(
            River(river["rank"], river["names"], _shapes(river["lines"], step))
            for river in packed["rivers"]
        ),
        relief=_shapes(packed["relief"], packed["relief_step"]),
    )  # fmt: skip


def _shapes(lines: Iterable[list[int]], step: float) -> tuple[Shape, ...]:
    shapes = []
    for numbers in lines:
        x = y = 0
        points = []
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x += step_x
            y += step_y
            points.append((x * step, y * step))
        shapes.append(Shape(tuple(points), box_of(points)))
    return tuple(shapes)
