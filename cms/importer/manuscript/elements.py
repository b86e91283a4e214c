"""The pieces a document is read into, whatever its format, before chapters are recognised.

``html`` strings are inline or block html made by the reader, not yet sanitised; a cited note
stands in them as ``NOTE_START + index + NOTE_END``, see ``notes.NoteBook``.
"""

from __future__ import annotations

from dataclasses import dataclass

# Noncharacters: cleaned text can't contain them, so they can't be forged.
NOTE_START, NOTE_END = "\ufdd0", "\ufdd1"


@dataclass(frozen=True)
class Line:
    """One line of a paragraph as it stood in the manuscript."""

    html: str
    text: str


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    html: str
    line: int


@dataclass(frozen=True)
class Paragraph:
    """``italic`` and ``bold`` say that every word of it is."""

    lines: tuple[Line, ...]
    line: int
    italic: bool = False
    bold: bool = False

    @property
    def html(self) -> str:
        return "\n".join(line.html for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class ListElement:
    ordered: bool
    start: int
    items: tuple[tuple[Element, ...], ...]
    line: int
    item_lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Quote:
    elements: tuple[Element, ...]
    line: int


@dataclass(frozen=True)
class Picture:
    src: str
    alt: str
    caption: str
    line: int


@dataclass(frozen=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int


@dataclass(frozen=True)
class Directive:
    """A ``::: name`` block with its ``key: value`` lines, repeated keys kept in order."""

    name: str
    fields: tuple[tuple[str, str], ...]
    line: int

    def value(self, key: str) -> str:
        return next((value for name, value in self.fields if name == key), "")

    def values(self, key: str) -> tuple[str, ...]:
        return tuple(value for name, value in self.fields if name == key and value)


@dataclass(frozen=True)
class NoteDefinition:
    """What a note says; it stands where the note book keeps it, not in the text."""

    key: str
    html: str
    text: str
    line: int


Element = Heading | Paragraph | ListElement | Quote | Picture | Table | Directive
