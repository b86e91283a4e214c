"""The page at the top of one story."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable, Page
from wagtail.search import index

from exhibit.models.lead_image import HasLeadImage
from exhibit.models.visitor_page import VisitorPage

# Addresses below an exhibit that are views of it, so no page may take them.
VIEWS = ("timeline", "map", "search", "people")
# Taken on kiosks alone, where the contents are a page.
KIOSK_VIEWS = ("contents",)


class ExhibitPage(HasLeadImage, RoutablePageMixin, VisitorPage):
    """One exhibit: its opening, and the views made from all its chapters."""

    subtitle = models.CharField(
        max_length=160, blank=True, help_text="e.g. “Termez and the end of a war”."
    )
    standfirst = models.CharField(
        max_length=320, blank=True, help_text="One or two sentences that visitors read first."
    )
    theme = models.ForeignKey(
        "exhibit.Theme",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The look of this exhibit; empty for the museum’s own, e.g. “Amu Darya”.",
    )
    is_on_kiosk = models.BooleanField(
        "show on kiosks",
        default=True,
        help_text="Kiosk screens can show this exhibit at /kiosk/ followed by its slug.",
    )
    kiosk_idle_seconds = models.PositiveIntegerField(
        "seconds without touch",
        default=90,
        validators=[MinValueValidator(15), MaxValueValidator(1800)],
        help_text="After so long the screen asks whether anybody is there, e.g. 90.",
    )
    kiosk_warning_seconds = models.PositiveIntegerField(
        "seconds to answer",
        default=20,
        validators=[MinValueValidator(20), MaxValueValidator(300)],
        help_text="How long it waits for an answer before it starts again; at least 20.",
    )

    page_description = "A new story: its opening, under which its chapters hang."
    # In the desk's lists too, chapters stand in reading order.
    admin_default_ordering = "ord"
    template = "pages/exhibit_page.html"
    kiosk_template = "kiosk/attract.html"
    parent_page_types = ["exhibit.MuseumHomePage"]
    subpage_types = [
        "exhibit.ChapterPage",
        "exhibit.FaqPage",
        "exhibit.SourcesPage",
        "exhibit.FurtherReadingPage",
        "exhibit.PlainPage",
    ]

    content_panels = [
        TitleFieldPanel("title", help_text="e.g. “The Road Out”."),
        FieldPanel("subtitle"),
        FieldPanel("standfirst"),
        HasLeadImage.lead_image_panel,
        HasLeadImage.lead_image_words_panel,
        FieldPanel("theme"),
        MultiFieldPanel(
            [
                FieldPanel("is_on_kiosk"),
                FieldRowPanel(
                    [FieldPanel("kiosk_idle_seconds"), FieldPanel("kiosk_warning_seconds")]
                ),
                InlinePanel(
                    "attract_items",
                    heading="While nobody is there",
                    label="Picture",
                    help_text="What the screen shows in turn; empty for the lead pictures.",
                ),
            ],
            heading="Kiosk",
            classname="collapsed",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("subtitle"),
        index.SearchField("standfirst"),
    ]

    class Meta:
        verbose_name = "exhibit"
        permissions = [("view_kiosk_screens", "Can see the kiosk screens")]

    @path("")
    def opening(self, request: HttpRequest):
        return self.render(request)

    @path("timeline/", name="timeline")
    def timeline(self, request: HttpRequest):
        return self._view(request, "timeline")

    @path("map/", name="map")
    def map(self, request: HttpRequest):
        return self._view(request, "map")

    @path("people/", name="people")
    def people(self, request: HttpRequest):
        return self._view(request, "people")

    def get_context(self, request, *args, **kwargs):
        from exhibit.reading.views import context_of_view

        context = super().get_context(request, *args, **kwargs)
        return {**context, **context_of_view(context["frame"])}

    def _view(self, request: HttpRequest, view: str):
        surface = getattr(request, "surface", "web")
        folder = "kiosk" if surface == "kiosk" else "pages"
        context = self.get_context(request, view=view)
        return self.render(request, context_overrides=context, template=f"{folder}/{view}.html")


class AttractItem(Orderable):
    """One picture of the attract screen with its line."""

    exhibit = ParentalKey(ExhibitPage, on_delete=models.CASCADE, related_name="attract_items")
    image = models.ForeignKey(
        "media.ExhibitImage",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="An upright picture suits an upright screen.",
    )
    text = models.CharField(
        max_length=160,
        blank=True,
        help_text="A sentence to stop for, e.g. “They left by this bridge.”",
    )

    panels = [FieldPanel("image"), FieldPanel("text")]


def check_slug_is_free(page: Page) -> None:
    """Refuse a slug that is the address of a view of the exhibit."""
    if page.slug in (*VIEWS, *KIOSK_VIEWS):
        raise ValidationError(
            {
                "slug": f"“{page.slug}” is the address of the exhibit’s own {page.slug} page. "
                f"Choose another, e.g. “{page.slug}-story”."
            }
        )
