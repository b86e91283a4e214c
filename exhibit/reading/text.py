"""Rich text as visitors get it: its links lead only where they may go."""

import re
from collections.abc import Iterable
from html import escape, unescape

from django.http import HttpRequest
from wagtail.models import Page

from exhibit.reading.frame import Frame
from exhibit.reading.public import public_pages
from exhibit.safe_html import safe_html

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HEADING = re.compile(r"<(/?)h([34])\b")
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|/(?!/)|#)", re.IGNORECASE)


def visitor_html(source: str, frame: Frame | None, request: HttpRequest | None) -> str:
    """Return stored rich text with its links resolved.

    A link to a page that visitors may not see becomes its plain words; Wagtail's own expansion
    would print the page's address. Links that lead off a kiosk are kept here; its frame turns
    them into codes. Runs no query for links inside the exhibit, two for all others together.
    """
    # Forms and imports clean it too, but whatever stands in the database is what is shown.
    source = safe_html(source)
    links = [_attributes(match.group(1)) for match in _LINK.finditer(source)]
    addresses = _addresses((link["id"] for link in links if _is_page(link)), frame, request)

    def link(match: re.Match[str]) -> str:
        attributes, words = _attributes(match.group(1)), match.group(2)
        if _is_page(attributes):
            address = addresses.get(attributes["id"], "")
            return f'<a href="{escape(address)}">{words}</a>' if address else words
        address = attributes.get("href", "")
        if "linktype" in attributes or not _SAFE_ADDRESS.match(address):
            return words
        outside = ' rel="external noopener"' if "://" in address else ""
        return f'<a href="{escape(address)}"{outside}>{words}</a>'

    return _HEADING.sub(_one_step_up, _LINK.sub(link, source))


def _one_step_up(heading: re.Match[str]) -> str:
    """The editor offers h3 and h4, but a chapter's only heading above them is its title."""
    return f"<{heading.group(1)}h{int(heading.group(2)) - 1}"


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): unescape(double or single)
        for name, double, single in _ATTRIBUTE.findall(text)
    }


def _is_page(attributes: dict[str, str]) -> bool:
    return attributes.get("linktype") == "page" and attributes.get("id", "").isdigit()


def _addresses(
    ids: Iterable[str], frame: Frame | None, request: HttpRequest | None
) -> dict[str, str]:
    """Return the address of each page that visitors may see, by its id as text."""
    wanted = set(ids)
    known = {}
    if frame is not None and frame.contents is not None:
        contents = frame.contents
        known = {str(each.page_id): each.url for each in (*contents.entries, *contents.side_pages)}
        known[str(contents.exhibit_id)] = contents.url
    missing = wanted - known.keys()
    if missing and not (frame is not None and frame.is_kiosk):
        for page in public_pages(Page.objects.filter(pk__in=missing)):
            known[str(page.pk)] = page.get_url(request) or ""
    return known
