"""Everything that is registered in Wagtail's admin, and nothing else."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms import visibility
from cms.admin import dashboard, kiosk_screens, snippets
from exhibit.reading.page_links import PublicPageLinkHandler

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


@hooks.register("before_serve_page")
def hide_what_is_not_public(page, request, serve_args, serve_kwargs):
    visibility.refuse_hidden_page(page, request)


# After Wagtail's own handler, which this one takes the place of.
@hooks.register("register_rich_text_features", order=1000)
def link_to_public_pages_alone(features):
    features.register_link_type(PublicPageLinkHandler)
