"""One exhibit from the curators' side: its pages in reading order, and what to do next."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page, PagePermissionTester

from cms.admin.export_exhibit import export_url, may_export
from cms.admin.manuscripts.entrances import upload_url
from cms.importer.pending import may_import
from exhibit.models import (
    ChapterPage,
    ExhibitPage,
    FaqPage,
    FurtherReadingPage,
    PlainPage,
    SourcesPage,
)
from exhibit.reading.contents import NUMBERED

# In the order a curator comes to them. The last may be there several times, like chapters.
BESIDE_CHAPTERS = (FaqPage, SourcesPage, FurtherReadingPage, PlainPage)


@dataclass(frozen=True)
class PageRow:
    """One page of the exhibit. ``number`` is "" beside the numbered chapters."""

    page_id: int
    number: str
    title: str
    kind: str
    state: str
    is_ready_for_visitors: bool
    edited_at: datetime | None
    edited_by: str
    edit_url: str
    live_url: str


@dataclass(frozen=True)
class Step:
    """Something an exhibit is made of, and where to do it."""

    text: str
    url: str
    is_done: bool


def exhibit_desk(request: HttpRequest, pk: int) -> HttpResponse:
    exhibit = get_object_or_404(ExhibitPage.objects.select_related("locale"), pk=pk)
    rights = exhibit.permissions_for_user(request.user)
    if not (rights.can_edit() or rights.can_publish()):
        raise PermissionDenied
    rows = rows_of(exhibit)
    return render(
        request,
        "cms/exhibit/desk.html",
        {
            "exhibit": exhibit,
            "rows": rows,
            "steps": _steps(exhibit, rights) if rights.can_add_subpage() else [],
            "to_add": _to_add(exhibit) if rights.can_add_subpage() else [],
            "import_url": upload_url(exhibit) if may_import(request.user, exhibit) else "",
            "can_publish": rights.can_publish(),
            "export_url": export_url(exhibit) if may_export(request.user, exhibit) else "",
            "waits": sum(not row.is_ready_for_visitors for row in rows),
            "order_url": reverse("wagtailadmin_explore", args=[exhibit.pk]) + "?ordering=ord",
        },
    )


def exhibit_desk_of_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from a page to the desk of the exhibit it belongs to."""
    page = get_object_or_404(Page, pk=pk)
    exhibit = get_object_or_404(ExhibitPage.objects.ancestor_of(page, inclusive=True))
    return redirect("exhibit_desk", exhibit.pk)


def rows_of(exhibit: ExhibitPage) -> list[PageRow]:
    """Return the exhibit itself and its pages in tree order. Five queries, whatever its size."""
    pages = (
        Page.objects.descendant_of(exhibit, inclusive=True)
        .order_by("path")
        .select_related("latest_revision__user", "locale")
        .prefetch_workflow_states()
        .annotate_approved_schedule()
    )
    kinds = dict(ChapterPage.objects.child_of(exhibit).values_list("pk", "kind"))
    rows, chapters = [], 0
    for page in pages:
        chapters += kinds.get(page.pk) == NUMBERED
        number = str(chapters) if kinds.get(page.pk) == NUMBERED else ""
        rows.append(_row(page, number))
    return rows


def state_of(page: Page) -> str:
    """Say in the curators' words how far a page has come."""
    if page.current_workflow_state:
        return str(_("Waiting for review"))
    if page.approved_schedule:
        return str(_("Will be published as scheduled"))
    if page.expired:
        return str(_("Expired"))
    if page.live and page.has_unpublished_changes:
        return str(_("Published, with changes not yet published"))
    return str(_("Published")) if page.live else str(_("Draft"))


def _row(page: Page, number: str) -> PageRow:
    revision = page.latest_revision
    editor = revision.user if revision else None
    return PageRow(
        page_id=page.pk,
        number=number,
        title=page.get_admin_display_title(),
        kind=capfirst(page.specific_class.get_verbose_name()),
        state=state_of(page),
        is_ready_for_visitors=page.live and not page.has_unpublished_changes,
        edited_at=page.latest_revision_created_at,
        edited_by=(editor.get_full_name() or editor.get_username()) if editor else "",
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        live_url=(page.url or "") if page.live else "",
    )


def _to_add(exhibit: ExhibitPage) -> list[tuple[str, str]]:
    """Return (name, address) of every kind of page that may still be added."""
    return [
        (capfirst(model.get_verbose_name()), _add_url(exhibit, model))
        for model in (ChapterPage, *BESIDE_CHAPTERS)
        if model.can_create_at(exhibit)
    ]


def _steps(exhibit: ExhibitPage, rights: PagePermissionTester) -> list[Step]:
    """Return what an exhibit still wants, with what it has; nothing once it has all."""
    draft = exhibit.get_latest_revision_as_object()
    edit_url = reverse("wagtailadmin_pages:edit", args=[exhibit.pk])
    publish_url = reverse("publish_exhibit", args=[exhibit.pk])
    has_chapters = ChapterPage.objects.child_of(exhibit).exists()
    has_faq = not FaqPage.can_create_at(exhibit)
    has_sources = not SourcesPage.can_create_at(exhibit)
    steps = [
        Step(_("Choose a lead picture"), edit_url, bool(draft.lead_image_id)),
        Step(_("Write the first chapter"), _add_url(exhibit, ChapterPage), has_chapters),
        Step(_("Answer what visitors ask"), _add_url(exhibit, FaqPage), has_faq),
        Step(_("Add the page of sources"), _add_url(exhibit, SourcesPage), has_sources),
    ]
    if rights.can_publish():
        text = _("Publish the exhibit with all its chapters")
        steps.append(Step(text, publish_url, exhibit.live))
    return [] if all(step.is_done for step in steps) else steps


def _add_url(exhibit: ExhibitPage, model: type[Page]) -> str:
    names = (model._meta.app_label, model._meta.model_name)
    return reverse("wagtailadmin_pages:add", args=[*names, exhibit.pk])


def header_buttons(page: Page, user) -> list[Button]:
    """Lead from any page of an exhibit to the list of all its pages, and to publishing them."""
    exhibit = ExhibitPage.objects.ancestor_of(page, inclusive=True).first()
    if exhibit is None:
        return []
    rights = exhibit.permissions_for_user(user)
    buttons = []
    if rights.can_edit():
        url = reverse("exhibit_desk", args=[exhibit.pk])
        label = _("All pages of this exhibit")
        buttons.append(Button(label, url, icon_name="list-ul", priority=1))
    if rights.can_publish():
        url = reverse("publish_exhibit", args=[exhibit.pk])
        label = _("Publish exhibit with all its chapters")
        buttons.append(Button(label, url, icon_name="upload", priority=2))
    if may_export(user, exhibit):
        label = _("Export as a bundle")
        buttons.append(Button(label, export_url(exhibit), icon_name="download", priority=3))
    return buttons


def urls():
    return [
        path("exhibits/<int:pk>/", exhibit_desk, name="exhibit_desk"),
        path("exhibits/of-page/<int:pk>/", exhibit_desk_of_page, name="exhibit_desk_of_page"),
    ]
