"""Manuscripts handed in through the admin: kept, looked at, arranged, and let go.

Every function that changes something is one transaction. The review is made in ``reviewing``,
drafts in ``accepting``; whoever acts on a page gives back the ``version`` of its review, so that
an older page cannot undo what was done since.
"""

import hashlib
import shutil
import uuid
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.importer.facts import BundleProblem
from cms.importer.handed_in import arranged_plan, bundle_folder, handed_in, opened_bundle
from cms.importer.keeping import (
    DOCUMENTS,
    MEDIA,
    clean_name,
    digest_of,
    new_folder,
    remove_strays,
    write_files,
)
from cms.importer.manuscript.bundle.manuscript_choice import NOT_MANUSCRIPTS
from cms.importer.manuscript.formats.kinds import suffix_of
from cms.importer.manuscript.media_paths import media_path
from cms.importer.models import PendingImport
from cms.importer.plan import Piece, Plan, PlanProblem, check_plan, plan_to_json, refitted
from cms.importer.reading import is_site_language, strange_language
from cms.importer.reviewing import review_of
from exhibit.models import ExhibitPage, MuseumHomePage

__all__ = [
    "Outdated",
    "add_files",
    "change",
    "discard",
    "keep_choices",
    "keep_exhibit",
    "keep_language",
    "keep_leaving_out",
    "keep_plan",
    "may_import",
    "picture",
    "pieces_of",
    "plan_of",
    "review_of",
    "take_in",
]


class Outdated(BundleProblem):
    """The page that was acted on is older than the import as it is now."""


def may_import(user, exhibit: ExhibitPage | None = None) -> bool:
    """Say whether someone may hand in manuscripts, and see and accept those handed in.

    For a new exhibit: who may add pages below a museum's home. For one that is there: who may
    edit it and add pages below it.
    """
    if exhibit is not None:
        may = exhibit.permissions_for_user(user)
        return may.can_add_subpage() and may.can_edit()
    homes = MuseumHomePage.objects.order_by("path")
    return any(home.permissions_for_user(user).can_add_subpage() for home in homes)


def take_in(
    files: Iterable[File], *, user, into: ExhibitPage | None = None, language: str = ""
) -> PendingImport:
    """Keep a manuscript: one document, a zip, or a document with loose pictures and recordings.

    Raises:
        BundleProblem: (``Rejected`` if it cannot be read) in a sentence; nothing is kept.
    """
    files = list(files)
    name = _name_of(files)
    if language and not is_site_language(language):
        raise BundleProblem(strange_language(language))
    remove_strays()
    pending = PendingImport(name=name, created_by=user, exhibit=into, language=language)
    with new_folder(pending.folder), transaction.atomic():
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
        digest = hashlib.sha256(f"{pending.digest}{digest_of(folder)}".encode()).hexdigest()
        change(pending, version=version, digest=digest)
        transaction.on_commit(partial(_move_into, folder, bundle_folder(pending)))


def plan_of(pending: PendingImport, language: str = "") -> Plan:
    """Return what is arranged so far; change it with the functions of ``cms.importer.plan``."""
    read = handed_in(pending)
    return arranged_plan(pending, language or read.original, read.material(language))


def pieces_of(pending: PendingImport, language: str = "") -> Mapping[str, Piece]:
    """Return the manuscript's pieces by id, as the functions of ``cms.importer.plan`` want them."""
    return handed_in(pending).material(language).pieces


def keep_plan(pending: PendingImport, language: str, plan: Plan, *, version: int) -> None:
    """Keep a changed plan (also of its title). ``version`` is that of the review acted on.

    Raises:
        Outdated: if the import was changed or accepted since.
        BundleProblem: if the plan does not fit the manuscript.
    """
    read = handed_in(pending)
    try:
        check_plan(plan, read.material(language).pieces)
    except PlanProblem as problem:
        raise BundleProblem(str(problem)) from problem
    tag = language or read.original
    plans = pending.plans | {tag: plan_to_json(plan)}
    change(pending, version=version, plans=plans, before={tag: pending.plans.get(tag)})


def undo(pending: PendingImport, *, version: int) -> None:
    """Take back the last change to a plan; does nothing if something else was changed since.

    Raises:
        Outdated: if the import was changed or accepted since.
    """
    plans = {tag: plan for tag, plan in (pending.plans | pending.before).items() if plan}
    change(pending, version=version, plans=plans)


def keep_language(pending: PendingImport, language: str, *, version: int) -> None:
    """Read the manuscript anew in another of the site's languages; what is arranged stays.

    Raises:
        Outdated: if the import was changed or accepted since.
        BundleProblem: if the site does not have the language, or the bundle says it itself.
    """
    if not is_site_language(language):
        raise BundleProblem(strange_language(language))
    before = handed_in(pending)
    if not before.is_single:
        raise BundleProblem(
            "The bundle holds manuscripts in several languages and says itself which is which. "
            "Correct the names of its files, and hand it in again."
        )
    plan = arranged_plan(pending, before.original, before.material())
    pending.language = language
    after = handed_in(pending)
    fitted = refitted(plan, after.material())
    change(pending, version=version, language=language, plans={language: plan_to_json(fitted)})


def keep_exhibit(pending: PendingImport, exhibit: ExhibitPage | None, *, version: int) -> None:
    """Say which exhibit to write into; None for a new one."""
    change(pending, version=version, exhibit=exhibit, choices={})


def keep_choices(pending: PendingImport, choices: Mapping[str, Any], *, version: int) -> None:
    """Say what is to become of pages that are there already."""
    change(pending, version=version, choices=dict(choices))


def keep_leaving_out(pending: PendingImport, leave_out: bool, *, version: int) -> None:
    """Say whether pictures whose files are missing are left out; otherwise they hold it up."""
    change(pending, version=version, leave_out_missing=leave_out)


def picture(pending: PendingImport, src: str) -> Path | None:
    """Return the file of a picture that the manuscript shows, None if it is missing."""
    path = media_path(src)
    if path is None:
        return None
    own = pending.folder / path
    if path.startswith("embedded/") and own.is_file():
        return own
    with opened_bundle(pending) as bundle:
        found = bundle.find(path)
        is_kept = found is not None and found.is_relative_to(bundle_folder(pending))
        return found if is_kept else None


def discard(pending: PendingImport) -> None:
    """Forget an import that waits, its files included.

    Raises:
        Outdated: if it was accepted or discarded in the meantime.
    """
    with transaction.atomic():
        gone, _by_model = PendingImport.objects.filter(pk=pending.pk, accepted_at=None).delete()
        if not gone:
            raise Outdated(_outdated())
        transaction.on_commit(partial(shutil.rmtree, pending.folder, ignore_errors=True))


def change(pending: PendingImport, *, version: int, **values: Any) -> None:
    """Change an import that waits, unless somebody else has since ``version``.

    Raises:
        Outdated: if so; ``pending`` is then as it was.
    """
    with transaction.atomic():
        changed = PendingImport.objects.filter(
            pk=pending.pk, accepted_at=None, version=version
        ).update(**({"before": {}} | values), version=F("version") + 1, updated_at=timezone.now())
        if not changed:
            raise Outdated(_outdated())
    pending.refresh_from_db()


def _outdated() -> str:
    return _(
        "Somebody has changed, accepted or discarded this import since you opened the page. "
        "Nothing was done now; look at it as it is."
    )


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
