"""The line under or over a picture that says what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cms.importer.manuscript.elements import NOTE_START, Element, Paragraph, Picture

_NUMBERED = re.compile(
    r"(?:Figure|Fig\.|Photo|Photograph|Image|Plate|Рис\.|Рисунок|Фото|Илл\.|شکل|تصویر|عکس)"
    r"\s{0,3}[0-9۰-۹]{1,3}\s{0,2}[.:–—-]",
    re.IGNORECASE,
)
_LONGEST = 400


@dataclass(frozen=True)
class Caption(Paragraph):
    """A paragraph that the document itself calls a caption."""


def with_captions(elements: Iterable[Element]) -> list[Element]:
    """Join captions to the pictures they stand next to.

    A caption with a link or a note in it stays a paragraph, which can show them.
    """
    joined: list[Element] = []
    waiting: Paragraph | None = None
    for element in elements:
        before = joined[-1] if joined else None
        if isinstance(element, Picture) and waiting and not element.caption:
            joined[-1] = replace(element, caption=" ".join(waiting.text.split()))
            waiting = None
        elif isinstance(before, Picture) and not before.caption and _is_caption(element):
            joined[-1] = replace(before, caption=" ".join(element.text.split()))
            waiting = None
        else:
            joined.append(element)
            waiting = element if isinstance(element, Caption) and _is_plain(element) else None
    return [_as_paragraph(element) for element in joined]


def _is_caption(element: Element) -> bool:
    if isinstance(element, Caption):
        return _is_plain(element)
    return (
        isinstance(element, Paragraph)
        and _NUMBERED.match(element.text) is not None
        and _is_plain(element)
    )


def _is_plain(element: Paragraph) -> bool:
    html = element.html
    return len(element.text) <= _LONGEST and NOTE_START not in html and "<a " not in html


def as_caption(element: Element) -> Element:
    if not isinstance(element, Paragraph):
        return element
    return Caption(element.lines, element.line, element.italic, element.bold)


def _as_paragraph(element: Element) -> Element:
    if not isinstance(element, Caption):
        return element
    return Paragraph(element.lines, element.line, element.italic, element.bold)
