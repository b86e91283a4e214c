"""What visitors see when a page is missing or fails."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import translation
from wagtail.models import Site

from exhibit.models import MuseumHomePage
from exhibit.reading import frame_of, is_public, public_pages


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer in the language of the address; offer the page in the source language if it is there.

    ``frame`` is None where there is no public home, and for addresses of the kiosk.
    """
    tag = translation.get_language() or settings.LANGUAGE_CODE
    homes = public_pages(MuseumHomePage.objects.filter(locale__language_code=tag))
    home = homes.select_related("locale").first()
    context = {
        "frame": frame_of(home, request) if home else None,
        "offered": _in_source_language(request, tag),
    }
    return render(request, "pages/404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database, no session and no context: something has just failed."""
    return HttpResponse(get_template("pages/500.html").render({}), status=500)


def _in_source_language(request: HttpRequest, tag: str) -> dict[str, str] | None:
    """Return where the same address leads in the source language, if a public page is there."""
    source = settings.LANGUAGE_CODE
    prefix = f"/{tag}/"
    if tag == source or not request.path_info.startswith(prefix):
        return None
    path = request.path_info.removeprefix(prefix)
    site = Site.find_for_request(request)
    if site is None:
        return None
    try:
        found = site.root_page.specific.route(request, [part for part in path.split("/") if part])
    except Http404:
        return None
    if not is_public(found.page):
        return None
    return {"url": f"/{path}", "language": source, "title": found.page.title}
