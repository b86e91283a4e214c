"""A sheet of a given size with a projection laid on it: where a place falls in SVG units."""

import math
from dataclasses import dataclass

from .bounds import Bounds
from .projection import MillerProjection, Projection, projection_for

EARTH_RADIUS_KM = 6371.0
_STEPS = 8
_WIDEST_CONIC_VIEW_DEGREES = 150


@dataclass(frozen=True)
class Frame:
    """The map's sheet. x grows to the right and y downwards, as SVG has it."""

    width: float
    height: float
    projection: Projection
    units_per_radian: float
    left: float
    top: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the SVG position of a place, on the copy of the earth nearest the centre."""
        relative = (longitude - self.projection.centre_longitude + 180) % 360 - 180
        return self.place_relative(relative, latitude)

    def place_relative(self, relative_longitude: float, latitude: float) -> tuple[float, float]:
        x, y = self.projection.project(relative_longitude, latitude)
        return self.left + x * self.units_per_radian, self.top - y * self.units_per_radian

    def relative_at(self, x: float, y: float) -> tuple[float, float]:
        """Return relative longitude and latitude of an SVG position."""
        scale = self.units_per_radian
        return self.projection.unproject((x - self.left) / scale, (self.top - y) / scale)

    def window(self) -> Bounds:
        """Return what the whole sheet shows, in relative longitudes, a little generously."""
        corners = [
            self.relative_at(self.width * across / _STEPS, self.height * down / _STEPS)
            for across in range(_STEPS + 1)
            for down in range(_STEPS + 1)
        ]
        longitudes = [longitude for longitude, _ in corners]
        latitudes = [latitude for _, latitude in corners]
        spare = 0.02 * max(max(longitudes) - min(longitudes), max(latitudes) - min(latitudes))
        return Bounds(
            min(longitudes) - spare,
            max(min(latitudes) - spare, -90.0),
            max(longitudes) + spare,
            min(max(latitudes) + spare, 90.0),
        )

    def seen(self) -> Bounds:
        """Return what the whole sheet shows, in true longitudes."""
        window, centre = self.window(), self.projection.centre_longitude
        return Bounds(window.west + centre, window.south, window.east + centre, window.north)

    def units_per_degree(self) -> float:
        """SVG units in one degree of latitude at the middle of the sheet."""
        return self.units_per_km_at(self.width / 2, self.height / 2) * _KM_PER_DEGREE

    def units_per_km_at(self, x: float, y: float) -> float:
        """Scale along a parallel near an SVG position."""
        longitude, latitude = self.relative_at(x, y)
        step = 0.05
        there_x, there_y = self.place_relative(longitude + step, latitude)
        here_x, here_y = self.place_relative(longitude, latitude)
        km = step * _KM_PER_DEGREE * max(math.cos(math.radians(latitude)), 1e-6)
        return math.hypot(there_x - here_x, there_y - here_y) / km


_KM_PER_DEGREE = math.pi * EARTH_RADIUS_KM / 180


def frame_for(bounds: Bounds, *, width: float, height: float, padding: float = 0) -> Frame:
    """Lay the bounds in the middle of a sheet; what the sheet has left over shows more earth.

    Raises:
        ValueError: if the padding leaves no room on the sheet.
    """
    if width <= 2 * padding or height <= 2 * padding:
        raise ValueError(
            f"A map of {width:g} by {height:g} has no room inside a padding of {padding:g}. "
            "Make the map larger or the padding smaller."
        )
    frame = _fit(projection_for(bounds), bounds, width, height, padding)
    window = frame.window()
    if window.width_degrees > _WIDEST_CONIC_VIEW_DEGREES or abs(window.north) > 89:
        frame = _fit(MillerProjection(bounds.centre[0]), bounds, width, height, padding)
    return frame


def _fit(
    projection: Projection, bounds: Bounds, width: float, height: float, padding: float
) -> Frame:
    half_width = bounds.width_degrees / 2
    edge = [step / _STEPS for step in range(_STEPS + 1)]
    points = [
        projection.project(
            -half_width + share * bounds.width_degrees, bounds.south + up * bounds.height_degrees
        )
        for share in edge
        for up in edge
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    scale = min(
        (width - 2 * padding) / (max(xs) - min(xs)), (height - 2 * padding) / (max(ys) - min(ys))
    )
    return Frame(
        width=width,
        height=height,
        projection=projection,
        units_per_radian=scale,
        left=width / 2 - scale * (max(xs) + min(xs)) / 2,
        top=height / 2 + scale * (max(ys) + min(ys)) / 2,
    )
