"""Sound and film in the text."""

from wagtail import blocks
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock


class AudioBlock(blocks.StructBlock):
    """A sound recording with its transcript."""

    recording = AudioChooserBlock(help_text="Its transcript comes from the media library.")
    caption = blocks.TextBlock(
        required=False, rows=2, help_text="Only if it should differ from the library’s."
    )

    class Meta:
        icon = "wagtailmedia-audio"
        template = "blocks/audio.html"
        group = "Media"
        label_format = "Audio: {recording}"
        description = "A sound recording with transcript"
        preview_template = "blocks/preview_media.html"
        preview_value = {"caption": "Engines on the pass, one minute."}


class VideoBlock(blocks.StructBlock):
    """A film with captions and transcript."""

    recording = VideoChooserBlock(help_text="Its captions come from the media library.")
    caption = blocks.TextBlock(
        required=False, rows=2, help_text="Only if it should differ from the library’s."
    )

    class Meta:
        icon = "wagtailmedia-video"
        template = "blocks/video.html"
        group = "Media"
        label_format = "Video: {recording}"
        description = "A film with captions and transcript"
        preview_template = "blocks/preview_media.html"
        preview_value = {"caption": "The two roads, month by month."}
