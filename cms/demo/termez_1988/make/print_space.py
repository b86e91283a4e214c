"""Depth for the relief prints: a camera, solids made from profiles, and lit terrain."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math
from dataclasses import dataclass

import numpy as np
from print_marks import CELL
from scipy.ndimage import map_coordinates


@dataclass(frozen=True)
class Camera:
    """Metres in, design pixels out. x east, y north, z up; heading 0 looks north, in radians."""

    eye: tuple
    heading: float
    focal: float
    centre: float
    horizon: float

    def project(self, points):
        """Screen x, y and depth (metres ahead; clipped to 0.2) of an array of points."""
        moved = np.atleast_2d(np.asarray(points, float)) - np.asarray(self.eye, float)
        sine, cosine = math.sin(self.heading), math.cos(self.heading)
        right = moved[:, 0] * cosine - moved[:, 1] * sine
        ahead = np.maximum(moved[:, 0] * sine + moved[:, 1] * cosine, 0.2)
        across = self.centre + self.focal * right / ahead
        down = self.horizon - self.focal * moved[:, 2] / ahead
        return np.stack([across, down], axis=1), ahead

    def flat(self, *points):
        """Only the screen points, as tuples."""
        return [tuple(point) for point in self.project(points)[0]]

    def width_at(self, point, metres):
        return self.focal * metres / float(self.project([point])[1][0])


def extruded(profile, across, origin, heading):
    """Faces of a solid: a side profile (metres ahead, up) pushed between two sides.

    Gives (corners, normal) pairs; `across` is (left, right) in metres; heading 0 points north.
    """
    sine, cosine = math.sin(heading), math.cos(heading)

    def place(ahead, side, up):
        return (
            origin[0] + ahead * sine + side * cosine,
            origin[1] + ahead * cosine - side * sine,
            origin[2] + up,
        )

    faces = []
    for side in across:
        sign = -1 if side == across[0] else 1
        corners = [place(a, side, u) for a, u in profile]
        faces.append((corners, (sign * cosine, -sign * sine, 0.0)))
    for (a0, u0), (a1, u1) in zip(profile, profile[1:] + profile[:1], strict=True):
        corners = [
            place(a0, across[0], u0),
            place(a1, across[0], u1),
            place(a1, across[1], u1),
            place(a0, across[1], u0),
        ]
        length = math.hypot(a1 - a0, u1 - u0) or 1.0
        up, ahead = (a1 - a0) / length, -(u1 - u0) / length
        faces.append((corners, (ahead * sine, ahead * cosine, up)))
    return faces


def seen_faces(camera, faces):
    """Faces turned to the camera, far ones first, as (screen polygon, normal)."""
    eye = np.asarray(camera.eye, float)
    seen = []
    for corners, normal in faces:
        middle = np.mean(corners, axis=0)
        if np.dot(np.asarray(normal), eye - middle) > 0:
            distance = float(np.linalg.norm(eye - middle))
            seen.append((distance, camera.flat(*corners), normal))
    seen.sort(key=lambda item: -item[0])
    return [(polygon, normal) for _, polygon, normal in seen]


@dataclass(frozen=True)
class Terrain:
    """Heights in metres on a square grid; `step` metres between samples, first sample at origin."""

    heights: np.ndarray
    step: float
    origin: tuple

    def at(self, x, y):
        rows = (np.asarray(y, float) - self.origin[1]) / self.step
        columns = (np.asarray(x, float) - self.origin[0]) / self.step
        return map_coordinates(self.heights, [rows, columns], order=1, mode="nearest")

    def slope(self, x, y):
        reach = self.step * 1.5
        return (
            (self.at(x + reach, y) - self.at(x - reach, y)) / (2 * reach),
            (self.at(x, y + reach) - self.at(x, y - reach)) / (2 * reach),
        )


@dataclass(frozen=True)
class View:
    """What the camera sees of a terrain, one value per CELL (NaN or False where there is sky)."""

    land: np.ndarray
    distance: np.ndarray
    x: np.ndarray
    y: np.ndarray
    light: np.ndarray  # -1 (turned away) to 1 (facing the light); -1 in cast shadow
    downhill: np.ndarray  # screen direction of falling water, radians
    height: np.ndarray


def look_at(terrain, camera, rows, columns, sun, nearest=30.0, farthest=9000.0, samples=900):
    """March every picture column over the terrain. `sun` points towards the light."""
    sun = np.asarray(sun, float) / np.linalg.norm(sun)
    depths = np.geomspace(nearest, farthest, samples)
    across = (np.arange(columns) * CELL + CELL / 2 - camera.centre) / camera.focal
    sine, cosine = math.sin(camera.heading), math.cos(camera.heading)
    x = camera.eye[0] + depths[:, None] * (sine + across[None] * cosine)
    y = camera.eye[1] + depths[:, None] * (cosine - across[None] * sine)
    z = terrain.at(x, y)
    screen = camera.horizon - camera.focal * (z - camera.eye[2]) / depths[:, None]
    top = np.minimum.accumulate(screen, axis=0)
    picture_rows = np.arange(rows) * CELL + CELL / 2
    index = np.empty((rows, columns))
    for column in range(columns):
        climb = -top[:, column]
        after = np.searchsorted(climb, -picture_rows)
        before = np.clip(after - 1, 0, samples - 1)
        upper = np.clip(after, 0, samples - 1)
        gap = screen[before, column] - screen[upper, column]
        share = np.where(
            gap > 1e-6, (screen[before, column] - picture_rows) / np.maximum(gap, 1e-6), 0
        )
        index[:, column] = np.where(after >= samples, np.nan, before + np.clip(share, 0, 1))
    land = ~np.isnan(index)
    filled = np.nan_to_num(index)
    depth = np.exp(np.interp(filled, np.arange(samples), np.log(depths)))
    wx = camera.eye[0] + depth * (sine + across[None] * cosine)
    wy = camera.eye[1] + depth * (cosine - across[None] * sine)
    wz = terrain.at(wx, wy)
    gx, gy = terrain.slope(wx, wy)
    length = np.sqrt(gx * gx + gy * gy + 1)
    light = (-gx * sun[0] - gy * sun[1] + sun[2]) / length
    light = np.where(_shadowed(terrain, wx, wy, wz, sun), -1.0, light)
    steep = np.maximum(np.hypot(gx, gy), 1e-6)
    reach = depth * 0.01
    moved = np.stack([wx - gx / steep * reach, wy - gy / steep * reach, wz - steep * reach], -1)
    start = camera.project(np.stack([wx, wy, wz], -1).reshape(-1, 3))[0]
    end = camera.project(moved.reshape(-1, 3))[0]
    turn = np.arctan2(end[:, 1] - start[:, 1], end[:, 0] - start[:, 0]).reshape(rows, columns)
    return View(land, np.where(land, depth, np.nan), wx, wy, light, turn, wz)


def _shadowed(terrain, x, y, z, sun, steps=56):
    hidden = np.zeros(x.shape, bool)
    for distance in np.geomspace(terrain.step * 2, 2600.0, steps):
        above = terrain.at(x + sun[0] * distance, y + sun[1] * distance)
        hidden |= above > z + sun[2] * distance + terrain.step * 0.3
    return hidden
