"""Links to chapters that were merged into another, or became questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cms.importer.manuscript.outline import ChapterOutline, Outline

from .pieces import Material
from .plan import Part, Plan

_LINK = re.compile(r'href="#([0-9]+)"')


def numbers_that_moved(plan: Plan, material: Material) -> dict[str, str]:
    """Return where links to a chapter's number now lead, for numbers that lead elsewhere."""
    moved = {}
    for part in plan.parts:
        numbers = _numbers_in(part, material)
        target = _target(part, numbers)
        moved |= {str(number): target for number in numbers if target and str(number) != target}
    return moved


def pointed(outline: Outline, moved: Mapping[str, str]) -> Outline:
    """Return the outline with its links, pointers and internal links led to where they belong."""
    if not moved:
        return outline

    def link(match: re.Match[str]) -> str:
        return f'href="#{moved.get(match.group(1), match.group(1))}"'

    outline = _with_texts(outline, lambda text: _LINK.sub(link, text))
    return replace(
        outline,
        faqs=tuple(
            replace(faq, see_chapter=_chapter(faq.see_chapter, moved)) for faq in outline.faqs
        ),
        internal_links=tuple(
            replace(each, target=f"#{moved.get(each.target.removeprefix('#'))}")
            if each.target.removeprefix("#") in moved
            else each
            for each in outline.internal_links
        ),
    )


def _numbers_in(part: Part, material: Material) -> list[int]:
    openings = (material.pieces[name].opening for name in part.pieces if name in material.pieces)
    return [each.number for each in openings if isinstance(each, ChapterOutline) and each.number]


def _target(part: Part, numbers: list[int]) -> str:
    match part.kind:
        case "chapter":
            return str(numbers[0]) if numbers else ""
        case "question":
            return "faq"
        case "dropped":
            return ""
    return part.kind


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
