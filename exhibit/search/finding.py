"""Find passages. Never raises, whatever was typed."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from exhibit.models import Passage
from exhibit.reading import public_pages
from exhibit.search.excerpts import excerpt_of
from exhibit.search.folding import stems_of

MOST_RESULTS = 40
# Enough to rank fairly; a word that stands in more passages than this says little.
_MOST_CANDIDATES = 600


@dataclass(frozen=True)
class Found:
    """One answer: a place to go, and why."""

    title: str
    url: str
    kind: str
    excerpt_html: str
    exhibit_title: str


def find(
    query: str, *, language: str, request: HttpRequest, exhibit: Page | None = None
) -> list[Found]:
    """Return the best places for a query, one for each page or question, at most forty.

    Every word of the query must stand in the passage or its title, as the beginning or middle of
    a word. Six queries, whatever is found.
    """
    stems = stems_of(query, language)
    if not stems:
        return []
    wanted = Q()
    for stem in stems:
        wanted &= Q(folded__contains=stem) | Q(folded_title__contains=stem)
    passages = Passage.objects.filter(wanted, language=language)
    if exhibit is not None:
        passages = passages.filter(exhibit_id=exhibit.pk)
    passages = passages.filter(page__in=public_pages(Page.objects.all()))
    rows = passages.select_related("exhibit").order_by("page_id", "order")[:_MOST_CANDIDATES]
    best: dict[tuple[int, str], tuple[float, Passage]] = {}
    for passage in rows:
        place, worth = (passage.page_id, passage.anchor), _worth(passage, stems)
        if place not in best or worth > best[place][0]:
            best[place] = (worth, passage)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])[:MOST_RESULTS]
    pages = Page.objects.in_bulk([passage.page_id for _worth, passage in ranked])
    return [_found(passage, pages[passage.page_id], stems, request) for _worth, passage in ranked]


def _worth(passage: Passage, stems: list[str]) -> float:
    """Rank: words in the title first, then whole beginnings of words, then frequency."""
    padded = f" {passage.folded}"
    worth = 0.0
    for stem in stems:
        worth += 10 if stem in passage.folded_title else 0
        worth += 2 if f" {stem}" in padded else 0
        worth += min(passage.folded.count(stem), 5) / (1 + len(passage.folded) / 2000)
    return worth


def _found(passage: Passage, page: Page, stems: list[str], request: HttpRequest) -> Found:
    url = page.get_url(request) or "/"
    return Found(
        title=passage.title,
        url=f"{url}#{passage.anchor}" if passage.anchor else url,
        kind=passage.kind,
        excerpt_html=excerpt_of(passage.text, stems),
        exhibit_title=passage.exhibit.title if passage.exhibit else "",
    )
