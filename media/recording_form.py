"""The form behind every way that the admin takes a recording in."""

from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm


class RecordingForm(BaseMediaForm):
    class Meta(BaseMediaForm.Meta):
        widgets = BaseMediaForm.Meta.widgets | {"poster": AdminImageChooser}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A sound has no first frame to stand in for.
        if self.instance.type == "audio":
            self.fields.pop("poster", None)
        if "caption" in self.fields:
            self.fields["caption"].widget.attrs["rows"] = 2
