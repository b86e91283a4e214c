"""Everything that is registered in Wagtail's admin, and nothing else."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms import visibility
from cms.admin import (
    dashboard,
    exhibit_desk,
    export_exhibit,
    guide,
    kiosk_screens,
    publish_exhibit,
    snippets,
)
from cms.admin.manuscripts import entrances
from cms.admin.manuscripts import urls as manuscripts
from exhibit.reading.page_links import PublicPageLinkHandler

register_snippet(snippets.FactsGroup)
register_snippet(snippets.ThemeViewSet)
register_snippet(snippets.RecordingTextViewSet)


@hooks.register("construct_homepage_panels")
def show_what_a_role_works_on(request, panels):
    panels[:] = dashboard.panels_for(request.user, panels)


# After the apps that count their pages, images and documents.
@hooks.register("construct_homepage_summary_items", order=1000)
def count_nothing(request, items):
    """The exhibits panel says more than counts of pages, images and documents."""
    items.clear()


@hooks.register("register_admin_urls")
def desk_urls():
    return [
        *exhibit_desk.urls(),
        *publish_exhibit.urls(),
        *export_exhibit.urls(),
        *manuscripts.urls(),
        *guide.urls(),
        *kiosk_screens.urls(),
    ]


@hooks.register("register_page_header_buttons")
def lead_to_the_exhibit(page, user, view_name, next_url=None):
    return exhibit_desk.header_buttons(page, user)


@hooks.register("register_admin_menu_item")
def import_item():
    return entrances.menu_item()


@hooks.register("register_admin_menu_item")
def kiosk_screens_item():
    return kiosk_screens.menu_item()


@hooks.register("construct_main_menu")
def say_recordings(request, items):
    """The museum's word for what wagtailmedia calls media."""
    for item in items:
        if item.name == "media":
            item.label = _("Recordings")


@hooks.register("register_help_menu_item")
def guide_item():
    return guide.menu_item()


@hooks.register("construct_help_menu")
def help_with_enfilade(request, items):
    """Wagtail's guide and news lead to another host and speak of another product."""
    items[:] = [item for item in items if item.url.startswith(("/", "#"))]


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
