"""Reads what is needed of TopoJSON: rings and lines of named objects, and who shares an arc."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

Line = list[tuple[float, float]]


class Topology:
    def __init__(self, path: Path) -> None:
        content = json.loads(path.read_text("utf-8"))
        self.objects = content["objects"]
        (scale_x, scale_y), (move_x, move_y) = (
            content["transform"]["scale"],
            content["transform"]["translate"],
        )
        self.arcs: list[Line] = []
        for arc in content["arcs"]:
            x = y = 0
            line = []
            for step_x, step_y, *_ in arc:
                x, y = x + step_x, y + step_y
                line.append((x * scale_x + move_x, y * scale_y + move_y))
            self.arcs.append(line)

    def geometries(self, name: str) -> list[dict]:
        thing = self.objects[name]
        found = thing["geometries"] if thing["type"] == "GeometryCollection" else [thing]
        return [geometry for geometry in found if geometry.get("arcs")]

    def rings(self, geometry: dict) -> Iterator[Line]:
        """Yield all rings of a polygon or multipolygon, outer and inner alike."""
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for polygon in polygons:
            for ring in polygon:
                yield _unrolled(self._stitch(ring))

    def lines(self, geometry: dict) -> Iterator[Line]:
        lines = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
        for line in lines:
            yield self._stitch(line)

    def shared_lines(self, name: str) -> Iterator[Line]:
        """Yield the arcs that belong to two geometries: the borders between countries."""
        users = defaultdict(set)
        for number, geometry in enumerate(self.geometries(name)):
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            for polygon in polygons:
                for ring in polygon:
                    for arc in ring:
                        users[arc if arc >= 0 else ~arc].add(number)
        for arc, numbers in sorted(users.items()):
            if len(numbers) > 1:
                yield self.arcs[arc]

    def _stitch(self, indexes: list[int]) -> Line:
        line: Line = []
        for index in indexes:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            line.extend(arc[1:] if line else arc)
        return line


def _unrolled(ring: Line) -> Line:
    """Let a ring run on past the antimeridian; close one that goes round a pole along the pole."""
    turn = 0.0
    line = [ring[0]]
    for (last, _), (longitude, latitude) in pairwise(ring):
        if abs(longitude - last) > 180:
            turn += 360 if longitude < last else -360
        line.append((longitude + turn, latitude))
    if turn:
        pole = -90.0 if line[0][1] < 0 else 90.0
        line += [(line[-1][0], pole), (line[0][0], pole), line[0]]
    return line
