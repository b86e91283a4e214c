"""Paragraphs and tables in order, as elements: headings, lists, quotations, captioned pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from cms.importer.manuscript.elements import (
    NOTE_START,
    Element,
    Heading,
    Line,
    Paragraph,
    Picture,
    Quote,
)

from .lists import ListBuilder
from .paragraphs import WordParagraph

_TYPED_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|abb(?:ildung|\.)|photo|picture|illustration|рис(?:унок|\.)|фото"
    r"|شکل|تصویر|عکس)\s{0,2}[0-9۰-۹]{1,3}\s{0,2}[.:)–—-]\s",
    re.IGNORECASE,
)
# Word's own captions have no stop after the number, by which a table's caption is known.
_TABLE_LABEL = re.compile(r"((?:Table|Таблица|جدول)\s[0-9۰-۹]{1,3})\s(?=\S)", re.IGNORECASE)
_LONGEST_CAPTION = 600
_CHAPTER_LINE = re.compile(
    r"(?:chapter|part|kapitel|teil|chapitre|partie|capítulo|глава|часть|раздел|فصل|باب|بخش)"
    r"\s{1,4}\S{1,14}\s?[:.–—-]?",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[0-9۰-۹]{1,3}|[IVXLC]{1,8}")
# Whoever heads parts with the style for a subtitle means something below every heading.
_SUBTITLE_LEVEL = 9


class Flow:
    """Collects elements; what belongs together waits until something else comes."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.titles: list[int] = []
        self.subtitles: list[int] = []
        self._lists = ListBuilder()
        self._quoted: list[Paragraph] = []
        self._caption_waits = False

    def finished(self) -> list[Element]:
        self._close()
        return self.elements

    def add(self, paragraph: WordParagraph) -> None:
        if paragraph.level:
            self._add_heading(paragraph)
        elif paragraph.lines:
            self._add_words(paragraph)
        for element in paragraph.elements:
            self.add_element(element)

    def add_element(self, element: Element) -> None:
        """Add a picture or table, or anything read from inside one."""
        self._close()
        if isinstance(element, Picture) and not element.caption and self._caption_waits:
            element = replace(element, caption=_plain(self.elements.pop()))
        self._caption_waits = False
        self.elements.append(element)

    def _close(self) -> None:
        self.elements += self._lists.close()
        if self._quoted:
            self.elements.append(Quote(tuple(self._quoted), self._quoted[0].line))
            self._quoted = []

    def _add_heading(self, read: WordParagraph) -> None:
        self._close()
        self._caption_waits = False
        number = read.number.shown if read.number and read.number.ordered else ""
        if _BARE_NUMBER.fullmatch(number):
            number += "."
        if not read.text and not number:
            if read.lines:  # a note's mark and nothing else
                self.elements.append(Paragraph(read.lines, read.line))
            return
        text, html = _heading_words(read.lines, number)
        self.elements.append(Heading(read.level, text, html, read.line))

    def _add_words(self, read: WordParagraph) -> None:
        number = read.number
        paragraph = Paragraph(
            _with_number(read, self._lists) if number else read.lines,
            read.line, read.italic, read.bold, read.contents,
        )  # fmt: skip
        if read.contents:
            self._close()
            self.elements.append(paragraph)
        elif number and paragraph.lines is read.lines:
            self._close_quotation()
            self.elements += self._lists.add(number, paragraph, read.line)
        elif read.role == "quote":
            self.elements += self._lists.close()
            self._quoted.append(paragraph)
        else:
            self._close()
            self._add_plain(read, paragraph)
            return
        self._caption_waits = False

    def _close_quotation(self) -> None:
        if self._quoted:
            self._close()

    def _add_plain(self, read: WordParagraph, paragraph: Paragraph) -> None:
        before = self.elements[-1] if self.elements else None
        self._caption_waits = False
        if _is_caption(read, paragraph):
            if isinstance(before, Picture) and not before.caption:
                self.elements[-1] = replace(before, caption=_plain(paragraph))
                return
            if read.is_caption:
                paragraph = _with_stop(paragraph)
                self._caption_waits = True
        if read.role == "title":
            self.titles.append(len(self.elements))
        elif read.role == "subtitle":
            self.subtitles.append(len(self.elements))
        self.elements.append(paragraph)


def _is_caption(read: WordParagraph, paragraph: Paragraph) -> bool:
    """A picture's caption is plain text, so that one with a note stays a paragraph."""
    if NOTE_START in paragraph.html or "<a " in paragraph.html:
        return False
    if len(read.text) > _LONGEST_CAPTION:
        return False
    return read.is_caption or _TYPED_CAPTION.match(read.text) is not None


def _plain(paragraph: Element) -> str:
    return " ".join(paragraph.text.split()) if isinstance(paragraph, Paragraph) else ""


def _with_stop(paragraph: Paragraph) -> Paragraph:
    first = paragraph.lines[0]
    if not (label := _TABLE_LABEL.match(first.text)) or not first.html.startswith(label.group(1)):
        return paragraph
    cut = label.end(1)
    html = f"{first.html[:cut]}.{first.html[cut:]}"
    line = Line(html, f"{first.text[:cut]}.{first.text[cut:]}")
    return replace(paragraph, lines=(line, *paragraph.lines[1:]))


def _with_number(read: WordParagraph, lists: ListBuilder) -> tuple[Line, ...]:
    """Type out a number that no list of html could show: "Q1:", "1.2" without a list above it."""
    number = read.number
    typed = number.has_words or (number.parts > 1 and not lists.holds(number))
    if not typed:
        return read.lines
    first = read.lines[0]
    shown = Line(
        f"{escape(number.shown, quote=False)} {first.html}", f"{number.shown} {first.text}"
    )
    return (shown, *read.lines[1:])


def _heading_words(lines: tuple[Line, ...], number: str) -> tuple[str, str]:
    """Join a heading's lines: after "CHAPTER THREE" comes its title."""
    text = " ".join(" ".join(line.text.split()) for line in lines)
    html = " ".join(line.html.removesuffix("<br>") for line in lines)
    if number:
        return f"{number} {text}".strip(), f"{escape(number, quote=False)} {html}".strip()
    if len(lines) > 1 and _CHAPTER_LINE.fullmatch(first := " ".join(lines[0].text.split())):
        stop = "" if first.endswith((":", ".", "–", "—", "-")) else ":"
        rest_text, rest_html = _heading_words(lines[1:], "")
        first_html = lines[0].html.removesuffix("<br>")
        return f"{first}{stop} {rest_text}", f"{first_html}{stop} {rest_html}"
    return text, html


def name_title(flow: Flow) -> str:
    """Make the paragraphs in the styles Title and Subtitle what they are; return the subtitle."""
    elements, titles = flow.elements, flow.titles
    joined = _adjacent(titles)
    if len(titles) - len(joined) >= 2:  # a style for the title, used for every chapter
        elements[:] = [
            replace(one, level=one.level + 1) if isinstance(one, Heading) else one
            for one in elements
        ]
        joined = []
    for place in titles:
        if place not in joined:
            elements[place] = _as_heading(elements[place], 1)
    subtitle = ""
    taken: set[int] = set()
    if joined:
        subtitle = _take_subtitle(flow, joined[-1] + 1, taken)
        elements[joined[0]] = _joined_title([elements[place] for place in joined])
        taken.update(joined[1:])
    for place in flow.subtitles:
        if place not in taken:
            elements[place] = _as_heading(elements[place], _SUBTITLE_LEVEL)
    elements[:] = [one for place, one in enumerate(elements) if place not in taken]
    return subtitle


def _adjacent(places: Iterable[int]) -> list[int]:
    """The first places that follow each other directly."""
    joined: list[int] = []
    for place in places:
        if joined and place != joined[-1] + 1:
            break
        joined.append(place)
    return joined


def _take_subtitle(flow: Flow, place: int, taken: set[int]) -> str:
    if place not in flow.subtitles or NOTE_START in flow.elements[place].html:
        return ""
    taken.add(place)
    return _plain(flow.elements[place])


def _as_heading(element: Element, level: int) -> Element:
    text, html = _heading_words(element.lines, "")
    return Heading(level, text, html, element.line) if text else element


def _joined_title(paragraphs: list[Paragraph]) -> Heading:
    headings = [_as_heading(paragraph, 1) for paragraph in paragraphs]
    text = " ".join(heading.text for heading in headings)
    html = " ".join(heading.html for heading in headings)
    return Heading(1, text, html, paragraphs[0].line, names_document=True)
