"""What a curator can do with a plan. Each function returns a changed plan, or refuses.

Raises:
    PlanProblem: in a sentence for the curator.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from .pieces import Piece
from .plan import KINDS, Part, PartKind, Plan, PlanProblem

LONGEST_TITLE = 255
_ORDER = {"introduction": 0, "chapter": 1, "conclusion": 2, "question": 3}
_SPACES = re.compile(r"\s+")
_THE_ONLY = ("introduction", "conclusion")


def entitled(plan: Plan, title: str) -> Plan:
    """Give the exhibit its title."""
    return replace(plan, title=_clean_title(title, "The exhibit needs a title"))


def renamed(plan: Plan, part_id: str, title: str) -> Plan:
    part = plan.part(part_id)
    return plan.with_part(replace(part, title=_clean_title(title, "A part needs a title")))


def retyped(plan: Plan, part_id: str, kind: PartKind) -> Plan:
    """Make a part something else: a chapter's title becomes the question, its text the answer."""
    part = plan.part(part_id)
    if kind not in KINDS:
        raise PlanProblem(
            f"There is no “{kind}” in an exhibit. A part is one of {', '.join(KINDS)}."
        )
    if kind in _THE_ONLY:
        others = [each for each in plan.parts if each.kind == kind and each.id != part_id]
        if others:
            raise PlanProblem(
                f"“{others[0].title}” is the {kind} already, and an exhibit has only one. Make it "
                "a chapter first, or merge the two."
            )
    return _in_order(plan.with_part(replace(part, kind=kind)))


def moved(plan: Plan, part_id: str, *, before: str = "") -> Plan:
    """Put a part before another one, or last. The introduction stays first, questions last."""
    part = plan.part(part_id)
    if before == part_id:
        return plan
    rest = [each for each in plan.parts if each.id != part_id]
    place = rest.index(plan.part(before)) if before else len(rest)
    return _in_order(replace(plan, parts=(*rest[:place], part, *rest[place:])))


def moved_by(plan: Plan, part_id: str, steps: int) -> Plan:
    """Move a part that many places down, or up if negative; no further than there are places."""
    place = plan.parts.index(plan.part(part_id)) + steps
    rest = [each for each in plan.parts if each.id != part_id]
    place = max(0, min(place, len(rest)))
    return moved(plan, part_id, before=rest[place].id if place < len(rest) else "")


def merged_with_previous(plan: Plan, pieces: Mapping[str, Piece], part_id: str) -> Plan:
    """Join a part to the end of the one before it; its title becomes a sub-heading there."""
    part = plan.part(part_id)
    if part.kind == "dropped":
        raise PlanProblem(f"“{part.title}” is left out. Take it back before merging it.")
    before = plan.parts[: plan.parts.index(part)]
    previous = next((each for each in reversed(before) if each.kind != "dropped"), None)
    if previous is None:
        raise PlanProblem(f"“{part.title}” is the first part: there is none to merge it with.")
    heading, headings = _title_as_heading(plan, pieces, part)
    joined = replace(previous, pieces=(*previous.pieces, heading, *part.pieces))
    rest = tuple(each for each in plan.parts if each.id != part_id)
    return replace(plan, parts=rest, headings=headings).with_part(joined)


def split(
    plan: Plan, pieces: Mapping[str, Piece], part_id: str, piece_id: str, title: str = ""
) -> Plan:
    """Let a new part begin at a piece, of the same kind where an exhibit can have two.

    A sub-heading becomes the new title, unless another is given; other pieces need one.
    """
    part = plan.part(part_id)
    if piece_id not in part.pieces:
        raise PlanProblem(
            "The place to split at is not in this part any more. Look at the parts as they are now."
        )
    place = part.pieces.index(piece_id)
    start = _start_of(place, part, plan, pieces)
    if start == 0:
        raise PlanProblem(f"“{part.title}” begins here already. Split it further down.")
    headings = dict(plan.headings)
    if words := _heading_words(piece_id, plan, pieces):
        first = replace(part, pieces=part.pieces[:place])
        rest, heading = part.pieces[place + 1 :], piece_id
        if piece_id in pieces:
            headings.pop(piece_id, None)
    else:
        first = replace(part, pieces=part.pieces[:start])
        rest, heading = part.pieces[start:], ""
    title = _clean_title(title.strip() or words, "The new part needs a title")
    second = Part(f"at-{piece_id}", part.kind, title, rest, heading)
    if part.kind == "introduction":
        second = replace(second, kind="chapter")
    elif part.kind == "conclusion":
        # The second half goes on being the end, so that the order of the text stays.
        first = replace(first, kind="chapter")
    place = plan.parts.index(part)
    parts = (*plan.parts[:place], first, second, *plan.parts[place + 1 :])
    return _in_order(replace(plan, parts=parts, headings=headings))


def _start_of(place: int, part: Part, plan: Plan, pieces: Mapping[str, Piece]) -> int:
    """Return where to cut before a piece: what is not shown goes with the piece after it."""
    while place and not _is_shown(part.pieces[place - 1], plan, pieces):
        place -= 1
    return place


def _heading_words(piece_id: str, plan: Plan, pieces: Mapping[str, Piece]) -> str:
    """Return what a sub-heading says; empty for other pieces."""
    if piece_id in plan.headings:
        return plan.headings[piece_id]
    piece = pieces[piece_id]
    return piece.words if piece.kind == "heading" else ""


def _is_shown(piece_id: str, plan: Plan, pieces: Mapping[str, Piece]) -> bool:
    return piece_id in plan.headings or pieces[piece_id].is_shown


def _title_as_heading(
    plan: Plan, pieces: Mapping[str, Piece], part: Part
) -> tuple[str, dict[str, str]]:
    """Return the id of the sub-heading that a part's title becomes, and the words of all such."""
    headings = dict(plan.headings)
    heading = part.heading or _free_name(f"title-{part.id}", headings)
    if part.heading in pieces and pieces[part.heading].words == part.title:
        headings.pop(heading, None)
    else:
        headings[heading] = part.title
    return heading, headings


def _free_name(name: str, taken: Mapping[str, str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free


def _in_order(plan: Plan) -> Plan:
    """Sort the parts as an exhibit has them; what is dropped stays behind the part before it."""
    keys: dict[str, int] = {}
    place = 0
    for part in plan.parts:
        place = _ORDER.get(part.kind, place)
        keys[part.id] = place
    return replace(plan, parts=tuple(sorted(plan.parts, key=lambda part: keys[part.id])))


def _clean_title(title: str, needed: str) -> str:
    """Return a title in one line without control and direction characters."""
    kept = (
        letter
        for letter in _SPACES.sub(" ", title)
        if unicodedata.category(letter) not in {"Cc", "Cs", "Co", "Cn"}
        and letter not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    )
    clean = "".join(kept).strip()
    if not clean:
        raise PlanProblem(f"{needed}: write at least one word.")
    if len(clean) > LONGEST_TITLE:
        raise PlanProblem(
            f"The title “{clean[:40]}…” has {len(clean)} letters, and {LONGEST_TITLE} fit. "
            "Shorten it; the rest can stand in the text."
        )
    return clean
