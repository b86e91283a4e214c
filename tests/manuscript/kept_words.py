"""Which words of a plain text are nowhere in its outline: the oracle of properties and fuzzing."""

from __future__ import annotations

import re
from html import unescape

from cms.importer.manuscript.outline import Outline

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"[0-9]+|[ivxlc]+|[qaвосج][0-9]+", re.IGNORECASE)
# What says what a line is, and is not shown: "Chapter 3", "Q1:", "External resource(s)".
_LABELS = frozenset(
    """chapter глава فصل part one two three q a question answer вопрос ответ в о س ج پرسش پاسخ
    title subtitle contents table of toc chapters faq faqs frequently asked questions and answers
    sources references notes footnotes endnotes external internal resource resources link links s
    further reading conclusion introduction""".split()  # noqa: SIM905
)


def said(outline: Outline) -> str:
    """Everything an outline says to a visitor, as text."""
    parts = [outline.title, outline.subtitle, outline.standfirst, outline.faq_introduction]
    for section in (
        outline.introduction,
        *outline.chapters,
        outline.conclusion,
        outline.sources,
    ):
        if section:
            parts += [section.title, section.html]
    for faq in outline.faqs:
        parts += [faq.question, faq.answer_html]
    for link in (*outline.external_links, *outline.internal_links):
        parts += [link.label, getattr(link, "url", ""), link.note]
    parts += [note.html for note in outline.footnotes]
    parts += [part for image in outline.images for part in (image.alt, image.caption)]
    return unescape(_TAG.sub(" ", " ".join(parts)))


def words_lost(text: str, outline: Outline) -> list[str]:
    """Words of a plain text that neither the outline nor a warning about it holds, in order.

    Numbers and the labels of headings and questions are understood rather than shown.
    """
    warned = " ".join(warning.message for warning in outline.warnings)
    kept = set(_WORD.findall(f"{said(outline)} {warned}".casefold()))
    return [
        word
        for word in dict.fromkeys(_WORD.findall(text.casefold()))
        if word not in kept and word not in _LABELS and not _NUMBER.fullmatch(word)
    ]
