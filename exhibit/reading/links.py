"""Links between pages that never name a page visitors may not see."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from exhibit.reading.frame import Frame
from exhibit.reading.public import public_pages


@dataclass(frozen=True)
class PublicLink:
    title: str
    url: str
    description: str


def public_links(stream: Any, frame: Frame, request: HttpRequest) -> list[PublicLink]:
    """Return the links of a stream whose pages are public, in its order. Four queries at most."""
    wanted = [child.value["page"].pk for child in stream if child.value.get("page")]
    pages = {
        page.pk: page
        for page in (public_pages(Page.objects.filter(pk__in=wanted)) if wanted else [])
    }
    links = []
    for child in stream:
        value = child.value
        page, description = value.get("page"), value.get("description") or ""
        if page and page.pk in pages:
            title = value.get("title") or pages[page.pk].title
            links.append(PublicLink(title, _url_of(pages[page.pk], frame, request), description))
        elif not page and value.get("view") and frame.contents:
            title = value.get("title") or _view_names()[value["view"]]
            links.append(PublicLink(title, f"{frame.contents.url}{value['view']}/", description))
    return links


def _url_of(page: Page, frame: Frame, request: HttpRequest) -> str:
    if frame.contents:
        for known in (*frame.contents.entries, *frame.contents.side_pages):
            if known.page_id == page.pk:
                return known.url
    return page.get_url(request) or "/"


def _view_names() -> dict[str, str]:
    return {"timeline": _("Timeline"), "map": _("Map"), "search": _("Search")}
