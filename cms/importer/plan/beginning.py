"""The plan to begin with: what the parser understood. And an older plan for a newer reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cms.importer.manuscript.outline import Outline

from .pieces import Material, material_of
from .plan import Part, Plan


def first_plan(outline: Outline) -> Plan:
    """Return introduction, chapters, conclusion and questions as they were read."""
    return plan_of(material_of(outline))


def plan_of(material: Material) -> Plan:
    parts = tuple(
        Part(f"part-{section.pieces[0]}", section.kind, section.title, section.pieces)
        for section in material.sections
    )
    return Plan(parts, material.outline.title)


def refitted(plan: Plan, material: Material) -> Plan:
    """Return a plan made for another reading of the same document, for this one.

    Pieces that went are taken out, and those that came stand after the one before them. Where
    the document divides otherwise than before, the plan begins anew; only the title stays.
    """
    openings = {section.pieces[0] for section in material.sections}
    standing = {piece for part in plan.parts for piece in part.pieces}
    if not openings <= standing or {
        piece for piece in standing if piece not in material.pieces
    } & _openings_of(plan):
        return replace(plan_of(material), title=plan.title or material.outline.title)
    known = set(material.pieces) | set(plan.headings)
    parts = [
        replace(
            part,
            pieces=tuple(piece for piece in part.pieces if piece in known),
            heading=part.heading if part.heading in known else "",
        )
        for part in plan.parts
    ]
    return replace(plan, parts=tuple(_with_new_pieces(parts, list(material.pieces))))


def _openings_of(plan: Plan) -> set[str]:
    return {part.id.removeprefix("part-") for part in plan.parts}


def _with_new_pieces(parts: list[Part], in_order: list[str]) -> Iterable[Part]:
    following: dict[str, list[str]] = {}
    standing = {piece for part in parts for piece in (*part.pieces, part.heading)}
    before = ""
    for piece in in_order:
        if piece in standing:
            before = piece
        else:
            following.setdefault(before, []).append(piece)
    for part in parts:
        pieces = list(following.get(part.heading, ())) if part.heading else []
        for piece in part.pieces:
            pieces += [piece, *following.get(piece, ())]
        yield replace(part, pieces=tuple(pieces))
