"""The first page after signing in: your exhibits, and what waits for you."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from exhibit.models import ExhibitPage


@dataclass(frozen=True)
class ExhibitRow:
    """One exhibit on the dashboard. Counts are of the pages below it."""

    title: str
    language: str
    is_live: bool
    pages: int
    drafts: int
    waiting: int
    last_edited: datetime | None
    edit_url: str
    explore_url: str
    web_url: str
    kiosk_url: str


class ExhibitsPanel(Component):
    """“Your exhibits”: those the curator may work on, in two queries and one for each exhibit."""

    name = "exhibits"
    template_name = "cms/dashboard/exhibits.html"
    order = 50

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        context = super().get_context_data(parent_context)
        policy = page_permission_policy
        allowed = policy.instances_user_has_any_permission_for(
            request.user, {"add", "change", "publish"}
        )
        exhibits = ExhibitPage.objects.filter(pk__in=allowed.values("pk"))
        context["exhibits"] = [
            _row(exhibit, request) for exhibit in exhibits.select_related("locale").order_by("path")
        ]
        home = Page.objects.filter(depth=2, locale__language_code="en").first()
        can_add = home and home.permissions_for_user(request.user).can_add_subpage()
        context["add_url"] = (
            reverse("wagtailadmin_pages:add", args=["exhibit", "exhibitpage", home.pk])
            if can_add
            else ""
        )
        return context


def _row(exhibit: ExhibitPage, request) -> ExhibitRow:
    counts = Page.objects.descendant_of(exhibit, inclusive=True).aggregate(
        pages=Count("pk", distinct=True),
        drafts=Count("pk", filter=Q(has_unpublished_changes=True), distinct=True),
        waiting=Count(
            "_workflow_states",
            filter=Q(_workflow_states__status="in_progress"),
            distinct=True,
        ),
        last_edited=Max("latest_revision_created_at"),
    )
    return ExhibitRow(
        title=exhibit.draft_title,
        language=exhibit.locale.get_display_name(),
        is_live=exhibit.live,
        pages=counts["pages"] - 1,
        drafts=counts["drafts"],
        waiting=counts["waiting"],
        last_edited=counts["last_edited"],
        edit_url=reverse("wagtailadmin_pages:edit", args=[exhibit.pk]),
        explore_url=reverse("wagtailadmin_explore", args=[exhibit.pk]),
        web_url=(exhibit.get_url(request) or "") if exhibit.live else "",
        kiosk_url=(
            reverse("kiosk:start", args=[exhibit.slug, exhibit.locale.language_code])
            if exhibit.live and exhibit.is_on_kiosk
            else ""
        ),
    )
