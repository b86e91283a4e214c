"""An exhibit's contents, and where a page stands in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.apps import apps
from wagtail.models import Page
from wagtail.query import PageQuerySet

from exhibit.reading.public import public_filter

WORDS_A_MINUTE = 200

Narrow = Callable[[PageQuerySet], PageQuerySet]

INTRODUCTION, NUMBERED, CONCLUSION = "introduction", "numbered", "conclusion"


@dataclass(frozen=True)
class Entry:
    """One chapter in the contents. ``number`` is None for introduction and conclusion."""

    page_id: int
    title: str
    slug: str
    url: str
    kind: str
    number: int | None
    standfirst: str
    minutes: int
    lead_image_id: int | None
    has_text: bool


@dataclass(frozen=True)
class SidePage:
    """A page of the exhibit beside its chapters: questions, sources, further reading, plain."""

    page_id: int
    title: str
    slug: str
    url: str
    kind: str


@dataclass(frozen=True)
class Position:
    """Where a chapter stands: its neighbours and how much is left to read after opening it."""

    entry: Entry
    previous: Entry | None
    following: Entry | None
    number: int | None
    total: int
    minutes_left: int


@dataclass(frozen=True)
class Contents:
    """The chapters in reading order and the pages beside them.

    ``url`` is the exhibit's own address and ends with a slash; every other address is below it.
    """

    exhibit_id: int
    title: str
    url: str
    entries: tuple[Entry, ...]
    side_pages: tuple[SidePage, ...]

    @property
    def total(self) -> int:
        return sum(entry.number is not None for entry in self.entries)

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    @property
    def first(self) -> Entry | None:
        return self.entries[0] if self.entries else None

    @property
    def timeline_url(self) -> str:
        return f"{self.url}timeline/"

    @property
    def map_url(self) -> str:
        return f"{self.url}map/"

    @property
    def search_url(self) -> str:
        return f"{self.url}search/"

    @property
    def faq(self) -> SidePage | None:
        return self._side("faqpage")

    @property
    def sources(self) -> SidePage | None:
        return self._side("sourcespage")

    @property
    def further_reading(self) -> SidePage | None:
        return self._side("furtherreadingpage")

    @property
    def plain_pages(self) -> tuple[SidePage, ...]:
        return tuple(page for page in self.side_pages if page.kind == "plainpage")

    def entry_of(self, page_id: int) -> Entry | None:
        return next((entry for entry in self.entries if entry.page_id == page_id), None)

    def position_of(self, page_id: int) -> Position | None:
        """Return where a chapter stands, or None when it is not in the contents."""
        for place, entry in enumerate(self.entries):
            if entry.page_id == page_id:
                return Position(
                    entry=entry,
                    previous=self.entries[place - 1] if place else None,
                    following=self.entries[place + 1] if self.entries[place + 1 :] else None,
                    number=entry.number,
                    total=self.total,
                    minutes_left=sum(later.minutes for later in self.entries[place:]),
                )
        return None

    def at(self, url: str) -> "Contents":
        """Return the same contents under another address, e.g. the kiosk's."""
        return replace(
            self,
            url=url,
            entries=tuple(replace(entry, url=f"{url}{entry.slug}/") for entry in self.entries),
            side_pages=tuple(replace(page, url=f"{url}{page.slug}/") for page in self.side_pages),
        )

    def _side(self, kind: str) -> SidePage | None:
        return next((page for page in self.side_pages if page.kind == kind), None)


def contents_of(
    exhibit: Page, *, url: str, drafts: bool = False, public: Narrow | None = None
) -> Contents:
    """Return what an exhibit holds, in two queries, and two more without ``public``.

    Args:
        url: the exhibit's address on the surface asked for, ending with a slash.
        drafts: for a curator's preview, what is not published yet as well.
        public: this request's ``public_filter``, if it has one already.
    """
    select = _everything if drafts else public or public_filter()
    chapters = select(apps.get_model("exhibit.ChapterPage").objects.child_of(exhibit))
    beside = select(Page.objects.child_of(exhibit)).exclude(content_type__model="chapterpage")
    return Contents(
        exhibit_id=exhibit.pk,
        title=exhibit.title,
        url=url,
        entries=tuple(_entries(chapters, url)),
        side_pages=tuple(
            SidePage(pk, title, slug, f"{url}{slug}/", kind)
            for pk, title, slug, kind in beside.order_by("path").values_list(
                "pk", "title", "slug", "content_type__model"
            )
        ),
    )


def _everything(pages: PageQuerySet) -> PageQuerySet:
    return pages


def _entries(chapters: PageQuerySet, url: str) -> Iterator[Entry]:
    number = 0
    rows = chapters.order_by("path").values_list(
        "pk", "title", "slug", "kind", "standfirst", "words", "lead_image_id"
    )
    for pk, title, slug, kind, standfirst, words, lead_image_id in rows:
        number += kind == NUMBERED
        yield Entry(
            page_id=pk,
            title=title,
            slug=slug,
            url=f"{url}{slug}/",
            kind=kind,
            number=number if kind == NUMBERED else None,
            standfirst=standfirst,
            minutes=max(1, round(words / WORDS_A_MINUTE)) if words else 0,
            lead_image_id=lead_image_id,
            has_text=bool(words),
        )
