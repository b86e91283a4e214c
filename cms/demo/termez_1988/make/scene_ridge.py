"""Watchers on a ridge, under blankets; far below, a valley and the road through it."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_marks import smooth_noise
from print_mountains import WIDE_STEP, valley
from print_space import Camera, Terrain, look_at
from scene_salang import seen_runs
from scipy.interpolate import CubicSpline

ROAD = [
    (-160, 420),
    (60, 620),
    (-20, 900),
    (170, 1200),
    (60, 1550),
    (230, 1950),
    (170, 2400),
    (330, 2900),
    (300, 3500),
]


def draw_ridge(scale, tall=False):
    width, height = (1440, 2560) if tall else (2400, 1600)
    plate = Print(width, height, seed=1987, scale=scale)
    terrain = Terrain(valley(5), WIDE_STEP, (-320 * WIDE_STEP, 0.0))
    camera = Camera((20, -120, 640), 0.0, 1500, 760 if tall else 1300, 900 if tall else 560)
    view = look_at(
        terrain, camera, plate.rows, plate.columns, (0.78, 0.3, 0.42), nearest=200, farthest=9800
    )
    evening(plate, view)
    carve_valley(plate, view)
    draw_track(plate, camera, terrain, view)
    ledge(plate, tall)
    return plate


def evening(plate, view):
    sky = plate.minus(plate.everything(), plate.region_of(view.land))
    for block in ("sand", "river"):
        plate.paint(sky, True, block)
    edge = (~view.land).sum(axis=0) * 4.0

    def tone(x, y):
        down = np.clip(y / np.maximum(edge[None], 40), 0, 1)
        return 0.12 + 0.95 * down**1.6 + 0.2 * (x / plate.width - 0.5)

    level = plate.field(tone) + 0.12 * plate.noise(4, 2)
    plate.sky_gouges(sky, level, "river", 19)
    plate.sky_gouges(sky, level * 1.6 - 1.0, "sand", 15)


def carve_valley(plate, view):
    """Lit slopes sand and paper, shade river-blue, the deepest shadow ink; paler with distance."""
    land = plate.region_of(view.land)
    for name in ("river", "ink"):
        plate.paint(land, False, name)
    plate.paint(land, True, "sand")
    light = np.where(view.land, view.light, 0)
    far = np.clip((np.nan_to_num(view.distance, nan=9999) - 1200) / 5200, 0, 1)
    floor = view.land & (view.height < 26)
    gaps = 10 + 9 * (1 - far)
    turn = np.where(floor, 0.04, view.downhill) + 0.1 * plate.noise(30, 1)
    rough = 0.14 * plate.noise(16, 2)
    plate.gouge(
        land, turn, np.clip(light * 1.2 - 0.15 + rough + 0.3 * far, 0, 1), gaps, (24, 110), "sand"
    )
    shade = plate.region_of(view.land & (light < 0.22) & ~(floor & (light > -0.9)))
    plate.paint(shade, True, "river")
    plate.gouge(
        shade,
        turn,
        np.clip(0.5 * (light + 0.5) + 0.55 * far + rough, 0, 0.9),
        gaps,
        (24, 110),
        "river",
    )
    dark = plate.region_of(view.land & (light < -0.25 - 0.9 * far + rough) & ~floor)
    plate.paint(dark, True, "ink")
    plate.gouge(
        dark,
        turn,
        np.clip(0.18 + 0.5 * far + 0.4 * (light + 0.7) + 1.5 * rough, 0, 0.9),
        gaps,
        (26, 120),
    )
    fields = plate.region_of(floor)
    plots = np.round(2.2 * smooth_noise(light.shape, 3, plate.rng) + view.x / 95) + np.round(
        view.y / (150 + 0.05 * view.y)
    )
    pattern = np.where(floor, plots % 3, 0)
    plate.gouge(
        fields, 0.05, np.where(pattern == 0, 0.62, 0.16) + 0.1 * rough, 11, (30, 130), "river"
    )
    plate.gouge(fields, 0.05, np.where(pattern == 1, 0.5, 0), 10, (14, 60), "ink", leave=True)


def draw_track(plate, camera, terrain, view):
    """The road on the valley floor, with a column on it, very small."""
    points = np.array(ROAD, float)
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    flat = CubicSpline(run, points)(np.arange(0, run[-1], 8.0))
    road = np.column_stack([flat, terrain.at(flat[:, 0], flat[:, 1]) + 1])
    screen, depth = camera.project(road)
    widths = np.maximum(camera.focal * 9 / depth, 3)
    for run_part in seen_runs(plate, camera, road, view, 160):
        plate.line(screen[run_part], 0, True, widths=widths[run_part] * 1.5)
        for block in ("ink", "river", "sand"):
            plate.line(screen[run_part], 0, False, block, widths=widths[run_part])
        for index in run_part[4:-3:4]:
            if depth[index] < 2600 and index % 36 < 26:
                x, y = screen[index]
                size = widths[index] * 0.62
                plate.ink(
                    [
                        (x - size, y + size * 0.3),
                        (x - size * 0.9, y - size * 0.9),
                        (x + size * 0.5, y - size),
                        (x + size, y - size * 0.2),
                        (x + size, y + size * 0.4),
                    ],
                    wobble=0.4,
                )


def ledge(plate, tall):
    """The near ridge, black, and three people sitting on it wrapped in blankets."""
    width, height = plate.width, plate.height
    lift = 0 if not tall else -60
    crest = [
        (-30, height - 660 + lift),
        (90, height - 640 + lift),
        (210, height - 560 + lift),
        (330, height - 520 + lift),
        (470, height - 430 + lift),
        (640, height - 404 + lift),
        (820, height - 330 + lift),
        (900, height - 252 + lift),
        (1050, height - 222 + lift),
        (1180, height - 130 + lift),
        (1340, height - 96 + lift),
        (1500, height + 30 + lift),
    ]
    if tall:
        crest[-1] = (1470, height - 90 + lift)
    outline = [*crest, (width if tall else 1500, height + 30), (-30, height + 30)]
    plate.halo(outline, 4)
    plate.halo(outline, 4, "river")
    plate.ink(outline, wobble=3.5)
    rock = plate.region(outline)
    plate.paint(rock, True, "sand")
    plate.paint(rock, False, "river")
    strata = 0.62 + 0.25 * plate.noise(5, 2)
    fall = plate.field(lambda x, y: np.interp(x, [c[0] for c in crest], [c[1] for c in crest]))
    under = plate.field(lambda x, y: y) - fall
    tone = np.clip(0.5 - under / 420 + 0.55 * plate.noise(12, 3), 0, 0.75)
    plate.gouge(rock, strata, tone, 19, (30, 150))
    size = 215 if tall else 190
    watcher(plate, 248, height - 540 + lift, size * 1.06, 1, gun=True)
    watcher(plate, 500, height - 408 + lift, size, 1)
    watcher(plate, 668, height - 388 + lift, size * 0.92, 1, hood=True)


def watcher(plate, x, ground, size, turn, *, gun=False, hood=False):
    """Someone sitting with knees drawn up under a blanket, seen from behind and aside."""

    def shape(*corners):
        return [(x + turn * a * size, ground - b * size) for a, b in corners]

    body = shape(
        (-0.42, -0.06),
        (-0.4, 0.16),
        (-0.33, 0.44),
        (-0.22, 0.64),
        (-0.1, 0.74),
        (0.06, 0.74),
        (0.16, 0.66),
        (0.24, 0.5),
        (0.4, 0.44),
        (0.52, 0.3),
        (0.56, 0.1),
        (0.62, -0.02),
        (0.6, -0.1),
        (0.1, -0.12),
    )
    if hood:
        head = shape(
            (-0.1, 0.7),
            (-0.12, 0.86),
            (-0.06, 0.99),
            (0.04, 1.03),
            (0.13, 0.98),
            (0.17, 0.88),
            (0.15, 0.76),
            (0.18, 0.66),
        )
    else:
        head = shape(
            (-0.08, 0.68),
            (-0.08, 0.82),
            (-0.14, 0.86),
            (-0.15, 0.92),
            (-0.1, 0.96),
            (-0.08, 1.01),
            (0.1, 1.03),
            (0.13, 0.97),
            (0.19, 0.94),
            (0.19, 0.88),
            (0.16, 0.85),
            (0.17, 0.77),
            (0.13, 0.7),
        )
    for outline in (body, head):
        plate.halo(outline, 5)
        plate.halo(outline, 5, "river")
        plate.ink(outline, wobble=1.0)
    plate.ink(body, wobble=0.8)
    folds = (
        ((-0.1, 0.7), (-0.27, 0.46), (-0.34, 0.2), (-0.33, 0.04)),
        ((0.1, 0.66), (0.04, 0.42), (0.1, 0.2), (0.26, 0.02)),
        ((0.43, 0.38), (0.33, 0.27), (0.22, 0.24), (0.14, 0.28)),
    )
    for fold, weight in zip(folds, (0.03, 0.024, 0.02), strict=True):
        line = np.array(shape(*fold))
        share = np.linspace(0, 1, 9)
        fine = np.column_stack(
            [np.interp(share, np.linspace(0, 1, 4), line[:, axis]) for axis in (0, 1)]
        )
        plate.line(fine, 0, False, widths=size * weight * np.sin(np.pi * (0.1 + 0.85 * share)))
    rim = np.array(shape((0.15, 0.68), (0.24, 0.51), (0.4, 0.44), (0.51, 0.3), (0.55, 0.1)))
    plate.line(rim + [-3, 3], 0, False, widths=np.array([1, 5, 6, 5, 1]))
    if gun:
        barrel = shape((-0.2, 0.1), (-0.52, 1.16))
        plate.line(barrel, size * 0.028, wobble=0.3)
        plate.ink(shape((-0.17, 0.0), (-0.12, 0.04), (-0.27, 0.46), (-0.32, 0.43)), wobble=0.5)
