"""The railway platform at Termez in great heat: everything is glare but one tree's shade."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from itertools import pairwise

import numpy as np
from plane_tree import draw_shade, draw_tree
from print_kit import Print
from print_light import Lamp
from print_space import Camera
from print_stage import Stage
from trackside import poles, tower

SUN = np.array([-0.36, 0.5, 1.15])
TREE = (3.7, 11.5)
EDGE = -0.9


def draw_platform(scale):
    plate = Print(2400, 1600, seed=1926, scale=scale)
    camera = Camera(eye=(0, 0, 1.75), heading=0.0, focal=1560, centre=800, horizon=900)
    return platform(plate, camera, glare=(430, -160))


def draw_platform_tall(scale):
    plate = Print(1440, 2560, seed=1927, scale=scale)
    camera = Camera(eye=(0, 0, 1.75), heading=0.0, focal=1700, centre=330, horizon=1560)
    return platform(plate, camera, glare=(180, -120), seat=4.3)


def platform(plate, camera, glare, seat=5.1):
    horizon = camera.horizon
    heat(plate, glare, horizon)
    far_bank(plate, horizon)
    tower(plate, camera)
    poles(plate, camera)
    sun = Lamp(tuple(SUN / np.linalg.norm(SUN)), strength=1.1, far=True)
    stage = Stage(plate, camera, [sun], ambient=0.17)
    ground(stage)
    station(stage)
    wagons(stage)
    stage.printed(key=(0.08, 0.5), tint=(0.55, 0.75), length=(60, 220), grain=0.1)
    draw_shade(plate, camera, TREE, SUN, EDGE)
    bench(plate, camera, sun, seat)
    draw_tree(plate, camera, TREE)
    return plate


def heat(plate, glare, horizon):
    sky = plate.region(
        [(-20, -20), (plate.width + 20, -20), (plate.width + 20, horizon + 4), (-20, horizon + 4)]
    )
    plate.paint(sky, True, "sand")

    def tone(x, y):
        return np.clip(1.2 - np.hypot(x - glare[0], y - glare[1]) / 1750, 0.12, 1.1)

    plate.rays(
        sky,
        *glare,
        tone,
        "sand",
        spacing=lambda x, y: np.clip(8 + np.hypot(x - glare[0], y - glare[1]) * 0.017, 9, 34),
        length=(140, 520),
    )


def far_bank(plate, horizon):
    xs = np.linspace(-20, plate.width + 20, 60)
    crest = horizon - 16 - 12 * np.abs(np.sin(xs / 310)) - 5 * np.sin(xs / 67)
    outline = [*zip(xs, crest, strict=True), (plate.width + 20, horizon + 6), (-20, horizon + 6)]
    plate.clear(outline)
    plate.ink(outline, "river")
    plate.gouge(plate.region(outline), 0.5, 0.4, 9, (14, 40), "river")


def ground(stage):
    far = 130
    stage.face(
        [(-60, 2, -1.1), (EDGE, 2, -1.1), (EDGE, far, -1.1), (-60, far, -1.1)],
        grain=(1, 0, 0.0),
        albedo=0.55,
        spacing=15,
        contour=0,
    )
    for x in (-3.35, -1.83, -8.35, -6.83):
        stage.bar((x, 3, -0.98), (x, far, -0.98), 0.1, albedo=0.1, tint=None)
    stage.face(
        [(EDGE, 2, -1.1), (EDGE, far, -1.1), (EDGE, far, 0), (EDGE, 2, 0)],
        grain=(0, 1, 0),
        albedo=0.3,
    )
    stage.face(
        [(EDGE, 2, 0), (60, 2, 0), (60, far, 0), (EDGE, far, 0)],
        grain=(0, 1, 0),
        contour=4,
        spacing=22,
    )
    stage.face(
        [(EDGE, 2, 0.004), (EDGE + 0.35, 2, 0.004), (EDGE + 0.35, far, 0.004), (EDGE, far, 0.004)],
        grain=(0, 1, 0),
        contour=5,
    )


def station(stage):
    left, near, far, high = 9.4, 25.0, 62.0, 4.8
    stage.box(
        (left + 4, (near + far) / 2, 0),
        (8, far - near, high),
        grain=(0, 0, 1),
        albedo=0.9,
        spacing=16,
    )
    for number in range(6):
        y = near + 2.6 + number * 5
        stage.face(
            [
                (left - 0.02, y, 0.0 if number == 2 else 1.0),
                (left - 0.02, y + 1.5, 0.0 if number == 2 else 1.0),
                (left - 0.02, y + 1.5, 3.1),
                (left - 0.02, y, 3.1),
            ],
            tint=None,
            glow=0,
            casts=False,
        )
    roof = [
        (left - 0.6, near - 0.5, high),
        (left + 4, near - 0.5, high + 1.5),
        (left + 8.6, near - 0.5, high),
    ]
    stage.face(
        [*roof[:2], (left + 4, far, high + 1.5), (left - 0.6, far, high)],
        grain=(1, 0, 0.3),
        tint="brick",
        albedo=0.5,
    )
    stage.face(roof, grain=(0, 0, 1), albedo=0.9, spacing=16)


def wagons(stage):
    """Empty flat wagons, far ones first; the third carries something under a tarpaulin."""
    for number in range(6, -1, -1):
        near = 4.6 + number * 14.6
        middle = near + 6.7
        for offset in (2.0, 3.8, 9.6, 11.4):
            stage.box(
                (-2.6, near + offset, -1.0), (1.6, 0.85, 0.85), tint=None, albedo=0.1, contour=0
            )
        stage.box((-2.6, middle, -0.45), (0.9, 12.6, 0.35), tint=None, albedo=0.15, contour=0)
        stage.box(
            (-2.6, middle, -0.12),
            (2.8, 13.4, 0.32),
            grain=(0, 1, 0),
            tint="brick",
            spacing=15,
            albedo=0.9,
        )
        for x0, x1 in zip(np.linspace(-4, -1.2, 8), np.linspace(-4, -1.2, 8)[1:], strict=False):
            stage.face(
                [
                    (x0, near, 0.201),
                    (x1, near, 0.201),
                    (x1, near + 13.4, 0.201),
                    (x0, near + 13.4, 0.201),
                ],
                grain=(0, 1, 0),
                tint="sand",
                contour=3,
                most=0.53,
                casts=False,
            )
        if number in (1, 2):
            cover(stage, -2.6, middle)


def cover(stage, x, y):
    """A vehicle's bulk under canvas, roped down."""
    profile = [(-1.3, 0.2), (-1.2, 1.7), (-0.7, 2.3), (0.7, 2.3), (1.2, 1.7), (1.3, 0.2)]
    for start, end, lift in ((y - 3.4, y + 3.2, 0.0),):
        for (x0, z0), (x1, z1) in pairwise(profile):
            normal = (z0 - z1, 0, x1 - x0)
            stage.face(
                [
                    (x + x0, start, z0 + lift),
                    (x + x0, end, z0),
                    (x + x1, end, z1),
                    (x + x1, start, z1 + lift),
                ],
                grain=(0, 0.3, 1),
                normal=normal,
                solid=True,
                albedo=0.7,
                spacing=13,
            )
        stage.face(
            [(x + a, start, b + lift) for a, b in profile],
            grain=(0, 0, 1),
            normal=(0, -1, 0),
            solid=True,
            albedo=0.8,
        )


def bench(plate, camera, sun, x):
    stage = Stage(plate, camera, [sun], ambient=0.0)
    y = 8.6
    for side in (-0.75, 0.75):
        stage.box((x + side, y, 0), (0.07, 0.36, 0.42), tint=None, albedo=0.0, contour=0)
        stage.box((x + side, y + 0.2, 0.4), (0.07, 0.06, 0.5), tint=None, albedo=0.0, contour=0)
    stage.box((x, y + 0.2, 0.66), (1.9, 0.04, 0.1), tint="river", albedo=0.0, contour=0)
    stage.box((x, y + 0.2, 0.84), (1.9, 0.04, 0.1), tint="river", albedo=0.0, contour=0)
    stage.box((x, y, 0.42), (1.9, 0.42, 0.06), tint="river", albedo=0.0, contour=0)
    stage.printed()
    top = camera.flat(
        (x - 0.95, y - 0.21, 0.48),
        (x + 0.95, y - 0.21, 0.48),
        (x + 0.95, y + 0.18, 0.48),
        (x - 0.95, y + 0.18, 0.48),
    )
    plate.cut(top, wobble=0.5)
    for up in (0.76, 0.94):
        plate.line(
            camera.flat((x - 0.95, y + 0.17, up), (x + 0.95, y + 0.17, up)), 5, False, wobble=0.3
        )
