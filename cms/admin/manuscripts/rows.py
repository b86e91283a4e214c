"""The parts of an import as rows of the review screen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.admin.manuscripts.again_rows import AgainRow, again_row
from cms.admin.manuscripts.shown_html import shown_html
from cms.importer.review import PartView, PieceView, Review

KINDS = (
    ("introduction", gettext_lazy("Introduction")),
    ("chapter", gettext_lazy("Chapter")),
    ("conclusion", gettext_lazy("Conclusion")),
    ("question", gettext_lazy("Question")),
    ("dropped", gettext_lazy("Leave out")),
)


@dataclass(frozen=True)
class PictureRow:
    """One picture of a part. A drawing in SVG may hold anything, so it is named and not shown."""

    piece: PieceView

    @property
    def is_drawing(self) -> bool:
        return self.piece.src.lower().endswith(".svg")


@dataclass(frozen=True)
class PartRow:
    """One part. ``name`` is what it is, e.g. “Chapter 3”; ``problem`` and ``said`` are sentences
    about what was last done to it. ``pieces`` are there when it is open."""

    part: PartView
    name: str
    pictures: Sequence[PictureRow]
    again: AgainRow | None
    can_go_up: bool
    can_go_down: bool
    problem: str
    said: str
    is_open: bool = False
    pieces: Sequence[tuple[PictureRow, SafeString]] = ()


@dataclass(frozen=True)
class Group:
    """Parts that visitors find together: the story, or the questions."""

    name: str
    title: str
    rows: Sequence[PartRow]


def groups_of(
    review: Review,
    *,
    opened: Collection[str] = (),
    problems: Mapping[str, str] | None = None,
    said: Mapping[str, str] | None = None,
) -> list[Group]:
    """Return the story, then the questions; a group without parts is left out.

    Args:
        opened: ids of the parts that are shown whole.
    """
    problems, said = problems or {}, said or {}
    rows = [
        PartRow(
            part,
            name_of(part),
            pictures=[PictureRow(piece) for piece in part.pictures],
            again=again_row(part.comparison, review.choices) if part.comparison else None,
            can_go_up=_may_change_places(review.parts, place, -1),
            can_go_down=_may_change_places(review.parts, place, 1),
            problem=problems.get(part.id, ""),
            said=said.get(part.id, ""),
            is_open=part.id in opened,
            pieces=shown_pieces(part) if part.id in opened else (),
        )
        for place, part in enumerate(review.parts)
    ]
    first = next(
        (place for place, row in enumerate(rows) if row.part.kind == "question"), len(rows)
    )
    groups = [
        Group("story", _("The story"), rows[:first]),
        Group("questions", _("Questions that visitors ask"), rows[first:]),
    ]
    return [group for group in groups if group.rows]


def shown_pieces(part: PartView) -> list[tuple[PictureRow, SafeString]]:
    return [(PictureRow(piece), shown_html(piece.html)) for piece in part.pieces]


def name_of(part: PartView) -> str:
    if part.kind == "chapter":
        return _("Chapter %(number)s") % {"number": part.number}
    return {
        "introduction": _("Introduction"),
        "conclusion": _("Conclusion"),
        "question": _("Question"),
        "dropped": _("Left out"),
    }[part.kind]


def _may_change_places(parts: Sequence[PartView], place: int, step: int) -> bool:
    """Chapters pass chapters, questions questions, and what is left out passes anything."""
    if not 0 <= place + step < len(parts):
        return False
    mine, other = parts[place].kind, parts[place + step].kind
    return "dropped" in {mine, other} or mine == other
