"""What a page holds, spelled in one way, so that it can be compared and remembered as a digest.

The ids of blocks are left out, and what is empty: neither is content, and an editor adds both.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from .rich_text import paragraphs_of

STREAMS = frozenset({"body", "questions", "external_links", "internal_links"})
# Which parts of a block are rich text.
_RICH = {"text": ("text",), "note": ("text",)}
# What a related record has beside its content.
_BOOKKEEPING = frozenset({"pk", "page", "exhibit", "sort_order"})


def canonical(name: str, value: Any) -> Any:
    """Return a page's field in its one spelling.

    Args:
        value: as a revision keeps it: blocks as a list or as JSON, relations as dictionaries.
    """
    if name in STREAMS:
        return canonical_stream(value)
    if isinstance(value, list):
        return [
            _cleaned({key: part for key, part in item.items() if key not in _BOOKKEEPING})
            for item in value
        ]
    return _cleaned(value)


def canonical_stream(value: Any) -> list[Any]:
    return [canonical_block(block) for block in stream_of(value)]


def canonical_block(block: Mapping[str, Any]) -> list[Any]:
    return [block["type"], _block_value(block["type"], block["value"])]


def stream_of(value: Any) -> list[dict[str, Any]]:
    """Return a StreamField's blocks, whether they are kept as a list or as JSON."""
    return list(json.loads(value) if isinstance(value, str) and value else value or [])


def digest_of(value: Any) -> str:
    """Return a digest of JSON-ready data, the same on every machine."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _block_value(kind: str, value: Any) -> Any:
    if kind == "question":
        answer = _block_value("text", value.get("answer") or {})
        return _cleaned({**value, "answer": None}) | {"answer": answer}
    rich = {
        key: [[each.kind, each.words, each.mark] for each in paragraphs_of(value.get(key) or "")]
        for key in _RICH.get(kind, ())
    }
    rest = {key: part for key, part in value.items() if key not in rich}
    return _cleaned(rest) | {key: part for key, part in rich.items() if part}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, Mapping):
        parts = {key: _cleaned(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [
            _cleaned(item["value"] if isinstance(item, Mapping) and "value" in item else item)
            for item in value
        ]
    return value
