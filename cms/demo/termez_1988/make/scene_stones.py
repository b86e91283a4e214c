"""Stones painted red towards the mines, white towards the path."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_mountains import STEP, mountains
from print_space import Camera, Terrain, look_at
from scipy.interpolate import CubicSpline

PATH_HALF = 0.85  # metres


def draw_painted_stones(scale):
    plate = Print(2400, 1600, seed=2018, scale=scale)
    horizon = 470
    camera = Camera((0, 0, 2.1), 0.0, 1650, 1120, horizon)
    morning(plate, horizon)
    steppe_range(plate, horizon)
    middle = CubicSpline(
        [1.6, 3, 5, 8, 13, 22, 40, 80, 160], [0.7, 0.62, 0.1, -0.7, -0.5, 1.6, 3.2, -3, -9]
    )
    ground(plate, camera, horizon, middle)
    stones(plate, camera, middle)
    return plate


def morning(plate, horizon):
    sky = plate.region([(-20, -20), (2420, -20), (2420, horizon), (-20, horizon)])
    plate.paint(sky, True, "river")
    tone = plate.field(lambda x, y: 0.14 + 1.0 * y / horizon) + 0.14 * plate.noise(4, 2)
    plate.sky_gouges(sky, tone, "river", 20)


def steppe_range(plate, horizon):
    terrain = Terrain(0.34 * mountains(83), STEP, (-2560.0, 0.0))
    camera = Camera((0, -2600, 190), 0.0, 1950, 1200, horizon - 110)
    view = look_at(
        terrain, camera, plate.rows, plate.columns, (0.8, -0.1, 0.5), nearest=2600, farthest=7600
    )
    seen = view.land & (np.arange(plate.rows)[:, None] * 4 < horizon + 20)
    land = plate.region_of(seen)
    plate.clear_region(land)
    light = np.where(seen, view.light, 0)
    turn = view.downhill + 0.1 * plate.noise(30, 1)
    shade = plate.region_of(seen & (light < 0.4) & (view.y > 420 + 120 * plate.noise(9, 2)))
    plate.paint(shade, True, "river")
    plate.gouge(shade, turn, np.clip(0.4 + 0.5 * light, 0.1, 0.8), 12, (18, 80), "river")
    clear_of_edge = np.clip((view.y - 380) / 300, 0, 1)
    plate.gouge(
        land,
        turn,
        np.clip(0.5 - 0.5 * light, 0, 0.4) * clear_of_edge,
        14,
        (18, 70),
        "river",
        leave=True,
    )


def ground(plate, camera, horizon, middle):
    """Two fields that nobody walks on, dark with weeds, and between them a trodden path."""
    edge = [(-20, horizon + 8), (800, horizon + 3), (1700, horizon + 9), (2420, horizon + 4)]
    outline = [*edge, (2420, 1620), (-20, 1620)]
    plate.clear(outline)
    for block in ("sand", "ink"):
        plate.ink(outline, block)
    field = plate.region(outline)

    def gaps(_, y):
        return np.clip(7 + (y - horizon) * 0.024, 7, 30)

    near = plate.field(lambda x, y: np.clip((y - horizon) / (plate.height - horizon), 0, 1))
    patches = plate.noise(12, 3)
    plate.gouge(
        field,
        0.06 * plate.noise(8),
        np.clip(1.0 - 4.2 * near + 0.35 * patches, 0, 1),
        gaps,
        (30, 150),
    )
    blades = np.clip(0.3 + 0.5 * plate.noise(26, 2), 0, 0.62) * np.clip(near * 12 - 2.9, 0, 1)
    plate.gouge(field, -1.42 + 0.5 * plate.noise(24), blades, gaps, (26, 96))
    ahead = np.geomspace(1.7, 160, 120)
    wave = 0.08 * np.sin(ahead * 5.1) * np.clip(ahead / 8, 0.2, 1)
    sides = [
        np.column_stack([middle(ahead) + side * (PATH_HALF + wave), ahead, 0 * ahead])
        for side in (-1, 1)
    ]
    left, right = (camera.project(side)[0] for side in sides)
    path = [*left, *right[::-1]]
    plate.clear(path, wobble=0.8)
    track = plate.region(path, wobble=0.8)
    plate.paint(track, True, "sand")
    plate.gouge(
        track,
        0.05 * plate.noise(8),
        np.clip(0.9 - 0.55 * near + 0.3 * patches, 0, 1),
        gaps,
        (30, 160),
        "sand",
    )
    plate.gouge(
        track,
        0.3 + 0.5 * plate.noise(20),
        np.clip(0.35 * patches - 0.1, 0, 0.3),
        18,
        (10, 30),
        leave=True,
    )


def stones(plate, camera, middle):
    rng = plate.rng
    rows, ahead = [], 2.35
    while ahead < 95:
        for side in (-1, 1):
            y = ahead + rng.uniform(-0.12, 0.12) * ahead**0.5
            x = float(middle(y)) + side * (PATH_HALF + 0.24 + rng.uniform(-0.05, 0.1))
            rows.append((y, x, side, rng.uniform(0.17, 0.27)))
        ahead *= 1.145 if ahead > 6 else 1.24
    for y, x, side, size in sorted(rows, reverse=True):
        stone(plate, camera, x, y, side, size)


def stone(plate, camera, x, y, side, size):
    """One stone: the half towards the field red, the half towards the path white."""
    rng = plate.rng
    ((left, foot),) = camera.flat((x, y, 0))
    reach = camera.width_at((x, y, 0), size)
    if reach < 2.5:
        return
    knots = max(7, min(11, int(reach / 5)))
    turn = np.linspace(0, 2 * np.pi, knots + 1)[:-1] + rng.uniform(0, 0.5)
    rim = 1 + rng.uniform(-0.13, 0.13, knots)
    shape = np.column_stack(
        [left + reach * rim * np.cos(turn), foot - reach * 0.52 + reach * 0.66 * rim * np.sin(turn)]
    )
    shadow = shape * [1, 0.35] + [-reach * 0.62, foot * 0.65 + reach * 0.05]
    plate.ink(shadow, wobble=0.6)
    plate.halo(list(map(tuple, shape)), max(1.5, reach * 0.03))
    plate.clear(shape, wobble=1.0)
    body = plate.region(shape, wobble=0.8)
    split = reach * rng.uniform(-0.12, 0.12)
    half = [
        (left + split, foot - reach * 1.6),
        (left + split + reach * 0.12, foot - reach * 0.5),
        (left + split - reach * 0.05, foot + reach),
        (left + side * reach * 2, foot + reach),
        (left + side * reach * 2, foot - reach * 1.6),
    ]
    plate.paint(plate.both(body, plate.region(half, wobble=max(0.6, reach * 0.02))), True, "brick")
    plate.line([*shape, shape[0]], max(2.2, reach * 0.055), wobble=0.8)
    if reach < 14:
        return
    # Light from the right: the left and lower parts are hatched.
    tone = plate.field(
        lambda a, b: 0.34 - 0.42 * (a - left) / reach + 0.45 * (b - foot + reach * 0.5) / reach
    )
    turned = plate.field(lambda a, b: 1.25 + 0.55 * (a - left) / reach)
    plate.gouge(
        body,
        turned,
        np.clip(tone, 0, 0.62),
        max(8, reach * 0.085),
        (reach * 0.18, reach * 0.6),
        leave=True,
    )
    if reach > 60:
        ridge = [
            (left - reach * 0.3, foot - reach * 0.95),
            (left + reach * 0.1, foot - reach * 0.62),
            (left + reach * 0.5, foot - reach * 0.75),
        ]
        plate.line(ridge, reach * 0.035, wobble=1.5)
