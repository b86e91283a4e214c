"""What visitors see when a page is missing or fails."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "pages/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database, no session and no context: something has just failed."""
    from django.template.loader import get_template

    return HttpResponse(get_template("pages/500.html").render({}), status=500)
