"""A samovar and a glass of tea in its holder."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import Turned, turned, wisp

BODY = [
    (0.058, 0.03),
    (0.04, 0.05),
    (0.036, 0.07),
    (0.06, 0.085),
    (0.066, 0.095),
    (0.1, 0.14),
    (0.128, 0.2),
    (0.139, 0.26),
    (0.136, 0.31),
    (0.12, 0.345),
    (0.124, 0.352),
    (0.124, 0.362),
    (0.108, 0.368),
    (0.085, 0.385),
    (0.055, 0.395),
    (0.05, 0.42),
    (0.068, 0.43),
    (0.072, 0.44),
]
POT = [
    (0.045, 0.44),
    (0.066, 0.455),
    (0.078, 0.485),
    (0.07, 0.515),
    (0.048, 0.53),
    (0.05, 0.535),
    (0.03, 0.548),
    (0.01, 0.553),
    (0.014, 0.562),
    (0.009, 0.572),
    (0.002, 0.574),
]


def samovar(plate, camera, foot):
    x, y, z = foot
    depth = y - camera.eye[1]
    scale = camera.focal / depth

    def at(across, up):
        return tuple(camera.flat((x + across, y, z + up))[0])

    # Square foot on four balls, then the handles behind the body.
    for side in (-1, 1):
        plate.disc(*at(side * 0.075, 0.008), 0.013 * scale)
        handle = [
            at(side * r, h)
            for r, h in (
                (0.118, 0.315),
                (0.165, 0.33),
                (0.185, 0.315),
                (0.183, 0.27),
                (0.16, 0.25),
                (0.13, 0.245),
            )
        ]
        plate.line(handle, 0, widths=np.array([16, 15, 20, 22, 14, 13]) * scale / 1100, wobble=0.3)
        plate.line(handle[2:4], 5, False, wobble=0.2)
    base = Turned(camera, foot, [(0.09, 0.014), (0.092, 0.022), (0.085, 0.03), (0.058, 0.033)])
    plate.halo(base.outline(), 3)
    turned(plate, base, streaks=[(0.2, 0.9, 0.016, 0.021)])
    body = Turned(camera, foot, BODY)
    turned(
        plate,
        body,
        streaks=[(-0.86, 0.13, 0.12, 0.33), (0.25, 0.1, 0.13, 0.3), (0.9, 0.1, 0.14, 0.32)],
        bright=[(0.6, 0.2, 0.125, 0.335), (-0.55, 0.07, 0.13, 0.32), (0.5, 0.3, 0.386, 0.42)],
    )
    for height, thick in ((0.09, 5), (0.356, 6), (0.435, 5)):
        plate.cut(body.front(height, thick), wobble=0.3)
    for height in (0.215, 0.3):
        plate.ink(body.front(height, 6), wobble=0.3)
    tap(plate, at, scale)
    pot(plate, camera, foot, at, scale)


def tap(plate, at, scale):
    """The tap looks at the visitor, a little to the right."""
    for outline in (
        [
            at(-0.006, 0.15),
            at(0.022, 0.15),
            at(0.03, 0.1),
            at(0.022, 0.082),
            at(0.008, 0.082),
            at(0.004, 0.1),
        ],
    ):
        plate.halo(outline, 4)
        plate.ink(outline, wobble=0.4)
    plate.line([at(0.013, 0.15), at(0.013, 0.185)], 0.012 * scale, wobble=0.3)
    key = [
        at(-0.02, 0.2),
        at(-0.008, 0.212),
        at(0.013, 0.19),
        at(0.034, 0.212),
        at(0.046, 0.2),
        at(0.02, 0.178),
        at(0.006, 0.178),
    ]
    plate.halo(key, 3)
    plate.ink(key, wobble=0.4)
    plate.line([at(0.018, 0.14), at(0.021, 0.1)], 4, False, wobble=0.2)


def pot(plate, camera, foot, at, scale):
    spout = [
        at(-0.06, 0.465),
        at(-0.1, 0.5),
        at(-0.122, 0.535),
        at(-0.108, 0.537),
        at(-0.088, 0.515),
        at(-0.06, 0.505),
    ]
    plate.clear(spout, 0.5)
    plate.ink(spout, "sand", 0.5)
    grip = [at(0.062, 0.52), at(0.1, 0.528), at(0.112, 0.505), at(0.1, 0.475), at(0.066, 0.465)]
    plate.line(grip, 0.013 * scale, wobble=0.3)
    body = Turned(camera, foot, POT)
    turned(plate, body, streaks=[(-0.7, 0.22, 0.456, 0.52)], bright=[(0.5, 0.34, 0.452, 0.524)])
    plate.cut(body.front(0.534, 4), wobble=0.3)
    tip = at(-0.116, 0.545)
    wisp(plate, *tip, 0.3 * scale, 0.02 * scale, 11, turns=1.2, blocks=("ink", "river"))


def tea_glass(plate, camera, foot):
    """A thin glass of black tea; light comes through it on to the cloth."""
    glass = Turned(camera, foot, [(0.031, 0.012), (0.033, 0.06), (0.035, 0.112)])
    outline = glass.outline()
    plate.clear(outline, 0.5)
    tea = Turned(camera, foot, [(0.031, 0.012), (0.0345, 0.096)])
    plate.ink(tea.outline(), "brick", 0.4)
    plate.ink(tea.streak(-0.7, 0.4, 0.012, 0.096, taper=False), wobble=0.3)
    plate.clear(tea.streak(0.66, 0.14, 0.02, 0.09), wobble=0.3)
    rim = glass.rim(0.112)
    plate.line([*rim, rim[0]], 4, wobble=0.2)
    level = tea.rim(0.096)
    plate.line([*level, level[0]], 3, wobble=0.2)
    for side in (-1, 1):
        plate.line(
            [glass.rim(0.112)[24 if side < 0 else 0], glass.rim(0.06)[24 if side < 0 else 0]],
            4,
            wobble=0.3,
        )
    holder = Turned(camera, foot, [(0.038, 0.0), (0.034, 0.008), (0.036, 0.02), (0.0375, 0.064)])
    outline = turned(
        plate,
        holder,
        tint="sand",
        bright=[(0.62, 0.22, 0.012, 0.06)],
        streaks=[(-0.7, 0.2, 0.014, 0.06)],
    )
    for height in (0.02, 0.058):
        plate.cut(holder.front(height, 3), wobble=0.2)
    scale = glass.scale[0]
    x, y = holder.middle[-1]
    ear = [
        (x + 0.035 * scale, y + 0.01 * scale),
        (x + 0.064 * scale, y + 0.005 * scale),
        (x + 0.068 * scale, y + 0.026 * scale),
        (x + 0.037 * scale, y + 0.046 * scale),
    ]
    plate.line(ear, 0.008 * scale, wobble=0.3)
