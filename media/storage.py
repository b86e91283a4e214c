"""Keep uploaded files and the database in step.

A file is written beside its place and then renamed, so nobody ever meets half of one. Inside
``files_follow_transaction`` a deleted file goes only when the transaction is kept, and a new one
goes again when it is undone: a row never lacks its file, and a failed request leaves none behind.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.utils._os import safe_makedirs

INCOMING = ".incoming"


@dataclass
class _Changes:
    stored: list[tuple["UploadStorage", str]] = field(default_factory=list)
    doomed: list[tuple["UploadStorage", str]] = field(default_factory=list)


_changes: ContextVar[_Changes | None] = ContextVar("file_changes", default=None)


@contextmanager
def files_follow_transaction() -> Iterator[None]:
    """Make the files changed inside share the fate of a transaction begun inside.

    Put it round ``transaction.atomic()``: raise out of it, or call ``transaction.set_rollback``
    and then ``forget_new_files``, and what was stored is removed again.
    """
    changes = _Changes()
    token = _changes.set(changes)
    try:
        yield
    except BaseException:
        changes.doomed = changes.stored
        raise
    finally:
        _changes.reset(token)
        for storage, name in changes.doomed:
            with suppress(OSError):
                storage.delete(name)


def forget_new_files() -> None:
    """Undo the file changes made so far: their transaction will be rolled back."""
    changes = _changes.get()
    if changes is not None:
        changes.doomed, changes.stored = changes.stored, []


class UploadStorage(FileSystemStorage):
    """The folder of uploads on this machine."""

    def _save(self, name: str, content: File) -> str:
        with self._complete(content) as complete:
            stored = self._put(complete, name)
        changes = _changes.get()
        if changes is not None:
            changes.stored.append((self, stored))
        return stored

    def delete(self, name: str) -> None:
        changes = _changes.get()
        if changes is None:
            super().delete(name)
        else:
            changes.doomed.append((self, name))

    @contextmanager
    def _complete(self, content: File) -> Iterator[Path]:
        """Yield the content as a finished file on the same disk."""
        folder = Path(self.location) / INCOMING
        safe_makedirs(folder, mode=self.directory_permissions_mode or 0o750, exist_ok=True)
        descriptor, path = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(descriptor, "wb") as writer:
                for chunk in content.chunks():
                    writer.write(chunk if isinstance(chunk, bytes) else chunk.encode())
                writer.flush()
                os.fsync(descriptor)
            yield Path(path)
        finally:
            with suppress(FileNotFoundError):
                Path(path).unlink()

    def _put(self, complete: Path, name: str) -> str:
        """Rename a finished file to ``name``, or to a free name like it; return the name."""
        complete.chmod(self.file_permissions_mode or 0o640)
        while True:
            place = Path(self.path(name))
            safe_makedirs(
                place.parent, mode=self.directory_permissions_mode or 0o750, exist_ok=True
            )
            try:
                # Claims the name: of two uploads called alike, neither replaces the other.
                os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o640))
            except FileExistsError:
                name = self.get_available_name(name)
                continue
            complete.replace(place)
            return place.relative_to(self.location).as_posix()
