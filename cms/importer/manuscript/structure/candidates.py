"""Lines that could be headings although nothing marks them as such."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cms.importer.manuscript.elements import Element, Line, ListElement, Paragraph
from cms.importer.manuscript.wording import folded, similarity

from .contents import Contents
from .heading_numbers import (
    NumberedTitle,
    is_sub_numbered,
    read_lone_roman,
    read_numbered_title,
)
from .section_words import PartKind, part_kind

LONGEST_HEADING = 150
CLOSES_SENTENCE = (".", ";", ",", ":", "…")
_LONGEST_PART_WORDS = 32
_SAME_HEADING = 0.8
# A heading is shorter than the text under it, and was not broken for want of room.
_LONGEST_TOUCHING = 70
_SHARE_OF_NEXT_LINE = 0.8
_BOLD_LINE = re.compile(r"<strong>(?:[^<>]|</?em>){1,300}</strong>:?")
_MOST_LINES_OF_CAPITALS = 3


@dataclass(frozen=True)
class Candidate:
    """A line that could be a heading, and what stood with it that is not.

    ``alone`` says that nothing stands on the line below it; ``heads_text`` that what does is
    plainly text under a heading.
    """

    text: str
    line: int
    alone: bool
    bold: bool
    numbered: NumberedTitle | None
    part: PartKind | None
    rest: tuple[Element, ...]
    heads_text: bool = False
    in_contents: bool = False

    @property
    def stands_out(self) -> bool:
        return self.alone or self.heads_text

    @property
    def breaks_off(self) -> bool:
        """Whether the line below goes on with its sentence, as in hard-wrapped prose."""
        below = self.rest[0] if self.rest else None
        return isinstance(below, Paragraph) and not self.alone and below.text[:1].islower()

    @property
    def is_capitals(self) -> bool:
        return is_capitals(self.text)

    @property
    def is_title_like(self) -> bool:
        return self.stands_out and not self.text.endswith(CLOSES_SENTENCE)

    @property
    def begins_small(self) -> bool:
        """Whether its first letter is a small one, as in an item of a list."""
        words = self.numbered.title if self.numbered else self.text
        return words[:1].islower()


class Listed:
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


def candidate_of(element: Element, listed: Listed) -> Candidate | None:
    match element:
        case Paragraph():
            found = _candidate_in(element)
        case ListElement(ordered=True, items=((Paragraph() as head, *following),)):
            found = _read(head, f"{element.start}. {head.lines[0].text}", tuple(following))
        case _:
            return None
    if found is None:
        return None
    return replace(found, in_contents=listed.names(found.text, found.numbered))


def is_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= 4


def joined_capitals(paragraph: Paragraph) -> Paragraph:
    """The same paragraph with a title in capitals that runs over several lines on one."""
    lines = paragraph.lines
    capitals = 0
    while capitals < len(lines) and is_capitals(lines[capitals].text):
        capitals += 1
    if not 1 < capitals <= _MOST_LINES_OF_CAPITALS or _any_reads(lines[:capitals]):
        return paragraph
    title = Line(
        " ".join(line.html for line in lines[:capitals]),
        " ".join(line.text for line in lines[:capitals]),
    )
    return replace(paragraph, lines=(title, *lines[capitals:]))


def _candidate_in(paragraph: Paragraph) -> Candidate | None:
    joined = joined_capitals(paragraph)
    further = 1 + len(paragraph.lines) - len(joined.lines)
    return _read(joined, joined.lines[0].text, (), further=further)


def _any_reads(lines: tuple[Line, ...]) -> bool:
    """Whether one of the lines says by itself what it heads."""
    return any(read_numbered_title(line.text) or part_kind(line.text) for line in lines)


def _read(
    head: Paragraph, text: str, following: tuple[Element, ...], *, further: int = 1
) -> Candidate | None:
    if len(text) > LONGEST_HEADING or is_sub_numbered(text):
        return None
    below = head.lines[1:]
    rest = (replace(head, lines=below, line=head.line + further),) if below else ()
    numbered = read_numbered_title(text) or read_lone_roman(text)
    # A part's one word may stand right on its text; longer headings need a line of their own.
    is_head = (not below or len(text) <= _LONGEST_PART_WORDS) and not text.endswith((".", ";", ","))
    return Candidate(
        text,
        head.line,
        not below,
        head.bold or _BOLD_LINE.fullmatch(head.lines[0].html) is not None,
        numbered,
        part_kind(text.rstrip(":")) if is_head else None,
        (*rest, *following),
        heads_text=bool(below) and _heads(text, below[0].text),
    )


def _heads(text: str, below: str) -> bool:
    """Whether a line is plainly not the beginning of the prose on the next."""
    if is_capitals(text):
        return not below.isupper()
    shorter = len(text) <= min(_LONGEST_TOUCHING, _SHARE_OF_NEXT_LINE * len(below))
    return shorter and not below[:1].islower() and read_numbered_title(below) is None
