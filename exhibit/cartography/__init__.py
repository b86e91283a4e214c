"""Maps as inline SVG, made on the server from an exhibit's places. Pure: no Django."""

from .bounds import Bounds, bounds_of, check_coordinates
from .drawing import DrawnPlace, DrawnRoute, MapDrawing, MapPlace, MapRoute, draw_map

__all__ = [
    "Bounds",
    "DrawnPlace",
    "DrawnRoute",
    "MapDrawing",
    "MapPlace",
    "MapRoute",
    "bounds_of",
    "check_coordinates",
    "draw_map",
]
