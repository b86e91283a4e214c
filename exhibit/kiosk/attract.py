"""What the screen shows while nobody is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exhibit.languages import direction_of, html_tag
from exhibit.models import ExhibitPage
from exhibit.models.exhibit import AttractItem
from exhibit.reading import Frame
from media import renditions
from media.models import ExhibitImage

# Without pictures chosen for it the screen shows so many of the chapters' own.
MOST_LEAD_PICTURES = 6


@dataclass(frozen=True)
class Line:
    """A sentence in one language."""

    text: str
    html_tag: str
    direction: str


@dataclass(frozen=True)
class Slide:
    """One picture (or None) with its sentence, the page's language first."""

    image: Any
    lines: tuple[Line, ...]


def slides_of(exhibit: ExhibitPage, frame: Frame) -> tuple[Slide, ...]:
    """Return the slides of the attract screen, at least one; five queries at most.

    The sentences of other languages are those that their exhibit gives to the same picture.
    """
    chosen = [(item.image_id, item.text) for item in exhibit.attract_items.all()]
    if chosen:
        told = _told_in_other_languages(exhibit, frame)
    else:
        chosen, told = list(_lead_pictures(exhibit, frame)), {}
    images = _images({image_id for image_id, _text in chosen})
    return tuple(
        Slide(images.get(image_id), (*_lines(frame.language, text), *told.get(image_id, ())))
        for image_id, text in chosen
        if image_id in images or text
    ) or (Slide(None, _lines(frame.language, exhibit.standfirst)),)


def _told_in_other_languages(exhibit: ExhibitPage, frame: Frame) -> dict[int, tuple[Line, ...]]:
    tags = [language.tag for language in frame.languages if not language.is_current]
    items = AttractItem.objects.filter(
        exhibit__translation_key=exhibit.translation_key, exhibit__locale__language_code__in=tags
    ).select_related("exhibit__locale")
    found: dict[int, dict[str, Line]] = {}
    for item in items:
        tag = item.exhibit.locale.language_code
        for line in _lines(tag, item.text):
            found.setdefault(item.image_id, {})[tag] = line
    return {
        image_id: tuple(by_tag[tag] for tag in tags if tag in by_tag)
        for image_id, by_tag in found.items()
    }


def _lead_pictures(exhibit: ExhibitPage, frame: Frame) -> Iterator[tuple[int, str]]:
    if exhibit.lead_image_id:
        yield exhibit.lead_image_id, exhibit.standfirst
    entries = frame.contents.entries if frame.contents else ()
    with_picture = [entry for entry in entries if entry.lead_image_id]
    for entry in with_picture[:MOST_LEAD_PICTURES]:
        yield entry.lead_image_id, entry.title


def _images(ids: set[int]) -> dict[int, Any]:
    specs = renditions.specs_of("kiosk")
    return ExhibitImage.objects.prefetch_renditions(*specs).in_bulk(ids) if ids else {}


def _lines(tag: str, text: str) -> tuple[Line, ...]:
    return (Line(text, html_tag(tag), direction_of(tag)),) if text else ()
