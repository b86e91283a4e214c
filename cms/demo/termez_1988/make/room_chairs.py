"""A long table with nobody at it, and three empty frames."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_light import Lamp
from print_space import Camera
from print_stage import Stage

LEFT, RIGHT, FAR, HIGH = -3.6, 4.4, 12.2, 5.2
TABLE = (-0.9, 1.1, 2.3, 9.6)
PLACES = [2.9 + number * 1.28 for number in range(6)]


def draw_empty_chairs(scale):
    plate = Print(2400, 1600, seed=1985, scale=scale)
    camera = Camera(eye=(0.5, -0.4, 1.9), heading=0.0, focal=1500, centre=1060, horizon=690)
    light = np.array([1.0, 0.12, 0.42])
    stage = Stage(
        plate, camera, [Lamp(tuple(light / np.linalg.norm(light)), 1.6, far=True)], ambient=0.17
    )
    room(stage)
    frames(stage)
    head_chair(stage)
    for y in PLACES[::-1]:
        chair(stage, TABLE[1] + 0.5, y, -1)
        chair(stage, TABLE[0] - 0.5, y, 1)
    table(stage)
    stage.printed(key=(0.07, 0.75), tint=(0.75, 1.25), length=(50, 190))
    near = TABLE[2]
    plate.line(camera.flat((TABLE[0], near, 0.77), (TABLE[1], near, 0.77)), 8, False, wobble=0.8)
    plate.line(camera.flat((TABLE[0], near, 0.685), (TABLE[1], near, 0.685)), 4, False, wobble=0.8)
    return plate


def room(stage):
    stage.face(
        [(LEFT, 0.3, 0), (RIGHT, 0.3, 0), (RIGHT, FAR, 0), (LEFT, FAR, 0)],
        grain=(0, 1, 0),
        spacing=16,
        contour=3,
    )
    stage.face(
        [(LEFT, 0.3, HIGH), (RIGHT, 0.3, HIGH), (RIGHT, FAR, HIGH), (LEFT, FAR, HIGH)],
        glow=0.0,
        tint=None,
    )
    stage.face(
        [(LEFT, FAR, 0), (RIGHT, FAR, 0), (RIGHT, FAR, HIGH), (LEFT, FAR, HIGH)],
        grain=(0, 0, 1),
        glow=0.42,
        tint="sand",
        spacing=12,
    )
    stage.face(
        [(LEFT, 0.3, 0), (LEFT, FAR, 0), (LEFT, FAR, HIGH), (LEFT, 0.3, HIGH)],
        grain=(0, 0, 1),
        spacing=17,
    )
    stage.face(
        [
            (LEFT + 0.01, 0.3, 0),
            (LEFT + 0.01, FAR, 0),
            (LEFT + 0.01, FAR, 1.1),
            (LEFT + 0.01, 0.3, 1.1),
        ],
        grain=(0, 0, 1),
        tint="brick",
        spacing=13,
    )
    stage.face(
        [
            (LEFT, FAR - 0.01, 0),
            (RIGHT, FAR - 0.01, 0),
            (RIGHT, FAR - 0.01, 1.1),
            (LEFT, FAR - 0.01, 1.1),
        ],
        grain=(0, 0, 1),
        tint="brick",
        glow=0.3,
        spacing=11,
    )
    low, high = 0.75, 3.7
    stage.face(
        [(RIGHT, -6, 0), (RIGHT, FAR, 0), (RIGHT, FAR, low), (RIGHT, -6, low)],
        grain=(0, 1, 0),
        glow=0.06,
    )
    stage.face(
        [(RIGHT, -6, high), (RIGHT, FAR, high), (RIGHT, FAR, HIGH), (RIGHT, -6, HIGH)],
        grain=(0, 1, 0),
        glow=0.06,
    )
    for number in range(-3, 6):
        start = 1.5 + number * 2.8
        stage.face(
            [
                (RIGHT, start, low),
                (RIGHT, start + 1.25, low),
                (RIGHT, start + 1.25, high),
                (RIGHT, start, high),
            ],
            glow=0.08,
            grain=(0, 0, 1),
        )
        if start + 1.25 > 0:
            stage.face(
                [
                    (RIGHT, start + 2.8, low),
                    (RIGHT + 0.25, start + 2.8, low),
                    (RIGHT + 0.25, start + 2.8, high),
                    (RIGHT, start + 2.8, high),
                ],
                glow=0.25,
                grain=(0, 0, 1),
                casts=False,
            )
            stage.face(
                [
                    (RIGHT + 0.25, start + 1.25, low),
                    (RIGHT + 0.25, start + 2.8, low),
                    (RIGHT + 0.25, start + 2.8, high),
                    (RIGHT + 0.25, start + 1.25, high),
                ],
                glow=0.8,
                casts=False,
            )
            for share in (0.5,):
                y = start + 1.25 + 1.55 * share
                stage.bar((RIGHT + 0.2, y, low), (RIGHT + 0.2, y, high), 0.07, glow=0)
            stage.bar(
                (RIGHT + 0.2, start + 1.25, 2.7), (RIGHT + 0.2, start + 2.8, 2.7), 0.07, glow=0
            )


def frames(stage):
    """Three frames with nothing in them but paler wall."""
    y = FAR - 0.06
    for middle in (-2.2, 0.2, 2.6):
        wide, low, tall = 1.6, 1.85, 2.2
        stage.face(
            [
                (middle - wide / 2, y, low),
                (middle + wide / 2, y, low),
                (middle + wide / 2, y, low + tall),
                (middle - wide / 2, y, low + tall),
            ],
            glow=0.0,
            tint=None,
            contour=0,
            casts=False,
        )
        inset = 0.13
        stage.face(
            [
                (middle - wide / 2 + inset, y - 0.01, low + inset),
                (middle + wide / 2 - inset, y - 0.01, low + inset),
                (middle + wide / 2 - inset, y - 0.01, low + tall - inset),
                (middle - wide / 2 + inset, y - 0.01, low + tall - inset),
            ],
            glow=2.0,
            contour=0,
            casts=False,
        )
        stage.bar(
            (middle - 0.4, y, low + tall),
            (middle, y, low + tall + 0.42),
            0.022,
            glow=0,
            tint=None,
            casts=False,
        )
        stage.bar(
            (middle + 0.4, y, low + tall),
            (middle, y, low + tall + 0.42),
            0.022,
            glow=0,
            tint=None,
            casts=False,
        )


def table(stage):
    left, right, near, far = TABLE
    stage.box(
        ((left + right) / 2, (near + far) / 2, 0.68),
        (right - left, far - near, 0.09),
        grain=(0, 1, 0),
        tint="river",
        spacing=17,
    )
    stage.face(
        [
            (left + 0.15, near + 0.2, 0),
            (right - 0.15, near + 0.2, 0),
            (right - 0.15, near + 0.2, 0.68),
            (left + 0.15, near + 0.2, 0.68),
        ],
        glow=0,
        tint=None,
    )
    for y in PLACES:
        for x, sign in ((left + 0.08, 1), (right - 0.08, -1)):
            stage.face(
                [
                    (x, y - 0.16, 0.775),
                    (x + sign * 0.24, y - 0.16, 0.775),
                    (x + sign * 0.24, y + 0.16, 0.775),
                    (x, y + 0.16, 0.775),
                ],
                glow=2,
                contour=3,
                casts=False,
            )


def chair(stage, x, y, towards):
    """A high-backed chair; `towards` is the side of its table."""
    look = {"tint": "brick", "spacing": 12}
    back = x - towards * 0.24
    for side in (-0.21, 0.21):
        stage.box(
            (x + towards * 0.2, y + side, 0),
            (0.05, 0.05, 0.44),
            glow=0,
            tint=None,
            contour=0,
            casts=False,
        )
        stage.box(
            (back, y + side, 0), (0.05, 0.05, 0.46), glow=0, tint=None, contour=0, casts=False
        )
    stage.box((x, y, 0.42), (0.5, 0.5, 0.08), grain=(1, 0, 0), **look)
    stage.box((back, y, 0.46), (0.07, 0.5, 0.58), grain=(0, 0, 1), **look)


def head_chair(stage):
    """The chair at the head, pushed back and turned a little away."""
    x, y, heading = 0.25, 10.3, 0.35
    stage.box((x, y, 0.42), (0.56, 0.5, 0.08), heading, tint="brick")
    stage.box(
        (x + 0.09, y + 0.27, 0.46),
        (0.58, 0.08, 1.05),
        heading,
        grain=(0, 0, 1),
        tint="brick",
        glow=0.2,
    )
