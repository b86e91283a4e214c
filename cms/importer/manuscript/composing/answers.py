"""Answers to questions, and the chapter they send the reader to: "See chapter 4."."""

from __future__ import annotations

import re
from dataclasses import replace

from cms.importer.manuscript.elements import Element, Paragraph
from cms.importer.manuscript.outline import FaqOutline
from cms.importer.manuscript.structure.questions import Question
from cms.importer.manuscript.warning_log import WarningLog
from cms.importer.manuscript.wording import ascii_digits

from .composition import Composer

_LINK = r"(?:<a href=\"[^\"<>]{0,300}\">)?"
_CHAPTER = _LINK + r"(?:chapter|глав[уеы]|فصل)\s{1,3}" + _LINK + r"([0-9۰-۹٠-٩]{1,3})(?:</a>)?"
# A last sentence that only points to a chapter, in each language's usual ways.
_POINTERS = tuple(
    re.compile(
        r"(?:^|(?<=\s))\(?" + _LINK + before + _CHAPTER + after + r"\s*[.۔]?\)?\s*[.۔]?\s*$",
        re.IGNORECASE,
    )
    for before, after in (
        (r"(?:see|see also|more in|read more in)\s+", r""),
        (r"(?:см\.|смотрите|см\. также|подробнее\s*[—–-]?\s*(?:см\.)?\s*в?)\s+", r""),
        (r"(?:نگاه کنید به|بنگرید به|ر\.ک\.|رجوع کنید به|بخوانید در)\s+", r""),
        (r"", r"\s+را\s+(?:هم\s+)?(?:ببینید|بخوانید)"),
    )
)
_LINKED = re.compile(r'<a href="#([0-9]{1,3})">')
_TAIL = 600


def compose_answers(
    questions: list[Question], composer: Composer, *, level: int, log: WarningLog
) -> list[tuple[FaqOutline, list]]:
    """Compose each question's answer; returns it with the composition's pictures and media."""
    composed = []
    for number, question in enumerate(questions, start=1):
        whole = composer.compose(
            question.answer, place=question.text, level=level, has_standfirst=False
        )
        if not whole.blocks:
            log.add(
                "faq_without_answer",
                f"question {number}, “{question.text}”, has no answer. It is kept; write the "
                "answer under it, or delete the question.",
                line=question.line,
            )
        elements, chapter = _without_pointer(question.answer)
        blocks = whole.blocks
        if elements != question.answer:
            shown = composer.compose(
                elements, place=question.text, level=level, has_standfirst=False
            )
            blocks = shown.blocks
        outline = FaqOutline(
            question.text,
            whole.html,
            chapter or _linked_chapter(whole.html),
            tuple(blocks),
            question.line,
        )
        composed.append((outline, whole))
    return composed


def _without_pointer(elements: list[Element]) -> tuple[list[Element], int | None]:
    """Take off a closing sentence that only points to a chapter; return that chapter's number."""
    if not elements or not isinstance(last := elements[-1], Paragraph):
        return elements, None
    line = last.lines[-1]
    head, tail = line.html[:-_TAIL], line.html[-_TAIL:]
    for pointer in _POINTERS:
        if match := pointer.search(tail):
            left = (head + tail[: match.start()]).strip()
            number = int(ascii_digits(match.group(1)))
            lines = (*last.lines[:-1], replace(line, html=left)) if left else last.lines[:-1]
            before = elements[:-1]
            return [*before, replace(last, lines=lines)] if lines else before, number
    return elements, None


def _linked_chapter(html: str) -> int | None:
    linked = _LINKED.findall(html)
    return int(linked[-1]) if linked else None
