from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

from exhibit.models.visitor_page import VisitorPage


class MuseumHomePage(VisitorPage):
    """The museum's front door: all its exhibits. Its title is the museum's name."""

    standfirst = models.CharField(
        max_length=240,
        blank=True,
        help_text="One sentence under the name, e.g. what the museum shows.",
    )
    introduction = RichTextField(
        blank=True, features=["bold", "italic", "link"], help_text="A paragraph at most."
    )

    page_description = "The museum’s front door, with all its exhibits."
    template = "pages/museum_home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["exhibit.ExhibitPage", "exhibit.PlainPage"]

    content_panels = [
        TitleFieldPanel("title", help_text="The museum’s name, e.g. “City Museum of Termez”."),
        FieldPanel("standfirst"),
        FieldPanel("introduction"),
    ]

    class Meta:
        verbose_name = "museum home"

    def get_context(self, request, *args, **kwargs):
        from exhibit.reading.museum import exhibits_of, plain_pages_of

        return {
            **super().get_context(request, *args, **kwargs),
            "exhibits": exhibits_of(self, request),
            "plain_pages": plain_pages_of(self),
        }


@register_setting(icon="home")
class MuseumSettings(BaseSiteSetting):
    """The museum's identity."""

    logo = models.ForeignKey(
        "media.ExhibitImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown beside the museum’s name. A simple drawing, upright or square.",
    )
    hours = models.CharField(
        max_length=160,
        blank=True,
        help_text="As visitors read it, e.g. “Tuesday to Sunday, 10–18”.",
    )
    address = models.CharField(
        max_length=240, blank=True, help_text="e.g. “12 River Street, Termez”."
    )
    default_theme = models.ForeignKey(
        "exhibit.Theme",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The look of the museum’s own pages, and of exhibits that choose none.",
    )

    select_related = ["default_theme", "logo"]
    panels = [FieldPanel(name) for name in ("logo", "hours", "address", "default_theme")]

    class Meta:
        verbose_name = "museum"

    def clean(self) -> None:
        super().clean()
        if self.logo and not self.logo.is_decorative and not self.logo.alt:
            raise ValidationError(
                {"logo": "The logo has no alternative text. Add it in the media library first."}
            )
