"""What an import that waits holds: its bundle, what the parser read, and what is arranged.

The parser runs once in a process for the same files and language, however often a curator clicks.
"""

import shutil
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from cms.importer.facts import BundleProblem
from cms.importer.keeping import MEDIA
from cms.importer.manuscript.bundle.opening import Bundle
from cms.importer.manuscript.formats.kinds import suffix_of
from cms.importer.models import PendingImport
from cms.importer.plan import (
    Material,
    Plan,
    PlanProblem,
    check_plan,
    material_of,
    plan_of,
    read_plan,
    refitted,
)
from cms.importer.reading import opened, read_outlines

# Enough for the curators of one museum at work at once; each is as large as its manuscript.
_MOST_READINGS = 4


@dataclass(frozen=True)
class HandedIn:
    """What was read, by language tag, the original first. ``missing`` are paths without a file.

    ``settings`` is exhibit.toml. ``is_single`` says that there is one manuscript, whose language
    may be changed.
    """

    materials: Mapping[str, Material]
    settings: Mapping[str, Any]
    missing: frozenset[str]
    is_single: bool

    @property
    def original(self) -> str:
        return next(iter(self.materials))

    def material(self, language: str = "") -> Material:
        """Return what was read in a language, by default the original's.

        Raises:
            BundleProblem: if there is no manuscript in it.
        """
        try:
            return self.materials[language or self.original]
        except KeyError:
            raise BundleProblem(
                f"There is no manuscript in the language “{language}” any more. Look at the "
                "import as it is now."
            ) from None


_readings: OrderedDict[tuple[str, str], HandedIn] = OrderedDict()
_one_looks, _one_reads = Lock(), Lock()


def bundle_folder(pending: PendingImport) -> Path:
    return pending.folder / "bundle"


@contextmanager
def opened_bundle(pending: PendingImport) -> Iterator[Bundle]:
    """Open the files of an import.

    Raises:
        BundleProblem: if they are gone.
    """
    folder = bundle_folder(pending)
    files = [path for path in folder.rglob("*") if path.is_file()]
    if not files:
        raise BundleProblem(
            f"The files of “{pending.name}” are not there any more. Discard this import and hand "
            "the manuscript in again."
        )
    is_lone = len(files) == 1 and suffix_of(files[0].name) not in MEDIA
    with opened(files[0] if is_lone else folder) as bundle:
        yield bundle


def file_in_bundle(pending: PendingImport, path: str) -> Path | None:
    """Return the file that the manuscript means by a path, without opening the rest."""
    folder = bundle_folder(pending)
    files = (file for file in folder.rglob("*") if file.is_file())
    names = tuple(file.relative_to(folder).as_posix() for file in files)
    return Bundle(folder, files=names).find(path)


def handed_in(pending: PendingImport) -> HandedIn:
    """Return what was read of an import.

    Raises:
        BundleProblem: (``Rejected`` if it cannot be read) in a sentence.
    """
    key = (pending.digest, pending.language)
    if (known := _remembered(key)) is not None and not _lacks_pictures(known, pending.folder):
        return known
    with _one_reads:
        known = _remembered(key)
        with opened_bundle(pending) as bundle:
            read = known or _read(bundle, pending.language)
            _keep_embedded(bundle, read, pending.folder)
        with _one_looks:
            _readings[key] = read
            while len(_readings) > _MOST_READINGS:
                _readings.popitem(last=False)
    return read


def _remembered(key: tuple[str, str]) -> HandedIn | None:
    with _one_looks:
        if key in _readings:
            _readings.move_to_end(key)
        return _readings.get(key)


def arranged_plan(pending: PendingImport, language: str, material: Material) -> Plan:
    """Return what is arranged so far, fitted to the manuscript as it was read."""
    stored = pending.plans.get(language)
    if stored is None:
        return plan_of(material)
    try:
        plan = read_plan(stored)
    except PlanProblem:
        return plan_of(material)
    try:
        check_plan(plan, material.pieces)
    except PlanProblem:
        return refitted(plan, material)
    return plan


def _read(bundle: Bundle, language: str) -> HandedIn:
    outlines = read_outlines(bundle, language)
    wanted = {path for outline in outlines.values() for path, _title in outline.media_files}
    return HandedIn(
        {tag: material_of(outline) for tag, outline in outlines.items()},
        bundle.settings,
        frozenset(path for path in wanted if bundle.find(path) is None),
        is_single=len(bundle.manuscripts) == 1,
    )


def _lacks_pictures(read: HandedIn, folder: Path) -> bool:
    """Whether the same document was read for another import, whose folder has its pictures."""
    return any(not (folder / path).exists() for path in _embedded(read) if path not in read.missing)


def _embedded(read: HandedIn) -> Iterator[str]:
    for material in read.materials.values():
        for path, _title in material.outline.media_files:
            if path.startswith("embedded/"):
                yield path


def _keep_embedded(bundle: Bundle, read: HandedIn, folder: Path) -> None:
    """Copy a document's own pictures out of it, to be looked at while the import waits."""
    for path in _embedded(read):
        place = folder / path
        found = bundle.find(path)
        if found is not None and not place.exists():
            place.parent.mkdir(mode=0o700, exist_ok=True)
            shutil.copyfile(found, place)
