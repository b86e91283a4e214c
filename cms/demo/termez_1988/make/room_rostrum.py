"""A congress rostrum seen from the dark of the hall: the microphones wait."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from itertools import pairwise

import numpy as np
from print_kit import Print
from print_light import Lamp
from print_marks import ribbon
from print_space import Camera
from print_stage import Stage

STAGE = 1.05
DESK = (1.15, 7.2)
SPOT = (-2.4, -1.5, 6.2)


def draw_rostrum(scale):
    plate = Print(2400, 1600, seed=1986, scale=scale)
    camera = Camera(eye=(0, 0, 1.75), heading=0.0, focal=2700, centre=1130, horizon=1065)
    plate.paint(plate.everything())
    aim = np.array([DESK[0] + 0.25, DESK[1] + 1.4, 2.55]) - SPOT
    lamp = Lamp(SPOT, strength=0.95, reach=11, aim=tuple(aim), cone=(0.9835, 0.9865))
    stage = Stage(plate, camera, [lamp], ambient=0.0)
    curtain(stage)
    stage.face(
        [(-12, 5.6, STAGE), (12, 5.6, STAGE), (12, 10.4, STAGE), (-12, 10.4, STAGE)],
        grain=(1, 0, 0),
        spacing=13,
    )
    stage.face(
        [(-12, 5.6, STAGE), (12, 5.6, STAGE), (12, 5.6, 0), (-12, 5.6, 0)], glow=0, tint=None
    )
    desk(stage)
    stage.printed(key=(0.1, 0.75), tint=(0.62, 1.25), length=(50, 200))
    microphones(plate, camera)
    beam(plate, camera)
    seats(plate, camera)
    return plate


def curtain(stage):
    """Heavy folds: each turns one side to the light and one away."""
    xs = np.linspace(-7, 8.4, 56)
    for number, (x0, x1) in enumerate(pairwise(xs)):
        y0, y1 = (10.4, 10.16) if number % 2 else (10.16, 10.4)
        stage.face(
            [(x0, y0, STAGE), (x1, y1, STAGE), (x1, y1, 9), (x0, y0, 9)],
            grain=(0, 0, 1),
            tint="brick",
            contour=0,
            spacing=12,
            most=1.0,
            casts=False,
            albedo=0.8,
        )


def desk(stage):
    x, y = DESK
    stage.box((x, y, STAGE), (1.5, 0.9, 0.12), grain=(1, 0, 0), albedo=0.7)
    stage.box((x, y, STAGE + 0.12), (1.16, 0.62, 0.95), grain=(0, 0, 1), albedo=0.95, spacing=13)
    for side in (-0.38, 0.0, 0.38):
        stage.face(
            [
                (x + side - 0.15, y - 0.315, STAGE + 0.22),
                (x + side + 0.15, y - 0.315, STAGE + 0.22),
                (x + side + 0.15, y - 0.315, STAGE + 0.96),
                (x + side - 0.15, y - 0.315, STAGE + 0.96),
            ],
            grain=(0, 0, 1),
            albedo=0.6,
            spacing=11,
            casts=False,
            contour=6,
        )
    stage.box((x, y - 0.03, STAGE + 1.07), (1.34, 0.8, 0.07), grain=(1, 0, 0), albedo=1.1)


def microphones(plate, camera):
    """Four goosenecks lean to where a speaker would stand."""
    x, y = DESK
    scale = camera.focal / (y - 0.3)
    base = camera.flat((x, y - 0.3, STAGE + 1.14))[0]
    for foot, sway, tall in (
        (-0.44, 0.1, 0.42),
        (-0.17, 0.06, 0.57),
        (0.15, -0.05, 0.5),
        (0.45, -0.1, 0.38),
    ):
        share = np.linspace(0, 1, 16)
        stem = np.stack(
            [
                base[0] + (foot + sway * share**2 - 0.12 * foot * share) * scale,
                base[1] - tall * scale * share,
            ],
            1,
        )
        head = np.array([stem[-1], stem[-1] + [np.sign(sway) * 0.035 * scale, -0.1 * scale]])
        for grow, value in ((14, "clear"), (0, "ink")):
            neck = ribbon(stem, np.full(16, 14.0 + grow * 0.7))
            bulb = ribbon(
                np.linspace(head[0], head[1], 9),
                (0.085 * scale + grow) * np.sin(np.linspace(0.5, 2.75, 9)) ** 0.5,
            )
            for outline in (neck, bulb):
                (plate.cut if value == "clear" else plate.ink)(outline, wobble=0.4)
        plate.ink(
            [
                (stem[0][0] - 24, base[1] + 4),
                (stem[0][0] - 15, base[1] - 14),
                (stem[0][0] + 15, base[1] - 14),
                (stem[0][0] + 24, base[1] + 4),
            ],
            wobble=0.5,
        )


def beam(plate, camera):
    """The spotlight's way through the dark, above everything it falls on."""
    start, end = np.array([-160.0, -420.0]), camera.flat((DESK[0] - 0.9, 10.3, 4.6))[0]
    along = np.subtract(end, start)
    long = np.hypot(*along)
    along /= long
    across = np.array([-along[1], along[0]])
    cone = plate.region(
        [start - across * 40, start + across * 40, end + across * 330, end - across * 330]
    )

    def tone(a, b):
        forward = (a - start[0]) * along[0] + (b - start[1]) * along[1]
        side = np.abs((a - start[0]) * across[0] + (b - start[1]) * across[1]) / (
            40 + 0.27 * np.maximum(forward, 1)
        )
        return np.clip(0.46 - 0.3 * side, 0, 1) * np.clip(1.3 - forward / long, 0, 1)

    plate.paint(cone, True, "sand")
    plate.paint(cone, False, "brick")
    plate.rays(cone, *start, tone, "ink", spacing=22, length=(120, 420))


def seats(plate, camera):
    """Rows of empty seats, their upper edges touched by light from the stage."""
    for row, (y, up) in enumerate(((4.6, 0.8), (3.5, 0.74), (2.5, 0.62))):
        step = 0.62
        for number in range(-9, 10):
            x = (number + 0.5 * (row % 2)) * step
            left, right = camera.flat((x - 0.26, y, 0), (x + 0.26, y, 0))
            top = camera.flat((x, y, up + 0.42))[0][1]
            round_ = (right[0] - left[0]) * 0.22
            outline = [
                (left[0], 1700),
                (left[0], top + round_),
                (left[0] + round_ * 0.4, top + round_ * 0.25),
                (left[0] + round_, top),
                (right[0] - round_, top),
                (right[0] - round_ * 0.4, top + round_ * 0.25),
                (right[0], top + round_),
                (right[0], 1700),
            ]
            upholstery(plate, outline, top, row)
            away = abs((left[0] + right[0]) / 2 - 1480) / 1500
            edge = np.array(
                [
                    (left[0] + round_ * 0.2, top + round_ * 0.8),
                    (left[0] + round_ * 0.6, top + 12),
                    (left[0] + round_ * 1.3, top + 9),
                    (right[0] - round_ * 1.3, top + 9),
                    (right[0] - round_ * 0.6, top + 12),
                    (right[0] - round_ * 0.2, top + round_ * 0.8),
                ]
            )
            width = max(0.0, 9 * (1.05 - away)) * (0.6 + 0.25 * row)
            if width > 1.5:
                for block in ("ink", "brick"):
                    plate.line(
                        edge, 0, False, block, widths=width * np.array([0.15, 0.8, 1, 1, 0.8, 0.15])
                    )


def upholstery(plate, outline, top, row):
    """A seat's back, its red cloth just showing below the lit edge."""
    plate.ink(outline, wobble=0.8)
    plate.ink(outline, "brick", 0.8)
    seat = plate.region(outline)
    reach = 330 + 160 * row
    plate.gouge(
        seat, np.pi / 2, lambda x, y: np.clip(0.4 - (y - top) / reach, 0, 0.38), 12, (14, 60)
    )
