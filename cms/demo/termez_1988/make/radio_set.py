"""A valve radio: a box on the stage, and its front drawn with a glowing dial."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import Panel


def radio(stage, up):
    heading, size, foot = 0.42, (0.6, 0.24, 0.4), (0.52, 0.38, up)
    stage.box(foot, (0.5, 0.18, 0.03), heading, tint=None, glow=0)
    stage.box(
        (foot[0], foot[1], up + 0.025),
        size,
        heading,
        grain=(1, 0, 0),
        albedo=0.8,
        spacing=11,
        tint="brick",
        most=0.7,
    )
    right = np.array([np.cos(heading), -np.sin(heading), 0])
    ahead = np.array([np.sin(heading), np.cos(heading), 0])
    corner = np.array(foot) - right * size[0] / 2 - ahead * (size[1] / 2 + 0.002) + [0, 0, 0.025]
    return Panel(stage.camera, corner, right, (0, 0, 1))


def radio_front(plate, front):
    """Cloth over the loudspeaker, a glowing dial with its needle, two knobs and a row of keys."""
    edge = front.rect(0.014, 0.014, 0.586, 0.386)
    plate.clear(edge, 1)
    plate.ink(edge, "brick")
    plate.ink(edge)
    cloth = front.rect(0.036, 0.15, 0.564, 0.364)
    weave = plate.region(cloth, wobble=1)
    plate.paint(weave, False, "brick")
    plate.paint(weave, True, "sand")
    slant = np.arctan2(cloth[1][1] - cloth[0][1], cloth[1][0] - cloth[0][0])
    plate.gouge(weave, slant, lambda x, y: 0.62 - (x - 1500) / 2600, 12, (26, 70))
    for v in (0.205, 0.255, 0.31):
        plate.line(front.at((0.036, v), (0.564, v)), 8, wobble=0.5)
    plate.line(front.at((0.03, 0.142), (0.57, 0.142)), 4, False, wobble=0.4)
    dial = front.rect(0.105, 0.066, 0.495, 0.13)
    plate.clear(dial, 1)
    for number in range(25):
        u = 0.118 + number * 0.0152
        plate.line(front.at((u, 0.074), (u, 0.088 if number % 4 else 0.104)), 3.4, wobble=0.2)
    plate.line(front.at((0.115, 0.114), (0.485, 0.114)), 3, wobble=0.3)
    plate.line(front.at((0.352, 0.06), (0.352, 0.136)), 8, True, "brick", wobble=0.2)
    for u in (0.06, 0.54):
        for radius, value in ((0.036, False), (0.031, True)):
            outline = front.circle(u, 0.098, radius)
            (plate.ink if value else plate.cut)(outline, wobble=0.4)
        plate.clear(front.circle(u - 0.012, 0.11, 0.008), wobble=0.3)
    for number in range(7):
        u = 0.168 + number * 0.039
        plate.clear(front.rect(u, 0.03, u + 0.03, 0.05), wobble=0.4)
