"""Unpacking a zip from a stranger: checked by name first, measured while it is read."""

from __future__ import annotations

import errno
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cms.importer.manuscript.errors import ManuscriptError

_CHUNK_BYTES = 64 * 1024
_MEGABYTE = 1024 * 1024
# Below this a high ratio is a long row of equal letters, not an attack.
_RATIO_MATTERS_FROM_BYTES = 20 * _MEGABYTE
_LONGEST_NAME_BYTES = 200
# Others take memory as the archive pleases, and nobody's system makes them of its own accord.
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# What systems put into archives of their own accord.
_CLUTTER = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class ArchiveLimits:
    """What a bundle may hold at most; expanded sizes in bytes."""

    members: int = 5000
    total_bytes: int = 1024 * _MEGABYTE
    member_bytes: int = 512 * _MEGABYTE
    depth: int = 8
    ratio: int = 200


def unpack(archive: Path, folder: Path, limits: ArchiveLimits) -> None:
    """Expand ``archive`` into the empty ``folder``.

    Raises:
        ManuscriptError: ``unsafe_archive``, ``zip_bomb``, ``too_large``, ``corrupt`` or
            ``encrypted``. What was written so far is the caller's to delete.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            _unpack_members(opened, folder, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, ValueError) as error:
        raise _damaged(archive) from error
    except OSError as error:
        # A member that says it begins before the file does is sought there.
        if error.errno != errno.EINVAL:
            raise
        raise _damaged(archive) from error
    except (NotImplementedError, RuntimeError) as error:
        raise ManuscriptError(
            "unsupported_type",
            f"The archive “{archive.name}” is packed in a way that can't be read here. Make it "
            "again as an ordinary zip.",
        ) from error


def _damaged(archive: Path) -> ManuscriptError:
    return ManuscriptError(
        "corrupt",
        f"The archive “{archive.name}” is damaged and can't be unpacked. Make it again, or "
        "copy it again from where it came from.",
    )


def _unpack_members(opened: zipfile.ZipFile, folder: Path, limits: ArchiveLimits) -> None:
    members = opened.infolist()
    if len(members) > limits.members:
        raise ManuscriptError(
            "zip_bomb",
            f"The archive holds {len(members)} files; a bundle may hold {limits.members}. "
            "Take out what the exhibit does not use.",
        )
    paths: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        path = _safe_path(member, limits)
        if path is None:
            continue
        if _same(path) in paths:
            raise _unsafe(member.filename, "is in it twice")
        paths[_same(path)] = member
    for path, member in paths.items():
        if any(str(folder) in paths for folder in PurePosixPath(path).parents):
            raise _unsafe(member.filename, "lies in a folder that is also a file")
    total = 0
    for member in paths.values():
        target = folder / str(_safe_path(member, limits))
        target.parent.mkdir(parents=True, exist_ok=True)
        total = _unpack_member(opened, member, target, total, limits)


def _safe_path(member: zipfile.ZipInfo, limits: ArchiveLimits) -> str | None:
    """Return where a member goes inside the folder; None for folders and clutter."""
    name = member.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if member.flag_bits & 0x1:
        raise ManuscriptError(
            "encrypted",
            f"The archive is locked with a password (“{member.filename}”). "
            "Make it again without one.",
        )
    if member.compress_type not in _PACKINGS:
        raise NotImplementedError
    if name.startswith("/") or ":" in name.split("/")[0] or "\x00" in member.filename:
        raise _unsafe(member.filename, "names a place outside the bundle")
    if ".." in parts:
        raise _unsafe(member.filename, "leads out of the bundle")
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise _unsafe(member.filename, "is a link or a device, not a file")
    if any(len(part.encode()) > _LONGEST_NAME_BYTES for part in parts):
        raise _unsafe(member.filename, "has a longer name than disks can hold")
    if len(parts) > limits.depth:
        raise _unsafe(member.filename, f"lies more than {limits.depth} folders deep")
    if name.endswith("/") or not parts or _CLUTTER.intersection(parts):
        return None
    return "/".join(parts)


def _same(path: str) -> str:
    """Some disks tell neither case nor the ways of writing é apart."""
    return unicodedata.normalize("NFC", path).casefold()


def _unsafe(name: str, why: str) -> ManuscriptError:
    shown = name if len(name) <= 80 else name[:77] + "…"
    return ManuscriptError(
        "unsafe_archive",
        f"The archive was refused: “{shown}” {why}. A bundle holds plain files with paths like "
        "images/bridge.png; make it again from those.",
    )


def _unpack_member(
    opened: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    target: Path,
    total: int,
    limits: ArchiveLimits,
) -> int:
    """Write one file; returns the bytes expanded so far. What the archive claims is not trusted."""
    size = 0
    with opened.open(member) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK_BYTES):
            size += len(chunk)
            total += len(chunk)
            packed = max(1, member.compress_size)
            if size > _RATIO_MATTERS_FROM_BYTES and size > packed * limits.ratio:
                raise ManuscriptError(
                    "zip_bomb",
                    f"“{member.filename}” unpacks to more than {limits.ratio} times its size, as "
                    "no picture, recording or text does. The archive was refused.",
                )
            if size > limits.member_bytes or total > limits.total_bytes:
                raise _too_large(member.filename, size > limits.member_bytes, limits)
            file.write(chunk)
    return total


def _too_large(name: str, one_file: bool, limits: ArchiveLimits) -> ManuscriptError:
    if one_file:
        what = f"“{name}” is larger than {limits.member_bytes // _MEGABYTE} MB"
    else:
        what = f"unpacked, the bundle is larger than {limits.total_bytes // _MEGABYTE} MB"
    return ManuscriptError(
        "too_large", f"The archive was refused: {what}. Make pictures or recordings smaller."
    )
