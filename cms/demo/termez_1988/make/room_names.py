"""A wall of names, too many to read, and two carnations at its foot."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_marks import ribbon
from print_space import Camera

WALL, HIGH, NEAR, FAR = 1.35, 3.4, 0.9, 60.0
PLINTH = 0.42


def draw_names(scale):
    plate = Print(2400, 1600, seed=2004, scale=scale)
    camera = Camera(eye=(0, 0, 1.05), heading=0.0, focal=1900, centre=520, horizon=700)
    winter(plate, camera)
    wall(plate, camera)
    carving(plate, camera)
    carnations(plate, camera)
    return plate


def winter(plate, camera):
    """Pale sky, bare trees far off, and trodden snow."""
    sky = plate.region([(-20, -20), (2420, -20), (2420, 710), (-20, 710)])
    plate.paint(sky, True, "sand")
    plate.sky_gouges(
        sky, lambda x, y: np.clip(0.15 + (y / 700) ** 1.4, 0, 1), "sand", spacing=20, tilt=-0.03
    )
    rng = plate.rng
    for x in np.sort(rng.uniform(-30, 530, 26)):
        tall = rng.uniform(60, 190) * (1.15 - x / 700)
        lean = rng.normal(0, 6)
        trunk = np.stack([x + lean * np.linspace(0, 1, 8), 712 - tall * np.linspace(0, 1, 8)], 1)
        plate.line(trunk, 0, widths=np.linspace(9, 1.5, 8) * tall / 190)
        for share in np.linspace(0.3, 0.95, 9):
            root = trunk[0] + (trunk[-1] - trunk[0]) * share
            side = rng.choice([-1, 1])
            reach = tall * 0.24 * (1.15 - share)
            plate.line(
                np.array(
                    [
                        root,
                        root + [side * reach * 0.5, -reach * 0.7],
                        root + [side * reach * 0.7, -reach * 1.5],
                    ]
                ),
                0,
                widths=np.array([3.4, 2.2, 1.0]),
            )
    plate.ink([(-20, 700), (180, 693), (400, 698), (575, 700), (575, 716), (-20, 724)])
    ground = plate.region([(-20, 712), (2420, 712), (2420, 1620), (-20, 1620)])
    plate.paint(ground, False, "sand")
    # Snow: bare paper, a little blue in its hollows and along the wall, and a trodden way.
    down, across = np.mgrid[0 : plate.rows, 0 : plate.columns] * 4.0 + 2
    hollow = 0.5 + 0.5 * np.sin(across / 420 + down / 150 + 2.2 * plate.noise(4, 1))
    beside = np.clip(
        1.1 - (camera.centre + (down - 700) * 0.93 / 0.85 - across) / (down - 540), 0, 1
    )
    tone = np.where(hollow > 0.74, 0.24, 0.0) + 0.34 * beside**2
    plate.gouge(
        ground,
        0.12 * np.sin(across / 300 + down / 170),
        tone,
        lambda x, y: np.clip(8 + (y - 700) * 0.022, 8, 26),
        (50, 260),
        "river",
        leave=True,
    )
    rng = plate.rng
    for number, y in enumerate(1.9 * 1.16 ** np.arange(20)):
        x = 0.28 + (0.11 if number % 2 else -0.11) + rng.normal(0, 0.02)
        turn = np.linspace(0, 2 * np.pi, 13)[:-1]
        sole = zip(
            x + 0.042 * np.cos(turn) * (1 + 0.25 * np.sin(turn)),
            y + 0.14 * np.sin(turn),
            strict=True,
        )
        outline = camera.flat(*[(a, b, 0) for a, b in sole])
        plate.ink(outline, "river", 0.8)


def wall(plate, camera):
    face = camera.flat((WALL, NEAR, 0), (WALL, NEAR, HIGH), (WALL, FAR, HIGH), (WALL, FAR, 0))
    plate.clear(face)
    plate.ink(face)
    plate.ink(face, "sand")
    # Joints between the slabs, and the low stone step along the foot.
    for y in 1.16 + 1.34 * np.arange(0, 24):
        width = max(1.6, camera.focal * 0.012 / y)
        plate.line(camera.flat((WALL, y, PLINTH + 0.02), (WALL, y, HIGH)), width, False, wobble=0.4)
    step = camera.flat(
        (WALL - PLINTH, NEAR, 0.2), (WALL, NEAR, 0.2), (WALL, FAR, 0.2), (WALL - PLINTH, FAR, 0.2)
    )
    riser = camera.flat(
        (WALL - PLINTH, NEAR, 0.2),
        (WALL - PLINTH, FAR, 0.2),
        (WALL - PLINTH, FAR, 0),
        (WALL - PLINTH, NEAR, 0),
    )
    plate.clear(step)
    plate.clear(riser)
    plate.ink(riser)
    plate.ink(step, "sand")
    away = np.arctan2(camera.horizon - 1500, camera.centre - 1900)
    plate.gouge(plate.region(step), away, 0.72, 16, (60, 220), "sand")
    plate.gouge(plate.region(riser), away, 0.2, 13, (60, 200))
    plate.line(camera.flat((WALL, NEAR, 0.2), (WALL, FAR, 0.2)), 5, wobble=0.5)


def carving(plate, camera):
    """Each name is a row of small strokes; none can be read."""
    rng = plate.rng
    slab = 1.34
    for number in range(-1, 17):
        first = 1.16 + slab * number + 0.08
        half = (slab - 0.2) / 2
        for start in (first, first + half + 0.05):
            if start + half < 1.4:
                continue
            rows = np.arange(0.5, HIGH - 0.14, 0.05 if start < 5 else 0.075 if start < 10 else 0.12)
            for z in rows:
                name(plate, camera, rng, start, start + half * rng.uniform(0.55, 1.0), z)


def name(plate, camera, rng, start, end, z):
    size = camera.focal * 0.024 / start
    if size < 5:
        plate.line(
            camera.flat((WALL, start, z), (WALL, end, z)), max(1.6, size * 0.75), False, wobble=0.2
        )
        return
    gap = rng.uniform(0.35, 0.6) * (end - start) + start
    y = start
    clear = rng.random() < 0.22
    while y < end:
        step = rng.uniform(0.010, 0.02)
        if abs(y - gap) > 0.014:
            tall = rng.choice([0.022, 0.024, 0.03])
            a, b, c, d = camera.flat(
                (WALL, y, z),
                (WALL, y, z + tall),
                (WALL, y + step * 0.66, z + tall - rng.uniform(0, 0.008)),
                (WALL, y + step * 0.66, z + rng.uniform(0, 0.009)),
            )
            outline = (
                [a, b, c, d]
                if rng.random() < 0.7
                else [a, b, c]
                if rng.random() < 0.5
                else [a, b, d]
            )
            plate.cut(outline, wobble=0.3)
            if clear:
                plate.cut(outline, "sand", wobble=0.3)
        y += step


def carnations(plate, camera):
    """Two, as is the custom for the dead; one lies over the other."""
    for foot, head, bow, radius in (
        ((1452, 1215), (1468, 1452), 34, 88),
        ((1225, 1236), (1628, 1392), -26, 94),
    ):
        a, b = np.array(foot, float), np.array(head, float)
        along = (b - a) / np.hypot(*(b - a))
        side = np.array([along[1], -along[0]])
        share = np.linspace(0, 1, 20)[:, None]
        stem = a + (b - a) * share + side * bow * np.sin(np.pi * share)
        plate.line(stem + [9, 13], 0, widths=np.linspace(10, 16, 20))
        plate.clear(ribbon(stem, np.linspace(17, 24, 20)), 0.4)
        plate.ink(ribbon(stem, np.linspace(9, 14, 20)), wobble=0.4)
        for spot, turn, reach in ((4, 1, 92), (9, -1, 110), (14, 1, 80)):
            leaf(plate, stem[spot], along, side * turn, reach)
        flower(plate, b, along, side, radius)


def leaf(plate, root, along, side, reach):
    share = np.linspace(0, 1, 9)[:, None]
    curve = root + along * reach * share + side * reach * 0.42 * share**1.6
    plate.line(
        curve, 0, widths=reach * 0.11 * np.sin(np.pi * np.clip(0.1 + share[:, 0] * 0.88, 0, 1))
    )


def flower(plate, middle, along, side, radius):
    """Ragged petals in brick, parted by ink, out of a narrow dark cup."""
    rng = plate.rng

    def fringe(reach, teeth, spread):
        turns = np.linspace(-spread, spread, teeth)
        ragged = reach * np.where(np.arange(teeth) % 2, 0.89, 1.0) * rng.uniform(0.94, 1.06, teeth)
        return [
            middle + along * (r * np.cos(t) * 0.8) + side * r * np.sin(t)
            for t, r in zip(turns, ragged, strict=True)
        ]

    neck = middle - along * radius * 0.5
    plate.clear([neck, *fringe(radius * 1.13, 41, 2.0)], 0.5)
    plate.ink([neck, *fringe(radius * 1.03, 41, 2.0)], wobble=0.5)
    plate.ink([neck, *fringe(radius * 0.97, 41, 1.95)], "brick", 0.5)
    # Ink stays between the petals: three rings of them, the middle one fullest.
    rings = ((0.62, 0.96, 13, 1.85), (0.3, 0.66, 9, 1.6), (0.02, 0.36, 5, 1.3))
    for low, high, teeth, spread in rings:
        for turn in np.linspace(-spread, spread, teeth) + rng.normal(0, 0.05, teeth):
            petal = [middle + (along * np.cos(turn) * 0.8 + side * np.sin(turn)) * radius * low]
            edge = ((-1, 0.93), (-0.55, 1.0), (-0.2, 0.95), (0.2, 1.0), (0.6, 0.94), (1, 0.97))
            for share, reach in edge:
                angle = turn + share * spread / teeth * 0.82
                way = along * np.cos(angle) * 0.8 + side * np.sin(angle)
                petal.append(middle + way * radius * high * reach)
            plate.cut(petal, wobble=0.6)
    cup = [
        middle - along * radius * 1.45 - side * radius * 0.13,
        middle - along * radius * 1.45 + side * radius * 0.13,
        middle - along * radius * 0.42 + side * radius * 0.36,
        middle - along * radius * 0.42 - side * radius * 0.36,
    ]
    plate.halo([tuple(spot) for spot in cup], 3)
    plate.ink(cup, wobble=0.4)
