"""The one gate all html of a manuscript passes, and the one rule for links."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import nh3

from .wording import ascii_digits

ALLOWED_TAGS = {
    "a", "aside", "b", "blockquote", "br", "caption", "dd", "dl", "dt", "em", "figcaption",
    "figure", "h3", "h4", "i", "img", "li", "ol", "p", "strong", "sub", "sup", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ALLOWED_ATTRIBUTES = {
    "a": {"href"},
    "aside": {"data-block"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope"},
}
_OUTLOOK = ".safelinks.protection.outlook.com"
_WEB_SCHEMES = {"http", "https", "mailto"}
_CHAPTER_TARGET = re.compile(r"#(?:chapter|глава|فصل)?[-_ ]?([0-9]{1,3})", re.IGNORECASE)
_INTERNAL_TARGET = re.compile(r"#[^\s\"'<>#]{1,200}")
_SPACES_AND_CONTROLS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f]")
_LONGEST_URL = 2000

# The cleaner's time grows with the square of the entities in one run of text. A long run between
# two tags holds no mark-up, so it need not pass through.
_LONG_TEXT_LETTERS = 20_000
_LONG_TEXT = re.compile(rf"(?<=>)[^<>]{{{_LONG_TEXT_LETTERS},}}(?=<)")
_ASIDE_START, _ASIDE_END = "\ufdd2", "\ufdd3"
_ASIDE = re.compile(f"{_ASIDE_START}([0-9]+){_ASIDE_END}")

_cleaner = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes=_ALLOWED_ATTRIBUTES,
    url_schemes=_WEB_SCHEMES,
    link_rel=None,
    clean_content_tags={"script", "style"},
)


def clean_html(html: str) -> str:
    """Return ``html`` with nothing in it that is not on the allow-list, tags balanced.

    All text in ``html`` must be escaped already, in attributes too.
    """
    set_aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        set_aside.append(match.group())
        return f"{_ASIDE_START}{len(set_aside) - 1}{_ASIDE_END}"

    if len(html) > _LONG_TEXT_LETTERS:
        html = _LONG_TEXT.sub(put_aside, html)
    # A no-break space as itself, so that html made into plain text needs no entity table.
    cleaned = _cleaner.clean(html).replace("&nbsp;", "\u00a0")
    if set_aside:
        cleaned = _ASIDE.sub(lambda match: set_aside[int(match.group(1))], cleaned)
    return cleaned


def safe_link(href: str) -> str | None:
    """Return the address a link may lead to: web, mail, or ``#place`` in the exhibit; else None.

    ``#7``, ``#۷`` and ``#chapter-7`` are the same place, returned as ``#7``. Google's and
    Outlook's redirects are unwrapped.
    """
    href = href.strip()
    if len(href) > _LONGEST_URL or not href:
        return None
    if href.startswith("#"):
        href = unquote(href)
        if chapter := _CHAPTER_TARGET.fullmatch(ascii_digits(href)):
            return f"#{int(chapter.group(1))}"
        return href if _INTERNAL_TARGET.fullmatch(href) else None
    try:
        parts = urlsplit(_SPACES_AND_CONTROLS.sub("", href))
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme.lower() not in _WEB_SCHEMES or _SPACES_AND_CONTROLS.search(href):
        return None
    if parts.scheme.lower() == "mailto":
        return href if "@" in parts.path else None
    if host in {"www.google.com", "google.com"} and parts.path == "/url":
        target = parse_qs(parts.query).get("q") or parse_qs(parts.query).get("url")
        return safe_link(target[0]) if target and "google.com/url" not in target[0] else None
    if host.endswith(_OUTLOOK) and (target := parse_qs(parts.query).get("url")):
        return href if _OUTLOOK in target[0] else safe_link(target[0])
    return href if host else None
