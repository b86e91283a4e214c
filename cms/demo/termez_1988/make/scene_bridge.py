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


def dawn_sky(plate, horizon, sun, radius, reach, arch=0.2):
    """River-blue above, sand below, paper round the sun; cuts level, bowing over the light."""
    sky = plate.region(
        [(-20, -20), (plate.width + 20, -20), (plate.width + 20, horizon), (-20, horizon)]
    )
    light = level_light(sun, reach)
    for block in ("sand", "river"):
        plate.paint(sky, True, block)
    across, down = np.meshgrid(np.arange(plate.columns) * 4.0, np.arange(plate.rows) * 4.0)
    bow = (
        arch * np.tanh((across - sun[0]) / 900) * np.clip(1.1 - (horizon - down) / horizon, 0.1, 1)
    )
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


def draw_bridge_dawn(scale, tall=False):
    width, height = (1440, 2560) if tall else (2400, 1600)
    plate = Print(width, height, seed=1982, scale=scale)
    horizon, sun = (1560, (1130, 1478)) if tall else (980, (1930, 905))
    eye = (34, 0, 15) if tall else (46, 0, 15)
    camera = Camera(eye, heading=0.0, focal=1900, centre=880 if tall else 1640, horizon=horizon)
    dawn_sky(plate, horizon, sun, 66, 1700 if tall else 1500)
    low_hills(plate, horizon, [26, 30, 22, 40, 62, 44, 38, 70, 96, 80, 52, 60], "river", 1.0)
    river_at_dawn(plate, horizon, sun)
    far_bank = [(0.63, 7), (0.6, 0), (0.73, -11), (0.83, -7), (0.92, -13), (1.01, -8), (1.01, 6)]
    plate.ink([(width * share, horizon + up) for share, up in far_bank], wobble=1.2)

    bridge = Bridge(start=-30, span=66, spans=13, panels=6)
    draw_bridge(plate, camera, bridge, 1, nearest=14, mirror=True)
    under = plate.region(
        [
            (-20, horizon + 6),
            (camera.centre + 20, horizon + 6),
            (camera.centre + 20, height + 20),
            (-20, height + 20),
        ]
    )
    ripple = plate.field(lambda x, y: 0.4 + 0.25 * near_horizon(y, horizon))
    water_gouges(
        plate,
        under,
        horizon,
        ripple + 0.5 * plate.noise(12, 2),
        "ink",
        finest=6,
        opening=0.05,
        length=(60, 340),
    )
    draw_bridge(plate, camera, bridge, 1, nearest=14, lit=0.26)
    near_bank(plate)
    return plate


def near_horizon(y, horizon):
    return np.clip(1 - (y - horizon) / 330, 0, 1)


def river_at_dawn(plate, horizon, sun):
    """Sand below, blue over it, opened level by level towards the sun's path."""
    water = plate.region(
        [
            (-20, horizon),
            (plate.width + 20, horizon),
            (plate.width + 20, plate.height + 20),
            (-20, plate.height + 20),
        ],
        wobble=0.2,
    )
    for block in ("sand", "river"):
        plate.paint(water, True, block)

    def path(x, y):
        half = 60 + (y - horizon) * 0.75
        return np.exp(-(((x - sun[0] + (y - horizon) * 0.12) / half) ** 2))

    rough = 0.22 * plate.noise(9, 3)
    blue = plate.field(lambda x, y: 0.16 + 0.62 * near_horizon(y, horizon) + 0.75 * path(x, y))
    water_gouges(plate, water, horizon, blue + rough, "river", length=(50, 300))
    bright = plate.field(lambda x, y: 1.25 * path(x, y) - 0.2) + rough
    water_gouges(plate, water, horizon, bright, "sand", length=(40, 200))


def near_bank(plate):
    """Solid ground at our feet, with reeds that catch the light."""
    width, height = plate.width, plate.height
    crest = [
        (2420, 270),
        (2250, 248),
        (2060, 198),
        (1850, 148),
        (1600, 100),
        (1320, 60),
        (1000, 25),
        (700, -20),
    ]
    crest = [(width - 2400 + x, height - up) for x, up in crest]
    outline = [*crest, (width + 20, height + 20)]
    plate.ink(outline)
    tone = plate.field(lambda x, y: 0.5 - (y - height + 270) / 420) + 0.3 * plate.noise(8)
    plate.gouge(plate.region(outline), -0.22, tone, 17, (40, 130))
    ground = np.array(crest)[::-1]

    def foot(x):
        return np.interp(x, ground[:, 0], ground[:, 1]) + 24

    reeds(plate, width - 420, width + 40, foot, (170, 470), 34, lean=-0.12, light=-1)
    reeds(plate, width - 1150, width - 440, foot, (50, 150), 30, lean=-0.1, light=1, plumes=0.3)
