"""Which words of a list of links make one entry, however the list is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from cms.importer.manuscript.element_html import special_words
from cms.importer.manuscript.elements import (
    NOTE_END,
    NOTE_START,
    Element,
    Heading,
    ListElement,
    Paragraph,
    Quote,
    Table,
)
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.sanitise import safe_link
from cms.importer.manuscript.wording import ascii_digits

from .heading_numbers import read_numbered_title

_ANCHOR = re.compile(r'<a href="([^"<>]*)">((?:(?!</?a[ >]).)*)</a>', re.DOTALL)
_MARKS = re.compile(f"{NOTE_START}[0-9]+{NOTE_END}")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.(?=[^\s.]))(?:(?!&(?:lt|gt|quot);)[^\s<>\"]){1,1900}")
_ADDRESS_TAIL = ".,;:!?)]}»”’'"
_AROUND_ADDRESS = frozenset({("<", ">"), ("(", ")"), ("[", "]"), ("«", "»")})
_TAG = re.compile(r"(<[^<>]*>)")
_EDGES = " \t\n-–—:;,،."
# A shorter line was not broken because the next word did not fit.
_WRAPPED_LINE = 45
_CLOSES = (".", "!", "?", "؟", "…", ":", ")", "”", "»", '"', "/", ";")


@dataclass(frozen=True)
class Entry:
    """``url`` is empty where there is none; ``label`` then says all."""

    label: str
    url: str = ""
    note: str = ""


def read_entries(elements: Iterable[Element]) -> Iterator[Entry]:
    for html in _joined_pairs(list(_entries(elements))):
        for part in _one_address_each(html):
            yield _read(part)


def _entries(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        match element:
            case Heading():
                yield _linked(element.html)
            case Paragraph():
                yield from _paragraph_entries(element)
            case ListElement():
                for item in element.items:
                    yield from _item_entries(item)
            case Quote():
                yield from _entries(element.elements)
            case Table():
                yield from (_linked(" ".join(row)) for row in (element.header, *element.rows))
            case _:
                yield from special_words(element)


def _paragraph_entries(paragraph: Paragraph) -> Iterator[str]:
    """Each line is an entry, unless it goes on with the line before or is that one's address."""
    entries: list[str] = []
    before = ""
    for line in paragraph.lines:
        html = _linked(line.html)
        if entries and _goes_on(before, line.text, entries[-1], html):
            entries[-1] += f"\n{html}"
        else:
            entries.append(html)
        before = line.text
    yield from entries


def _goes_on(before: str, text: str, entry: str, html: str) -> bool:
    if _is_bare(html) and not _ANCHOR.search(entry):
        return True
    if read_numbered_title(text):
        return False
    breaks_off = len(before) >= _WRAPPED_LINE and not before.endswith(_CLOSES)
    return text[:1].islower() or (breaks_off and not _ANCHOR.search(html))


def _item_entries(item: tuple[Element, ...]) -> Iterator[str]:
    words = [element for element in item if isinstance(element, Paragraph)]
    if words:
        yield "\n".join(_linked(word.html) for word in words)
    yield from _entries(element for element in item if not isinstance(element, Paragraph))


def _joined_pairs(entries: list[str]) -> Iterator[str]:
    """Join an address to the line above it: where that ends in a colon, or where all have one."""
    bare = [_is_bare(entry) for entry in entries]
    in_pairs = len(entries) % 2 == 0 and not any(bare[::2]) and all(bare[1::2])
    joined: list[str] = []
    for entry, is_bare in zip(entries, bare, strict=True):
        above = joined[-1] if joined else ""
        announced = in_pairs or _words(above).endswith(":")
        if is_bare and above and announced and not _ANCHOR.search(above):
            joined[-1] = f"{above}\n{entry}"
        else:
            joined.append(entry)
    yield from joined


def _one_address_each(html: str) -> Iterator[str]:
    """Cut an entry with several addresses: a bare one takes the words before it along."""
    anchors = [match for match in _ANCHOR.finditer(html) if match.group(1)]
    if len({match.group(1) for match in anchors}) < 2:
        yield html
        return
    start = 0
    for before, anchor in pairwise(anchors):
        if anchor.group(1) == before.group(1):
            continue
        cut = before.end() if _is_bare(anchor.group()) else anchor.start()
        yield html[start:cut]
        start = cut
    yield html[start:]


def _read(html: str) -> Entry:
    """A bare address takes the words before it as label."""
    html = _MARKS.sub("", html)
    anchor = _ANCHOR.search(html)
    if anchor is None:
        return Entry(_words(html))
    url = safe_link(html_to_text(anchor.group(1)))
    if url is None:
        return Entry(_words(html))
    label = _words(anchor.group(2))
    before, after = _unwrapped(_words(html[: anchor.start()]), _words(html[anchor.end() :]))
    if url.endswith(ascii_digits(label)) and before.strip(_EDGES):
        return Entry(before.strip(_EDGES), url, after.lstrip(_EDGES))
    note = " ".join(filter(None, (before.strip(_EDGES), after.lstrip(_EDGES))))
    return Entry(label, url, note)


def _unwrapped(before: str, after: str) -> tuple[str, str]:
    """The words around an address without the brackets that it stands in."""
    if (before[-1:], after[:1]) in _AROUND_ADDRESS:
        return before[:-1].rstrip(), after[1:].lstrip()
    return before, after


def _is_bare(html: str) -> bool:
    """Whether html is one address and nothing else."""
    match = _ANCHOR.fullmatch(html.strip())
    if not match:
        return False
    return html_to_text(match.group(1)).endswith(ascii_digits(_words(match.group(2))))


def _linked(html: str) -> str:
    """The same html with every address that stands bare in its words made a link."""
    if "://" not in html and "www." not in html:
        return html
    parts, depth = [], 0
    for part in _TAG.split(html):
        if part.startswith("<"):
            depth += part.startswith("<a ") - part.startswith("</a")
            parts.append(part)
        else:
            parts.append(part if depth > 0 else _ADDRESS.sub(_as_link, part))
    return "".join(parts)


def _as_link(match: re.Match[str]) -> str:
    shown = match.group().rstrip(_ADDRESS_TAIL).removesuffix("&amp")
    address = safe_link(html_to_text(shown if shown.startswith("http") else f"https://{shown}"))
    if address is None:
        return match.group()
    return f'<a href="{escape(address)}">{shown}</a>{match.group()[len(shown) :]}'


def _words(html: str) -> str:
    return " ".join(html_to_text(html).split())
