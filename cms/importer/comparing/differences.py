"""Two texts side by side: which paragraphs are the same, and which words of the others differ.

Plain values in, plain values out, ready for a template. Both texts come out whole: the left sides
of all rows in order are the old text, the right sides the new one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .alignment import Budget, aligned, best_aligned

State = Literal["same", "changed", "added", "removed"]
# Share of words two paragraphs have in common to be shown as one that was changed.
ALIKE = 0.35
_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, list item, picture or note of a text.

    ``kind`` is a word for a style ("paragraph", "heading", "item", "quotation", "picture",
    "note", "title"…); ``words`` is what is read. ``mark`` holds what else makes two paragraphs
    different though their words are the same: bold words, where a link leads.
    """

    kind: str
    words: str
    mark: str = ""


@dataclass(frozen=True)
class Span:
    """Some words; ``is_marked`` says that the other side does not have them."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class Cell:
    """One side of a row: the paragraph's kind and its words in pieces."""

    kind: str
    spans: tuple[Span, ...]

    @property
    def words(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Row:
    """A paragraph on both sides, or on one: ``left`` is what is there, ``right`` what is new.

    A changed row none of whose words is marked differs in its looks: bold, a link's target.
    """

    state: State
    left: Cell | None
    right: Cell | None


@dataclass(frozen=True)
class Comparison:
    """Two whole texts as rows."""

    rows: tuple[Row, ...]

    @cached_property
    def changed_rows(self) -> int:
        return sum(row.state != "same" for row in self.rows)

    @property
    def is_same(self) -> bool:
        return not self.changed_rows


def differences(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Comparison:
    """Compare two texts. Time grows with their length; a limit on the fine comparison keeps
    texts without anything in common from taking longer: what lies beyond is marked whole."""
    budget = Budget()
    rows: list[Row] = []
    left = right = 0
    for old_place, new_place in [*aligned(old, new, budget), (len(old), len(new))]:
        rows += _gap(old[left:old_place], new[right:new_place], budget)
        if old_place < len(old):
            rows.append(_same(old[old_place], new[new_place]))
        left, right = old_place + 1, new_place + 1
    return Comparison(tuple(rows))


def _gap(old: Sequence[Paragraph], new: Sequence[Paragraph], budget: Budget) -> list[Row]:
    """Compare paragraphs of which none stays as it was."""
    pairs = _alike_pairs(old, new, budget)
    rows: list[Row] = []
    left = right = 0
    for old_place, new_place in [*pairs, (len(old), len(new))]:
        rows += [Row("removed", _whole(each), None) for each in old[left:old_place]]
        rows += [Row("added", None, _whole(each)) for each in new[right:new_place]]
        if old_place < len(old):
            rows.append(_changed(old[old_place], new[new_place], budget))
        left, right = old_place + 1, new_place + 1
    return rows


def _alike_pairs(
    old: Sequence[Paragraph], new: Sequence[Paragraph], budget: Budget
) -> list[tuple[int, int]]:
    if len(old) == len(new) == 1 and old[0].kind == new[0].kind:
        return [(0, 0)]
    bags = [set(each.words.split()) for each in old], [set(each.words.split()) for each in new]

    def alike(place: int, other: int) -> float:
        if old[place].kind != new[other].kind:
            return 0.0
        first, second = bags[0][place], bags[1][other]
        share = len(first & second) / (len(first | second) or 1)
        return share if share >= ALIKE or first == second else 0.0

    return best_aligned(len(old), len(new), alike, budget)


def _same(old: Paragraph, new: Paragraph) -> Row:
    return Row("same", _plain(old), _plain(new))


def _changed(old: Paragraph, new: Paragraph, budget: Budget) -> Row:
    tokens = _TOKENS.findall(old.words), _TOKENS.findall(new.words)
    pairs = aligned(*tokens, budget)
    kept = {place for place, _ in pairs}, {place for _, place in pairs}
    sides = [
        Cell(paragraph.kind, _spans(paragraph_tokens, stay))
        for paragraph, paragraph_tokens, stay in zip((old, new), tokens, kept, strict=True)
    ]
    return Row("changed", *sides)


def _spans(tokens: Sequence[str], kept: set[int]) -> tuple[Span, ...]:
    """Join neighbouring words that are marked alike; a blank goes with the word before it."""
    spans: list[tuple[bool, list[str]]] = []
    for place, token in enumerate(tokens):
        is_marked = place not in kept
        if spans and (spans[-1][0] == is_marked):
            spans[-1][1].append(token)
        else:
            spans.append((is_marked, [token]))
    return tuple(Span("".join(words), is_marked) for is_marked, words in spans)


def _plain(paragraph: Paragraph) -> Cell:
    return Cell(paragraph.kind, (Span(paragraph.words),))


def _whole(paragraph: Paragraph) -> Cell:
    return Cell(paragraph.kind, (Span(paragraph.words, is_marked=True),))
