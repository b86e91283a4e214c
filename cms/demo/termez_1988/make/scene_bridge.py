"""The Friendship Bridge at first light: low, long, and leading away."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_river import Bridge, draw_bridge, reeds, water_gouges
from print_space import Camera


def level_light(sun, reach, flatten=1.9):
    """A tone that fades with distance from a low light, wider than it is high."""

    def tone(x, y):
        return 1.15 - np.hypot(x - sun[0], (y - sun[1]) * flatten) / reach

    return tone


def dawn_sky(plate, horizon, sun, radius, reach):
    """River-blue above, sand below, paper round the sun; cuts level, bowing over the light."""
    sky = plate.region(
        [(-20, -20), (plate.width + 20, -20), (plate.width + 20, horizon), (-20, horizon)]
    )
    light = level_light(sun, reach)
    for block in ("sand", "river"):
        plate.paint(sky, True, block)
    across, down = np.meshgrid(np.arange(plate.columns) * 4.0, np.arange(plate.rows) * 4.0)
    bow = 0.2 * np.tanh((across - sun[0]) / 900) * np.clip(1.1 - (horizon - down) / horizon, 0.1, 1)
    turn = bow + 0.06 * plate.noise(4, 1)
    spacing = plate.field(lambda x, y: 12 + 15 * np.clip((horizon - y) / horizon, 0, 1))
    blue = plate.field(
        lambda x, y: np.clip(0.06 + light(x, y) * 0.95 + 0.5 * (y / horizon) ** 2.2, 0, 1.15)
    )
    blue = blue + 0.1 * plate.noise(3, 1)
    plate.gouge(sky, turn, blue, spacing, (140, 560), "river")
    sand = plate.field(lambda x, y: np.clip(light(x, y) * 1.7 - 0.92, 0, 0.8))
    plate.gouge(sky, turn, sand, spacing, (120, 420), "sand")
    for block in ("sand", "river"):
        plate.disc(*sun, radius, False, block)
    return sky


def low_hills(plate, horizon, crest, block, seed_wave, tone=0.25, light_from=1):
    """A far range along the horizon; `crest` gives its heights at even steps across."""
    width = plate.width
    xs = np.linspace(-20, width + 20, 90)
    heights = np.interp(xs, np.linspace(0, width, len(crest)), crest)
    heights = heights * (1 + 0.13 * np.sin(xs / 61 + seed_wave) + 0.1 * np.sin(xs / 23 + seed_wave))
    outline = [
        *zip(xs, horizon - heights, strict=True),
        (width + 20, horizon + 4),
        (-20, horizon + 4),
    ]
    plate.ink(outline, block, wobble=2.0)
    if tone:
        region = plate.region(outline)
        turn = light_from * 0.9 + 0.4 * plate.noise(20, 1)
        plate.gouge(region, turn, tone, 9, (14, 46), block)
    return outline


def draw_bridge_dawn(scale):
    plate = Print(2400, 1600, seed=1982, scale=scale)
    horizon, sun = 980, (1930, 905)
    camera = Camera(eye=(46, 0, 15), heading=0.0, focal=1900, centre=1640, horizon=horizon)
    dawn_sky(plate, horizon, sun, 66, 1500)
    low_hills(plate, horizon, [26, 30, 22, 40, 62, 44, 38, 70, 96, 80, 52, 60], "river", 1.0)

    # The river: sand below, blue over it, opened level by level towards the sun's path.
    water = plate.region([(-20, horizon), (2420, horizon), (2420, 1620), (-20, 1620)], wobble=0.2)
    for block in ("sand", "river"):
        plate.paint(water, True, block)

    def path(x, y):
        half = 60 + (y - horizon) * 0.75
        return np.exp(-(((x - sun[0] + (y - horizon) * 0.12) / half) ** 2))

    def far(y):
        return np.clip(1 - (y - horizon) / 330, 0, 1)

    rough = 0.22 * plate.noise(9, 3)
    blue = plate.field(lambda x, y: 0.16 + 0.62 * far(y) + 0.75 * path(x, y)) + rough
    water_gouges(plate, water, horizon, blue, "river", length=(50, 300))
    bright = plate.field(lambda x, y: 1.25 * path(x, y) - 0.2) + rough
    water_gouges(plate, water, horizon, bright, "sand", length=(40, 200))

    plate.ink(
        [
            (1560, horizon + 7),
            (1500, horizon),
            (1760, horizon - 11),
            (1990, horizon - 7),
            (2200, horizon - 13),
            (2420, horizon - 8),
            (2420, horizon + 6),
        ],
        wobble=1.2,
    )
    bridge = Bridge(start=-30, span=66, spans=13, panels=6)
    draw_bridge(plate, camera, bridge, 1, nearest=14, mirror=True)
    under = plate.region([(-20, horizon + 6), (1660, horizon + 6), (1660, 1620), (-20, 1620)])
    ripple = plate.field(lambda x, y: 0.4 + 0.25 * far(y)) + 0.5 * plate.noise(12, 2)
    water_gouges(plate, under, horizon, ripple, "ink", finest=6, opening=0.05, length=(60, 340))
    draw_bridge(plate, camera, bridge, 1, nearest=14, lit=0.26)

    # The near bank: solid, with reeds that catch the light on their right side.
    crest = [
        (2420, 1330),
        (2250, 1352),
        (2060, 1402),
        (1850, 1452),
        (1600, 1500),
        (1320, 1540),
        (1000, 1575),
        (700, 1620),
        (2420, 1620),
    ]
    plate.ink(crest)
    bank = plate.region(crest)
    plate.gouge(
        bank,
        -0.22,
        plate.field(lambda x, y: 0.5 - (y - 1330) / 420) + 0.3 * plate.noise(8),
        17,
        (40, 130),
    )
    ground = np.array(crest[:8])[::-1]
    reeds(
        plate,
        1980,
        2440,
        lambda x: np.interp(x, ground[:, 0], ground[:, 1]) + 26,
        (170, 470),
        34,
        lean=-0.12,
        light=-1,
    )
    reeds(
        plate,
        1250,
        1960,
        lambda x: np.interp(x, ground[:, 0], ground[:, 1]) + 20,
        (50, 150),
        30,
        lean=-0.1,
        light=1,
        plumes=0.3,
    )
    return plate
