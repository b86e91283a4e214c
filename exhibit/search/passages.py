"""Keep the passages of published pages, which search looks through."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.models import Page

from exhibit.models import ChapterPage, ExhibitPage, FaqPage, Passage, PlainPage
from exhibit.reading.frame import exhibit_of
from exhibit.reading.words import plain, texts_of
from exhibit.search.folding import fold

CHAPTER, QUESTION, CAPTION, PAGE = "chapter", "question", "caption", "page"


@transaction.atomic
def keep(page: Page) -> int:
    """Replace the passages of a page by those of its present content; return how many."""
    page = page.specific
    forget(page)
    exhibit = exhibit_of(page)
    passages = [
        Passage(
            page_id=page.pk,
            exhibit=exhibit,
            language=page.locale.language_code,
            kind=kind,
            anchor=anchor,
            title=title[:255],
            text=text,
            folded_title=fold(title)[:255],
            folded=fold(text),
            order=order,
        )
        for order, (kind, anchor, title, text) in enumerate(_passages(page))
    ]
    Passage.objects.bulk_create(passages)
    return len(passages)


def forget(page: Page) -> None:
    Passage.objects.filter(page_id=page.pk).delete()


def _passages(page: Page) -> Iterator[tuple[str, str, str, str]]:
    """Yield (kind, anchor, title, text) in reading order."""
    if isinstance(page, ExhibitPage):
        yield PAGE, "", page.title, f"{page.subtitle} {page.standfirst}".strip()
    elif isinstance(page, ChapterPage):
        yield CHAPTER, "", page.title, page.standfirst
        yield from _captions(page)
        for _id, text in texts_of(page.body):
            yield CHAPTER, "", page.title, text
    elif isinstance(page, FaqPage):
        for question in page.questions:
            answer = question.value["answer"]["text"]
            text = plain(answer.source) if answer else ""
            yield QUESTION, anchor_of(question.id), question.value["question"], text
    elif isinstance(page, PlainPage):
        yield PAGE, "", page.title, page.standfirst
        for _id, text in texts_of(page.body):
            yield PAGE, "", page.title, text


def _captions(page: ChapterPage) -> Iterator[tuple[str, str, str, str]]:
    if page.lead_caption:
        yield CAPTION, "", page.title, page.lead_caption
    for block in page.body:
        figures = block.value["figures"] if block.block_type == "gallery" else [block.value]
        if block.block_type in {"figure", "gallery"}:
            for figure in figures:
                yield from _caption(page, figure, "image")
        elif block.block_type in {"audio", "video"}:
            yield from _caption(page, block.value, "recording")


def _caption(page: Page, value: Any, name: str) -> Iterator[tuple[str, str, str, str]]:
    item = value.get(name)
    # The place's own caption is among the body's words already.
    if item and not value.get("caption") and item.caption:
        yield CAPTION, "", page.title, item.caption


def anchor_of(block_id: str) -> str:
    """Return the fragment of a question's address."""
    return f"q-{block_id[:8]}"
