"""Handing in a manuscript: one document, with its pictures, or a zip of everything."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cms.admin.manuscripts.rights import exhibits_to_write_into, may_hand_in, waiting_imports
from cms.admin.manuscripts.upload_form import UploadForm
from cms.importer.facts import BundleProblem
from cms.importer.pending import take_in

REFUSED = 422


# A long manuscript takes seconds to read; nobody else's writing waits for it.
@transaction.non_atomic_requests
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Show the form, or take a manuscript in and lead to its review.

    A script that sends the files itself is answered in JSON: the review's address, or a sentence
    for each field.
    """
    if not may_hand_in(request.user):
        raise PermissionDenied
    if request.method == "GET":
        form = UploadForm(user=request.user, initial={"into": request.GET.get("into", "")})
        return _page(request, form)
    form = UploadForm(request.POST, request.FILES, user=request.user)
    pending = _taken_in(form, request.user) if form.is_valid() else None
    is_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
    if pending is None:
        if is_script:
            return JsonResponse({"errors": form.errors}, status=REFUSED)
        return _page(request, form, status=REFUSED)
    review_url = reverse("manuscript_review", args=[pending.pk])
    if is_script:
        return JsonResponse({"url": review_url}, status=201)
    return redirect(review_url)


def _taken_in(form: UploadForm, user):
    """Return the import, or None with the reason at the form's field."""
    said = form.cleaned_data
    try:
        return take_in(said["files"], user=user, into=said["into"], language=said["language"])
    except BundleProblem as problem:
        form.add_error("files", str(problem))
        return None


def _page(request: HttpRequest, form: UploadForm, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "waiting": len(waiting_imports(request.user)),
        "has_exhibits": bool(exhibits_to_write_into(request.user)),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return render(request, "cms/manuscripts/upload.html", context, status=status)
