"""The river between its two banks, evening; seen from high up, the bridge one thin line."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_space import Camera
from scene_bridge import dawn_sky, low_hills
from scipy.interpolate import CubicSpline

EYE = 105.0
# The river's middle and half width, metres east, north and across, from far to near.
RIVER = [
    (760, 6000, 190),
    (1150, 4300, 190),
    (520, 3200, 150),
    (-220, 2400, 150),
    (-300, 1750, 135),
    (40, 1250, 120),
    (190, 880, 105),
    (110, 600, 90),
    (-70, 400, 74),
    (-190, 260, 66),
    (-230, 150, 60),
]
# Sandbanks: east, north, half length across the picture, and how far they slant away.
BARS = [(120, 1120, 44, 150), (60, 640, 40, 110), (150, 800, 30, 80), (-150, 350, 34, 60)]


def draw_river_evening(scale):
    plate = Print(2400, 1600, seed=215, scale=scale)
    horizon, sun = 600, (1560, 560)
    camera = Camera((0, 0, EYE), 0.0, 1500, 1180, horizon)
    dawn_sky(plate, horizon, sun, 54, 1250, arch=0.07)
    low_hills(
        plate,
        horizon,
        [60, 96, 70, 44, 30, 36, 26, 40, 34, 30, 52, 78, 60],
        "river",
        3.1,
        tone=0.35,
    )
    banks(plate, camera, horizon)
    stream(plate, camera, sun)
    far_bridge(plate, camera)
    return plate


def shores():
    points = np.array(RIVER, float)
    share = np.linspace(0, 1, len(points))
    fine = np.linspace(0, 1, 260)
    east, north, half = CubicSpline(share, points)(fine).T
    half = half * 1.45
    wave = 0.1 * np.sin(fine * 61) + 0.07 * np.sin(fine * 23 + 1)
    left = np.column_stack([east - half * (1 + wave), north, np.zeros(260)])
    right = np.column_stack([east + half * (1 - wave[::-1]), north, np.zeros(260)])
    return left, right


def banks(plate, camera, horizon):
    """Two dark banks, cut with level strokes that thin out towards us."""
    low = [(-20, horizon - 3), (1200, horizon - 6), (2420, horizon - 2), (2420, 1620), (-20, 1620)]
    for block in ("sand", "river", "ink"):
        plate.ink(low, block, wobble=1.0)
    land = plate.region(low)

    def gaps(_, y):
        return np.clip(6 + (y - horizon) * 0.024, 6, 26)

    patches = plate.noise(11, 3)
    distance = plate.field(lambda x, y: np.clip(1 - (y - horizon) / 380, 0, 1))
    tone = np.clip(0.16 + 0.55 * distance**1.5 + 0.42 * patches - 0.1, 0, 0.9)
    level = 0.07 * plate.noise(8)
    plate.gouge(land, level, tone, gaps, (24, 150))
    plate.gouge(
        land, level, np.clip(0.75 * distance + 0.3 * patches, 0, 1), gaps, (40, 170), "river"
    )
    tufts = np.clip(plate.noise(30, 2) * 0.9 - 0.28, 0, 0.6) * (1 - distance)
    plate.gouge(land, -1.3 + 0.4 * plate.noise(24), tufts, plate.field(gaps) * 0.9, (12, 40))


def stream(plate, camera, sun):
    left, right = (camera.project(side)[0] for side in shores())
    outline = [*left, *right[::-1]]
    plate.halo(outline, 3)
    plate.clear(outline, wobble=0.6)
    water = plate.region(outline, wobble=0.6)
    for block in ("sand", "river"):
        plate.paint(water, True, block)

    def gaps(_, y):
        return np.clip(5 + (y - camera.horizon) * 0.02, 6, 22)

    near = plate.field(lambda x, y: np.clip((y - camera.horizon) / 1000, 0, 1))
    rough = 0.16 * plate.noise(10, 3)
    level = 0.04 * plate.noise(7)
    plate.gouge(
        water, level, np.clip(1.2 - 1.35 * near + rough, 0.12, 1.15), gaps, (50, 280), "river"
    )
    shine = plate.field(lambda x, y: 1.3 - np.abs(x - sun[0] + (y - sun[1]) * 0.75) / 620)
    plate.gouge(water, level, np.clip(shine - 1.2 * near + rough, 0, 1.1), gaps, (40, 220), "sand")
    for east, north, half, deep in BARS:
        share = np.linspace(-1, 1, 21)
        upper = np.column_stack(
            [east + half * share, north + deep * (0.55 * share + 0.13 * (1 - share**2)), 0 * share]
        )
        lower = np.column_stack(
            [
                east + half * share,
                north + deep * (0.55 * share - 0.1 * (1 - share**2) ** 0.7),
                0 * share,
            ]
        )
        bar = camera.flat(*upper, *lower[::-1])
        plate.clear(bar, wobble=0.5)
        plate.block("sand", bar, wobble=0.5)
        edge = np.array(camera.flat(*lower))
        plate.line(edge, 0, True, widths=6 * (1 - share**2) + 0.6)


def far_bridge(plate, camera):
    """A thin line from bank to bank, on its piers."""
    north, begin, end = 1520, -430, 330
    rows = []
    for up in (8, 9.5, 25):
        (x0, y0), (x1, y1) = camera.flat((begin, north, up), (end, north - 190, up))
        rows.append(((x0, y0), (x1, y1)))
    spans = 10
    for (x0, y0), (x1, y1) in (rows[0], rows[2]):
        plate.line([(x0, y0), (x1, y1)], 8 if (x0, y0) == rows[0][0] else 5, wobble=0.3)
    steps = np.linspace(0, 1, spans * 4 + 1)

    def at(row, share):
        (x0, y0), (x1, y1) = rows[row]
        return (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)

    for number, share in enumerate(steps):
        if number % 4 == 0:
            plate.line([at(2, share), at(0, share)], 4.4, wobble=0.2)
            x, y = at(0, share)
            plate.line([(x, y), (x, y + camera.width_at((0, north, 0), 10))], 8, wobble=0.2)
        if number < len(steps) - 1:
            a, b = (0, 2) if number % 2 == 0 else (2, 0)
            plate.line([at(a, share), at(b, steps[number + 1])], 3, wobble=0.1)
