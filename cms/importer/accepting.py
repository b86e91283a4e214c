"""Turn an import that waits into drafts: all of them and once, or none."""

import shutil
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.importer.changing import change
from cms.importer.destination import home_for
from cms.importer.drafts import Outcome, Progress, write_drafts
from cms.importer.facts import BundleProblem
from cms.importer.handed_in import handed_in, opened_bundle
from cms.importer.keeping import sentence_when_full
from cms.importer.models import PendingImport
from cms.importer.permissions import refusals
from cms.importer.plan import without_media
from cms.importer.reading import Manuscript
from cms.importer.reasons import arranged_outlines, reasons_against
from media.storage import files_follow_transaction


def accept(
    pending: PendingImport,
    *,
    user: Any,
    version: int,
    on_saved: Progress = lambda done, total, title: None,
) -> Outcome:
    """Write the drafts in one transaction, publish nothing, and keep the import as history.

    Raises:
        Outdated: if it was changed or accepted since ``version``.
        BundleProblem: in a sentence; nothing has been written.
    """
    with sentence_when_full(), files_follow_transaction(), transaction.atomic():
        # First of all, so that of two who accept at once one finds it accepted.
        change(pending, version=version, accepted_at=timezone.now(), accepted_by=user)
        outcome = _write(pending, user, on_saved)
        PendingImport.objects.filter(pk=pending.pk).update(exhibit=outcome.exhibit)
        transaction.on_commit(partial(shutil.rmtree, pending.folder, ignore_errors=True))
    pending.refresh_from_db()
    return outcome


def _write(pending: PendingImport, user: Any, on_saved: Progress) -> Outcome:
    read = handed_in(pending)
    outlines = arranged_outlines(pending, read)
    reasons = list(reasons_against(pending, read, outlines))
    if user is not None:
        reasons += refusals(pending, outlines, user)
    if reasons:
        raise BundleProblem(" ".join(reasons))
    if pending.leave_out_missing:
        outlines = {tag: without_media(outline, read.missing) for tag, outline in outlines.items()}
    with opened_bundle(pending) as bundle:
        return write_drafts(
            Manuscript(bundle, outlines),
            outlines,
            home=home_for(read.original),
            into=pending.exhibit,
            user=user,
            choices={int(page): choice for page, choice in pending.choices.items()},
            pending_import=pending,
            on_saved=on_saved,
        )
