"""Links that lead on from an exhibit."""

from wagtail import blocks

from exhibit.safe_urls import safe_url

# A book with its authors, place and year is told in one line.
LONGEST_TITLE = 400
VIEWS = [("timeline", "Timeline"), ("map", "Map"), ("search", "Search")]


class ExternalLinkBlock(blocks.StructBlock):
    """A site or a book; on a kiosk an address becomes a code for the visitor's own telephone."""

    title = blocks.CharBlock(
        max_length=LONGEST_TITLE, help_text="e.g. “Cold War archive: Afghanistan”, or a book."
    )
    url = blocks.URLBlock(
        label="Address", required=False, help_text="Beginning with https://. A book has none."
    )
    description = blocks.TextBlock(
        required=False, rows=2, help_text="What visitors find there, in one sentence."
    )

    class Meta:
        icon = "link-external"
        label_format = "{title}"
        description = "A resource on another site, or a book"

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values):
        """Drop an address that would run something, though it came past every form."""
        links = super().bulk_to_python(values)
        for link in links:
            link["url"] = safe_url(link.get("url") or "")
        return links


class InternalLinkBlock(blocks.StructBlock):
    """A page of this site worth reading next."""

    title = blocks.CharBlock(
        required=False,
        max_length=LONGEST_TITLE,
        help_text="Leave empty to use the page’s own title.",
    )
    page = blocks.PageChooserBlock(required=False, help_text="A page of this site.")
    view = blocks.ChoiceBlock(
        choices=VIEWS, required=False, help_text="Or one of the exhibit’s own views."
    )
    description = blocks.TextBlock(required=False, rows=2, help_text="In one sentence.")

    class Meta:
        icon = "link"
        label_format = "{title} {page}"
        description = "A page of this site"
