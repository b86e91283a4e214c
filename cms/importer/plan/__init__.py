"""The plan of an import: what a curator arranges before drafts are written. Pure.

    plan = first_plan(outline)                     what the parser understood
    plan = renamed(plan, part_id, "The bridge")    one thing after another
    outline = applied(plan, outline)               what is written

Nothing is lost on the way: each piece of the manuscript stands in one part, or in one that is
dropped.
"""

from .applying import applied, arranged, slugs_of
from .arranging import (
    LONGEST_TITLE,
    entitled,
    merged_with_previous,
    moved,
    moved_by,
    renamed,
    retyped,
    split,
)
from .beginning import first_plan, plan_of, refitted
from .leaving_out import without_media
from .pieces import Material, Piece, Section, material_of, pieces_of
from .plan import KINDS, Part, PartKind, Plan, PlanProblem
from .stored import check_plan, plan_from_json, plan_to_json, read_plan

__all__ = [
    "KINDS",
    "LONGEST_TITLE",
    "Material",
    "Part",
    "PartKind",
    "Piece",
    "Plan",
    "PlanProblem",
    "Section",
    "applied",
    "arranged",
    "check_plan",
    "entitled",
    "first_plan",
    "material_of",
    "merged_with_previous",
    "moved",
    "moved_by",
    "pieces_of",
    "plan_from_json",
    "plan_of",
    "plan_to_json",
    "read_plan",
    "refitted",
    "renamed",
    "retyped",
    "slugs_of",
    "split",
    "without_media",
]
