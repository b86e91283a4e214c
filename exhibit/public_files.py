"""Addresses of the site that are files rather than pages."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from exhibit.models import MuseumHomePage, Theme
from exhibit.reading import public_pages


@require_safe
def theme_stylesheet(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """Serve a theme. The digest names the bytes, so browsers may keep them for a year.

    An old digest is answered with today's colours, kept only briefly: a page printed before the
    theme changed should not lose its colours.
    """
    theme = Theme.objects.filter(slug=slug).first()
    if theme is None:
        raise Http404("There is no such theme.")
    css, current = theme.stylesheet, theme.digest
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    lasting = "public, max-age=31536000, immutable"
    response["Cache-Control"] = lasting if digest == current else "public, max-age=60"
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines to the pages: a kiosk shows the same words in another frame."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in ("/admin/", "/kiosk/", "/documents/", "/*/search/")),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def web_manifest(request: HttpRequest) -> JsonResponse:
    """Name the site and its icons for a visitor who keeps it on a telephone's first screen."""
    home = public_pages(MuseumHomePage.objects.all()).order_by("path").first()
    manifest = {
        "name": home.title if home else "Enfilade",
        "start_url": "/",
        "display": "browser",
        "icons": [
            {
                "src": static(f"exhibit/icons/icon-{side}.png"),
                "sizes": f"{side}x{side}",
                "type": "image/png",
            }
            for side in (192, 512)
        ],
    }
    return JsonResponse(manifest, content_type="application/manifest+json")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Answer browsers that ask for an icon where no page has named one."""
    return redirect(static("exhibit/icons/icon-32.png"))
