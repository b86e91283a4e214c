"""Which pictures a manuscript may ask for: files beside it, nothing else."""

from __future__ import annotations

import re
from urllib.parse import unquote

from .warning_log import WarningLog

_OTHER_PLACE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\", re.IGNORECASE)
IN_MARKDOWN = "between the square brackets: ![What matters](…)"
IN_WORD_PROCESSORS = "under “Alt text” after a right-click on the picture"


def media_path(src: str) -> str | None:
    """Return a media path as it is written in a bundle, or None if it would lead out of it."""
    path = unquote(src.strip()).replace("\\", "/").removeprefix("./")
    parts = path.split("/")
    if not path or path.startswith("/") or ":" in parts[0] or "\x00" in path:
        return None
    if any(part in {"", ".", ".."} for part in parts):
        return None
    return path


def accepted_source(
    src: str,
    alt: str,
    line: int,
    log: WarningLog,
    *,
    describing: str = IN_MARKDOWN,
    tells_alt: bool = True,
) -> str | None:
    """Return the path of a picture in the bundle, or None after saying why it is left out.

    ``describing`` says where an alternative text is written in a document of this kind. That of a
    picture left out is told in the warning, unless it is none of the document's words.
    """
    shown = src if len(src) <= 60 else src[:57] + "…"
    said = f" (its alternative text: “{alt.strip()}”)" if tells_alt and alt.strip() else ""
    if _OTHER_PLACE.match(src.strip()):
        log.add(
            "external_image_skipped",
            f"the picture “{shown}”{said} is not in the bundle and was left out: nothing is "
            "fetched from other places. Save the file beside the manuscript and name it there.",
            line=line,
        )
        return None
    path = media_path(src)
    if path is None:
        log.add(
            "image_rejected",
            f"the picture “{shown}”{said} was left out: its path leads out of the bundle. "
            "Put the file in the bundle and name it like images/bridge.png.",
            line=line,
        )
        return None
    if not alt.strip():
        log.add(
            "image_missing_alt",
            f"the picture “{shown}” has no alternative text. Say in a sentence what matters in "
            f"it, {describing}; or say it afterwards, in the picture library.",
            line=line,
        )
    return path
