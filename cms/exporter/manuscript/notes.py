"""Cited notes at the end of their page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cms.importer.manuscript.blocks import Note
from cms.importer.manuscript.exported.notes import data_of, read_exported_note

from .inline import plain_inline


def write_note(note: Note) -> str:
    """Write ``@source, locator. Remark.``, or as data what would not be read back from that."""
    said = f"@{note.source_key}" if note.source_key else ""
    said += f", {note.locator}" if note.locator else ""
    said += f". {note.remark}" if note.remark and said else note.remark
    written = plain_inline(said)
    if "\n" in note.remark or read_exported_note(note.key, written) != note:
        written = data_of(note)
    return f"[^{note.key}]: {written}"


def write_notes(notes: Iterable[Note]) -> Iterator[str]:
    yield from (write_note(note) for note in dict.fromkeys(notes))
