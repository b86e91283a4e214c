"""The pages of an exhibit that are there, as their latest drafts have them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from wagtail.models import Page, Revision

from cms.importer.comparing.canonical import canonical, digest_of, stream_of
from cms.importer.comparing.matching import Section
from cms.importer.comparing.rich_text import paragraphs_of
from cms.importer.comparing.states import Memory
from cms.importer.models import ImportedPage
from exhibit.models import ChapterPage, ExhibitPage
from exhibit.reading.contents import CONCLUSION, INTRODUCTION, NUMBERED

_SECTION_KINDS = {INTRODUCTION: "introduction", NUMBERED: "chapter", CONCLUSION: "conclusion"}


@dataclass(frozen=True)
class StandingPage:
    """A page as it stands. ``content`` has its fields as its latest revision keeps them.

    ``number`` counts the numbered chapters of the exhibit. ``record`` is what the last import
    wrote, None for a page that no import knows.
    """

    pk: int
    model: type[Page]
    slug: str
    is_published: bool
    is_locked: bool
    translation_key: UUID
    content: Mapping[str, Any]
    record: ImportedPage | None = None
    number: int | None = None

    @property
    def title(self) -> str:
        return self.content["title"]

    @property
    def memory(self) -> Memory | None:
        return Memory(self.record.told, self.record.written) if self.record else None

    def digest(self, name: str) -> str:
        return digest_of(canonical(name, self.content.get(name)))

    def as_section(self) -> Section:
        """Return a chapter as the matching sees it: by its title and the manuscript's last."""
        record = self.record
        headings = (self.title, *([record.heading] if record else []))
        kind = record.kind if record else _SECTION_KINDS[self.content["kind"]]
        return Section(str(self.pk), headings, self._words(), kind, self.number)

    def _words(self) -> str:
        values = (block["value"] for block in stream_of(self.content.get("body")))
        texts = (value["text"] for value in values if isinstance(value.get("text"), str))
        words = " ".join(each.words for text in texts for each in paragraphs_of(text))
        return f"{self.content.get('standfirst') or ''} {words}"


@dataclass(frozen=True)
class Standing:
    """An exhibit in one language. ``pages`` are those below it in the order of the tree.

    ``deleted`` are headings of pages that were imported and are not there any more.
    """

    exhibit: StandingPage
    pages: tuple[StandingPage, ...]
    deleted: frozenset[str]

    @property
    def chapters(self) -> list[StandingPage]:
        return [page for page in self.pages if page.model is ChapterPage]

    def first_of(self, model: type[Page], *, slug: str = "") -> StandingPage | None:
        """Return the first page of a kind, of that slug if one is given."""
        return next(
            (each for each in self.pages if each.model is model and slug in ("", each.slug)), None
        )


def standing_in(exhibit: ExhibitPage) -> Standing:
    """Read an exhibit in five queries, and a few more for each page that was never saved as a
    draft. Aliases are left out: they cannot be written."""
    # Read anew: whoever holds the exhibit may have read it before its latest draft was saved.
    top = Page.objects.select_related("content_type").get(pk=exhibit.pk)
    pages = list(
        Page.objects.child_of(top)
        .filter(alias_of__isnull=True)
        .order_by("path")
        .select_related("content_type")
    )
    records = {
        record.page_id: record for record in ImportedPage.objects.filter(exhibit_id=exhibit.pk)
    }
    revisions = dict(
        Revision.objects.filter(
            pk__in=[page.latest_revision_id for page in (top, *pages)]
        ).values_list("pk", "content")
    )
    return Standing(
        exhibit=_standing(top, revisions, records),
        pages=tuple(_numbered([_standing(page, revisions, records) for page in pages])),
        deleted=frozenset(
            ImportedPage.objects.filter(exhibit_id=exhibit.pk, page=None).values_list(
                "heading", flat=True
            )
        ),
    )


def _standing(page: Page, revisions: Mapping[int, Any], records: Mapping) -> StandingPage:
    content = revisions.get(page.latest_revision_id)
    return StandingPage(
        pk=page.pk,
        model=page.specific_class,
        slug=page.slug,
        is_published=page.live,
        is_locked=page.locked,
        translation_key=page.translation_key,
        content=content if content is not None else page.specific.serializable_data(),
        record=records.get(page.pk),
    )


def _numbered(pages: list[StandingPage]) -> list[StandingPage]:
    number, numbered = 0, []
    for page in pages:
        if page.model is ChapterPage and page.content.get("kind") == NUMBERED:
            number += 1
            page = replace(page, number=number)
        numbered.append(page)
    return numbered
