"""The film's ground and what moves on it: drawn at twice its size, in the colours of the prints.

No words stand in the picture but the names of places: dates and numbers are figures, so that
one film serves all languages; the captions say the rest.
"""
# requires: pillow   (to make the film again; the site needs none of it)

import math
import sys
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(ROOT))

from exhibit.cartography.base_data import base_map_for  # noqa: E402
from exhibit.cartography.bounds import Bounds  # noqa: E402
from exhibit.cartography.frame import frame_for  # noqa: E402
from exhibit.cartography.layers import Sheet  # noqa: E402

WIDTH, HEIGHT, SCALE = 1280, 720, 2
INK, PAPER, LIGHT = (25, 24, 22), (239, 230, 212), (249, 243, 230)
SAND, RIVER, BRICK = (218, 201, 166), (28, 92, 85), (154, 63, 36)
QUIET = (110, 101, 86)
# West of this the sheet is kept empty for the date and the number.
MARGIN_X = 452 * SCALE
FONTS = ROOT / "exhibit/static/exhibit/vendor"
RIVERS = ("Amu Darya", "Panj", "Kabul", "Hari Rud", "Helmand", "Indus", "Panjshir")


def font(family: str, size: float, weight: int) -> ImageFont.FreeTypeFont:
    path = next(FONTS.rglob(f"{family}-latin-wght-normal.woff2"))
    face = ImageFont.truetype(path, round(size * SCALE))
    face.set_variation_by_axes([weight])
    return face


def mix(one: tuple, other: tuple, share: float) -> tuple:
    share = min(max(share, 0.0), 1.0)
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


class Ground:
    """The still map, and where places and roads lie on it."""

    def __init__(self) -> None:
        self.frame = frame_for(
            Bounds(53.2, 30.7, 73.0, 38.6), width=WIDTH * SCALE, height=HEIGHT * SCALE
        )
        base = base_map_for(self.frame.seen())
        sheet = Sheet(self.frame)
        self.picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        pen = ImageDraw.Draw(self.picture)
        for country in base.countries:
            if country.code == "AFG":
                for ring in sheet.rings(country.rings):
                    pen.polygon(ring, fill=LIGHT)
        for ring in sheet.rings(base.relief):
            middle = sum(x for x, _ in ring) / len(ring)
            if middle > MARGIN_X:
                pen.polygon(ring, fill=SAND)
        for line in sheet.lines(base.borders):
            for dash in dashes([p for p in line if p[0] > MARGIN_X - 60], 13, 10):
                pen.line(dash, fill=QUIET, width=3)
        for river in base.rivers:
            if river.names.get("en") in RIVERS:
                weight = 7 if river.rank == 1 or river.names["en"] == "Panj" else 4
                for line in sheet.river_lines(river):
                    kept = [p for p in line if p[0] > MARGIN_X - 60]
                    pen.line(kept, fill=RIVER, width=weight, joint="curve")

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return self.frame.place(longitude, latitude)


class Road:
    """A road as a line on the sheet, measured from its start (0) to its end (1)."""

    def __init__(self, ground: Ground, points: list) -> None:
        self.points = [ground.at(*point) for point in points]
        self.lengths = [math.dist(*pair) for pair in pairwise(self.points)]
        self.whole = sum(self.lengths)

    def point(self, share: float) -> tuple[float, float]:
        return self.until(share)[-1]

    def until(self, share: float) -> list[tuple[float, float]]:
        left = min(max(share, 0.0), 1.0) * self.whole
        line = [self.points[0]]
        for (start, end), length in zip(pairwise(self.points), self.lengths, strict=True):
            if left <= length:
                part = left / length
                line.append(
                    (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
                )
                return line
            line.append(end)
            left -= length
        return line

    def share_at(self, place: tuple[float, float]) -> float:
        """How far along the road lies nearest to a point of the sheet."""
        return min(
            (step / 400 for step in range(401)),
            key=lambda share: math.dist(self.point(share), place),
        )


def dashes(line: list, on: float, off: float) -> list[list[tuple[float, float]]]:
    """Cut a line into dashes."""
    pieces, piece, travelled = [], [], 0.0
    for start, end in pairwise(line):
        length = math.dist(start, end)
        steps = max(1, math.ceil(length / 3))
        for step in range(steps):
            if travelled % (on + off) < on:
                part = step / steps
                piece.append(
                    (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
                )
            elif len(piece) > 1:
                pieces.append(piece)
                piece = []
            else:
                piece = []
            travelled += length / steps
    return pieces + ([piece] if len(piece) > 1 else [])
