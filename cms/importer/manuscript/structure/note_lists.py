"""Lists of notes at the end of a manuscript, ``[1] …``, for the ``[1]`` in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cms.importer.manuscript.elements import (
    Element,
    Heading,
    Line,
    ListElement,
    NoteDefinition,
    Paragraph,
    Quote,
    Table,
)
from cms.importer.manuscript.note_marks import NUMBERS, numbers_in
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.wording import ascii_digits

from .heading_numbers import read_numbered_title
from .sections import Section

_BRACKETED = re.compile(r"\[([0-9۰-۹٠-٩]{1,3})\]:?\s*(?=\S)")
_MARK = re.compile(rf"\[({NUMBERS})\]")
_TITLE = "Notes"
_MAY_END_IN_NOTES = frozenset({None, "introduction", "conclusion", "appendix", "faq", "external",
                               "internal"})  # fmt: skip


def with_unheaded_notes(sections: list[Section]) -> list[Section]:
    """Cut notes that nobody headed off the end of a section: a run of ``[1] …`` that is cited."""
    starts = [
        _start_of_notes(section) if section.kind in _MAY_END_IN_NOTES else None
        for section in sections
    ]
    if all(start is None for start in starts):
        return sections
    cited = {
        number
        for section, start in zip(sections, starts, strict=True)
        for element in section.elements[:start]
        for brackets in _MARK.findall(_words_of(element))
        for number in numbers_in(brackets)
    }
    found: list[Section] = []
    for section, start in zip(sections, starts, strict=True):
        found.append(section)
        notes = [] if start is None else section.elements[start:]
        if notes and next(_definitions(notes[0])).key in cited:
            del section.elements[start:]
            found.append(Section("notes", _TITLE, None, notes[0].line, section.level, notes))
    return found


def note_scopes(sections: list[Section]) -> list[int]:
    """For each section, which list of notes its marks mean: the next, if lists number anew."""
    lists = [index for index, section in enumerate(sections) if section.kind == "notes"]
    numbers = [
        definition.key
        for index in lists
        for definition in {
            definition.key: definition
            for element in sections[index].elements
            for definition in _definitions(element, numbered=True)
        }.values()
    ]
    if len(set(numbers)) == len(numbers):
        return [0] * len(sections)
    return [
        next((scope for scope, at in enumerate(lists, start=1) if at >= index), len(lists))
        for index in range(len(sections))
    ]


def _start_of_notes(section: Section) -> int | None:
    """Where the last paragraphs of a section begin that each begin with the next number."""
    elements = section.elements
    start = len(elements)
    while start and isinstance(last := elements[start - 1], Paragraph):
        if not _BRACKETED.match(last.lines[0].text):
            break
        start -= 1
    keys = [definition.key for element in elements[start:] for definition in _definitions(element)]
    return start if keys and keys == sorted(set(keys), key=int) else None


def _words_of(element: Element) -> str:
    match element:
        case Paragraph() | Heading():
            return element.html
        case ListElement():
            return " ".join(_words_of(inner) for item in element.items for inner in item)
        case Quote():
            return " ".join(map(_words_of, element.elements))
        case Table():
            return " ".join(cell for row in (element.header, *element.rows) for cell in row)
    return ""


def define_listed_notes(
    section: Section, notes: NoteBook, *, scope: int = 0, cites_numbers: bool = False
) -> None:
    """Tell the note book every numbered entry of a section headed "Notes" or "Sources".

    The entries leave a section of notes, since a note is shown where it is cited; a list of
    sources stays whole.

    Args:
        cites_numbers: whether ``[3]`` in the text may mean the third of a numbered list of sources.
    """
    is_notes = section.kind == "notes"
    is_numbered = is_notes or (cites_numbers and _numbers_once(section.elements))
    kept: list[Element] = []
    numbers: set[str] = set()
    for element in section.elements:
        is_list = isinstance(element, ListElement)
        definitions = list(_definitions(element, numbered=is_notes or (is_numbered and is_list)))
        found = {definition.key for definition in definitions}
        moves = is_notes and _is_all_notes(element, definitions) and not numbers & found
        for definition in definitions:
            notes.define_bracketed(definition, shown_in_list=not moves, scope=scope)
        if not moves:
            kept.append(_unbracketed(element) if definitions else element)
        numbers |= found
    section.elements = kept


def _numbers_once(elements: list[Element]) -> bool:
    """Whether no two numbered lists among the elements use the same number."""
    numbers = [
        element.start + offset
        for element in elements
        if isinstance(element, ListElement) and element.ordered
        for offset in range(len(element.items))
    ]
    return len(set(numbers)) == len(numbers)


def _is_all_notes(element: Element, definitions: list[NoteDefinition]) -> bool:
    """Whether nothing of an element would be lost with its notes taken out, none twice."""
    if len({definition.key for definition in definitions}) < max(1, len(definitions)):
        return False
    match element:
        case Paragraph():
            return bool(_number_of(element.lines[0], numbered=True)[0])
        case ListElement():
            parts = (part for item in element.items for part in item)
            return all(isinstance(part, Paragraph) for part in parts)
    return False


def _definitions(element: Element, *, numbered: bool = False) -> Iterator[NoteDefinition]:
    match element:
        case Paragraph():
            yield from _paragraph_definitions(element, numbered=numbered)
        case ListElement(ordered=True) if numbered:
            for offset, item in enumerate(element.items):
                words = [part for part in item if isinstance(part, Paragraph)]
                html = " ".join(word.html for word in words)
                text = " ".join(word.text for word in words)
                yield NoteDefinition(str(element.start + offset), html, text, element.line)


def _paragraph_definitions(paragraph: Paragraph, *, numbered: bool) -> Iterator[NoteDefinition]:
    """Lines that begin with a number begin a note; other lines go on with the one before."""
    found: NoteDefinition | None = None
    for line in paragraph.lines:
        number, rest = _number_of(line, numbered=numbered)
        if number:
            if found:
                yield found
            found = NoteDefinition(number, rest.html, rest.text, paragraph.line)
        elif found:
            html, text = f"{found.html} {line.html}", f"{found.text} {line.text}"
            found = replace(found, html=html, text=text)
    if found:
        yield found


def _number_of(line: Line, *, numbered: bool) -> tuple[str, Line]:
    if match := _BRACKETED.match(line.text):
        at_start = _BRACKETED.match(line.html)
        html = line.html[at_start.end() :] if at_start else line.html
        return str(int(ascii_digits(match.group(1)))), Line(html, line.text[match.end() :])
    if numbered and (title := read_numbered_title(line.text)) and not title.says_chapter:
        cut = len(line.text) - len(title.title)
        html = line.html[cut:] if line.html.startswith(line.text[:cut]) else line.html
        return str(title.number), Line(html, title.title)
    return "", line


def _unbracketed(element: Element) -> Element:
    """The same entries without their numbers, which would be taken for citations of themselves."""
    if not isinstance(element, Paragraph):
        return element
    lines = []
    for line in element.lines:
        _, rest = _number_of(line, numbered=False)
        lines.append(
            Line(rest.html + "<br>" if line is not element.lines[-1] else rest.html, rest.text)
        )
    return replace(element, lines=tuple(lines))
