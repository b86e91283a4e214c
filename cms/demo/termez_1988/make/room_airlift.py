"""Into Kabul by the spiral: a heavy transport banks down over the ring of snow, dropping flares."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math

import numpy as np
from aeroplane import aeroplane
from print_kit import Print
from print_marks import smooth_noise
from print_space import Camera, Terrain, look_at

SUN = (0.85, 0.35, 0.36)
RING = (350.0, 7300.0)
START = -0.61 * np.pi


def draw_airlift(scale):
    plate = Print(2400, 1600, seed=1988, scale=scale)
    camera = Camera(eye=(0, 0, 4300), heading=0.0, focal=1560, centre=1130, horizon=60)
    terrain = basin()
    dusk(plate)
    view = look_at(
        terrain, camera, plate.rows, plate.columns, SUN, nearest=900, farthest=24000, samples=700
    )
    land(plate, view)
    lights(plate, camera, terrain)
    path = spiral()
    flares(plate, camera, path)
    x, y = camera.project([path[0][-1]])[0][0]
    aeroplane(plate, x, y, 19.0)
    return plate


def basin():
    rng = np.random.default_rng(3)
    step = 90.0
    y, x = np.mgrid[0:290, 0:300] * step
    x = x - 13500.0
    reach = np.hypot((x - RING[0]) * 0.8, y - RING[1])
    ridge = smooth_noise(x.shape, 14, rng, 4)
    sharp = 1 - np.abs(smooth_noise(x.shape, 13, rng, 4)) * 1.6
    rise = np.clip((reach - 3100 - 500 * ridge) / 3600, 0, 1)
    height = rise * (500 + 1500 * np.clip(sharp, 0, 1) ** 1.4 + 300 * ridge) + 12 * ridge
    near = np.clip((3600 - y) / 1800, 0, 1)
    height = height * (1 - 0.35 * near)
    return Terrain(height, step, (-13500.0, 0.0))


def dusk(plate):
    for block in ("sand", "river"):
        plate.paint(plate.everything(), True, block)
    sky = plate.everything()
    plate.sky_gouges(
        sky,
        lambda x, y: np.clip((y / 90) ** 1.5 * (0.4 + x / 2600), 0.05, 1),
        spacing=17,
        tilt=-0.02,
    )
    plate.sky_gouges(
        sky,
        lambda x, y: np.clip((y / 90) ** 2 * (x / 2000) - 0.2, 0, 0.8),
        "sand",
        spacing=17,
        tilt=-0.02,
    )


def land(plate, view):
    ground = plate.region_of(view.land)
    plate.paint(ground, False, "sand")
    plate.paint(ground, True, "river")
    plate.paint(ground, False)
    light = np.nan_to_num(view.light, nan=-1) + 0.06 * plate.noise(24, 2)
    flat = view.land & (view.height < 130)
    gap = np.clip(6 + 60000 / np.nan_to_num(view.distance, nan=9000), 11, 22)
    turn = view.downhill + 0.15 * plate.noise(12)
    snow = plate.both(ground, plate.region_of(view.land & ~flat & (light > 0.36)))
    plate.paint(snow, False, "river")
    slopes = plate.minus(plate.both(ground, plate.region_of(view.land & ~flat)), snow)
    plate.gouge(slopes, turn, np.clip((light + 0.35) / 0.8, 0.1, 0.9), gap, (24, 90), "river")
    dark = plate.both(ground, plate.region_of(view.land & ~flat & (light < -0.12)))
    plate.paint(dark)
    plate.gouge(dark, turn, np.clip((light + 0.8) / 1.2, 0.08, 0.6), gap, (24, 90))
    plain = plate.both(ground, plate.region_of(flat))
    plate.paint(plain)
    plate.gouge(plain, 0.0, 0.16 + 0.12 * plate.noise(8), 13, (30, 160))


def lights(plate, camera, terrain):
    """The city's sparse grid of lamps, thick along a few long streets."""
    rng = np.random.default_rng(9)
    spots = []
    for _ in range(900):
        turn, reach = rng.uniform(0, 2 * np.pi), 3000 * rng.random() ** 0.75
        spots.append(
            (RING[0] + reach * np.cos(turn) * 1.15, RING[1] - 300 + reach * np.sin(turn) * 0.85)
        )
    for (x0, y0), (x1, y1) in (
        ((-3000, 4700), (3200, 7300)),
        ((900, 3400), (-500, 8600)),
        ((-1500, 7500), (3300, 4900)),
    ):
        for share in np.linspace(0, 1, 46):
            spots.append(
                (
                    x0 + (x1 - x0) * share + rng.normal(0, 18),
                    y0 + (y1 - y0) * share + rng.normal(0, 18),
                )
            )
    for x, y in spots:
        if terrain.at([x], [y])[0] > 90:
            continue
        (a, b), depth = (value[0] for value in camera.project([(x, y, 20)]))
        size = rng.uniform(0.7, 1.3) * 30000 / depth
        plate.clear([(a - size, b), (a, b - size * 0.7), (a + size, b), (a, b + size * 0.7)], 0.3)
        if rng.random() < 0.6:
            plate.ink(
                [(a - size, b), (a, b - size * 0.7), (a + size, b), (a, b + size * 0.7)],
                "sand",
                0.3,
            )


def spiral():
    """Places along the way: the turns flown so far, and the turns still to fly."""
    share = np.linspace(0, 1, 700)

    def helix(turn, reach, height):
        return np.stack([RING[0] + reach * np.cos(turn), RING[1] + reach * np.sin(turn), height], 1)

    flown = helix(
        START - 3.4 * np.pi * (1 - share), 3000 + 750 * (1 - share), 2250 + 1350 * (1 - share)
    )
    ahead = helix(
        START + (0.12 + 3.6 * share) * np.pi, 2950 - 2150 * share, 2180 - 2150 * share**0.9
    )
    return flown, ahead


def flares(plate, camera, ways):
    """Smoke along the way flown, burning flares falling from it; a thin broken line ahead."""
    flown, ahead = ways
    for path, size, step, dash in ((flown, 80.0, 20, 18), (ahead, 16.0, 16, 9)):
        spots, depth = camera.project(path)
        for start in range(0, 700 - dash, step):
            run = slice(start, start + dash)
            share = np.sin(np.linspace(0.2, 2.95, dash))
            age = 1.0 if path is ahead else 0.35 + 0.65 * start / 700
            for block in ("ink", "river"):
                plate.line(
                    spots[run],
                    0,
                    False,
                    block,
                    widths=np.maximum(camera.focal * size / depth[run] * share * age, 2.2),
                )
    for index in range(352, 682, 17):
        age = (700 - index) / 330
        for side in (-1, 1):
            share = np.linspace(0.35, 1, 12)
            start = flown[index]
            out = np.array([side * 190.0, 0, 0])
            fall = (
                start
                + out * (share * (0.4 + 0.6 * age))[:, None]
                - np.array([0, 0, 1]) * (80 + 620 * age) * (share**2)[:, None]
            )
            spots, depth = camera.project(fall)
            for block in ("ink", "river", "sand"):
                plate.line(spots, 0, False, block, widths=np.linspace(1.2, 4.5, 12))
            star(plate, *spots[-1], camera.focal * 84 / depth[-1])


def star(plate, x, y, size):
    """A burning flare: a ragged glow with a white heart."""
    turns = np.linspace(0, 2 * np.pi, 19)[:-1] + plate.rng.uniform(0, 1)
    for grow, tint in ((1.55, "brick"), (0.85, None)):
        reach = np.where(np.arange(18) % 2, 0.55, plate.rng.uniform(0.8, 1.25, 18)) * size * grow
        outline = [
            (x + r * math.cos(t), y + r * math.sin(t)) for t, r in zip(turns, reach, strict=True)
        ]
        plate.clear(outline, 0.4)
        if tint:
            plate.ink(outline, tint, 0.4)
