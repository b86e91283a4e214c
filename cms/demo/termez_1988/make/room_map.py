"""A staff college table: a map with a road on it, dividers, closed books, an empty chair."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import Panel, chair
from print_kit import Print
from print_light import Lamp
from print_marks import ribbon, smooth_noise
from print_space import Camera
from print_stage import Stage
from scipy.ndimage import map_coordinates
from scipy.spatial import ConvexHull

TABLE = 0.76
SHEET = (1.35, 0.95)
TURN = -0.16
LAMP = (-0.62, 0.82, 1.3)


def draw_map_table(scale):
    plate = Print(2400, 1600, seed=2007, scale=scale)
    camera = Camera(eye=(0.1, -1.25, 2.05), heading=0.0, focal=1900, centre=1150, horizon=-420)
    plate.paint(plate.everything())
    lamp = Lamp(LAMP, strength=1.45, reach=0.9)
    back = Stage(plate, camera, [lamp], ambient=0.02)
    stage = Stage(plate, camera, [lamp], ambient=0.03)
    back.nearer = [stage]
    back.face(
        [(-6, -1, 0), (6, -1, 0), (6, 14, 0), (-6, 14, 0)],
        grain=(0, 1, 0),
        tint="brick",
        spacing=24,
        glow=0.27,
        contour=0,
    )
    chair(
        back,
        -0.18,
        1.66,
        heading=3.75,
        back=1.04,
        wide=0.5,
        deep=0.46,
        rail=0.14,
        albedo=1.6,
        spacing=10,
        contour=3,
    )
    desk(stage)
    right = np.array([np.cos(TURN), np.sin(TURN), 0])
    up = np.array([-np.sin(TURN), np.cos(TURN), 0])
    corner = np.array([0.2, 0.42, TABLE + 0.004]) - right * SHEET[0] / 2 - up * SHEET[1] / 2
    panel = Panel(camera, corner, right, up)
    stage.face(
        [
            panel.space(0, 0),
            panel.space(SHEET[0], 0),
            panel.space(*SHEET),
            panel.space(0, SHEET[1]),
        ],
        grain=right,
        tint="sand",
        albedo=1.5,
        contour=5,
        casts=False,
    )
    books(stage)
    legs = dividers(stage, panel)
    back.printed(key=(0.12, 0.9), tint=(1.2, 2.0))
    light = stage.printed(key=(0.1, 0.6), tint=(0.85, 1.7))
    sheet(plate, camera, panel, light)
    dividers_front(plate, camera, legs)
    desk_lamp(plate, camera)
    return plate


def desk(stage):
    left, right, near, far = -1.35, 1.3, -0.25, 1.15
    stage.box(
        ((left + right) / 2, (near + far) / 2, TABLE - 0.06),
        (right - left, far - near, 0.06),
        grain=(1, 0, 0),
        tint="river",
        spacing=17,
        albedo=0.7,
    )


def books(stage):
    """Closed, in a stack, at the table's edge."""
    up = TABLE
    for wide, deep, thick, heading, tint in (
        (0.36, 0.27, 0.07, -0.35, "brick"),
        (0.33, 0.25, 0.055, -0.1, "river"),
        (0.3, 0.23, 0.065, -0.5, "brick"),
    ):
        cover = 0.009
        for low, high, inset, colour in (
            (0, cover, 0, tint),
            (cover, thick - cover, 0.012, "sand"),
            (thick - cover, thick, 0, tint),
        ):
            stage.box(
                (1.0, 0.74, up + low),
                (wide - inset, deep - inset, high - low),
                heading,
                grain=(1, 0, 0),
                tint=colour,
                spacing=9,
                contour=3,
                albedo=1.3 if inset else 0.9,
            )
        up += thick


def dividers(stage, panel):
    tips = [panel.space(0.66, 0.42), panel.space(0.86, 0.5)]
    top = (tips[0] + tips[1]) / 2 + np.array([0.03, 0.06, 0.4])
    for tip in tips:
        stage.bar(tip, top, 0.014, tint=None, glow=0, hidden=True)
    return tips, top


def dividers_front(plate, camera, legs):
    tips, top = legs
    head = np.array(camera.flat(top)[0])
    for tip in tips:
        point = np.array(camera.flat(tip)[0])
        share = np.linspace(0, 1, 9)[:, None]
        line = head + (point - head) * share
        widths = np.array([17, 18, 17, 15, 13, 11, 8, 5, 2.0])
        plate.clear(ribbon(line, widths + 9), 0.4)
        plate.ink(ribbon(line, widths), wobble=0.4)
        plate.line(line[1:6] - [3.5, 0], 0, False, widths=np.array([3, 4, 4, 4, 2]))
    for radius, value in ((21, False), (17, True), (6, False)):
        plate.disc(*head, radius, value)
    plate.line([head + [0, -14], head + [5, -60]], 13, wobble=0.4)
    middle = (np.array(camera.flat(tips[0])[0]) + np.array(camera.flat(tips[1])[0])) / 2
    cross = head + (middle - head) * 0.36
    plate.line([cross + [-30, -4], cross + [32, 4]], 6, wobble=0.4)


def sheet(plate, camera, panel, light):
    """Contour lines of high ground, a river, and the one road through, over the pass."""
    down, across = np.mgrid[0 : plate.rows, 0 : plate.columns] * 4.0 + 2
    depth = (camera.eye[2] - panel.corner[2]) * camera.focal / (down - camera.horizon)
    x = camera.eye[0] + (across - camera.centre) * depth / camera.focal - panel.corner[0]
    y = camera.eye[1] + depth - panel.corner[1]
    u = (x * panel.right[0] + y * panel.right[1]) / SHEET[0]
    v = (x * panel.up[0] + y * panel.up[1]) / SHEET[1]
    on = (u > 0.035) & (u < 0.965) & (v > 0.05) & (v < 0.95)
    rng = np.random.default_rng(11)
    ground = smooth_noise((160, 220), 5, rng, 2) * 0.8
    ridge = np.exp(
        -(
            (
                (
                    np.mgrid[0:160, 0:220][0] / 160
                    - 0.5
                    - 0.12 * np.sin(np.mgrid[0:160, 0:220][1] / 40)
                )
                / 0.19
            )
            ** 2
        )
    )
    ground = ground + ridge * 1.25
    height = map_coordinates(ground, [np.clip(v, 0, 1) * 159, np.clip(u, 0, 1) * 219], order=1)
    dy, dx = np.gradient(height)
    slope = np.maximum(np.hypot(dx, dy), 1e-4)
    step = 0.17
    off = np.abs((height / step + 0.5) % 1 - 0.5) * step / slope
    lines = np.clip(1.5 - off * 0.85, 0, 1) * on
    lit = light > 0.34
    plate.paint(plate.region_of(lines * (lines > 0.4) * lit))
    plate.paint(plate.region_of(lines * (lines > 0.4) * ~lit), False)
    high = on & (height > 1.0) & lit
    plate.gouge(plate.region_of(high), 1.1, 0.3, 12, (16, 40), leave=True)
    bars = panel.rect(0.035 * SHEET[0], 0.05 * SHEET[1], 0.965 * SHEET[0], 0.95 * SHEET[1])
    plate.line([*bars, bars[0]], 4, wobble=0.5)
    river = [
        (0.04, 0.9),
        (0.2, 0.87),
        (0.35, 0.9),
        (0.52, 0.86),
        (0.7, 0.9),
        (0.85, 0.88),
        (0.965, 0.91),
    ]
    road = [
        (0.52, 0.86),
        (0.5, 0.78),
        (0.545, 0.7),
        (0.52, 0.62),
        (0.57, 0.585),
        (0.535, 0.54),
        (0.585, 0.51),
        (0.56, 0.45),
        (0.62, 0.37),
        (0.6, 0.27),
        (0.66, 0.19),
        (0.74, 0.15),
        (0.86, 0.17),
    ]
    for points, width, colour in ((river, 13, "river"), (road, 15, "brick")):
        spots = np.array([(a * SHEET[0], b * SHEET[1]) for a, b in points])
        share = np.linspace(0, len(points) - 1, 80)
        fine = np.stack(
            [np.interp(share, range(len(points)), spots[:, axis]) for axis in (0, 1)], 1
        )
        line = np.array(panel.at(*fine))
        plate.line(line, 0, False, widths=np.full(80, width + 9.0))
        for block in ("sand",):
            plate.line(line, 0, False, block, widths=np.full(80, width + 9.0))
        plate.line(line, 0, True, colour, widths=np.full(80, float(width)))
    for a, b in (road[0], road[-1], (0.66, 0.19)):
        spot = panel.at((a * SHEET[0], b * SHEET[1]))[0]
        plate.disc(*spot, 17, False)
        plate.disc(*spot, 13, True)


def desk_lamp(plate, camera):
    """The lamp's shade from above: dark, with its rim of light."""
    x, y, z = LAMP
    foot = camera.flat((x - 0.25, y + 0.12, TABLE))[0]
    neck = camera.flat(
        (x - 0.22, y + 0.1, TABLE + 0.4), (x - 0.1, y + 0.05, z + 0.16), (x, y, z + 0.1)
    )
    turn = np.linspace(0, 2 * np.pi, 50)[:-1]

    def ring(px, py, pz, radius):
        return camera.flat(*[(px + radius * np.cos(a), py + radius * np.sin(a), pz) for a in turn])

    plate.ink(ring(x - 0.25, y + 0.12, TABLE + 0.01, 0.11))
    plate.line([foot, *neck], 17, wobble=0.6)
    rim, top = ring(x, y, z - 0.03, 0.17), ring(x, y, z + 0.11, 0.06)
    spots = np.array([*rim, *top])
    hull = spots[ConvexHull(spots).vertices]
    plate.clear(hull, 0.6)
    plate.ink(hull, wobble=0.6)
    plate.halo(top, 3)
    front = np.array([spot for spot in rim if spot[1] > np.mean([y for _, y in rim])])
    front = front[np.argsort(front[:, 0])]
    plate.line(front, 0, False, widths=9 * np.sin(np.linspace(0.2, 2.94, len(front))))
