"""What a curator arranges before an import: which pieces of the manuscript stand in which part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

PartKind = Literal["introduction", "chapter", "conclusion", "question", "dropped"]
KINDS: tuple[PartKind, ...] = ("introduction", "chapter", "conclusion", "question", "dropped")


class PlanProblem(Exception):
    """What cannot be arranged so, in a sentence for a curator."""


@dataclass(frozen=True)
class Part:
    """What becomes one page, or one question, or is left out.

    ``pieces`` are ids, see ``pieces_of``. ``heading`` is the id of the sub-heading that became
    the title, if one did: it stands in no part's pieces, and comes back when the part is merged.
    """

    id: str
    kind: PartKind
    title: str
    pieces: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True)
class Plan:
    """The parts in reading order: introduction, chapters, conclusion, questions.

    ``title`` is the exhibit's. ``headings`` are the words of sub-headings that were titles, by
    piece id: of those the manuscript does not have, or has in other words.
    """

    parts: tuple[Part, ...]
    title: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)

    def part(self, part_id: str) -> Part:
        """Return a part.

        Raises:
            PlanProblem: if it is not there any more.
        """
        for part in self.parts:
            if part.id == part_id:
                return part
        raise PlanProblem(
            "This part of the manuscript is not there any more: it was merged, or the page you "
            "acted on is older than the import. Look at the parts as they are now."
        )

    def with_part(self, changed: Part) -> Plan:
        """Return the plan with the part of the same id replaced."""
        return replace(
            self,
            parts=tuple(changed if part.id == changed.id else part for part in self.parts),
        )
