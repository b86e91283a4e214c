"""The pieces a document is read into, whatever its format, before chapters are recognised.

``html`` strings are inline or block html made by the reader, not yet sanitised; a cited note
stands in them as ``NOTE_START + index + NOTE_END``, see ``notes.NoteBook``. ``line`` counts from
1: lines of a text, paragraphs of a Word or HTML document; ``warning_log`` says it in words.
"""

from __future__ import annotations

from dataclasses import dataclass

# Noncharacters: cleaned text can't contain them, so they can't be forged.
NOTE_START, NOTE_END = "\ufdd0", "\ufdd1"
# The list's own title, a list of figures.
BESIDE_CONTENTS = 99


@dataclass(frozen=True)
class Line:
    """One line of a paragraph as it stood in the manuscript.

    A reader may leave tabs in ``text``: ``contents_in_elements`` knows a contents list by them,
    and makes them spaces.
    """

    html: str
    text: str


@dataclass(frozen=True)
class Heading:
    """``names_document`` when the document itself says that this is its title."""

    level: int
    text: str
    html: str
    line: int
    names_document: bool = False


@dataclass(frozen=True)
class Paragraph:
    """``italic`` and ``bold`` say that every word of it is.

    ``in_contents`` is its level, from 1, if the document itself calls it an entry of its contents
    list, or ``BESIDE_CONTENTS`` for what stands with such a list and names no chapter.
    """

    lines: tuple[Line, ...]
    line: int
    italic: bool = False
    bold: bool = False
    in_contents: int = 0

    @property
    def html(self) -> str:
        # The last line's break parted it from lines that are elsewhere now.
        return "\n".join(line.html for line in self.lines).removesuffix("<br>")

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
