"""A plan and its outline become the outline that is written."""

from __future__ import annotations

from dataclasses import replace

from cms.importer.manuscript.composing.slugs import Slugs
from cms.importer.manuscript.outline import ChapterOutline, FaqOutline, Outline

from .numbering import Numbers, renumbered
from .parts import Composed, compose, media_of
from .pieces import Material, material_of
from .plan import Plan
from .pointing import places_that_moved, pointed

_FIXED_SLUGS = {"introduction", "conclusion"}


def applied(plan: Plan, outline: Outline) -> Outline:
    """Return the outline as it is arranged; nothing of it changes where nothing was."""
    return arranged(plan, material_of(outline))


def arranged(plan: Plan, material: Material) -> Outline:
    """As ``applied``, for an outline that is cut up already."""
    outline = replace(material.outline, title=plan.title or material.outline.title)
    if _is_as_read(plan, material):
        return outline
    numbers = Numbers.of(outline)
    kept = [part for part in plan.parts if part.kind != "dropped"]
    composed = _with_slugs([compose(part, plan, material, numbers) for part in kept])
    sections = [each.made for each in composed if isinstance(each.made, ChapterOutline)]
    images, media = media_of(composed, material)
    outline = replace(
        outline,
        introduction=_only(sections, "introduction"),
        chapters=tuple(each for each in sections if each.kind in {"chapter", "appendix"}),
        conclusion=_only(sections, "conclusion"),
        faqs=tuple(each.made for each in composed if isinstance(each.made, FaqOutline)),
        images=images,
        media_files=media,
    )
    return renumbered(pointed(outline, places_that_moved(composed)))


def slugs_of(plan: Plan, made: Outline) -> dict[str, str]:
    """Return the slug of the section that each part became, by the part's id.

    Args:
        made: the outline arranged by this plan. Questions and what is dropped have no section.
    """
    chapters = iter(made.chapters)
    of_kind = {
        "introduction": lambda: made.introduction,
        "chapter": lambda: next(chapters),
        "conclusion": lambda: made.conclusion,
    }
    return {part.id: of_kind[part.kind]().slug for part in plan.parts if part.kind in of_kind}


def _is_as_read(plan: Plan, material: Material) -> bool:
    return len(plan.parts) == len(material.sections) and all(
        section.is_part(part, plan)
        for section, part in zip(material.sections, plan.parts, strict=True)
    )


def _only(sections: list[ChapterOutline], kind: str) -> ChapterOutline | None:
    return next((section for section in sections if section.kind == kind), None)


def _with_slugs(composed: list[Composed]) -> list[Composed]:
    """Give each section its address: the one it had, if it still has its title."""
    taken = {each.made.slug for each in composed if isinstance(each.made, ChapterOutline)}
    slugs = Slugs()
    finished = []
    for place, each in enumerate(composed, start=1):
        section = each.made
        if isinstance(section, ChapterOutline) and not section.slug:
            is_fixed = section.kind in _FIXED_SLUGS and section.kind not in taken
            slug = section.kind if is_fixed else _free_slug(section, place, slugs, taken)
            each = replace(each, made=replace(section, slug=slug))
        finished.append(each)
    return finished


def _free_slug(section: ChapterOutline, place: int, slugs: Slugs, taken: set[str]) -> str:
    fallback = f"chapter-{section.number or place}"
    slug = slugs.make(section.title, fallback=fallback)
    while slug in taken:
        slug = slugs.make(section.title, fallback=fallback)
    return slug
