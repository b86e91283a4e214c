"""A manuscript's words as they may be shown at the desk."""

import nh3
from django.utils.safestring import SafeString, mark_safe

# A picture is shown beside the words, from an address of ours; a link would lead away from what
# is being typed, so it opens beside it.
_cleaner = nh3.Cleaner(
    tags={
        "a", "aside", "b", "blockquote", "br", "caption", "dd", "dl", "dt", "em", "figcaption",
        "figure", "h4", "h5", "i", "li", "ol", "p", "strong", "sub", "sup", "table", "tbody", "td",
        "th", "thead", "tr", "ul",
    },
    attributes={"a": {"href", "target"}, "ol": {"start"}, "th": {"scope"}},
    url_schemes={"http", "https", "mailto"},
    set_tag_attribute_values={"a": {"target": "_blank"}},
    link_rel="noopener noreferrer nofollow",
    attribute_filter=lambda tag, name, value: (
        None if (tag, name) == ("a", "href") and value.startswith("#") else value
    ),
)  # fmt: skip


def shown_html(html: str) -> SafeString:
    """Pass the parser's html through a sieve of our own, its headings a level below a part's."""
    lowered = html
    for level in (4, 3):
        lowered = lowered.replace(f"<h{level}>", f"<h{level + 1}>")
        lowered = lowered.replace(f"</h{level}>", f"</h{level + 1}>")
    return mark_safe(_cleaner.clean(lowered))  # noqa: S308 - nothing but what is listed above
