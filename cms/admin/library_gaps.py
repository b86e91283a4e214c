"""What the media library still lacks: for the registrar, who is asked for it."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from media.models import ExhibitImage

SHOWN = 8


@dataclass(frozen=True)
class Gap:
    title: str
    lacks: str
    edit_url: str


class LibraryGapsPanel(Component):
    """Pictures without alternative text, credit or rights, the newest first. Two queries."""

    name = "library_gaps"
    template_name = "cms/dashboard/library_gaps.html"
    order = 260

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        images = images_with_gaps(parent_context["request"].user)
        context["gaps"] = [_gap(image) for image in images.order_by("-created_at")[:SHOWN]]
        context["total"] = images.count()
        return context


def images_with_gaps(user):
    """Return the images this user may mend that lack something visitors need."""
    lacking = Q(description="", is_decorative=False) | Q(credit="") | Q(rights="")
    policy = policy_registry.get_by_type(ExhibitImage)
    mendable = policy.instances_user_has_permission_for(user, "change")
    return ExhibitImage.objects.filter(lacking, pk__in=mendable.values("pk"))


def _gap(image: ExhibitImage) -> Gap:
    lacks = [
        name
        for name, is_missing in (
            (_("alternative text"), not image.description and not image.is_decorative),
            (_("credit"), not image.credit),
            (_("rights"), not image.rights),
        )
        if is_missing
    ]
    return Gap(
        title=image.title,
        lacks=", ".join(lacks),
        edit_url=reverse("wagtailimages:edit", args=[image.pk]),
    )
