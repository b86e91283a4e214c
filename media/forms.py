"""The form behind every way that Wagtail's admin takes a picture in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media import uploads


class CheckedImageFormField(WagtailImageField):
    """Checks a picture before Wagtail decodes it, which would answer 500 to a damaged one."""

    def to_python(self, data):
        if data is not None:
            data = uploads.checked_image(forms.FileField.to_python(self, data), data.name)
        return super().to_python(data)


# What visitors need first; what only the library needs last.
ORDER = (
    "title",
    "file",
    "description",
    "is_decorative",
    "caption",
    "credit",
    "creator",
    "date_text",
    "rights",
    "rights_holder",
    "source",
    "source_url",
    "tags",
    "collection",
)


class ExhibitImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail names the field's class in a function of its own, so it is exchanged here.
        stock = self.fields.get("file")
        if stock is not None:
            self.fields["file"] = CheckedImageFormField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
        self._say_what_is_meant()
        self.order_fields(ORDER)

    def _say_what_is_meant(self) -> None:
        if "description" in self.fields:
            self.fields["description"].label = _("Alternative text")
            self.fields["description"].help_text = _(
                "What matters in the picture, for those who cannot see it, e.g. “A convoy waits "
                "before a bridge at dusk”. Not “image of”."
            )
        if "caption" in self.fields:
            self.fields["caption"].widget.attrs["rows"] = 2
