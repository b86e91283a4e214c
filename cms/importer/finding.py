"""Which pages that are there an outline's pages are, and where new ones come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cms.importer.comparing.matching import Matching, Section, match
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.outline import Outline
from cms.importer.manuscript.wording import folded
from cms.importer.standing import Standing, StandingPage
from cms.importer.wanted import Placed, WantedPage, chapters_of, counterparts, places_of


@dataclass(frozen=True)
class Origin:
    """The page in the exhibit's first language that a new page translates."""

    slug: str
    translation_key: UUID


@dataclass(frozen=True)
class Finding:
    """``found`` has the pages that are there by the wanted page's key, ``origins`` what each
    translates. ``gone`` are chapters that an import wrote and this outline does not have."""

    wanted: tuple[WantedPage, ...]
    found: Mapping[str, StandingPage]
    matching: Matching
    origins: Mapping[str, Origin] = field(default_factory=dict)
    gone: tuple[StandingPage, ...] = ()

    @property
    def chapters(self) -> list[WantedPage]:
        return [each for each in self.wanted if each.kind == "chapter"]


def find(
    outline: Outline,
    beside: Sequence[WantedPage],
    standing: Standing | None,
    origins: Mapping[str, Origin],
) -> Finding:
    """Find an outline's chapters by heading and text, and the pages ``beside`` them by kind.

    Args:
        standing: None for an exhibit that is yet to be made.
    """
    chapters = chapters_of(outline)
    beside = [
        each for each in beside if each.has_content or (standing and standing.first_of(each.model))
    ]
    wanted = (*chapters, *beside)
    if standing is None:
        return Finding(wanted, {}, Matching({}), origins)
    matching = match(
        [_as_section(each) for each in chapters], [page.as_section() for page in standing.chapters]
    )
    by_pk = {str(page.pk): page for page in standing.chapters}
    found = {key: by_pk[pk] for key, pk in matching.pairs.items()}
    found |= _by_translation(chapters, standing, origins, found)
    taken = {page.pk for page in found.values()}
    for each in beside:
        slug = each.slug if each.kind == "plain" else ""
        if page := standing.first_of(each.model, slug=slug):
            found[each.key] = page
    gone = tuple(page for page in standing.chapters if page.record and page.pk not in taken)
    return Finding(wanted, found, matching, origins, gone)


def is_deleted(wanted: WantedPage, standing: Standing | None) -> bool:
    """Say whether a page was imported for this heading once, and deleted by hand."""
    return standing is not None and folded(wanted.title) in {
        folded(heading) for heading in standing.deleted
    }


def origins_in_outline(
    outline: Outline, original: Outline, pages: Mapping[str, Origin]
) -> dict[str, Origin]:
    """Return the origins of a translated manuscript's pages, given those of its original."""
    pairs = counterparts(places_of(outline), places_of(original))
    chapters = {key: pages[other] for key, other in pairs.items() if other in pages}
    return chapters | {key: page for key, page in pages.items() if not key.startswith("chapter/")}


def origins_in_exhibit(
    outline: Outline, beside: Sequence[WantedPage], standing: Standing
) -> dict[str, Origin]:
    """Return the origins of a manuscript that translates an exhibit which is there."""
    chapters = {str(page.pk): page for page in standing.chapters}
    places = [Placed(key, page.as_section().kind, page.number) for key, page in chapters.items()]
    found = {key: chapters[pk] for key, pk in counterparts(places_of(outline), places).items()}
    found |= {
        each.key: page
        for each in beside
        if each.kind != "plain" and (page := standing.first_of(each.model))
    }
    return {key: origin_of(page) for key, page in found.items()}


def origin_of(page: StandingPage) -> Origin:
    return Origin(page.slug, page.translation_key)


def targets(chapters: Sequence[WantedPage], ids: Mapping[str, int | str]) -> dict[str, int | str]:
    """Return the page ids by what a manuscript's links call them: ``7``, ``conclusion``, ``faq``.

    Args:
        ids: of all pages, by the wanted page's key.
    """
    sides = {"faq": ids.get("questions"), "sources": ids.get("sources")}
    named = {name: page for name, page in sides.items() if page is not None}
    for each in chapters:
        named.setdefault(each.section.slug, ids[each.key])
        named[str(each.section.number or each.section.kind)] = ids[each.key]
    if not any(each.section.number for each in chapters):
        unnumbered = [each for each in chapters if each.section.kind == "chapter"]
        named |= {str(place): ids[each.key] for place, each in enumerate(unnumbered, start=1)}
    return named


def _as_section(wanted: WantedPage) -> Section:
    section = wanted.section
    return Section(
        wanted.key, (section.title,), html_to_text(section.html), section.kind, section.number
    )


def _by_translation(
    chapters: Sequence[WantedPage],
    standing: Standing,
    origins: Mapping[str, Origin],
    found: Mapping[str, StandingPage],
) -> dict[str, StandingPage]:
    """Find pages that translate the same original as a section for which no other was found."""
    taken = {page.pk for page in found.values()}
    free = {page.translation_key: page for page in standing.chapters if page.pk not in taken}
    return {
        each.key: free[origins[each.key].translation_key]
        for each in chapters
        if each.key not in found
        and each.key in origins
        and origins[each.key].translation_key in free
    }
