"""What stands right under the title: a subtitle, a standfirst, and text without a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cms.importer.manuscript.elements import NOTE_START, Element, Paragraph
from cms.importer.manuscript.sanitise import clean_html

_EMPHASIS = re.compile(r"</?em>")
_LONGEST_SUBTITLE = 200


@dataclass(frozen=True)
class Front:
    """``standfirst`` is inline html; ``rest`` belongs to the introduction."""

    subtitle: str
    standfirst: str
    rest: list[Element]


def read_front(elements: list[Element], *, has_title: bool) -> Front:
    rest = list(elements)
    subtitle = ""
    if has_title and rest and (_is_subtitle(rest[0]) or _stands_over_standfirst(rest)):
        subtitle = rest.pop(0).text
    return Front(subtitle, take_standfirst(rest), rest)


def take_standfirst(elements: list[Element]) -> str:
    """Remove a first paragraph wholly in italics and return it as inline html, else ``""``.

    One with a cited note stays in the text, where a note can be shown.
    """
    first = elements[0] if elements else None
    if not isinstance(first, Paragraph) or not first.italic or NOTE_START in first.html:
        return ""
    del elements[0]
    return clean_html(_EMPHASIS.sub("", first.html))


def _stands_over_standfirst(elements: list[Element]) -> bool:
    """Whether the first of two paragraphs in italics is the subtitle: it is no sentence."""
    first, *others = elements[:2]
    return (
        isinstance(first, Paragraph)
        and first.italic
        and _is_subtitle(replace(first, italic=False))
        and any(isinstance(other, Paragraph) and other.italic for other in others)
    )


def _is_subtitle(element: Element) -> bool:
    return (
        isinstance(element, Paragraph)
        and not element.italic
        and len(element.lines) == 1
        and len(element.text) <= _LONGEST_SUBTITLE
        and NOTE_START not in element.html
        and not element.text.endswith((".", "!", "?", "؟", ":", ";", ",", "…"))
    )
