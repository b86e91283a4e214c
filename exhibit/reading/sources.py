"""Which sources an exhibit's public pages cite, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from exhibit.reading.frame import Frame


@dataclass(frozen=True)
class Cited:
    """A source and the pages whose notes cite it, in reading order: contents entries or the FAQ."""

    source: Any
    pages: tuple[Any, ...]


def sources_cited_in(frame: Frame) -> list[Cited]:
    """Return the cited sources by author and year; three queries whatever the number of chapters.

    Reads the stored bodies, so no image or page is fetched.
    """
    if frame.contents is None:
        return []
    where: dict[int, list[Any]] = {}
    chapters = apps.get_model("exhibit.ChapterPage").objects
    bodies = dict(
        chapters.filter(pk__in=[entry.page_id for entry in frame.contents.entries]).values_list(
            "pk", "body"
        )
    )
    for entry in frame.contents.entries:
        _note_down(where, bodies.get(entry.page_id), entry)
    if frame.contents.faq:
        faqs = apps.get_model("exhibit.FaqPage").objects.filter(pk=frame.contents.faq.page_id)
        for questions in faqs.values_list("questions", flat=True):
            _note_down(where, questions, frame.contents.faq)
    sources = apps.get_model("exhibit.Source").objects.in_bulk(where)
    cited = [Cited(sources[pk], tuple(pages)) for pk, pages in where.items() if pk in sources]
    return sorted(cited, key=lambda each: each.source.reference.sorting_key)


def _note_down(where: dict[int, list[Any]], stream: Any, page: Any) -> None:
    for raw in stream.raw_data if stream is not None else []:
        for source_id in _source_ids(raw["type"], raw["value"]):
            pages = where.setdefault(source_id, [])
            if page not in pages:
                pages.append(page)


def _source_ids(kind: str, value: Any) -> Iterator[int]:
    if kind == "question":
        kind, value = "text", value.get("answer") or {}
    if kind in {"text", "table"}:
        for note in value.get("notes") or []:
            # A list item is stored with its own id since Wagtail 2.16.
            source = (
                (note.get("value") or {}).get("source") if "value" in note else note.get("source")
            )
            if source:
                yield source
    elif kind in {"quotation", "key_figure"}:
        source = (value.get("citation") or {}).get("source")
        if source:
            yield source
