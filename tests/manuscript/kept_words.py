"""Which words of a plain text are nowhere in its outline: the oracle of properties and fuzzing."""

from __future__ import annotations

import re
from html import unescape

from cms.importer.manuscript.outline import Outline
from cms.importer.manuscript.structure.contents_list import plain_line
from cms.importer.manuscript.structure.heading_numbers import read_numbered_title
from cms.importer.manuscript.structure.section_words import part_kind

_WORD = re.compile(r"[^\W_]+")
_INLINE_TAG = re.compile(r"</?(?:a|b|em|i|strong|sub|sup)(?: [^<>]*)?>")
_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d+|[ivxlc]+|[qaвосسج]\d+", re.IGNORECASE)
# An address is cut at some length; what follows is kept apart from it.
_LONGEST_WORD = 1000
_NUMBERED = re.compile(r"(?:chapter|ch|глава|فصل|باب)\.?\s+([^\W_]+(?:-[^\W_]+)?)", re.IGNORECASE)
# What says what a line is, and is not shown: "Chapter 3", "Q1:", "Title:".
_ADDRESS = re.compile(r"(?=https?://)", re.IGNORECASE)
_LABELS = frozenset(
    word
    for words in (
        "chapter ch глава فصل باب q question answer вопрос ответ в о س ج سوال سؤال پرسش پاسخ جواب",
        "a title subtitle sub название заголовок заглавие подзаголовок عنوان زیرعنوان فرعی",
    )
    for word in words.split()
)


def said(outline: Outline) -> str:
    """Everything an outline says to a visitor, as text."""
    words = [outline.title, outline.subtitle]
    html = [outline.standfirst, outline.faq_introduction]
    sections = (outline.introduction, *outline.chapters, outline.conclusion, outline.sources)
    for section in filter(None, sections):
        words.append(section.title)
        html.append(section.html)
    for faq in outline.faqs:
        words.append(faq.question)
        html.append(faq.answer_html)
    for external in outline.external_links:
        words += [external.label, external.url, external.note]
    for internal in outline.internal_links:
        words += [internal.label, internal.note]
    html += [note.html for note in outline.footnotes]
    words += [part for image in outline.images for part in (image.alt, image.caption)]
    text = unescape(_TAG.sub(" ", _INLINE_TAG.sub("", " ".join(html))))
    return " ".join([*words, text])


def words_lost(text: str, outline: Outline) -> list[str]:
    """Words of a plain text that neither the outline nor a warning about it holds, in order.

    Numbers and the labels of headings, parts and questions are understood rather than shown.
    """
    warned = " ".join(warning.message for warning in outline.warnings)
    kept = _words(f"{said(outline)} {warned}") | _understood(text) | _LABELS
    return [
        word
        for line in text.splitlines()
        if _missing(plain_line(line), kept)
        for word in _missing(line, kept)
    ]


def _missing(line: str, kept: set[str]) -> list[str]:
    words = dict.fromkeys(_WORD.findall(_apart(line).casefold()))
    return [
        word
        for word in words
        if word not in kept and not _NUMBER.fullmatch(word) and len(word) <= _LONGEST_WORD
    ]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_apart(text).casefold()))


def _apart(text: str) -> str:
    """An address as a word of its own, whatever it is typed against."""
    return _ADDRESS.sub(" ", text)


def _understood(text: str) -> set[str]:
    """Words that head parts ("FAQs", "3. Sources") or number chapters ("CHAPTER ONE")."""
    found: set[str] = set()
    for line in text.splitlines():
        shown = plain_line(line[:300]).strip(" :#")
        numbered = read_numbered_title(shown)
        if part_kind(numbered.title if numbered else shown):
            found |= set(_WORD.findall(line.casefold()))
    for ordinal in _NUMBERED.findall(text):
        found |= set(_WORD.findall(ordinal.casefold()))
    return found
