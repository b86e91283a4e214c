"""Shapes drawn over a map by hand: a river's bed, its flow, blocks of a town, broad arrows."""

import math
from itertools import pairwise

Point = tuple[float, float]


def chaikin(points: list[Point], rounds: int = 3) -> list[Point]:
    """Cut the corners of a line so that it bends."""
    for _ in range(rounds):
        soft = [points[0]]
        for (x, y), (next_x, next_y) in pairwise(points):
            soft.append((0.75 * x + 0.25 * next_x, 0.75 * y + 0.25 * next_y))
            soft.append((0.25 * x + 0.75 * next_x, 0.25 * y + 0.75 * next_y))
        points = [*soft, points[-1]]
    return points


def offset(points: list[Point], distance: float) -> list[Point]:
    """A line beside a line, to its left for a positive distance."""
    beside = []
    for index, (x, y) in enumerate(points):
        before, after = points[max(index - 2, 0)], points[min(index + 2, len(points) - 1)]
        length = math.dist(before, after) or 1
        across, down = (after[0] - before[0]) / length, (after[1] - before[1]) / length
        beside.append((x + down * distance, y - across * distance))
    return beside


def trail(points: list[Point], *, closed: bool = False) -> str:
    near = [p for p in points if -300 < p[0] < 1100 and -300 < p[1] < 1300]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in near)
    return path + "z" if closed else path


def band(points: list[Point], half_width: float) -> str:
    """The closed outline of a river's bed; it swells and narrows a little as it goes."""
    left, right = [], []
    for index in range(len(points)):
        width = half_width * (1 + 0.22 * math.sin(index * 0.21) + 0.12 * math.sin(index * 0.5))
        near = points[max(index - 2, 0) : index + 3]
        at = min(index, 2)
        left.append(offset(near, width)[at])
        right.append(offset(near, -width)[at])
    return trail([*left, *reversed(right)], closed=True)


def flow_lines(points: list[Point], half_width: float) -> list[tuple[str, str]]:
    """Broken lines along a bed, as an engraver shows running water; each with its dashes."""
    dashes = ("34 16 70 22", "90 26 22 18", "26 30 54 14")
    shares = (-0.42, 0.03, 0.45)
    return [
        (trail(offset(points, half_width * share)), dash)
        for share, dash in zip(shares, dashes, strict=True)
    ]


def dunes(river: list[Point], height: float) -> str:
    """Crescents scattered over the sand south of a river, the same on every run."""
    path = []
    for row in range(40):
        for column in range(24):
            jitter = math.sin(row * 12.9898 + column * 78.233) * 43758.5453
            jitter -= math.floor(jitter)
            x = column * 36 + (row % 2) * 18 + jitter * 16
            y = row * 19 + jitter * 11
            bank = max((py for px, py in river if abs(px - x) < 30), default=height)
            if y < bank + 45 or jitter < 0.42:
                continue
            path.append(f"M{x:.1f} {y:.1f}q{7 + 5 * jitter:.1f}-7 {14 + 10 * jitter:.1f} 0")
    return "".join(path)


def streets(middle: Point, across: int, down: int, step: float, turn: float) -> list[str]:
    """The blocks of a town: a grid of rectangles, turned by so many degrees, corners missing."""
    angle = math.radians(turn)
    blocks = []
    for row in range(down):
        for column in range(across):
            corner = row in (0, down - 1) and column in (0, across - 1)
            if corner and across > 3:
                continue
            x = (column - (across - 1) / 2) * step * 1.15
            y = (row - (down - 1) / 2) * step
            wide, tall = step * 0.94 / 2, step * 0.76 / 2
            ring = [
                (x - wide, y - tall),
                (x + wide, y - tall),
                (x + wide, y + tall),
                (x - wide, y + tall),
            ]
            blocks.append(
                trail(
                    [
                        (
                            middle[0] + px * math.cos(angle) - py * math.sin(angle),
                            middle[1] + px * math.sin(angle) + py * math.cos(angle),
                        )
                        for px, py in ring
                    ],
                    closed=True,
                )
            )
    return blocks


def broad_arrow(start: Point, bend: Point, end: Point, width: float) -> str:
    """A curved arrow that keeps its width up to its head."""
    steps = 28
    course = [
        tuple(
            (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
            for a, b, c in zip(start, bend, end, strict=True)
        )
        for t in (index / steps for index in range(steps + 1))
    ]
    left, right = offset(course, width / 2), offset(course, -width / 2)
    before = course[-3]
    angle = math.atan2(end[1] - before[1], end[0] - before[0])
    reach, wing = width * 0.85, width * 0.9

    def from_end(along: float, aside: float) -> Point:
        return (
            end[0] + along * math.cos(angle) - aside * math.sin(angle),
            end[1] + along * math.sin(angle) + aside * math.cos(angle),
        )

    head = [from_end(0, -wing), from_end(reach, 0), from_end(0, wing)]
    return trail([*left, *head, *reversed(right)], closed=True)
