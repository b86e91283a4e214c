"""Vehicles for the relief prints, as solids: an eight-wheeled carrier and an army lorry."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math
from dataclasses import dataclass

import numpy as np
from print_marks import ribbon
from print_space import seen_faces

# Corners of each part: (metres ahead, half width, metres up); a part is one closed side outline.
CARRIER = (
    (
        (-3.5, 1.0, 0.6),
        (-3.6, 1.4, 1.25),
        (-3.2, 1.05, 2.0),
        (1.5, 1.05, 2.05),
        (2.3, 1.05, 1.85),
        (3.65, 1.05, 1.25),
        (3.4, 1.1, 0.8),
        (2.9, 1.0, 0.6),
    ),
    ((-3.5, 1.42, 1.0), (-3.4, 1.42, 1.35), (2.7, 1.42, 1.35), (3.3, 1.3, 1.1), (3.0, 1.42, 1.0)),
    ((0.3, 0.62, 2.0), (0.4, 0.5, 2.5), (1.3, 0.45, 2.5), (1.6, 0.5, 2.0)),
)
LORRY = (
    ((-3.7, 1.2, 0.75), (-3.7, 1.2, 1.1), (3.5, 0.6, 1.1), (3.5, 0.6, 0.75)),
    (
        (-3.7, 1.25, 1.1),
        (-3.7, 1.25, 2.5),
        (-3.6, 0.85, 3.0),
        (0.5, 0.85, 3.0),
        (0.6, 1.25, 2.5),
        (0.6, 1.25, 1.1),
    ),
    ((0.8, 1.2, 1.0), (0.8, 1.15, 2.6), (1.9, 1.1, 2.6), (2.2, 1.15, 1.85), (2.3, 1.2, 1.0)),
    ((2.2, 0.75, 1.0), (2.2, 0.75, 1.85), (3.6, 0.65, 1.7), (3.75, 0.62, 0.9)),
    ((2.0, 1.25, 1.15), (2.2, 1.25, 1.45), (3.4, 1.25, 1.4), (3.6, 1.25, 0.95)),
)
CARRIER_WHEELS = (2.35, 1.0, -0.75, -2.1)
LORRY_WHEELS = (2.75, -1.4, -2.75)
LAMPS = {"carrier": (3.5, 0.9, 1.35), "lorry": (3.7, 0.98, 1.2)}


@dataclass(frozen=True)
class Vehicle:
    kind: str  # "carrier" or "lorry"
    x: float
    y: float
    heading: float
    ground: float = 0.0

    def place(self, ahead, side, up):
        sine, cosine = math.sin(self.heading), math.cos(self.heading)
        return (
            self.x + ahead * sine + side * cosine,
            self.y + ahead * cosine - side * sine,
            self.ground + up,
        )

    def lamps(self):
        ahead, side, up = LAMPS[self.kind]
        return [self.place(ahead, -side, up), self.place(ahead, side, up)]

    def faces(self):
        found = []
        for part in CARRIER if self.kind == "carrier" else LORRY:
            found += self._part(part)
        return found

    def _part(self, outline):
        middle = np.mean([self.place(a, 0, u) for a, _, u in outline], axis=0)
        sides = [[self.place(a, sign * w, u) for a, w, u in outline] for sign in (-1, 1)]
        corners = list(sides)
        for (a0, w0, u0), (a1, w1, u1) in zip(outline, outline[1:] + outline[:1], strict=True):
            corners.append(
                [
                    self.place(a0, -w0, u0),
                    self.place(a1, -w1, u1),
                    self.place(a1, w1, u1),
                    self.place(a0, w0, u0),
                ]
            )
        return [(face, _outward(face, middle)) for face in corners]


def _outward(face, middle):
    face = np.asarray(face)
    normal = np.cross(face[1] - face[0], face[-1] - face[0])
    if np.linalg.norm(normal) < 1e-9:
        normal = np.cross(face[2] - face[1], face[0] - face[1])
    normal = normal / max(1e-9, np.linalg.norm(normal))
    return normal if np.dot(normal, face.mean(axis=0) - middle) > 0 else -normal


def draw_vehicle(plate, camera, vehicle, *, rim=None, rim_width=0.06, edges=False, block="ink"):
    """Ink a vehicle; `rim` is the direction of a light that edges the faces turned to it.

    `edges` cuts every edge thinly, so that black planes part from one another.
    """
    faces = seen_faces(camera, vehicle.faces())
    _wheels(plate, camera, vehicle, block, rim_width if edges else 0)
    for polygon, normal in faces:
        plate.ink(polygon, block, wobble=0.5)
        width = camera.width_at((vehicle.x, vehicle.y, 1), rim_width)
        if edges and width > 1.2:
            plate.line([*polygon, polygon[0]], width * 0.55, False, block, wobble=0.3)
        strength = 0 if rim is None else float(np.dot(normal, rim))
        if strength > 0.1 and width > 1.0:
            for cut_block in (block, "river"):
                plate.line(
                    [*polygon, polygon[0]], width * (0.35 + strength), False, cut_block, wobble=0.3
                )
    if vehicle.kind == "carrier":
        gun = camera.flat(vehicle.place(1.4, 0, 2.3), vehicle.place(3.4, 0, 2.38))
        plate.ink(
            ribbon(gun, [max(2.0, camera.width_at((vehicle.x, vehicle.y, 2), 0.1))] * 2),
            block,
            wobble=0.2,
        )


def _wheels(plate, camera, vehicle, block, edge):
    carrier = vehicle.kind == "carrier"
    turn = np.linspace(0, 2 * np.pi, 17)
    for ahead in CARRIER_WHEELS if carrier else LORRY_WHEELS:
        for side in (-1, 1):
            rings = []
            for inner, radius in ((1.0, 0.57), (1.38, 0.57), (1.38, 0.3)):
                ring = [
                    vehicle.place(
                        ahead + radius * math.cos(a), side * inner, 0.57 + radius * math.sin(a)
                    )
                    for a in turn
                ]
                rings.append(np.array(camera.flat(*ring)))
            plate.ink(rings[0], block, wobble=0.3)
            for number in range(len(turn) - 1):
                plate.ink(
                    [
                        rings[0][number],
                        rings[0][number + 1],
                        rings[1][number + 1],
                        rings[1][number],
                    ],
                    block,
                    wobble=0.2,
                )
            plate.ink(rings[1], block, wobble=0.3)
            width = camera.width_at((vehicle.x, vehicle.y, 1), edge)
            if width > 1.2:
                plate.line(rings[2], width * 0.8, False, block, wobble=0.2)


def lamp_rays(plate, x, y, radius, reach, count=13):
    """A lamp that looks at us: a bare disc and short tapering cuts round it."""
    rng = plate.rng
    for number in range(count):
        angle = 2 * np.pi * (number + rng.uniform(-0.25, 0.25)) / count
        near = radius * rng.uniform(1.35, 1.7)
        far = near + (reach - radius) * rng.uniform(0.45, 1.0)
        points = [
            (x + d * math.cos(angle), y + d * math.sin(angle) * 0.85)
            for d in np.linspace(near, far, 5)
        ]
        thick = 2 * np.pi * near / count * 0.5
        for block in ("ink", "river"):
            plate.line(points, 0, False, block, widths=thick * np.array([0.5, 1, 0.75, 0.4, 0.06]))
    for block in ("ink", "river", "sand"):
        plate.disc(x, y, radius, False, block)
