"""Manuscripts handed in through the admin: kept, looked at, arranged, and let go.

Every function that changes something is one transaction. The review is made in ``reviewing``,
drafts in ``accepting``; whoever acts on a page gives back the ``version`` of its review, so that
an older page cannot undo what was done since.
"""

import shutil
from collections.abc import Mapping
from copy import copy
from functools import partial
from pathlib import Path

from django.db import transaction

from cms.importer.changing import Outdated, change, outdated
from cms.importer.facts import BundleProblem
from cms.importer.handed_in import arranged_plan, file_in_bundle, handed_in
from cms.importer.manuscript.bundle.opening import Bundle
from cms.importer.manuscript.media_paths import media_path
from cms.importer.models import PendingImport
from cms.importer.plan import Piece, Plan, PlanProblem, check_plan, plan_to_json, refitted
from cms.importer.reading import is_site_language, strange_language
from cms.importer.reviewing import review_of
from cms.importer.taking_in import add_files, take_in
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
    anew = copy(pending)
    anew.language = language
    after = handed_in(anew)
    fitted = refitted(plan, after.material())
    change(pending, version=version, language=language, plans={language: plan_to_json(fitted)})


def keep_exhibit(pending: PendingImport, exhibit: ExhibitPage | None, *, version: int) -> None:
    """Say which exhibit to write into; None for a new one."""
    change(pending, version=version, exhibit=exhibit, choices={})


def keep_choices(pending: PendingImport, choices: Mapping[int, str], *, version: int) -> None:
    """Say what is to become of pages that are there already, by their id."""
    kept = {str(page): choice for page, choice in choices.items()}
    change(pending, version=version, choices=kept)


def keep_leaving_out(pending: PendingImport, leave_out: bool, *, version: int) -> None:
    """Say whether pictures whose files are missing are left out; otherwise they hold it up."""
    change(pending, version=version, leave_out_missing=leave_out)


def picture(pending: PendingImport, src: str) -> Path | None:
    """Return the file of a picture that the manuscript shows, None if it is missing."""
    path = media_path(src)
    if path is None:
        return None
    if path.startswith("embedded/") and (own := Bundle(pending.folder).find(path)):
        return own
    return file_in_bundle(pending, path)


def discard(pending: PendingImport) -> None:
    """Forget an import that waits, its files included.

    Raises:
        Outdated: if it was accepted or discarded in the meantime.
    """
    with transaction.atomic():
        gone, _by_model = PendingImport.objects.filter(pk=pending.pk, accepted_at=None).delete()
        if not gone:
            raise Outdated(outdated())
        transaction.on_commit(partial(shutil.rmtree, pending.folder, ignore_errors=True))
