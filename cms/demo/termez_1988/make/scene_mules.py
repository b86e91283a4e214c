"""Mules with long crates on a mountain path at night, going over."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_marks import ribbon
from print_mountains import STEP, mountains
from print_space import Camera, Terrain, look_at

SLOPE = -0.2  # the path climbs to the right
# A mule's outline in its own heights: x ahead, y up; withers at 1.
BODY = (
    (-0.62, 0.92),
    (-0.52, 1.0),
    (-0.3, 1.0),
    (0.0, 0.95),
    (0.24, 0.99),
    (0.36, 1.04),
    (0.5, 1.2),
    (0.6, 1.36),
    (0.645, 1.42),
    (0.63, 1.62),
    (0.7, 1.6),
    (0.72, 1.45),
    (0.8, 1.38),
    (0.98, 1.16),
    (1.03, 1.05),
    (0.96, 0.99),
    (0.88, 1.02),
    (0.78, 1.1),
    (0.68, 1.08),
    (0.6, 0.92),
    (0.52, 0.72),
    (0.4, 0.58),
    (0.1, 0.5),
    (-0.24, 0.53),
    (-0.44, 0.58),
    (-0.62, 0.66),
    (-0.68, 0.8),
)
EAR = ((0.6, 1.4), (0.52, 1.6), (0.56, 1.66), (0.67, 1.44))
TAIL = ((-0.6, 0.94), (-0.72, 0.84), (-0.76, 0.5), (-0.71, 0.34), (-0.67, 0.5), (-0.6, 0.8))


def draw_mule_train(scale):
    plate = Print(2400, 1600, seed=1986, scale=scale)
    moon = (560, 330)
    night(plate, moon)
    far_peaks(plate)
    hillside(plate)
    train = ((330, 196), (815, 216), (1350, 238), (1905, 262))
    for number, (x, size) in enumerate(train):
        mule(plate, x, path(x), size, number)
    walker_with_staff(plate, 2265, path(2265), 330)
    walker_with_staff(plate, 1075, path(1075), 278, stick=False)
    return plate


def path(x):
    """The crest of the near slope, where the train walks."""
    return 1455 + SLOPE * x + 16 * np.sin(x / 170) + 9 * np.sin(x / 61)


def night(plate, moon):
    everything = plate.everything()
    for block in ("river", "ink"):
        plate.paint(everything, True, block)
    sky = plate.region([(-20, -20), (2420, -20), (2420, 1300), (-20, 1300)])

    def near(x, y):
        return np.hypot((x - moon[0]) * 0.75, (y - moon[1]) * 1.2)

    tone = plate.field(lambda x, y: 0.98 - near(x, y) / 900 + 0.12 * y / 1000)
    plate.sky_gouges(sky, tone + 0.12 * plate.noise(4, 2), "ink", 21)
    plate.sky_gouges(
        sky, plate.field(lambda x, y: 0.9 - near(x, y) / 430), "river", 16, length=(80, 300)
    )
    for block in ("river", "ink"):
        plate.disc(*moon, 84, False, block)


def far_peaks(plate):
    """A moonlit range in blue alone, so that the train stands black before it."""
    terrain = Terrain(mountains(29), STEP, (-2560.0, 0.0))
    camera = Camera((150, -900, 640), 0.0, 1500, 1200, 900)
    view = look_at(
        terrain, camera, plate.rows, plate.columns, (-0.8, 0.05, 0.55), nearest=1500, farthest=5600
    )
    land = plate.region_of(view.land)
    plate.paint(land, False)
    plate.paint(land, True, "river")
    light = np.where(view.land, view.light, 0)
    turn = view.downhill + 0.1 * plate.noise(30, 1)
    rough = 0.16 * plate.noise(18, 2)
    bright = plate.region_of(view.land & (light > 0.32))
    plate.gouge(bright, turn, np.clip(light * 1.1 + 0.1 + rough, 0, 1), 15, (26, 130), "river")
    dark = plate.region_of(view.land & (light < -0.2))
    plate.gouge(dark, turn, 0.5 + rough, 15, (26, 130), leave=True)
    y, x = np.mgrid[0 : plate.rows, 0 : plate.columns] * 4.0
    rise = np.clip((y - path(x) + 360) / 360, 0, 1)
    mist = plate.region_of(rise > 0.04)
    plate.paint(mist, False)
    plate.paint(mist, True, "river")
    plate.gouge(mist, -0.06 + 0.03 * plate.noise(3), 0.88 * rise**0.9, 17, (70, 300), "river")


def hillside(plate):
    """The near slope, cut along the fall of the ground, lightest at the path's lip."""
    xs = np.linspace(-30, 2430, 90)
    lip = [*zip(xs, path(xs), strict=True), (2430, 1640), (-30, 1640)]
    plate.halo(lip, 5)
    plate.ink(lip, wobble=2)
    slope = plate.region(lip)
    plate.paint(slope, False, "river")
    plate.paint(slope, True, "sand")
    y, x = np.mgrid[0 : plate.rows, 0 : plate.columns] * 4.0
    under = y - path(x)
    tone = 0.62 - under / 300 + 0.5 * plate.noise(9, 3)
    plate.gouge(slope, 1.02 + 0.3 * plate.noise(7, 2), np.clip(tone, 0, 0.85), 20, (36, 170))
    plate.gouge(slope, 1.02, np.clip(0.7 - under / 60, 0, 1), 15, (20, 60), "sand")
    for start, drop in ((-0.1, 190), (0.22, 330), (0.05, 480)):
        xs = np.linspace(plate.width * (start + 0.04), plate.width * (start + 0.72), 40)
        line = np.column_stack([xs, path(xs) + drop - 0.06 * (xs - xs[0])])
        share = np.linspace(0, 1, 40)
        plate.line(line, 0, True, widths=26 * np.sin(np.pi * share) + 2)


def mule(plate, x, ground, size, number):
    """One laden mule in stride; its long crates catch the moon from behind."""

    def at(points):
        return [(x + a * size, ground + SLOPE * a * size - b * size) for a, b in points]

    stride = (0.16, -0.1, 0.05, -0.16)[number % 4]
    legs = (
        (0.42, 0.62, stride),
        (0.34, 0.6, -stride),
        (-0.5, 0.7, -stride * 0.9),
        (-0.42, 0.66, stride * 0.9),
    )
    for hip, high, swing in legs:
        back = 0.08 if hip < 0 else -0.02
        joints = np.array(
            at(
                [
                    (hip, high),
                    (hip + swing * 0.45 - back, 0.34),
                    (hip + swing - back * 0.3, 0.06),
                    (hip + swing + 0.05, -0.01),
                ]
            )
        )
        plate.ink(ribbon(joints, size * np.array([0.2, 0.085, 0.06, 0.075])), wobble=0.6)
    for part in (TAIL, EAR, BODY):
        plate.ink(at(part), wobble=1.0)
    for end, low in ((0.0, 0.0), (-0.05, 0.3)):
        crate = at(
            [
                (-0.86 + end, 0.78 + low),
                (-0.86 + end, 1.02 + low),
                (0.56 + end, 1.05 + low),
                (0.56 + end, 0.8 + low),
            ]
        )
        plate.halo(crate, size * 0.016)
        plate.halo(crate, size * 0.016, "river")
        plate.ink(crate, wobble=0.8)
        lid = plate.region(crate)
        tone = plate.field(lambda a, b, left=crate[0][0]: 0.62 - (a - left) / (size * 2.2))
        plate.gouge(lid, SLOPE, tone, size * 0.06, (40, 160))
        plate.gouge(lid, SLOPE, tone - 0.1, size * 0.06, (40, 160), "river")
        for share in (0.18, 0.82):
            a = -0.86 + end + 1.42 * share
            plate.line(at([(a, 0.76 + low), (a, 1.07 + low)]), size * 0.045, wobble=0.4)
    rump = np.array(at([(-0.68, 0.72), (-0.64, 0.86), (-0.56, 0.97)]))
    for block in ("ink", "river"):
        plate.line(rump, 0, False, block, widths=size * np.array([0.004, 0.02, 0.004]))
    rope = np.array(at([(0.98, 1.04), (1.25, 0.86), (1.6, 0.95)]))
    plate.line(rope, 0, True, widths=[3.4, 3, 2.6])


def walker_with_staff(plate, x, ground, size, stick=True):
    """A man in a loose shirt and flat cap, leaning into the slope."""

    def shape(*points):
        return [(x + a * size, ground + SLOPE * a * size * 0.6 - b * size) for a, b in points]

    plate.ink(
        shape((-0.2, 0.0), (-0.1, 0.02), (-0.02, 0.26), (0.02, 0.44), (-0.12, 0.44), (-0.12, 0.24)),
        wobble=0.8,
    )
    plate.ink(
        shape(
            (0.12, 0.0),
            (0.22, 0.02),
            (0.17, 0.1),
            (0.16, 0.3),
            (0.06, 0.46),
            (-0.04, 0.42),
            (0.1, 0.24),
        ),
        wobble=0.8,
    )
    robe = shape(
        (-0.17, 0.26),
        (-0.15, 0.5),
        (-0.13, 0.7),
        (-0.06, 0.83),
        (0.08, 0.85),
        (0.16, 0.76),
        (0.17, 0.6),
        (0.14, 0.4),
        (0.19, 0.28),
        (0.02, 0.24),
    )
    plate.ink(robe, wobble=0.8)
    plate.ink(
        shape((0.1, 0.78), (0.26, 0.58), (0.34, 0.6), (0.33, 0.54), (0.22, 0.5), (0.08, 0.64)),
        wobble=0.6,
    )
    plate.ink(
        shape(
            (-0.01, 0.8),
            (-0.02, 0.9),
            (-0.06, 0.92),
            (-0.06, 0.97),
            (0.0, 1.01),
            (0.12, 1.01),
            (0.17, 0.96),
            (0.16, 0.92),
            (0.13, 0.9),
            (0.14, 0.83),
            (0.08, 0.8),
        ),
        wobble=0.5,
    )
    back = np.array(shape((-0.155, 0.34), (-0.13, 0.55), (-0.115, 0.7), (-0.05, 0.81)))
    for block in ("ink", "river"):
        plate.line(
            back + [size * 0.02, 0],
            0,
            False,
            block,
            widths=size * np.array([0.006, 0.026, 0.024, 0.006]),
        )
    if stick:
        plate.line(shape((0.33, 0.66), (0.4, -0.03)), size * 0.028, wobble=0.5)
