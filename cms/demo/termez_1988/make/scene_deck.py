"""On the deck in February 1989: a man on foot behind the last vehicle."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_convoy import Vehicle, draw_vehicle
from print_kit import Print
from print_river import Bridge, draw_bridge
from print_space import Camera
from scene_bridge import low_hills


def walker(plate, x, foot, height, block="ink"):
    """A person seen from behind, in a long coat, in mid-stride."""

    def shape(*corners):
        plate.ink([(x + a * height, foot - b * height) for a, b in corners], block, wobble=0.5)

    shape((-0.11, 0.0), (-0.13, 0.02), (-0.08, 0.3), (0.0, 0.34), (-0.01, 0.2), (-0.05, 0.02))
    shape((0.02, 0.04), (0.0, 0.3), (0.09, 0.32), (0.08, 0.16), (0.1, 0.05))
    shape(
        (-0.12, 0.27),
        (-0.1, 0.55),
        (-0.13, 0.78),
        (-0.06, 0.85),
        (0.06, 0.85),
        (0.13, 0.78),
        (0.1, 0.55),
        (0.12, 0.26),
    )
    shape((-0.13, 0.79), (-0.17, 0.56), (-0.155, 0.4), (-0.12, 0.41), (-0.1, 0.7))
    shape((0.13, 0.79), (0.165, 0.58), (0.15, 0.42), (0.11, 0.44), (0.1, 0.7))
    shape(
        (-0.055, 0.83),
        (-0.07, 0.92),
        (-0.085, 0.96),
        (-0.06, 1.0),
        (0.06, 1.0),
        (0.085, 0.96),
        (0.07, 0.92),
        (0.055, 0.83),
    )


def rails(plate, camera, level, near, far, centre=0.0, block="ink", wide=0.14):
    """Two rails on the y axis, each a dark bar with a line of light along its head."""
    depths = np.geomspace(max(near - camera.eye[1], 2.0), far - camera.eye[1], 30)
    for side in (-0.76, 0.76):
        line = np.column_stack(
            [np.full(30, centre + side), depths + camera.eye[1], np.full(30, level)]
        )
        points, ahead = camera.project(line)
        widths = np.maximum(camera.focal * wide / ahead, 2.0)
        plate.line(points, 0, True, block, widths=widths)
        plate.line(points - np.outer(widths, [0.12, 0.1]), 0, False, block, widths=widths * 0.35)


def draw_bridge_walk(scale):
    plate = Print(2400, 1600, seed=1989, scale=scale)
    horizon = 760
    bridge = Bridge(
        start=-18, span=66, spans=5, panels=6, deck=9, rise=10.5, half_width=5.2, bar=0.62
    )
    camera = Camera((1.9, 0, bridge.deck + 4.1), 0.0, 1560, 1010, horizon)
    winter_morning(plate, horizon)
    low_hills(
        plate, horizon, [16, 30, 24, 48, 66, 40, 30, 52, 84, 70, 40, 36], "river", 2.0, tone=0.3
    )
    plate.ink(
        [
            (-20, horizon - 8),
            (700, horizon - 3),
            (1600, horizon - 5),
            (2420, horizon - 3),
            (2420, horizon + 14),
            (-20, horizon + 14),
        ]
    )
    water = plate.region([(-20, horizon + 12), (2420, horizon + 12), (2420, 1620), (-20, 1620)])
    plate.paint(water, True, "sand")
    plate.paint(water, True, "river")
    plate.gouge(water, 0.0, 0.4, 14, (60, 240), "river")
    draw_bridge(plate, camera, bridge, 1, nearest=3.2)
    deck(plate, camera, bridge, horizon)
    rails(plate, camera, bridge.deck, 2, 312, -1.2, wide=0.12)
    ahead = Vehicle("carrier", 0.2, 66, 0.0, bridge.deck)
    draw_vehicle(plate, camera, ahead, rim=np.array([0.6, -0.4, 0.7]), rim_width=0.05)
    spot = (0.55, 26.0, bridge.deck)
    ((x, foot),) = camera.flat(spot)
    tall = camera.width_at(spot, 1.82)
    shadow = camera.flat(
        spot, (-1.15, 27.15, bridge.deck), (-1.2, 26.8, bridge.deck), (0.3, 25.9, bridge.deck)
    )
    plate.block("river", shadow, wobble=0.3)
    walker(plate, x, foot, tall)
    plate.line(
        [(x + tall * 0.145, foot - tall * 0.76), (x + tall * 0.13, foot - tall * 0.3)],
        tall * 0.028,
        False,
    )
    return plate


def winter_morning(plate, horizon):
    sky = plate.region([(-20, -20), (2420, -20), (2420, horizon), (-20, horizon)])
    plate.paint(sky, True, "river")
    tone = plate.field(lambda x, y: 0.32 + 0.9 * (y / horizon) ** 1.3 + 0.25 * (x - 1200) / 2400)
    plate.sky_gouges(sky, tone + 0.12 * plate.noise(4, 2), "river", 20)


def deck(plate, camera, bridge, horizon):
    """Pale decking crossed by the shadows of the eastern truss."""
    level, half = bridge.deck, bridge.half_width - 0.9
    far = 312
    outline = camera.flat(
        (-half, 1.5, level), (half, 1.5, level), (half, far, level), (-half, far, level)
    )
    plate.clear(outline, wobble=0.6)
    floor = plate.region(outline, wobble=0.6)
    plate.paint(floor, True, "sand")
    shadow = None
    for first in bridge.supports()[:-1]:
        for (y0, z0), (y1, z1), thick in bridge.truss(first):
            points = []
            # The sun is low on the right and behind us: shadows run left and ahead.
            for y, z, side in ((y0, z0, -1), (y1, z1, -1), (y1, z1, 1), (y0, z0, 1)):
                up = z - level
                points.append(
                    (bridge.half_width - up * 0.95, y + up * 0.55 + side * thick * 0.55, level)
                )
            if min(point[1] for point in points) < 1.2:
                continue
            mask = plate.region(camera.flat(*points), wobble=0.6)
            shadow = mask if shadow is None else plate.joined(shadow, mask)
    shadow = plate.both(shadow, floor)
    plate.paint(shadow, True, "river")
    tone = plate.field(lambda x, y: 0.16 + 0.34 * np.clip((y - horizon) / 700, 0, 1))
    vanishing = (camera.centre, horizon)

    def along(x, y):
        return np.arctan2(y - vanishing[1], x - vanishing[0])

    def gaps(x, y):
        return np.clip((y - horizon) * 0.05, 6, 30)

    lit = plate.minus(floor, shadow)
    plate.gouge(lit, along, np.clip(0.75 - tone, 0, 1), gaps, (60, 300), "sand")
    plate.gouge(shadow, along, tone * 0.6, gaps, (60, 260), "river")
    for x in (-half, half, 1.0):
        line = np.array([(x, y, level) for y in np.geomspace(1.8, far, 24)])
        points, ahead = camera.project(line)
        plate.line(points, 0, True, widths=np.maximum(camera.focal * 0.09 / ahead, 2))
    for y in np.arange(3, 260, 3.0):
        ends, ahead = camera.project([(-half, y, level), (half, y, level)])
        plate.line(ends, max(1.2, camera.focal * 0.035 / ahead[0]), True, wobble=0.6)
