"""A chapter's number on one line and its title on the next: "CHAPTER THREE", then "The river"."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from cms.importer.manuscript.elements import Element, Heading, Paragraph

from .candidates import CLOSES_SENTENCE, LONGEST_HEADING, joined_capitals
from .heading_numbers import read_lone_roman, read_numbered_title
from .section_words import part_kind

_LONGEST_BEFORE_TEXT = 70


def join_split_titles(elements: list[Element]) -> list[Element]:
    """Make one heading of each number that stands alone and the title right below it.

    A title that is marked as a heading is taken for one if every lone number has one below it.
    """
    below = [
        elements[index + 1] if index + 1 < len(elements) else None
        for index, element in enumerate(elements)
        if _is_lone_number(element)
    ]
    all_marked = all(
        isinstance(element, Heading) and not _says_itself(element) for element in below
    )
    joined: list[Element] = []
    for element in elements:
        before = joined[-1] if joined else None
        if before is None or not _is_lone_number(before):
            joined.append(element)
        elif isinstance(element, Heading) and all_marked:
            joined[-1] = _with_title(before, element.text, element.html)
        elif isinstance(element, Paragraph) and _is_title(whole := joined_capitals(element)):
            line, rest = whole.lines[0], whole.lines[1:]
            joined[-1] = _with_title(before, line.text, line.html)
            if rest:
                below = element.line + len(element.lines) - len(rest)
                joined.append(replace(element, lines=rest, line=below))
        else:
            joined.append(element)
    return joined


def _is_lone_number(element: Element | None) -> bool:
    if not isinstance(element, Heading):
        return False
    numbered = read_numbered_title(element.text)
    if numbered:
        return numbered.says_chapter and not numbered.title
    return read_lone_roman(element.text) is not None


def _says_itself(heading: Heading) -> bool:
    return part_kind(heading.text) is not None or read_numbered_title(heading.text) is not None


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a title, or its first line one that the text stands right under."""
    text = paragraph.lines[0].text
    if len(text) > LONGEST_HEADING or text.endswith(CLOSES_SENTENCE) or part_kind(text):
        return False
    if len(paragraph.lines) == 1:
        return True
    below = paragraph.lines[1].text
    return len(text) <= min(_LONGEST_BEFORE_TEXT, len(below)) and not below[:1].islower()


def _with_title(heading: Heading, text: str, html: str) -> Heading:
    mark = ". " if read_lone_roman(heading.text) else ": "
    number = heading.text.rstrip(".: ")
    shown = f"{escape(number, quote=False)}{mark}{html}"
    return replace(heading, text=f"{number}{mark}{text}", html=shown)
