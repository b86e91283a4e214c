"""Everything that is registered in Wagtail's admin, and nothing else."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.admin import dashboard, kiosk_screens, snippets

register_snippet(snippets.FactsGroup)
register_snippet(snippets.ThemeViewSet)
register_snippet(snippets.RecordingTextViewSet)


@hooks.register("construct_homepage_panels")
def show_exhibits_first(request, panels):
    panels.insert(0, dashboard.ExhibitsPanel())


@hooks.register("construct_homepage_summary_items")
def count_nothing(request, items):
    """The exhibits panel says more than counts of pages, images and documents."""
    items.clear()


@hooks.register("register_admin_urls")
def kiosk_screens_url():
    return kiosk_screens.urls()


@hooks.register("register_admin_menu_item")
def kiosk_screens_item():
    return kiosk_screens.menu_item()


@hooks.register("insert_global_admin_css")
def admin_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))
