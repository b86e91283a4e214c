"""The first columns come home at dusk: lamps in pairs, down from the bridge."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math

import numpy as np
from print_convoy import Vehicle, draw_vehicle, lamp_rays
from print_kit import Print
from print_river import Bridge, draw_bridge
from print_space import Camera
from scipy.interpolate import CubicSpline

EYE = 1.75
# The road's centre: metres east and north of the watcher, and up; from the bridge to us.
ROAD = [
    (-52, 236, 8),
    (-24, 200, 7.4),
    (4, 165, 6),
    (22, 132, 4),
    (27, 102, 2.1),
    (19, 76, 0.9),
    (7, 54, 0.2),
    (0.6, 39, 0),
    (0.6, 27, 0),
    (3.1, 14, 0),
    (7.2, 2, 0),
]
PLACES = (14.5, 37, 52, 66, 83, 97, 114, 130, 146, 162, 178, 194, 211, 228, 244, 258)
KINDS = ("carrier", "carrier", "lorry", "lorry") * 4


def road_line():
    points = np.array(ROAD, float)
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points[:, :2], axis=0).T))])
    return CubicSpline(run, points), run[-1]


def convoy(line, length):
    """Vehicles by their distance from the foreground end of the road."""
    for place, kind in zip(PLACES, KINDS, strict=True):
        x, y, ground = (float(value) for value in line(length - place))
        dx, dy, _ = line(length - place, 1)
        yield Vehicle(kind, x, y, math.atan2(dx, dy), ground)


def lamplight(plate, camera, vehicles):
    """How strongly the lamps light each cell of the ground below the horizon."""
    y, x = np.mgrid[0 : plate.rows, 0 : plate.columns] * 4.0 + 2
    ahead = camera.focal * EYE / np.maximum(y - camera.horizon, 3.0)
    east = (x - camera.centre) / camera.focal * ahead
    total = np.zeros(x.shape)
    for vehicle in vehicles:
        dx, dy = math.sin(vehicle.heading), math.cos(vehicle.heading)
        forward = (east - vehicle.x) * dx + (ahead - vehicle.y) * dy - 3.6
        aside = np.abs((east - vehicle.x) * dy - (ahead - vehicle.y) * dx)
        beam = np.exp(-((aside / (1.3 + 0.2 * np.maximum(forward, 0))) ** 2))
        total += np.where(
            forward > 0, beam * 1.5 * np.exp(-forward / 8.5) * np.clip(forward, 0, 1), 0
        )
    return np.where(y > camera.horizon + 4, total, 0)


def draw_columns(scale, tall=False):
    width, height = (1440, 2560) if tall else (2400, 1600)
    horizon = 1560 if tall else 960
    plate = Print(width, height, seed=515, scale=scale)
    camera = Camera((0, 0, EYE), 0.0, 1900, 600 if tall else 1120, horizon)
    line, length = road_line()
    vehicles = list(convoy(line, length))
    everything = plate.everything()
    for block in ("sand", "river", "ink"):
        plate.paint(everything, True, block)
    dusk(plate, horizon)
    draw_far_bridge(plate, camera, line)
    light = lamplight(plate, camera, vehicles)
    land(plate, camera, line, length, light)
    for vehicle in reversed(vehicles):
        draw_vehicle(
            plate, camera, vehicle, rim=np.array([-0.35, 0.55, 0.75]), rim_width=0.03, edges=True
        )
        for lamp in vehicle.lamps():
            ((x, y),) = camera.flat(lamp)
            size = camera.width_at(lamp, 0.15)
            near = size > 14
            lamp_rays(
                plate,
                x,
                y,
                max(4.5, size),
                size * 5.2 if near else 14 + size * 3,
                17 if near else 11,
            )
    return plate


def dusk(plate, horizon):
    """The last light lies along the river; above it the sky closes."""
    sky = plate.region(
        [(-20, -20), (plate.width + 20, -20), (plate.width + 20, horizon), (-20, horizon)],
        wobble=0.2,
    )

    def depth(x, y):
        return np.clip(y / horizon, 0, 1) - 0.07 * np.abs(x - plate.width * 0.3) / plate.width

    level = plate.field(depth) + 0.04 * plate.noise(3, 1)
    plate.sky_gouges(sky, np.clip(level * 1.7 - 0.42, 0, 1.1), "ink", 22, length=(150, 620))
    plate.sky_gouges(sky, np.clip(level * 2.7 - 1.5, 0, 1.15), "river", 17)
    plate.sky_gouges(sky, np.clip(level * 5 - 4.1, 0, 1.1), "sand", 13, length=(90, 360))


def draw_far_bridge(plate, camera, line):
    """The bridge leaves the far end of the road, turned to the left as it recedes."""
    x, y, ground = (float(value) for value in line(0))
    turn = -0.98
    east, north = -x, -y
    eye = (
        east * math.cos(turn) - north * math.sin(turn),
        east * math.sin(turn) + north * math.cos(turn),
        EYE,
    )
    beside = Camera(eye, -turn, camera.focal, camera.centre, camera.horizon)
    bridge = Bridge(start=0, span=66, spans=8, deck=ground, rise=11, bar=1.0)
    draw_bridge(plate, beside, bridge, 1, nearest=20)


def land(plate, camera, line, length, light):
    width, height, horizon = plate.width, plate.height, camera.horizon
    plate.ink(
        [
            (-20, horizon - 5),
            (width * 0.3, horizon - 2),
            (width * 0.6, horizon - 9),
            (width + 20, horizon - 4),
            (width + 20, height + 20),
            (-20, height + 20),
        ]
    )
    along = np.arange(0, length, 1.5)
    centre = line(along)
    heading = np.arctan2(*line(along, 1).T[:2])
    side = np.column_stack([np.cos(heading), -np.sin(heading), np.zeros(len(along))])
    left = camera.project(centre + 3.6 * side)[0]
    right = camera.project(centre - 3.6 * side)[0]
    foot = camera.project((centre - 3.6 * side) * [1, 1, 0])[0]
    high = centre[:, 2] > 0.3
    top = np.minimum(left[:, 1], right[:, 1])
    plate.ink([*np.column_stack([right[:, 0], top])[high], *foot[high][::-1]], wobble=0.6)
    road = plate.region([*left, *right[::-1]], wobble=0.4)
    ground = plate.minus(
        plate.region(
            [
                (-20, horizon + 8),
                (width + 20, horizon + 8),
                (width + 20, height + 20),
                (-20, height + 20),
            ]
        ),
        road,
    )

    def gaps(_, y):
        return np.clip(6 + (y - horizon) * 0.026, 6, 24)

    level = 0.03 * plate.noise(8)
    tufts = np.clip(0.7 * plate.noise(26, 2) - 0.08, 0, 0.55)
    plate.gouge(ground, -1.15 + 0.5 * plate.noise(20), tufts, plate.field(gaps) * 1.15, (12, 34))
    plate.gouge(ground, level, np.clip(light * 1.1 - 0.1, 0, 0.9), gaps, (26, 120))
    distance = plate.field(lambda x, y: np.clip((y - horizon) / (height - horizon), 0, 1))
    plate.gouge(road, level, np.clip(0.66 - 0.4 * distance + light, 0, 1.1), gaps, (40, 190))
    both = plate.region(
        [(-20, horizon), (width + 20, horizon), (width + 20, height + 20), (-20, height + 20)]
    )
    plate.gouge(both, level, np.clip(light * 2.6, 0, 1.2), gaps, (60, 200), "river")
    plate.gouge(road, level, np.clip(0.5 - 1.5 * distance, 0, 1), gaps, (60, 200), "river")
    plate.gouge(road, level, np.clip(light * 1.9 - 0.3, 0, 1), gaps, (30, 120), "sand")
