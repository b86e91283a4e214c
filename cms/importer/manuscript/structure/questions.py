"""Questions and answers: ``Q1:``, ``Q:``/``A:``, numbered questions, a heading for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cms.importer.manuscript.elements import (
    NOTE_END,
    NOTE_START,
    Element,
    Heading,
    Line,
    ListElement,
    Paragraph,
)
from cms.importer.manuscript.html_words import html_to_text

from .heading_numbers import read_numbered_title

_QUESTION_WORD = r"(?:Questions?|Q|Вопрос|В|سوال|سؤال|پرسش|س)"
_ANSWER_WORD = r"(?:Answer|A|Ответ|О|جواب|پاسخ|ج)"
_WHOLE_ANSWER_WORD = r"(?:Answer|Ответ|جواب|پاسخ)"
_NUMBERED = re.compile(
    _QUESTION_WORD + r"[ \u200c]?([0-9۰-۹٠-٩]{1,3})\s{0,3}[:.)–—-]\s{0,8}", re.IGNORECASE
)
_UNNUMBERED = re.compile(_QUESTION_WORD + r"\s{0,2}:\s{0,8}", re.IGNORECASE)
_ANSWER = re.compile(
    r"((?:<(?:strong|em)>)*)\s*(?:"
    + _ANSWER_WORD
    + r"(?:[ \u200c]?[0-9۰-۹٠-٩]{1,3}\s{0,2}[:.)]|\s{0,2}:)|"
    + _WHOLE_ANSWER_WORD
    + r"\.)\s*((?:</(?:strong|em)>)*)\s*",
    re.IGNORECASE,
)
_ENDS_ASKING = re.compile(r"[?؟][\s\"'”’»)*_]*$")
_ASKED_THEN_SAID = re.compile(
    r"[?؟]((?:</(?:strong|em)>)*)[”’»\")]?((?:</(?:strong|em)>)*)\s+(?=\S)"
)
_BOLD_QUESTION = re.compile(r"<strong>(?:[^<>]|</?em>){1,400}[?؟][”’»\")]?(?:</em>)?</strong>")
_MARKS = re.compile(f"{NOTE_START}[0-9]+{NOTE_END}")
_LONGEST_QUESTION = 400
_EDGES = " ”’»)\"'*_.:–—-"
_CLOSES = (".", "!", "…", ":", ";")


@dataclass
class Question:
    text: str
    line: int
    answer: list[Element] = field(default_factory=list)

    def take_words(self, asked: Question) -> None:
        """Take over the words of a question whose label stood on a line of its own."""
        self.text = asked.text
        self.answer += asked.answer


def is_numbered_question(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins ``Q1:`` outside any part headed "FAQs"."""
    text = paragraph.lines[0].text
    match = _NUMBERED.match(text)
    return match is not None and (":" in match.group() or _ENDS_ASKING.search(text) is not None)


def begins_question(text: str) -> bool:
    """Whether a line begins with the label of a question, ``Q2:`` or ``Q:``."""
    return _label(text) is not None


def is_question(text: str) -> bool:
    """Whether a heading among questions asks one itself."""
    return bool(_label(text)) or _ENDS_ASKING.search(text) is not None


def read_questions(elements: list[Element]) -> tuple[list[Element], list[Question]]:
    """Return what stands before the first question, and the questions with their answers."""
    labelled = any(_is_labelled(element) for element in elements)
    if not labelled:
        elements = list(_without_question_lists(elements))
    way = _Way(elements, labelled=labelled)
    before: list[Element] = []
    questions: list[Question] = []
    for element in elements:
        if way.asks(element):
            questions.append(_open_question(element))
        elif questions and not questions[-1].text and isinstance(element, Paragraph):
            questions[-1].take_words(_open_question(element))
        elif questions:
            questions[-1].answer.append(_without_answer_label(element))
        else:
            before.append(element)
    return before, questions


def _label(text: str) -> re.Match[str] | None:
    return _NUMBERED.match(text) or _UNNUMBERED.match(text)


def _is_labelled(element: Element) -> bool:
    return isinstance(element, Paragraph | Heading) and _label(element.text) is not None


class _Way:
    """How questions are marked here, as the first is; another "?" is a part of an answer."""

    def __init__(self, elements: list[Element], *, labelled: bool) -> None:
        self._labelled = labelled
        self._level = next((e.level for e in elements if isinstance(e, Heading)), 0)
        first = next((e for e in elements if isinstance(e, Heading) or _asks_itself(e)), None)
        self._headed = isinstance(first, Heading)
        self._bold = isinstance(first, Paragraph) and _is_bold(first)
        self._numbered = isinstance(first, Paragraph) and _is_numbered(first)

    def asks(self, element: Element) -> bool:
        if isinstance(element, Heading):
            return element.level <= self._level or is_question(element.text)
        if not isinstance(element, Paragraph):
            return False
        if self._labelled:
            return _label(element.text) is not None
        if not _asks_itself(element):
            return False
        marked = _is_numbered(element) or (self._bold and _is_bold(element))
        return marked or not (self._headed or self._bold or self._numbered)


def _asks_itself(element: Element) -> bool:
    if not isinstance(element, Paragraph):
        return False
    asked = _first_sentence(element)
    if len(asked) > _LONGEST_QUESTION:
        return False
    if _ENDS_ASKING.search(asked):
        return True
    begins = _is_numbered(element) or _BOLD_QUESTION.match(element.lines[0].html) is not None
    return begins and "?" in asked.replace("؟", "?")


def _first_sentence(paragraph: Paragraph) -> str:
    """The first line, and those after it for as long as a wrapped question goes on."""
    asked = paragraph.lines[0].text
    for line in paragraph.lines[1:]:
        if (
            asked.endswith(_CLOSES)
            or "?" in asked.replace("؟", "?")
            or len(asked) > _LONGEST_QUESTION
        ):
            break
        asked = f"{asked} {line.text}"
    return asked if _ENDS_ASKING.search(asked) else paragraph.lines[0].text


def _is_numbered(paragraph: Paragraph) -> bool:
    return read_numbered_title(paragraph.lines[0].text) is not None


def _is_bold(paragraph: Paragraph) -> bool:
    return paragraph.bold or _BOLD_QUESTION.match(paragraph.lines[0].html) is not None


def _without_question_lists(elements: list[Element]) -> Iterator[Element]:
    """Open a list whose items ask questions into headings and answers."""
    for element in elements:
        if isinstance(element, ListElement) and _lists_questions(element):
            for item in element.items:
                yield from _opened(item)
        else:
            yield element


def _lists_questions(element: ListElement) -> bool:
    """Whether most items of a numbered list ask; or all of another one do, and are answered."""
    asking = sum(bool(item) and _asks_first(item[0]) for item in element.items)
    if element.ordered:
        return 2 * asking > len(element.items)
    return asking == len(element.items) and all(_is_answered(item) for item in element.items)


def _is_answered(item: tuple[Element, ...]) -> bool:
    head = item[0]
    return len(item) > 1 or (isinstance(head, Paragraph) and bool(_split(head)[1]))


def _asks_first(element: Element) -> bool:
    if not isinstance(element, Paragraph):
        return False
    asks = _ENDS_ASKING.search(_first_sentence(element))
    return bool(asks or _ASKED_THEN_SAID.search(element.lines[0].html))


def _opened(item: tuple[Element, ...]) -> Iterator[Element]:
    if not item or not isinstance(first := item[0], Paragraph):
        yield from item
        return
    asked, said = _split(first)
    text = " ".join(line.text for line in asked)
    yield Heading(1, text, " ".join(line.html for line in asked), first.line)
    if said:
        yield replace(first, lines=said, line=first.line + len(asked))
    yield from item[1:]


def _open_question(element: Paragraph | Heading) -> Question:
    if isinstance(element, Heading):
        question = Question(_without_label(element.text), element.line)
        marks = "".join(_MARKS.findall(element.html))
        if marks:
            question.answer.append(Paragraph((Line(marks, ""),), element.line))
        return question
    asked, said = _split(element)
    text = _without_label(" ".join(line.text for line in asked))
    question = Question(text, element.line)
    marks = "".join(_MARKS.findall("".join(line.html for line in asked)))
    if marks:
        said = (
            (replace(said[0], html=marks + said[0].html), *said[1:]) if said else (Line(marks, ""),)
        )
    if said:
        answer = Paragraph(said, element.line + len(asked))
        question.answer.append(_without_answer_label(answer))
    return question


def _split(paragraph: Paragraph) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Split a paragraph into the lines that ask and the lines that answer."""
    lines = paragraph.lines
    for index, line in enumerate(lines):
        bold = _BOLD_QUESTION.match(line.html)
        if bold and (answer := _line(line.html[bold.end() :])).text.strip(_EDGES):
            return (*lines[:index], _line(bold.group())), (answer, *lines[index + 1 :])
        if _ENDS_ASKING.search(line.text):
            return lines[: index + 1], lines[index + 1 :]
        if found := _ASKED_THEN_SAID.search(line.html):
            asked, said = line.html[: found.end()], line.html[found.end() :]
            return (
                (*lines[:index], _line(asked)),
                (_line(said), *lines[index + 1 :]),
            )
    return lines[:1], lines[1:]


def _line(html: str) -> Line:
    return Line(html.strip(), " ".join(_MARKS.sub("", html_to_text(html)).split()))


def _without_label(text: str) -> str:
    match = _label(text)
    if match:
        return text[match.end() :].strip()
    numbered = read_numbered_title(text)
    return numbered.title if numbered else text


def _without_answer_label(element: Element) -> Element:
    if not isinstance(element, Paragraph):
        return element
    first = element.lines[0]
    match = _ANSWER.match(first.html)
    if not match:
        return element
    opened, closed = match.group(1), match.group(2)
    kept = opened if opened and not closed else ""
    line = _line(kept + first.html[match.end() :])
    lines = (line, *element.lines[1:]) if line.html else element.lines[1:]
    return replace(element, lines=lines) if lines else element
