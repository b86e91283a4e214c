"""The words of html made here."""

from __future__ import annotations

import re

_TAG = re.compile(r"<[^<>]*>")


def html_to_text(html: str) -> str:
    """The words of html made here, for titles and comparison."""
    text = _TAG.sub("", html)
    for entity, letter in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ):
        text = text.replace(entity, letter)
    return text
