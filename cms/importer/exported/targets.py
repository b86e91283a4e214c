"""The pages that an exported manuscript's links lead to."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from wagtail.models import Page

from cms.importer.language import EXHIBIT
from cms.importer.manuscript.outline import Outline
from cms.importer.wanted import WantedPage
from exhibit.models import ExhibitPage, MuseumHomePage

_LINK = re.compile(r'href="#([^"]+)"')
_SIDE_TARGETS = {"questions": "faq", "sources": "sources"}


def targets_of(
    outline: Outline, wanted: Sequence[WantedPage], ids: Mapping[str, int | str]
) -> dict[str, int | str]:
    """Return page ids by what links call them: ``7``, ``faq``, ``page:about``, ``museum/en/about``.

    Runs no query but for links that lead out of this language's pages.
    """
    named: dict[str, int | str] = {}
    for each in wanted:
        named[each.slug] = named[f"page:{each.slug}"] = ids[each.key]
    for each in wanted:
        number = each.section.number if each.section else None
        if number:
            named[str(number)] = ids[each.key]
        if each.kind in _SIDE_TARGETS:
            named[_SIDE_TARGETS[each.kind]] = ids[each.key]
    named["exhibit"] = ids[EXHIBIT]
    for target in dict.fromkeys(_targets_in(outline)):
        if target not in named and (page := _elsewhere(target, ids[EXHIBIT])):
            named[target] = page.pk
    return named


def _targets_in(outline: Outline) -> Iterator[str]:
    for page in outline.pages:
        yield from (link.page.removeprefix("#") for link in page.links if link.page)
        for html in _html_of([*page.blocks, *(asked.answer for asked in page.questions)]):
            yield from map(unescape, _LINK.findall(html))


def _html_of(blocks: Iterable[object]) -> Iterator[str]:
    yield from (getattr(block, "html", "") for block in blocks)


def _elsewhere(target: str, exhibit_id: int | str) -> Page | None:
    """Return a page of this exhibit in another language, or of this museum outside it."""
    first, _, rest = target.partition("/")
    if first == "museum":
        tag, _, path = rest.partition("/")
        home = MuseumHomePage.objects.filter(locale__language_code=tag.lower()).first()
        wanted = f"{home.url_path}{path}/" if home and path else home and home.url_path
        return Page.objects.filter(url_path=wanted).first() if wanted else None
    if not first.startswith("page:") or not rest or not isinstance(exhibit_id, int):
        return None
    exhibit = ExhibitPage.objects.filter(pk=exhibit_id).first()
    group = exhibit.get_translations() if exhibit else ExhibitPage.objects.none()
    tag = first.removeprefix("page:").lower()
    there = group.filter(locale__language_code=tag).first()
    return Page.objects.child_of(there).filter(slug=rest).first() if there else None
