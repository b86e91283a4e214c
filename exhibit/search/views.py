"""The search pages: of the whole museum and of one exhibit."""

import logging

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from exhibit import conf
from exhibit.models import ExhibitPage, MuseumHomePage
from exhibit.reading import frame_of, public_pages
from exhibit.search.finding import find

LONGEST_SHOWN_QUERY = 200

logger = logging.getLogger(__name__)


@require_safe
def museum(request: HttpRequest) -> HttpResponse:
    homes = public_pages(MuseumHomePage.objects.filter(**_in_language()))
    return _answer(request, homes.select_related("locale").first())


@require_safe
def exhibit(request: HttpRequest, exhibit: str) -> HttpResponse:
    pages = public_pages(ExhibitPage.objects.filter(slug=exhibit, **_in_language()))
    return _answer(request, pages.select_related("locale", "theme", "lead_image").first())


def _in_language() -> dict[str, str]:
    return {"locale__language_code": conf.current_language()}


def _answer(request: HttpRequest, page: Page | None) -> HttpResponse:
    if page is None:
        raise Http404("Nothing public is called that in this language.")
    query = request.GET.get("q", "")
    within = page if isinstance(page, ExhibitPage) else None
    try:
        results = find(query, language=conf.current_language(), request=request, exhibit=within)
    except DatabaseError:
        # Its own table is the one thing here that a visitor can do without.
        logger.exception("The search index does not answer.")
        results = []
    context = {
        "page": page,
        "frame": frame_of(page, request, view="search"),
        "query": query[:LONGEST_SHOWN_QUERY].replace("\x00", ""),
        "results": results,
        "count": len(results),
    }
    return render(request, "pages/search.html", context)
