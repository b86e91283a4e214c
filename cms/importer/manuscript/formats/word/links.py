"""Links where only plain words have room."""

from __future__ import annotations

import re

from cms.importer.manuscript.html_words import html_to_text

_LINK = re.compile(r'<a href="([^"<>]*)">(.*?)</a>', re.DOTALL)


def with_addresses(html: str) -> str:
    """Write a link's address after its words, unless they say it already or it leads inside."""

    def write_out(match: re.Match[str]) -> str:
        address, words = match.groups()
        if address.startswith("#") or html_to_text(address) in html_to_text(words):
            return words
        return f"{words} ({address.removeprefix('mailto:')})"

    return _LINK.sub(write_out, html)
