"""Keep handed-in files in a folder of their own: measured while read, private, never served."""

import hashlib
import os
import shutil
import unicodedata
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.base import File
from django.utils import timezone

from cms.importer.facts import BundleProblem
from cms.importer.library import AUDIO_ENDINGS, FULL_DISK, VIDEO_ENDINGS
from cms.importer.manuscript.bundle.archive import ArchiveLimits, unpack
from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.kinds import (
    HTML_SUFFIXES,
    MARKDOWN_SUFFIXES,
    PLAIN_SUFFIXES,
    WORD_SUFFIXES,
    suffix_of,
)
from cms.importer.manuscript.outline import rejected
from cms.importer.models import PendingImport
from cms.importer.reading import Rejected

_MEGABYTE = 1024 * 1024
MOST_BYTES = 1024 * _MEGABYTE
MOST_FILES = 5000
DOCUMENTS = WORD_SUFFIXES | HTML_SUFFIXES | MARKDOWN_SUFFIXES | PLAIN_SUFFIXES
PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
MEDIA = PICTURES | AUDIO_ENDINGS | VIDEO_ENDINGS | {".vtt"}
# Longer names do not fit every disk; counted as they are stored.
_LONGEST_NAME_BYTES = 200
_JOINERS = {"\u200c", "\u200d"}
_STRAY_AFTER = timedelta(days=1)


@contextmanager
def new_folder(place: Path) -> Iterator[Path]:
    """Make a private folder that goes again, with all in it, if anything goes wrong.

    Raises:
        BundleProblem: in a sentence, if the disk is full.
    """
    try:
        with sentence_when_full():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.mkdir(mode=0o700)
            yield place
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def write_files(files: Iterable[File], folder: Path) -> None:
    """Write what was handed in; the members of a zip instead of the zip itself.

    Raises:
        BundleProblem: (``Rejected`` for an archive) in a sentence; the folder is the caller's.
    """
    left = MOST_BYTES
    with sentence_when_full():
        for place, file in enumerate(files):
            if place >= MOST_FILES:
                raise BundleProblem(f"{MOST_FILES} files can be handed in at once. Leave some out.")
            name = clean_name(file.name)
            if suffix_of(name) == ".zip":
                left -= _unpack(file, name, folder, left)
            else:
                left -= _write(file, folder / name, left)


def refuse_too_much(folders: Iterable[Path]) -> None:
    """Hold what lies in folders together to what can be handed in at once.

    Raises:
        BundleProblem: in a sentence.
    """
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    if len(files) > MOST_FILES or sum(path.stat().st_size for path in files) > MOST_BYTES:
        raise BundleProblem(
            f"With these, the import holds more than {MOST_FILES} files or "
            f"{MOST_BYTES // _MEGABYTE} MB. Leave out what the exhibit does not use."
        )


def clean_name(name: str | None) -> str:
    """Return a file's name without folders, control characters and marks of direction."""
    last = unicodedata.normalize("NFC", name or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        letter for letter in last if unicodedata.category(letter)[0] != "C" or letter in _JOINERS
    )
    kept = " ".join(kept.split()).lstrip(". ") or "manuscript"
    suffix = suffix_of(kept)[:10]
    stem = kept.removesuffix(suffix)
    while len(f"{stem}{suffix}".encode()) > _LONGEST_NAME_BYTES:
        stem = stem[:-1]
    return f"{stem}{suffix}"


def digest_of(folder: Path) -> str:
    """Return a digest of all files below a folder, their names and contents."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\0".encode())
    return digest.hexdigest()


def remove_strays() -> None:
    """Delete folders that no waiting import has: left where the server was killed at work."""
    root = Path(settings.IMPORTS_ROOT)
    if not root.is_dir():
        return
    waiting = {
        str(pk)
        for pk in PendingImport.objects.filter(accepted_at=None).values_list("pk", flat=True)
    }
    before = (timezone.now() - _STRAY_AFTER).timestamp()
    for folder in root.iterdir():
        if folder.name not in waiting and _is_ours(folder) and folder.stat().st_mtime < before:
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    try:
        return str(uuid.UUID(folder.name)) == folder.name and folder.is_dir()
    except ValueError:
        return False


def _write(file: File, place: Path, left: int) -> int:
    """Write one file and return its size; measured while read, whatever it claims."""
    size = 0
    try:
        descriptor = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise BundleProblem(
            f"Two files are called “{place.name}”. Give one of them another name, also where "
            "the manuscript names it."
        ) from None
    with os.fdopen(descriptor, "wb") as target:
        for chunk in file.chunks():
            size += len(chunk)
            if size > left:
                raise BundleProblem(
                    f"This is more than {MOST_BYTES // _MEGABYTE} MB in all, at “{place.name}”. "
                    "Make pictures and recordings smaller, or upload recordings to the library."
                )
            target.write(chunk)
    return size


def _unpack(file: File, name: str, folder: Path, left: int) -> int:
    """Put a zip's members into the folder; those of a zipped folder without that folder."""
    with TemporaryDirectory(dir=folder.parent) as workshop:
        packed, unpacked = Path(workshop, name), Path(workshop, "unpacked")
        _write(file, packed, left)
        unpacked.mkdir()
        try:
            unpack(packed, unpacked, ArchiveLimits(total_bytes=left))
        except ManuscriptError as error:
            raise Rejected(rejected(error.code, error.message)) from error
        return _move_all(_inner_folder(unpacked), folder)


def _inner_folder(folder: Path) -> Path:
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder


def _move_all(source: Path, folder: Path) -> int:
    size = 0
    for path in sorted(source.rglob("*")):
        place = folder / path.relative_to(source)
        if path.is_dir() and (place.is_dir() or not place.exists()):
            place.mkdir(mode=0o700, exist_ok=True)
            continue
        if place.exists():
            raise BundleProblem(
                f"Two files are called “{place.name}”: one is in the archive, one beside it. "
                "Leave one out."
            )
        path.chmod(0o600)
        path.rename(place)
        size += place.stat().st_size
    return size


@contextmanager
def sentence_when_full() -> Iterator[None]:
    """Turn the system's error of a full disk into a BundleProblem."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL_DISK:
            raise
        raise BundleProblem(
            "The server's disk is full, so nothing was kept. Tell the person who runs the site, "
            "and try again when there is room."
        ) from error
