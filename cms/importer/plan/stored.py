"""A plan as JSON, and back; what does not fit the manuscript is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from .pieces import Piece
from .plan import KINDS, Part, Plan, PlanProblem


def plan_to_json(plan: Plan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "headings": dict(plan.headings),
        "parts": [
            {
                "id": part.id,
                "kind": part.kind,
                "title": part.title,
                "pieces": list(part.pieces),
                "heading": part.heading,
            }
            for part in plan.parts
        ],
    }


def plan_from_json(data: Mapping[str, Any], pieces: Mapping[str, Piece]) -> Plan:
    """Return a stored plan.

    Raises:
        PlanProblem: unless every piece of the manuscript stands in it exactly once.
    """
    plan = read_plan(data)
    check_plan(plan, pieces)
    return plan


def read_plan(data: Mapping[str, Any]) -> Plan:
    """Return a stored plan, whatever manuscript it was made for."""
    try:
        parts = tuple(
            Part(
                str(part["id"]),
                part["kind"],
                str(part["title"]),
                tuple(map(str, part["pieces"])),
                str(part.get("heading", "")),
            )
            for part in data["parts"]
        )
        headings = {str(name): str(words) for name, words in data.get("headings", {}).items()}
        return Plan(parts, str(data.get("title", "")), headings)
    except (AttributeError, KeyError, TypeError) as error:
        raise PlanProblem("What was arranged cannot be read any more.") from error


def check_plan(plan: Plan, pieces: Mapping[str, Piece]) -> None:
    """Refuse a plan that loses or doubles a piece, or that no exhibit could have.

    Raises:
        PlanProblem: saying which.
    """
    standing = Counter(
        piece for part in plan.parts for piece in (*part.pieces, part.heading) if piece
    )
    lost = [piece for piece in (*pieces, *plan.headings) if not standing[piece]]
    doubled = [piece for piece, times in standing.items() if times > 1]
    strange = [piece for piece in standing if piece not in pieces and piece not in plan.headings]
    if lost or doubled or strange:
        raise PlanProblem(
            "What was arranged does not fit the manuscript: "
            f"{len(lost)} pieces are missing, {len(doubled)} stand twice, {len(strange)} are not "
            "in it. Hand the manuscript in again."
        )
    kinds = Counter(part.kind for part in plan.parts)
    names = Counter(part.id for part in plan.parts)
    if (
        any(kind not in KINDS for kind in kinds)
        or max(kinds["introduction"], kinds["conclusion"]) > 1
        or any(times > 1 for times in names.values())
    ):
        raise PlanProblem(
            "What was arranged is no exhibit: it has one introduction and one conclusion at most."
        )
