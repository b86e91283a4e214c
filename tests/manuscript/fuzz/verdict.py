"""What is wrong with what the parser made of one document, in a sentence; nothing, it is hoped."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cms.importer.manuscript.bundle.archive import ArchiveLimits
from cms.importer.manuscript.bundle.opening import open_bundle
from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.plain.encoding import read_text
from cms.importer.manuscript.outline import Outline
from cms.importer.manuscript.parsing import parse_manuscript
from cms.importer.manuscript.sanitise import ALLOWED_TAGS
from cms.importer.manuscript.warning_log import WarningLog
from tests.manuscript.kept_words import words_lost

_ERRORS = """
    too_large unsafe_archive zip_bomb corrupt not_a_docx legacy_doc encrypted unsupported_type
    not_text"""
_WARNINGS = """
    toc_entry_without_section section_missing_from_toc toc_title_differs numbering_gap
    duplicate_number out_of_order duplicate_section faq_without_answer no_headings empty_document
    encoding_guessed invalid_bytes unsafe_markup_removed unsafe_link_removed
    external_image_skipped image_missing_alt image_too_large image_rejected"""
# Those that say what the list above has no word for.
_FURTHER_WARNINGS = """
    block_not_closed block_not_understood duplicate_note manuscript_missing media_missing
    media_rejected note_not_cited note_without_text symbol_not_known"""
ERRORS = frozenset(_ERRORS.split())
WARNINGS = frozenset((_WARNINGS + _FURTHER_WARNINGS).split())
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
_ATTRIBUTES = frozenset({"href", "src", "alt", "start", "scope", "data-block"})
_SAFE_HREF = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_READ_AS_MARKDOWN = re.compile(r"\]\(|^\[\^|^:::|^ {0,3}#{1,6}\s|\A---", re.MULTILINE)
# A museum's bundle may be larger than a fuzzer's patience.
_LIMITS = ArchiveLimits(total_bytes=64 * 1024 * 1024, member_bytes=32 * 1024 * 1024)


def problem_of(name: str, document: bytes) -> str:
    """Return what is wrong, or ``""``. Raises whatever the parser raises."""
    for outline in _outlines(name, document):
        if problem := _wrong_with(outline):
            return problem
        if name.endswith(".txt") and (problem := _lost_from(document, outline)):
            return problem
    return ""


def _outlines(name: str, document: bytes) -> Iterator[Outline]:
    if not name.endswith((".docx", ".zip")):
        yield parse_manuscript(document, name=name)
        return
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        path = Path(folder, name)
        path.write_bytes(document)
        try:
            with open_bundle(path, limits=_LIMITS) as bundle:
                yield from bundle.outlines()
        except ManuscriptError as error:
            yield Outline(status="rejected", error=error.code, message=error.message)


def _wrong_with(outline: Outline) -> str:
    if outline.status == "rejected":
        if outline.error not in ERRORS:
            return f"unknown error code {outline.error!r}"
        return "" if outline.message.endswith((".", "…")) else "an error without a sentence"
    json.dumps(outline.to_json_dict(), ensure_ascii=False).encode()
    for warning in outline.warnings:
        if warning.code not in WARNINGS:
            return f"unknown warning code {warning.code!r}"
        if not warning.message.endswith((".", "…", "”", ")")):
            return f"a warning without a sentence: {warning.message!r}"
    return next(filter(None, map(_unsafe, _html_of(outline))), "")


def _html_of(outline: Outline) -> Iterator[str]:
    sections = (outline.introduction, *outline.chapters, outline.conclusion, outline.sources)
    for section in filter(None, sections):
        yield section.html
        yield section.standfirst
        yield from (getattr(block, "html", "") for block in section.blocks)
    for faq in outline.faqs:
        yield faq.answer_html
    yield outline.faq_introduction
    yield outline.standfirst
    yield from (note.html for note in outline.footnotes)


def _unsafe(html: str) -> str:
    for _closing, tag, attributes in _TAG.findall(html):
        if tag not in ALLOWED_TAGS:
            return f"the tag <{tag}> came out"
        if (left := _ATTRIBUTE.sub("", attributes).strip(" /")) != "":
            return f"<{tag}> carries {left!r}"
        for attribute, value in _ATTRIBUTE.findall(attributes):
            if attribute not in _ATTRIBUTES:
                return f"<{tag}> has the attribute {attribute}"
            if attribute == "href" and not _SAFE_HREF.match(value):
                return f"a link leads to {value[:60]!r}"
    return ""


def _lost_from(document: bytes, outline: Outline) -> str:
    """Words lost from a text that is read as it stands, not as Markdown."""
    if outline.status != "ok":
        return ""
    text = read_text(document, log=WarningLog()).text
    if _READ_AS_MARKDOWN.search(text):
        return ""
    lost = words_lost(text, outline)
    return f"words were lost: {', '.join(lost[:8])}" if lost else ""
