"""Taking the pictures out of a Word document, each checked by its first bytes."""

from __future__ import annotations

from pathlib import Path

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.pictures import (
    LARGEST_PICTURE_BYTES,
    embedded_path,
    picture_fault,
)

from .package import Package, media_parts


def unpack_word_pictures(document: Path, folder: Path) -> list[str]:
    """Write every picture that can be taken; what is wrong with the others, the reader says."""
    written: list[str] = []
    try:
        with Package(document, name=document.name) as package:
            for part in media_parts(package):
                picture = package.read(part, most=LARGEST_PICTURE_BYTES)
                path = None if picture_fault(picture) else embedded_path(picture)
                if path:
                    target = folder / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(picture)
                    written.append(path)
    except ManuscriptError:
        return written  # the reader meets the same, and refuses the document
    return written
