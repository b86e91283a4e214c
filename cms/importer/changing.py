"""Change an import that waits, unless somebody else has in the meantime."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport


class Outdated(BundleProblem):
    """The page that was acted on is older than the import as it is now."""


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
            raise Outdated(outdated())
    pending.refresh_from_db()


def outdated() -> str:
    return _(
        "Somebody has changed, accepted or discarded this import since you opened the page. "
        "Nothing was done now; look at it as it is."
    )
