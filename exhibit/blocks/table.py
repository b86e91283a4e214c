"""A small table with cited notes."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from exhibit import citations
from exhibit.blocks.citation import NoteBlock


class TableBlock(blocks.StructBlock):
    """Rows and columns of short text; the first column names the row."""

    table = TypedTableBlock(
        [("text", blocks.CharBlock(required=False, label="Text"))],
        help_text="Give it a caption. Write [1] in a cell where the first note belongs.",
    )
    notes = blocks.ListBlock(
        NoteBlock(),
        required=False,
        default=[],
        collapsed=True,
        label="Notes",
        help_text="In the order of their numbers in the cells above.",
    )

    class Meta:
        icon = "table"
        template = "blocks/table.html"
        group = "Facts"
        description = "Rows and columns of short text, with a caption"
        label_format = "Table"
        preview_value = {
            "table": {
                "columns": [
                    {"type": "text", "heading": "Published"},
                    {"type": "text", "heading": "Soviet dead"},
                ],
                "rows": [{"values": ["1988", "13,310"]}, {"values": ["Revised", "15,051"]}],
                "caption": "Three counts of the same war",
            },
            "notes": [],
        }

    def clean(self, value):
        cleaned = super().clean(value)
        # A draft is saved between writing the marker and writing its note.
        if self.is_deferred_validation:
            return cleaned
        cells = " ".join(str(cell) for row in cleaned["table"].row_data for cell in row["values"])
        problem = citations.marker_problem(cells, len(cleaned.get("notes") or []))
        if problem:
            raise StructBlockValidationError(block_errors={"table": ValidationError(problem)})
        return cleaned
