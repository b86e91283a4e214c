"""Refuse visitors the pages that Wagtail would still serve them."""

from django.http import Http404, HttpRequest
from wagtail.models import Page

from exhibit.reading.public import is_hidden


def refuse_hidden_page(page: Page, request: HttpRequest) -> None:
    """Raise Http404 for a page that has expired or stands below a hidden one.

    Curators still see it. Looking at who asks touches the session, so it is done last: an answer
    to a visitor must not vary with cookies.
    """
    if is_hidden(page) and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404("This page is not public.")
