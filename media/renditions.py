"""The files made from a picture: one list of named uses, so that no template invents a size."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PIL import Image as PillowImage

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Use:
    """How wide a picture can stand, in pixels of the file, and what the browser is told of it."""

    widths: tuple[int, ...]
    sizes: str


USES: Mapping[str, Use] = MappingProxyType(
    {
        # In the column of text: 640 px at most.
        "column": Use((400, 800, 1600), "(min-width: 45rem) 40rem, 100vw"),
        # Across the sheet.
        "wide": Use((400, 800, 1600), "(min-width: 84rem) 68rem, 94vw"),
        # From edge to edge of the window.
        "full": Use((800, 1600, 1920), "100vw"),
        # Beside others.
        "small": Use((400, 800), "(min-width: 45rem) 20rem, 90vw"),
        # On a touch screen, standing and lying.
        "kiosk": Use((1080, 1920), "100vw"),
    }
)
# One file in the picture's own format, for browsers without WebP.
FALLBACK = "width-800"
# What other sites show when a page is shared: nearly two to one, in a format they all read.
SHARED = "fill-1200x630|format-jpeg"

# What reading a missing, truncated, mislabelled or oversized file raises, Pillow's SyntaxError for
# a broken PNG included; Wagtail's own errors are among the first two.
NOT_MADE = (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError)


def webp(width: int) -> str:
    """Return the spec of one WebP file.

    Quality 65: prints and maps with hard edges weigh a quarter less than at Wagtail's 80, and
    look the same.
    """
    return f"width-{width}|format-webp|webpquality-65"


def specs_of(use: str) -> tuple[str, ...]:
    return (*(webp(width) for width in USES[use].widths), FALLBACK)


def all_specs() -> tuple[str, ...]:
    """Return every rendition that any page can ask for, each once."""
    wanted = [spec for use in USES for spec in specs_of(use)]
    return tuple(dict.fromkeys([*wanted, SHARED]))


def renditions_of(image: Any, *specs: str) -> dict[str, Any]:
    """Return the renditions by spec, made if need be; empty when the file cannot be read.

    One query at most, none when they are prefetched or cached.
    """
    try:
        return image.get_renditions(*specs)
    except NOT_MADE:
        logger.warning("No renditions of image %s (%s).", image.pk, image.file.name, exc_info=True)
        return {}


def warm(image: Any) -> int:
    """Make every rendition of a picture, so that no visitor waits for one. Returns how many."""
    if image.is_svg():
        return 0
    return len(renditions_of(image, *all_specs()))
