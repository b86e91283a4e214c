"""The review screen as it stands: what the manuscript becomes, and what is worth a look."""

from collections.abc import Collection, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from cms.admin.manuscripts import notices
from cms.admin.manuscripts.again_rows import again_rows, summary_of
from cms.admin.manuscripts.rights import (
    exhibits_to_write_into,
    import_or_refusal,
    review_for,
)
from cms.admin.manuscripts.rows import KINDS, Group, PartRow, groups_of, shown_pieces
from cms.admin.manuscripts.shown_html import shown_html
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import may_import
from cms.importer.review import Review


def show_review(request: HttpRequest, pending: PendingImport) -> HttpResponse:
    """Show an import that waits, in one of its languages (``?language=``, else the first).

    ``?open=`` names the parts that are shown whole, once for each.
    """
    try:
        review = review_for(request.user, pending, request.GET.get("language", ""))
    except BundleProblem as problem:
        messages.error(request, str(problem))
        return redirect("manuscripts_waiting")
    context = _context(request, pending, review, opened=request.GET.getlist("open"))
    return render(request, "cms/manuscripts/review.html", context)


@require_safe
def show_part(request: HttpRequest, pk, part: str) -> HttpResponse:
    """Show one part whole, to be put into the review screen when it is opened."""
    pending = import_or_refusal(request, pk)
    try:
        review = review_for(request.user, pending, request.GET.get("language", ""))
    except BundleProblem as problem:
        raise Http404(str(problem)) from problem
    found = next((each for each in review.parts if each.id == part), None)
    if found is None:
        raise Http404(part)
    context = {
        "pending": pending,
        "review": review,
        "part": found,
        "pieces": shown_pieces(found),
    }
    return render(request, "cms/manuscripts/_whole.html", context)


def _context(
    request: HttpRequest, pending: PendingImport, review: Review, *, opened: Collection[str]
) -> dict[str, Any]:
    left = notices.take(request, pending.pk)
    groups = groups_of(
        review,
        opened=opened,
        problems=left.problems,
        said={left.at: left.said} if left.at not in left.problems else {},
    )
    return {
        "pending": pending,
        "review": review,
        "groups": groups,
        "kinds": [(kind, str(label)) for kind, label in KINDS],
        "notices": left,
        "general_problems": [left.problems[""]] if "" in left.problems else [],
        "counts": _counts(review),
        "can_undo": bool(pending.before),
        **_again(review, groups),
        "to_look_at": _to_look_at(row for group in groups for row in group.rows),
        "exhibits": exhibits_to_write_into(request.user),
        "may_begin": may_import(request.user),
        "sources": shown_html(review.sources_html),
    }


def _again(review: Review, groups: Sequence[Group]) -> dict[str, Any]:
    """Return what there is to say about an exhibit that the manuscript goes into again."""
    if review.again is None:
        return {}
    rows = [row for group in groups for row in group.rows if row.again]
    return {
        "again": review.again,
        "again_summary": summary_of(review.again),
        "flagged": [row for row in rows if row.again.page.is_flagged],
        "again_beside": again_rows(review.again.beside, review.choices),
        "again_gone": again_rows(review.again.gone, review.choices),
    }


def _to_look_at(rows) -> list[PartRow]:
    return [row for row in rows if row.part.warnings]


def _counts(review: Review) -> str:
    """Say in a line what was found."""
    chapters = sum(part.kind == "chapter" for part in review.parts)
    pictures = sum(len(part.pictures) for part in review.parts)
    words = sum(part.word_count for part in review.parts)
    found = [
        ngettext("%d chapter", "%d chapters", chapters) % chapters,
        ngettext("%d question", "%d questions", len(review.questions)) % len(review.questions),
        ngettext("%d picture", "%d pictures", pictures) % pictures,
        ngettext("%d note", "%d notes", review.footnote_count) % review.footnote_count,
        ngettext("%d word", "%d words", words) % words,
    ]
    return " · ".join(found)
