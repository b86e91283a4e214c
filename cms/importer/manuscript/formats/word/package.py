"""The zip that a Word document is: its parts, measured while they are read."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from cms.importer.manuscript.errors import ManuscriptError

from .markup import Node, read_tree

LARGEST_DOCUMENT_BYTES = 200 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_MOST_MEMBERS = 5000
_LARGEST_TEXT_PART_BYTES = 64 * _MEGABYTE
_LARGEST_PICTURE_PART_BYTES = 128 * _MEGABYTE
_MOST_EXPANDED_BYTES = 512 * _MEGABYTE
_DEEPEST_FOLDER = 8
# Below this a high ratio is a long row of equal letters, not an attack.
_RATIO_MATTERS_FROM_BYTES = 20 * _MEGABYTE
_HIGHEST_RATIO = 200
_WORD_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
              "ms-word.document.macroEnabled.main+xml",
              "ms-word.template.macroEnabledTemplate.main+xml")  # fmt: skip
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, ValueError, OSError,
           NotImplementedError, RuntimeError, struct.error)  # fmt: skip
# Others are no part of the format, and some take memory as the archive pleases.
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(frozen=True)
class Relationship:
    """``target`` is a part's name, or an address when it is ``external``."""

    kind: str
    target: str
    external: bool


class Package:
    """An opened document. ``main`` is the name of the part that holds the text.

    Raises:
        ManuscriptError: ``not_a_docx``, ``corrupt``, ``encrypted``, ``zip_bomb``, ``too_large``
            or ``unsafe_archive``, from every method.
    """

    def __init__(self, file: Path | bytes, *, name: str) -> None:
        self._name = name
        self._expanded = 0
        source: Path | BinaryIO = io.BytesIO(file) if isinstance(file, bytes) else file
        try:
            self._zip = zipfile.ZipFile(source)
        except _BROKEN as error:
            raise self._not_a_zip(file) from error
        self._members = self._checked_members()
        self.main = self._main_part()

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def has(self, part: str) -> bool:
        return _same(part) in self._members

    def names(self) -> list[str]:
        return [member.filename for member in self._members.values()]

    def open(self, part: str) -> BinaryIO:
        """Open a part of text for reading; what it expands to is counted as it is read."""
        return self._opened(part, _LARGEST_TEXT_PART_BYTES)

    def read(self, part: str, *, most: int = _LARGEST_PICTURE_PART_BYTES) -> bytes:
        """Return a picture's bytes, at most ``most`` and one of them."""
        with self._opened(part, _LARGEST_PICTURE_PART_BYTES) as opened:
            return opened.read(most + 1)

    def tree(self, part: str) -> Node | None:
        """Return a small part as a tree, None if there is none of that name."""
        if not self.has(part):
            return None
        with self.open(part) as stream:
            return read_tree(stream, part=part)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return what a part points to, by the id it points with."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for node in tree.children if tree else ():
            external = node.get("TargetMode") == "External"
            target = node.get("Target")
            if not external:
                target = _part_name(folder, target)
            kind = node.get("Type").rpartition("/")[2]
            found[node.get("Id")] = Relationship(kind, target, external)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """Return the one part of a kind that ``part`` points to, if it is there."""
        for relationship in self.relationships(part).values():
            if relationship.kind == kind and self.has(relationship.target):
                return relationship.target
        return None

    def _opened(self, part: str, most: int) -> BinaryIO:
        try:
            opened = self._zip.open(self._members[_same(part)])
        except (KeyError, *_BROKEN) as error:
            raise self._corrupt(f"its part {part} can't be opened") from error
        member = self._members[_same(part)]
        return io.BufferedReader(_Measured(opened, member, self, most))

    def _checked_members(self) -> dict[str, zipfile.ZipInfo]:
        members = self._zip.infolist()
        if len(members) > _MOST_MEMBERS:
            raise ManuscriptError(
                "zip_bomb",
                f"“{self._name}” holds {len(members)} parts; a Word document may hold "
                f"{_MOST_MEMBERS}. Open it in Word, copy its text into a new document and import "
                "that.",
            )
        found: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            if member.flag_bits & 0x1:
                raise ManuscriptError(
                    "encrypted",
                    f"“{self._name}” is locked with a password. Save it again without one.",
                )
            parts = member.filename.replace("\\", "/").split("/")
            if ".." in parts or len(parts) > _DEEPEST_FOLDER:
                raise ManuscriptError(
                    "unsafe_archive",
                    f"“{self._name}” was refused: a part of it lies outside the document "
                    f"(“{member.filename[:80]}”), as no word processor writes. Save it again as "
                    ".docx in Word or LibreOffice.",
                )
            if member.compress_type in _PACKINGS:
                found.setdefault(_same(member.filename), member)
        return found

    def _main_part(self) -> str:
        if self.has("mimetype") and b"opendocument" in self.read("mimetype", most=200):
            raise self._not_a_docx("it is an OpenDocument file whose name was changed")
        types = self.tree("[Content_Types].xml")
        if types is None:
            raise self._not_a_docx("it is a zip, but not one that a word processor makes")
        kinds = {
            _same(node.get("PartName").lstrip("/")): node.get("ContentType")
            for node in types.children
            if node.name == "ct:Override"
        }
        root = self.related("", "officeDocument")
        main = root or next(
            (part for part, kind in kinds.items() if kind.endswith(_WORD_MAIN) and self.has(part)),
            None,
        )
        if main is None:
            raise self._not_a_docx("it holds no text document")
        kind = kinds.get(_same(main), "")
        if kind and not kind.endswith(_WORD_MAIN) and not kind.endswith(("/xml", "+xml")):
            raise self._not_a_docx("its text is not in a form that can be read")
        if "spreadsheetml" in kind or "presentationml" in kind:
            raise self._not_a_docx("it is a spreadsheet or a presentation whose name was changed")
        return main

    def count(self, size: int, member: zipfile.ZipInfo, read: int, most: int) -> None:
        """Take ``size`` more expanded bytes into account, ``read`` of this member in all."""
        self._expanded += size
        packed = max(1, member.compress_size)
        if read > _RATIO_MATTERS_FROM_BYTES and read > packed * _HIGHEST_RATIO:
            raise ManuscriptError(
                "zip_bomb",
                f"“{self._name}” was refused: its part {member.filename[:80]} unpacks to more "
                f"than {_HIGHEST_RATIO} times its size, as no text or picture does. Copy its text "
                "into a new document and import that.",
            )
        if read > most or self._expanded > _MOST_EXPANDED_BYTES:
            raise ManuscriptError(
                "too_large",
                f"“{self._name}” is too large: unpacked, {member.filename[:80]} passes "
                f"{(most if read > most else _MOST_EXPANDED_BYTES) // _MEGABYTE} MB. Make its "
                "pictures smaller, or import it in parts.",
            )

    def broken(self, part: str, error: Exception) -> ManuscriptError:
        return self._corrupt(f"its part {part} is damaged ({error})")

    def _not_a_zip(self, file: Path | bytes) -> ManuscriptError:
        head = file[:4] if isinstance(file, bytes) else _head_of(file)
        if not head:
            return self._not_a_docx("the file is empty")
        if head == b"PK\x03\x04":
            return self._corrupt("the file is cut off or damaged")
        return self._not_a_docx("the file is of another kind, and only its name says .docx")

    def _corrupt(self, why: str) -> ManuscriptError:
        return ManuscriptError(
            "corrupt",
            f"“{self._name}” can't be read: {why}. Open it in Word or LibreOffice and save it "
            "again as .docx, or copy it again from where it came from.",
        )

    def _not_a_docx(self, why: str) -> ManuscriptError:
        return ManuscriptError(
            "not_a_docx",
            f"“{self._name}” is not a Word document: {why}. Open it in the program it was made "
            "with and save it as Word (.docx).",
        )


class _Measured(io.RawIOBase):
    """A member of the zip that stops when it grows beyond what it may be."""

    def __init__(
        self, source: BinaryIO, member: zipfile.ZipInfo, package: Package, most: int
    ) -> None:
        self._source, self._member, self._package, self._most = source, member, package, most
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        try:
            chunk = self._source.read(len(buffer))
        except _BROKEN as error:
            raise self._package.broken(self._member.filename[:80], error) from error
        self._read += len(chunk)
        self._package.count(len(chunk), self._member, self._read, self._most)
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._source.close()
        super().close()


def media_parts(package: Package) -> Iterator[str]:
    """The pictures a document holds, by where word processors put them."""
    for name in package.names():
        if "/media/" in f"/{name.lower()}" and not name.endswith("/"):
            yield name


def _part_name(folder: str, target: str) -> str:
    path = unquote(urlsplit(target).path.replace("\\", "/")) if "#" in target else unquote(target)
    joined = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(joined).lstrip("/")


def _same(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").casefold()


def _head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)
