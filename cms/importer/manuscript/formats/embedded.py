"""Pictures that a document carries inside itself, taken out beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .html.pictures import unpack_pictures
from .kinds import HTML_SUFFIXES, WORD_SUFFIXES, suffix_of
from .word.media import unpack_word_pictures


def unpack_embedded(document: Path, folder: Path) -> tuple[str, ...]:
    """Write a document's own pictures below ``folder`` and return their paths there, sorted.

    The paths are those its reader gives as ``Picture.src``: ``embedded/`` and a name made from
    the picture's bytes (``formats.pictures.embedded_path``), so the same picture in two languages
    is one file. A document that can't be read has none; its reader says why.
    """
    unpack = _UNPACKERS.get(suffix_of(document.name))
    return tuple(sorted(set(unpack(document, folder)))) if unpack else ()


_UNPACKERS: dict[str, Callable[[Path, Path], list[str]]] = {
    **dict.fromkeys(HTML_SUFFIXES, unpack_pictures),
    **dict.fromkeys(WORD_SUFFIXES, unpack_word_pictures),
}
