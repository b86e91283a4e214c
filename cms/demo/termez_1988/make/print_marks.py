"""The hand in the relief prints: uneven edges, smooth noise, and rows of gouge cuts.

Everything here is geometry in design pixels; `print_kit` turns it into ink.
"""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math
from collections import deque

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import zoom

CELL = 4  # design pixels per cell of every tone, direction and spacing field


def smooth_noise(shape, cells, rng, octaves=1):
    """Noise between -1 and 1 that changes over about 1/cells of the longer side."""
    total = np.zeros(shape)
    weight = 1.0
    for _ in range(octaves):
        rows = max(2, round(cells * shape[0] / max(shape))) + 3
        columns = max(2, round(cells * shape[1] / max(shape))) + 3
        coarse = rng.uniform(-1, 1, (rows, columns))
        fine = zoom(coarse, (shape[0] / (rows - 3) + 1, shape[1] / (columns - 3) + 1), order=3)
        total += weight * fine[: shape[0], : shape[1]]
        cells, weight = cells * 2, weight / 2
    return np.clip(total / max(1e-6, np.abs(total).max()), -1, 1)


def hand_cut(points, rng, wobble=1.6, facet=54.0, closed=True):
    """The outline as a knife leaves it: short straight facets, corners kept sharp."""
    points = [tuple(map(float, point)) for point in points]
    ends = points[1:] + points[:1] if closed else points[1:]
    outline = []
    for (x0, y0), (x1, y1) in zip(points, ends, strict=False):
        length = math.hypot(x1 - x0, y1 - y0)
        outline.append((x0 + rng.normal(0, wobble * 0.35), y0 + rng.normal(0, wobble * 0.35)))
        count = int(length / facet * rng.uniform(0.8, 1.25))
        if count < 1:
            continue
        normal = (-(y1 - y0) / length, (x1 - x0) / length)
        for share in (np.arange(1, count + 1) + rng.uniform(-0.32, 0.32, count)) / (count + 1):
            off = float(np.clip(rng.normal(0, wobble), -2 * wobble, 2 * wobble))
            outline.append(
                (x0 + (x1 - x0) * share + normal[0] * off, y0 + (y1 - y0) * share + normal[1] * off)
            )
    if not closed:
        outline.append(points[-1])
    return outline


def ribbon(points, widths):
    """The polygon around a line that has its own full width at every point."""
    points = np.asarray(points, float)
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    side = np.stack([-along[:, 1], along[:, 0]], axis=1) * (np.asarray(widths, float) / 2)[:, None]
    return np.concatenate([points + side, (points - side)[::-1]])


def flow_lines(inside, direction, spacing, rng, longest=6000.0):
    """Lines that follow `direction` (radians) inside a region, `spacing` design pixels apart.

    All three are fields of one value per CELL. New lines start beside old ones, so that
    neighbouring cuts run parallel as a carver's do.
    """
    rows, columns = inside.shape
    inside_rows, gap_rows = inside.tolist(), spacing.tolist()
    cosines, sines = np.cos(direction).tolist(), np.sin(direction).tolist()
    taken = Image.new("L", (columns * CELL // 2, rows * CELL // 2))
    taken_draw, taken_pixels = ImageDraw.Draw(taken), taken.load()
    right, bottom = columns * CELL - 2, rows * CELL - 2

    def open_at(x, y):
        if not (0 <= x < right and 0 <= y < bottom):
            return False
        return (
            inside_rows[int(y) // CELL][int(x) // CELL]
            and not taken_pixels[int(x) // 2, int(y) // 2]
        )

    def walk(x, y, sign):
        path, travelled = [], 0.0
        while travelled < longest:
            row, column = int(y) // CELL, int(x) // CELL
            step = max(4.0, gap_rows[row][column] * 0.55)
            x += sign * step * cosines[row][column]
            y += sign * step * sines[row][column]
            if not open_at(x, y):
                break
            path.append((x, y))
            travelled += step
        return path

    seeds = np.argwhere(inside)
    rng.shuffle(seeds)
    lines, beside = [], deque()
    for row, column in seeds.tolist():
        beside.append(((column + 0.5) * CELL, (row + 0.5) * CELL))
        while beside:
            x, y = beside.popleft()
            if not open_at(x, y):
                continue
            line = walk(x, y, -1)[::-1] + [(x, y)] + walk(x, y, 1)
            gap = gap_rows[int(y) // CELL][int(x) // CELL]
            mark = line if len(line) > 1 else [(x - 1, y), (x + 1, y)]
            taken_draw.line(
                [(a / 2, b / 2) for a, b in mark],
                fill=255,
                width=max(1, round(gap * rng.uniform(0.68, 0.94))),
            )
            if len(line) < 4:
                continue
            lines.append(line)
            for a, b in line[:: max(1, len(line) // 6)]:
                cell_row, cell_column = int(b) // CELL, int(a) // CELL
                reach = gap_rows[cell_row][cell_column]
                across = (-sines[cell_row][cell_column], cosines[cell_row][cell_column])
                beside.append((a + across[0] * reach, b + across[1] * reach))
                beside.append((a - across[0] * reach, b - across[1] * reach))
    return lines


def slivers(line, tone_rows, spacing_rows, rng, length, weight):
    """Cut one flow line into tapered gouge cuts; wider where the tone is lighter."""
    strength = rng.uniform(0.86, 1.14) * weight
    points, widths = [], []
    for x, y in line:
        row, column = int(y) // CELL, int(x) // CELL
        gap = spacing_rows[row][column]
        wanted = gap * tone_rows[row][column] * strength
        points.append((x, y))
        widths.append(wanted if wanted > 0.09 * gap else 0.0)
    start = 0
    # The first cut of a line has any length, or neighbouring lines would end in columns.
    goal = rng.uniform(length[0] * 0.4, length[1])
    while start < len(points):
        if widths[start] <= 0:
            start += 1
            continue
        end, travelled = start + 1, 0.0
        while end < len(points) and widths[end] > 0 and travelled < goal:
            travelled += math.dist(points[end - 1], points[end])
            end += 1
        # A cut shorter than this reads as a dot, which no gouge makes.
        if end - start >= 4 and travelled > 2.4 * max(widths[start:end]):
            yield _tapered(points[start:end], widths[start:end], rng)
        start = end + (1 if rng.random() < 0.55 else 0)
        goal = rng.uniform(*length)


def _tapered(points, widths, rng):
    """Blunt where the gouge enters, drawn to a point where it lifts."""
    share = np.linspace(0, 1, len(points))
    enter = np.clip((share + 0.03) / rng.uniform(0.07, 0.16), 0, 1) ** 0.6
    leave = np.clip((1.02 - share) / rng.uniform(0.28, 0.6), 0, 1) ** 0.8
    taper = enter * leave
    if rng.random() < 0.18:
        taper = taper[::-1]
    wobble = 1 + 0.07 * rng.standard_normal(len(points))
    drift = np.cumsum(rng.normal(0, 0.16, (len(points), 2)), axis=0)
    return ribbon(np.asarray(points) + drift, np.asarray(widths) * taper * wobble)
