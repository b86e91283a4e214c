"""Links inside stored rich text, as Wagtail's own templates show them."""

from html import escape

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from exhibit.reading.public import public_pages


class PublicPageLinkHandler(PageLinkHandler):
    """Prints the address of a page only if visitors may see that page.

    Wagtail's handler prints the slug of a draft to everybody.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Return the opening tags; six queries at most, however many links there are."""
        wanted = {attrs["id"] for attrs in attrs_list if str(attrs.get("id", "")).isdigit()}
        addresses = _public_addresses(wanted) if wanted else {}
        return [
            f'<a href="{escape(address)}">'
            if (address := addresses.get(str(attrs.get("id"))))
            else "<a>"
            for attrs in attrs_list
        ]


def _public_addresses(ids: set[str]) -> dict[str, str | None]:
    """Return the address of each public page by its id, in the visitor's language if it has one."""
    targets = {
        str(page.pk): page.localized for page in public_pages(Page.objects.filter(pk__in=ids))
    }
    public = public_pages(Page.objects.filter(pk__in=[target.pk for target in targets.values()]))
    seen = set(public.values_list("pk", flat=True))
    return {key: target.url for key, target in targets.items() if target.pk in seen}
