"""Pictures written into a page as ``data:`` addresses."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.pictures import (
    LARGEST_PICTURE_BYTES,
    embedded_path,
    picture_fault,
)
from cms.importer.manuscript.formats.plain.encoding import (
    LARGEST_MANUSCRIPT_BYTES,
    read_text,
)
from cms.importer.manuscript.media_paths import IN_WORD_PROCESSORS, accepted_source
from cms.importer.manuscript.warning_log import WarningLog

from .charset import declared_charset
from .nodes import Image
from .tree import read_page

_DATA = re.compile(r"data:([^;,]{0,100})((?:;[^;,]{0,100}){0,5}),", re.IGNORECASE)


def picture_source(image: Image, line: int, log: WarningLog) -> str | None:
    """Return the path of a picture beside or inside the page; None after saying why it goes."""
    src = image.src.strip()
    if src[:5].lower() != "data:":
        return accepted_source(src, image.alt, line, log, describing=IN_WORD_PROCESSORS)
    picture = _bytes_of(src)
    why = "it is written into the page, but not as a picture"
    if picture is not None and (fault := picture_fault(picture)):
        log.add(fault.code, f"the picture{_named(image)} was left out: it {fault.why}", line=line)
        return None
    path = embedded_path(picture) if picture is not None else None
    if path is None:
        log.add(
            "image_rejected",
            f"the picture{_named(image)} was left out: {why}. Save it as PNG or JPEG beside the "
            "manuscript and name it there.",
            line=line,
        )
        return None
    return accepted_source(path, image.alt, line, log, describing=IN_WORD_PROCESSORS)


def unpack_pictures(document: Path, folder: Path) -> list[str]:
    """Write the pictures of an HTML document below ``folder``; return their paths there."""
    with document.open("rb") as file:
        source = file.read(LARGEST_MANUSCRIPT_BYTES + 1)
    try:
        text = read_text(source, log=WarningLog(), declared=declared_charset(source)).text
        pictures = list(_pictures_in(text))
    except ManuscriptError:  # its reader says why
        return []
    written: dict[str, bytes] = {}
    for picture in pictures:
        if picture_fault(picture) is None and (path := embedded_path(picture)):
            written.setdefault(path, picture)
    for path, picture in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(picture)
    return list(written)


def _pictures_in(text: str) -> Iterator[bytes]:
    if "data:" not in text.lower():
        return
    waiting = [read_page(text).root]
    while waiting:
        for child in waiting.pop().children:
            if isinstance(child, Image) and child.src.strip()[:5].lower() == "data:":
                if (picture := _bytes_of(child.src.strip())) is not None:
                    yield picture
            elif hasattr(child, "children"):
                waiting.append(child)


def _bytes_of(address: str) -> bytes | None:
    """Return what a data: address holds, if it says that this is a picture."""
    match = _DATA.match(address)
    if not match or not match.group(1).strip().lower().startswith("image/"):
        return None
    if len(address) > LARGEST_PICTURE_BYTES * 2:
        return None
    content = unquote_to_bytes(address[match.end() :])
    if "base64" not in match.group(2).lower():
        return content
    try:
        return base64.b64decode(b"".join(content.split()) + b"==")
    except binascii.Error:
        return None


def _named(image: Image) -> str:
    return f" “{image.alt[:60]}”" if image.alt else ""
