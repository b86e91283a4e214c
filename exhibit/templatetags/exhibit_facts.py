"""Moments, places and recordings as blocks show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context

from exhibit import conf, languages
from exhibit.reading import Entry, views

register = template.Library()


@dataclass(frozen=True)
class _Unframed:
    """What a map asks of its frame, for a block that curators look at by itself."""

    language: str
    view: str = "map"
    contents: None = None

    @property
    def direction(self) -> str:
        return languages.direction_of(self.language)


# The sheet of a map inside a chapter, in SVG units, and a usual place's name on it: as wide as the
# column on a desk, and large enough to be read where it is as wide as a telephone.
MAP_WIDTH, MAP_HEIGHT, MAP_LABEL = 640, 540, 20


@register.filter
def by_date(moments: Iterable[Any]) -> list[Any]:
    """Put moments in the order of their dates, whatever the order they were chosen in."""
    return sorted(
        (moment for moment in moments if moment),
        key=lambda moment: (moment.earliest, moment.latest),
    )


@register.simple_tag(takes_context=True)
def map_of(context: Context, places: Iterable[Any], routes: Iterable[Any]) -> Any:
    """Return the drawing of some places and routes, or None without places."""
    chosen = [place for place in places if place]
    if not chosen:
        return None
    frame = context.get("frame") or _Unframed(conf.current_language())
    roads = [route for route in routes or () if route]
    return views.draw(
        chosen, roads, frame, width=MAP_WIDTH, height=MAP_HEIGHT, label_size=MAP_LABEL
    )


@register.simple_tag(takes_context=True)
def chapter_link(context: Context, chapter: Any) -> Entry | None:
    """Return a chapter as the contents know it; None when visitors may not see it."""
    frame = context.get("frame")
    if not frame or not frame.contents or not chapter:
        return None
    return frame.contents.entry_of(chapter.pk)


@register.filter
def words_of(recording: Any) -> Any:
    """Return a recording's captions and transcript in the page's language, else the source's.

    One query for a recording whose texts were not prefetched. None when it has none.
    """
    texts = {text.language: text for text in recording.texts.all()}
    for language in (conf.current_language(), conf.source_language()):
        if language in texts:
            return texts[language]
    return next(iter(texts.values()), None)
