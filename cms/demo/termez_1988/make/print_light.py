"""Lamps, the faces they fall on, and what stands between: light for the stage."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Lamp:
    """A light at a place, or from a direction when `far`. `reach`: metres to half its strength.

    A shaded lamp has a `cone`: the cosines where its light begins and where it is full.
    """

    place: tuple
    strength: float = 1.0
    reach: float = 2.0
    far: bool = False
    aim: tuple = (0, 0, -1)
    cone: tuple | None = None

    def on(self, points, normal):
        """Light falling on points of a face, and the vectors to the lamp."""
        place = np.asarray(self.place, float)
        ways = np.broadcast_to(place, points.shape) * 9.0 if self.far else place - points
        distance = np.maximum(np.linalg.norm(ways, axis=1), 1e-6)
        light = self.strength * np.maximum(ways @ normal / distance, 0)
        if not self.far:
            light = light * 2 / (1 + (distance / self.reach) ** 2)
        if self.cone:
            aim = np.asarray(self.aim, float) / np.linalg.norm(self.aim)
            spread = -(ways @ aim) / distance
            low, high = self.cone
            light = light * np.clip((spread - low) / (high - low), 0, 1)
        return light, ways


@dataclass
class Face:
    corners: np.ndarray
    normal: np.ndarray
    grain: np.ndarray
    albedo: float = 1.0
    tint: str | None = "sand"
    casts: bool = True
    hidden: bool = False  # throws its shadow only; drawn by other means
    solid: bool = False
    glow: float | None = None
    most: float = 9.0
    spacing: float = 15.0
    contour: float = 4.0
    wobble: float = 1.3
    outline: list | None = None

    def axes(self):
        first = self.corners[1] - self.corners[0]
        first = first / np.linalg.norm(first)
        return first, np.cross(self.normal, first)

    def blocks(self, points, ways):
        """Which straight ways from the points meet this face before they end."""
        along = ways @ self.normal
        share = np.where(
            np.abs(along) > 1e-9,
            ((self.corners[0] - points) @ self.normal) / np.where(along == 0, 1, along),
            -1.0,
        )
        met = (share > 2e-3) & (share < 0.995)
        if not met.any():
            return met
        right, up = self.axes()
        spot = points[met] + ways[met] * share[met, None] - self.corners[0]
        met[met] = _inside(
            spot @ right,
            spot @ up,
            (self.corners - self.corners[0]) @ right,
            (self.corners - self.corners[0]) @ up,
        )
        return met


def _inside(x, y, outline_x, outline_y):
    odd = np.zeros(x.shape, bool)
    for x0, y0, x1, y1 in zip(
        outline_x, outline_y, np.roll(outline_x, -1), np.roll(outline_y, -1), strict=True
    ):
        if y0 == y1:
            continue
        odd ^= ((y0 > y) != (y1 > y)) & (x < x0 + (x1 - x0) * (y - y0) / (y1 - y0))
    return odd
