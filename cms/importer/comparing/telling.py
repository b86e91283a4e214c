"""What a manuscript tells of a page, as JSON-ready data: to be digested, and compared with later.

It depends on the manuscript alone, not on the library or on other pages: a picture counts by its
bytes, a note by what it says, whatever either is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from cms.importer.manuscript.blocks import Block, Note
from cms.importer.manuscript.outline import FaqOutline

# Given a file's path in the bundle, returns a digest of its bytes.
Fingerprint = Callable[[str], str]
_FILES = {"src", "file"}


def told_blocks(blocks: Iterable[Block], fingerprint: Fingerprint) -> list[Any]:
    return [_told(block, fingerprint) for block in blocks]


def told_question(faq: FaqOutline, fingerprint: Fingerprint) -> list[Any]:
    return [faq.question, told_blocks(faq.blocks, fingerprint), faq.see_chapter]


def _told(value: Any, fingerprint: Fingerprint) -> Any:
    if isinstance(value, tuple | list):
        return [_told(item, fingerprint) for item in value]
    if not is_dataclass(value):
        return value
    told = {"is": type(value).__name__}
    for each in fields(value):
        part = getattr(value, each.name)
        if each.name in _FILES and part:
            part = fingerprint(part)
        elif each.name == "sources" and type(value).__name__ == "GalleryBlock":
            part = [fingerprint(path) for path in part]
        elif isinstance(value, Note) and each.name == "key":
            continue
        # What a newer dataclass has more, and leaves as it is, must not look like a change.
        if part not in (each.default, None, "", (), []):
            told[each.name] = _told(part, fingerprint)
    return told
