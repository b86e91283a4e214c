"""Lines that are headings without being marked as such, in plain text and careless Markdown.

Numbered lists, years and hard-wrapped prose must not become chapters, so a numbered line is
promoted only where the numbers go on as chapters do, or where the contents list names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from cms.importer.manuscript.elements import Element, Heading, ListElement, Paragraph
from cms.importer.manuscript.wording import folded, similarity

from .alike_titles import name_alike
from .candidates import Candidate
from .contents import Contents
from .heading_numbers import NumberedTitle, is_sub_numbered, read_numbered_title
from .run_together import part_headings
from .section_words import part_kind

_LONGEST_HEADING = 150
_LARGEST_GAP = 3
_SAME_HEADING = 0.8
_LONGEST_PART_WORDS = 32
_CHAPTER_LEVEL = 2
_CLOSES_SENTENCE = (".", ";", ",", ":", "…")
# In these parts a numbered line is a question or an entry, not a chapter.
_PARTS_OF_LINKS = frozenset({"internal", "external"})
_PARTS_WITH_NUMBERED_LINES = frozenset({"faq", "sources", "notes", "external", "internal"})


class _Listed:
    """The contents list, asked about one line at a time."""

    def __init__(self, contents: Contents) -> None:
        self._titles = {folded(entry.title) for entry in contents.entries}
        self._title_of = {entry.number: folded(entry.title) for entry in contents.entries}

    def names(self, text: str, numbered: NumberedTitle | None) -> bool:
        """Whether it has a line's title; under the same number a title much like it will do."""
        if not self._titles:
            return False
        title = folded(numbered.title if numbered else text)
        if not title or title in self._titles:
            return bool(title)
        same_number = self._title_of.get(numbered.number) if numbered else None
        return same_number is not None and similarity(title, same_number) > _SAME_HEADING


def promote_headings(elements: list[Element], contents: Contents) -> list[Element]:
    """Return the elements with every unmarked heading as a ``Heading``.

    Where chapters have real headings, only parts ("FAQs", "Conclusion") that have none are
    looked for.
    """
    elements = _title_first(part_headings(elements, contents))
    marked = [element for element in elements if isinstance(element, Heading)]
    marked_parts = {part_kind(heading.text) for heading in marked[1:]}
    chapters_marked = any(part_kind(heading.text) is None for heading in marked[1:])
    listed = _Listed(contents)
    candidates = _without_links(elements, [_candidate(element, listed) for element in elements])
    candidates = name_alike(candidates, contents)
    if chapters_marked:
        chosen = [None] * len(elements)
    else:
        chosen = _choose_chapters(elements, candidates)
    promoted: list[Element] = []
    for element, candidate, chapter in zip(elements, candidates, chosen, strict=True):
        is_part = candidate and candidate.part and candidate.part not in marked_parts
        if candidate and (chapter or (is_part and not candidate.numbered)):
            promoted += _promoted(candidate)
        else:
            promoted.append(element)
    return _join_split_titles(promoted)


def _title_first(elements: list[Element]) -> list[Element]:
    """A short first line that is no sentence is the exhibit's title."""
    if not elements or not isinstance(first := elements[0], Paragraph):
        return elements
    if any(isinstance(element, Heading) and element.names_document for element in elements):
        return elements
    line = first.lines[0]
    is_title = (
        len(line.text) <= _LONGEST_HEADING
        and not line.text.endswith(_CLOSES_SENTENCE)
        and not first.italic
        and part_kind(line.text) is None
        and read_numbered_title(line.text) is None
        and (len(first.lines) == 1 or len(first.lines) == 2)
        and any(True for _ in elements[1:])
    )
    if not is_title:
        return elements
    rest = [replace(first, lines=first.lines[1:], line=first.line + 1)] if first.lines[1:] else []
    return [Heading(1, line.text, line.html, first.line), *rest, *elements[1:]]


def _candidate(element: Element, listed: _Listed) -> Candidate | None:
    match element:
        case Paragraph():
            first, rest = element.lines[0], element.lines[1:]
            left = (replace(element, lines=rest, line=element.line + 1),) if rest else ()
            found = _read(first.text, element.line, not rest, element.bold, left)
        case ListElement(ordered=True, items=((Paragraph() as head, *following),)):
            left = (
                (replace(head, lines=head.lines[1:], line=head.line + 1),) if head.lines[1:] else ()
            )
            text = f"{element.start}. {head.lines[0].text}"
            found = _read(text, element.line, not left, head.bold, (*left, *following))
        case _:
            return None
    if found is None:
        return None
    return replace(found, in_contents=listed.names(found.text, found.numbered))


def _read(
    text: str, line: int, alone: bool, bold: bool, rest: tuple[Element, ...]
) -> Candidate | None:
    if len(text) > _LONGEST_HEADING or is_sub_numbered(text):
        return None
    numbered = read_numbered_title(text)
    # A part's one word may stand right on its text; longer headings need a line of their own.
    is_head = (alone or len(text) <= _LONGEST_PART_WORDS) and not text.endswith((".", ";", ","))
    part = part_kind(text.rstrip(":")) if is_head else None
    return Candidate(text, line, alone, bold, numbered, part, rest)


def _choose_chapters(
    elements: list[Element], candidates: list[Candidate | None]
) -> list[Candidate | None]:
    """Pick the first way of heading chapters that this document really uses."""
    by_word = [c if c and c.numbered and c.numbered.says_chapter else None for c in candidates]
    if any(by_word):
        return [word or named for word, named in zip(by_word, _named(candidates), strict=True)]
    by_number = _in_sequence(elements, candidates)
    if sum(1 for c in by_number if c) >= 2 or any(c and c.in_contents for c in by_number):
        return by_number
    if any(named := _named(candidates)):
        return named
    for is_heading in (lambda c: c.bold, lambda c: c.is_capitals):
        chosen = [
            c if c and c.alone and is_heading(c) and not c.text.endswith(_CLOSES_SENTENCE) else None
            for c in candidates
        ]
        if sum(1 for c in chosen if c and not c.part) >= 2:
            return chosen
    return [None] * len(candidates)


def _named(candidates: list[Candidate | None]) -> list[Candidate | None]:
    return [c if c and c.in_contents and (c.alone or c.numbered) else None for c in candidates]


def _without_links(
    elements: list[Element], candidates: list[Candidate | None]
) -> list[Candidate | None]:
    """Among links to chapters, a line that says "Chapter 3" or repeats a title is a link."""
    kept: list[Candidate | None] = []
    seen: set[str] = set()
    part = None
    for element, candidate in zip(elements, candidates, strict=True):
        if isinstance(element, Heading):
            part = part_kind(element.text)
        elif candidate and candidate.part and not candidate.numbered:
            part = candidate.part
        elif candidate:
            numbered = candidate.numbered
            title = folded(numbered.title if numbered else candidate.text)
            is_link = title in seen or (numbered is not None and numbered.says_chapter)
            if part in _PARTS_OF_LINKS and is_link:
                candidate = None
            else:
                seen.add(title)
        kept.append(candidate)
    return kept


def _in_sequence(
    elements: list[Element], candidates: list[Candidate | None]
) -> list[Candidate | None]:
    chosen: list[Candidate | None] = [None] * len(candidates)
    seen: set[int] = set()
    last, part = 0, None
    for index, candidate in enumerate(candidates):
        if isinstance(elements[index], Heading):
            part = part_kind(elements[index].text)
        if candidate is None:
            continue
        if candidate.part and not candidate.numbered:
            part = candidate.part
            continue
        if candidate.numbered is None:
            continue
        number = candidate.numbered.number
        fits = (number not in seen and number <= last + _LARGEST_GAP) or number == last
        in_list = part in _PARTS_WITH_NUMBERED_LINES or _is_listed(candidates, index)
        title_like = candidate.alone and not candidate.text.endswith(_CLOSES_SENTENCE)
        if candidate.in_contents or (fits and title_like and not in_list):
            chosen[index] = candidate
            seen.add(number)
            last, part = number, None
    return chosen


def _is_listed(candidates: list[Candidate | None], index: int) -> bool:
    """Whether a numbered line has another right before or after it, as items of a list have."""
    neighbours = candidates[max(0, index - 1) : index] + candidates[index + 1 : index + 2]
    return any(other and other.numbered and not other.in_contents for other in neighbours)


def _promoted(candidate: Candidate) -> Iterator[Element]:
    text = candidate.text
    yield Heading(_CHAPTER_LEVEL, text, escape(text, quote=False), candidate.line)
    yield from candidate.rest


def _join_split_titles(elements: list[Element]) -> list[Element]:
    """ "CHAPTER THREE" with its title on the next line becomes one heading."""
    joined: list[Element] = []
    for element in elements:
        before = joined[-1] if joined else None
        if isinstance(before, Heading) and isinstance(element, Paragraph):
            numbered = read_numbered_title(before.text)
            first = element.lines[0].text
            if (
                numbered
                and numbered.says_chapter
                and not numbered.title
                and len(first) <= _LONGEST_HEADING
                and not first.endswith(_CLOSES_SENTENCE)
            ):
                text = f"{before.text}: {first}"
                joined[-1] = replace(before, text=text, html=escape(text, quote=False))
                if element.lines[1:]:
                    joined.append(replace(element, lines=element.lines[1:], line=element.line + 1))
                continue
        joined.append(element)
    return joined
