"""Publish an exhibit with all its chapters, after looking at what that means."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms.admin.exhibit_desk import PageRow, rows_of
from cms.admin.readiness import problems_of
from exhibit.models import ExhibitPage
from exhibit.services.publishing import publish_exhibit


@dataclass(frozen=True)
class Candidate:
    """A page that is not public as it stands in its draft. ``problems`` keep it from being."""

    row: PageRow
    problems: list[str]


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    exhibit = get_object_or_404(ExhibitPage.objects.select_related("locale"), pk=pk)
    if not exhibit.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    candidates = _candidates(exhibit, request.user)
    if request.method == "POST":
        chosen = {
            candidate.row.page_id
            for candidate in candidates
            if not candidate.problems and str(candidate.row.page_id) in request.POST.getlist("page")
        }
        problem = _refusal(exhibit, chosen)
        if not problem:
            return _publish(request, exhibit, chosen)
        messages.error(request, problem)
    return render(
        request,
        "cms/exhibit/publish.html",
        {
            "exhibit": exhibit,
            "candidates": candidates,
            "is_possible": any(not candidate.problems for candidate in candidates),
            "desk_url": reverse("exhibit_desk", args=[exhibit.pk]),
        },
    )


def _candidates(exhibit: ExhibitPage, user) -> list[Candidate]:
    waiting = {row.page_id: row for row in rows_of(exhibit) if not row.is_ready_for_visitors}
    pages = exhibit.get_descendants(inclusive=True).filter(pk__in=waiting).order_by("path")
    return [
        Candidate(waiting[page.pk], problems_of(page.get_latest_revision_as_object(), user))
        for page in pages.specific()
    ]


def _refusal(exhibit: ExhibitPage, chosen: set[int]) -> str:
    if not chosen:
        return _("Nothing was published, because no page was ticked. Tick at least one.")
    if not exhibit.live and exhibit.pk not in chosen:
        return _(
            "Nothing was published. Visitors reach the chapters through the exhibit’s own page, "
            "which is still a draft: tick it too, or mend what keeps it from being published."
        )
    return ""


def _publish(request: HttpRequest, exhibit: ExhibitPage, chosen: set[int]) -> HttpResponse:
    changed = publish_exhibit(exhibit, user=request.user, only=chosen)
    exhibit.refresh_from_db()
    message = ngettext(
        "“%(exhibit)s”: %(count)s page is published.",
        "“%(exhibit)s”: %(count)s pages are published.",
        len(changed),
    ) % {"exhibit": exhibit.title, "count": len(changed)}
    buttons = [messages.button(exhibit.get_url(request) or "/", _("See it on the web"))]
    if exhibit.is_on_kiosk:
        kiosk = reverse("kiosk:start", args=[exhibit.slug, exhibit.locale.language_code])
        buttons.append(messages.button(kiosk, _("See it on a kiosk")))
    messages.success(request, message, buttons=buttons)
    return redirect("exhibit_desk", exhibit.pk)


def urls():
    return [path("exhibits/<int:pk>/publish/", publish, name="publish_exhibit")]
