"""Change the plan of an import as the review screen's buttons say. Touches no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cms.admin.manuscripts.orders import Order, Typed
from cms.importer.plan import Plan, PlanProblem
from cms.importer.plan.arranging import (
    LONGEST_TITLE,
    merged_with_previous,
    moved,
    moved_by,
    renamed,
    retyped,
    split,
)
from cms.importer.plan.pieces import Piece

# A part that begins in the middle of a text is called by its first words until it is named.
_WORDS_OF_A_NEW_TITLE = 6


@dataclass(frozen=True)
class Arranged:
    """The plan after an order. ``at`` is the part to look at next, ``said`` what happened to it.

    ``problems`` are sentences by part for what could not be done; everything else was.
    """

    plan: Plan
    at: str = ""
    said: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)


def with_typed(plan: Plan, typed: Typed) -> Arranged:
    """Take over every title and kind that differs from the plan's."""
    problems: dict[str, str] = {}
    at = said = ""
    for part in plan.parts:
        title = typed.titles.get(part.id, part.title)
        kind = typed.kinds.get(part.id, part.kind)
        try:
            if title != part.title:
                plan = renamed(plan, part.id, title)
                at, said = part.id, _("Renamed.")
            if kind != part.kind:
                plan = retyped(plan, part.id, kind)
                at, said = part.id, said_of_kind(kind)
        except PlanProblem as problem:
            at, problems[part.id] = part.id, str(problem)
    return Arranged(plan, at, said, problems)


def ordered(plan: Plan, pieces: Mapping[str, Piece], order: Order) -> Arranged:
    """Carry out one order on one part.

    Raises:
        PlanProblem: in a sentence for the curator.
    """
    match order.verb:
        case "up":
            return Arranged(moved_by(plan, order.part, -1), order.part, _("Moved up."))
        case "down":
            return Arranged(moved_by(plan, order.part, 1), order.part, _("Moved down."))
        case "before":
            return Arranged(moved(plan, order.part, before=order.piece), order.part, _("Moved."))
        case "merge":
            return _merged(plan, pieces, order)
        case "split":
            return _split(plan, pieces, order)
    return Arranged(plan)


def _merged(plan: Plan, pieces: Mapping[str, Piece], order: Order) -> Arranged:
    title = plan.part(order.part).title
    merged = merged_with_previous(plan, pieces, order.part)
    held = {part.id: part.pieces for part in plan.parts}
    at = next(part for part in merged.parts if part.pieces != held[part.id])
    said = _("“%(part)s” is now the end of “%(whole)s”, under its title as a sub-heading.")
    return Arranged(merged, at.id, said % {"part": title, "whole": at.title})


def _split(plan: Plan, pieces: Mapping[str, Piece], order: Order) -> Arranged:
    title = ""
    if order.piece in pieces and pieces[order.piece].kind != "heading":
        title = provisional_title(pieces[order.piece].words)
    known = {part.id for part in plan.parts}
    changed = split(plan, pieces, order.part, order.piece, title)
    new = next(part for part in changed.parts if part.id not in known)
    return Arranged(changed, new.id, _("Split in two. Give the new part its title."))


def provisional_title(words: str) -> str:
    """Return the first words of a text, with an ellipsis if it goes on; never empty."""
    first = words.split()
    title = " ".join(first[:_WORDS_OF_A_NEW_TITLE])[: LONGEST_TITLE - 1]
    return (f"{title}…" if len(first) > _WORDS_OF_A_NEW_TITLE else title) or _("Untitled")


def said_of_kind(kind: str) -> str:
    return {
        "introduction": _("It is the introduction now."),
        "chapter": _("It is a chapter now."),
        "conclusion": _("It is the conclusion now."),
        "question": _("It is a question now: its title is asked, its text answers."),
        "dropped": _("It is left out. Its words stay here until you make drafts."),
    }[kind]
