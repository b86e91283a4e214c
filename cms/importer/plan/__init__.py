"""The plan of an import: what a curator arranges before drafts are written. Pure.

    plan = first_plan(outline)                     what the parser understood
    plan = merged_with_previous(plan, "chapter-3") one thing after another
    outline = applied(plan, outline)               what is written

Nothing is lost on the way: each piece of the manuscript stands in one part, or in one that is
dropped.
"""

from .plan import KINDS, Part, PartKind, Plan, PlanProblem

__all__ = ["KINDS", "Part", "PartKind", "Plan", "PlanProblem"]
