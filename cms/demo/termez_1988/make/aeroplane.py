"""A four-engined transport with a high T-shaped tail, seen from above in a left-hand bank."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math

import numpy as np
from print_marks import ribbon

# The aeroplane in its own metres: x to the right wing, y ahead, z up.
BODY = [
    (22.5, 0.3),
    (21, 1.3),
    (18, 2.1),
    (12, 2.4),
    (-6, 2.4),
    (-13, 1.9),
    (-19, 1.1),
    (-23.5, 0.4),
]
WING = [(2.0, 8.5, 2.2), (25.2, -5.0, 1.0), (25.2, -7.6, 1.0), (11.0, -2.8, 1.7), (2.0, -1.6, 2.2)]
TAIL = [(0.4, -20.2, 8.6), (8.7, -24.6, 8.4), (8.7, -27.0, 8.4), (0.4, -25.4, 8.6)]
FIN = [(0.0, -13.5, 2.2), (0.0, -21.0, 9.2), (0.0, -26.2, 9.2), (0.0, -22.4, 1.6)]
ENGINES = ((6.4, 5.6, 0.2), (10.6, 2.9, -0.1))


def aeroplane(plate, x, y, size):
    """Seen from above and behind, in a left-hand bank."""
    turn, bank, tilt = math.radians(118), math.radians(-26), math.radians(60)

    def place(points):
        p = np.asarray(points, float)
        across, ahead, up = p[:, 0], p[:, 1], p[:, 2]
        across, up = (
            across * math.cos(bank) + up * math.sin(bank),
            -across * math.sin(bank) + up * math.cos(bank),
        )
        right, away = (
            across * math.cos(turn) + ahead * math.sin(turn),
            -across * math.sin(turn) + ahead * math.cos(turn),
        )
        return np.stack(
            [x + size * right, y - size * (away * math.sin(tilt) + up * math.cos(tilt))], 1
        ), up

    def sheet(points, mirror=False, shade=0.0):
        """A wing: pale, with a dark edge, and dark slivers where it turns from the light."""
        flat = [(-a if mirror else a, b, c) for a, b, c in points]
        spots = [tuple(p) for p in place(flat)[0]]
        plate.clear(spots, 0.8)
        plate.line([*spots, spots[0]], 7, wobble=0.6)
        if shade:
            span = np.subtract(spots[1], spots[0])
            turned = math.atan2(span[1], span[0])
            plate.ink(spots, "river", 0.6)
            plate.gouge(plate.region(spots), turned, 1 - shade, 12, (60, 200), "river")
            plate.gouge(plate.region(spots), turned, shade * 0.5, 12, (40, 160), leave=True)

    def tube(line, radii):
        spots, _ = place(line)
        outline = ribbon(spots, np.asarray(radii) * 2 * size)
        plate.clear(outline, 0.6)
        plate.line([*outline, outline[0]], 7, wobble=0.4)
        along = spots[-1] - spots[0]
        normal = np.array([along[1], -along[0]]) / np.hypot(*along)
        normal *= -1 if normal[1] < 0 else 1
        reach = np.asarray(radii) * size
        plate.line(spots + normal * (reach * 0.5)[:, None], 0, True, "river", widths=reach * 0.9)
        plate.line(spots + normal * (reach * 0.78)[:, None], 0, widths=reach * 0.42)

    sheet(WING, True, 0.35)
    for a, b, c in ENGINES:
        tube([(-a, b + s, c) for s in (3.2, 2.6, -0.5, -2.4, -3.2)], (0.95, 1.1, 1.1, 0.8, 0.45))
    for a, b, c in ENGINES:
        tube(
            [(a, b + s, c - 1.2) for s in (3.2, 2.6, -0.5, -2.4, -3.2)], (0.95, 1.1, 1.1, 0.8, 0.45)
        )
    tube([(0, b, 0.0) for b, _ in BODY], [r for _, r in BODY])
    sheet(WING, False)
    sheet(FIN, False, 0.5)
    sheet(TAIL, True, 0.3)
    sheet(TAIL)
    windscreen = place([(-0.9, 20.8, 1.2), (0.9, 20.8, 1.2), (1.2, 19.6, 1.7), (-1.2, 19.6, 1.7)])[
        0
    ]
    plate.ink([tuple(p) for p in windscreen], wobble=0.3)
