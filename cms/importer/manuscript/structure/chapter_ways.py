"""Which unmarked lines head the chapters of a document: by the first way it really uses.

Numbered lists, years and hard-wrapped prose must not become chapters, so a numbered line is
taken only where the numbers go on as chapters do, or where the contents list names it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from cms.importer.manuscript.elements import Element, Heading, ListElement, Paragraph

from .candidates import Candidate
from .heading_numbers import read_numbered_title
from .lines_among_links import has_text_below
from .questions import begins_question, is_question
from .section_words import PartKind, part_kind

Chosen = list[Candidate | None]

_LARGEST_GAP = 3
_NEVER_ENDS_TITLE = (".", ";", ",", "…")
_LONGEST_RUNNING_ON = 80
_LONGEST_WITH_FULL_STOP = 70
# In these parts a numbered line is a question or an entry before it is a chapter.
_PARTS_WITH_NUMBERED_LINES = frozenset({"faq", "sources", "notes", "external", "internal"})
_PARTS_OF_ENTRIES = frozenset({"sources", "notes", "external", "internal"})


def choose_chapters(elements: Sequence[Element], candidates: Chosen) -> Chosen:
    by_word = [c if c and _says_chapter(c) else None for c in candidates]
    by_number = _in_sequence(elements, candidates, lambda c: c.is_title_like)
    words, numbers = _count(by_word), _count(by_number)
    if words >= 2 or (words and numbers < 2):
        return _either(by_word, _named(candidates))
    if numbers >= 2 or any(c and c.in_contents for c in by_number):
        return by_number
    if any(named := _named(candidates)):
        return named
    for looks in (lambda c: c.bold and not c.text.endswith(":"), lambda c: c.is_capitals):
        chosen = _by_look(elements, candidates, looks)
        if sum(1 for c in chosen if c and not c.part) >= 2:
            return chosen
    by_number = _in_sequence(elements, candidates, _ends_in_full_stop)
    return by_number if _count(by_number) >= 2 else [None] * len(candidates)


def choose_forgotten(elements: Sequence[Element], candidates: Chosen) -> Chosen:
    """Where chapters are marked: lines whose number is missing between two of them.

    Where several numbers are missing, the line has to look like a heading too. A line that says
    "Chapter 3" does, wherever it stands, if no heading has that number.
    """
    marked = [
        (index, numbered.number)
        for index, element in enumerate(elements)
        if isinstance(element, Heading) and (numbered := read_numbered_title(element.text))
    ]
    known = {number for _, number in marked}
    chosen: Chosen = [
        c if c and c.stands_out and _says_chapter(c) and c.numbered.number not in known else None
        for c in candidates
    ]
    for (start, first), (end, second) in pairwise(marked):
        if not first + 2 <= second <= first + _LARGEST_GAP + 1:
            continue
        for number in set(range(first + 1, second)) - known:
            fitting = [
                index
                for index in range(start + 1, end)
                if _fills_gap(candidates[index], number, surely=second == first + 2)
                and not _is_in_list(elements, candidates, index)
            ]
            if len(fitting) == 1:
                chosen[fitting[0]] = candidates[fitting[0]]
    return chosen


def _fills_gap(candidate: Candidate | None, number: int, *, surely: bool) -> bool:
    if not candidate or not candidate.numbered or candidate.numbered.number != number:
        return False
    looks_so = candidate.bold or candidate.is_capitals or candidate.in_contents
    return candidate.is_title_like and not candidate.begins_small and (surely or looks_so)


def _count(chosen: Chosen) -> int:
    return sum(1 for candidate in chosen if candidate)


def _either(first: Chosen, second: Chosen) -> Chosen:
    return [one or other for one, other in zip(first, second, strict=True)]


def _named(candidates: Chosen) -> Chosen:
    return [c if c and c.in_contents and (c.stands_out or c.numbered) else None for c in candidates]


def _says_chapter(candidate: Candidate) -> bool:
    """Whether "Chapter 3" heads something: "Chapter 3 tells of the ferry." is prose."""
    numbered = candidate.numbered
    if not numbered or not numbered.says_chapter:
        return False
    if not numbered.title:
        return True
    if candidate.breaks_off or not (
        candidate.stands_out or not candidate.text.endswith(_NEVER_ENDS_TITLE)
    ):
        return False
    return not numbered.runs_on or (
        len(candidate.text) <= _LONGEST_RUNNING_ON
        and not candidate.text.endswith(_NEVER_ENDS_TITLE)
        and not candidate.begins_small
    )


def _by_look(
    elements: Sequence[Element], candidates: Chosen, looks: Callable[[Candidate], bool]
) -> Chosen:
    """Bold lines, or lines in capitals; those before any text belong to the title page."""
    chosen: Chosen = []
    part: PartKind | None = None
    for index, (element, candidate) in enumerate(zip(elements, candidates, strict=True)):
        if isinstance(element, Heading):
            part = part_kind(element.text)
        elif candidate and candidate.part:
            part = candidate.part
        fits = candidate and candidate.stands_out and looks(candidate)
        ends = candidate and candidate.text.endswith(_NEVER_ENDS_TITLE)
        inside = part in _PARTS_OF_ENTRIES and not has_text_below(elements, candidates, index)
        chosen.append(candidate if fits and not ends and not inside else None)
    return _without_title_page(elements, chosen)


def _without_title_page(elements: Sequence[Element], chosen: Chosen) -> Chosen:
    """Take out lines with nothing below them but another one: they stand under the title."""
    for index, candidate in enumerate(chosen):
        if isinstance(elements[index], Heading):
            continue
        following = chosen[index + 1] if index + 1 < len(chosen) else None
        if candidate is None or candidate.part or candidate.rest or following is None:
            break
        chosen[index] = None
    return chosen


def _ends_in_full_stop(candidate: Candidate) -> bool:
    return candidate.is_title_like or (
        candidate.stands_out
        and len(candidate.text) <= _LONGEST_WITH_FULL_STOP
        and candidate.text.endswith(".")
        and candidate.text.count(". ") <= 1
    )


class _Part:
    """The part of the manuscript a line stands in, and how its own lines are numbered."""

    def __init__(self, kind: PartKind | None) -> None:
        self.kind = kind
        self.is_labelled = False
        self.last_own = 0

    def see(self, element: Element) -> None:
        if isinstance(element, ListElement) and element.ordered:
            self.last_own = max(self.last_own, element.start + len(element.items) - 1)
        elif isinstance(element, Paragraph) and begins_question(element.text):
            self.is_labelled = True

    def owns(self, candidate: Candidate, number: int, last: int) -> bool:
        """Whether a numbered line is rather one of this part's own than the next chapter."""
        if self.kind not in _PARTS_WITH_NUMBERED_LINES:
            return False
        if self.kind == "faq" and is_question(candidate.text):
            return True
        if number != last + 1:
            return True
        return not self.is_labelled and number == self.last_own + 1


def _in_sequence(
    elements: Sequence[Element], candidates: Chosen, is_title: Callable[[Candidate], bool]
) -> Chosen:
    chosen: Chosen = [None] * len(candidates)
    seen: set[int] = set()
    last, part = 0, _Part(None)
    for index, (element, candidate) in enumerate(zip(elements, candidates, strict=True)):
        if isinstance(element, Heading):
            part = _Part(part_kind(element.text))
        elif candidate and candidate.part and not candidate.numbered:
            part = _Part(candidate.part)
        elif candidate and candidate.numbered:
            number = candidate.numbered.number
            gap = _LARGEST_GAP if candidate.numbered.title else 1
            goes_on = number not in seen and number <= last + gap
            again = number == last and not candidate.begins_small
            fits = (goes_on or again) and is_title(candidate)
            inside = part.owns(candidate, number, last) or _is_in_list(elements, candidates, index)
            if candidate.in_contents or (fits and not inside):
                chosen[index] = candidate
                seen.add(number)
                last, part = number, _Part(None)
            else:
                part.last_own = number
        else:
            part.see(element)
    return chosen


def _is_in_list(elements: Sequence[Element], candidates: Chosen, index: int) -> bool:
    """Whether a numbered line is an item of a list: announced by a colon, or next to another.

    The line above or below is another item if its number is the one before or after.
    """
    before = elements[index - 1] if index else None
    if isinstance(before, Paragraph) and before.text.endswith(":"):
        return True
    mine = candidates[index].numbered if candidates[index] else None
    for neighbour in (index - 1, index + 1):
        other = candidates[neighbour] if 0 <= neighbour < len(candidates) else None
        if not other or not other.numbered or other.in_contents or not mine:
            continue
        upper = candidates[min(index, neighbour)]
        next_to = abs(other.numbered.number - mine.number) == 1
        if next_to and other.numbered.roman == mine.roman and not (upper and upper.rest):
            return True
    return False
