"""Tell search engines which pages there are, each with its translations."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from exhibit import languages
from exhibit.models import ExhibitPage
from exhibit.reading import public_pages

# Views of an exhibit worth finding; search is not.
_VIEWS = ("timeline", "map", "people")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page; the number of queries does not grow with the pages."""
    pages = public_pages(Page.objects.filter(depth__gt=1))
    exhibits = set(public_pages(ExhibitPage.objects.all()).values_list("pk", flat=True))
    translations: dict[object, list[tuple[str, str]]] = defaultdict(list)
    entries = []
    for page in pages.select_related("locale").order_by("path"):
        url = page.get_full_url(request)
        if url is None:
            continue
        tag = languages.html_tag(page.locale.language_code)
        for view in ("", *(_VIEWS if page.pk in exhibits else ())):
            address = f"{url}{view}/" if view else url
            key = (page.translation_key, view)
            translations[key].append((tag, address))
            entries.append((address, page.last_published_at, key))
    context = {
        "entries": [(address, changed, translations[key]) for address, changed, key in entries]
    }
    return render(request, "pages/sitemap.xml", context, content_type="application/xml")
