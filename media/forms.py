"""The form behind every way that Wagtail's admin takes a picture in."""

from django import forms
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media import uploads


class CheckedImageFormField(WagtailImageField):
    """Checks a picture before Wagtail decodes it, which would answer 500 to a damaged one."""

    def to_python(self, data):
        if data is not None:
            data = uploads.checked_image(forms.FileField.to_python(self, data), data.name)
        return super().to_python(data)


class ExhibitImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail names the field's class in a function of its own, so it is exchanged here.
        stock = self.fields.get("file")
        if stock is not None:
            self.fields["file"] = CheckedImageFormField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
