"""A stretch of the exhibit's timeline inside a chapter."""

from datetime import date
from typing import Any

from django.apps import apps
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

PREVIEW_MOMENTS = (
    (date(1988, 4, 14), "14 April 1988", "The Geneva Accords are signed", "Four states sign."),
    (date(1988, 5, 15), "15 May 1988", "The withdrawal begins", "The first column sets out."),
    (date(1989, 2, 15), "15 February 1989", "The last vehicles cross", ""),
)


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

    def get_preview_value(self) -> Any:
        """Return moments made up for the occasion; nothing of them is in the library."""
        moment = apps.get_model("exhibit.Moment")
        moments = [
            moment(date_text=shown, title=title, text=text, earliest=day, latest=day)
            for day, shown, title, text in PREVIEW_MOMENTS
        ]
        return self.normalize({"title": "From Geneva to the bridge", "moments": moments})
