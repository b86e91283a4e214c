"""Headings that the contents list names a little differently: "The mules", "The mules of war"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from cms.importer.manuscript.wording import folded, similarity

from .candidates import Candidate
from .contents import Contents

_ALIKE = 0.7
_LONGEST_HEADING = 100
_CLOSES_SENTENCE = (".", ";", ",", ":", "!", "…")
# A contents list with more entries left over than this was made for another text.
_MOST_ENTRIES = 40
_MOST_LINES = 1000


def name_alike(
    candidates: Sequence[Candidate | None], contents: Contents
) -> list[Candidate | None]:
    """Mark as named, for every unnumbered entry that no line has word for word, the likest line.

    Only in a text some of whose headings the list has word for word.
    """
    named = list(candidates)
    titles = {folded(one.text) for one in candidates if one and one.in_contents}
    left = [
        folded(entry.title)
        for entry in contents.entries
        if entry.number is None and folded(entry.title) not in titles
    ]
    if not titles or not left:
        return named
    lines = ((index, one) for index, one in enumerate(candidates) if one and _is_title(one))
    free = {index: folded(one.text) for index, one in islice(lines, _MOST_LINES)}
    for title in islice(left, _MOST_ENTRIES):
        likeness = {index: _likeness(title, text) for index, text in free.items()}
        best = max(likeness, key=lambda index: (likeness[index], -index), default=None)
        if best is not None and likeness[best] >= _ALIKE:
            named[best] = replace(named[best], in_contents=True)
            del free[best]
    return named


def _is_title(candidate: Candidate) -> bool:
    return (
        candidate.alone
        and not candidate.in_contents
        and candidate.numbered is None
        and candidate.part is None
        and len(candidate.text) <= _LONGEST_HEADING
        and not candidate.text.endswith(_CLOSES_SENTENCE)
    )


def _likeness(title: str, text: str) -> float:
    """1 where one begins with the whole of the other, several words long; else as letters go."""
    shorter, longer = sorted((title, text), key=len)
    if " " in shorter and longer.startswith(f"{shorter} "):
        return 1.0
    return similarity(title, text)
