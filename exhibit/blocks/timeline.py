"""A stretch of the exhibit's timeline inside a chapter."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class TimelineBlock(blocks.StructBlock):
    """Some moments in the order of their dates, whatever the order they were chosen in."""

    title = blocks.CharBlock(max_length=120, help_text="e.g. “From Geneva to the bridge”.")
    moments = blocks.ListBlock(
        SnippetChooserBlock("exhibit.Moment"),
        min_num=2,
        help_text="Two or more; they are put in the order of their dates.",
    )

    class Meta:
        icon = "date"
        template = "blocks/timeline.html"
        group = "Facts"
        label_format = "Timeline: {title}"
        description = "Moments in the order of their dates"
        preview_value = {"title": "From Geneva to the bridge", "moments": []}
