"""Who may bring manuscripts in, where these may go, and whose waiting imports are seen."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import may_import, review_of
from cms.importer.permissions import refusals
from cms.importer.review import Review
from exhibit.models import ExhibitPage


def exhibits_to_write_into(user) -> list[ExhibitPage]:
    """Return the exhibits into which this person may import, in tree order."""
    exhibits = ExhibitPage.objects.select_related("locale").order_by("path")
    return [exhibit for exhibit in exhibits if may_import(user, exhibit)]


def may_hand_in(user) -> bool:
    """Whether there is anything at all that this person may import into."""
    return may_import(user) or bool(exhibits_to_write_into(user))


def may_work_on(user, pending: PendingImport) -> bool:
    return may_import(user, pending.exhibit)


def waiting_imports(user) -> list[PendingImport]:
    """Return the imports that wait and that this person may go on with, the newest first."""
    waiting = PendingImport.objects.filter(accepted_at=None).select_related(
        "created_by", "exhibit__locale"
    )
    return [pending for pending in waiting if may_work_on(user, pending)]


def import_or_refusal(request: HttpRequest, pk) -> PendingImport:
    """Return the import of this number, waiting or accepted.

    Raises:
        Http404: if it was discarded.
        PermissionDenied: if it goes where this person may not write.
    """
    imports = PendingImport.objects.select_related("exhibit__locale", "created_by")
    pending = get_object_or_404(imports, pk=pk)
    if not may_work_on(request.user, pending):
        raise PermissionDenied
    return pending


def review_for(user, pending: PendingImport, language: str) -> Review:
    """Return an import as it stands beside its exhibit, in one language.

    Raises:
        BundleProblem: if it cannot be read, or goes into a text that this person may not write.
    """
    review = review_of(pending, language)
    if review.again is not None:
        for sentence in refusals(pending, [review.language], user):
            raise BundleProblem(sentence)
    return review
