"""Where a curator finds the way to an import: the menu, and the exhibit's desk."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.admin.manuscripts.rights import may_hand_in
from exhibit.models import ExhibitPage


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_hand_in(request.user)


def menu_item() -> MenuItem:
    return ImportMenuItem(
        _("Import a manuscript"), reverse("manuscript_upload"), icon_name="doc-full", order=150
    )


def upload_url(exhibit: ExhibitPage | None = None) -> str:
    """Return where a manuscript is handed in, for an exhibit or for a new one."""
    query = f"?{urlencode({'into': exhibit.pk})}" if exhibit else ""
    return reverse("manuscript_upload") + query
