"""Which pages an outline becomes, before anything is known of those that are there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.importer.manuscript.outline import ChapterOutline, Outline
from exhibit.models import ChapterPage, FaqPage, FurtherReadingPage, PlainPage, SourcesPage
from exhibit.models.exhibit import KIOSK_VIEWS, VIEWS

PageKind = Literal["exhibit", "chapter", "questions", "sources", "further_reading", "plain"]
SIDE_SLUGS = {"questions": "questions", "sources": "sources", "further_reading": "further-reading"}
# No chapter may take these: they are, or will be, the addresses of other pages of the exhibit.
RESERVED_SLUGS = frozenset({*VIEWS, *KIOSK_VIEWS, *SIDE_SLUGS.values()})


@dataclass(frozen=True)
class WantedPage:
    """A page to be found below the exhibit, or made. ``key`` is unique within an outline.

    ``slug`` is what a new page would like to be called; ``section`` is there for chapters,
    ``told`` for plain pages: their table of exhibit.toml. One that ``keeps_slug`` takes no other,
    not even that of the page it translates. One without ``has_content`` is made by no import, but
    where the exhibit has it, it is compared like any other.
    """

    key: str
    kind: PageKind
    model: type[Page]
    title: str
    slug: str
    section: ChapterOutline | None = None
    told: Any = None
    keeps_slug: bool = False
    has_content: bool = True


def sections_of(outline: Outline) -> list[ChapterOutline]:
    """Return everything that becomes a chapter page, in reading order."""
    around = [outline.introduction], outline.chapters, [outline.conclusion, outline.sources]
    return [section for part in around for section in part if section is not None]


def chapters_of(outline: Outline) -> list[WantedPage]:
    return [
        WantedPage(
            f"chapter/{section.slug}",
            "chapter",
            ChapterPage,
            section.title,
            f"{section.slug}-chapter" if section.slug in RESERVED_SLUGS else section.slug,
            section=section,
        )
        for section in sections_of(outline)
    ]


def side_pages(outline: Outline, *, has_sources: bool) -> list[WantedPage]:
    """Return the pages beside the chapters, their titles in the language that is active.

    Args:
        has_sources: whether the bundle describes sources. A typed list of them is a chapter; the
            page makes itself from notes that cite described ones, and would stand empty.
    """
    cites = has_sources or any(note.source_key for note in outline.footnotes)
    asked = outline.faqs or outline.faq_introduction
    told = {
        "questions": (FaqPage, _("Questions and answers"), asked),
        "sources": (SourcesPage, _("Sources"), cites),
        "further_reading": (
            FurtherReadingPage,
            _("Further reading"),
            outline.external_links or outline.internal_links,
        ),
    }
    return [
        WantedPage(kind, kind, model, title, SIDE_SLUGS[kind], has_content=bool(content))
        for kind, (model, title, content) in told.items()
    ]


def plain_pages(tables: Sequence[Any]) -> list[WantedPage]:
    return [
        WantedPage(
            f"plain/{told['slug']}", "plain", PlainPage, told["title"], told["slug"], None, told
        )
        for told in tables
    ]


@dataclass(frozen=True)
class Placed:
    """A section or page by its place in the story. ``number`` is None where it has none."""

    key: str
    kind: str
    number: int | None


def places_of(outline: Outline) -> list[Placed]:
    return [
        Placed(f"chapter/{section.slug}", section.kind, section.number)
        for section in sections_of(outline)
    ]


def counterparts(sections: Sequence[Placed], originals: Sequence[Placed]) -> dict[str, str]:
    """Return for each section's key the key of the original that it translates.

    The same kind and number is the same section; where numbers do not tell, the same place among
    those of its kind, if there are as many in both.
    """
    numbered, theirs = _by_number(sections), _by_number(originals)
    found = {numbered[place]: theirs[place] for place in numbered if place in theirs}
    taken = set(found.values())
    for kind in dict.fromkeys(section.kind for section in sections):
        left = [each.key for each in sections if each.kind == kind and each.key not in found]
        free = [each.key for each in originals if each.kind == kind and each.key not in taken]
        if len(left) == len(free):
            found |= zip(left, free, strict=True)
    return found


def _by_number(sections: Sequence[Placed]) -> dict[tuple[str, int], str]:
    """Return the keys of those whose kind and number no other has."""
    count = Counter((section.kind, section.number) for section in sections)
    return {
        (section.kind, section.number): section.key
        for section in sections
        if section.number is not None and count[section.kind, section.number] == 1
    }
