"""Who is quoted, and from what: the last line of a block quotation, ``— Speaker, *Source*``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cms.importer.manuscript.elements import Element, Paragraph, Quote
from cms.importer.manuscript.html_words import html_to_text

_DASH = re.compile(r"\s*(?:—|–|―|--)\s*(?=\S)")
_SOURCE = re.compile(r"<em>(.*)</em>", re.DOTALL)
_LONGEST_ATTRIBUTION = 400


@dataclass(frozen=True)
class Attribution:
    """``marks`` are the notes cited after the name."""

    speaker: str
    source: str
    marks: str
    words: tuple[Element, ...]


def read_attribution(quote: Quote, marks_of: re.Pattern[str]) -> Attribution | None:
    """Return who speaks and what is said; None for a quotation that does not say."""
    if not quote.elements or not isinstance(last := quote.elements[-1], Paragraph):
        return None
    line = last.lines[-1]
    dash = _DASH.match(line.text)
    if not dash or len(line.text) > _LONGEST_ATTRIBUTION:
        return None
    left = (replace(last, lines=last.lines[:-1]),) if last.lines[:-1] else ()
    words = (*quote.elements[:-1], *left)
    if not words:
        return None
    speaker, source = _speaker_and_source(line.html, line.text[dash.end() :], marks_of)
    return Attribution(speaker, source, "".join(marks_of.findall(line.html)), words)


def _speaker_and_source(html: str, text: str, marks_of: re.Pattern[str]) -> tuple[str, str]:
    """The source is what is in italics and after; without italics, what follows the first comma."""
    emphasised = _SOURCE.search(html)
    if emphasised:
        plain = html_to_text(marks_of.sub("", html))
        start = plain.find(html_to_text(marks_of.sub("", emphasised.group(1))))
        before = plain[:start].strip(" ,.;:،—–―-")
        after = plain[start:].strip(" ,;:،")
        # Where nobody stands before what is in italics, it is the speaker.
        return (before, after) if before else (after, "")
    speaker, _, source = text.replace("،", ",").partition(",")
    return speaker.strip(), source.strip()
