"""Night over a snowy city: one office window is lit, with papers heaped on its sill."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import Panel, snowfall
from print_kit import Print
from print_space import Camera

SLOPE = 0.56
NEAR = (4.6, 3.4)
STOREY, BAY = 3.7, 2.35


def draw_night_window(scale):
    plate = Print(2400, 1600, seed=1987, scale=scale)
    camera = Camera(eye=(0, 0, 13.7), heading=0.0, focal=1680, centre=1000, horizon=610)
    right = np.array([-np.cos(SLOPE), np.sin(SLOPE), 0])
    front = Panel(camera, (*NEAR, 0.0), right, (0, 0, 1))
    sky(plate)
    city(plate, camera)
    facade(plate, camera, front)
    lit_window(plate, front)
    snowfall(
        plate,
        plate.region([(-20, -20), (2420, -20), (2420, 1620), (-20, 1620)]),
        420,
        (2.4, 6),
        ("ink", "river", "brick"),
    )
    return plate


def sky(plate):
    everything = plate.everything()
    for block in ("river", "ink"):
        plate.paint(everything, True, block)
    air = plate.region([(-20, -20), (2420, -20), (2420, 900), (-20, 900)])
    plate.sky_gouges(
        air,
        lambda x, y: np.clip(0.06 + 0.62 * (y / 650) ** 2.2, 0, 0.8),
        "ink",
        spacing=19,
        tilt=0.03,
    )


def city(plate, camera):
    """Roofs down to the river, far ones first; snow on them, a few lights, one tall spire."""
    rng = np.random.default_rng(7)
    spire(plate)
    for y in np.geomspace(420, 16, 15):
        x = -y * 0.75
        while x < y * 0.85:
            wide = rng.uniform(9, 24) * (0.5 + y / 420)
            high = rng.uniform(3, 9.5) + 0.012 * y
            if y < 60:
                high = min(high, 8.5)
            house(plate, camera, rng, x, y, wide, high)
            x += wide + rng.uniform(-1, 5)


def spire(plate):
    x, foot = 395, 690
    for half, top in ((60, 570), (38, 490), (22, 428)):
        plate.ink([(x - half, foot), (x - half, top), (x + half, top), (x + half, foot)])
    plate.ink([(x - 13, 432), (x, 290), (x + 13, 432)])
    for side in (-48, 44):
        plate.ink([(x + side - 5, 575), (x + side, 535), (x + side + 5, 575)])
    for a, b in ((-6, 520), (12, 548), (-26, 596), (30, 610)):
        plate.clear([(x + a, b), (x + a + 7, b), (x + a + 7, b + 9), (x + a, b + 9)], 0.4)


def house(plate, camera, rng, x, y, wide, high):
    ridge = rng.uniform(1.0, 2.2)
    wall = camera.flat((x, y, 0), (x, y, high), (x + wide, y, high), (x + wide, y, 0))
    roof = camera.flat(
        (x - 0.3, y, high),
        (x + 0.8, y + 5, high + ridge),
        (x + wide - 0.8, y + 5, high + ridge),
        (x + wide + 0.3, y, high),
    )
    plate.ink(wall, wobble=0.9)
    plate.clear(roof, 0.9)
    plate.ink(roof, "river", 0.9)
    if y > 30:
        snow = plate.region(roof)
        plate.gouge(snow, 1.3, rng.choice([0.35, 0.6, 0.8]), 9, (12, 40), "river")
    else:
        plate.gouge(plate.region(roof), 1.2, 0.5, 13, (20, 70), "river")
    plate.line([roof[0], roof[3]], 3, wobble=0.4)
    for _ in range(rng.poisson(1.9)):
        u, v = rng.uniform(0.08, 0.86), rng.uniform(0.12, 0.8)
        spot = camera.flat(
            (x + wide * u, y, high * v),
            (x + wide * u + 1.1, y, high * v),
            (x + wide * u + 1.1, y, high * v + 1.5),
            (x + wide * u, y, high * v + 1.5),
        )
        plate.clear(spot, 0.4)
        plate.ink(spot, "sand", 0.4)


def facade(plate, camera, front):
    """The office block, all dark; its stone courses and panes barely catch the snowlight."""
    long, top = 6.9, 24.0
    wall = front.rect(-2.0, -4, long, top)
    plate.ink(wall, "river")
    plate.ink(wall)
    plate.line(front.at((long, -4), (long, top)), 6, False, wobble=0.8)
    region = plate.region(wall)
    turn = plate.field(lambda x, y: np.arctan2(camera.horizon - y, 1000 - 1680 / np.tan(SLOPE) - x))
    plate.gouge(
        region,
        turn,
        0.12 + 0.1 * plate.noise(6),
        lambda x, y: np.clip(10 + x / 90, 12, 34),
        (60, 320),
    )
    for storey in range(-1, 7):
        low = storey * STOREY + 1.2
        for bay in range(3):
            u = bay * BAY - 0.15
            pane = front.rect(u, low, u + 1.5, low + 2.25)
            plate.ink(front.rect(u - 0.12, low - 0.12, u + 1.62, low + 2.4), "river")
            plate.cut(front.rect(u - 0.12, low - 0.12, u + 1.62, low - 0.02), wobble=0.7)
            plate.ink(pane)
            plate.line(front.at((u + 0.75, low), (u + 0.75, low + 2.25)), 3, False, wobble=0.4)
            plate.line(front.at((u, low + 1.65), (u + 1.5, low + 1.65)), 3, False, wobble=0.4)
            shine = front.at((u + 0.1, low + 1.5), (u + 0.5, low + 1.5), (u + 0.1, low + 0.7))
            if (bay + storey) % 3 == 0:
                plate.gouge(plate.region(shine), 0.9, 0.4, 12, (20, 60))


def lit_window(plate, front):
    """Second bay of the fourth storey: a shaded lamp, heaps of paper, a chair's empty back."""
    u, low = BAY - 0.15, 3 * STOREY + 1.2
    wide, tall = 1.5, 2.25
    plate.clear(front.rect(u - 0.06, low - 0.06, u + wide + 0.06, low + tall + 0.06))
    plate.ink(front.rect(u, low, u + wide, low + tall), "sand")
    glass = plate.region(front.rect(u, low, u + wide, low + tall))
    lamp = front.at((u + 0.52, low + 0.98))[0]
    plate.rays(
        glass,
        *lamp,
        lambda x, y: np.clip(1.25 - np.hypot(x - lamp[0], y - lamp[1]) / 420, 0.1, 1),
        "sand",
        spacing=16,
        length=(40, 160),
    )
    # Inside: a bookcase at the back, the chair, the lamp.
    case = front.rect(u + 0.98, low, u + wide, low + 1.72)
    plate.ink(case, "brick")
    plate.ink(case)
    for shelf in np.arange(0.5, 1.7, 0.3):
        for book in np.arange(1.02, 1.47, 0.055):
            if plate.rng.random() < 0.75:
                plate.cut(
                    front.rect(
                        u + book,
                        low + shelf - 0.26,
                        u + book + 0.032,
                        low + shelf - 0.26 + plate.rng.uniform(0.15, 0.22),
                    ),
                    wobble=0.4,
                )
    shade = front.at(
        (u + 0.3, low + 0.86), (u + 0.4, low + 1.1), (u + 0.64, low + 1.1), (u + 0.74, low + 0.86)
    )
    plate.ink(shade, "river")
    plate.ink(shade)
    plate.gouge(plate.region(shade), np.pi / 2, 0.55, 12, (20, 60))
    plate.line(front.at((u + 0.52, low + 0.86), (u + 0.52, low + 0.3)), 10)
    papers(plate, front, u, low)
    for a, b in (
        ((u + 0.75, low), (u + 0.75, low + tall)),
        ((u, low + 1.65), (u + wide, low + 1.65)),
    ):
        plate.line(front.at(a, b), 20, wobble=1)
    frame = front.rect(u, low, u + wide, low + tall)
    plate.line([*frame, frame[0]], 16, wobble=1)
    sill = front.rect(u - 0.16, low - 0.15, u + wide + 0.16, low - 0.03)
    plate.clear(sill)
    under = plate.region(front.rect(u - 0.1, low - 1.1, u + wide + 0.1, low - 0.16))
    plate.gouge(
        under,
        np.pi / 2,
        lambda x, y: np.clip(0.5 - (y - front.at((u, low - 0.16))[0][1]) / 500, 0, 0.5),
        20,
        (30, 120),
    )


def papers(plate, front, u, low):
    """Heaps of paper against the glass, edges ragged, some sheets sliding."""
    rng = np.random.default_rng(4)
    for start, end, high in (
        (0.04, 0.42, 0.36),
        (0.46, 0.8, 0.22),
        (0.86, 1.24, 0.46),
        (1.26, 1.46, 0.18),
    ):
        up = 0.0
        while up < high:
            a, b = start + rng.normal(0, 0.018), end + rng.normal(0, 0.022)
            tilt = rng.normal(0, 0.006)
            sheet = front.at(
                (u + a, low + up),
                (u + b, low + up + tilt),
                (u + b, low + up + 0.027 + tilt),
                (u + a, low + up + 0.027),
            )
            plate.clear(sheet, 0.5)
            plate.line([sheet[0], sheet[1]], 5, wobble=0.6)
            plate.line([sheet[1], sheet[2]], 3, wobble=0.4)
            plate.line([sheet[3], sheet[0]], 3, wobble=0.4)
            up += 0.032
        top = front.at((u + start, low + up), (u + end, low + up))
        plate.line(top, 5, wobble=0.6)
