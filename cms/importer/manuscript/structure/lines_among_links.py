"""Lines that would head a chapter or a part, were they not entries of a list of links."""

from __future__ import annotations

from collections.abc import Sequence

from cms.importer.manuscript.elements import Element, Heading, Paragraph
from cms.importer.manuscript.wording import folded

from .candidates import Candidate
from .section_words import part_kind

_PARTS_OF_LINKS = frozenset({"external", "internal"})
_SHORTEST_PROSE = 80


def without_links(
    elements: Sequence[Element], candidates: list[Candidate | None]
) -> list[Candidate | None]:
    """Among links to chapters, a line that says "Chapter 3" or repeats a title is a link.

    So is "FAQ" with nothing below it.
    """
    kept: list[Candidate | None] = []
    seen: set[str] = set()
    part = None
    for index, (element, candidate) in enumerate(zip(elements, candidates, strict=True)):
        if isinstance(element, Heading):
            part = part_kind(element.text)
        elif candidate and candidate.part and not candidate.numbered:
            if part == "internal" and not _has_entries_below(elements, candidates, index):
                candidate = None
            else:
                part = candidate.part
        elif candidate:
            numbered = candidate.numbered
            title = folded(numbered.title if numbered else candidate.text)
            is_link = title in seen or (numbered is not None and numbered.says_chapter)
            inside = part in _PARTS_OF_LINKS and is_link
            if inside and not has_text_below(elements, candidates, index):
                candidate = None
            else:
                seen.add(title)
        kept.append(candidate)
    return kept


def _has_entries_below(
    elements: Sequence[Element], candidates: list[Candidate | None], index: int
) -> bool:
    """Whether anything follows a part's word that is not the next part's."""
    candidate = candidates[index]
    if candidate and candidate.rest:
        return True
    below = candidates[index + 1] if index + 1 < len(elements) else None
    is_last = index + 1 >= len(elements)
    return (
        not is_last and not isinstance(elements[index + 1], Heading) and not (below and below.part)
    )


def has_text_below(
    elements: Sequence[Element], candidates: list[Candidate | None], index: int
) -> bool:
    """Whether a line is followed by prose, as among links only a chapter's heading is."""
    candidate = candidates[index]
    below = candidate.rest[:1] if candidate else ()
    following = below or elements[index + 1 : index + 2]
    return any(
        isinstance(part, Paragraph)
        and len(part.text) >= _SHORTEST_PROSE
        and part.text.endswith((".", "!", "?", "؟", "…", "”", "»", '"'))
        for part in following
    )
