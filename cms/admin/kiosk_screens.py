"""Where each exhibit's kiosk is found: for the person who stands before the screen."""

from dataclasses import dataclass

import segno
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.menu import MenuItem

from exhibit.models import ExhibitPage
from exhibit.reading import public_pages

PERMISSION = "exhibit.view_kiosk_screens"


@dataclass(frozen=True)
class KioskAddress:
    """One address to open on a screen. ``code`` is its QR code as inline SVG."""

    exhibit: str
    language: str
    url: str
    code: SafeString
    idle_seconds: int
    warning_seconds: int


@permission_required(PERMISSION)
def kiosk_screens(request: HttpRequest) -> HttpResponse:
    """List the addresses of every public exhibit that is shown on kiosks."""
    exhibits = public_pages(ExhibitPage.objects.filter(is_on_kiosk=True))
    addresses = [
        _address(exhibit, request)
        for exhibit in exhibits.select_related("locale").order_by("slug", "path")
    ]
    return render(request, "cms/kiosk_screens.html", {"addresses": addresses})


def _address(exhibit: ExhibitPage, request: HttpRequest) -> KioskAddress:
    start = reverse("kiosk:start", args=[exhibit.slug, exhibit.locale.language_code])
    url = request.build_absolute_uri(start)
    code = segno.make(url, micro=False).svg_inline(scale=4, border=2, omitsize=False, svgclass=None)
    return KioskAddress(
        exhibit=exhibit.title,
        language=exhibit.locale.get_display_name(),
        url=url,
        code=mark_safe(code),  # noqa: S308 - made by segno from an address of ours
        idle_seconds=exhibit.kiosk_idle_seconds,
        warning_seconds=exhibit.kiosk_warning_seconds,
    )


class KioskScreensMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


def urls():
    return [path("kiosk-screens/", kiosk_screens, name="kiosk_screens")]


def menu_item() -> MenuItem:
    return KioskScreensMenuItem(
        "Kiosk screens", reverse("kiosk_screens"), icon_name="desktop", order=270
    )
