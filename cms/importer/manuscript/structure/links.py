"""External resources and internal links: lists of places to read on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cms.importer.manuscript.elements import Element
from cms.importer.manuscript.outline import ChapterOutline, ExternalLink, InternalLink
from cms.importer.manuscript.wording import folded

from .heading_numbers import read_numbered_title
from .link_entries import read_entries
from .section_words import part_kind

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
    for entry in read_entries(elements):
        if entry.url.startswith("#"):
            internal.append(InternalLink(entry.label, entry.url, entry.note))
        elif entry.url:
            external.append(ExternalLink(entry.label, entry.url, entry.note))
        elif (target := target_of(entry.label, chapters)) or inside:
            internal.append(InternalLink(entry.label, target, entry.note))
        else:
            external.append(ExternalLink(entry.label, "", entry.note))
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
