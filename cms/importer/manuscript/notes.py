"""Cited notes: what a note says, and which number its marker shows where."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .blocks import Note
from .elements import NOTE_END, NOTE_START, NoteDefinition
from .note_marks import NUMBERS, joined, numbers_in, parted
from .outline import Footnote
from .sanitise import clean_html
from .warning_log import WarningLog

_MARK = re.compile(f"{NOTE_START}([0-9]+){NOTE_END}")
_CITED = re.compile(
    rf"<[^<>]*>|{NOTE_START}(?P<mark>[0-9]+){NOTE_END}"
    rf"|\[(?P<brackets>{NUMBERS})\]"
)
# A bracketed number beyond the last note by more than this is not a note's.
_NEAR_THE_LAST = 10
_TAG_OR_BRACKET = re.compile(r"<[^<>]*>|\[([0-9]{1,3})\]")
_CITATION = re.compile(r"@([A-Za-z0-9][\w:.-]*[\w]|[A-Za-z0-9])")
_NEXT_CITATION = re.compile(r"[;,]\s{1,3}(?=@[A-Za-z0-9])")
_SENTENCE_END = re.compile(r"\.\s+(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:pp?|ch|chs|vol|vols|no|nos|ed|eds|fol|ff|fig|doc|sec|art|с|стр|гл|т|л|д|оп|ф|"
    r"ص|ج|ف)$",
    re.IGNORECASE,
)
# Keeps a literal "[1]" of the text from being taken for the marker of a note.
_WORD_JOINER = "\u2060"


def read_note(key: str, text: str) -> tuple[Note, ...]:
    """Read ``@source, locator. Remark.``; ``@one, p. 3; @two`` cites twice and gives two notes."""
    notes = []
    for part in _NEXT_CITATION.split(text.strip()):
        match = _CITATION.match(part)
        if not match:
            notes.append(Note(key, remark=part))
            continue
        rest = part[match.end() :].lstrip()
        locator, remark = (
            _split_locator(rest[1:].lstrip()) if rest[:1] in {",", "،"} else ("", rest)
        )
        notes.append(Note(key, match.group(1), locator, remark.lstrip(".:; ").strip()))
    return tuple(notes)


def _split_locator(text: str) -> tuple[str, str]:
    """Cut at the end of the first sentence; "p. 12" and "no. 2" do not end one."""
    for match in _SENTENCE_END.finditer(text[:2000]):
        if not _ABBREVIATION.search(text[max(0, match.start() - 12) : match.start()]):
            return text[: match.start()], text[match.end() :]
    return text.rstrip().removesuffix("."), ""


class NoteBook:
    """All notes of one manuscript: their definitions, and who cites them in which order."""

    def __init__(self, log: WarningLog) -> None:
        self._log = log
        self._marked: list[str] = []
        self._definitions: dict[str, NoteDefinition] = {}
        self._bracketed: dict[tuple[int, str], NoteDefinition] = {}
        self._scope = 0
        self._highest = 0
        self._missing: set[str] = set()
        self._only_in_notes: set[tuple[int, str]] = set()
        self._cited_in: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._notes: dict[str, tuple[Note, ...]] = {}

    def mark(self, key: str) -> str:
        """Return the mark that stands for a citation until numbers are known."""
        self._marked.append(key)
        return f"{NOTE_START}{len(self._marked) - 1}{NOTE_END}"

    def define(self, definition: NoteDefinition) -> None:
        """Keep a note's text; a second text under the same label is added to the first."""
        definition = self._without_marks(definition)
        earlier = self._definitions.get(definition.key)
        if earlier:
            self._log.add(
                "duplicate_note",
                f"The note [^{definition.key}] is written twice (first in "
                f"{self._log.place(earlier.line)}); "
                "both texts are kept in one note. Give one of them another label.",
                line=definition.line,
            )
            definition = NoteDefinition(
                earlier.key,
                f"{earlier.html} {definition.html}",
                f"{earlier.text} {definition.text}",
                earlier.line,
            )
        self._definitions[definition.key] = definition

    def define_bracketed(
        self, definition: NoteDefinition, *, shown_in_list: bool, scope: int = 0
    ) -> None:
        """Keep an entry ``[3] …`` of a list, for the ``[3]`` in the text; the first of its number.

        Args:
            definition: its key is the number.
            shown_in_list: otherwise it is shown among the notes even if nothing cites it.
            scope: which list of notes it stands in, where each chapter has its own; 0 is for all.
        """
        definition = self._without_marks(definition)
        key = (scope, definition.key)
        if self._bracketed.setdefault(key, definition) is definition:
            self._only_in_notes |= set() if shown_in_list else {key}
            self._highest = max(self._highest, int(definition.key))

    def _without_marks(self, definition: NoteDefinition) -> NoteDefinition:
        """A note's text can't show a note of its own, which then is told as cited nowhere."""
        html, text = self.plain(definition.html), self.plain(definition.text)
        return replace(definition, html=html, text=text)

    def enter(self, scope: int) -> None:
        """Let what follows cite the notes of this scope before those for all."""
        self._scope = scope

    def plain(self, html: str) -> str:
        """Text without any marks of notes, for titles and captions."""
        return _MARK.sub("", html)

    def number_in_block(
        self, parts: Sequence[str], place: str
    ) -> tuple[list[str], tuple[Note, ...]]:
        """Show marks as ``[1]``, ``[2]``… through all ``parts`` of one block; return its notes.

        A literal "[1]" of the text gets an invisible joiner where it could be taken for a mark.
        """
        notes: dict[Note, int] = {}

        def show(key: str) -> str:
            self._cite(key, place)
            shown = ""
            for note in self._notes[key]:
                number = notes.setdefault(note, len(notes) + 1)
                shown += f"{NOTE_START}{number}{NOTE_END}"
            return shown

        resolved = [self._resolve(part, show, place) for part in parts]
        if notes:
            resolved = [_TAG_OR_BRACKET.sub(_protected, part) for part in resolved]
        return [_MARK.sub(r"[\1]", part) for part in resolved], tuple(notes)

    def number_in_document(self, html: str, place: str) -> str:
        """Replace marks by ``<sup>[n]</sup>``, n counting through the document."""

        def show(key: str) -> str:
            self._cite(key, place)
            return f"<sup>[{self._numbers[key]}]</sup>"

        return self._resolve(html, show, place)

    def footnotes(self) -> tuple[Footnote, ...]:
        """Every note, in the order of first citation; notes that nothing cites come last."""
        listed = [joined(key) for key in self._bracketed if key in self._only_in_notes]
        for key in (*self._definitions, *listed):
            if key not in self._numbers:
                definition = self._definition(key)
                mark = f"[{definition.key}]" if key.startswith("[") else f"[^{key}]"
                self._log.add(
                    "note_not_cited",
                    f"Nothing in the text points to the note {mark}. It is kept at the end of "
                    "the notes; put its mark where it belongs, or delete it.",
                    line=definition.line,
                )
                self._cite(key, "")
        ordered = sorted(self._numbers, key=self._numbers.__getitem__)
        return tuple(self._footnote(key) for key in ordered)

    def _footnote(self, key: str) -> Footnote:
        first = self._notes[key][0]
        definition = self._definition(key)
        return Footnote(
            self._numbers[key],
            first.key,
            clean_html(definition.html),
            first.source_key,
            first.locator,
            first.remark,
            self._cited_in[key],
        )

    def _definition(self, key: str) -> NoteDefinition:
        return self._bracketed[parted(key)] if key.startswith("[") else self._definitions[key]

    def _cite(self, key: str, place: str) -> None:
        if key in self._numbers:
            return
        definition = self._definition(key)
        self._numbers[key] = len(self._numbers) + 1
        self._cited_in[key] = place
        self._notes[key] = read_note(definition.key, definition.text)

    def _resolve(self, html: str, show: Callable[[str], str], place: str) -> str:
        def show_citation(match: re.Match[str]) -> str:
            if match.group("mark"):
                return show(self._marked[int(match.group("mark"))])
            keys = self._keys_of(match.group("brackets") or "", place)
            return "".join(map(show, keys)) if keys else match.group()

        return _CITED.sub(show_citation, html)

    def _keys_of(self, brackets: str, place: str) -> list[str]:
        """The notes that ``[3]``, ``[1, 4]`` or ``[2–5]`` cites; none if one is not known."""
        if not brackets or not self._bracketed:
            return []
        numbers = list(numbers_in(brackets))
        keys = [self._known(number) for number in numbers]
        if all(keys):
            return [key for key in keys if key]
        for number, key in zip(numbers, keys, strict=True):
            if key is None and int(number) <= self._highest + _NEAR_THE_LAST:
                self._warn_of_missing(number, place)
        return []

    def _known(self, number: str) -> str | None:
        for scope in (self._scope, 0):
            if (scope, number) in self._bracketed:
                return joined((scope, number))
        return None

    def _warn_of_missing(self, number: str, place: str) -> None:
        if f"{number} {place}" in self._missing:
            return
        self._missing.add(f"{number} {place}")
        self._log.add(
            "note_without_text",
            f"“{place}”: the mark [{number}] has no note. Add “[{number}] …” to the list of notes, "
            "or delete the mark.",
            where=place,
        )


def _protected(match: re.Match[str]) -> str:
    return f"[{_WORD_JOINER}{match.group(1)}]" if match.group(1) else match.group()
