"""A quotation, set apart from the text."""

from wagtail import blocks

from exhibit.blocks.citation import SourceIfListed


class QuotationBlock(blocks.StructBlock):
    """A quotation that cannot be published without saying who said it and where."""

    text = blocks.TextBlock(
        label="Quotation", rows=3, help_text="Without quotation marks; they are added."
    )
    speaker = blocks.CharBlock(
        max_length=120, help_text="Who said or wrote it, e.g. “Mikhail Gorbachev”."
    )
    occasion = blocks.CharBlock(
        max_length=240,
        label="Source",
        help_text="The document, speech or broadcast, with its date, "
        "e.g. “Report to the 27th Party Congress, 25 February 1986”.",
    )
    citation = SourceIfListed(label="In the list of sources")

    class Meta:
        icon = "openquote"
        template = "blocks/quotation.html"
        group = "Text"
        label_format = "{speaker}: {text}"
        description = "A sourced quotation, set apart from the text"
        preview_value = {
            "text": "The war must be ended in the course of a year, at most two.",
            "speaker": "A speaker",
            "occasion": "Minutes of a meeting, 1986",
        }
