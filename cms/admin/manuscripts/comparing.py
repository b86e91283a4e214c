"""A page that is there beside what the newer document would make of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.admin.manuscripts.again_rows import again_row, page_of
from cms.admin.manuscripts.rights import import_or_refusal, review_for
from cms.importer.facts import BundleProblem
from cms.importer.review import PartView, Review


@require_safe
def compare(request: HttpRequest, pk, page: int) -> HttpResponse:
    """Show both texts whole, side by side, and let one be chosen."""
    pending = import_or_refusal(request, pk)
    if not pending.is_waiting:
        raise Http404
    try:
        review = review_for(request.user, pending, request.GET.get("language", ""))
    except BundleProblem as problem:
        raise Http404(str(problem)) from problem
    found = page_of(review.again, str(page))
    if found is None:
        raise Http404
    part = _part_of(review, page)
    context = {
        "pending": pending,
        "review": review,
        "row": again_row(found, review.choices),
        "part": part.id if part else "",
    }
    return render(request, "cms/manuscripts/compare.html", context)


def _part_of(review: Review, page_id: int) -> PartView | None:
    """Return the part that becomes this page; none becomes the questions or the sources."""
    compared = (part for part in review.parts if part.comparison)
    return next((part for part in compared if part.comparison.page_id == page_id), None)
