"""Cut the telling part out of a passage and mark what was looked for. Pure: no Django."""

import re
from collections.abc import Sequence
from html import escape

from exhibit.search.folding import fold

LONGEST_EXCERPT = 220
_WORD = re.compile(r"[\w\u200c]+")


def excerpt_of(text: str, stems: Sequence[str]) -> str:
    """Return about 220 characters of ``text`` as safe HTML, what was found in ``<mark>``."""
    hits = [match.span() for match in _WORD.finditer(text) if _is_hit(match.group(), stems)]
    start = _beginning(text, hits[0][0] if hits else 0)
    end = min(len(text), start + LONGEST_EXCERPT)
    if end < len(text):
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    parts, place = [], start
    for first, last in hits:
        if first >= start and last <= end:
            parts += [escape(text[place:first]), "<mark>", escape(text[first:last]), "</mark>"]
            place = last
    parts.append(escape(text[place:end]))
    return ("… " if start else "") + "".join(parts) + (" …" if end < len(text) else "")


def _is_hit(word: str, stems: Sequence[str]) -> bool:
    folded = fold(word)
    return any(stem in folded for stem in stems)


def _beginning(text: str, hit: int) -> int:
    """Return where to begin so that the hit stands in the first third, at a word's start."""
    start = max(0, hit - LONGEST_EXCERPT // 3)
    if not start:
        return 0
    space = text.find(" ", start, hit)
    return space + 1 if space >= 0 else start
