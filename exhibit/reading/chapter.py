"""What a chapter's page shows beside its body."""

from typing import Any

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Page

from exhibit.reading.frame import Frame, exhibit_url
from exhibit.reading.public import public_pages


def context_of_chapter(chapter: Page, frame: Frame, request: HttpRequest) -> dict[str, Any]:
    """Return the chapter's facts, and where to read it if it has no text in this language."""
    return {
        "people": [link.person for link in chapter.people.select_related("person")],
        "places": [link.place for link in chapter.places.select_related("place")],
        "terms": [link.term for link in chapter.terms.select_related("term")],
        "elsewhere": None if len(chapter.body) else _told_elsewhere(chapter, frame, request),
    }


def _told_elsewhere(chapter: Page, frame: Frame, request: HttpRequest) -> dict[str, str] | None:
    """Return the address and language of a translation that has text, the source's first."""
    chapters = apps.get_model("exhibit.ChapterPage").objects
    told = (
        public_pages(chapters.filter(translation_key=chapter.translation_key, words__gt=0))
        .exclude(pk=chapter.pk)
        .select_related("locale")
        .order_by("pk")
        .first()
    )
    if told is None:
        return None
    if frame.is_kiosk:
        exhibit = told.get_parent().specific_deferred
        url = f"{exhibit_url(exhibit, request, surface='kiosk')}{told.slug}/"
    else:
        url = told.get_url(request)
    return {"url": url, "language": told.locale.language_code, "title": told.title}
