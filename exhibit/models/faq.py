from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from exhibit import reading
from exhibit.blocks import QuestionBlock
from exhibit.models.exhibit import check_slug_is_free
from exhibit.models.visitor_page import VisitorPage


class FaqPage(VisitorPage):
    """Questions that visitors ask, each with an address of its own."""

    standfirst = models.TextField(
        blank=True, help_text="A sentence or two under the title, e.g. who answers."
    )
    questions = StreamField(
        [("question", QuestionBlock())], blank=True, help_text="In the order visitors meet them."
    )

    page_description = "What visitors ask, with answers; each has an address of its own."
    default_title = _("Questions and answers")
    template = "pages/faq_page.html"
    kiosk_template = "kiosk/faq.html"
    parent_page_types = ["exhibit.ExhibitPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    content_panels = [
        TitleFieldPanel("title", help_text="e.g. “Eight questions”."),
        FieldPanel("standfirst"),
        FieldPanel("questions"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("questions")]

    class Meta:
        verbose_name = "questions and answers"

    def clean(self) -> None:
        super().clean()
        check_slug_is_free(self)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "notes": reading.number_notes(self.questions)}
