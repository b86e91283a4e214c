"""Turns a shaded relief picture of the world into woodcut strokes: the outlines of its shadows.

A shadow is where the picture is darker than its surroundings by more than a threshold. Lit
from the north-west, the shadows are the south-eastern slopes, so the strokes draw the ranges.
"""

import itertools
from collections import defaultdict
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from exhibit.cartography.bounds import Bounds
from exhibit.cartography.lines import simplify

Ring = list[tuple[float, float]]
Grid = list[bytes]

_NEUTRAL = 128
# Each cell's pattern of dark corners (1 upper left, 2 upper right, 4 lower right, 8 lower left)
# and the sides that the outline joins, dark to its right: 0 top, 1 right, 2 bottom, 3 left.
_SIDES = {
    1: [(3, 0)], 2: [(0, 1)], 3: [(3, 1)], 4: [(1, 2)], 5: [(3, 0), (1, 2)], 6: [(0, 2)],
    7: [(3, 2)], 8: [(2, 3)], 9: [(2, 0)], 10: [(0, 1), (2, 3)], 11: [(2, 1)], 12: [(1, 3)],
    13: [(1, 0)], 14: [(0, 3)],
}  # fmt: skip


def shadow_rings(
    picture: Path,
    bounds: Bounds,
    land: list[Ring],
    *,
    step_degrees: float,
    threshold: int,
    tolerance_degrees: float,
    smallest_square_degrees: float,
) -> list[Ring]:
    """Return the outlines of the shadows on land within bounds, in degrees.

    Args:
        picture: the whole world, equirectangular.
        step_degrees: the grid's step; finer than the picture's pixels gives smoother outlines.
        threshold: how much darker than its surroundings a shadow is, 0 to 255.
    """
    Image.MAX_IMAGE_PIXELS = None
    grid = _darkness(picture, bounds, land, step_degrees)
    rings = []
    for ring in _outlines(grid, _NEUTRAL + threshold):
        degrees = [
            (bounds.west + (x + 0.5) * step_degrees, bounds.north - (y + 0.5) * step_degrees)
            for x, y in ring
        ]
        if abs(_area(degrees)) >= smallest_square_degrees:
            rings.append(simplify(degrees, tolerance_degrees))
    return [ring for ring in rings if len(ring) > 3]


def _darkness(picture: Path, bounds: Bounds, land: list[Ring], step: float) -> Grid:
    """Return rows of bytes: 128 is as dark as the surroundings, more is darker; sea is 0."""
    with Image.open(picture) as world:
        per_degree = world.width / 360
        window = (
            round((bounds.west + 180) * per_degree), round((90 - bounds.north) * per_degree),
            round((bounds.east + 180) * per_degree), round((90 - bounds.south) * per_degree),
        )  # fmt: skip
        part = world.convert("L").crop(window)
    size = (round(bounds.width_degrees / step), round(bounds.height_degrees / step))
    sharp = part.filter(ImageFilter.GaussianBlur(0.7)).resize(size, Image.Resampling.BICUBIC)
    around = part.filter(ImageFilter.GaussianBlur(10)).resize(size, Image.Resampling.BICUBIC)
    dry = Image.new("L", size, 0)
    pen = ImageDraw.Draw(dry)
    for ring in sorted(land, key=lambda ring: -abs(_area(ring))):
        # Natural Earth's land runs clockwise, the seas within it the other way.
        fill = 255 if _area(ring) < 0 else 0
        for turn in (-360, 0, 360):
            pen.polygon(
                [((x + turn - bounds.west) / step, (bounds.north - y) / step) for x, y in ring],
                fill=fill,
            )
    # Coasts are shaded in the picture too; a narrow strip of land along them is left out.
    dry = dry.filter(ImageFilter.MinFilter(7)).tobytes()
    dark = bytes(
        min(max(_NEUTRAL + background - value, 0), 255) if land_here else 0
        for value, background, land_here in zip(sharp.tobytes(), around.tobytes(), dry, strict=True)
    )
    return [dark[row * size[0] : (row + 1) * size[0]] for row in range(size[1])]


def _outlines(grid: Grid, level: int) -> list[Ring]:
    """Marching squares: closed outlines of what is above ``level``, in grid steps."""
    followers: dict[tuple, list] = defaultdict(list)
    for y in range(len(grid) - 1):
        upper, lower = grid[y], grid[y + 1]
        if max(upper) <= level and max(lower) <= level:
            continue
        for x in range(len(upper) - 1):
            pattern = (
                (upper[x] > level) | (upper[x + 1] > level) << 1
                | (lower[x + 1] > level) << 2 | (lower[x] > level) << 3
            )  # fmt: skip
            for start, end in _SIDES.get(pattern, ()):
                followers[_side(x, y, start)].append(_side(x, y, end))
    rings = []
    while followers:
        first = next(iter(followers))
        ring, side = [], first
        while side in followers:
            ring.append(_crossing(grid, side, level))
            ends = followers[side]
            following = ends.pop()
            if not ends:
                del followers[side]
            side = following
        if side == first and len(ring) > 3:
            rings.append([*ring, ring[0]])
    return rings


def _side(x: int, y: int, side: int) -> tuple[int, int, bool]:
    """Name a cell's side once for both cells that share it: its first corner, and its way."""
    return {0: (x, y, True), 1: (x + 1, y, False), 2: (x, y + 1, True), 3: (x, y, False)}[side]


def _crossing(grid: Grid, side: tuple[int, int, bool], level: int) -> tuple[float, float]:
    x, y, level_way = side
    here = grid[y][x]
    there = grid[y][x + 1] if level_way else grid[y + 1][x]
    share = (level + 0.5 - here) / (there - here)
    return (x + share, float(y)) if level_way else (float(x), y + share)


def _area(ring: Ring) -> float:
    return 0.5 * sum(
        x * next_y - next_x * y for (x, y), (next_x, next_y) in itertools.pairwise(ring)
    )
