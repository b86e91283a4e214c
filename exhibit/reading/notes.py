"""Number the notes of a page's blocks, in reading order."""

from collections.abc import Iterable
from typing import Any

from exhibit.citations import Numbering


def number_notes(stream: Iterable[Any]) -> Numbering:
    """Return the notes of a StreamField value, numbered from 1; blocks without notes count none.

    A quotation or key figure has one note, its source; a question has its answer's.
    """
    numbering = Numbering()
    for child in stream:
        numbering.add(child.id, _entries_of(child.block_type, child.value))
    return numbering


def _entries_of(kind: str, value: Any) -> list[tuple[object | None, str, str]]:
    if kind == "question":
        kind, value = "text", value["answer"]
    if kind in {"text", "table"}:
        return [
            (note.get("source"), note.get("locator") or "", note.get("remark") or "")
            for note in value.get("notes") or []
        ]
    if kind in {"quotation", "key_figure"} and value["citation"].get("source"):
        return [(value["citation"]["source"], value["citation"].get("locator") or "", "")]
    return []
