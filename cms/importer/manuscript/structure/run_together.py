"""Headings that stand right on the text after or before them, without a blank line between.

"Conclusion", "Chapter 4: The ferry", a title of the contents list: a line that can be nothing but
a heading begins a paragraph of its own, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cms.importer.manuscript.elements import Element, Line, Paragraph
from cms.importer.manuscript.wording import folded

from .contents import Contents
from .heading_numbers import read_numbered_title
from .questions import begins_question
from .section_words import part_kind

_LONGEST_HEADING = 200
# A shorter line was not broken because the next word did not fit.
_WRAPPED_LINE = 45
_CLOSES = (".", "!", "?", "؟", "…", ":", ")", "”", "»", '"', "/")
_SENTENCE_GOES_ON = (",", ";", "–", "—", "-")


def part_headings(elements: list[Element], contents: Contents) -> list[Element]:
    """Return the elements with every paragraph cut before and after the headings inside it."""
    titles = {(entry.number, folded(entry.title)) for entry in contents.entries}
    parted: list[Element] = []
    for element in elements:
        if isinstance(element, Paragraph) and len(element.lines) > 1:
            parted += _parted(element, titles)
        else:
            parted.append(element)
    return parted


def _parted(paragraph: Paragraph, titles: set[tuple[int | None, str]]) -> Iterator[Paragraph]:
    start = 0
    for index, line in enumerate(paragraph.lines):
        if _is_inside_a_sentence(paragraph.lines, index):
            continue
        if _is_heading(line, titles):
            yield from _part(paragraph, start, index)
            yield from _part(paragraph, index, index + 1)
            start = index + 1
        elif begins_question(line.text):
            yield from _part(paragraph, start, index)
            start = index
    yield from _part(paragraph, start, len(paragraph.lines))


def _is_inside_a_sentence(lines: tuple[Line, ...], index: int) -> bool:
    """Whether the line above breaks off, as wrapped prose does, or the line below goes on."""
    above = lines[index - 1].text if index else ""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    breaks_off = len(above) >= _WRAPPED_LINE and not above.endswith(_CLOSES)
    return breaks_off or above.endswith(_SENTENCE_GOES_ON) or below[:1].islower()


def _part(paragraph: Paragraph, start: int, end: int) -> Iterator[Paragraph]:
    if start < end:
        yield replace(paragraph, lines=paragraph.lines[start:end], line=paragraph.line + start)


def _is_heading(line: Line, titles: set[tuple[int | None, str]]) -> bool:
    text = line.text
    if not text or len(text) > _LONGEST_HEADING or text[:1].islower():
        return False
    numbered = read_numbered_title(text)
    if numbered and numbered.says_chapter:
        return not text.endswith(".")
    title = folded(numbered.title if numbered else text)
    if (numbered.number if numbered else None, title) in titles:
        return True
    return part_kind(text.rstrip(":")) is not None and not text.endswith(".")
