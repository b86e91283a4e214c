"""Indirect talks, cut open like a stage: two lit rooms, a dark corridor, one man between."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import chair, walker
from print_kit import Print
from print_light import Lamp
from print_space import Camera
from print_stage import Stage

DEEP, HIGH = 5.2, 3.3
ROOMS = ((-4.35, -0.95), (0.85, 3.75))
HALL = (-0.75, 0.65)
END = 7.4
DOOR = (1.5, 2.6, 2.15)


def draw_two_rooms(scale):
    plate = Print(2400, 1600, seed=1982, scale=scale)
    camera = Camera(eye=(-0.1, -5.0, 1.7), heading=0.0, focal=1640, centre=1270, horizon=850)
    plate.paint(plate.everything())
    lamps = [Lamp(((a + b) / 2, 2.3, 2.45), strength=1.15, reach=2.3) for a, b in ROOMS]
    stage = Stage(plate, camera, lamps, ambient=0.02)
    tables = Stage(plate, camera, lamps, ambient=0.02)
    stage.nearer = [tables]
    for a, b in ROOMS:
        shell(stage, a, b)
        window(stage, a, b)
    corridor(stage)
    for (a, b), tint in zip(ROOMS, ("river", "brick"), strict=True):
        furniture(tables, (a + b) / 2, tint)
    stage.printed(key=(0.06, 0.62), tint=(0.75, 1.5), length=(40, 170))
    views(plate, camera)
    tables.printed(key=(0.08, 0.55), tint=(0.7, 1.3), length=(24, 90))
    for lamp in lamps:
        hanging(plate, camera, lamp.place)
    x, y = -0.1, 2.0
    scale = camera.focal / (y - camera.eye[1])
    foot = camera.flat((x, y, 0))[0]
    walker(plate, lambda side, up: (foot[0] + side * scale, foot[1] - up * scale))
    return plate


def shell(stage, left, right):
    look = {"spacing": 15, "contour": 4, "most": 1.05}
    stage.face(
        [(left, 0, 0), (right, 0, 0), (right, DEEP, 0), (left, DEEP, 0)], grain=(0, 1, 0), **look
    )
    stage.face(
        [(left, 0, HIGH), (right, 0, HIGH), (right, DEEP, HIGH), (left, DEEP, HIGH)],
        grain=(1, 0, 0),
        albedo=0.5,
        **look,
    )
    stage.face(
        [(left, DEEP, 0), (right, DEEP, 0), (right, DEEP, HIGH), (left, DEEP, HIGH)],
        grain=(0, 0, 1),
        **look,
    )
    for x in (left, right):
        outer = x in (ROOMS[0][0], ROOMS[1][1])
        wall(stage, x, open_=not outer, **look)


def wall(stage, x, open_, **look):
    """A side wall along the depth, with its doorway when it gives on the corridor."""
    near, far, top = DOOR
    parts = [(0, DEEP, 0, HIGH)]
    if open_:
        parts = [(0, near, 0, HIGH), (far, DEEP, 0, HIGH), (near, far, top, HIGH)]
    for y0, y1, z0, z1 in parts:
        stage.face([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)], grain=(0, 0, 1), **look)


def window_middle(left, right):
    """A little away from the corridor, whose wall would hide part of the view."""
    return (left + right) / 2 + (-0.3 if left < 0 else 0.25)


def window(stage, left, right):
    middle = window_middle(left, right)
    for x0, x1 in ((middle - 1.2, middle - 0.08), (middle + 0.08, middle + 1.2)):
        stage.face(
            [
                (x0, DEEP - 0.01, 0.95),
                (x1, DEEP - 0.01, 0.95),
                (x1, DEEP - 0.01, 2.6),
                (x0, DEEP - 0.01, 2.6),
            ],
            glow=0.9,
            tint="river",
            casts=False,
            contour=7,
        )


def views(plate, camera):
    """Through both rooms' windows the same lake and the same mountain."""
    panes = []
    for left, right in ROOMS:
        middle = window_middle(left, right)
        for x0, x1 in ((middle - 1.17, middle - 0.11), (middle + 0.11, middle + 1.17)):
            panes.append(
                camera.flat((x0, DEEP, 0.98), (x1, DEEP, 0.98), (x1, DEEP, 2.57), (x0, DEEP, 2.57))
            )
    glass = plate.region(*panes, wobble=0.3)
    shore = 880
    ridge = [
        (0, 850),
        (440, 846),
        (560, 806),
        (640, 756),
        (696, 782),
        (760, 766),
        (860, 826),
        (1000, 850),
    ]
    ridge += [
        (1500, 850),
        (1600, 806),
        (1680, 752),
        (1740, 780),
        (1810, 760),
        (1920, 822),
        (2080, 846),
        (2400, 850),
    ]
    mountain = plate.both(plate.region([*ridge, (2400, shore), (0, shore)]), glass)
    plate.sky_gouges(glass, 0.25, spacing=12, length=(40, 160))
    plate.paint(mountain, False, "river")
    plate.gouge(mountain, 1.1, 0.22, 12, (20, 60), "river", leave=True)
    water = plate.both(plate.region([(0, shore), (2400, shore), (2400, 1100), (0, 1100)]), glass)
    plate.paint(water, True, "river")
    plate.gouge(water, 0.0, 0.3, 10, (20, 70), "river")
    plate.paint(
        plate.both(
            plate.region([(0, shore - 5), (2400, shore - 5), (2400, shore + 2), (0, shore + 2)]),
            glass,
        )
    )


def corridor(stage):
    left, right = HALL
    look = {"spacing": 14, "contour": 4}
    stage.face(
        [(left, 0, 0), (right, 0, 0), (right, END, 0), (left, END, 0)],
        grain=(0, 1, 0),
        **look,
    )
    stage.face(
        [
            (left, END, 0),
            (right, END, 0),
            (right, END, HIGH),
            (left, END, HIGH),
        ],
        glow=0,
        tint=None,
    )
    stage.face(
        [(left, 0, HIGH), (right, 0, HIGH), (right, END, HIGH), (left, END, HIGH)],
        glow=0,
        tint=None,
    )
    stage.face(
        [
            (-0.5, END - 0.01, 0.85),
            (0.4, END - 0.01, 0.85),
            (0.4, END - 0.01, 2.55),
            (-0.5, END - 0.01, 2.55),
        ],
        glow=0.9,
        tint="river",
        casts=False,
    )
    stage.bar(
        (-0.05, END - 0.02, 0.85), (-0.05, END - 0.02, 2.55), 0.05, tint=None, glow=0, casts=False
    )
    for x in HALL:
        wall(stage, x, open_=True, albedo=0.8, **look)
        stage.face(
            [(x, DEEP, 0), (x, END, 0), (x, END, HIGH), (x, DEEP, HIGH)],
            glow=0,
            tint=None,
        )
    for inner, outer in ((HALL[0], ROOMS[0][1]), (HALL[1], ROOMS[1][0])):
        _, far, top = DOOR
        stage.face(
            [(inner, far, 0), (outer, far, 0), (outer, far, top), (inner, far, top)],
            grain=(0, 0, 1),
            albedo=1.4,
            **look,
        )


HANGING = ((-1.05, 0.7), (1.05, 0.7), (1.05, 0.36), (-1.05, 0.36))


def furniture(stage, middle, tint):
    for x in (middle - 0.55, middle + 0.6):
        back_chair(stage, x, 3.35, np.pi)
    stage.box((middle, 2.4, 0.68), (2.1, 1.1, 0.07), grain=(1, 0, 0), tint=tint, spacing=12)
    stage.face(
        [(middle + side, 1.82, z) for side, z in HANGING],
        grain=(0, 0, 1),
        tint=tint,
        glow=0.26,
        contour=3,
        spacing=10,
    )
    for dx, dy in ((-0.55, 0.1), (0.5, 0.12), (0.58, -0.2)):
        x, y = middle + dx, 2.4 + dy
        stage.face(
            [
                (x - 0.15, y - 0.2, 0.755),
                (x + 0.12, y - 0.2, 0.755),
                (x + 0.15, y + 0.2, 0.755),
                (x - 0.12, y + 0.2, 0.755),
            ],
            glow=2,
            casts=False,
            contour=3,
        )
    for x in (middle - 0.6, middle + 0.55):
        chair(stage, x, 1.25, heading=0.0, back=0.95, rail=0.2, splats=2, albedo=0.3, contour=0)


def back_chair(stage, x, y, heading):
    stage.box((x, y, 0.44), (0.46, 0.44, 0.05), heading, tint=None, glow=0, contour=0)
    stage.box((x, y + 0.22, 0.44), (0.46, 0.05, 0.58), heading, tint="sand", albedo=0.7, spacing=11)


def hanging(plate, camera, place):
    x, y, z = place
    top, bulb = camera.flat((x, y, HIGH), (x, y, z))
    scale = camera.focal / (y - camera.eye[1])
    hood = [
        (bulb[0] - 0.3 * scale, bulb[1]),
        (bulb[0] - 0.07 * scale, bulb[1] - 0.2 * scale),
        (bulb[0] + 0.07 * scale, bulb[1] - 0.2 * scale),
        (bulb[0] + 0.3 * scale, bulb[1]),
    ]
    plate.line([top, (bulb[0], bulb[1] - 0.18 * scale)], 6, wobble=0.4)
    plate.ink(hood)
    turn = np.linspace(0, 2 * np.pi, 30)[:-1]
    plate.clear(
        np.stack([bulb[0] + 0.26 * scale * np.cos(turn), bulb[1] + 0.04 * scale * np.sin(turn)], 1),
        0.4,
    )
