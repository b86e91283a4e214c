"""The notes of an exported manuscript: ``@source, locator. Remark.``, or the same as data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from cms.importer.manuscript.blocks import Note
from cms.importer.manuscript.elements import NOTE_END, NOTE_START
from cms.importer.manuscript.notes import read_note

from .prose import inline_text

_MARK = re.compile(f"{NOTE_START}([^{NOTE_END}]*){NOTE_END}")
_AS_DATA = "{"


def read_exported_note(label: str, text: str) -> Note:
    """Read one note. Where prose could be taken in two ways it is written as a JSON object."""
    if text.startswith(_AS_DATA) and (note := _from_data(label, text)):
        return note
    notes = read_note(label, inline_text(text))
    return notes[0] if len(notes) == 1 else Note(label, remark=inline_text(text))


def data_of(note: Note) -> str:
    """Write a note as a JSON object, which ``read_exported_note`` reads back whatever it says."""
    said = {"source": note.source_key, "locator": note.locator, "remark": note.remark}
    return json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False)


def _from_data(label: str, text: str) -> Note | None:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        return None
    source = said.get("source") or None
    return Note(label, source, said.get("locator", ""), said.get("remark", ""))


def numbered(
    parts: Sequence[str], notes: Mapping[str, Note], *, listed: Sequence[str] = ()
) -> tuple[list[str], tuple[Note, ...]]:
    """Show the marks in the parts of one block as ``[1]``, ``[2]``…; return its notes.

    Args:
        listed: the labels in the block's own order; what is cited beyond them follows.
    """
    labels = [label for label in dict.fromkeys(listed) if label in notes]
    for part in parts:
        labels += [label for label in _MARK.findall(part) if label not in labels]
    places = {label: place for place, label in enumerate(labels, start=1)}
    shown = [_MARK.sub(lambda match: f"[{places[match[1]]}]", part) for part in parts]
    return shown, tuple(notes[label] for label in labels)
