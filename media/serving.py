"""Serve uploaded files to those who may have them, whole or in part.

A file is found by its row in the database and never by a path on the disk, so an address can name
nothing that the library does not hold. Originals of pictures stay with the curators, for they keep
what a camera wrote into them; documents have Wagtail's own address, which offers them for download.
"""

from collections.abc import Iterator
from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe
from wagtail.models import Collection, CollectionViewRestriction

from media.byte_ranges import Unsatisfiable, wanted_range
from media.models import ExhibitImage, ExhibitRendition, Recording, RecordingText

CHUNK_BYTES = 64 * 1024
KEPT_FOR = "public, max-age=3600, stale-while-revalidate=86400"
NEVER_KEPT = "private, no-store"
NOTHING_MAY_RUN = "default-src 'none'; sandbox"
# Named here rather than guessed: what the machine knows of endings differs from one to the next.
CONTENT_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
}


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a rendition, a drawing or a recording; three queries at most."""
    file, collection, is_for_visitors = _find(path)
    may_keep = _is_public(collection) and is_for_visitors
    if not may_keep and not _is_curator(request):
        raise Http404("There is no such file.")
    response = _file_response(request, file)
    return _with_rules(response, may_keep=may_keep)


@require_safe
def captions(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Serve a recording's captions in one language as WebVTT."""
    texts = RecordingText.objects.select_related("recording__collection").exclude(captions="")
    text = get_object_or_404(texts, recording_id=pk, language=language)
    may_keep = _is_public(text.recording.collection)
    if not may_keep and not _is_curator(request):
        raise Http404("There are no such captions.")
    response = HttpResponse(text.captions, content_type="text/vtt; charset=utf-8")
    return _with_rules(response, may_keep=may_keep)


def _find(path: str) -> tuple[FieldFile, Collection, bool]:
    """Return a file, its collection, and whether visitors may have it at all."""
    folder = path.partition("/")[0]
    if folder == "images":
        renditions = ExhibitRendition.objects.select_related("image__collection")
        rendition = get_object_or_404(renditions, file=path)
        return rendition.file, rendition.image.collection, True
    if folder == "original_images":
        image = get_object_or_404(ExhibitImage.objects.select_related("collection"), file=path)
        return image.file, image.collection, image.is_svg()
    if folder == "media":
        recording = get_object_or_404(Recording.objects.select_related("collection"), file=path)
        return recording.file, recording.collection, True
    raise Http404("There is no such file.")


def _is_public(collection: Collection) -> bool:
    """Return whether neither the collection nor one above it is restricted. One query."""
    above = [
        collection.path[:length]
        for length in range(Collection.steplen, len(collection.path) + 1, Collection.steplen)
    ]
    return not CollectionViewRestriction.objects.filter(collection__path__in=above).exists()


def _is_curator(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.has_perm("wagtailadmin.access_admin")


def _with_rules(response: HttpResponse, *, may_keep: bool) -> HttpResponse:
    response.headers["Cache-Control"] = KEPT_FOR if may_keep else NEVER_KEPT
    response.headers["Content-Security-Policy"] = NOTHING_MAY_RUN
    response.headers["X-Content-Type-Options"] = "nosniff"
    if not may_keep:
        patch_vary_headers(response, ["Cookie"])
    return response


def _file_response(request: HttpRequest, file: FieldFile) -> HttpResponse:
    """Answer with the file, the part asked for, or that it has not changed."""
    try:
        size_bytes = file.size
        changed = file.storage.get_modified_time(file.name)
    except OSError:
        raise Http404("The file is missing from the library.") from None
    etag = f'"{int(changed.timestamp() * 1_000_000):x}-{size_bytes:x}"'
    changed_seconds = int(changed.timestamp())
    try:
        part = _part(request, etag, changed_seconds, size_bytes)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size_bytes}"})
    first, last = part or (0, size_bytes - 1)
    headers = {
        "Content-Type": CONTENT_TYPES.get(
            PurePath(file.name).suffix.lower(), "application/octet-stream"
        ),
        "Content-Length": str(last - first + 1),
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": http_date(changed_seconds),
    }
    if part:
        headers["Content-Range"] = f"bytes {first}-{last}/{size_bytes}"
    unchanged = get_conditional_response(request, etag=etag, last_modified=changed_seconds)
    if unchanged is not None:
        return unchanged
    body = iter(()) if request.method == "HEAD" else _Part(file, first, last)
    return StreamingHttpResponse(body, status=206 if part else 200, headers=headers)


def _part(
    request: HttpRequest, etag: str, changed_seconds: int, size_bytes: int
) -> tuple[int, int] | None:
    """Return the part asked for, unless it is of an older file than this one (If-Range)."""
    header = request.headers.get("Range")
    if not header or request.method == "HEAD":
        return None
    condition = request.headers.get("If-Range", "").strip()
    if condition and condition != etag and parse_http_date_safe(condition) != changed_seconds:
        return None
    return wanted_range(header, size_bytes)


class _Part:
    """The bytes from ``first`` to ``last`` of a file, read as they are sent."""

    def __init__(self, file: FieldFile, first: int, last: int) -> None:
        self._file, self._left = file.storage.open(file.name), last - first + 1
        self._file.seek(first)

    def __iter__(self) -> Iterator[bytes]:
        while self._left > 0 and (chunk := self._file.read(min(CHUNK_BYTES, self._left))):
            self._left -= len(chunk)
            yield chunk

    def close(self) -> None:
        """Called by Django when the answer is sent or the visitor has gone."""
        self._file.close()
