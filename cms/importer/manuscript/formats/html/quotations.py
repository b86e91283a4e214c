"""Quotations that only the line under them gives away: "— Robert Louis Stevenson, Underwoods".

Google Docs has no style for quotations, and LibreOffice leaves Word's out of its pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cms.importer.manuscript.elements import Element, Line, Paragraph, Quote

_SIGNED = re.compile(r"[—–―]\s{0,2}(?=[^\W\d_])")
_ALL_ITALIC = re.compile(r"(\s{0,2}[—–―]?\s{0,2})<em>((?:(?!<em>).)*)</em>")
_LONGEST_SIGNATURE = 150
_LONGEST_QUOTED = 2000
# Speech in a story begins with a dash as well, but it is a sentence.
_ENDS_SENTENCE = (".", "!", "?", "؟", "…", ":", ";", ",", "”", "»")


def with_quotations(elements: Iterable[Element]) -> list[Element]:
    """Join each signature to the one paragraph above it."""
    joined: list[Element] = []
    for element in elements:
        before = joined[-1] if joined else None
        if _is_signature(element) and _may_be_quoted(before):
            joined[-1] = Quote((before, _upright(element)), before.line)
        else:
            joined.append(element)
    return joined


def _is_signature(element: Element) -> bool:
    if not isinstance(element, Paragraph) or len(element.lines) > 2 or element.in_contents:
        return False
    text = element.text
    signed = _SIGNED.match(text) if len(text) <= _LONGEST_SIGNATURE else None
    if signed is None or text.endswith(_ENDS_SENTENCE):
        return False
    name = text[signed.end() :]
    return not name[0].islower() and not any(f" {dash} " in name for dash in "—–―")


def _upright(signature: Paragraph) -> Paragraph:
    """Italics tell the source from the speaker; over both, they tell nothing."""
    plain = [_without_italics(line.html) for line in signature.lines]
    lines = (Line(html, line.text) for html, line in zip(plain, signature.lines, strict=True))
    return replace(signature, lines=tuple(lines), italic=False)


def _without_italics(html: str) -> str:
    match = _ALL_ITALIC.fullmatch(html)
    return match.group(1) + match.group(2) if match else html


def _may_be_quoted(element: Element | None) -> bool:
    return (
        isinstance(element, Paragraph)
        and not element.in_contents
        and not element.bold
        and len(element.text) <= _LONGEST_QUOTED
        and not _SIGNED.match(element.text)
        and not element.text.endswith(":")
    )
