"""A map of some places inside a chapter."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class MapBlock(blocks.StructBlock):
    """Places, and roads between them, drawn on a map of their surroundings."""

    title = blocks.CharBlock(max_length=120, help_text="e.g. “The two roads out”.")
    places = blocks.ListBlock(
        SnippetChooserBlock("exhibit.Place"), min_num=1, help_text="The places to be named."
    )
    routes = blocks.ListBlock(
        SnippetChooserBlock("exhibit.Route"),
        required=False,
        default=[],
        help_text="Roads to be drawn, if any.",
    )

    class Meta:
        icon = "site"
        template = "blocks/map.html"
        group = "Facts"
        label_format = "Map: {title}"
        description = "Places and roads on a map"
        preview_value = {"title": "The two roads out", "places": [], "routes": []}
