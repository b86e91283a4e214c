"""A plan and its outline become the outline that is written."""

from __future__ import annotations

from dataclasses import replace

from cms.importer.manuscript.composing.slugs import Slugs
from cms.importer.manuscript.outline import ChapterOutline, FaqOutline, Outline

from .numbering import Numbers, renumbered
from .parts import Composed, compose, media_of
from .pieces import Material, material_of
from .plan import Plan
from .pointing import numbers_that_moved, pointed

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
    composed = [compose(part, plan, material, numbers) for part in kept]
    sections = _with_slugs([each for each in composed if isinstance(each.made, ChapterOutline)])
    questions = tuple(each.made for each in composed if isinstance(each.made, FaqOutline))
    images, media = media_of(composed, material)
    outline = replace(
        outline,
        introduction=_only(sections, "introduction"),
        chapters=tuple(each for each in sections if each.kind in {"chapter", "appendix"}),
        conclusion=_only(sections, "conclusion"),
        faqs=questions,
        images=images,
        media_files=media,
    )
    return renumbered(pointed(outline, numbers_that_moved(plan, material)))


def _is_as_read(plan: Plan, material: Material) -> bool:
    return len(plan.parts) == len(material.sections) and all(
        section.is_part(part) for section, part in zip(material.sections, plan.parts, strict=True)
    )


def _only(sections: list[ChapterOutline], kind: str) -> ChapterOutline | None:
    return next((section for section in sections if section.kind == kind), None)


def _with_slugs(composed: list[Composed]) -> list[ChapterOutline]:
    """Give each section its address: the one it had, if it still has its title."""
    sections = [each.made for each in composed]
    taken = {section.slug for section in sections}
    slugs = Slugs()
    finished = []
    for place, section in enumerate(sections, start=1):
        slug = section.slug
        if section.kind in _FIXED_SLUGS:
            slug = section.kind
        elif not slug:
            fallback = f"chapter-{section.number or place}"
            slug = slugs.make(section.title, fallback=fallback)
            while slug in taken:
                slug = slugs.make(section.title, fallback=fallback)
        finished.append(replace(section, slug=slug))
    return finished
