"""What a document's outline says, and what stood in the words it was made of."""

import re
from functools import cache
from pathlib import Path

from cms.importer.manuscript.bundle.opening import open_bundle
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.outline import ChapterOutline, Outline

from .source import FOLDER, KEEPERS, Paragraph, paragraphs, runs, visible_words

_MARKER = re.compile(r"<sup>\[\d+\]</sup>|\[\d+(?:, ?\d+)*\]")
_NUMBER = re.compile(r"^\d+[.)] |^فصل \S+: ")
_HEADINGS = {"h1", "auto", "own", "bold"}
# Shown as pictures, or not at all.
_NO_WORDS = {"empty", "contents", "picture", "anchored", "huge", "metafile"}
_SETTING_OUT = {"title", "subtitle", "standfirst"}


@cache
def outline_of(name: str) -> Outline:
    """The outline of one of the documents; parsed once, since outlines can't be changed."""
    with open_bundle(FOLDER / name) as bundle:
        return bundle.outlines()[0]


def sections_of(outline: Outline) -> list[ChapterOutline]:
    found = [outline.introduction, *outline.chapters, outline.conclusion]
    return [section for section in found if section]


def titles(outline: Outline) -> list[str]:
    return [chapter.title for chapter in outline.chapters]


def warnings(outline: Outline, code: str) -> list[str]:
    return [warning.message for warning in outline.warnings if warning.code == code]


def everything_said(outline: Outline) -> str:
    """All words of an outline, notes and links too."""
    said = [outline.title, outline.subtitle, outline.standfirst, outline.faq_introduction]
    for section in sections_of(outline):
        said += [section.title, section.html]
    for faq in outline.faqs:
        said += [faq.question, faq.answer_html]
    said += [outline.sources_html, *(note.html for note in outline.footnotes)]
    for link in (*outline.external_links, *outline.internal_links):
        said += [link.label, link.note]
    return bare(" ".join(said))


def bare(html: str) -> str:
    """Words and nothing else: no markup, no marks of notes, no spaces, however many there were."""
    return "".join(html_to_text(_MARKER.sub("", html)).replace("\xa0", " ").split())


def words_by_section(source: Path = KEEPERS, version: int = 1) -> list[tuple[str, list[str]]]:
    """Each heading's words with its paragraphs' words, in order, up to the questions."""
    found: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs(version, source):
        if paragraph.tag in _HEADINGS and paragraph.text:
            found.append((_NUMBER.sub("", paragraph.text), []))
        elif found and paragraph.tag not in _NO_WORDS | _SETTING_OUT:
            found[-1][1].extend(_words(paragraph))
    return found


def _words(paragraph: Paragraph) -> list[str]:
    if paragraph.tag in {"table", "row"}:
        return [bare(cell) for cell in paragraph.cells if cell]
    text = visible_words(paragraph.text)
    if paragraph.tag == "sub":
        text = re.sub(r"^[\d.]+ ", "", text)
    if paragraph.tag == "speaker":
        text = text.removeprefix("— ")
    return [bare(text)] if text else []


def notes_of(source: Path = KEEPERS, version: int = 1) -> list[str]:
    """What every footnote and endnote says."""
    return [
        bare(re.sub(r"\*", "", run.text))
        for paragraph in paragraphs(version, source)
        for run in runs(paragraph.text)
        if run.kind in {"note", "end"}
    ]
