"""A colour as a field: typed or picked, always ``#rrggbb``."""

from django import forms
from django.core.validators import RegexValidator
from django.db import models

is_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}\Z", "Write the colour as #rrggbb, e.g. #8c2f1b, or pick it."
)


class ColourField(models.CharField):
    """An sRGB colour as ``#rrggbb``."""

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 7
        super().__init__(*args, **kwargs)
        self.validators.append(is_colour)

    def formfield(self, **kwargs):
        return super().formfield(widget=forms.TextInput(attrs={"type": "color"}), **kwargs)
