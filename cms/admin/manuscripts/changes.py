"""Carrying out what a curator asked for on the review screen.

One form holds the whole screen, so every button brings along all that was typed: it is kept first,
then the button's own order is carried out. What cannot be done is said, and the rest is done.
"""

from dataclasses import replace

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.admin.manuscripts.again_rows import CHOICES
from cms.admin.manuscripts.arranging import Arranged, ordered, with_typed
from cms.admin.manuscripts.notices import Notices
from cms.admin.manuscripts.orders import Order, Typed, read_typed
from cms.admin.manuscripts.rights import exhibits_to_write_into
from cms.importer import pending as imports
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import Outdated, may_import
from cms.importer.plan import Plan, PlanProblem
from cms.importer.plan.arranging import entitled

ON_THE_PLAN = {"up", "down", "before", "merge", "split"}


def carried_out(request: HttpRequest, pending: PendingImport, order: Order) -> Notices:
    """Keep what was typed, carry out the order, and return what there is to say about it.

    Raises:
        Outdated: if the form is older than the import; nothing was changed.
    """
    shown = request.POST.get("shown", "")
    typed = read_typed(request.POST)
    if request.POST.get("version") != str(pending.version):
        raise Outdated(_older(imports.plan_of(pending, shown), typed))
    arranged = _kept_plan(request, pending, shown, order, typed)
    said, problems = "", dict(arranged.problems)
    # Files come last: they are in their place only when all of this is kept.
    for settle in (_undone, _choices, _leaving_out, _exhibit, _language, _files):
        try:
            said = settle(request, pending, order) or said
        except BundleProblem as problem:
            problems[""] = str(problem)
    return Notices(said or arranged.said, "" if said else arranged.at, problems)


def _kept_plan(
    request: HttpRequest, pending: PendingImport, shown: str, order: Order, typed: Typed
) -> Arranged:
    """Keep what was typed and then the order, as two changes: only the second can be undone."""
    before = imports.plan_of(pending, shown)
    done = with_typed(before, typed)
    plan, problem = _entitled(done.plan, request.POST.get("exhibit_title", before.title))
    if problem:
        done = replace(done, problems={**done.problems, "": problem})
    if plan != before:
        imports.keep_plan(pending, shown, plan, version=pending.version)
    if order.verb not in ON_THE_PLAN:
        return done
    try:
        step = ordered(plan, imports.pieces_of(pending, shown), order)
    except PlanProblem as refusal:
        problems = {**done.problems, order.part: str(refusal)}
        return replace(done, at=order.part, said="", problems=problems)
    if step.plan != plan:
        imports.keep_plan(pending, shown, step.plan, version=pending.version)
    return replace(step, problems=done.problems)


def _entitled(plan: Plan, title: str) -> tuple[Plan, str]:
    """Give the plan the title that was typed; also return why not, in a sentence."""
    if title.strip() == plan.title:
        return plan, ""
    try:
        return entitled(plan, title), ""
    except PlanProblem as problem:
        return plan, str(problem)


def _undone(request: HttpRequest, pending: PendingImport, order: Order) -> str:
    if order.verb != "undo" or not pending.before:
        return ""
    imports.undo(pending, version=pending.version)
    return _("The last step was undone.")


def _choices(request: HttpRequest, pending: PendingImport, order: Order) -> str:
    """Keep what was chosen for pages that are there; where nothing was, the default may change."""
    said = read_typed(request.POST).choices
    if not said:
        return ""
    if set(said.values()) - set(CHOICES):
        raise BundleProblem(_("A page can take the new text, keep its own, or have both."))
    again = imports.review_of(pending, request.POST.get("shown", "")).again
    defaults = {str(page.page_id): page.default for page in again.pages} if again else {}
    kept = pending.choices | {
        page: choice
        for page, choice in said.items()
        if page in defaults and (page in pending.choices or choice != defaults[page])
    }
    if kept == pending.choices:
        return ""
    numbered = {int(page): choice for page, choice in kept.items()}
    imports.keep_choices(pending, numbered, version=pending.version)
    return _("The choice is kept.") if order.verb == "choose" else ""


def _files(request: HttpRequest, pending: PendingImport, order: Order) -> str:
    if order.verb != "add":
        return ""
    files = request.FILES.getlist("files")
    if not files:
        raise BundleProblem(_("No file was chosen. Choose those that the list names."))
    imports.add_files(pending, files, version=pending.version)
    return ngettext("%d file was added.", "%d files were added.", len(files)) % len(files)


def _leaving_out(request: HttpRequest, pending: PendingImport, order: Order) -> str:
    if order.verb == "leave-out":
        imports.keep_leaving_out(pending, True, version=pending.version)
        return _("The drafts will be made without the missing files.")
    if order.verb == "want-missing":
        imports.keep_leaving_out(pending, False, version=pending.version)
        return _("The import waits for the missing files.")
    return ""


def _exhibit(request: HttpRequest, pending: PendingImport, order: Order) -> str:
    wanted = request.POST.get("into")
    if wanted is None or wanted == str(pending.exhibit_id or ""):
        return ""
    allowed = {str(exhibit.pk): exhibit for exhibit in exhibits_to_write_into(request.user)}
    if wanted not in allowed and (wanted or not may_import(request.user)):
        raise BundleProblem(
            _("You may not write into this exhibit, or it is not there any more. Choose another.")
        )
    exhibit = allowed.get(wanted)
    imports.keep_exhibit(pending, exhibit, version=pending.version)
    if exhibit is None:
        return _("It becomes a new exhibit.")
    return _("It becomes a newer version of “%s”.") % exhibit.get_admin_display_title()


def _language(request: HttpRequest, pending: PendingImport, order: Order) -> str:
    wanted = request.POST.get("language")
    if not wanted or wanted == request.POST.get("shown"):
        return ""
    imports.keep_language(pending, wanted, version=pending.version)
    return _("The manuscript was read again in this language.")


def _older(plan: Plan, typed: Typed) -> str:
    """Say that somebody else was faster, and name what was typed, so that none of it is lost."""
    sentence = _(
        "This import was changed in another window meanwhile, so your last step was not done. "
        "It is shown here as it is now."
    )
    titles = {part.id: part.title for part in plan.parts}
    lost = [title for part, title in typed.titles.items() if titles.get(part, title) != title]
    if not lost:
        return sentence
    return f"{sentence} " + _("You had typed: %s") % "; ".join(f"“{title}”" for title in lost)
