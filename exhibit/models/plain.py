from django.db import models
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from exhibit import reading
from exhibit.blocks import PlainBodyBlock
from exhibit.models.exhibit import check_slug_is_free
from exhibit.models.visitor_page import VisitorPage


class PlainPage(VisitorPage):
    """About, accessibility, credits: a page beside the story."""

    standfirst = models.CharField(
        max_length=320, blank=True, help_text="One sentence under the title."
    )
    body = StreamField(PlainBodyBlock(), blank=True, help_text="Begin with a text block.")

    page_description = "About, accessibility, credits: a page beside the story."
    template = "pages/plain_page.html"
    kiosk_template = "kiosk/plain.html"
    parent_page_types = ["exhibit.MuseumHomePage", "exhibit.ExhibitPage"]
    subpage_types: list[str] = []

    content_panels = [
        TitleFieldPanel("title", help_text="e.g. “Accessibility”."),
        FieldPanel("standfirst"),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "plain page"

    def clean(self) -> None:
        super().clean()
        check_slug_is_free(self)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "notes": reading.number_notes(self.body)}
