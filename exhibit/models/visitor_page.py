"""What every page that visitors read shares: its frame, its kiosk face, its previews."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from exhibit import reading
from exhibit.models.page_form import VisitorPageForm

KIOSK_SIZES = [
    {
        "name": "kiosk-portrait",
        "icon": "mobile-alt",
        "device_width": 1080,
        "label": _("Kiosk, upright"),
    },
    {"name": "kiosk-landscape", "icon": "desktop", "device_width": 1920, "label": _("Kiosk, wide")},
]


class VisitorPage(Page):
    """A page with a web face (``template``) and, where it has one, a kiosk face."""

    kiosk_template = ""
    # What a new page of this kind is called until a curator calls it something else.
    default_title = ""
    base_form_class = VisitorPageForm

    class Meta:
        abstract = True

    @property
    def preview_modes(self):
        modes = [("", _("Web"))]
        return [*modes, ("kiosk", _("Kiosk"))] if self.kiosk_template else modes

    @property
    def preview_sizes(self):
        return [*super().preview_sizes, *(KIOSK_SIZES if self.kiosk_template else [])]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["frame"] = reading.frame_of(self, request, view=kwargs.get("view", ""))
        return context

    def get_template(self, request: HttpRequest, *args, **kwargs) -> str:
        if getattr(request, "surface", "web") == "kiosk":
            return self.kiosk_template
        return super().get_template(request, *args, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str):
        request.surface = "kiosk" if mode_name == "kiosk" and self.kiosk_template else "web"
        return super().serve_preview(request, mode_name)
