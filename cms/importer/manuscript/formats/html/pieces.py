"""Elements taken apart again, for places that have room for words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from cms.importer.manuscript.elements import (
    Element,
    Heading,
    Line,
    ListElement,
    Paragraph,
    Picture,
    Quote,
    Table,
)

_DASHES = ("—", "–", "―", "--", "-")


def words_of(element: Element) -> Iterator[str]:
    """Everything said in an element, as inline html, line by line."""
    match element:
        case Heading() | Paragraph():
            yield element.html
        case ListElement():
            for number, item in enumerate(element.items, start=element.start):
                mark = f"{number}. " if element.ordered else "• "
                for words in words_of_all(item):
                    yield mark + words
                    mark = ""
        case Quote():
            yield from words_of_all(element.elements)
        case Table():
            for row in (element.header, *element.rows):
                yield from (cell for cell in row if cell)
        case Picture() if element.caption:
            yield escape(element.caption, quote=False)


def words_of_all(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        yield from words_of(element)


def pictures_in(elements: Iterable[Element]) -> Iterator[Picture]:
    for element in elements:
        if isinstance(element, Picture):
            yield replace(element, caption="")  # it was said where the words are
        elif isinstance(element, Quote):
            yield from pictures_in(element.elements)


def said_by(element: Element) -> Element:
    """A last line that names who is quoted, with the dash that tells so."""
    if not isinstance(element, Paragraph) or element.text.startswith(_DASHES):
        return element
    first, *others = element.lines
    return replace(
        element, lines=(Line(f"— {first.html}", f"— {first.text}"), *others), italic=False
    )


def without_stray_contents(elements: list[Element]) -> list[Element]:
    """One line that leads to a later heading is a reference; only several make a contents list."""
    listed = [one for one in elements if isinstance(one, Paragraph) and one.in_contents]
    if len(listed) != 1:
        return elements
    return [replace(one, in_contents=0) if one is listed[0] else one for one in elements]
