"""The museum's own pages: which exhibits there are."""

from dataclasses import dataclass

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Page

from exhibit.reading.public import public_pages


@dataclass(frozen=True)
class ExhibitSummary:
    """An exhibit as the museum's home shows it. ``lead_image`` is an image or None."""

    page_id: int
    title: str
    subtitle: str
    standfirst: str
    url: str
    lead_image: object | None
    lead_image_alt: str
    is_on_kiosk: bool
    slug: str


def exhibits_of(home: Page, request: HttpRequest) -> list[ExhibitSummary]:
    """Return the public exhibits below ``home`` in tree order. Four queries."""
    exhibits = public_pages(apps.get_model("exhibit.ExhibitPage").objects.child_of(home))
    return [
        ExhibitSummary(
            page_id=exhibit.pk,
            title=exhibit.title,
            subtitle=exhibit.subtitle,
            standfirst=exhibit.standfirst,
            url=exhibit.get_url(request) or "/",
            lead_image=exhibit.lead_image,
            lead_image_alt=exhibit.lead_image_alt
            or (exhibit.lead_image.alt if exhibit.lead_image else ""),
            is_on_kiosk=exhibit.is_on_kiosk,
            slug=exhibit.slug,
        )
        for exhibit in exhibits.select_related("lead_image").order_by("path")
    ]


def plain_pages_of(parent: Page) -> list[Page]:
    """Return the public plain pages below a page, for its foot. Three queries."""
    pages = public_pages(apps.get_model("exhibit.PlainPage").objects.child_of(parent))
    return list(pages.order_by("path").only("pk", "title", "slug", "url_path", "locale_id"))
