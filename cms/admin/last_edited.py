"""What was edited last in the exhibits a curator works on, by whomever."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from exhibit.models import ExhibitPage

SHOWN = 6


@dataclass(frozen=True)
class Edit:
    title: str
    exhibit: str
    language: str
    edited_at: datetime
    edited_by: str
    edit_url: str


class LastEditedPanel(Component):
    """Replaces Wagtail's list of one's own edits: colleagues' work matters as much. Two queries."""

    name = "last_edited"
    template_name = "cms/dashboard/last_edited.html"
    order = 250

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["edits"] = last_edits(parent_context["request"].user)
        return context


def last_edits(user) -> list[Edit]:
    allowed = page_permission_policy.instances_user_has_any_permission_for(user, {"change"})
    pages = (
        Page.objects.filter(pk__in=allowed.values("pk"), latest_revision__isnull=False)
        .order_by("-latest_revision_created_at")
        .select_related("latest_revision__user", "locale")[:SHOWN]
    )
    exhibits = dict(ExhibitPage.objects.values_list("path", "draft_title"))
    return [_edit(page, exhibits) for page in pages]


def _edit(page: Page, exhibits: dict[str, str]) -> Edit:
    editor = page.latest_revision.user
    # An exhibit stands at the third level of the tree, its pages below it.
    return Edit(
        title=page.get_admin_display_title(),
        exhibit=exhibits.get(page.path[: page.steplen * 3], "") if page.depth > 3 else "",
        language=page.locale.get_display_name(),
        edited_at=page.latest_revision_created_at,
        edited_by=(editor.get_full_name() or editor.get_username()) if editor else "",
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )
