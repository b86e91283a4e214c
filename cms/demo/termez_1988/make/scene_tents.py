"""A row of refugee tents under mountains, a washing line across the front."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_mountains import STEP, mountains
from print_space import Camera, Terrain, look_at


def draw_tent_row(scale):
    plate = Print(2400, 1600, seed=1985, scale=scale)
    horizon = 610
    camera = Camera((0, 0, 5.2), 0.0, 1700, 1560, horizon)
    pale_sky(plate, horizon)
    range_behind(plate, horizon)
    plain(plate, camera, horizon)
    for row in reversed(range(15)):
        near = 11.2 + row * 6.9
        if row > 0:
            tent(plate, camera, -17.5 - (row % 2) * 0.8, near + 2.5, row + 40, small=True)
        tent(plate, camera, -5.2, near, row)
    washing_line(plate)
    return plate


def pale_sky(plate, horizon):
    sky = plate.region([(-20, -20), (2420, -20), (2420, horizon), (-20, horizon)])
    plate.paint(sky, True, "sand")
    plate.paint(sky, True, "river")
    level = plate.field(lambda x, y: 0.1 + 1.2 * y / horizon + 0.2 * (0.5 - x / 2400))
    rough = 0.14 * plate.noise(4, 2)
    plate.sky_gouges(sky, level + rough, "river", 20)
    plate.sky_gouges(sky, level * 1.7 - 0.85 + rough, "sand", 17)


def range_behind(plate, horizon):
    terrain = Terrain(0.5 * mountains(47), STEP, (-2560.0, 0.0))
    camera = Camera((60, -2600, 230), 0.0, 1950, 1250, horizon - 140)
    view = look_at(
        terrain, camera, plate.rows, plate.columns, (-0.75, -0.25, 0.5), nearest=2600, farthest=7600
    )
    seen = view.land & (np.arange(plate.rows)[:, None] * 4 < horizon + 20)
    land = plate.region_of(seen)
    plate.clear_region(land)
    light = np.where(seen, view.light, 0)
    turn = view.downhill + 0.1 * plate.noise(30, 1)
    foot = np.clip((horizon - plate.field(lambda x, y: y)) / 150, 0, 1)
    plate.gouge(
        land, turn, np.clip(0.62 - 0.62 * light, 0, 0.4) * foot, 14, (18, 70), "river", leave=True
    )
    shade = plate.region_of(seen & (light < 0.34) & (view.y > 560 + 160 * plate.noise(9, 2)))
    plate.paint(shade, True, "river")
    plate.gouge(
        shade, turn, np.clip(1.0 - 0.75 * foot + 0.3 * light, 0.08, 0.9), 12, (20, 80), "river"
    )


def plain(plate, camera, horizon):
    """Bare gravel, pale, cut level; small stones left standing."""
    ground = [
        (-20, horizon + 6),
        (900, horizon + 2),
        (1800, horizon + 7),
        (2420, horizon + 3),
        (2420, 1620),
        (-20, 1620),
    ]
    plate.clear(ground)
    region = plate.region(ground)
    plate.paint(region, True, "sand")
    plate.line(ground[:4], 6)

    def gaps(_, y):
        return np.clip(6 + (y - horizon) * 0.028, 6, 28)

    rough = plate.noise(14, 3)
    plate.gouge(
        region, 0.05 * plate.noise(6), np.clip(0.45 + 0.4 * rough, 0, 0.9), gaps, (30, 170), "sand"
    )
    plate.gouge(
        region, 0.1 * plate.noise(6), np.clip(rough * 0.8 - 0.3, 0, 0.5), gaps, (10, 34), leave=True
    )


def tent(plate, camera, x, y, number, small=False):
    """A ridge tent, its gable to us and its lit roof to the right; patched, sagging."""
    rng = np.random.default_rng(number)
    half, high, wall, length = 2.1, 2.55 + rng.uniform(-0.12, 0.1), 0.75, 4.6
    lean = rng.uniform(-0.12, 0.12)
    x += rng.uniform(-0.25, 0.25)

    def at(*points):
        return camera.flat(*[(x + a, y + b, c) for a, b, c in points])

    ridge = [(lean, 0, high), (lean, length * 0.5, high - 0.16), (lean, length, high - 0.02)]
    gable = at((-half, 0, 0), (-half, 0, wall), ridge[0], (half, 0, wall), (half, 0, 0))
    roof = at(
        ridge[0],
        ridge[1],
        ridge[2],
        (half + 0.15, length, wall - 0.1),
        (half + 0.15, 0, wall - 0.1),
    )
    side = at((half, 0, 0), (half, 0, wall), (half, length, wall), (half, length, 0))
    shadow = at(
        (half, 0, 0), (half + 2.4, 0.9, 0), (half + 2.4, length + 0.6, 0), (half, length, 0)
    )
    size = camera.width_at((x, y, 1), 2.5)
    plate.block("river", shadow, wobble=1.0)
    for shape in (gable, side, roof):
        plate.halo(shape, max(1.2, size * 0.006))
        plate.clear(shape, wobble=0.8)
    # The light comes from the left and behind: the gable is half lit, the roof's right in shade.
    plate.paint(plate.region(roof, wobble=0.8), True, "river")
    plate.ink(side, wobble=0.8)
    fine = max(6.5, size * 0.034)
    seam = np.array(roof)
    fall = float(np.arctan2(seam[4][1] - seam[0][1], seam[4][0] - seam[0][0]))
    if size > 60:
        region = plate.region(roof, wobble=0.8)
        plate.gouge(
            region, fall, 0.34 + 0.2 * plate.noise(20), fine, (size * 0.15, size * 0.7), "river"
        )
        foot = (np.array(gable[0]) + gable[4]) / 2
        left = plate.region([gable[0], gable[1], gable[2], tuple(foot)], wobble=0.5)
        plate.gouge(left, 1.9, 0.16, fine, (size * 0.1, size * 0.5), "ink", leave=True)
        door = at((-0.55, -0.01, 0), (lean - 0.06, -0.01, high * 0.86), (0.62, -0.01, 0))
        plate.ink(door, wobble=0.8)
        flap = at((-0.55, -0.02, 0), (lean - 0.06, -0.02, high * 0.86), (-0.72, -0.3, 0.35))
        plate.cut(flap, wobble=0.6)
        plate.line([*flap, flap[0]], max(2, size * 0.008), wobble=0.4)
        right = plate.region([gable[2], gable[3], gable[4], tuple(foot)], wobble=0.5)
        right = plate.minus(right, plate.region(door, wobble=0.2))
        plate.gouge(right, 1.25, 0.42, fine, (size * 0.1, size * 0.5), "ink", leave=True)
        if number % 3 == 1:
            patch = at(
                (half * 0.45, length * 0.25, high * 0.62),
                (half * 0.45, length * 0.5, high * 0.6),
                (half * 0.8, length * 0.5, high * 0.42),
                (half * 0.8, length * 0.25, high * 0.44),
            )
            plate.clear(patch, wobble=0.6)
            plate.block("sand", patch, wobble=0.4)
            plate.line([*patch, patch[0]], max(1.6, size * 0.006), wobble=0.3)
    else:
        plate.ink(at((-0.5, 0, 0), (lean, 0, high * 0.8), (0.5, 0, 0)), wobble=0.4)
    for outline in (gable, roof):
        plate.line([*outline, outline[0]], max(1.8, size * 0.011), wobble=0.5)
    if size > 90 and not small:
        for peg, tie in (
            ((half + 1.7, 0.1, 0), (half, 0.0, wall)),
            ((half + 1.7, length, 0), (half, length, wall)),
            ((-half - 1.6, -0.4, 0), (-half, 0, wall)),
        ):
            plate.line(at(peg, tie), max(1.8, size * 0.007), wobble=0.3)


def washing_line(plate):
    """Clothes of a family on one line, black against the light."""
    left, right = (1440, 880), (2320, 840)

    def sag(x):
        share = (x - left[0]) / (right[0] - left[0])
        return left[1] + (right[1] - left[1]) * share + 190 * share * (1 - share)

    for x, top, foot in ((left[0], left[1] - 46, 1290), (right[0], right[1] - 60, 1400)):
        plate.line([(x - 8, foot), (x + 6, top)], 17, wobble=1.4)
        plate.line([(x - 11, foot), (x + 2, top + 8)], 3.4, False, wobble=0.8)
    xs = np.linspace(*(left[0], right[0]), 40)
    plate.line(np.column_stack([xs, sag(xs)]), 0, widths=np.full(40, 4.5))
    clothes = (
        (1500, "shirt", 124),
        (1640, "shawl", 164),
        (1852, "child", 84),
        (1938, "child", 76),
        (2040, "shirt", 130),
        (2196, "child", 84),
    )
    for x, kind, size in clothes:
        garment(plate, x, sag, kind, size)


def garment(plate, x, sag, kind, size):
    shapes = {
        "shirt": (
            (-0.1, 0.0),
            (0.16, 0.02),
            (0.26, 0.1),
            (0.3, 0.02),
            (0.6, 0.0),
            (0.72, 0.08),
            (0.98, 0.42),
            (0.84, 0.52),
            (0.68, 0.3),
            (0.7, 0.7),
            (0.76, 1.35),
            (0.4, 1.42),
            (0.02, 1.34),
            (-0.04, 0.7),
            (-0.06, 0.3),
            (-0.24, 0.56),
            (-0.38, 0.46),
            (-0.2, 0.12),
        ),
        "child": (
            (0.0, 0.0),
            (0.2, 0.08),
            (0.4, 0.0),
            (0.62, 0.36),
            (0.5, 0.44),
            (0.42, 0.28),
            (0.5, 1.0),
            (0.2, 1.05),
            (-0.08, 0.98),
            (-0.02, 0.28),
            (-0.14, 0.44),
            (-0.26, 0.34),
        ),
        "shawl": (
            (0.0, 0.0),
            (0.45, 0.015),
            (0.92, 0.0),
            (0.95, 0.5),
            (0.9, 1.12),
            (0.72, 1.04),
            (0.5, 1.16),
            (0.3, 1.06),
            (0.06, 1.14),
            (0.02, 0.6),
        ),
    }
    corners = [
        (x + a * size, sag(x + a * size) + b * size * 1.25 + (b * size * 0.1 if a > 0.4 else 0))
        for a, b in shapes[kind]
    ]
    plate.halo(corners, 4)
    plate.halo(corners, 4, "river")
    if kind == "shawl":
        plate.clear(corners)
        cloth = plate.region(corners)
        plate.paint(cloth, True, "brick")
        plate.gouge(
            cloth, 1.5 + 0.2 * plate.noise(10), 0.3 + 0.2 * plate.noise(14), 15, (50, 170), "brick"
        )
        hem = np.array(corners[4:9])
        plate.line(hem - [0, 16], 5, wobble=0.8)
    else:
        plate.ink(corners)
        cloth = plate.region(corners)
        plate.gouge(
            cloth, 1.55 + 0.25 * plate.noise(12), 0.12 + 0.3 * plate.noise(16), 15, (40, 140)
        )
