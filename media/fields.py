"""File fields that write nothing to disk before it has been checked.

The check sits where every file passes on its way to storage, so no form, import or line of code
can go round it. Migrations see the plain fields: the check is no part of the schema.
"""

import logging

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from media import uploads

logger = logging.getLogger(__name__)


class _ChecksBeforeSaving:
    def save(self, name: str, content: File, save: bool = True) -> None:
        """Raise ValidationError instead of storing a file that cannot be used."""
        kept = self.field.checked(content, name)
        # Django reads a picture's size only from content that has a name.
        kept.name = kept.name or name
        super().save(name, kept, save)


class CheckedFile(_ChecksBeforeSaving, FieldFile):
    pass


class CheckedImageFile(_ChecksBeforeSaving, WagtailImageFieldFile):
    def get_image_dimensions(self) -> tuple[int, int]:
        """Return 0 by 0 for what is no picture, so that the check can say so in words."""
        try:
            return super().get_image_dimensions()
        except Exception as error:  # noqa: BLE001 - decoders raise anything when fed with rubbish
            logger.info("No size could be read from %s: %s", self.name, error)
            return 0, 0


class CheckedImageField(WagtailImageField):
    attr_class = CheckedImageFile
    checked = staticmethod(uploads.checked_image)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.images.models.WagtailImageField", args, kwargs


class RecordingField(models.FileField):
    attr_class = CheckedFile
    checked = staticmethod(uploads.checked_recording)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs


class DocumentField(models.FileField):
    attr_class = CheckedFile
    checked = staticmethod(uploads.checked_document)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs


class ChecksItsFile(models.Model):
    """A model whose new ``file`` is checked with its other fields, and whose title is plain."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        self.title = uploads.plain_title(self.title)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.file and not self.file._committed:
            try:
                kept = self._meta.get_field("file").checked(self.file.file, self.file.name)
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error
            if kept is not self.file.file:
                self.file = kept
        super().clean()
