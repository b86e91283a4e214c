"""Headings that are not marked as such, in plain text and in careless documents of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from cms.importer.manuscript.elements import Element, Heading, ListElement, Paragraph

from .alike_titles import name_alike
from .candidates import CLOSES_SENTENCE, LONGEST_HEADING, Candidate, Listed, candidate_of
from .chapter_ways import Chosen, choose_chapters, choose_forgotten
from .contents import Contents
from .heading_numbers import read_numbered_title, sub_number
from .lines_among_links import without_links
from .run_together import part_headings
from .section_words import part_kind
from .split_titles import join_split_titles
from .title_page import title_first
from .typed_lists import gather_typed_lists

_CHAPTER_LEVEL = 2


def promote_headings(elements: list[Element], contents: Contents) -> list[Element]:
    """Return the elements with every unmarked heading as a ``Heading``, and typed lists as lists.

    Where chapters have real headings, only parts ("FAQs", "Conclusion") that have none are
    looked for, and a chapter whose number is missing between two others.
    """
    elements = title_first(part_headings(gather_typed_lists(elements), contents), contents)
    listed = Listed(contents)
    candidates = [candidate_of(element, listed) for element in elements]
    candidates = name_alike(without_links(elements, candidates), contents)
    marked = _first_marked(elements)
    chosen = choose_chapters(elements, candidates)
    if marked is not None and _begins_before(chosen, marked) and not _is_numbered(elements):
        elements = _put_inside(elements, marked)
    elif marked is not None:
        chosen = choose_forgotten(elements, candidates)
    elif sum(map(bool, chosen)) < 2:
        elements, candidates, chosen = _with_lists_opened(elements, listed, candidates, chosen)
    marked_parts = {part_kind(e.text) for e in elements[1:] if isinstance(e, Heading)}
    level = _level(elements, marked)
    promoted: list[Element] = []
    for element, candidate, chapter in zip(elements, candidates, chosen, strict=True):
        is_part = candidate and candidate.part and candidate.part not in marked_parts
        if candidate and (chapter or (is_part and not candidate.numbered)):
            promoted += _promoted(candidate, level)
        else:
            promoted.append(element)
    return _with_sub_headings(join_split_titles(promoted))


def _first_marked(elements: list[Element]) -> int | None:
    """Where the first heading stands that is marked and could be a chapter's."""
    part = None
    for index, element in enumerate(elements):
        if not isinstance(element, Heading) or not index or element.names_document:
            continue
        kind = part_kind(element.text)
        if kind is None and part != "faq":
            return index
        part = kind or part
    return None


def _begins_before(chosen: Chosen, marked: int) -> bool:
    """Whether unmarked chapters begin before the first marked heading, which is then inside one."""
    return sum(map(bool, chosen)) >= 2 and any(chosen[:marked])


def _is_numbered(elements: list[Element]) -> bool:
    return any(
        isinstance(element, Heading) and read_numbered_title(element.text) for element in elements
    )


def _level(elements: list[Element], marked: int | None) -> int:
    """The level of the chapters: that of the numbered ones marked, if there are any."""
    if marked is None:
        return _CHAPTER_LEVEL
    numbered = (e for e in elements if isinstance(e, Heading) and read_numbered_title(e.text))
    return next((heading.level for heading in numbered), _CHAPTER_LEVEL)


def _put_inside(elements: list[Element], marked: int) -> list[Element]:
    """Put the marked headings below the level of chapters."""
    return [
        replace(element, level=max(element.level, _CHAPTER_LEVEL + 1))
        if isinstance(element, Heading) and index >= marked and part_kind(element.text) is None
        else element
        for index, element in enumerate(elements)
    ]


def _with_lists_opened(
    elements: list[Element], listed: Listed, candidates: Chosen, chosen: Chosen
) -> tuple[list[Element], Chosen, Chosen]:
    """Try whether numbered lists whose items hold text are chapters; all of them or none."""
    opened: list[Element] = []
    added: set[int] = set()
    for element in elements:
        pieces = _opened(element)
        if len(pieces) > 1:
            added |= set(range(len(opened), len(opened) + len(pieces)))
        opened += pieces
    if added:
        tried = [candidate_of(element, listed) for element in opened]
        chosen_then = choose_chapters(opened, tried)
        if all(chosen_then[index] for index in added):
            return opened, tried, chosen_then
    return elements, candidates, chosen


def _opened(element: Element) -> list[Element]:
    if not isinstance(element, ListElement) or not element.ordered or len(element.items) < 2:
        return [element]
    if not all(_holds_text(item) for item in element.items):
        return [element]
    lines = element.item_lines or (element.line,) * len(element.items)
    return [
        ListElement(True, element.start + offset, (item,), line, (line,))
        for offset, (item, line) in enumerate(zip(element.items, lines, strict=True))
    ]


def _holds_text(item: tuple[Element, ...]) -> bool:
    """Whether an item is a line with text below it."""
    head = item[0] if item else None
    return isinstance(head, Paragraph) and (len(item) > 1 or len(head.lines) > 1)


def _promoted(candidate: Candidate, level: int) -> Iterator[Element]:
    text = candidate.text
    yield Heading(level, text, escape(text, quote=False), candidate.line)
    yield from candidate.rest


def _with_sub_headings(elements: list[Element]) -> list[Element]:
    """Mark a line such as "3.1 Supplies" inside chapter 3 as the sub-heading it is.

    "3.1 million had left" begins small.
    """
    chapter: Heading | None = None
    number = None
    marked: list[Element] = []
    for element in elements:
        if isinstance(element, Heading) and (numbered := read_numbered_title(element.text)):
            chapter, number = element, numbered.number
        elif chapter and isinstance(element, Paragraph) and _is_sub_heading(element, number):
            line = element.lines[0]
            marked.append(Heading(chapter.level + 1, line.text, line.html, element.line))
            if element.lines[1:]:
                marked.append(replace(element, lines=element.lines[1:], line=element.line + 1))
            continue
        marked.append(element)
    return marked


def _is_sub_heading(paragraph: Paragraph, number: int | None) -> bool:
    text = paragraph.lines[0].text
    return (
        number is not None
        and sub_number(text) == number
        and len(paragraph.lines) == 1
        and len(text) <= LONGEST_HEADING
        and not text.endswith(CLOSES_SENTENCE)
        and not text.lstrip("0123456789.() ")[:1].islower()
    )
