"""Running text with cited notes."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from exhibit import citations
from exhibit.blocks.citation import NoteBlock

TEXT_FEATURES = [
    "bold",
    "italic",
    "h3",
    "h4",
    "ol",
    "ul",
    "blockquote",
    "link",
    "superscript",
    "subscript",
]


class TextBlock(blocks.StructBlock):
    """Paragraphs whose ``[1]`` markers stand for the notes listed below them."""

    text = blocks.RichTextBlock(
        features=TEXT_FEATURES,
        help_text="Write [1] where the first note belongs, [2] for the second; list them below.",
    )
    notes = blocks.ListBlock(
        NoteBlock(),
        required=False,
        default=[],
        collapsed=True,
        label="Notes",
        help_text="In the order of their numbers in the text above.",
    )

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"
        group = "Text"
        label_format = "{text}"
        description = "Paragraphs, sub-headings, lists and links, with cited notes"
        preview_value = {
            "text": "<p>The first column left Jalalabad on the morning of 15 May 1988.</p>"
            "<p>By evening its lorries stood in Kabul, a day’s drive nearer the river.</p>",
            "notes": [],
        }

    def clean(self, value):
        cleaned = super().clean(value)
        # A draft is saved between writing the marker and writing its note.
        if self.is_deferred_validation:
            return cleaned
        text = cleaned["text"].source if cleaned.get("text") else ""
        problem = citations.marker_problem(text, len(cleaned.get("notes") or []))
        if problem:
            raise StructBlockValidationError(block_errors={"text": ValidationError(problem)})
        return cleaned
