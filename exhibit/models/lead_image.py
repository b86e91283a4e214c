"""The picture that a page opens with."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class HasLeadImage(models.Model):
    """A lead image whose words can differ from the library's, e.g. in another language."""

    lead_image = models.ForeignKey(
        "media.ExhibitImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The picture it opens with. Credit and rights come from the media library.",
    )
    lead_image_alt = models.CharField(
        "alternative text here",
        max_length=400,
        blank=True,
        help_text="Only if it should differ from the library’s, e.g. in another language.",
    )
    lead_image_caption = models.TextField(
        "caption here", blank=True, help_text="Only if it should differ from the library’s."
    )

    lead_image_panel = FieldPanel("lead_image", heading="Lead picture")
    # Folded away: on most pages the library's words are right.
    lead_image_words_panel = MultiFieldPanel(
        [FieldPanel("lead_image_alt"), FieldPanel("lead_image_caption")],
        heading="Other words for the lead picture on this page",
        classname="collapsed",
    )

    class Meta:
        abstract = True

    @property
    def lead_alt(self) -> str:
        return self.lead_image_alt or (self.lead_image.alt if self.lead_image else "")

    @property
    def lead_caption(self) -> str:
        return self.lead_image_caption or (self.lead_image.caption if self.lead_image else "")
