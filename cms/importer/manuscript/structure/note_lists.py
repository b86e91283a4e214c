"""Lists of notes at the end of a manuscript, ``[1] …``, for the ``[1]`` in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cms.importer.manuscript.elements import Element, Line, ListElement, NoteDefinition, Paragraph
from cms.importer.manuscript.notes import NoteBook

from .heading_numbers import read_numbered_title
from .sections import Section

_BRACKETED = re.compile(r"\[([0-9]{1,3})\]\s*(?=\S)")


def define_listed_notes(section: Section, notes: NoteBook) -> None:
    """Tell the note book every numbered entry of a section headed "Notes" or "Sources".

    The entries leave a section of notes, since a note is shown where it is cited; a list of
    sources stays whole.
    """
    is_notes = section.kind == "notes"
    kept: list[Element] = []
    numbers: set[str] = set()
    for element in section.elements:
        definitions = list(_definitions(element, numbered=is_notes))
        found = {definition.key for definition in definitions}
        moves = is_notes and _is_all_notes(element, definitions) and not numbers & found
        for definition in definitions:
            notes.define_bracketed(definition, shown_in_list=not moves)
        if not moves:
            kept.append(_unbracketed(element) if definitions else element)
        numbers |= found
    section.elements = kept


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


def _definitions(element: Element, *, numbered: bool) -> Iterator[NoteDefinition]:
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
        return match.group(1), Line(html, line.text[match.end() :])
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
