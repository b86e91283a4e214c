"""From one document to its outline: the order in which the parser's steps are taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cms.importer.manuscript.composing.anchors import point_anchors
from cms.importer.manuscript.composing.assembly import Assembly
from cms.importer.manuscript.elements import Element
from cms.importer.manuscript.exported.outlining import read_exported
from cms.importer.manuscript.exported.recognising import is_exported
from cms.importer.manuscript.formats.html.charset import declared_charset
from cms.importer.manuscript.formats.html.elements import read_html
from cms.importer.manuscript.formats.kinds import (
    HTML_SUFFIXES,
    MARKDOWN_SUFFIXES,
    WORD_SUFFIXES,
    suffix_of,
)
from cms.importer.manuscript.formats.markdown.elements import has_markdown_headings, read_markdown
from cms.importer.manuscript.formats.markdown.front_matter import FrontMatter, take_front_matter
from cms.importer.manuscript.formats.markdown.raw_markup import remove_code
from cms.importer.manuscript.formats.plain.elements import read_plain
from cms.importer.manuscript.formats.plain.encoding import read_text
from cms.importer.manuscript.formats.reading import Reading
from cms.importer.manuscript.formats.refusals import refuse_other_formats
from cms.importer.manuscript.formats.word.document import read_word
from cms.importer.manuscript.structure.contents import Contents, find_contents, without_contents
from cms.importer.manuscript.structure.contents_in_elements import take_contents
from cms.importer.manuscript.structure.promotion import promote_headings
from cms.importer.manuscript.structure.sections import divide

from .errors import ManuscriptError
from .language import direction_of, guess_language, is_language_tag, language_of_name
from .media_checks import FaultOf, without_faulty_pictures
from .notes import NoteBook
from .outline import Outline, rejected
from .warning_log import WarningLog

_MARKDOWN_LINK_OR_NOTE = re.compile(r"\]\(|^\[\^|^:::", re.MULTILINE)


@dataclass(frozen=True)
class _Read:
    """A document's elements without its contents list, and that list."""

    reading: Reading
    elements: list[Element]
    contents: Contents


def parse_manuscript(
    document: bytes | str,
    *,
    name: str,
    language: str | None = None,
    fault_of: FaultOf | None = None,
) -> Outline:
    """Return the outline of a manuscript; never raises for anything a document can contain.

    Args:
        document: the file's bytes, or text already decoded.
        name: the file's name; its ending says how to read it, ``.ru.md`` which language it is in.
        language: BCP 47 tag; otherwise taken from the document, its name, or guessed from its
            letters.
        fault_of: what is wrong with a picture beside the document, None if nothing.
    """
    log = WarningLog()
    notes = NoteBook(log)
    language = language or language_of_name(name)
    try:
        refuse_other_formats(document, name)
        if is_exported(document, name):
            return _read_to_the_letter(document, language, log)
        read = _read(document, name, language, notes, log)
    except ManuscriptError as error:
        return rejected(error.code, error.message, language=language or "")
    reading = read.reading
    language = language or reading.language or guess_language(reading.words)
    elements = read.elements
    if fault_of:
        elements = without_faulty_pictures(elements, fault_of, log)
    parts = divide(promote_headings(elements, read.contents), read.contents)
    parts.title = parts.title or reading.title
    outline = Assembly(parts, read.contents, notes, log).outline(
        language=language, direction=direction_of(language), subtitle=reading.subtitle
    )
    return outline if reading.places is None else point_anchors(outline, reading.places)


def _read_to_the_letter(document: bytes | str, language: str | None, log: WarningLog) -> Outline:
    """Read what Enfilade wrote: nothing in it has to be guessed."""
    front, text = take_front_matter(read_text(document, log=log, language=language).text)
    said = front.language if is_language_tag(front.language) else ""
    return read_exported(text, language=language or said or guess_language(text), log=log)


def _read(
    document: bytes | str, name: str, language: str | None, notes: NoteBook, log: WarningLog
) -> _Read:
    if suffix_of(name) in HTML_SUFFIXES:
        charset = declared_charset(document)
        text = read_text(document, log=log, language=language, declared=charset).text
        reading = read_html(text, notes=notes, log=log)
        return _Read(reading, *take_contents(reading.elements))
    if isinstance(document, bytes) and suffix_of(name) in WORD_SUFFIXES:
        reading = read_word(document, name=name, notes=notes, log=log)
        return _Read(reading, *take_contents(reading.elements))
    text = read_text(document, log=log, language=language).text
    return _read_lines(text, name, notes, log)


def _read_lines(text: str, name: str, notes: NoteBook, log: WarningLog) -> _Read:
    """Read Markdown and plain text, whose contents list is known by its lines."""
    front, text = take_front_matter(text)
    if front.language and not is_language_tag(front.language):
        front = FrontMatter(front.title, front.subtitle, "")
    # Many a text file is really Markdown; one heading or link marked so gives it away.
    is_markdown = suffix_of(name) in MARKDOWN_SUFFIXES or (
        has_markdown_headings(text) or _MARKDOWN_LINK_OR_NOTE.search(text) is not None
    )
    lines = (remove_code(text, log) if is_markdown else text).split("\n")
    contents = find_contents(lines)
    kept = "\n".join(without_contents(lines, contents))
    elements = read_markdown(kept, notes, log) if is_markdown else read_plain(kept)
    reading = Reading(elements, front.title, front.subtitle, front.language, text)
    return _Read(reading, elements, contents)
