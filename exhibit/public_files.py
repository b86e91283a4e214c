"""Addresses of the site that are files rather than pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from exhibit.models import Theme


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
