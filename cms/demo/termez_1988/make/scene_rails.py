"""The bridge today: a goods train goes over, the rails stay."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_kit import Print
from print_river import Bridge, draw_bridge, reeds, water_gouges
from print_space import Camera, extruded, seen_faces
from scene_bridge import low_hills
from scene_deck import rails

DECK = 9.0


def draw_bridge_rails(scale):
    plate = Print(2400, 1600, seed=2011, scale=scale)
    horizon = 800
    bridge = Bridge(
        start=40, span=66, spans=10, panels=6, deck=DECK, rise=10.5, half_width=4.8, bar=0.72
    )
    camera = Camera((21, 0, DECK + 4.4), 0.0, 1900, 1860, horizon)
    hot_sky(plate, horizon)
    low_hills(
        plate, horizon, [50, 34, 52, 40, 60, 90, 70, 96, 120, 84, 60, 74], "river", 0.4, tone=0.5
    )
    plate.ink(
        [
            (-20, horizon - 4),
            (900, horizon - 8),
            (1500, horizon - 12),
            (2420, horizon - 7),
            (2420, horizon + 12),
            (-20, horizon + 12),
        ]
    )
    water(plate, camera, bridge, horizon)
    bank(plate, camera, horizon)
    draw_bridge(plate, camera, bridge, 1, nearest=24)
    abutment = camera.flat((-5.3, 38.2, 8.2), (5.3, 38.2, 8.2), (5.3, 38.2, 0.3), (-5.3, 38.2, 0.3))
    across = plate.field(lambda x, y: 0.08 + 0.34 * np.clip((x - 540) / 560, 0, 1))
    plate.gouge(plate.region(abutment), 0.0, across + 0.1 * plate.noise(20), 17, (50, 190))
    for number in reversed(range(20)):
        wagon(plate, camera, 37.5 + number * 14.0, tank=number % 7 in (2, 3, 4))
    draw_bridge(plate, camera, bridge, 1, nearest=24, front_only=True, lit=0.22)
    track(plate, camera)
    reeds(plate, 1500, 2440, lambda x: 1640 - (x - 1500) * 0.02, (130, 420), 40, lean=-0.1, light=1)
    return plate


def hot_sky(plate, horizon):
    sky = plate.region([(-20, -20), (2420, -20), (2420, horizon), (-20, horizon)])
    plate.paint(sky, True, "sand")
    tone = plate.field(lambda x, y: 0.18 + 1.0 * (y / horizon) ** 1.4)
    plate.sky_gouges(sky, tone + 0.2 * plate.noise(4, 2), "sand", 22, tilt=-0.03)


def water(plate, camera, bridge, horizon):
    region = plate.region([(-20, horizon + 10), (2420, horizon + 10), (2420, 1620), (-20, 1620)])
    plate.paint(region, True, "river")
    tone = plate.field(lambda x, y: 0.62 - 0.4 * np.clip((y - horizon) / 600, 0, 1))
    water_gouges(plate, region, horizon, tone + 0.3 * plate.noise(9, 3), "river")
    draw_bridge(plate, camera, bridge, 1, nearest=24, mirror=True)
    ripple = plate.field(lambda x, y: 0.55) + 0.5 * plate.noise(12, 2)
    water_gouges(plate, region, horizon, ripple, "ink", finest=6, opening=0.045, length=(60, 300))


def bank(plate, camera, horizon):
    """An embankment carries the track to the first pier; its foot runs down to the water."""
    crown = camera.flat((3.4, 41, DECK), (3.4, 30, DECK), (3.4, 20, DECK), (3.4, 12, DECK))
    far = camera.flat((-3.4, 12, DECK), (-3.4, 20, DECK), (-3.4, 41, DECK))
    foot = [
        (crown[0][0] + 14, crown[0][1] + 250),
        (crown[0][0] + 150, 1330),
        (1420, 1430),
        (1560, 1540),
        (1640, 1620),
    ]
    outline = [*far, crown[0], *foot, (-20, 1620), (-20, horizon + 30)]
    plate.clear(outline)
    slope = plate.region(outline)
    plate.paint(slope, True, "sand")
    plate.ink(
        [
            crown[0],
            (crown[0][0] + 14, crown[0][1] + 250),
            (crown[0][0] - 110, 1240),
            (crown[0][0] - 150, crown[0][1] + 60),
        ]
    )
    plate.line([crown[0], *foot], 10)
    stones = plate.noise(30, 2)

    def fall(x, y):
        return 0.95 + 0.2 * np.sin(x / 190) + 0 * y

    plate.gouge(slope, fall, np.clip(0.42 + 0.5 * stones, 0, 1), 19, (40, 150), "sand")
    plate.gouge(slope, fall, np.clip(stones * 0.9 - 0.12, 0, 0.6), 19, (22, 90), leave=True)


def track(plate, camera):
    """Ballast, sleepers and rails, left free behind the last wagon."""
    begin, end = 8.0, 38.5
    bed = camera.flat((-2.6, begin, DECK), (2.6, begin, DECK), (2.6, end, DECK), (-2.6, end, DECK))
    plate.ink(bed, wobble=1.6)
    plate.gouge(plate.region(bed), 0.4 + 0.9 * plate.noise(40), 0.4, 15, (10, 26))
    for y in np.arange(begin, end, 0.85):
        top = DECK + 0.12
        sleeper = camera.flat(
            (-1.4, y, top), (1.4, y, top), (1.4, y + 0.34, top), (-1.4, y + 0.34, top)
        )
        plate.halo(sleeper, 0.5)
        plate.cut(sleeper, wobble=0.8)
        plate.block("sand", sleeper, wobble=0.5)
        front = camera.flat(
            (-1.4, y, top), (1.4, y, top), (1.4, y, DECK - 0.1), (-1.4, y, DECK - 0.1)
        )
        plate.ink(front, wobble=0.6)
    rails(plate, camera, DECK + 0.3, begin, end, wide=0.17)


def wagon(plate, camera, near, tank):
    """A covered wagon, or a tank wagon with its round end, lit from the right."""
    half, length, floor = 1.5, 12.6, DECK + 1.2
    under = [(0, DECK + 0.5), (0, floor), (length, floor), (length, DECK + 0.5)]
    for polygon, _ in seen_faces(camera, extruded(under, (-1.3, 1.3), (0, near, 0), 0.0)):
        plate.ink(polygon, wobble=0.4)
    if tank:
        _tank(plate, camera, near, length, floor)
        return
    body = [(0, floor), (0, floor + 2.7), (length, floor + 2.7), (length, floor)]
    for polygon, normal in seen_faces(camera, extruded(body, (-half, half), (0, near, 0), 0.0)):
        plate.ink(polygon, wobble=0.6)
        side = plate.region(polygon, wobble=0.5)
        if normal[0] > 0.5:
            plate.clear_region(side)
            plate.paint(side, True, "brick")
            corners = np.array(polygon)
            ribs = max(3, int(np.ptp(corners[:, 0]) / 26))
            for share in np.linspace(0, 1, min(13, ribs)):
                ends = [
                    camera.flat((half, near + share * length, floor + up))[0] for up in (0, 2.7)
                ]
                plate.line(ends, max(2.4, camera.width_at((half, near, floor), 0.09)), wobble=0.4)
            plate.line([*polygon, polygon[0]], max(2.6, camera.width_at((half, near, floor), 0.12)))
        elif normal[1] < -0.5:
            plate.gouge(side, np.pi / 2, 0.2, 15, (60, 200))
    plate.ink(
        camera.flat(
            (-half, near, floor + 2.7),
            (-0.7, near, floor + 3.2),
            (0.7, near, floor + 3.2),
            (half, near, floor + 2.7),
            (half, near + length, floor + 2.7),
            (0.7, near + length, floor + 3.2),
        ),
        wobble=0.4,
    )


def _tank(plate, camera, near, length, floor):
    turn = np.linspace(-np.pi / 2, 1.5 * np.pi, 33)
    radius, axis = 1.45, floor + 1.5

    def ring(y):
        return np.array(
            camera.flat(*[(radius * np.cos(a), y, axis + radius * np.sin(a)) for a in turn])
        )

    front, back = ring(near), ring(near + length)
    strips = [[back[i], back[i + 1], front[i + 1], front[i]] for i in range(len(turn) - 1)]
    for strip in strips:
        plate.ink(strip, wobble=0.2)
    for strip in strips[8:14]:
        plate.clear(strip, wobble=0.2)
    plate.ink(front, wobble=0.6)
    dome = np.array(
        camera.flat((0, near + length * 0.5, axis + 1.3), (0, near + length * 0.5, axis + 1.95))
    )
    plate.line(dome, camera.width_at((0, near + length * 0.5, axis), 1.1))
