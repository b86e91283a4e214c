"""A line of a manuscript that could be a heading."""

from __future__ import annotations

from dataclasses import dataclass

from cms.importer.manuscript.elements import Element

from .heading_numbers import NumberedTitle
from .section_words import PartKind


@dataclass(frozen=True)
class Candidate:
    """A line that could be a heading, and what stood with it that is not."""

    text: str
    line: int
    alone: bool
    bold: bool
    numbered: NumberedTitle | None
    part: PartKind | None
    rest: tuple[Element, ...]
    in_contents: bool = False

    @property
    def is_capitals(self) -> bool:
        return self.text.isupper() and sum(map(str.isalpha, self.text)) >= 4
