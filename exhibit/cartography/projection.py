"""From degrees on the earth to a plane, and back.

Two projections are enough for an exhibit: Lambert's conformal conic for a region, which keeps
shapes and directions true, and Miller's cylindrical for the world and the tropics. Both treat
the earth as a sphere of radius 1; x grows to the east, y to the north. Longitudes are handed
in relative to the projection's centre, so that nothing here has to know the antimeridian.
"""

import math
from dataclasses import dataclass
from typing import Protocol

from .bounds import Bounds

_WIDEST_CONIC_DEGREES = 110
_LOWEST_CONIC_LATITUDE = 12
_HIGHEST_CONIC_LATITUDE = 78
_NEAREST_TO_POLE = math.radians(89.5)


class Projection(Protocol):
    centre_longitude: float

    def project(self, relative_longitude: float, latitude: float) -> tuple[float, float]: ...

    def unproject(self, x: float, y: float) -> tuple[float, float]: ...


@dataclass(frozen=True)
class ConicProjection:
    """Lambert conformal conic with two standard parallels on one side of the equator."""

    centre_longitude: float
    cone: float
    factor: float

    @classmethod
    def between(cls, centre_longitude: float, south: float, north: float) -> "ConicProjection":
        first, second = math.radians(south), math.radians(north)
        if abs(second - first) < 1e-6:
            cone = math.sin(first)
        else:
            cone = math.log(math.cos(first) / math.cos(second)) / math.log(
                _half_tangent(second) / _half_tangent(first)
            )
        return cls(centre_longitude, cone, math.cos(first) * _half_tangent(first) ** cone / cone)

    def project(self, relative_longitude: float, latitude: float) -> tuple[float, float]:
        bounded = min(max(math.radians(latitude), -_NEAREST_TO_POLE), _NEAREST_TO_POLE)
        radius = self.factor / _half_tangent(bounded) ** self.cone
        angle = self.cone * math.radians(relative_longitude)
        return radius * math.sin(angle), -radius * math.cos(angle)

    def unproject(self, x: float, y: float) -> tuple[float, float]:
        sign = math.copysign(1.0, self.cone)
        radius = sign * math.hypot(x, y)
        angle = math.atan2(sign * x, -sign * y)
        latitude = 2 * math.atan((self.factor / radius) ** (1 / self.cone)) - math.pi / 2
        return math.degrees(angle / self.cone), math.degrees(latitude)


@dataclass(frozen=True)
class MillerProjection:
    """Miller cylindrical: upright everywhere, and the poles stay on the sheet."""

    centre_longitude: float

    def project(self, relative_longitude: float, latitude: float) -> tuple[float, float]:
        y = 1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(latitude)))
        return math.radians(relative_longitude), y

    def unproject(self, x: float, y: float) -> tuple[float, float]:
        latitude = math.degrees(2.5 * (math.atan(math.exp(0.8 * y)) - math.pi / 4))
        return math.degrees(x), min(max(latitude, -90.0), 90.0)


def projection_for(bounds: Bounds) -> Projection:
    """Return the projection that shows these bounds with the least distortion."""
    longitude, latitude = bounds.centre
    one_hemisphere = bounds.south >= 0 or bounds.north <= 0
    if (
        one_hemisphere
        and bounds.width_degrees <= _WIDEST_CONIC_DEGREES
        and abs(latitude) >= _LOWEST_CONIC_LATITUDE
        and max(abs(bounds.south), abs(bounds.north)) <= _HIGHEST_CONIC_LATITUDE
    ):
        sixth = bounds.height_degrees / 6
        return ConicProjection.between(longitude, bounds.south + sixth, bounds.north - sixth)
    return MillerProjection(longitude)


def _half_tangent(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)
