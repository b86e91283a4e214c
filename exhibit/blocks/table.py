"""A small table."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class TableBlock(TypedTableBlock):
    """Rows and columns of short text; the first column names the row."""

    text = blocks.CharBlock(required=False, label="Text")

    class Meta:
        icon = "table"
        template = "blocks/table.html"
        group = "Facts"
        description = "Rows and columns of short text, with a caption"
        label_format = "Table"
        preview_value = {
            "columns": [
                {"type": "text", "heading": "Published"},
                {"type": "text", "heading": "Soviet dead"},
            ],
            "rows": [{"values": ["1988", "13,310"]}, {"values": ["Revised", "15,051"]}],
            "caption": "Three counts of the same war",
        }
