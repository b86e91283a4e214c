"""Serve an exhibit's kiosk faces. Nothing here touches sessions or users."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from exhibit.models import ExhibitPage
from exhibit.models.exhibit import VIEWS
from exhibit.reading import public_pages


@require_safe
def any_language(request: HttpRequest, exhibit: str) -> HttpResponse:
    """Send an address without a language to the site's first language that the exhibit has."""
    found = {page.locale.language_code for page in _exhibits(exhibit)}
    for tag, _name in settings.LANGUAGES:
        if tag in found:
            return redirect("kiosk:start", exhibit, tag)
    raise Http404(f"No public exhibit is called {exhibit}.")


@require_safe
def start(request: HttpRequest, exhibit: str, language: str) -> HttpResponse:
    return _serve(request, _exhibit(exhibit, language))


@require_safe
def contents(request: HttpRequest, exhibit: str, language: str) -> HttpResponse:
    page = _exhibit(exhibit, language)
    return _in_language(request, page, lambda: page._view(request, "contents"))


@require_safe
def page(request: HttpRequest, exhibit: str, language: str, name: str) -> HttpResponse:
    """Serve a page of the exhibit by its slug, or one of the exhibit's views by its name."""
    parent = _exhibit(exhibit, language)
    if name in VIEWS:
        return _in_language(request, parent, lambda: parent._view(request, name))
    child = public_pages(Page.objects.child_of(parent)).filter(slug=name).first()
    if child is None:
        raise Http404(f"The exhibit has no public page called {name}.")
    return _serve(request, child.specific)


def _exhibits(slug: str):
    pages = public_pages(ExhibitPage.objects.filter(slug=slug, is_on_kiosk=True))
    return pages.select_related("locale", "theme", "lead_image").order_by("path")


def _exhibit(slug: str, language: str) -> ExhibitPage:
    found = _exhibits(slug).filter(locale__language_code=language).first()
    if found is None:
        raise Http404(f"No public exhibit is called {slug} in {language}.")
    return found


def _serve(request: HttpRequest, page) -> HttpResponse:
    return _in_language(request, page, lambda: page.serve(request))


def _in_language(request: HttpRequest, page, render) -> HttpResponse:
    """Render in the page's language; the kiosk's addresses carry no language prefix of Django's."""
    request.surface = "kiosk"
    with translation.override(page.locale.language_code):
        response = render()
        return response.render() if hasattr(response, "render") else response
