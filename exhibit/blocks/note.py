"""A word to the reader beside the story."""

from wagtail import blocks


class ReaderNoteBlock(blocks.StructBlock):
    """A note to the reader; a warning comes before what it warns of."""

    kind = blocks.ChoiceBlock(
        choices=[("note", "Note"), ("warning", "Content warning")],
        default="note",
        help_text="A content warning stands before the passage it speaks of.",
    )
    title = blocks.CharBlock(max_length=120, help_text="e.g. “How the dead are counted”.")
    text = blocks.RichTextBlock(
        features=["bold", "italic", "link", "ul"],
        help_text="Two or three sentences, e.g. “This chapter gives numbers of the dead.”",
    )

    class Meta:
        icon = "info-circle"
        template = "blocks/note.html"
        group = "Text"
        label_format = "{kind}: {title}"
        description = "A note or content warning to the reader"
        preview_value = {
            "kind": "note",
            "title": "How the dead are counted",
            "text": "<p>Every figure here names who counted, and when.</p>",
        }
