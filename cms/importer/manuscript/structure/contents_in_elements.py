"""The contents list of a document that is read straight into elements: Word's own, or typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cms.importer.manuscript.elements import (
    BESIDE_CONTENTS,
    Element,
    Heading,
    ListElement,
    Paragraph,
    Table,
)
from cms.importer.manuscript.html_words import html_to_text

from .contents import Contents, ContentsEntry, find_contents
from .heading_numbers import is_sub_numbered, read_numbered_title
from .section_words import part_kind

_PAGE = re.compile(
    r"(?:\s*(?:\.\s?){3,}|\s*…+|\t[\s.]*)\s*[0-9۰-۹٠-٩ivxlc]{0,6}\s*$", re.IGNORECASE
)
_NUMBER_AND_TAB = re.compile(r"([0-9۰-۹٠-٩]{1,3}|[IVXLC]{1,6})\t")
_NO_ENTRY = "> "


def take_contents(elements: list[Element]) -> tuple[list[Element], Contents]:
    """Take out the contents list, and make the tabs in what is left spaces.

    Lines that the document itself calls contents are taken wherever they stand; otherwise those
    under a heading "Contents", up to the first that is prose or begins the text.
    """
    if any(_level(element) for element in elements):
        left, entries = _take_marked(elements)
    else:
        left, entries = _take_typed(elements)
    return [_without_tabs(element) for element in left], Contents(entries)


def _level(element: Element) -> int:
    return element.in_contents if isinstance(element, Paragraph) else 0


def _take_marked(elements: list[Element]) -> tuple[list[Element], tuple[ContentsEntry, ...]]:
    left: list[Element] = []
    taken: list[Paragraph] = []
    for index, element in enumerate(elements):
        if not _level(element):
            left.append(element)
            continue
        if left and left[-1] is elements[index - 1] and _heads_list(elements, index):
            left.pop()
        taken.append(element)
    entries = [(paragraph.in_contents, _entry(paragraph)) for paragraph in taken]
    counts = Counter(level for level, entry in entries if entry.title)
    deepest = min((level for level, count in counts.items() if count > 1), default=1)
    return left, tuple(
        entry
        for level, entry in entries
        if level <= min(deepest, BESIDE_CONTENTS - 1)
        and entry.title
        and not is_sub_numbered(entry.title)
        and part_kind(entry.title) != "contents"
    )


def _heads_list(elements: list[Element], index: int) -> bool:
    """Whether the element before a marked line heads nothing but the list."""
    before = elements[index - 1]
    if not isinstance(before, Heading | Paragraph):
        return False
    if part_kind(before.text.strip().rstrip(":")) == "contents":
        return True
    if not isinstance(before, Heading) or before.names_document:
        return False
    following = index
    while following < len(elements) and _level(elements[following]) == BESIDE_CONTENTS:
        following += 1
    return following == len(elements) or isinstance(elements[following], Heading)


def _entry(paragraph: Paragraph) -> ContentsEntry:
    text = _PAGE.sub("", paragraph.text.strip())
    text = " ".join(_NUMBER_AND_TAB.sub(r"\1. ", text, count=1).split())
    numbered = read_numbered_title(text)
    if numbered:
        return ContentsEntry(numbered.title or text, numbered.number, paragraph.line)
    return ContentsEntry(text, None, paragraph.line)


def _take_typed(elements: list[Element]) -> tuple[list[Element], tuple[ContentsEntry, ...]]:
    """Find a list typed by hand as it is found in text: one line an entry, blank lines between."""
    lines: list[str] = []
    owners: list[tuple[int, int]] = []
    for index, element in enumerate(elements):
        for place, line in enumerate(_as_lines(element)):
            lines += [line, ""] if isinstance(element, Paragraph | Heading) else [line]
            owners += [(index, place)] * (len(lines) - len(owners))
        if lines and lines[-1]:
            lines.append("")
            owners.append((index, -1))
    contents = find_contents(lines)
    if not contents.entries:
        return elements, ()
    taken = {
        owners[number] for number in range(contents.first_line, contents.end_line) if lines[number]
    }
    left: list[Element] = []
    for index, element in enumerate(elements):
        left += _what_is_left(element, index, taken)
    entries = tuple(
        replace(entry, line=elements[owners[entry.line - 1][0]].line) for entry in contents.entries
    )
    return left, entries


def _as_lines(element: Element) -> Iterator[str]:
    match element:
        case Heading():
            yield f"# {' '.join(element.text.split())}"
        case Paragraph():
            yield from (line.text for line in element.lines)
        case ListElement():
            for number, item in enumerate(element.items, start=element.start):
                yield from _item_lines(item, f"{number}." if element.ordered else "-")
        case Table():
            for row in (element.header, *element.rows):
                cells = [" ".join(html_to_text(cell).split()) for cell in row]
                if any(cells):
                    yield "\t".join(cell for cell in cells if cell)
        case _:
            yield _NO_ENTRY


def _item_lines(item: tuple[Element, ...], mark: str) -> Iterator[str]:
    """An entry; the entries below it are numbered as parts of a chapter, which are no chapters."""
    for element in item:
        if isinstance(element, Paragraph):
            yield f"{mark} {element.text}"
        else:
            for _ in _as_lines(element):
                yield f"1.1 {_}"


def _what_is_left(element: Element, index: int, taken: set[tuple[int, int]]) -> Iterator[Element]:
    if isinstance(element, Paragraph):
        kept = [line for place, line in enumerate(element.lines) if (index, place) not in taken]
        if kept:
            yield replace(element, lines=tuple(kept)) if len(kept) < len(element.lines) else element
    elif not all((index, place) in taken for place, _ in enumerate(_as_lines(element))):
        yield element


def _without_tabs(element: Element) -> Element:
    if not isinstance(element, Paragraph) or not any("\t" in line.text for line in element.lines):
        return element
    lines = (replace(line, text=" ".join(line.text.split())) for line in element.lines)
    return replace(element, lines=tuple(lines))
