"""An empty walled house and pollard mulberries for the relief prints."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_marks import ribbon


def house(plate, camera):
    """A qala: high mud walls, one corner tower, a gate without its doors, a fallen stretch."""

    def at(*points):
        return camera.flat(*points)

    left, right, near, far, high = -30.0, -7.5, 50.0, 74.0, 6.2
    breach = [
        (left + 13, near, high),
        (left + 13.6, near, 4.4),
        (left + 14.5, near, 4.0),
        (left + 15.1, near, 2.2),
        (left + 16.4, near, 1.7),
        (left + 17.6, near, 2.9),
        (left + 18.1, near, 4.9),
        (left + 18.8, near, 5.4),
        (left + 19.1, near, high),
    ]
    inner = at((left, far, 0), (left, far, high - 0.4), (right, far, high - 0.4), (right, far, 0))
    plate.clear(inner)
    plate.block("sand", inner)
    shade = plate.region(inner)
    plate.gouge(shade, 1.55, 0.5, 11, (20, 80), leave=True)
    front = at(
        (left, near, -0.4),
        (left, near, high),
        *breach,
        (right, near, high + 0.15),
        (right, near, -0.4),
    )
    flank = at(
        (right, near, -0.4), (right, near, high + 0.15), (right, far, high), (right, far, -0.4)
    )
    for shape in (front, flank):
        plate.halo(shape, 3)
        plate.clear(shape)
        plate.block("sand", shape)
    plate.ink(flank)
    plate.gouge(plate.region(flank), 0.0, 0.2 + 0.2 * plate.noise(20), 14, (20, 90))
    wall = plate.region(front)
    plate.gouge(wall, 0.01, 0.55 + 0.3 * plate.noise(14, 2), 13, (30, 150), "sand")
    plate.gouge(
        wall, 0.0, np.clip(0.5 * plate.noise(22, 2) - 0.05, 0, 0.5), 12, (10, 46), leave=True
    )
    plate.line([*front, front[0]], 5)
    gate = at(
        (left + 5.0, near, 0),
        (left + 5.0, near, 2.9),
        (left + 5.9, near, 3.7),
        (left + 7.4, near, 3.7),
        (left + 8.3, near, 2.9),
        (left + 8.3, near, 0),
    )
    plate.ink(gate)
    for x, up in ((left + 10.5, 4.3), (left + 20.6, 4.2), (left + 2.6, 4.4)):
        plate.ink(
            at((x, near, up), (x, near, up + 0.8), (x + 0.5, near, up + 0.8), (x + 0.5, near, up))
        )
    tower(plate, camera, left, near, 3.0, 8.6)
    rubble = at(
        (left + 12.6, near - 1, -0.4),
        (left + 14.4, near - 1, 1.2),
        (left + 16, near - 1, 0.8),
        (left + 17.4, near - 1, 1.5),
        (left + 19.6, near - 1, -0.4),
    )
    plate.ink(rubble, wobble=2.4)
    plate.gouge(plate.region(rubble), 0.5, 0.45, 12, (10, 34))


def tower(plate, camera, x, y, radius, high):
    body = camera.flat(
        (x - radius * 1.08, y, -0.4),
        (x - radius * 0.9, y, high),
        (x + radius * 0.9, y, high),
        (x + radius * 1.08, y, -0.4),
    )
    plate.halo(body, 4)
    plate.clear(body)
    plate.block("sand", body)
    region = plate.region(body)
    share = plate.field(lambda a, b: (a - body[0][0]) / (body[3][0] - body[0][0]))
    plate.gouge(region, 0.0, np.clip(1.0 - 1.3 * share, 0, 1), 13, (20, 90), "sand")
    plate.gouge(region, 0.04, np.clip(share * 1.3 - 0.32, 0, 0.86), 12, (30, 120), leave=True)
    plate.line([*body, body[0]], 5)
    for side in (-0.35, 0.3):
        slot = camera.flat(
            (x + side * radius, y, high - 2.4),
            (x + side * radius, y, high - 1.3),
            (x + side * radius + 0.4, y, high - 1.3),
            (x + side * radius + 0.4, y, high - 2.4),
        )
        plate.ink(slot)


def mulberry(plate, camera, x, y, high, seed):
    """A pollard: a thick short trunk with fists, and bare rods standing up from them."""
    rng = np.random.default_rng(seed)
    ((foot_x, foot_y),) = camera.flat((x, y, 0))
    metre = camera.width_at((x, y, 0), 1.0)
    shadow = camera.flat(
        (x - 0.3, y, 0), (x + 0.3, y, 0), (x + 3.6, y + 0.7, 0), (x + 3.2, y + 1.0, 0)
    )
    plate.ink(shadow, wobble=1)
    trunk_top = high * 0.42
    share = np.linspace(0, 1, 7)
    lean = rng.uniform(-0.3, 0.3)
    trunk = np.column_stack(
        [
            foot_x + metre * (lean * share + 0.1 * np.sin(share * 5 + seed)),
            foot_y - metre * trunk_top * share,
        ]
    )
    widths = metre * np.array([0.95, 0.66, 0.58, 0.56, 0.6, 0.72, 0.8])
    plate.halo(ribbon(trunk, widths), max(2, metre * 0.03))
    plate.ink(ribbon(trunk, widths), wobble=1.4)
    fists = []
    for turn in (-0.95, -0.4, 0.15, 0.75):
        turn += rng.uniform(-0.12, 0.12)
        reach = metre * high * rng.uniform(0.14, 0.22)
        end = trunk[-1] + [np.sin(turn) * reach, -np.cos(turn) * reach]
        elbow = (trunk[-1] + end) / 2 + [np.sin(turn) * reach * 0.16, reach * 0.1]
        arm = np.array([trunk[-2], trunk[-1], elbow, end])
        plate.ink(ribbon(arm, metre * np.array([0.5, 0.46, 0.3, 0.36])), wobble=1.2)
        fists.append((end, turn))
    for end, turn in fists:
        plate.disc(*end, metre * 0.26, wobble=2)
        for _ in range(8):
            aim = turn * 0.55 + rng.normal(0, 0.3)
            reach = metre * high * rng.uniform(0.24, 0.46)
            tip = end + [np.sin(aim) * reach, -np.cos(aim) * reach]
            bend = (end + tip) / 2 + [np.sign(aim) * reach * 0.06, 0]
            plate.ink(
                ribbon(np.array([end, bend, tip]), metre * np.array([0.075, 0.05, 0.012])),
                wobble=0.5,
            )
    side = [-0.22, -0.02, 0.14]
    for offset in side:
        line = trunk + np.column_stack([widths * offset, np.zeros(7)])
        strip = np.column_stack(
            [np.interp(np.linspace(0.06, 0.92, 12), share, line[:, a]) for a in (0, 1)]
        )
        plate.line(
            strip,
            0,
            False,
            widths=metre * 0.07 * np.sin(np.linspace(0.2, 2.9, 12)) * (1.1 if offset < 0 else 0.6),
        )
