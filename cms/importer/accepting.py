"""Turn an import that waits into drafts: all of them and once, or none."""

from cms.importer.drafts import Outcome, Progress
from cms.importer.models import PendingImport


def accept(
    pending: PendingImport,
    *,
    user,
    version: int,
    on_saved: Progress = lambda done, total, title: None,
) -> Outcome:
    """Write the drafts in one transaction, publish nothing, and keep the import as history.

    Raises:
        Outdated: if it was changed or accepted since ``version``.
        BundleProblem: in a sentence; nothing has been written.
    """
    raise NotImplementedError
