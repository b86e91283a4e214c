"""A palace on a bare terraced hill above Kabul, winter dusk; one window is lit."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from itertools import pairwise

import numpy as np
from forms import poplar
from print_kit import Print
from print_light import Lamp
from print_marks import smooth_noise
from print_space import Camera, Terrain, look_at
from print_stage import Stage

SUN = np.array([-0.93, -0.42, 0.3])
TOP = (70.0, 330.0, 84.0)


def draw_palace(scale):
    plate = Print(2400, 1600, seed=1979, scale=scale)
    camera = Camera(eye=(0, 0, 6), heading=0.0, focal=3500, centre=820, horizon=1420)
    dusk(plate)
    far_range(plate)
    terrain = hill()
    view = look_at(terrain, camera, plate.rows, plate.columns, SUN, nearest=14, farthest=620)
    land(plate, view)
    road(plate, camera, terrain, view)
    palace(plate, camera)
    trees(plate, camera, terrain)
    return plate


def dusk(plate):
    sky = plate.everything()
    for block in ("sand", "river"):
        plate.paint(sky, True, block)
    glow = plate.field(
        lambda x, y: np.clip((y - 160) / 1050, 0, 1) ** 1.2 * np.clip(1.25 - x / 2600, 0.3, 1.2)
    )
    turn = -0.06 + 0.05 * plate.noise(3, 1)
    gap = plate.field(lambda x, y: np.clip(27 - y / 90, 12, 27))
    plate.gouge(sky, turn, glow * 1.15 + 0.07 * plate.noise(4), gap, (180, 640), "river")
    plate.gouge(sky, turn, np.clip(glow * 1.6 - 0.95, 0, 0.8), gap, (140, 420), "sand")


def far_range(plate):
    xs = np.linspace(-20, 2420, 70)
    crest = np.interp(
        xs,
        [0, 180, 380, 560, 760, 960, 1200, 1500, 1800, 2100, 2420],
        [1010, 930, 985, 890, 960, 905, 985, 1020, 960, 1030, 980],
    )
    crest = crest + 13 * np.sin(xs / 37) + 8 * np.sin(xs / 17 + 1)
    outline = [*zip(xs, crest, strict=True), (2420, 1500), (-20, 1500)]
    for block in ("sand", "ink"):
        plate.cut(outline, block)
    plate.ink(outline, "river")
    region = plate.region(outline)
    # Snow lies on the slopes that look west; the others keep their blue.
    slope = np.interp(np.arange(plate.columns) * 4.0, xs[1:], np.diff(crest) / np.diff(xs))
    facing = np.clip(0.55 - slope * 1.2, 0.12, 0.95)[None, :] * np.ones((plate.rows, 1))
    turn = np.where(slope > 0, 0.95, 2.1)[None, :] + 0.25 * plate.noise(18)
    plate.gouge(region, turn, facing + 0.25 * plate.noise(22), 13, (24, 90), "river")


def hill():
    rng = np.random.default_rng(5)
    step = 2.0
    y, x = np.mgrid[0:330, 0:420] * step
    x = x - 360.0
    turn = np.arctan2(y - TOP[1], x - TOP[0])
    reach = np.hypot((x - TOP[0]) * 0.86, y - TOP[1])
    reach = reach * (1 + 0.05 * np.sin(turn * 3 + 0.6) + 0.03 * np.sin(turn * 7))
    flat = 52.0
    down = np.clip((reach - flat) / 205, 0, 1)
    height = TOP[2] * (1 - down) ** 1.25
    terrace = 12.0
    stepped = np.floor(height / terrace) * terrace + terrace * np.clip(
        (height / terrace % 1) * 3.4 - 2.2, 0, 1
    )
    height = np.where((height > 14) & (height < TOP[2] - 1), 0.3 * height + 0.7 * stepped, height)
    height = height + 0.5 * smooth_noise(height.shape, 14, rng, 2) * (down > 0)
    left = 16 * np.exp(-(((x + 190) / 120) ** 2 + ((y - 420) / 130) ** 2))
    return Terrain(height + left, step, (-360.0, 0.0))


def land(plate, view):
    ground = plate.region_of(view.land)
    for block in ("sand", "river", "ink"):
        plate.paint(ground, block != "sand", block)
    light = np.nan_to_num(view.light, nan=-1) + 0.08 * plate.noise(16, 2)
    gap = np.clip(8 + 1100 / np.nan_to_num(view.distance, nan=300), 11, 30)
    turn = view.downhill + 0.16 * plate.noise(10)
    clear = plate.both(ground, plate.region_of(light > 0.28))
    plate.paint(clear, False)
    plate.gouge(
        plate.minus(ground, clear), turn, np.clip((light + 0.75) / 0.95, 0.12, 1), gap, (40, 150)
    )
    snow = plate.both(ground, plate.region_of(light > 0.62))
    plate.paint(snow, False, "river")
    plate.gouge(
        plate.minus(ground, snow),
        turn,
        np.clip((light - 0.2) / 0.42, 0, 1),
        gap,
        (40, 150),
        "river",
    )


def road(plate, camera, terrain, view):
    """One track winds up round the hill; only the parts that face us are cut."""
    turn = np.linspace(-4.62 * np.pi, -0.15 * np.pi, 700)
    share = np.linspace(1, 0, 700)
    reach = 58 + 175 * share**1.05
    x, y = TOP[0] + reach * np.cos(turn) / 0.86, TOP[1] + reach * np.sin(turn)
    spots, depth = camera.project(np.stack([x, y, terrain.at(x, y) + 0.4], 1))
    rows = np.clip(spots[:, 1] / 4, 0, plate.rows - 1).astype(int)
    columns = np.clip(spots[:, 0] / 4, 0, plate.columns - 1).astype(int)
    seen = np.abs(np.nan_to_num(view.distance[rows, columns], nan=9e3) - depth) < 16
    seen |= (share > 0.85) & (spots[:, 1] > 1300)
    runs = np.split(np.arange(700), np.where(np.diff(seen.astype(int)))[0] + 1)
    for run in runs:
        if len(run) < 12 or not seen[run[0]]:
            continue
        width = (
            np.clip(camera.focal * 4.2 / depth[run] * 0.32, 5, 40)
            * np.sin(np.linspace(0.1, 3.04, len(run))) ** 0.3
        )
        plate.line(spots[run] + [0, 4], 0, True, widths=width * 1.7)
        plate.line(spots[run], 0, False, widths=width)
        plate.line(spots[run], 0, False, "river", widths=width)


def palace(plate, camera):
    x, y, z = TOP
    stage = Stage(plate, camera, [Lamp(tuple(SUN * 1.0), strength=1.25, far=True)], ambient=0.08)
    heading = 0.42
    z -= 1.5
    look = {"tint": "sand", "spacing": 9, "contour": 3.0, "wobble": 1.0}

    def at(across, ahead, up=0.0):
        return (
            x + across * np.cos(heading) + ahead * np.sin(heading),
            y - across * np.sin(heading) + ahead * np.cos(heading),
            z + up,
        )

    def storeys(corner, end, high, count, normal, floors=3, shade=1.0, lit=()):
        """A wall with its windows, cornice and pilasters."""
        corner, end = np.array(corner), np.array(end)
        along = end - corner
        stage.face(
            [corner, end, end + [0, 0, high], corner + [0, 0, high]],
            (0, 0, 1),
            normal,
            solid=True,
            albedo=shade,
            **look,
        )
        out = np.array(normal) / np.linalg.norm(normal) * 0.1
        for floor in range(floors):
            low = (0.06, 0.33, 0.74)[floor] * high + 0.6
            tall = (0.2, 0.33, 0.17)[floor] * high
            for number in range(count):
                share = (number + 0.5) / count
                half = 0.21 / count
                a, b = corner + along * (share - half) + out, corner + along * (share + half) + out
                is_lit = (floor, number) in lit
                stage.face(
                    [
                        a + [0, 0, low],
                        b + [0, 0, low],
                        b + [0, 0, low + tall],
                        a + [0, 0, low + tall],
                    ],
                    (0, 0, 1),
                    normal,
                    solid=True,
                    tint="brick" if is_lit else None,
                    glow=0.55 if is_lit else 0.0,
                    contour=0,
                    wobble=0.5,
                    casts=False,
                )

    def wall(a, b, c, d):
        return storeys(at(*a), at(*b), *c, **d)

    side, front = at(1, 0), at(0, -1)
    right = np.subtract(side, at(0, 0))
    ahead = np.subtract(front, at(0, 0))
    high, half, deep = 18.5, 30.0, 15.0
    for across in (-half, half):
        sign = np.sign(across)
        wall((across, -deep * sign), (across, deep * sign), (high, 6, right * sign), {})
    wall((-half, -deep), (half, -deep), (high, 13, ahead), {"lit": {(1, 2)}})
    roof(stage, at, high, half, deep, look)
    # The rounded front, in nine flat bays under its own shallow cap.
    turns = np.linspace(np.pi, 0, 10)
    for t0, t1 in pairwise(turns):
        a, b = ((9.5 * np.cos(t), -deep - 8 * np.sin(t)) for t in (t0, t1))
        middle = (t0 + t1) / 2
        normal = right * np.cos(middle) + ahead * np.sin(middle)
        wall(a, b, (high + 3.4, 1, normal), {})
    for t0, t1 in pairwise(turns):
        a, b = (at(10.4 * np.cos(t), -deep - 8.8 * np.sin(t), high + 3.4) for t in (t0, t1))
        cap = at(0, -deep, high + 8)
        stage.face(
            [a, b, cap],
            np.subtract(cap, a),
            **{**look, "tint": "brick", "albedo": 0.8, "contour": 2, "casts": False},
        )
    stage.printed(key=(0.16, 0.5), tint=(0.56, 0.95), length=(18, 60), grain=0.1)


def roof(stage, at, high, half, deep, look):
    """A low hipped roof of sheet iron and the drum's shallow cap."""
    out, ridge = 1.2, high + 6.5
    eaves = [
        at(-half - out, -deep - out, high),
        at(half + out, -deep - out, high),
        at(half + out, deep + out, high),
        at(-half - out, deep + out, high),
    ]
    left, right = at(-half + 13, 0, ridge), at(half - 13, 0, ridge)
    for corners in (
        [eaves[0], eaves[1], right, left],
        [eaves[3], eaves[0], left],
        [eaves[1], eaves[2], right],
    ):
        slope = np.cross(np.subtract(corners[1], corners[0]), np.subtract(corners[2], corners[1]))
        stage.face(
            corners,
            np.subtract(corners[2], corners[1]),
            slope * np.sign(slope[2]),
            solid=True,
            **{**look, "tint": "brick", "albedo": 0.8, "casts": False},
        )


def trees(plate, camera, terrain):
    """A few bare poplars by the road, the only upright things on the slope."""
    for x, y, tall in ((-24.5, 128, 9), (-22, 133, 10), (-19.5, 131, 7.5), (-16, 137, 10.5)):
        (foot,), (depth,) = camera.project([(x, y, terrain.at([x], [y])[0] - 0.5)])
        poplar(plate, foot, tall * camera.focal / depth)
