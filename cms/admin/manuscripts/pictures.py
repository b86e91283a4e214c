"""Small pictures of a manuscript that waits, for those who work on it and nobody else.

What a stranger's document holds is never sent as it is: it is decoded and drawn anew.
"""

from io import BytesIO
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from PIL import Image, ImageOps, UnidentifiedImageError

from cms.admin.manuscripts.rights import import_or_refusal
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import picture, pieces_of

MOST_PIXELS = 40_000_000
SIDE_PX = 720
# What Pillow and its decoders raise for a damaged picture; AVIF's a RuntimeError.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, TypeError, RuntimeError)
_KINDS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")


@require_safe
@cache_control(private=True, no_store=True)
def show_picture(request: HttpRequest, pk, piece: str) -> HttpResponse:
    """Show the picture of one piece of the manuscript; no address names a file."""
    pending = import_or_refusal(request, pk)
    file = _file_of(pending, piece, request.GET.get("language", ""))
    small = _drawn_small(file) if file else None
    if small is None:
        raise Http404
    response = HttpResponse(small, content_type="image/webp")
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _file_of(pending: PendingImport, piece_id: str, language: str) -> Path | None:
    try:
        piece = pieces_of(pending, language).get(piece_id)
    except BundleProblem:
        return None
    return picture(pending, piece.src) if piece and piece.src else None


def _drawn_small(file: Path) -> bytes | None:
    """Return the picture as WebP, no side longer than ``SIDE_PX``; None if it cannot be drawn."""
    try:
        with Image.open(file, formats=_KINDS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            opened.draft("RGB", (SIDE_PX, SIDE_PX))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((SIDE_PX, SIDE_PX))
            has_alpha = "A" in upright.getbands() or "transparency" in upright.info
            target = BytesIO()
            upright.convert("RGBA" if has_alpha else "RGB").save(target, "WEBP", quality=80)
    except (UnidentifiedImageError, Image.DecompressionBombError, *_BROKEN):
        return None
    return target.getvalue()
