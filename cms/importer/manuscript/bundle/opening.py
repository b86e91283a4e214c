"""A bundle: a folder or zip of manuscripts, media, ``exhibit.toml`` and ``data/*.toml``."""

from __future__ import annotations

import os
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.embedded import unpack_embedded
from cms.importer.manuscript.formats.kinds import WORD_SUFFIXES, suffix_of
from cms.importer.manuscript.formats.pictures import PictureFault, picture_fault
from cms.importer.manuscript.formats.plain.encoding import LARGEST_MANUSCRIPT_BYTES
from cms.importer.manuscript.formats.word.package import LARGEST_DOCUMENT_BYTES
from cms.importer.manuscript.language import language_of_name
from cms.importer.manuscript.media_paths import media_path
from cms.importer.manuscript.outline import Outline, OutlineWarning
from cms.importer.manuscript.parsing import parse_manuscript

from .archive import ArchiveLimits, unpack
from .manuscript_choice import ManuscriptFile, choose_manuscripts
from .shapes import check_shapes

_LARGEST_TOML_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class Bundle:
    """An opened bundle.

    Attributes:
        root: the folder all paths are relative to.
        settings: what ``exhibit.toml`` says, ``{}`` without one.
        data: what each ``data/NAME.toml`` says, by ``NAME``.
        manuscripts: the original first, then the translations.
        warnings: what is amiss with the bundle itself; also on the first outline.
        files: every file's path in the bundle, sorted; only the manuscript's for a lone document.
        taken_out: a folder for the time being, where pictures from inside the documents lie.
    """

    root: Path
    settings: dict[str, Any] = field(default_factory=dict)
    data: dict[str, dict[str, Any]] = field(default_factory=dict)
    manuscripts: tuple[ManuscriptFile, ...] = ()
    files: tuple[str, ...] = ()
    warnings: tuple[OutlineWarning, ...] = ()
    taken_out: Path | None = None

    def find(self, name: str) -> Path | None:
        """Return the file a manuscript means by ``name``, whatever its case; None if missing.

        A file that lies loose beside the manuscript is found by its name alone.
        """
        path = media_path(name)
        if path is None:
            return None
        exact = self.root / path
        if _is_file(exact):
            return exact if _is_inside(exact, self.root) else None
        if self.taken_out and _is_file(self.taken_out / path):
            return self.taken_out / path
        alike = (file for wanted in (path, PurePosixPath(path).name) for file in self._like(wanted))
        return next((self.root / file for file in alike), None)

    def _like(self, path: str) -> Iterator[str]:
        wanted = _same(path)
        return (file for file in self.files if _same(file) == wanted)

    def outlines(self) -> tuple[Outline, ...]:
        """Parse every manuscript, and warn of media they name that the bundle lacks.

        A manuscript that can't be read is an outline with the status ``rejected``.
        """
        first, *others = (self._outline(manuscript) for manuscript in self.manuscripts)
        return (replace(first, warnings=(*self.warnings, *first.warnings)), *others)

    def _outline(self, manuscript: ManuscriptFile) -> Outline:
        path = self.root / manuscript.name
        outline = parse_manuscript(
            _read_limited(path, _most_bytes(manuscript.name) + 1),
            name=manuscript.name,
            language=manuscript.language,
            fault_of=self._fault_of,
        )
        missing = tuple(
            OutlineWarning(
                "media_missing",
                f"“{src}”, wanted in “{section}”, is not in the bundle. Add the file, or correct "
                f"its name in {manuscript.name}.",
                section,
            )
            for src, section in dict.fromkeys(outline.media_files)
            if self.find(src) is None
        )
        return replace(outline, warnings=(*outline.warnings, *missing))

    def _fault_of(self, src: str) -> PictureFault | None:
        path = self.find(src)
        return picture_fault(path) if path else None


@contextmanager
def open_bundle(path: Path | str, *, limits: ArchiveLimits | None = None) -> Iterator[Bundle]:
    """Open a folder, a ``.zip`` or a lone manuscript; a zip is unpacked and cleared away after.

    Raises:
        ManuscriptError: with one of the codes of ``archive.unpack``, or ``unsupported_type``,
            ``not_text``, ``legacy_doc``.
    """
    path = Path(path)
    limits = limits or ArchiveLimits()
    with tempfile.TemporaryDirectory(prefix="bundle-") as folder:
        if path.is_dir():
            bundle = _read_folder(path, limits)
        elif path.suffix.lower() == ".zip":
            unpacked = Path(folder, "bundle")
            unpacked.mkdir()
            unpack(path, unpacked, limits)
            bundle = _read_folder(_inner_folder(unpacked), limits)
        elif path.is_file():
            bundle = _lone_manuscript(path)
        else:
            raise ManuscriptError(
                "unsupported_type",
                f"There is nothing at “{path}”. Give the path of a manuscript, a bundle's folder "
                "or its zip.",
            )
        taken_out = Path(folder, "documents")
        for manuscript in bundle.manuscripts:
            unpack_embedded(bundle.root / manuscript.name, taken_out)
        yield replace(bundle, taken_out=taken_out)


def _lone_manuscript(path: Path) -> Bundle:
    """A document by itself; pictures it names are looked for beside it."""
    file = ManuscriptFile(path.name, language_of_name(path.name))
    return Bundle(path.parent, manuscripts=(file,), files=(path.name,))


def _inner_folder(folder: Path) -> Path:
    """A zip of a folder unpacks to that one folder, which is then the bundle."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder


def _read_folder(root: Path, limits: ArchiveLimits) -> Bundle:
    files = _list_files(root, limits)
    settings = _read_toml(root, "exhibit.toml") if "exhibit.toml" in files else {}
    data = {
        Path(file).stem: _read_toml(root, file)
        for file in files
        if file.startswith("data/") and file.endswith(".toml") and file.count("/") == 1
    }
    check_shapes(settings, data)
    manuscripts = choose_manuscripts(files, settings)
    return Bundle(root, settings, data, manuscripts, files, _missing_translations(files, settings))


def _missing_translations(
    files: tuple[str, ...], settings: dict[str, Any]
) -> tuple[OutlineWarning, ...]:
    named = settings.get("manuscripts")
    return tuple(
        OutlineWarning(
            "manuscript_missing",
            f"exhibit.toml names “{file}” as the manuscript in “{language}”, but it is not in the "
            "bundle. Add it, or take the line out of exhibit.toml.",
            "exhibit.toml",
        )
        for language, file in (named.items() if isinstance(named, dict) else ())
        if file not in files
    )


def _list_files(root: Path, limits: ArchiveLimits) -> tuple[str, ...]:
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        if len(Path(folder).relative_to(root).parts) > limits.depth:
            raise ManuscriptError(
                "unsafe_archive",
                f"The bundle's folders lie more than {limits.depth} deep. Give the folder that "
                "holds the manuscript.",
            )
        for name in (*folders, *names):
            path = Path(folder, name)
            if path.is_symlink() and not _is_inside(path, root):
                raise ManuscriptError(
                    "unsafe_archive",
                    f"“{path.relative_to(root)}” is a link out of the bundle. Put the file itself "
                    "there.",
                )
        found += [
            Path(folder, name).relative_to(root).as_posix()
            for name in names
            if not name.startswith(".")
        ]
        if len(found) > limits.members:
            raise ManuscriptError(
                "too_large",
                f"The folder holds more than {limits.members} files. Give the folder of the "
                "bundle alone.",
            )
    return tuple(sorted(found))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the manuscript's name is longer than any that the disk can hold
        return False


def _is_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _same(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _read_toml(root: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(_read_limited(root / name, _LARGEST_TOML_BYTES).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ManuscriptError(
            "not_text", f"“{name}” is not UTF-8 text. Save it as UTF-8 and import it again."
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ManuscriptError(
            "corrupt",
            f"“{name}” can't be read: {error}. Correct that place; every value is written as "
            'key = "value".',
        ) from error


def _most_bytes(name: str) -> int:
    """Pictures may lie inside a Word document; a text is its words alone."""
    return LARGEST_DOCUMENT_BYTES if suffix_of(name) in WORD_SUFFIXES else LARGEST_MANUSCRIPT_BYTES


def _read_limited(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)
