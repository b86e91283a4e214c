"""A dry irrigation channel, cut through; terraces, pollard mulberries, an empty walled house."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from itertools import pairwise

import numpy as np
from print_kit import Print
from print_mountains import STEP, mountains
from print_space import Camera, Terrain, look_at
from print_village import house, mulberry
from scipy.interpolate import CubicSpline


def draw_dry_channel(scale):
    plate = Print(2400, 1600, seed=1988, scale=scale)
    horizon = 560
    camera = Camera((0, 0, 3.4), 0.0, 1550, 1000, horizon)
    noon(plate, horizon)
    far_range(plate, horizon)
    terraces(plate, horizon)
    house(plate, camera)
    field(plate, camera, horizon)
    channel(plate, camera)
    for x, y, size, seed in (
        (15.5, 46, 5.6, 3),
        (11.4, 33, 5.4, 4),
        (9.0, 22.5, 5.2, 5),
        (7.4, 14.2, 5.0, 8),
    ):
        mulberry(plate, camera, x, y, size, seed)
    return plate


def noon(plate, horizon):
    sky = plate.region([(-20, -20), (2420, -20), (2420, horizon + 40), (-20, horizon + 40)])
    plate.paint(sky, True, "sand")
    tone = plate.field(lambda x, y: 0.2 + 0.85 * y / horizon) + 0.2 * plate.noise(4, 2)
    plate.sky_gouges(sky, tone, "sand", 22, tilt=0.03)


def far_range(plate, horizon):
    """Bare mountains in blue, lit from the left."""
    terrain = Terrain(0.55 * mountains(61), STEP, (-2560.0, 0.0))
    camera = Camera((-60, -2600, 260), 0.0, 1950, 1200, horizon - 40)
    view = look_at(
        terrain, camera, plate.rows, plate.columns, (-0.8, -0.1, 0.5), nearest=2600, farthest=7600
    )
    seen = view.land & (np.arange(plate.rows)[:, None] * 4 < horizon + 60)
    land = plate.region_of(seen)
    plate.paint(land, False, "sand")
    plate.paint(land, True, "river")
    light = np.where(seen, view.light, 0)
    turn = view.downhill + 0.1 * plate.noise(30, 1)
    rough = 0.14 * plate.noise(18, 2)
    plate.gouge(land, turn, np.clip(light * 1.15 + 0.12 + rough, 0, 1.1), 13, (22, 100), "river")
    dark = plate.region_of(seen & (light < -0.3) & (view.y > 800))
    plate.gouge(dark, turn, 0.5, 14, (22, 90), leave=True)


def terraces(plate, horizon):
    """Steps of abandoned fields on the valley's side, each wall a dark line."""
    xs = np.linspace(-30, 2430, 70)
    for step in range(6):
        top = horizon - 70 + step * 34
        edge = top + 26 * np.sin(xs / 330 + step * 0.8) + 6 * np.sin(xs / 70 + step)
        fall = 14 + step * 2.5
        bed = [*zip(xs, edge, strict=True), (2430, horizon + 170), (-30, horizon + 170)]
        plate.clear(bed, wobble=1)
        region = plate.region(bed)
        plate.paint(region, True, "sand")
        plate.gouge(region, 0.02, 0.3 + 0.3 * plate.noise(9, 2), 10, (30, 120), "sand")
        wall = [
            *zip(xs, edge, strict=True),
            *zip(
                xs[::-1],
                (edge + fall * (0.75 + 0.25 * np.sin(xs / 47 + step * 2)))[::-1],
                strict=True,
            ),
        ]
        plate.ink(wall, wobble=1.4)
        plate.gouge(plate.region(wall), 1.5, 0.36 + 0.3 * plate.noise(16), 9, (8, 22))


def field(plate, camera, horizon):
    """Ploughland gone to weeds on both sides of the channel."""
    top = horizon + 104
    ground = [
        (-20, top + 6),
        (700, top),
        (1500, top + 4),
        (2420, top - 4),
        (2420, 1620),
        (-20, 1620),
    ]
    plate.clear(ground)
    region = plate.region(ground)
    plate.paint(region, True, "sand")
    plate.line(ground[:4], 5)

    def gaps(_, y):
        return np.clip(7 + (y - horizon) * 0.028, 7, 30)

    def furrow(x, y):
        return np.arctan2(y - horizon, x - camera.centre)

    rough = plate.noise(12, 3)
    plate.gouge(region, furrow, np.clip(0.4 + 0.5 * rough, 0, 1), gaps, (40, 220), "sand")
    plate.gouge(region, furrow, np.clip(0.42 * rough - 0.02, 0, 0.5), gaps, (24, 120), leave=True)
    weeds = np.clip(plate.noise(26, 2) - 0.25, 0, 0.5)
    plate.gouge(
        region, -1.4 + 0.5 * plate.noise(30), weeds, plate.field(gaps) * 0.85, (14, 44), leave=True
    )


def channel(plate, camera):
    """The channel runs to us from the house; its near bank is blown through."""
    middle = CubicSpline([2.6, 5, 9, 16, 26, 40, 60], [0.6, 0.5, -0.1, 0.4, 1.7, 1.0, -3.5])
    ahead = np.geomspace(2.7, 60, 90)
    centre = middle(ahead)
    half, deep = 1.35, 1.15

    def line(offset, level):
        jitter = 0.05 * np.sin(ahead * 7.3 + offset) * np.clip(ahead / 10, 0.3, 1)
        return np.column_stack([centre + offset + jitter, ahead, np.full(len(ahead), level)])

    left_lip, right_lip = line(-half, 0.18), line(half, 0.18)
    left_bed, right_bed = line(-half * 0.55, -deep), line(half * 0.55, -deep)
    flat = {
        name: np.array(camera.project(points)[0])
        for name, points in (
            ("left", left_lip),
            ("right", right_lip),
            ("left_bed", left_bed),
            ("right_bed", right_bed),
            ("left_out", line(-half - 0.85, 0)),
            ("right_out", line(half + 0.85, 0)),
        )
    }
    for side in ("left", "right"):
        bank = [*flat[side], *flat[f"{side}_out"][::-1]]
        plate.clear(bank, wobble=0.6)
        region = plate.region(bank, wobble=0.6)
        if side == "right":
            plate.paint(region, True, "sand")
            plate.gouge(region, 2.4, 0.4, 15, (16, 60), "ink", leave=True)
        else:
            plate.gouge(region, 0.7, 0.14, 17, (12, 40), "ink", leave=True)
    trench = [*flat["left"], *flat["right"][::-1]]
    plate.clear(trench, wobble=0.6)
    dark = [*flat["left"], *flat["left_bed"][::-1]]
    lit = [*flat["right"], *flat["right_bed"][::-1]]
    bed = [*flat["left_bed"], *flat["right_bed"][::-1]]
    # Noon light from the left: the left wall is in shade and throws it on half of the bed.
    wall = plate.region(lit, wobble=0.5)
    plate.paint(wall, True, "sand")
    plate.gouge(wall, 1.7, 0.55, 16, (24, 90), "sand")
    plate.gouge(wall, 1.75, 0.12 + 0.14 * plate.noise(20), 18, (16, 60), leave=True)
    floor = plate.region(bed, wobble=0.5)
    plate.paint(floor, True, "sand")
    plate.ink(dark, wobble=0.8)
    plate.gouge(plate.region(dark, wobble=0.5), 1.3, 0.24 + 0.2 * plate.noise(18), 18, (30, 110))
    cracks(plate, camera, middle, half * 0.55, -deep)
    plate.line(flat["left"], 0, True, widths=np.linspace(9, 2.4, 90))
    plate.line(flat["right"], 0, True, widths=np.linspace(9, 2.4, 90))
    crater(plate, camera, middle, half)


def cracks(plate, camera, middle, half, level):
    """Dried mud: a net of cracks, plates growing towards us."""
    rng = plate.rng
    rows = np.geomspace(2.7, 34, 30)
    for near, far in pairwise(rows):
        count = 4
        marks = np.sort(rng.uniform(-half, half, count))
        shift = rng.uniform(-0.25, 0.25, count + 2) * (far - near)
        xs = np.concatenate([[-half], marks, [half]])
        cross = camera.flat(
            *[(middle(near) + x, near + s, level) for x, s in zip(xs, shift, strict=True)]
        )
        width = max(1.8, camera.width_at((0, near, level), 0.045))
        plate.line(cross, width, wobble=0.8)
        for x in marks:
            run = camera.flat(
                (middle(near) + x, near, level),
                (middle(far) + x * 0.9 + rng.uniform(-0.08, 0.08), far, level),
            )
            plate.line(run, width * 0.8, wobble=0.8)


def crater(plate, camera, middle, half):
    """Where the bank was hit: a bite out of the right lip, clods thrown round it."""
    y, rng = 8.2, plate.rng
    x = float(middle(y)) + half + 0.42
    turn = np.linspace(0, 2 * np.pi, 30)[:-1]
    rim = 1 + 0.07 * np.sin(3 * turn + 1) + 0.05 * np.sin(7 * turn)
    outer = camera.flat(
        *np.column_stack(
            [x + 1.75 * rim * np.cos(turn), y + 1.5 * rim * np.sin(turn), 0.2 + 0 * turn]
        )
    )
    inner = camera.flat(
        *np.column_stack(
            [x + 0.1 + 1.25 * rim * np.cos(turn), y + 1.05 * rim * np.sin(turn), 0 * turn - 0.1]
        )
    )
    plate.clear(outer, wobble=2)
    ring = plate.region(outer)
    middle_x, middle_y = np.mean(outer, axis=0)

    def away(a, b):
        return np.arctan2(b - middle_y, a - middle_x)

    plate.gouge(ring, away, 0.34, 17, (16, 60), leave=True)
    spill = camera.flat(
        (x - 2.6, y - 0.5, -1.1),
        (x - 2.5, y + 0.1, -0.75),
        (x - 2.0, y + 0.5, -0.3),
        (x - 1.3, y + 0.9, 0.1),
        (x - 1.2, y - 0.9, 0.1),
        (x - 1.7, y - 0.9, -0.7),
        (x - 2.2, y - 0.95, -1.1),
    )
    plate.ink(spill, wobble=7)
    plate.gouge(plate.region(spill), 0.6 + 0.8 * plate.noise(40), 0.66, 15, (10, 30))
    plate.ink(inner, wobble=2)
    bowl = plate.region(inner)
    tone = plate.field(lambda a, b: 0.16 + 0.6 * (a - middle_x) / 220 - 0.5 * (b - middle_y) / 70)
    plate.gouge(bowl, plate.field(lambda a, b: 1.45 - (a - middle_x) / 500), tone, 17, (24, 110))
    plate.line([*inner, inner[0]], 5)
    for _ in range(46):
        angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(1.9, 4.6)
        spot = (x + reach * np.cos(angle), y + reach * 0.8 * np.sin(angle), 0.05)
        if spot[1] < 3 or abs(spot[0] - float(middle(spot[1]))) < half:
            continue
        ((a, b),) = camera.flat(spot)
        size = camera.width_at(spot, rng.uniform(0.05, 0.17))
        stone = [
            (a - size, b),
            (a - size * 0.5, b - size * 0.9),
            (a + size * 0.6, b - size * 0.7),
            (a + size, b + size * 0.1),
            (a + size * 0.1, b + size * 0.4),
        ]
        plate.ink(stone, wobble=0.8)
        if size > 7:
            plate.line(
                [(a - size * 0.7, b - size * 0.3), (a + size * 0.3, b - size * 0.62)],
                size * 0.2,
                False,
            )
