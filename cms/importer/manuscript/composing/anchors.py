"""Links to places of the document, turned into links to the chapters they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cms.importer.manuscript.outline import ChapterOutline, InternalLink, Outline

_INTERNAL = re.compile(r'<a href="#([^"<>]*)">(.*?)</a>', re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,3}")
_FIXED = frozenset({"faq", "sources", "timeline", "map", "people", "glossary", "introduction",
                    "conclusion", "contents"})  # fmt: skip


def point_anchors(outline: Outline, places: Mapping[str, int]) -> Outline:
    """Return the outline with links ``#name`` leading where ``places`` has the name.

    ``places`` gives lines, as chapters have them. Names it lacks that mean nothing in an exhibit
    lose their link and keep their words.
    """
    starts = _starts(outline)
    lines = [line for line, _ in starts]
    addresses = frozenset(address for _, address in starts)

    def target_of(name: str) -> str:
        if name in places:
            before = bisect_right(lines, places[name])
            return starts[before - 1][1] if before else ""
        known = _NUMBER.fullmatch(name) or name in _FIXED or f"#{name}" in addresses
        return f"#{name}" if known else ""

    def pointed(match: re.Match[str]) -> str:
        target, words = target_of(match.group(1)), match.group(2)
        return f'<a href="{target}">{words}</a>' if target else words

    return _changed(outline, lambda html: _INTERNAL.sub(pointed, html), target_of)


def _starts(outline: Outline) -> list[tuple[int, str]]:
    """Where each part begins, and how a link to it is written."""
    parts = [outline.introduction, *outline.chapters, outline.conclusion]
    starts = [(part.line, _address(part)) for part in parts if part]
    if outline.faqs:
        starts += [(faq.line, "#faq") for faq in outline.faqs]
    if outline.sources:
        starts.append((outline.sources.line, "#sources"))
    return sorted(starts)


def _address(part: ChapterOutline) -> str:
    return f"#{part.number}" if part.number else f"#{part.slug}"


def _changed(value: Any, change: Callable[[str], str], target_of: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value) if 'href="#' in value else value
        case tuple():
            return tuple(_changed(one, change, target_of) for one in value)
        case InternalLink(target=target) if target.startswith("#"):
            return replace(value, target=target_of(target[1:]) or target)
    if not is_dataclass(value):
        return value
    now = {field.name: getattr(value, field.name) for field in fields(value)}
    changed = {name: _changed(one, change, target_of) for name, one in now.items()}
    return replace(value, **changed) if changed != now else value
