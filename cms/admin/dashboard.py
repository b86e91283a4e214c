"""The first page after signing in: your exhibits, what waits for you, what was edited last."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel, WorkflowObjectsToModeratePanel
from wagtail.models import GroupApprovalTask, Page
from wagtail.permissions import page_permission_policy, policy_registry

from cms.admin.kiosk_screens import PERMISSION as KIOSK_PERMISSION
from cms.admin.last_edited import LastEditedPanel
from cms.admin.library_gaps import LibraryGapsPanel
from cms.admin.manuscripts.rights import may_hand_in
from cms.admin.manuscripts.waiting import WaitingPanel
from exhibit.models import ExhibitPage
from media.models import ExhibitImage

WORK_ON_PAGES = {"add", "change", "publish"}


def panels_for(user, stock: list[Component]) -> list[Component]:
    """Return the dashboard of a role: its own panels, then those of Wagtail's that stay."""
    replaced = (RecentEditsPanel, WorkflowObjectsToModeratePanel)
    kept = [panel for panel in stock if not isinstance(panel, replaced)]
    works_on_pages = page_permission_policy.user_has_any_permission(user, WORK_ON_PAGES)
    ours: list[Component] = [ExhibitsPanel(), LastEditedPanel()] if works_on_pages else []
    if may_hand_in(user):
        ours.insert(1, WaitingPanel())
    if user.is_superuser or GroupApprovalTask.objects.filter(groups__user=user).exists():
        ours.append(ToReviewPanel())
    if policy_registry.get_by_type(ExhibitImage).user_has_permission(user, "change"):
        ours.append(LibraryGapsPanel())
    if not works_on_pages and user.has_perm(KIOSK_PERMISSION):
        ours.append(KioskPanel())
    return [*ours, *kept]


@dataclass(frozen=True)
class ExhibitRow:
    """One exhibit on the dashboard. Counts are of its pages, the opening among them."""

    title: str
    language: str
    is_live: bool
    pages: int
    drafts: int
    waiting: int
    last_edited: datetime | None
    desk_url: str
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
        allowed = policy.instances_user_has_any_permission_for(request.user, WORK_ON_PAGES)
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


class ToReviewPanel(WorkflowObjectsToModeratePanel):
    """Wagtail's list of what waits for this reviewer, which also says when nothing does."""

    template_name = "cms/dashboard/to_review.html"


class KioskPanel(Component):
    """For those who look after screens and nothing else."""

    name = "kiosk"
    template_name = "cms/dashboard/kiosk.html"
    order = 50


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
        pages=counts["pages"],
        drafts=counts["drafts"],
        waiting=counts["waiting"],
        last_edited=counts["last_edited"],
        desk_url=reverse("exhibit_desk", args=[exhibit.pk]),
        web_url=(exhibit.get_url(request) or "") if exhibit.live else "",
        kiosk_url=(
            reverse("kiosk:start", args=[exhibit.slug, exhibit.locale.language_code])
            if exhibit.live and exhibit.is_on_kiosk
            else ""
        ),
    )
