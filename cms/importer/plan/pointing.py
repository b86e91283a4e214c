"""Links to chapters that were merged into another, renamed, or became questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cms.importer.manuscript.outline import ChapterOutline, Outline

from .parts import Composed

_LINK = re.compile(r'href="#([^"]+)"')


def places_that_moved(composed: Iterable[Composed]) -> dict[str, str]:
    """Return where links now lead, by where they led, for those that lead elsewhere.

    A link to what was dropped stays: it has no page, and so only its words are kept.
    """
    moved = {}
    for each in composed:
        target = _name_of(each.made) if isinstance(each.made, ChapterOutline) else "faq"
        openings = [piece.opening for piece in each.pieces]
        names = [_name_of(each) for each in openings if isinstance(each, ChapterOutline)]
        moved |= {name: target for name in names if name != target}
    return moved


def pointed(outline: Outline, moved: Mapping[str, str]) -> Outline:
    """Return the outline with its links, pointers and internal links led to where they belong."""
    if not moved:
        return outline

    def link(match: re.Match[str]) -> str:
        return f'href="#{moved.get(match.group(1), match.group(1))}"'

    outline = _with_texts(outline, lambda text: _LINK.sub(link, text) if "#" in text else text)
    return replace(
        outline,
        faqs=tuple(
            replace(faq, see_chapter=_chapter(faq.see_chapter, moved)) for faq in outline.faqs
        ),
        internal_links=tuple(
            replace(each, target=f"#{moved[name]}")
            if (name := each.target.removeprefix("#")) in moved
            else each
            for each in outline.internal_links
        ),
    )


def _name_of(section: ChapterOutline) -> str:
    """Return what links call a section."""
    if section.kind in {"introduction", "conclusion"}:
        return section.kind
    return str(section.number) if section.number else section.slug


def _chapter(number: int | None, moved: Mapping[str, str]) -> int | None:
    target = moved.get(str(number), str(number))
    return int(target) if target.isdigit() else None


def _with_texts(value: Any, change) -> Any:
    """Return plain data with every string in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_with_texts(each, change) for each in value)
    if is_dataclass(value):
        changed = {
            each.name: _with_texts(getattr(value, each.name), change) for each in fields(value)
        }
        return replace(value, **changed)
    return value
