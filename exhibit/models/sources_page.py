from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import Page
from wagtail.search import index

from exhibit.models.exhibit import check_slug_is_free
from exhibit.models.visitor_page import VisitorPage


class SourcesPage(VisitorPage):
    """What the exhibit rests on, made from its chapters' notes."""

    standfirst = models.CharField(
        max_length=320, blank=True, help_text="One sentence under the title."
    )

    page_description = "What the exhibit rests on; the list makes itself from the notes."
    default_title = _("Sources")
    template = "pages/sources_page.html"
    kiosk_template = "kiosk/sources.html"
    parent_page_types = ["exhibit.ExhibitPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    content_panels = [
        TitleFieldPanel("title", help_text="The list itself is made from the chapters’ notes."),
        FieldPanel("standfirst"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("standfirst")]

    class Meta:
        verbose_name = "sources"

    def clean(self) -> None:
        super().clean()
        check_slug_is_free(self)

    def get_context(self, request, *args, **kwargs):
        from exhibit.reading.sources import sources_cited_in

        context = super().get_context(request, *args, **kwargs)
        return {**context, "cited": sources_cited_in(context["frame"])}
