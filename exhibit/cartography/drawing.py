"""Draws an exhibit's map: places and routes over the base map, ready for a template to write.

Pure: the same places give the same drawing. All positions are SVG units from the top left,
rounded to a tenth. A map is never mirrored; only its lettering follows the direction.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .base_data import base_map_for
from .bounds import Bounds, Point, bounds_of, check_coordinates
from .frame import Frame, frame_for
from .labels import LabelRoom, NameWanted, PlacedName
from .layers import Layers, Sheet, layers_on, path_of
from .lettering import LETTER_SPACING_EM
from .lines import Box
from .names import QuietName, country_names, river_names
from .scale_bar import ScaleBar, scale_bar_for

_MARKER_RADIUS_EM = 0.28
_PADDING_EM = 2.2
# A chief place is set larger; a minor one smaller. Ranks beyond are minor.
_SIZE_OF_RANK = {1: 1.2, 2: 1.0}
_SIZE_OF_MINOR = 0.88
_QUIET_SIZE = 0.8


@dataclass(frozen=True)
class MapPlace:
    """A place on the exhibit's map. ``rank`` 1 is a chief place, 2 a usual, 3 a minor one."""

    key: str
    name: str
    longitude: float
    latitude: float
    href: str = ""
    note: str = ""
    rank: int = 2


@dataclass(frozen=True)
class MapRoute:
    """A way on the exhibit's map; points are longitude and latitude, in order of travel."""

    key: str
    name: str
    points: Sequence[Point]
    href: str = ""
    note: str = ""


@dataclass(frozen=True)
class DrawnPlace:
    """A marker and its name. ``number`` stands for the name where it did not fit (see key)."""

    place: MapPlace
    x: float
    y: float
    radius: float
    size: float
    label_x: float
    label_y: float
    anchor: str
    number: str = ""
    leader: str = ""


@dataclass(frozen=True)
class DrawnRoute:
    route: MapRoute
    path: str


@dataclass(frozen=True)
class MapDrawing:
    """Everything a template needs to write the map; ``key`` lists the numbered places."""

    width: float
    height: float
    view_box: str
    language: str
    direction: str
    bounds: Bounds
    layers: Layers
    routes: tuple[DrawnRoute, ...]
    places: tuple[DrawnPlace, ...]
    countries: tuple[QuietName, ...]
    rivers: tuple[QuietName, ...]
    scale_bar: ScaleBar | None
    label_size: float
    quiet_size: float
    letter_spacing: float
    key: tuple[DrawnPlace, ...] = field(default=())


def draw_map(
    places: Sequence[MapPlace],
    routes: Sequence[MapRoute] = (),
    *,
    width: float = 1000,
    height: float = 750,
    language: str = "en",
    direction: str = "ltr",
    label_size: float = 18,
    digits: Callable[[str], str] = str,
    relief: bool = True,
) -> MapDrawing | None:
    """Return the map that shows all places and routes, or None when there are none.

    Args:
        places: the names are placed in order of rank, then in this order.
        width, height: of the sheet in SVG units; it scales to any screen.
        language: chooses the names of countries and rivers.
        label_size: a usual place's name, in SVG units.
        digits: writes the digits 0–9 of a text as the language does.

    Raises:
        ValueError: if coordinates are not on the earth; names the place or route.
    """
    frame = _frame_of(places, routes, width, height, label_size)
    if frame is None:
        return None
    base = base_map_for(frame.seen())
    sheet = Sheet(frame)
    drawn_routes = [_placed_line(frame, route) for route in routes]
    wanted = [_wanted(frame, place, label_size) for place in _by_rank(places)]
    bar = scale_bar_for(
        frame,
        [_box_round(name) for name in wanted],
        language=language,
        direction=direction,
        size=label_size * _QUIET_SIZE,
        digits=digits,
    )
    room = LabelRoom(
        Box(0, 0, width, height).grown(-label_size * 0.3),
        direction=direction,
        obstacles=[bar[1]] if bar else [],
        routes=drawn_routes,
        waters=[line for river in base.rivers for line in sheet.river_lines(river)],
        spacing=label_size / 2,
    )
    names = room.place_all(wanted)
    room.taken += [_box_round(name).grown(label_size * 0.3) for name in wanted]
    quiet = label_size * _QUIET_SIZE
    drawn = tuple(
        _drawn(place, name, placed, digits)
        for place, name, placed in zip(_by_rank(places), wanted, names, strict=True)
    )
    return MapDrawing(
        width=width,
        height=height,
        view_box=f"0 0 {width:g} {height:g}",
        language=language,
        direction=direction,
        bounds=frame.seen(),
        layers=layers_on(sheet, base, relief=relief),
        routes=tuple(
            DrawnRoute(route, path_of([line]))
            for route, line in zip(routes, drawn_routes, strict=True)
        ),
        places=drawn,
        countries=_rounded(
            country_names(sheet, base.countries, room, language=language, size=quiet)
        ),
        rivers=_rounded(river_names(sheet, base, room, language=language, size=quiet)),
        scale_bar=_rounded_bar(bar[0]) if bar else None,
        label_size=label_size,
        quiet_size=round(quiet, 1),
        letter_spacing=round(quiet * LETTER_SPACING_EM, 1),
        key=tuple(place for place in drawn if place.number),
    )


def _frame_of(
    places: Sequence[MapPlace],
    routes: Sequence[MapRoute],
    width: float,
    height: float,
    label_size: float,
) -> Frame | None:
    for place in places:
        check_coordinates(place.longitude, place.latitude, name=f"“{place.name}”")
    for route in routes:
        for longitude, latitude in route.points:
            check_coordinates(longitude, latitude, name=f"A point of the route “{route.name}”")
    points = [(place.longitude, place.latitude) for place in places]
    points += [point for route in routes for point in route.points]
    bounds = bounds_of(points, margin=0.04)
    if bounds is None:
        return None
    padding = min(_PADDING_EM * label_size, width / 6, height / 6)
    return frame_for(bounds, width=width, height=height, padding=padding)


def _by_rank(places: Sequence[MapPlace]) -> list[MapPlace]:
    return sorted(places, key=lambda place: place.rank)


def _placed_line(frame: Frame, route: MapRoute) -> list[Point]:
    """A route may run past the antimeridian; it is laid out step by step, never across."""
    centre = frame.projection.centre_longitude
    line, last = [], None
    for longitude, latitude in route.points:
        relative = (longitude - centre + 180) % 360 - 180
        if last is not None:
            relative = last + (relative - last + 180) % 360 - 180
        line.append(frame.place_relative(relative, latitude))
        last = relative
    return line


def _wanted(frame: Frame, place: MapPlace, label_size: float) -> NameWanted:
    size = label_size * _SIZE_OF_RANK.get(place.rank, _SIZE_OF_MINOR)
    x, y = frame.place(place.longitude, place.latitude)
    return NameWanted(place.name, x, y, size, size * _MARKER_RADIUS_EM)


def _box_round(name: NameWanted) -> Box:
    return Box(name.x, name.y, name.x, name.y).grown(name.radius)


def _drawn(
    place: MapPlace, name: NameWanted, placed: PlacedName, digits: Callable[[str], str]
) -> DrawnPlace:
    return DrawnPlace(
        place=place,
        x=round(name.x, 1),
        y=round(name.y, 1),
        radius=round(name.radius, 1),
        size=round(name.size, 1),
        label_x=round(placed.x, 1),
        label_y=round(placed.y, 1),
        anchor=placed.anchor,
        number=digits(str(placed.number)) if placed.number else "",
        leader=path_of([placed.leader]) if placed.leader else "",
    )


def _rounded(names: Sequence[QuietName]) -> tuple[QuietName, ...]:
    return tuple(
        QuietName(name.text, round(name.x, 1), round(name.y, 1), round(name.angle, 1))
        for name in names
    )


def _rounded_bar(bar: ScaleBar) -> ScaleBar:
    return ScaleBar(
        round(bar.x1, 1), round(bar.x2, 1), round(bar.y, 1), bar.kilometres, bar.text,
        round(bar.text_x, 1), round(bar.text_y, 1),
    )  # fmt: skip
