"""Manuscripts handed in through the admin: kept, looked at, arranged, and let go.

Every function that changes something is one transaction. Accepting is in ``accepting``.
"""

from collections.abc import Iterable
from pathlib import Path

from django.core.files.base import File

from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.plan import Plan
from cms.importer.review import Review
from exhibit.models import ExhibitPage


class Outdated(BundleProblem):
    """The page that was acted on is older than the import as it is now."""


def may_import(user, exhibit: ExhibitPage | None = None) -> bool:
    """Say whether someone may hand in manuscripts, and see and accept those handed in.

    For a new exhibit: who may add pages below the museum's home. For one that is there: who may
    edit it and add pages below it.
    """
    raise NotImplementedError


def take_in(
    files: Iterable[File], *, user, into: ExhibitPage | None = None, language: str = ""
) -> PendingImport:
    """Keep a manuscript: one document, a zip, or a document with loose pictures and recordings.

    Raises:
        BundleProblem: (``Rejected`` if it cannot be read) in a sentence; nothing is kept.
    """
    raise NotImplementedError


def add_files(pending: PendingImport, files: Iterable[File]) -> None:
    """Add pictures and recordings that were missing.

    Raises:
        BundleProblem: in a sentence; nothing is changed.
    """
    raise NotImplementedError


def review_of(pending: PendingImport, language: str = "") -> Review:
    """Return the import as it stands, in one of its languages (the original's by default).

    Raises:
        BundleProblem: if its files are gone, or it has no such language.
    """
    raise NotImplementedError


def plan_of(pending: PendingImport, language: str = "") -> Plan:
    """Return what is arranged so far; change it with the functions of ``cms.importer.plan``."""
    raise NotImplementedError


def keep_plan(pending: PendingImport, language: str, plan: Plan, *, version: int) -> None:
    """Keep a changed plan (also of its title). ``version`` is that of the review acted on.

    Raises:
        Outdated: if the import was changed or accepted since.
        BundleProblem: if the plan does not fit the manuscript.
    """
    raise NotImplementedError


def keep_language(pending: PendingImport, language: str, *, version: int) -> None:
    """Read the manuscript anew in another of the site's languages; what is arranged stays."""
    raise NotImplementedError


def keep_exhibit(pending: PendingImport, exhibit: ExhibitPage | None, *, version: int) -> None:
    """Say which exhibit to write into; None for a new one."""
    raise NotImplementedError


def keep_leaving_out(pending: PendingImport, leave_out: bool, *, version: int) -> None:
    """Say whether pictures whose files are missing are left out; otherwise they hold it up."""
    raise NotImplementedError


def picture(pending: PendingImport, src: str) -> Path | None:
    """Return the file of a picture that the manuscript shows, None if it is missing."""
    raise NotImplementedError


def discard(pending: PendingImport) -> None:
    """Forget an import that waits, its files included."""
    raise NotImplementedError
