"""Take an exhibit out as a bundle: what the zip holds, drafts or published, and the zip itself."""

import tempfile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from cms.exporter.exhibit import NothingToExport, export_exhibit
from cms.exporter.files import write_zip
from exhibit.models import ExhibitPage

# What a column of numbers holds; SQLite cannot even be asked for more.
_LARGEST_NUMBER = 2**63 - 1


def may_export(user, exhibit: ExhibitPage) -> bool:
    """Whoever may edit an exhibit sees its drafts, and may take them along."""
    return exhibit.permissions_for_user(user).can_edit()


def export_url(exhibit: ExhibitPage) -> str:
    return reverse("export_exhibit", args=[exhibit.pk])


@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the bundle holds, and ask which of the texts."""
    exhibit = _exhibit_for(request, pk)
    return render(
        request,
        "cms/exhibit/export.html",
        {
            "exhibit": exhibit,
            "languages": [
                each.locale.get_display_name()
                for each in exhibit.get_translations(inclusive=True).select_related("locale")
                if may_export(request.user, each)
            ],
            "bundle_url": reverse("export_exhibit_bundle", args=[exhibit.pk]),
            "desk_url": reverse("exhibit_desk", args=[exhibit.pk]),
        },
    )


@require_safe
def bundle(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the zip. It is read from a file that has no name and goes with the response.

    A GET, though it takes a while: every POST is one transaction, which would keep all others from
    writing for as long, and nothing is changed here.
    """
    exhibit = _exhibit_for(request, pk)
    which = "published" if request.GET.get("which") == "published" else "drafts"
    try:
        made = export_exhibit(exhibit, which, may_read=lambda page: may_export(request.user, page))
    except NothingToExport as problem:
        messages.error(request, str(problem))
        return redirect(export_url(exhibit))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the response
    try:
        write_zip(made, file)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return FileResponse(
        file, as_attachment=True, filename=f"{made.name}.zip", content_type="application/zip"
    )


def _exhibit_for(request: HttpRequest, pk: int) -> ExhibitPage:
    if pk > _LARGEST_NUMBER:
        raise Http404
    exhibit = get_object_or_404(ExhibitPage.objects.select_related("locale"), pk=pk)
    if not may_export(request.user, exhibit):
        raise PermissionDenied
    return exhibit


def urls():
    return [
        path("exhibits/<int:pk>/export/", export, name="export_exhibit"),
        path("exhibits/<int:pk>/export/bundle.zip", bundle, name="export_exhibit_bundle"),
    ]
