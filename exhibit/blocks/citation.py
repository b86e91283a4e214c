"""A note: the source that a statement rests on."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock


class SourceFields(blocks.StructBlock):
    """Where something is known from; used where a statement needs exactly one source."""

    source = SnippetChooserBlock(
        "exhibit.Source", help_text="The book, article or document, e.g. “Grau 2007”."
    )
    locator = blocks.CharBlock(
        required=False, max_length=80, help_text="Where in it, e.g. “pp. 235–40”. May stay empty."
    )

    class Meta:
        icon = "openquote"
        label_format = "{source}, {locator}"


class SourceIfListed(SourceFields):
    """The same where the source may be none of those in the list."""

    source = SnippetChooserBlock(
        "exhibit.Source",
        required=False,
        help_text="If it is one of the exhibit’s sources, e.g. “Grau 2007”. It becomes a note.",
    )


class NoteBlock(blocks.StructBlock):
    """One cited note; the marker in the text counts its place in the list."""

    source = SnippetChooserBlock(
        "exhibit.Source",
        required=False,
        help_text="The book, article or document. May stay empty for a plain remark.",
    )
    locator = blocks.CharBlock(
        required=False, max_length=80, help_text="Where in it, e.g. “chapter 12” or “pp. 235–40”."
    )
    remark = blocks.TextBlock(
        required=False,
        rows=2,
        help_text="What else to say, e.g. “The figure excludes border troops.”",
    )

    class Meta:
        icon = "openquote"
        label_format = "{source} {locator} {remark}"

    def clean(self, value):
        cleaned = super().clean(value)
        is_empty = not cleaned.get("source") and not (cleaned.get("remark") or "").strip()
        if is_empty and not self.is_deferred_validation:
            raise StructBlockValidationError(
                block_errors={
                    "source": ValidationError(
                        "This note says nothing. Choose a source, write a remark, or remove it."
                    )
                }
            )
        return cleaned
