"""The views made from all chapters of an exhibit: timeline, map, people and glossary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps

from exhibit import cartography, languages
from exhibit.reading.contents import Entry
from exhibit.reading.frame import Frame

# The map page's sheet in SVG units, and a usual place's name on it.
MAP_WIDTH, MAP_HEIGHT, MAP_LABEL = 1200, 740, 18


@dataclass(frozen=True)
class Mention:
    """A fact and the public chapters that speak of it, in reading order."""

    fact: Any
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        return f"{self.fact._meta.model_name}-{self.fact.key}"


def context_of_view(frame: Frame) -> dict[str, Any]:
    """Return what the exhibit's opening or the named view shows; three queries at most."""
    if frame.view == "timeline":
        return {"moments": mentions(frame, "moment")}
    if frame.view == "map":
        places = mentions(frame, "place")
        facts = [mention.fact for mention in places]
        return {"places": places, "drawing": draw(facts, routes_of(frame), frame)}
    if frame.view == "people":
        return {"people": mentions(frame, "person"), "terms": mentions(frame, "term")}
    return {}


def mentions(frame: Frame, kind: str) -> tuple[Mention, ...]:
    """Return the facts of one kind that the exhibit's contents speak of, in the facts' own order.

    ``kind`` is "moment", "place", "person" or "term". Only chapters in the contents count, so a
    fact attached to nothing public never shows. One query.
    """
    if frame.contents is None:
        return ()
    entries = {entry.page_id: entry for entry in frame.contents.entries}
    links = (
        apps.get_model(f"exhibit.Chapter{kind.title()}")
        .objects.filter(page_id__in=entries)
        .select_related(kind)
        .order_by(*(f"{kind}__{name.lstrip('-')}" for name in _ordering(kind)), "page__path")
    )
    found: dict[int, tuple[Any, dict[int, Entry]]] = {}
    for link in links:
        fact = getattr(link, kind)
        found.setdefault(fact.pk, (fact, {}))[1][link.page_id] = entries[link.page_id]
    return tuple(Mention(fact, tuple(chapters.values())) for fact, chapters in found.values())


def routes_of(frame: Frame) -> list[Any]:
    """Return the roads that the chapters' maps show, each once, in reading order. Two queries.

    Reads the stored bodies, so no place or picture is fetched.
    """
    if frame.contents is None:
        return []
    pages = [entry.page_id for entry in frame.contents.entries]
    bodies = dict(
        apps.get_model("exhibit.ChapterPage").objects.filter(pk__in=pages).values_list("pk", "body")
    )
    wanted = dict.fromkeys(
        pk for page in pages if page in bodies for pk in _route_ids(bodies[page].raw_data)
    )
    found = apps.get_model("exhibit.Route").objects.in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]


def _route_ids(blocks: Iterable[Any]) -> Iterator[int]:
    for raw in blocks:
        if raw["type"] == "map":
            for route in raw["value"].get("routes") or []:
                # A list item is stored with its own id since Wagtail 2.16.
                yield route["value"] if isinstance(route, dict) else route


def draw(
    places: Iterable[Any],
    routes: Iterable[Any],
    frame: Frame,
    *,
    width: float = MAP_WIDTH,
    height: float = MAP_HEIGHT,
    label_size: float = MAP_LABEL,
) -> cartography.MapDrawing | None:
    """Return the map of some places and routes, or None when there is nothing to draw.

    Each place leads to its line in the map page's list.
    """
    to_list = "" if frame.view == "map" or not frame.contents else frame.contents.map_url
    return _drawn(
        tuple(
            cartography.MapPlace(
                key=place.key,
                name=place.name,
                latitude=place.latitude,
                longitude=place.longitude,
                href=f"{to_list}#place-{place.key}",
                note=place.text,
            )
            for place in places
            if place.on_map
        ),
        tuple(
            cartography.MapRoute(
                key=route.key, name=route.name, points=tuple(map(tuple, route.line))
            )
            for route in routes
        ),
        width=width,
        height=height,
        label_size=label_size,
        language=frame.language,
        direction=frame.direction,
    )


# Drawing takes ten times as long as the rest of a page, and a map changes only with its facts,
# which are the key here: a changed place is another map.
@lru_cache(maxsize=128)
def _drawn(
    places: tuple[cartography.MapPlace, ...],
    routes: tuple[cartography.MapRoute, ...],
    *,
    width: float,
    height: float,
    label_size: float,
    language: str,
    direction: str,
) -> cartography.MapDrawing | None:
    return cartography.draw_map(
        places,
        routes,
        width=width,
        height=height,
        label_size=label_size,
        language=language,
        direction=direction,
        digits=lambda text: languages.localise_digits(str(text), language),
    )


def _ordering(kind: str) -> Iterable[str]:
    return apps.get_model(f"exhibit.{kind.title()}")._meta.ordering
