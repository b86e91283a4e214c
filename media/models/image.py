"""Pictures, maps and charts, and the files made from them."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from media.models.credited import Credited


class ExhibitImage(Credited, AbstractImage):
    """A picture with what visitors and registrars need to know of it.

    ``description`` (from Wagtail) is its alternative text.
    """

    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Tick only if the picture tells nothing: screen readers will pass over it.",
    )

    admin_form_fields = (
        *Image.admin_form_fields,
        "is_decorative",
        "caption",
        "credit",
        "creator",
        "date_text",
        "rights",
        "rights_holder",
        "source",
        "source_url",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"

    @property
    def alt(self) -> str:
        """The alternative text: empty on purpose for a decorative picture, never the title."""
        return "" if self.is_decorative else self.description

    @property
    def default_alt_text(self) -> str:
        return self.alt


class ExhibitRendition(AbstractRendition):
    """One file made from an image."""

    image = models.ForeignKey(ExhibitImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
