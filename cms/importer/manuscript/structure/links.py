"""External resources and internal links: lists of places to read on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
from cms.importer.manuscript.outline import ChapterOutline, ExternalLink, InternalLink
from cms.importer.manuscript.wording import ascii_digits, folded

from .heading_numbers import read_numbered_title
from .section_words import part_kind

_ANCHOR = re.compile(r'<a href="([^"<>]*)">(.*?)</a>', re.DOTALL)
_MARKS = re.compile(f"{NOTE_START}[0-9]+{NOTE_END}")
_WWW = re.compile(r"\bwww\.[^\s<>\"]{1,500}[^\s<>\".,;:!?)\]»”]")
_SEE = re.compile(r"(?:see(?: also)?|см\.?(?: также)?|ببینید:?)\s+", re.IGNORECASE)
_EDGES = " \t\n-–—:;,،."
_PAGE_WORDS = {
    "#timeline": "timeline | chronology | хронология | лента времени | گاه شمار | خط زمان",
    "#map": "map | maps | карта | نقشه",
    "#people": "people | люди | کسان | آدم ها | چهره ها",
    "#glossary": "glossary | terms | словарь | глоссарий | واژه نامه",
}
_TARGET_OF = {
    folded(word): target for target, words in _PAGE_WORDS.items() for word in words.split("|")
}
_PART_TARGETS = {"faq": "#faq", "sources": "#sources", "conclusion": "#conclusion",
                 "introduction": "#introduction", "contents": "#contents"}  # fmt: skip


@dataclass(frozen=True)
class ChapterTargets:
    """Where each chapter is found, by its folded title and by its number or, without, its place.

    A target is ``#7`` for a numbered chapter, else ``#`` and the chapter's slug.
    """

    by_title: Mapping[str, str]
    by_number: Mapping[int, str]


def chapter_targets(chapters: Iterable[ChapterOutline]) -> ChapterTargets:
    by_title: dict[str, str] = {}
    by_number: dict[int, str] = {}
    chapters = tuple(chapters)
    numbered = any(chapter.number for chapter in chapters)
    for place, chapter in enumerate(chapters, start=1):
        target = f"#{chapter.number or chapter.slug}"
        by_title.setdefault(folded(chapter.title), target)
        if number := chapter.number if numbered else place:
            by_number.setdefault(number, target)
    return ChapterTargets(by_title, by_number)


def read_links(
    elements: Iterable[Element], chapters: ChapterTargets, *, inside: bool
) -> tuple[list[ExternalLink], list[InternalLink]]:
    """Read entries as links, each where its address puts it.

    Args:
        chapters: where each chapter is found.
        inside: whether they stand under "Internal links", which decides for those without address.
    """
    external: list[ExternalLink] = []
    internal: list[InternalLink] = []
    for html in _entries(elements):
        label, url, note = _read_entry(html)
        if url.startswith("#"):
            internal.append(InternalLink(label, url, note))
        elif url:
            external.append(ExternalLink(label, url, note))
        elif (target := target_of(label, chapters)) or inside:
            internal.append(InternalLink(label, target, note))
        else:
            external.append(ExternalLink(label, "", note))
    return external, internal


def target_of(label: str, chapters: ChapterTargets) -> str:
    """Say where an internal link without an address leads: ``#7``, ``#faq``… or nowhere, ``""``."""
    label = _SEE.sub("", label).strip(_EDGES)
    title = folded(label)
    if title in _TARGET_OF:
        return _TARGET_OF[title]
    kind = part_kind(label)
    if kind in _PART_TARGETS:
        return _PART_TARGETS[kind]
    numbered = read_numbered_title(label)
    if numbered and (target := chapters.by_number.get(numbered.number)):
        return target
    return chapters.by_title.get(title, "")


def _entries(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        match element:
            case Heading():
                yield element.html
            case Paragraph():
                yield from _paragraph_entries(element)
            case ListElement():
                for item in element.items:
                    yield from _item_entries(item)
            case Quote():
                yield from _entries(element.elements)
            case Table():
                yield from (" ".join(row) for row in (element.header, *element.rows))
            case _:
                yield from special_words(element)


def _paragraph_entries(paragraph: Paragraph) -> Iterator[str]:
    """Lines that each hold a link or a number are entries; otherwise the paragraph is one."""
    linked = all(_ANCHOR.search(line.html) for line in paragraph.lines)
    if linked or all(read_numbered_title(line.text) for line in paragraph.lines):
        yield from (line.html for line in paragraph.lines)
    else:
        yield paragraph.html


def _item_entries(item: tuple[Element, ...]) -> Iterator[str]:
    words = [element for element in item if isinstance(element, Paragraph)]
    if words:
        yield "\n".join(word.html for word in words)
    yield from _entries(element for element in item if not isinstance(element, Paragraph))


def _read_entry(html: str) -> tuple[str, str, str]:
    """Return label, address and note. A bare address takes the words before it as label."""
    html = _MARKS.sub("", html)
    anchor = _ANCHOR.search(html)
    if anchor is None:
        return _without_scheme(_words(html))
    url = html_to_text(anchor.group(1))
    label = _words(anchor.group(2))
    before, after = _words(html[: anchor.start()]), _words(html[anchor.end() :])
    if url.endswith(ascii_digits(label)) and before.strip(_EDGES):
        return before.strip(_EDGES), url, after.lstrip(_EDGES)
    note = " ".join(filter(None, (before.strip(_EDGES), after.lstrip(_EDGES))))
    return label, url, note


def _without_scheme(words: str) -> tuple[str, str, str]:
    """Read "Salt Museum: www.salt.example", an address as people write it."""
    address = _WWW.search(words)
    if address is None:
        return words, "", ""
    url = f"https://{address.group()}"
    before, after = words[: address.start()].strip(_EDGES), words[address.end() :].strip(_EDGES)
    return before or address.group(), url, after


def _words(html: str) -> str:
    return " ".join(html_to_text(html).split())
