"""Cited notes and references, as text. Pure: no Django.

A curator writes ``[1]`` where a note belongs and lists the notes below the text. Visitors see the
notes of a whole page numbered through; ``Numbering`` does that.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

MARKER = re.compile(r"\[(\d{1,3})\]")


def markers_in(html: str) -> list[int]:
    """Return the numbers of the markers in ``html``, in order, repeats included."""
    return [int(number) for number in MARKER.findall(html)]


def marker_problem(html: str, notes: int) -> str:
    """Say what keeps the markers and the notes of one text from matching; empty when they do."""
    used = set(markers_in(html))
    for number in sorted(used):
        if not 1 <= number <= notes:
            return (
                f"The text has the marker [{number}], but there "
                f"{'is 1 note' if notes == 1 else f'are {notes} notes'} below it. "
                "Add the note, or change the marker."
            )
    for number in range(1, notes + 1):
        if number not in used:
            return (
                f"Note {number} is not used. Write [{number}] in the text where it belongs, "
                "or remove the note."
            )
    return ""


@dataclass(frozen=True)
class Note:
    """One note of a page. ``source`` is whatever the caller looks sources up by."""

    number: int
    source: object | None
    locator: str
    remark: str

    @property
    def anchor(self) -> str:
        return f"note-{self.number}"

    @property
    def return_anchor(self) -> str:
        return f"cited-{self.number}"


@dataclass
class Numbering:
    """Numbers the notes of a page in reading order, from 1."""

    notes: list[Note] = field(default_factory=list)
    _by_block: dict[str, list[int]] = field(default_factory=dict)

    def add(self, block_id: str, entries: Iterable[tuple[object | None, str, str]]) -> None:
        """Number the (source, locator, remark) entries of one block after those before it."""
        numbers = self._by_block.setdefault(block_id, [])
        for source, locator, remark in entries:
            note = Note(len(self.notes) + 1, source, locator, remark)
            self.notes.append(note)
            numbers.append(note.number)

    def of_block(self, block_id: str) -> list[int]:
        """Return the page-wide numbers of a block's notes, in the block's order."""
        return self._by_block.get(block_id, [])


def link_markers(html: str, numbers: list[int], *, label: str, digits=str) -> str:
    """Turn the markers of one block into links to the page's notes.

    Args:
        html: already safe HTML; a marker without a note stays as it is typed.
        numbers: page-wide number of each of the block's notes.
        label: what a screen reader says before the number, e.g. “Note”.
        digits: writes a number as the language does.
    """
    first_use: set[int] = set()

    def link(match: re.Match[str]) -> str:
        place = int(match.group(1))
        if not 1 <= place <= len(numbers):
            return match.group(0)
        number = numbers[place - 1]
        anchor = "" if number in first_use else f' id="cited-{number}"'
        first_use.add(number)
        # The word joiner keeps a mark from opening the next line.
        return (
            f'\u2060<sup class="note-mark"><a href="#note-{number}"{anchor} '
            f'aria-label="{escape(label)} {digits(number)}">{digits(number)}</a></sup>'
        )

    return MARKER.sub(link, html)


@dataclass(frozen=True)
class Reference:
    """A work as it is cited; every field is plain text, empty when it does not apply."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    title: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    edition: str = ""
    publisher: str = ""
    place: str = ""
    year: str = ""
    # Part of a larger work, so its title stands in quotation marks and the work's in italics.
    is_part: bool = False

    @property
    def short(self) -> str:
        """Return “Grau 2007”, “Cordovez and Harrison 1995” or the title when nobody is named."""
        names = [_family_name(name) for name in self.authors or self.editors]
        if not names:
            who = self.title
        elif len(names) > 3:
            who = f"{names[0]} and others"
        else:
            who = " and ".join([", ".join(names[:-1]), names[-1]]) if names[1:] else names[0]
        return f"{who} {self.year}".strip()

    @property
    def sorting_key(self) -> tuple[str, str, str]:
        names = self.authors or self.editors
        return (_family_name(names[0]) if names else self.title, self.year, self.title)

    def as_html(self) -> str:
        """Return the whole reference as safe HTML, ending with a full stop."""
        parts = [_names(self.authors) or _names(self.editors, editors=True)]
        title = escape(self.title)
        parts.append(f"“{title}”" if self.is_part else f"<cite>{title}</cite>")
        if self.container:
            where = f"<cite>{escape(self.container)}</cite>"
            number = escape(self.volume) + (f"({escape(self.issue)})" if self.issue else "")
            parts.append(f"{where} {number}".strip())
        if self.authors and self.editors:
            parts.append(f"edited by {_names(self.editors)}")
        parts += [escape(self.edition), escape(self.place), escape(self.publisher)]
        parts += [escape(self.year), escape(self.pages)]
        return ", ".join(part for part in parts if part) + "."


def _names(names: tuple[str, ...], *, editors: bool = False) -> str:
    if not names:
        return ""
    safe = [escape(name) for name in names]
    joined = safe[0] if len(safe) == 1 else f"{', '.join(safe[:-1])} and {safe[-1]}"
    return f"{joined} (ed{'s' if len(safe) > 1 else ''}.)" if editors else joined


def _family_name(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
