"""What a picture is and how large, told by its first bytes: nothing is decoded."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

MOST_PIXELS = 40_000_000
LARGEST_PICTURE_BYTES = 50 * 1024 * 1024
# What the media library takes, beside SVG; TIFF and BMP are known, so that they can be named.
_SUFFIX_OF = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
_SVG_HEAD_BYTES = 4096
# What Pillow and its decoders raise for bytes that are none of their kind; AVIF's a RuntimeError.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, RuntimeError)
_KNOWN = (*_SUFFIX_OF, "BMP", "DIB", "TIFF")


@dataclass(frozen=True)
class PictureFault:
    """Why a picture can't be taken; ``code`` is a warning's, ``why`` goes on "the picture …"."""

    code: str
    why: str


def picture_fault(picture: bytes | Path) -> PictureFault | None:
    """Return what is wrong with a picture, or None if it can be taken."""
    size = len(picture) if isinstance(picture, bytes) else picture.stat().st_size
    if size > LARGEST_PICTURE_BYTES:
        return PictureFault(
            "image_too_large",
            f"is {size / 1_048_576:.0f} MB large, and a picture may be "
            f"{LARGEST_PICTURE_BYTES // 1_048_576} MB. Save a smaller copy and put that in its "
            "place.",
        )
    if isinstance(picture, bytes):
        return _fault_of(io.BytesIO(picture))
    with picture.open("rb") as file:
        if picture.suffix.lower() == ".svg" and b"<svg" in file.read(_SVG_HEAD_BYTES).lower():
            return None
        file.seek(0)
        return _fault_of(file)


def embedded_path(picture: bytes) -> str | None:
    """Return where a picture found inside a document lies: its name is made from its bytes."""
    kind = _kind_and_pixels(io.BytesIO(picture))[0]
    if kind not in _SUFFIX_OF:
        return None
    digest = hashlib.sha256(picture).hexdigest()[:16]
    return f"embedded/picture-{digest}.{_SUFFIX_OF[kind]}"


def _fault_of(file: BinaryIO) -> PictureFault | None:
    kind, pixels = _kind_and_pixels(file)
    if pixels > MOST_PIXELS:
        return PictureFault(
            "image_too_large",
            f"has {pixels / 1e6:.0f} megapixels, and a picture may have "
            f"{MOST_PIXELS // 1_000_000}. Save a smaller copy and put that in its place.",
        )
    if kind in _SUFFIX_OF:
        return None
    named = f"is of the kind {kind}" if kind else _unknown_kind(file)
    return PictureFault(
        "image_rejected",
        f"{named}, and visitors' browsers can't show it. Save it as PNG or JPEG and put "
        "that in its place.",
    )


def _kind_and_pixels(file: BinaryIO) -> tuple[str, int]:
    """Return Pillow's name of the kind, ``""`` for none it knows, and width by height."""
    try:
        with Image.open(file, formats=_KNOWN) as opened:
            width, height = opened.size
            # Cameras put several views in one JPEG, which Pillow then calls MPO; the first counts.
            return ("JPEG" if opened.format == "MPO" else opened.format or ""), width * height
    except Image.DecompressionBombError:
        return "", MOST_PIXELS * 5
    except (UnidentifiedImageError, *_BROKEN):
        return "", 0


def _unknown_kind(file: BinaryIO) -> str:
    file.seek(0)
    head = file.read(44)
    if head[40:44] == b" EMF" or head[:4] == b"\xd7\xcd\xc6\x9a":
        return "is a drawing made by Windows (EMF or WMF)"
    if b"<svg" in head.lower() or head.lstrip().startswith(b"<?xml"):
        return "is a drawing (SVG)"
    return "is damaged, or no picture"
