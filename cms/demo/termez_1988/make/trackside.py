"""What stands beside a railway: a water tower and a line of telegraph poles."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np


def tower(plate, camera):
    """The old brick water tower, narrow below, wide above."""
    x, y = -19.5, 62.0

    def at(side, up):
        return camera.flat((x + side, y, up - 1.1))[0]

    shaft = [at(-2.3, 0), at(-1.9, 11.5), at(1.9, 11.5), at(2.3, 0)]
    tank = [
        at(-3.1, 11.3),
        at(-3.4, 12.2),
        at(-3.4, 16.8),
        at(-2.9, 17.2),
        at(0, 19.4),
        at(2.9, 17.2),
        at(3.4, 16.8),
        at(3.4, 12.2),
        at(3.1, 11.3),
    ]
    for outline in (shaft, tank):
        plate.clear(outline)
        plate.ink(outline, "brick")
        plate.ink(outline)
        low, high = min(p[0] for p in outline), max(p[0] for p in outline)
        region = plate.region(outline)
        plate.gouge(
            region,
            0.0 if outline is shaft else np.pi / 2,
            lambda a, b, low=low, high=high: np.clip(0.95 - (a - low) / (high - low) * 1.2, 0, 1),
            8,
            (12, 46),
        )
    plate.line([at(-3.5, 12.1), at(3.5, 12.1)], 5)
    plate.line([at(-3.5, 16.9), at(3.5, 16.9)], 5)
    for up in (3.5, 7.5):
        plate.ink([at(-0.5, up), at(-0.5, up + 1.7), at(0.5, up + 1.7), at(0.5, up)])


def poles(plate, camera):
    for number in range(9, 0, -1):
        y = 9.0 + number * 13.5
        foot, top = camera.flat((-10.2, y, -1.1), (-10.2, y, 6.6))
        width = camera.width_at((-10.2, y, 0), 0.24)
        plate.line([foot, top], width, wobble=0.5)
        for up, half in ((6.3, 0.8), (5.7, 0.8)):
            plate.line(
                camera.flat((-10.2 - half, y, up), (-10.2 + half, y, up)), width * 0.7, wobble=0.4
            )
    for side in (-0.7, 0.7):
        spots = camera.flat(
            *[
                (-10.2 + side, y, 6.35 - 0.5 * np.sin(np.pi * ((y - 9) / 13.5 % 1)))
                for y in np.linspace(9.2, 128, 160)
            ]
        )
        plate.line(np.array(spots), 0, widths=np.linspace(4.2, 1.6, 160))
