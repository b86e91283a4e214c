"""The title of a document that marks none: its first short lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from cms.importer.manuscript.elements import Element, Heading, Line, Paragraph
from cms.importer.manuscript.wording import folded

from .candidates import CLOSES_SENTENCE, LONGEST_HEADING
from .contents_list import Contents
from .heading_numbers import read_numbered_title
from .section_words import part_kind

# Title, subtitle, who wrote it, when and for whom.
_MOST_LINES = 5
_LONGEST_LABELLED = 200
_TITLE_LABEL = re.compile(
    r"(?:title|название|заголовок|заглавие|عنوان)\s{0,2}:\s{0,4}(?=\S)", re.IGNORECASE
)
_SUBTITLE_LABEL = re.compile(
    r"(?:subtitle|sub-title|подзаголовок|زیرعنوان|عنوان فرعی)\s{0,2}:\s{0,4}(?=\S)", re.IGNORECASE
)
_WRAPPED_LINE = 60


def title_first(elements: list[Element], contents: Contents) -> list[Element]:
    """Return the elements with a short first line that is no sentence as the document's title."""
    if not elements or not isinstance(first := elements[0], Paragraph):
        return elements
    if _is_first_entry(first, contents):
        return elements
    if any(isinstance(element, Heading) and element.names_document for element in elements):
        return elements
    if len(elements) == 1 or not _is_title(first):
        return elements
    line = first.lines[0]
    text = _TITLE_LABEL.sub("", line.text, count=1)
    html = line.html if text == line.text else escape(text, quote=False)
    # Chapters that are marked as headings of the first level don't make it one of them.
    names_document = not _is_entry(first, contents)
    title = Heading(1, text, html, first.line, names_document=names_document)
    return [title, *_lines_below(first), *elements[1:]]


def _is_first_entry(first: Paragraph, contents: Contents) -> bool:
    """Whether the text begins, right after its contents list, with a section named there."""
    if not contents.entries or first.line <= contents.entries[-1].line:
        return False
    return _is_entry(first, contents)


def _is_entry(first: Paragraph, contents: Contents) -> bool:
    title = folded(first.lines[0].text)
    return any(folded(entry.title) == title for entry in contents.entries)


def _is_title(first: Paragraph) -> bool:
    line = first.lines[0].text
    if _TITLE_LABEL.match(line) and len(line) <= _LONGEST_LABELLED:
        return True
    return (
        len(line) <= LONGEST_HEADING
        and not line.endswith(CLOSES_SENTENCE)
        and not first.italic
        and part_kind(line) is None
        and read_numbered_title(line) is None
        and _are_lines_of_a_title_page(first.lines)
    )


def _are_lines_of_a_title_page(lines: tuple[Line, ...]) -> bool:
    """One or two lines may be anything; more must be short and none a sentence."""
    if len(lines) <= 2:
        return True
    return len(lines) <= _MOST_LINES and all(
        len(line.text) <= _WRAPPED_LINE and not line.text.endswith((".", ";", ","))
        for line in lines
    )


def _lines_below(first: Paragraph) -> Iterator[Paragraph]:
    """The second line may be a subtitle; the lines after it stay together."""
    below = first.lines[1:]
    if below:
        second = below[0]
        if _SUBTITLE_LABEL.match(second.text):
            text = _SUBTITLE_LABEL.sub("", second.text, count=1)
            second = Line(escape(text, quote=False), text)
        yield replace(first, lines=(second,), line=first.line + 1)
    if below[1:]:
        yield replace(first, lines=below[1:], line=first.line + 2)
