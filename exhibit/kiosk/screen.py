"""What a kiosk page tells the program that runs on the screen, and where its visitors may go.

The settings travel as data in one element of the page. Until a screen has a profile of its own
they are the exhibit's.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from exhibit import languages
from exhibit.kiosk.bounds import VIEWS, Bounds
from exhibit.reading import Frame

_THIS_MACHINE = {"127.0.0.1", "::1", "localhost"}


def settings_of(frame: Frame) -> dict[str, Any]:
    """Return the screen's settings as JSON can carry them.

    ``idle_seconds`` is None in a curator's preview, which never starts again by itself.
    """
    exhibit = frame.exhibit
    starts = _starts(frame)
    return {
        "inside": reverse("kiosk:any_language", args=[exhibit.slug]),
        "start": starts[0] if starts else frame.contents.url,
        "here": frame.contents.url,
        "idle_seconds": None if frame.is_preview else exhibit.kiosk_idle_seconds,
        "warning_seconds": exhibit.kiosk_warning_seconds,
        "direction": frame.direction,
        "digits": languages.localise_digits("0123456789", frame.language),
    }


def bounds_of(frame: Frame, request: HttpRequest | None) -> Bounds:
    """Return where links may lead from a kiosk page."""
    contents = frame.contents
    pages = (*contents.entries, *contents.side_pages)
    return Bounds(
        origin=_origin(request),
        here=request.path if request else contents.url,
        start=contents.url,
        starts=frozenset({contents.url, *_starts(frame)}),
        rooms=frozenset({*(f"{page.slug}/" for page in pages), *(f"{v}/" for v in VIEWS)}),
        web=frame.exhibit.get_url(request) or "",
    )


def telephone_address(frame: Frame, page: Any, request: HttpRequest | None) -> str:
    """Return the whole web address of a page, for a visitor's own telephone; empty without one.

    The site's own public address (``BASE_URL``) where it has been told one, else the address that
    the screen itself uses.
    """
    address = page.get_url(request)
    if not address:
        return ""
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    known = base.hostname and base.hostname not in _THIS_MACHINE
    origin = f"{base.scheme}://{base.netloc}" if known else _origin(request)
    path = urlsplit(address).path
    return f"{origin}{path}{frame.view}/" if frame.view else f"{origin}{path}"


def _starts(frame: Frame) -> list[str]:
    slug = frame.exhibit.slug
    return [reverse("kiosk:start", args=[slug, language.tag]) for language in frame.languages]


def _origin(request: HttpRequest | None) -> str:
    return f"{request.scheme}://{request.get_host()}" if request else ""
