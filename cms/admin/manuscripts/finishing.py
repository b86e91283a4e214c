"""The two ends of an import: drafts, or nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms.admin.manuscripts.rights import import_or_refusal
from cms.importer.accepting import accept
from cms.importer.drafts import Outcome
from cms.importer.models import PendingImport
from cms.importer.pending import discard

_MOST_NAMES = 5


def make_drafts(request: HttpRequest, pending: PendingImport) -> HttpResponse:
    """Write the drafts and show the exhibit among the museum's pages.

    Raises:
        BundleProblem: in a sentence; nothing was written.
    """
    outcome = accept(pending, user=request.user, version=pending.version)
    exhibit = outcome.exhibit
    desk = reverse("exhibit_desk", args=[exhibit.pk])
    buttons = [messages.button(desk, _("All pages of this exhibit"))]
    messages.success(request, said_of(outcome), buttons=buttons)
    return redirect("wagtailadmin_explore", exhibit.pk)


def said_of(outcome: Outcome) -> str:
    """Say in sentences what was written and what was left as it is."""
    made, changed, same = map(len, (outcome.created, outcome.updated, outcome.unchanged))
    exhibit = outcome.exhibit.get_admin_display_title()
    said = [
        ngettext(
            "“%(exhibit)s”: %(count)s draft was made.",
            "“%(exhibit)s”: %(count)s drafts were made.",
            made,
        )
        % {"exhibit": exhibit, "count": made}
    ]
    if changed:
        sentence = ngettext("%s page has a new draft.", "%s pages have a new draft.", changed)
        said.append(sentence % changed)
    if same:
        sentence = ngettext("%s page was the same.", "%s pages were the same.", same)
        said.append(sentence % same)
    if outcome.kept:
        said.append(_kept(outcome))
    return " ".join([*said, _("Nothing is published.")])


def _kept(outcome: Outcome) -> str:
    """Name the pages that differ from the document and were left as they are, the first few."""
    names = [f"“{written.page.title}”" for written in outcome.kept]
    named = ", ".join(names[:_MOST_NAMES]) + ("…" if len(names) > _MOST_NAMES else "")
    sentence = ngettext(
        "%(count)s page was kept as it is: %(names)s.",
        "%(count)s pages were kept as they are: %(names)s.",
        len(names),
    )
    return sentence % {"count": len(names), "names": named}


@require_http_methods(["GET", "POST"])
def discard_import(request: HttpRequest, pk) -> HttpResponse:
    """Ask once, then forget an import with its files."""
    pending = import_or_refusal(request, pk)
    if not pending.is_waiting:
        messages.info(request, _("“%s” has been made into drafts already.") % pending.name)
        return redirect("manuscripts_waiting")
    if request.method == "POST":
        name = pending.name
        discard(pending)
        messages.success(request, _("“%s” was discarded. No page was touched.") % name)
        return redirect("manuscripts_waiting")
    return render(request, "cms/manuscripts/discard.html", {"pending": pending})
