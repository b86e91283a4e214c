"""Keep the markers of notes right when texts are cut apart and joined.

Inside a block with notes every ``[n]`` outside a tag is a marker; the parser has put an invisible
joiner into those that are words. In a block without notes every ``[n]`` is words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cms.importer.manuscript.blocks import Note, TextBlock

_TAG_OR_MARKER = re.compile(r"<[^<>]*>|\[([0-9]{1,3})\]")
_TAG_OR_MARKERS = re.compile(r"<[^<>]*>|(?:\[[0-9]{1,3}\])+")
_NUMBER = re.compile(r"[0-9]+")
# Keeps a literal "[1]" of the text from being taken for the marker of a note.
_WORD_JOINER = "\u2060"
_JOINED = re.compile(rf"\[{_WORD_JOINER}(?=[0-9])")


def cut_apart(htmls: Iterable[str], notes: tuple[Note, ...]) -> list[TextBlock]:
    """Return each text as a block of its own, with its own notes numbered from 1."""
    if not notes:
        return [TextBlock(html) for html in htmls]
    return [_joined_texts([(html, notes)]) for html in htmls]


def joined(blocks: Iterable[TextBlock]) -> TextBlock:
    """Return texts as one, their notes numbered through; the same note is numbered once."""
    return _joined_texts([(block.html, block.notes) for block in blocks])


def without_markers(html: str, notes: tuple[Note, ...]) -> str:
    """Return the text bare of its markers."""
    return _each_marker(html, notes, lambda note: "") if notes else html


def as_marked(html: str, notes: tuple[Note, ...], number_of: Callable[[Note], int]) -> str:
    """Return the text with ``<sup>[n]</sup>`` for its markers, numbered through the document.

    Two notes in a row that share a number (one footnote citing two sources) are marked once.
    """
    if not notes:
        return html

    def show(match: re.Match[str]) -> str:
        if match.group().startswith("<"):
            return match.group()
        numbers = [int(number) for number in _NUMBER.findall(match.group())]
        known = (number_of(notes[number - 1]) for number in numbers if number <= len(notes))
        return "".join(f"<sup>[{number}]</sup>" for number in dict.fromkeys(known))

    return _JOINED.sub("[", _TAG_OR_MARKERS.sub(show, html))


def _joined_texts(texts: list[tuple[str, tuple[Note, ...]]]) -> TextBlock:
    kept: dict[Note, int] = {}

    def show(note: Note) -> str:
        return f"[{kept.setdefault(note, len(kept) + 1)}]"

    html = [_each_marker(html, notes, show) if notes else html for html, notes in texts]
    if kept:
        html = [
            text if notes else _TAG_OR_MARKER.sub(_protected, text)
            for text, (_html, notes) in zip(html, texts, strict=True)
        ]
    return TextBlock("\n".join(html), tuple(kept))


def _each_marker(html: str, notes: tuple[Note, ...], show: Callable[[Note], str]) -> str:
    def replace(match: re.Match[str]) -> str:
        number = int(match.group(1) or 0)
        return show(notes[number - 1]) if 1 <= number <= len(notes) else match.group()

    return _TAG_OR_MARKER.sub(replace, html)


def _protected(match: re.Match[str]) -> str:
    return f"[{_WORD_JOINER}{match.group(1)}]" if match.group(1) else match.group()
