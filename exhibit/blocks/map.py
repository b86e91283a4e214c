"""A map of some places inside a chapter."""

from typing import Any

from django.apps import apps
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

# Name, longitude and latitude; then the road between them, roughly.
PREVIEW_PLACES = (
    ("Kabul", 69.17, 34.53),
    ("Salang", 69.03, 35.32),
    ("Hairatan", 67.42, 37.22),
    ("Termez", 67.28, 37.22),
)
PREVIEW_ROAD = [
    [69.17, 34.53], [69.17, 35.01], [69.03, 35.32], [68.68, 35.72], [68.28, 36.19], [67.69, 36.70],
    [67.42, 37.22], [67.28, 37.22],
]  # fmt: skip


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

    def get_preview_value(self) -> Any:
        """Return a map made up for the occasion; nothing of it is in the library."""
        place, route = apps.get_model("exhibit.Place"), apps.get_model("exhibit.Route")
        return self.normalize(
            {
                "title": "The eastern road",
                "places": [
                    place(key=name.lower(), name=name, longitude=longitude, latitude=latitude)
                    for name, longitude, latitude in PREVIEW_PLACES
                ],
                "routes": [route(key="east", name="The eastern road", line=PREVIEW_ROAD)],
            }
        )
