"""What stands by the river in the relief prints: the truss bridge, reeds, moving water."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from dataclasses import dataclass

import numpy as np
from print_marks import ribbon


@dataclass(frozen=True)
class Bridge:
    """A through-truss bridge along the y axis, in metres. Deck at `deck` above the water."""

    start: float = 0.0
    span: float = 66.0
    spans: int = 9
    panels: int = 6
    deck: float = 9.0
    rise: float = 10.5
    half_width: float = 5.0
    bar: float = 0.75

    def supports(self):
        return [self.start + self.span * number for number in range(self.spans + 1)]

    def truss(self, first):
        """Bars of one side of the span that starts at y `first`: (y, z), (y, z), thickness."""
        panel = self.span / self.panels
        low, high, last = self.deck, self.deck + self.rise, first + self.span
        bars = [((first, low), (last, low), self.bar * 1.5)]
        bars.append(((first + 1, high), (last - 1, high), self.bar * 1.2))
        bars += [((end, low), (end, high), self.bar * 1.15) for end in (first + 1, last - 1)]
        for number in range(self.panels):
            y = first + number * panel
            a, b = (low, high) if number % 2 == 0 else (high, low)
            bars.append(((y + 0.6, a), (y + panel - 0.6, b), self.bar))
            if number:
                bars.append(((y, low), (y, high), self.bar * 0.6))
        return bars


def draw_bridge(
    plate, camera, bridge, near_side, *, nearest=12.0, mirror=False, lit=0.0, front_only=False
):
    """Ink the bridge, far side first. `near_side` is -1 or 1, the side towards the camera.

    `front_only` inks just the near truss, over what was drawn inside the bridge.

    `mirror` draws its reflection instead; `lit` cuts that share of each near bar's width
    along its upper edge.
    """
    sign = -1 if mirror else 1

    def bar(side, start, end, thickness):
        ends = []
        y0, z0 = start
        y1, z1 = end
        if max(y0, y1) - camera.eye[1] < nearest:
            return
        for y, z in (start, end):
            limit = camera.eye[1] + nearest
            if y < limit:
                share = (limit - y0) / ((y1 - y0) or 1)
                y, z = limit, z0 + (z1 - z0) * share
            ends.append((side * bridge.half_width, y, sign * z))
        points, depth = camera.project(ends)
        widths = np.maximum(camera.focal * thickness / depth, 2.2)
        polygon = ribbon(points, widths)
        plate.ink(polygon, wobble=min(1.6, widths.mean() * 0.05))
        if lit and side == near_side and widths.min() > 7:
            along = points[1] - points[0]
            upward = np.array([along[1], -along[0]]) / max(1e-6, np.hypot(*along))
            upward *= -1 if upward[1] > 0 else 1
            edge = points + upward * (widths * (0.5 - lit / 2 - 0.1))[:, None]
            plate.line(edge, 0, False, widths=widths * lit)

    for first in reversed(bridge.supports()[:-1]):
        for side in (near_side,) if front_only else (-near_side, near_side):
            if side == near_side and not front_only:
                _deck(plate, camera, bridge, first, sign, nearest)
                _portal_bars(plate, camera, bridge, first, sign, nearest)
            for start, end, thickness in bridge.truss(first):
                bar(side, start, end, thickness)
        if not front_only:
            _pier(plate, camera, bridge, first, near_side, sign, nearest, lit)


def _deck(plate, camera, bridge, first, sign, nearest):
    begin = max(first, camera.eye[1] + nearest)
    if begin >= first + bridge.span:
        return
    corners = [
        (side * bridge.half_width, y, sign * bridge.deck)
        for side, y in (
            (-1, begin),
            (1, begin),
            (1, first + bridge.span),
            (-1, first + bridge.span),
        )
    ]
    plate.ink(camera.flat(*corners), wobble=0.5)


def _portal_bars(plate, camera, bridge, first, sign, nearest):
    panel = bridge.span / bridge.panels
    for number in range(bridge.panels + 1):
        y = first + min(max(number * panel, 1), bridge.span - 1)
        if y - camera.eye[1] < nearest:
            continue
        height = sign * (bridge.deck + bridge.rise)
        ends = [(-bridge.half_width, y, height), (bridge.half_width, y, height)]
        points, depth = camera.project(ends)
        widths = np.maximum(camera.focal * bridge.bar * 0.7 / depth, 1.6)
        plate.ink(ribbon(points, widths), wobble=0.6)


def _pier(plate, camera, bridge, y, near_side, sign, nearest, lit):
    if y - camera.eye[1] < nearest:
        return
    depth, half = 1.8, bridge.half_width + 0.8
    top, base = sign * (bridge.deck - 0.4), 0.0
    side = near_side * half
    face = [
        (-half, y - depth, top),
        (half, y - depth, top),
        (half, y - depth, base),
        (-half, y - depth, base),
    ]
    flank = [
        (side, y - depth, top),
        (side, y + depth, top),
        (side, y + depth, base),
        (side, y - depth, base),
    ]
    plate.ink(camera.flat(*face), wobble=0.9)
    plate.ink(camera.flat(*flank), wobble=0.9)
    if lit and sign > 0:
        edge = camera.flat(flank[0], flank[3])
        width = camera.width_at(flank[0], 0.45)
        if width > 3:
            plate.line(edge, width, False)


def water_gouges(
    plate, region, horizon, tone, block="ink", finest=7.0, opening=0.03, length=(60, 260)
):
    """Level cuts, fine at the horizon and broad towards the foot of the picture."""

    def gaps(_, y):
        return np.clip(finest + (y - horizon) * opening, finest, 40)

    turn = 0.05 * plate.noise(7, 2)
    plate.gouge(region, turn, tone, gaps, length, block)


def reeds(plate, left, right, ground, heights, count, *, lean=0.12, light=1, plumes=0.45):
    """A stand of reeds in ink, each with a cut of light down the side `light` (-1, 0, 1)."""
    rng = plate.rng
    low, high = heights
    for x in np.sort(rng.uniform(left, right, count)):
        height = rng.uniform(low, high)
        bend = rng.normal(lean, 0.1) * height
        share = np.linspace(0, 1, 9)
        foot = ground(x) if callable(ground) else ground
        stem = np.stack([x + bend * share**2, foot - height * share], axis=1)
        thick = height * 0.017 + 3.5
        plate.ink(ribbon(stem, thick * (1 - 0.75 * share)), wobble=0.4)
        if light:
            shine = stem + [light * thick * 0.18, 0]
            widths = thick * 0.3 * np.sin(np.pi * np.clip(share * 1.15, 0, 1))
            plate.line(shine[1:-1], 0, False, widths=widths[1:-1])
        for _ in range(rng.integers(1, 4)):
            _leaf(plate, stem, height, light)
        if rng.random() < plumes:
            _plume(plate, stem[-1], bend, height)


def _leaf(plate, stem, height, light):
    rng = plate.rng
    root = stem[rng.integers(1, 6)]
    side = rng.choice([-1, 1])
    reach, lift = height * rng.uniform(0.18, 0.4) * side, height * rng.uniform(0.12, 0.3)
    share = np.linspace(0, 1, 9)[:, None]
    curve = root + np.hstack([reach * share, -lift * (2.1 * share - 1.7 * share**2)])
    widths = height * 0.03 * np.sin(np.pi * np.clip(share[:, 0] * 0.92 + 0.08, 0, 1))
    plate.ink(ribbon(curve, widths), wobble=0.4)
    if light and rng.random() < 0.6:
        plate.line(curve[1:-2], 0, False, widths=widths[1:-2] * 0.25)


def _plume(plate, tip, bend, height):
    rng = plate.rng
    lean = 0.35 if bend >= 0 else -0.35
    for _ in range(11):
        share = np.linspace(0, 1, 6)[:, None]
        reach = height * rng.uniform(0.07, 0.17)
        turn = lean + rng.normal(0, 0.4)
        start = tip + [0, rng.uniform(-0.03, 0.07) * height]
        curve = start + np.hstack(
            [np.sin(turn) * reach * share, -np.cos(turn) * reach * share + 0.3 * reach * share**2]
        )
        plate.ink(ribbon(curve, height * 0.016 * (1.05 - share[:, 0])), wobble=0.3)
