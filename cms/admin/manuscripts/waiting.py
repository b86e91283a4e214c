"""The imports that wait: as a page of their own, and as a panel of the dashboard."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.ui.components import Component

from cms.admin.manuscripts.rights import may_hand_in, waiting_imports
from cms.importer.models import PendingImport

MOST_ON_THE_DASHBOARD = 5


@dataclass(frozen=True)
class WaitingRow:
    """One import. ``becomes`` is the exhibit it goes into, or that it begins one."""

    name: str
    becomes: str
    brought_by: str
    brought_at: datetime
    changed_at: datetime
    is_begun: bool
    review_url: str
    discard_url: str


class WaitingPanel(Component):
    """“Manuscripts that wait”: on the dashboard of those who may go on with them."""

    name = "manuscripts"
    template_name = "cms/dashboard/manuscripts.html"
    order = 60

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        imports = waiting_imports(parent_context["request"].user)
        context["rows"] = rows_of(imports[:MOST_ON_THE_DASHBOARD])
        context["total"] = len(imports)
        return context


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    if not may_hand_in(request.user):
        raise PermissionDenied
    context = {"rows": rows_of(waiting_imports(request.user))}
    return render(request, "cms/manuscripts/waiting.html", context)


def rows_of(imports: list[PendingImport]) -> list[WaitingRow]:
    return [_row(pending) for pending in imports]


def _row(pending: PendingImport) -> WaitingRow:
    person = pending.created_by
    exhibit = pending.exhibit
    return WaitingRow(
        name=pending.name,
        becomes=exhibit.get_admin_display_title() if exhibit else _("A new exhibit"),
        brought_by=(person.get_full_name() or person.get_username()) if person else "",
        brought_at=pending.created_at,
        changed_at=pending.updated_at,
        is_begun=pending.version > 1,
        review_url=reverse("manuscript_review", args=[pending.pk]),
        discard_url=reverse("manuscript_discard", args=[pending.pk]),
    )
