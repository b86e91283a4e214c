from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField

from exhibit.blocks import ExternalLinkBlock, InternalLinkBlock
from exhibit.models.exhibit import check_slug_is_free
from exhibit.models.visitor_page import VisitorPage


class FurtherReadingPage(VisitorPage):
    """Where to go on from here."""

    standfirst = models.CharField(
        max_length=320, blank=True, help_text="One sentence under the title."
    )
    external_links = StreamField(
        [("link", ExternalLinkBlock())],
        blank=True,
        verbose_name="Elsewhere",
        help_text="Other sites.",
    )
    internal_links = StreamField(
        [("link", InternalLinkBlock())],
        blank=True,
        verbose_name="In this museum",
        help_text="Pages of this site.",
    )

    page_description = "Where to go on: other sites, and pages of this museum."
    default_title = _("Further reading")
    template = "pages/further_reading_page.html"
    kiosk_template = "kiosk/further_reading.html"
    parent_page_types = ["exhibit.ExhibitPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    content_panels = [
        TitleFieldPanel("title", help_text="e.g. “Further reading”."),
        FieldPanel("standfirst"),
        FieldPanel("external_links"),
        FieldPanel("internal_links"),
    ]

    class Meta:
        verbose_name = "further reading"

    def clean(self) -> None:
        super().clean()
        check_slug_is_free(self)

    def get_context(self, request, *args, **kwargs):
        from exhibit.reading.links import public_links

        context = super().get_context(request, *args, **kwargs)
        return {**context, "links": public_links(self.internal_links, context["frame"], request)}
