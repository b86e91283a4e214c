"""New pages put into the tree as empty drafts, where the manuscript has them."""

from itertools import count
from typing import Any

from wagtail.models import Locale, Page

from cms.importer.finding import Finding, Origin
from cms.importer.standing import Standing
from cms.importer.wanted import WantedPage
from exhibit.models import ExhibitPage


def add_new_pages(
    exhibit: ExhibitPage, finding: Finding, standing: Standing | None
) -> dict[str, Page]:
    """Add the pages that are not there yet; return them by the wanted page's key.

    A new chapter stands behind the one it follows in the manuscript. No page is moved: that would
    change at once what visitors see.
    """
    added: dict[str, Page] = {}
    before = None
    first = standing.chapters[0].pk if standing and standing.chapters else None
    for wanted in finding.wanted:
        if wanted.key in finding.found:
            if wanted.kind == "chapter":
                before = finding.found[wanted.key].pk
            continue
        page = _new_page(wanted, exhibit, finding.origins.get(wanted.key))
        if wanted.kind != "chapter" or standing is None:
            # Read anew: it learns of its children only so.
            ExhibitPage.objects.get(pk=exhibit.pk).add_child(instance=page)
        else:
            _add_chapter(page, exhibit, before=before, first=first)
            before = page.pk
        added[wanted.key] = page
    return added


def new_fields(locale: Locale, origin: Origin | None) -> dict[str, Any]:
    """Return what every page that an import makes begins with."""
    fields = {"locale": locale, "live": False, "has_unpublished_changes": True}
    return fields | ({"translation_key": origin.translation_key} if origin else {})


def _new_page(wanted: WantedPage, exhibit: ExhibitPage, origin: Origin | None) -> Page:
    slug = origin.slug if origin and not wanted.keeps_slug else wanted.slug
    slug = free_slug(slug, exhibit)
    return wanted.model(title=wanted.title, slug=slug, **new_fields(exhibit.locale, origin))


def _add_chapter(page: Page, exhibit: ExhibitPage, *, before: int | None, first: int | None):
    if before is not None:
        Page.objects.get(pk=before).add_sibling(pos="right", instance=page)
    elif first is not None:
        Page.objects.get(pk=first).add_sibling(pos="left", instance=page)
    else:
        ExhibitPage.objects.get(pk=exhibit.pk).add_child(instance=page)


def free_slug(slug: str, parent: Page) -> str:
    """Return a slug that no page below ``parent`` has: itself, or with a number."""
    taken = set(Page.objects.child_of(parent).values_list("slug", flat=True))
    if slug not in taken:
        return slug
    return next(name for number in count(2) if (name := f"{slug}-{number}") not in taken)
