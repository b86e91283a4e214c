"""The plain text of a body: for counting, searching and describing."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

_TAG = re.compile(r"<[^>]*>")
_MARKER = re.compile(r"\[\d{1,3}\]")
_BLANKS = re.compile(r"\s+")


def plain(html: str) -> str:
    """Return the words of some HTML, without tags and note markers."""
    spaced = _TAG.sub(" ", html)
    return _BLANKS.sub(" ", _MARKER.sub("", unescape(spaced))).strip()


def count_words(body: Any) -> int:
    """Count the words a visitor reads in a body, captions of the library left out."""
    return sum(len(text.split()) for _id, text in texts_of(body))


def texts_of(body: Any) -> Iterator[tuple[str, str]]:
    """Yield (block id, plain text) for every block of a body that holds words of its own.

    Reads the stored JSON, so it fetches no image, source or page.
    """
    for raw in body.raw_data if hasattr(body, "raw_data") else []:
        text = plain(" ".join(_strings(raw["type"], raw["value"])))
        if text:
            yield raw.get("id") or "", text


def _strings(kind: str, value: Any) -> Iterator[str]:
    if kind == "table":
        value = value.get("table") or {}
        yield value.get("caption") or ""
        for column in value.get("columns", []):
            yield column.get("heading") or ""
        for row in value.get("rows", []):
            yield from (cell for cell in row.get("values", []) if isinstance(cell, str))
        return
    shown = {
        "text": ("text",),
        "question": ("question",),
        "quotation": ("text", "speaker"),
        "note": ("title", "text"),
        "figure": ("caption",),
        "gallery": ("title",),
        "audio": ("caption",),
        "video": ("caption",),
        "key_figure": ("number", "counts"),
        "timeline": ("title",),
        "map": ("title",),
    }.get(kind, ())
    for name in shown:
        yield value.get(name) or ""
    if kind == "question":
        yield (value.get("answer") or {}).get("text") or ""
