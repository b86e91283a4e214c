"""A number that says more than a paragraph."""

from wagtail import blocks

from exhibit.blocks.citation import SourceFields


class KeyFigureBlock(blocks.StructBlock):
    """A number, what it counts, and who counted."""

    number = blocks.CharBlock(
        max_length=40, help_text="As visitors should read it, e.g. “115,000” or “1 in 3”."
    )
    counts = blocks.CharBlock(
        max_length=200, label="What it counts", help_text="e.g. “Soviet soldiers at the peak”."
    )
    citation = SourceFields(label="Source")

    class Meta:
        icon = "order"
        template = "blocks/key_figure.html"
        group = "Facts"
        label_format = "{number} {counts}"
        description = "A large number with what it counts and its source"
        preview_value = {
            "number": "115,000",
            "counts": "Soviet soldiers in Afghanistan at the peak",
        }
