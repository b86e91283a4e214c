"""From a stream of elements to the sections of a manuscript: which headings begin one, and what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from cms.importer.manuscript.elements import NOTE_END, NOTE_START, Element, Heading, Line, Paragraph
from cms.importer.manuscript.wording import folded

from .contents import Contents
from .heading_numbers import is_sub_numbered, read_numbered_title
from .questions import is_numbered_question, is_question
from .section_words import PartKind, part_kind

_MARKS = re.compile(f"{NOTE_START}[0-9]+{NOTE_END}")
_MAY_BE_A_CHAPTER = frozenset({"introduction", "conclusion", "appendix"})


@dataclass
class Section:
    """A heading and what stands under it. ``kind`` None is a chapter; ``line`` counts from 1."""

    kind: PartKind | None
    title: str
    number: int | None
    line: int
    level: int
    elements: list[Element] = field(default_factory=list)

    @property
    def label(self) -> str:
        """How a warning names it to a curator."""
        numbered = f"Chapter {self.number}" if self.number else ""
        return f"{numbered}: “{self.title}”" if numbered else f"“{self.title}”"


@dataclass
class Parts:
    """``before`` is what stands between the title and the first section."""

    title: str = ""
    title_line: int = 0
    before: list[Element] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def divide(elements: list[Element], contents: Contents) -> Parts:
    headings = [element for element in elements if isinstance(element, Heading)]
    parts = Parts()
    title = next((heading for heading in headings if heading.names_document), None)
    if title is None and headings and _is_title(headings, elements, contents):
        title = headings[0]
    if title:
        parts.title, parts.title_line = title.text, title.line
        parts.before += _marks_of(title)
        elements = [element for element in elements if element is not title]
        headings = [heading for heading in headings if heading is not title]
    divider = _Divider(headings, contents)
    for element in elements:
        if divider.begins_section(element, parts.sections):
            parts.sections.append(divider.section_of(element))
        elif parts.sections:
            parts.sections[-1].elements.append(element)
        else:
            parts.before.append(element)
    for section in parts.sections:
        _settle_marks(section.elements)
    _settle_marks(parts.before)
    return parts


def _is_title(headings: list[Heading], elements: list[Element], contents: Contents) -> bool:
    """Whether the first heading names the whole document rather than its first section."""
    first = headings[0]
    if read_numbered_title(first.text) or part_kind(first.text):
        return False
    if any(heading.level < first.level for heading in headings):
        return False
    peers = [heading for heading in headings[1:] if heading.level == first.level]
    if not peers:
        return len(headings) > 1 or first.level == 1
    if contents.entries:
        return folded(first.text) not in {folded(entry.title) for entry in contents.entries}
    if any(read_numbered_title(heading.text) for heading in peers):
        return True
    place = elements.index(first)
    following = elements[place + 1 : place + 2]
    if not following or isinstance(following[0], Heading):
        return True
    return (
        isinstance(following[0], Paragraph)
        and following[0].italic
        and first.level == 1
        and (place + 2 >= len(elements) or isinstance(elements[place + 2], Heading))
    )


class _Divider:
    """Knows at which level this document puts its chapters."""

    def __init__(self, headings: list[Heading], contents: Contents) -> None:
        self._entries = {(entry.number, folded(entry.title)) for entry in contents.entries}
        levels = Counter(heading.level for heading in headings if self._heads_a_part(heading))
        if levels:
            most = max(levels.values())
            self._level = min(level for level, count in levels.items() if count == most)
        else:
            self._level = min((heading.level for heading in headings), default=2)
        self._numbers = {
            numbered.number
            for heading in headings
            if heading.level <= self._level and (numbered := read_numbered_title(heading.text))
        }

    def _heads_a_part(self, heading: Heading) -> bool:
        numbered = read_numbered_title(heading.text)
        title = folded(numbered.title if numbered else heading.text)
        listed = (numbered.number if numbered else None, title) in self._entries
        return bool(numbered or listed or part_kind(heading.text))

    def begins_section(self, element: Element, sections: list[Section]) -> bool:
        in_faq = bool(sections) and sections[-1].kind == "faq"
        if isinstance(element, Paragraph):
            return not in_faq and is_numbered_question(element)
        if not isinstance(element, Heading) or is_sub_numbered(element.text):
            return False
        if in_faq and is_question(element.text) and not self._is_listed(element):
            return False
        return (
            element.level <= self._level
            or self._is_listed(element)
            or (self._goes_on(element, sections))
        )

    def _is_listed(self, heading: Heading) -> bool:
        numbered = read_numbered_title(heading.text)
        return bool(numbered) and (numbered.number, folded(numbered.title)) in self._entries

    def _goes_on(self, heading: Heading, sections: list[Section]) -> bool:
        """A chapter put one level too deep: its number is the next, and no other chapter's."""
        numbered = read_numbered_title(heading.text)
        if not numbered or not self._numbers or numbered.number in self._numbers:
            return False
        last = next((section.number for section in reversed(sections) if section.number), 0)
        return last > 0 and numbered.number == last + 1

    def section_of(self, element: Element) -> Section:
        if isinstance(element, Paragraph):
            return Section("faq", "", None, element.line, self._level, [element])
        heading = element
        numbered = read_numbered_title(heading.text)
        kind = part_kind(heading.text)
        title, number = heading.text, None
        if numbered:
            title, number = numbered.title or heading.text, numbered.number
            kind = part_kind(title)
            if kind in _MAY_BE_A_CHAPTER:
                kind = None
            elif kind:
                number = None
        marks = _marks_of(heading)
        return Section(
            kind, title.rstrip(":").strip() or title, number, heading.line, heading.level, marks
        )


def _marks_of(heading: Heading) -> list[Element]:
    """The notes cited in a title, which can't show them, as a paragraph to be settled."""
    marks = "".join(_MARKS.findall(heading.html))
    return [replace(heading, level=0, text="", html=marks)] if marks else []


def _settle_marks(elements: list[Element]) -> None:
    """Hang the notes of a title on the first paragraph under it."""
    if not elements or not isinstance(elements[0], Heading) or elements[0].level:
        return
    marks = elements.pop(0)
    for index, element in enumerate(elements):
        if isinstance(element, Paragraph):
            last = element.lines[-1]
            lines = (*element.lines[:-1], replace(last, html=last.html + marks.html))
            elements[index] = replace(element, lines=lines)
            return
    elements.append(Paragraph((Line(marks.html, ""),), marks.line))
