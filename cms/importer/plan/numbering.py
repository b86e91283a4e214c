"""Notes numbered through the document, in the order in which the parts now stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cms.importer.manuscript.blocks import Note
from cms.importer.manuscript.outline import ChapterOutline, FaqOutline, Outline

_SHOWN = re.compile(r"<sup>\[([0-9]+)\]</sup>")


@dataclass(frozen=True)
class Numbers:
    """The numbers that the parser gave to the notes."""

    exact: Mapping[tuple[str, str | None, str, str], int]
    by_key: Mapping[str, int]

    @classmethod
    def of(cls, outline: Outline) -> Numbers:
        exact, by_key = {}, {}
        for note in outline.footnotes:
            exact[note.key, note.source_key, note.locator, note.remark] = note.number
            by_key.setdefault(note.key, note.number)
        return cls(exact, by_key)

    def of_note(self, note: Note) -> int:
        """Return a note's number; the second source that a footnote cites has the footnote's."""
        said = (note.key, note.source_key, note.locator, note.remark)
        return self.exact.get(said) or self.by_key.get(note.key, 0)


def renumbered(outline: Outline) -> Outline:
    """Number the notes by first citation; those that nothing cites any more come last."""
    first_cited: dict[int, str] = {}
    for place, html in _htmls(outline):
        for number in map(int, _SHOWN.findall(html)):
            first_cited.setdefault(number, place)
    notes = {note.number: note for note in outline.footnotes}
    in_order = [number for number in first_cited if number in notes]
    in_order += [number for number in notes if number not in first_cited]
    new = {number: place for place, number in enumerate(in_order, start=1)}

    def show(html: str) -> str:
        return _SHOWN.sub(
            lambda match: f"<sup>[{new.get(int(match.group(1)), match.group(1))}]</sup>", html
        )

    return replace(
        outline,
        **_changed(outline, show),
        footnotes=tuple(
            replace(notes[number], number=new[number], chapter=first_cited.get(number, ""))
            for number in in_order
        ),
    )


def _htmls(outline: Outline) -> Iterator[tuple[str, str]]:
    """Return each text in reading order, with the name of its place."""
    for section in _sections(outline):
        yield section.title, section.html
    yield "FAQs", outline.faq_introduction
    for faq in outline.faqs:
        yield faq.question, faq.answer_html
    if outline.sources:
        yield outline.sources.title, outline.sources.html


def _sections(outline: Outline) -> Iterator[ChapterOutline]:
    if outline.introduction:
        yield outline.introduction
    yield from outline.chapters
    if outline.conclusion:
        yield outline.conclusion


def _changed(outline: Outline, show) -> dict[str, object]:
    def section(each: ChapterOutline | None) -> ChapterOutline | None:
        return replace(each, html=show(each.html)) if each else None

    def question(faq: FaqOutline) -> FaqOutline:
        return replace(faq, answer_html=show(faq.answer_html))

    return {
        "introduction": section(outline.introduction),
        "chapters": tuple(map(section, outline.chapters)),
        "conclusion": section(outline.conclusion),
        "sources": section(outline.sources),
        "faqs": tuple(map(question, outline.faqs)),
        "faq_introduction": show(outline.faq_introduction),
    }
