"""What every part of the Word reader works with while one document is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.importer.manuscript.elements import Element
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.warning_log import WarningLog

from .numbering import Numbering
from .package import Package
from .properties import Look, RunProperties, look_of
from .styles import ParagraphStyle, Styles

_ENOUGH_WORDS = 40_000


@dataclass(frozen=True)
class FootnoteText:
    """What a footnote or endnote says; ``elements`` are its pictures."""

    html: str
    text: str
    elements: tuple[Element, ...] = ()


@dataclass
class Desk:
    """``line`` is the number of the paragraph being read, from 1."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: NoteBook
    log: WarningLog
    line: int = 0
    first_words: dict[int, str] = field(default_factory=dict)
    footnotes: Mapping[tuple[str, str], FootnoteText] = field(default_factory=dict)
    defined: dict[tuple[str, str], str] = field(default_factory=dict)
    bookmarks: dict[str, int] = field(default_factory=dict)
    letters_in: Counter[str] = field(default_factory=Counter)
    _looks: dict[tuple[RunProperties, str, RunProperties], Look] = field(default_factory=dict)
    _words: list[str] = field(default_factory=list)
    _words_kept: int = 0

    def look(self, direct: RunProperties, run_style: str, style: ParagraphStyle) -> Look:
        """How a run looks: its own properties over its style's over its paragraph's."""
        key = (direct, run_style, style.run)
        found = self._looks.get(key)
        if found is None:
            of_run = self.styles.run(run_style) if run_style else RunProperties()
            found = look_of(direct, (of_run, style.run), self.styles.defaults)
            self._looks[key] = found
        return found

    def keep_words(self, text: str) -> None:
        """Remember the first words of the paragraph, and enough to tell the language by."""
        self.first_words[self.line] = text[:60]
        if self._words_kept < _ENOUGH_WORDS:
            self._words.append(text[:_ENOUGH_WORDS])
            self._words_kept += len(text)

    @property
    def words(self) -> str:
        return "\n".join(self._words)
