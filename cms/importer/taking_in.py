"""Take in what a curator hands over: a document, its pictures, or a zip of everything."""

import hashlib
import shutil
import uuid
from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from cms.importer.changing import change
from cms.importer.facts import BundleProblem
from cms.importer.handed_in import bundle_folder, handed_in
from cms.importer.keeping import (
    DOCUMENTS,
    MEDIA,
    clean_name,
    digest_of,
    new_folder,
    refuse_too_much,
    remove_strays,
    write_files,
)
from cms.importer.manuscript.bundle.manuscript_choice import NOT_MANUSCRIPTS
from cms.importer.manuscript.formats.kinds import suffix_of
from cms.importer.models import PendingImport
from cms.importer.reading import is_site_language, strange_language
from exhibit.models import ExhibitPage


def take_in(
    files: Iterable[File], *, user, into: ExhibitPage | None = None, language: str = ""
) -> PendingImport:
    """Keep a manuscript: one document, a zip, or a document with loose pictures and recordings.

    All is read before the one row is written, so no transaction is needed, nor kept open.

    Raises:
        BundleProblem: (``Rejected`` if it cannot be read) in a sentence; nothing is kept.
    """
    files = list(files)
    name = _name_of(files)
    if language and not is_site_language(language):
        raise BundleProblem(strange_language(language))
    remove_strays()
    pending = PendingImport(name=name, created_by=user, exhibit=into, language=language)
    with new_folder(pending.folder):
        folder = bundle_folder(pending)
        folder.mkdir(mode=0o700)
        write_files(files, folder)
        _name_manuscript(folder)
        pending.digest = digest_of(folder)
        handed_in(pending)
        pending.save(force_insert=True)
    return pending


def add_files(pending: PendingImport, files: Iterable[File], *, version: int) -> None:
    """Add pictures and recordings that were missing; one of the same name is replaced.

    Raises:
        Outdated: if the import was changed or accepted since.
        BundleProblem: in a sentence; nothing is changed.
    """
    files = list(files)
    _refuse_strange([clean_name(file.name) for file in files], MEDIA | {".zip"})
    with new_folder(pending.folder / f"adding-{uuid.uuid4()}") as folder, transaction.atomic():
        write_files(files, folder)
        _refuse_unfit(folder, bundle_folder(pending))
        digest = hashlib.sha256(f"{pending.digest}{digest_of(folder)}".encode()).hexdigest()
        change(pending, version=version, digest=digest)
        transaction.on_commit(partial(_move_into, folder, bundle_folder(pending)))


def _name_of(files: list[File]) -> str:
    """Return what an import is called: its document's or archive's name.

    Raises:
        BundleProblem: if there is no document, or a file of no use.
    """
    names = [clean_name(file.name) for file in files]
    if len(names) > 1:
        _refuse_strange(names, DOCUMENTS | MEDIA | {".zip", ".toml"})
    documents = [name for name in names if suffix_of(name) not in MEDIA | {".toml"}]
    if not documents:
        raise BundleProblem(
            _(
                "There is no document among these files. Choose the manuscript too: Word (.docx), "
                "a web page (.html), Markdown (.md), plain text (.txt), or a .zip of everything."
            )
        )
    return documents[0]


def _refuse_strange(names: list[str], allowed: Collection[str]) -> None:
    for name in names:
        if suffix_of(name) not in allowed:
            raise BundleProblem(
                _(
                    "“%(name)s” is neither a manuscript nor a picture or recording that can be "
                    "shown. Leave it out, or save it as one of these: %(kinds)s."
                )
                % {"name": name, "kinds": " ".join(sorted(allowed))}
            )


def _refuse_unfit(added: Path, folder: Path) -> None:
    """Refuse what an archive brought beside media, and what cannot come to lie in the folder."""
    new = [path.relative_to(added) for path in added.rglob("*") if path.is_file()]
    _refuse_strange([path.name for path in new], MEDIA)
    for path in new:
        above = [folder / each for each in path.parents]
        if (folder / path).is_dir() or any(each.is_file() for each in above):
            raise BundleProblem(
                _(
                    "“%(name)s” is a file here and a folder there. Give one of them another name, "
                    "also where the manuscript names it."
                )
                % {"name": path.name}
            )
    refuse_too_much([folder, added])


def _name_manuscript(folder: Path) -> None:
    """Let a lone document be the manuscript even if it is called readme or notes."""
    documents = [path for path in folder.iterdir() if suffix_of(path.name) in DOCUMENTS]
    if len(documents) != 1 or (folder / "exhibit.toml").exists():
        return
    (document,) = documents
    if document.stem.lower() in NOT_MANUSCRIPTS:
        document.rename(document.with_name(f"manuscript{document.suffix}"))


def _move_into(source: Path, folder: Path) -> None:
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        place = folder / path.relative_to(source)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.replace(place)
    shutil.rmtree(source, ignore_errors=True)
