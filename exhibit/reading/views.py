"""The views made from all chapters of an exhibit: timeline, map, people and glossary."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from exhibit import cartography, languages
from exhibit.reading.contents import Entry
from exhibit.reading.frame import Frame

MAP_WIDTH, MAP_HEIGHT = 1000, 760


@dataclass(frozen=True)
class Mention:
    """A fact and the public chapters that speak of it, in reading order."""

    fact: Any
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        return f"{self.fact._meta.model_name}-{self.fact.key}"


def context_of_view(frame: Frame) -> dict[str, Any]:
    """Return what the exhibit's opening or the named view shows; two queries at most."""
    if frame.view == "timeline":
        return {"moments": mentions(frame, "moment")}
    if frame.view == "map":
        places = mentions(frame, "place")
        return {"places": places, "drawing": draw([mention.fact for mention in places], (), frame)}
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


def draw(
    places: Iterable[Any],
    routes: Iterable[Any],
    frame: Frame,
    *,
    width=MAP_WIDTH,
    height=MAP_HEIGHT,
):
    """Return the map of some places and routes, or None when there is nothing to draw.

    Each place leads to its line in the map page's list.
    """
    to_list = "" if frame.view == "map" or not frame.contents else frame.contents.map_url
    return cartography.draw_map(
        [
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
        ],
        [
            cartography.MapRoute(
                key=route.key, name=route.name, points=[tuple(point) for point in route.line]
            )
            for route in routes
        ],
        width=width,
        height=height,
        language=frame.language,
        direction=frame.direction,
        digits=lambda text: languages.localise_digits(str(text), frame.language),
    )


def _ordering(kind: str) -> Iterable[str]:
    return apps.get_model(f"exhibit.{kind.title()}")._meta.ordering
