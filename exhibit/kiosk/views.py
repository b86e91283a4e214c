"""Serve an exhibit's kiosk faces. Nothing here touches sessions or users."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from exhibit import conf
from exhibit.kiosk.bounds import VIEWS
from exhibit.models import ExhibitPage
from exhibit.reading import public_pages

View = Callable[..., HttpResponse]


def inside(view: View) -> View:
    """Answer what is missing with the kiosk's own page: the site's would lead off the screen.

    Browsers refuse a sandboxed page (see the kiosk's Content-Security-Policy) that also asks for a
    window group of its own; with nothing here that opens windows the sandbox is worth more.
    """

    @wraps(view)
    @require_safe
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        request.surface = "kiosk"
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = _closed(request, **kwargs)
        response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
        return response

    return answer


def _closed(request: HttpRequest, exhibit: str, language: str = "", name: str = "") -> HttpResponse:
    tag = language if language in conf.language_names() else conf.source_language()
    with translation.override(tag):
        context = {"exhibit": exhibit if _languages_of(exhibit).exists() else "", "frame": None}
        return render(request, "kiosk/closed.html", context, status=404)


@inside
def any_language(request: HttpRequest, exhibit: str) -> HttpResponse:
    """Send an address without a language to the site's first language that the exhibit has."""
    found = {page.locale.language_code for page in _languages_of(exhibit)}
    for tag in conf.language_names():
        if tag in found:
            return redirect("kiosk:start", exhibit, tag)
    raise Http404(f"No public exhibit is called {exhibit}.")


@inside
def start(request: HttpRequest, exhibit: str, language: str) -> HttpResponse:
    return _serve(request, _exhibit(exhibit, language))


@inside
def contents(request: HttpRequest, exhibit: str, language: str) -> HttpResponse:
    page = _exhibit(exhibit, language)
    return _in_language(page, lambda: page._view(request, "contents"))


@inside
def page(request: HttpRequest, exhibit: str, language: str, name: str) -> HttpResponse:
    """Serve a page of the exhibit by its slug, or one of the exhibit's views by its name."""
    parent = _exhibit(exhibit, language)
    if name in VIEWS:
        return _in_language(parent, lambda: parent._view(request, name))
    child = public_pages(Page.objects.child_of(parent)).filter(slug=name).first()
    if child is None:
        raise Http404(f"The exhibit has no public page called {name}.")
    return _serve(request, child.specific)


def _languages_of(slug: str):
    pages = public_pages(ExhibitPage.objects.filter(slug=slug, is_on_kiosk=True))
    return pages.select_related("locale", "theme", "lead_image").order_by("path")


def _exhibit(slug: str, language: str) -> ExhibitPage:
    found = _languages_of(slug).filter(locale__language_code=language).first()
    if found is None:
        raise Http404(f"No public exhibit is called {slug} in {language}.")
    return found


def _serve(request: HttpRequest, page: Page) -> HttpResponse:
    return _in_language(page, lambda: page.serve(request))


def _in_language(page: Page, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Render in the page's language; the kiosk's addresses carry no language prefix of Django's."""
    with translation.override(page.locale.language_code):
        response = answer()
        return response.render() if hasattr(response, "render") else response
