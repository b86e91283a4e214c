"""The Salang: a road folded up a mountainside to a tunnel mouth under the ridge."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_mountains import STEP, mountains
from print_space import Camera, Terrain, look_at
from scipy.interpolate import CubicSpline
from scipy.ndimage import gaussian_filter

ROAD_LEAVES_SHADOW = 14  # points of the road that the dark spur keeps
GALLERIES = ((118, 22), (224, 16), (296, 12))  # first road point and number of points
# Turning points of the road: metres east and north of the watcher.
ROAD = [
    (-330, 150),
    (-120, 260),
    (90, 330),
    (265, 400),
    (262, 440),
    (60, 470),
    (-150, 520),
    (-232, 566),
    (-205, 612),
    (-20, 640),
    (150, 684),
    (238, 730),
    (222, 778),
    (90, 806),
    (-30, 836),
    (-62, 842),
]


def laid_road(heights, origin):
    """The road's points every few metres, and the terrain with a bench cut for it."""
    points = np.array(ROAD, float)
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    along = np.arange(0, run[-1], 6.0)
    flat = CubicSpline(run, points)(along)
    terrain = Terrain(heights, STEP, origin)
    ground = gaussian_filter(terrain.at(flat[:, 0], flat[:, 1]), 30)
    level = np.maximum.accumulate(ground)
    heights = heights.copy()
    rows, columns = np.mgrid[0 : heights.shape[0], 0 : heights.shape[1]]
    x, y = columns * STEP + origin[0], rows * STEP + origin[1]
    near = (np.abs(x) < 420) & (y < 1100)
    away = np.full(heights.shape, 1e9)
    height_at = np.zeros(heights.shape)
    for (px, py), pz in zip(flat, level, strict=True):
        distance = np.hypot(x[near] - px, y[near] - py)
        closer = distance < away[near]
        away[near] = np.where(closer, distance, away[near])
        height_at[near] = np.where(closer, pz, height_at[near])
    share = np.clip(1 - (away - 9) / 22, 0, 1)
    return np.column_stack([flat, level + 0.6]), heights * (1 - share) + height_at * share


def draw_salang(scale, tall=False):
    width, height = (1440, 2560) if tall else (2400, 1600)
    plate = Print(width, height, seed=3363, scale=scale)
    origin = (-640 * STEP / 2, 0.0)
    road, heights = laid_road(mountains(11), origin)
    terrain = Terrain(heights, STEP, origin)
    camera = Camera(
        eye=(-20, -260, 190), heading=0.0, focal=1500, centre=width * 0.52, horizon=height * 0.7
    )
    view = look_at(
        terrain, camera, plate.rows, plate.columns, (-0.85, 0.2, 0.5), nearest=60, farthest=5000
    )
    sky = carve_snow(plate, view)
    winter_sky(plate, sky, height)
    draw_road(plate, camera, road, view, 0 if tall else ROAD_LEAVES_SHADOW)
    return plate


def carve_snow(plate, view):
    """Lit snow stays paper, shade is river-blue, cast shadow ink; all cut down the fall line."""
    plate.paint(plate.everything(), True, "river")
    land = plate.region_of(view.land)
    sky = plate.minus(plate.everything(), land)
    plate.paint(land, False, "river")
    light = np.where(view.land, view.light, 0)
    far = np.clip((np.nan_to_num(view.distance, nan=9999) - 900) / 2600, 0, 1)
    gaps = 11 + 9 * (1 - far)
    turn = view.downhill + 0.1 * plate.noise(30, 1)
    rough = 0.14 * plate.noise(14, 2)

    light = light - 0.1 * np.abs(plate.noise(26, 2)) * (view.x > 250)
    shade = plate.region_of(view.land & (light < 0.34))
    plate.paint(shade, True, "river")
    plate.gouge(
        shade,
        turn,
        np.clip((light + 0.5) * 0.9 + rough, 0, 1) * (light > -0.6),
        gaps,
        (24, 110),
        "river",
    )
    dark = plate.region_of(view.land & (light < -0.15 - 0.25 * far + rough))
    plate.paint(dark, True, "ink")
    plate.gouge(
        dark,
        turn,
        np.clip(0.22 + 0.5 * far + 0.5 * (light + 0.6) + 2 * rough, 0, 0.9),
        gaps,
        (26, 120),
        "ink",
    )
    bright = plate.minus(land, shade)
    faint = np.clip(0.75 - light + rough * 1.5, 0, 0.5) * 0.8
    plate.gouge(bright, turn, faint, gaps * 1.25, (18, 80), "river", leave=True)
    return sky


def winter_sky(plate, sky, height):
    """Blue, opened by level cuts that gather over the lit wall on the right."""

    def tone(x, y):
        return np.clip(0.75 * x / plate.width + 0.9 * y / height - 0.32, 0, 0.85)

    plate.sky_gouges(sky, plate.field(tone) + 0.25 * plate.noise(4, 2), "river", 20, tilt=-0.05)


def seen_runs(plate, camera, points, view, slack=90):
    """Stretches of a line on the ground that no nearer slope hides, as index arrays."""
    screen, depth = camera.project(points)
    cell = (screen / 4).astype(int)
    on_sheet = ((cell >= 0) & (cell < [plate.columns, plate.rows])).all(axis=1)
    cell = np.clip(cell, 0, [plate.columns - 1, plate.rows - 1])
    ground = np.nan_to_num(view.distance[cell[:, 1], cell[:, 0]], nan=1e9)
    seen = on_sheet & (np.abs(ground - depth) < slack)
    runs = np.split(np.arange(len(seen)), np.flatnonzero(np.diff(seen.astype(int))) + 1)
    return [run for run in runs if seen[run[0]] and len(run) > 3]


def draw_road(plate, camera, road, view, first):
    """The road as a pale shelf with a dark cut bank above it, its lorries and galleries."""
    screen, depth = camera.project(road)
    widths = camera.focal * 10.5 / depth
    runs = seen_runs(plate, camera, road, view)
    for run in runs:
        bare = run[run >= first]
        for block in ("ink", "river"):
            plate.line(screen[bare], 0, False, block, widths=widths[bare] * 1.3)
        plate.line(
            screen[run] + np.outer(widths[run], [0, 0.3]), 0, True, widths=widths[run] * 0.36
        )
    for begin, count in GALLERIES:
        gallery(plate, camera, road[begin : begin + count])
    visible = set(np.concatenate(runs).tolist())
    index, packet = first + 4, 0
    while index < len(road) - 14:
        clear = not any(a - 3 <= index <= a + n + 2 for a, n in GALLERIES)
        straight = abs(screen[index + 3][0] - screen[index - 3][0]) > 3.5 * widths[index]
        if clear and straight and index in visible:
            lorry_speck(plate, screen[index], widths[index], screen[index + 2] - screen[index])
        # Columns drove in packets, with gaps between them.
        packet = (packet + 1) % 4
        index += int(plate.rng.integers(6, 9)) if packet else 15
    portal(plate, *screen[-1], widths[-1] * 3.0)


def gallery(plate, camera, road):
    """A snow shed: a concrete roof on a row of posts, dark inside."""
    high = 13.0
    foot = camera.project(road)[0]
    roof = camera.project(road + [0, 0, high])[0]
    lip = camera.project(road + [0, 0, high * 0.68])[0]
    plate.ink([*foot, *roof[::-1]], wobble=0.6)
    plate.clear([*lip, *roof[::-1]], wobble=0.6)
    back = camera.project(road + [0, 14, high + 1.5])[0]
    plate.ink([*roof, *back[::-1]], "river", wobble=0.6)
    plate.line(roof, 2.6)
    plate.line(lip, 2.2)
    for number in range(0, len(road), 2):
        width = max(2.4, camera.width_at(road[number], 1.7))
        for block in ("ink", "river"):
            plate.line([lip[number], foot[number]], width, False, block, wobble=0.2)


def lorry_speck(plate, at, size, along):
    """A lorry a long way off: tilt, cab with its window, and light under the chassis."""
    turn = 1 if along[0] > 0 else -1
    slope = along[1] / (abs(along[0]) + 1e-6)
    size *= 1.22

    def place(ahead, up):
        return (at[0] + turn * ahead * size, at[1] + (0.34 - up + slope * ahead) * size)

    def shape(*corners, wobble=0.5):
        plate.ink([place(*corner) for corner in corners], wobble=wobble)

    shape((-0.95, 0.3), (-0.97, 0.98), (-0.8, 1.12), (0.1, 1.1), (0.24, 0.95), (0.22, 0.3))
    shape(
        (0.32, 0.3),
        (0.32, 0.98),
        (0.62, 0.96),
        (0.74, 0.62),
        (1.08, 0.56),
        (1.12, 0.2),
        (0.32, 0.2),
    )
    shape((-0.95, 0.2), (-0.95, 0.34), (1.1, 0.34), (1.1, 0.2))
    if size > 15:
        window = [
            place(*corner) for corner in ((0.42, 0.66), (0.42, 0.86), (0.56, 0.84), (0.64, 0.66))
        ]
        plate.cut(window, wobble=0.2)
    for ahead in (-0.7, -0.36, 0.84):
        plate.disc(*place(ahead, 0.14), size * 0.15, wobble=0.2)


def portal(plate, x, y, size):
    """The tunnel mouth: an arch ring between wing walls that run down into the slope."""
    wings = [
        (x - size * 1.5, y),
        (x - size * 0.7, y - size * 1.12),
        (x + size * 0.7, y - size * 1.12),
        (x + size * 1.5, y),
    ]
    plate.ink([(a * 1.25 - x * 0.25, b - 6) for a, b in wings], wobble=0.8)
    for block in ("ink", "river"):
        plate.cut(wings, block, wobble=0.5)
    for share in (0.3, 0.55, 0.8):
        level = y - size * 1.12 * share
        half = size * (1.5 - 0.8 * share)
        plate.line([(x - half, level), (x + half, level)], 1.8)
    turn = np.linspace(np.pi, 2 * np.pi, 11)

    def arch(radius):
        return [
            (x - size * radius, y + 2),
            *[
                (x + size * radius * np.cos(a), y - size * 0.4 + size * radius * np.sin(a))
                for a in turn
            ],
            (x + size * radius, y + 2),
        ]

    plate.ink(arch(0.64), wobble=0.3)
    plate.cut(arch(0.58), wobble=0.3)
    plate.ink(arch(0.46), wobble=0.3)
