"""Write a bundle to disk, whole or not at all: a folder, or a zip that is always the same."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.db.models.fields.files import FieldFile

from cms.exporter.exhibit import ExportedBundle

_CHUNK_BYTES = 1024 * 1024
# The earliest day a zip can hold: the same exhibit makes the same file whenever it is exported.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


class CannotWrite(Exception):
    """Why a bundle cannot be written to a place, in a sentence for whoever named it."""


def write_bundle(bundle: ExportedBundle, path: Path) -> None:
    """Write to a folder that is not there or empty, or to a ``.zip`` that is not there.

    Everything is written beside its place and renamed at the end; a failure leaves nothing.

    Raises:
        CannotWrite: if something is at the path already, or it cannot be written to.
    """
    is_zip = path.suffix.lower() == ".zip"
    _refuse_what_is_there(path, is_zip=is_zip)
    try:
        if is_zip:
            _write_zip_beside(bundle, path)
        else:
            _write_folder_beside(bundle, path)
    except OSError as error:
        raise CannotWrite(
            f"The bundle cannot be written to {path}: {error.strerror or error}. Nothing is left "
            "there. Make room, or name another place, and export again."
        ) from error


def write_zip(bundle: ExportedBundle, file: IO[bytes]) -> None:
    """Write the bundle as a zip, everything in one folder of the exhibit's name."""
    with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
        for path, text in bundle.texts.items():
            with archive.open(_member(bundle, path, zipfile.ZIP_DEFLATED), "w") as member:
                member.write(text.encode())
        for path, stored in bundle.media.items():
            member = _member(bundle, path, _method(path))
            member.file_size = stored.size
            with stored.storage.open(stored.name, "rb") as source, archive.open(member, "w") as to:
                shutil.copyfileobj(source, to, _CHUNK_BYTES)


def _method(path: str) -> int:
    """Photographs, sound and film are packed already; drawings are text."""
    return zipfile.ZIP_DEFLATED if path.endswith(".svg") else zipfile.ZIP_STORED


def _member(bundle: ExportedBundle, path: str, method: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(f"{bundle.name}/{path}", date_time=_NO_DATE)
    member.compress_type = method
    member.external_attr = _PLAIN_FILE
    member.create_system = 3  # Unix, wherever it was made
    return member


def _refuse_what_is_there(path: Path, *, is_zip: bool) -> None:
    if path.is_symlink() or (path.exists() and (is_zip or not path.is_dir())):
        raise CannotWrite(f"There is a file at {path} already. Name a place where there is none.")
    if path.is_dir() and any(path.iterdir()):
        raise CannotWrite(
            f"The folder {path} is not empty. Name one that is, or one that is not there yet."
        )
    if not path.absolute().parent.is_dir():
        raise CannotWrite(f"There is no folder {path.absolute().parent}. Make it first.")


def _write_zip_beside(bundle: ExportedBundle, path: Path) -> None:
    with _temporary_place(path) as folder:
        made = folder / path.name
        with made.open("xb") as file:
            write_zip(bundle, file)
        # Unlike a rename, a link never takes the place of what came there meanwhile.
        os.link(made, path)


def _write_folder_beside(bundle: ExportedBundle, path: Path) -> None:
    with _temporary_place(path) as folder:
        made = folder / (path.name or "bundle")
        for name, text in bundle.texts.items():
            _in(made, name).write_text(text, encoding="utf-8", newline="\n")
        for name, stored in bundle.media.items():
            _copy(stored, _in(made, name))
        made.replace(path)  # an empty folder there gives way, one with anything in it does not


def _in(folder: Path, name: str) -> Path:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _copy(stored: FieldFile, target: Path) -> None:
    with stored.storage.open(stored.name, "rb") as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, _CHUNK_BYTES)


@contextmanager
def _temporary_place(path: Path) -> Iterator[Any]:
    """Yield a folder on the same disk, which is gone afterwards."""
    with tempfile.TemporaryDirectory(
        prefix=".export-", dir=path.absolute().parent, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)
