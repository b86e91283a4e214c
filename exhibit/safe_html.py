"""Clean rich text at the moment it is shown. Pure: no Django.

Curators' text is cleaned when it is saved, but Wagtail shows whatever stands in the database.
"""

import nh3

from exhibit.safe_urls import safe_url

TAGS = {
    "a", "b", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p",
    "strong", "sub", "sup", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "id", "linktype", "lang", "dir", "rel"}, "*": {"lang", "dir"}}


def safe_html(html: str) -> str:
    """Return HTML with the tags of rich text alone, and links that lead somewhere safe.

    Keeps Wagtail's own ``linktype`` and ``id`` of links, so it can stand before or after they
    are turned into addresses.
    """
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags={"script", "style"},
        attribute_filter=_filter,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )


def _filter(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_url(value) or None
    return value
