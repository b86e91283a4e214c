"""The review screen's address: shows the import, and takes what is done to it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms.admin.manuscripts import notices
from cms.admin.manuscripts.changes import carried_out
from cms.admin.manuscripts.finishing import make_drafts
from cms.admin.manuscripts.notices import Notices
from cms.admin.manuscripts.orders import Order, read_order
from cms.admin.manuscripts.review_page import show_review
from cms.admin.manuscripts.rights import import_or_refusal
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport

CONFLICT = 409
_MOST_DIGITS = 18


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk) -> HttpResponse:
    pending = import_or_refusal(request, pk)
    if not pending.is_waiting:
        messages.info(request, _("“%s” has been made into drafts already.") % pending.name)
        return redirect("manuscripts_waiting")
    return _change(request, pending) if request.method == "POST" else show_review(request, pending)


def _change(request: HttpRequest, pending: PendingImport) -> HttpResponse:
    """Carry out an order and lead on: mostly back to the part it was about.

    A script that quietly keeps what was typed is answered with the import's new version.
    """
    order = read_order(request.POST.get("order", ""))
    try:
        left = carried_out(request, pending, order)
        if not left.problems and (leaving := _leaving(request, pending, order)):
            return leaving
    except BundleProblem as problem:
        left = Notices(problems={"": str(problem)})
    is_quiet = request.headers.get("x-requested-with") == "quietly"
    if is_quiet and not left.problems:
        return JsonResponse({"version": pending.version, "said": left.said})
    notices.leave(request, pending.pk, left)
    if is_quiet:
        return JsonResponse({"version": pending.version, "said": ""}, status=CONFLICT)
    return redirect(_address(request, pending, order, left))


def _leaving(request: HttpRequest, pending: PendingImport, order: Order) -> HttpResponse | None:
    """Return where an order leads away from the screen, None for those that stay."""
    match order.verb:
        case "accept":
            return make_drafts(request, pending)
        case "later":
            messages.success(request, _("“%s” waits for you here.") % pending.name)
            return redirect("manuscripts_waiting")
        case "discard":
            return redirect("manuscript_discard", pending.pk)
        case "compare":
            shown = urlencode({"language": request.POST.get("shown", "")})
            compared = reverse("manuscript_compare", args=[pending.pk, _number(order.part)])
            return redirect(f"{compared}?{shown}")
    return None


def _address(request: HttpRequest, pending: PendingImport, order: Order, left: Notices) -> str:
    """Return the review's address with the same language and parts open, at the part in hand."""
    opened = list(dict.fromkeys(request.POST.getlist("open")))
    at = left.at
    if order.verb == "open":
        opened.append(order.part)
    elif order.verb == "close":
        opened = [part for part in opened if part != order.part]
    if order.verb in {"open", "close", "choose"}:
        at = at or order.part
    language = order.part if order.verb == "show" else _language(request, pending)
    query = urlencode({"language": language, "open": opened}, doseq=True)
    address = f"{reverse('manuscript_review', args=[pending.pk])}?{query}"
    if left.problems and "" in left.problems:
        return address
    return f"{address}#part-{at}" if at else address


def _language(request: HttpRequest, pending: PendingImport) -> str:
    wanted = request.POST.get("language", "")
    return wanted if wanted == pending.language else request.POST.get("shown", "")


def _number(said: str) -> int:
    """Read a page's number. One that is none leads to a page that is not found."""
    return int(said) if said.isdecimal() and len(said) <= _MOST_DIGITS else 0
