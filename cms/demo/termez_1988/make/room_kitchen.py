"""A kitchen in the evening: one lamp, an empty chair, and the radio's dial."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from itertools import pairwise

import numpy as np
from forms import chair, snowfall
from print_kit import Print
from print_light import Lamp
from print_space import Camera
from print_stage import Stage
from radio_set import radio, radio_front
from tea_things import samovar, tea_glass

TABLE = 0.76
BULB = (0.16, 0.2, 1.56)


def draw_kitchen(scale):
    plate = Print(2400, 1600, seed=1991, scale=scale)
    camera = Camera(eye=(0.0, -1.45, 1.3), heading=0.0, focal=2050, centre=1180, horizon=500)
    return kitchen(plate, camera, window=(-0.98, -0.02, 1.06, 2.4), chair_at=(-0.4, -0.22))


def kitchen(plate, camera, window, chair_at, bulb=BULB):
    lamp = Lamp(bulb, strength=1.3, reach=0.9, cone=(0.02, 0.5))
    back = Stage(plate, camera, [lamp], ambient=0.02)
    front = Stage(plate, camera, [lamp], ambient=0.02)
    wall(back, window)
    frame(front, window)
    table(front)
    panel = radio(front, TABLE)
    for wide, low, high in (
        (0.17, 0, 0.05),
        (0.09, 0.05, 0.1),
        (0.25, 0.12, 0.38),
        (0.13, 0.4, 0.56),
    ):
        front.box((-0.2, 0.42, TABLE + low), (wide, wide, high - low), hidden=True)
    back.nearer = [front]
    back.printed(key=(0.1, 0.62), tint=(1.2, 2.2), clean=1.3)
    outside(plate, camera, window)
    front.printed(key=(0.14, 0.62), tint=(0.9, 1.5))
    radio_front(plate, panel)
    samovar(plate, camera, (-0.2, 0.42, TABLE))
    tea_glass(plate, camera, (0.06, 0.08, TABLE))
    shade(plate, camera, bulb)
    if not chair_at:
        return plate
    seat = Stage(plate, camera, [lamp], ambient=0.02)
    chair(seat, *chair_at, heading=0.3, back=0.95, wide=0.4, rail=0.06, contour=0, albedo=0.3)
    seat.printed()
    return plate


def wall(stage, window):
    left, right, sill, top = window
    back = 0.85
    for x0, x1, z0, z1 in (
        (-3, left, 0, 3),
        (right, 3, 0, 3),
        (left, right, 0, sill),
        (left, right, top, 3),
    ):
        stage.face(
            [(x0, back, z0), (x1, back, z0), (x1, back, z1), (x0, back, z1)],
            grain=(0, 0, 1),
            contour=0,
            spacing=19,
            albedo=0.9,
            most=0.5,
            casts=False,
        )
    stage.face(
        [(left, 1.0, sill), (right, 1.0, sill), (right, 1.0, top), (left, 1.0, top)],
        glow=0.9,
        tint="river",
        contour=0,
        casts=False,
    )


def frame(stage, window):
    left, right, sill, top = window
    look = {"casts": False, "spacing": 10}
    for x in (left, right):
        stage.face(
            [(x, 0.85, sill), (x, 1.0, sill), (x, 1.0, top), (x, 0.85, top)],
            grain=(0, 0, 1),
            **look,
        )
    stage.face([(left, 0.85, top), (right, 0.85, top), (right, 1.0, top), (left, 1.0, top)], **look)
    stage.box((right - 0.3, 0.96, sill), (0.06, 0.04, top - sill), tint="sand", albedo=2.0, **look)
    for x in (left + 0.025, right - 0.025):
        stage.box((x, 0.96, sill), (0.05, 0.04, top - sill), albedo=2.0, **look)
    stage.box(((left + right) / 2, 0.96, sill), (right - left, 0.04, 0.05), albedo=2.0, **look)
    stage.face(
        [
            (left - 0.06, 0.78, sill),
            (right + 0.06, 0.78, sill),
            (right + 0.06, 1.0, sill),
            (left - 0.06, 1.0, sill),
        ],
        grain=(1, 0, 0),
        albedo=1.8,
        **look,
    )
    stage.face(
        [
            (left - 0.06, 0.78, sill),
            (right + 0.06, 0.78, sill),
            (right + 0.06, 0.78, sill - 0.035),
            (left - 0.06, 0.78, sill - 0.035),
        ],
        grain=(1, 0, 0),
        albedo=1.2,
        **look,
    )


def outside(plate, camera, window):
    """Blue dusk, the flats across the yard with few windows lit, and snow."""
    left, right, sill, top = window
    pane = plate.region(
        camera.flat((left, 1, sill), (right, 1, sill), (right, 1, top), (left, 1, top)), wobble=0.5
    )
    plate.sky_gouges(
        pane, lambda x, y: np.clip((y - 60) / 900, 0, 0.6), spacing=16, tilt=0.05, length=(60, 240)
    )
    roof = [
        (-6, 9, -4),
        (-6, 9, 2.55),
        (-1.9, 9, 2.55),
        (-1.9, 9, 2.2),
        (-1.2, 14, 2.2),
        (1.2, 14, 2.2),
        (1.2, 14, -4),
    ]
    block = plate.region(camera.flat(*roof))
    plate.paint(plate.both(block, pane))
    lit = {(2, 1), (4, 2), (5, 0), (7, 2), (3, 3), (8, 1)}
    for column in range(10):
        for row in range(5):
            x, z = -5.9 + column * 0.42, 2.1 - row * 0.52
            spot = plate.both(
                plate.region(
                    camera.flat(
                        (x, 9, z), (x + 0.2, 9, z), (x + 0.2, 9, z - 0.27), (x, 9, z - 0.27)
                    ),
                    wobble=0.6,
                ),
                pane,
            )
            if (column, row) in lit:
                plate.clear_region(spot)
                plate.paint(spot, True, "sand")
            else:
                plate.gouge(spot, 0.0, 0.22, 9, (10, 30))
    snowfall(plate, pane, 900, (2.5, 6), ("ink", "river"))


def draw_kitchen_tall(scale):
    plate = Print(1440, 2560, seed=1992, scale=scale)
    camera = Camera(eye=(0.06, -1.45, 1.3), heading=0.0, focal=1830, centre=600, horizon=1330)
    return kitchen(
        plate,
        camera,
        window=(-0.72, -0.06, 1.06, 2.4),
        chair_at=None,
        bulb=(0.2, 0.2, 1.78),
    )


def table(stage):
    edge, left, right = -0.1, -1.02, 1.16
    stage.face(
        [(left, edge, TABLE), (right, edge, TABLE), (right, 0.8, TABLE), (left, 0.8, TABLE)],
        grain=(1, 0, 0),
        spacing=16,
    )
    # The oilcloth hangs in shallow folds over the front.
    folds = np.linspace(left, right, 15)
    for number, (x0, x1) in enumerate(pairwise(folds)):
        y0, y1 = (edge, edge - 0.025) if number % 2 else (edge - 0.025, edge)
        stage.face(
            [(x0, y0, TABLE), (x1, y1, TABLE), (x1, y1, 0.6), (x0, y0, 0.6)],
            grain=(0, 0, 1),
            tint="brick",
            contour=0,
            spacing=9,
            glow=0.34 if number % 2 else 0.2,
            casts=False,
        )
    stage.face(
        [(left, edge, 0.6), (right, edge, 0.6), (right, edge, 0.1), (left, edge, 0.1)],
        glow=0,
        tint=None,
        casts=False,
    )


def shade(plate, camera, bulb):
    """The enamel lampshade over the table, seen a little from below."""
    x, y, z = bulb
    low, high = z - 0.02, z + 0.17
    scale = camera.focal / (y - camera.eye[1])
    turn = np.linspace(0, 2 * np.pi, 60)[:-1]

    def ring(radius, up):
        middle = camera.flat((x, y, up))[0]
        tilt = (up - camera.eye[2]) / (y - camera.eye[1])
        return np.stack(
            [
                middle[0] + radius * scale * np.cos(turn),
                middle[1] + radius * scale * tilt * np.sin(turn),
            ],
            1,
        )

    rim, top = ring(0.2, low), ring(0.04, high)
    body = [
        tuple(rim[np.argmin(rim[:, 0])]),
        tuple(top[np.argmin(top[:, 0])]),
        tuple(top[np.argmax(top[:, 0])]),
        tuple(rim[np.argmax(rim[:, 0])]),
    ]
    plate.halo(body, 4)
    for outline in (body, rim):
        plate.clear(outline, 0.6)
        plate.ink(outline, wobble=0.6)
    plate.clear(ring(0.18, low), 0.6)
    middle = camera.flat((x, y, high))[0]
    plate.line([(middle[0], -20), (middle[0], top[:, 1].min() + 4)], 9, wobble=0.4)
