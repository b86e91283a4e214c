"""A figure, and a gallery of them."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

WIDTHS = [
    ("column", "As wide as the text"),
    ("wide", "Wider than the text"),
    ("full", "From edge to edge"),
]


class FigureBlock(blocks.StructBlock):
    """A picture, map or chart with its caption and credit."""

    image = ImageChooserBlock(help_text="Its credit and rights come from the media library.")
    alt = blocks.CharBlock(
        required=False,
        max_length=400,
        label="Alternative text here",
        help_text="Only if it should differ from the library’s, e.g. in another language.",
    )
    caption = blocks.TextBlock(
        required=False,
        rows=2,
        label="Caption here",
        help_text="Only if it should differ from the library’s.",
    )
    width = blocks.ChoiceBlock(
        choices=WIDTHS, default="column", help_text="On a telephone every picture fills the width."
    )

    class Meta:
        icon = "image"
        template = "blocks/figure.html"
        group = "Media"
        label_format = "{image} {caption}"
        description = "One picture, map or chart with caption and credit"
        preview_template = "blocks/preview_media.html"
        preview_value = {"caption": "The bridge in the early morning.", "width": "column"}


class GalleryBlock(blocks.StructBlock):
    """Several pictures that are looked at together."""

    title = blocks.CharBlock(
        required=False, max_length=120, help_text="What they have in common, e.g. “Four stations”."
    )
    figures = blocks.ListBlock(FigureBlock(), min_num=2, max_num=24, help_text="Two or more.")

    class Meta:
        icon = "grip"
        template = "blocks/gallery.html"
        group = "Media"
        label_format = "Gallery: {title}"
        description = "Two or more pictures side by side"
        preview_template = "blocks/preview_media.html"
        preview_value = {"title": "Four stations on the road", "figures": []}
