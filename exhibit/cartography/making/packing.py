"""How lines are written in the data files, and cut to a part of the world."""

from collections.abc import Iterable, Iterator

from exhibit.cartography.bounds import Bounds
from exhibit.cartography.lines import Box, box_of, clip_line, clip_ring

Line = list[tuple[float, float]]


def pack(lines: Iterable[Line], step: float) -> list[list[int]]:
    """Write points as whole steps: the first as it is, each other as its way from the last."""
    packed = []
    for line in lines:
        numbers: list[int] = []
        last_x = last_y = 0
        for x, y in line:
            step_x, step_y = round(x / step), round(y / step)
            if not numbers or (step_x, step_y) != (last_x, last_y):
                numbers += [step_x - last_x, step_y - last_y]
                last_x, last_y = step_x, step_y
        if len(numbers) > 2:
            packed.append(numbers)
    return packed


def unpack(numbers: list[int], step: float) -> Iterator[tuple[float, float]]:
    x = y = 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield x * step, y * step


def clip_rings(rings: Iterable[Line], box: Box) -> Iterator[Line]:
    for ring in rings:
        if box.meets(box_of(ring)) and (clipped := clip_ring(ring, box)):
            yield [*clipped, clipped[0]]


def clip_lines(lines: Iterable[Line], box: Box) -> Iterator[Line]:
    for line in lines:
        yield from clip_line(line, box)


def box_round(bounds: Bounds) -> Box:
    return Box(bounds.west, bounds.south, bounds.east, bounds.north)
