"""Pictures, maps and charts, and the files made from them."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from django.db import DatabaseError, connection, models, transaction
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    SourceImageIOError,
    get_upload_to,
)

from media.fields import CheckedImageField, ChecksItsFile
from media.models.credited import Credited

logger = logging.getLogger(__name__)


class ExhibitImage(ChecksItsFile, Credited, AbstractImage):
    """A picture with what visitors and registrars need to know of it.

    ``description`` (from Wagtail) is its alternative text.
    """

    file = CheckedImageField(
        "file", upload_to=get_upload_to, width_field="width", height_field="height"
    )
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

    def create_rendition(self, filter):
        with self._failing_softly(filter):
            return super().create_rendition(filter)

    def create_renditions(self, *filters):
        if not filters:
            return {}
        with self._failing_softly(filters):
            return super().create_renditions(*filters)

    @contextmanager
    def _failing_softly(self, wanted: object) -> Iterator[None]:
        """Turn any failure into the one error for which Wagtail's tags show a placeholder.

        A damaged original or a full disk must cost visitors a picture, never the page.
        """
        try:
            with self._own_part_of_transaction():
                yield
        except SourceImageIOError:
            logger.warning("Image %s has no file to make %s from.", self.pk, wanted)
            raise
        except Exception as error:
            # Willow, Pillow and the disk each raise their own; a mistaken spec is the caller's.
            if isinstance(error, InvalidFilterSpecError | DatabaseError):
                raise
            logger.warning("Image %s could not be made into %s.", self.pk, wanted, exc_info=True)
            raise SourceImageIOError(str(error)) from error

    @staticmethod
    def _own_part_of_transaction() -> AbstractContextManager:
        """Keep a failure from spoiling a transaction that is open already; open none.

        On SQLite a transaction would hold the lock on writing while the picture is made.
        """
        return transaction.atomic() if connection.in_atomic_block else nullcontext()


class ExhibitRendition(AbstractRendition):
    """One file made from an image."""

    image = models.ForeignKey(ExhibitImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
