"""From one document to its outline: the order in which the parser's steps are taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from cms.importer.manuscript.composing.assembly import Assembly
from cms.importer.manuscript.formats.markdown.elements import has_markdown_headings, read_markdown
from cms.importer.manuscript.formats.markdown.front_matter import FrontMatter, take_front_matter
from cms.importer.manuscript.formats.markdown.raw_markup import remove_code
from cms.importer.manuscript.formats.plain.elements import read_plain
from cms.importer.manuscript.formats.plain.encoding import read_text
from cms.importer.manuscript.structure.contents import find_contents, without_contents
from cms.importer.manuscript.structure.promotion import promote_headings
from cms.importer.manuscript.structure.sections import divide

from .errors import ManuscriptError
from .language import direction_of, guess_language, is_language_tag, language_of_name
from .notes import NoteBook
from .outline import Outline, rejected
from .warning_log import WarningLog

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
PLAIN_SUFFIXES = frozenset({".txt", ".text"})
_MARKDOWN_LINK_OR_NOTE = re.compile(r"\]\(|^\[\^|^:::", re.MULTILINE)


@dataclass(frozen=True)
class _Source:
    text: str
    is_markdown: bool
    front: FrontMatter


def parse_manuscript(document: bytes | str, *, name: str, language: str | None = None) -> Outline:
    """Return the outline of a manuscript; never raises for anything a document can contain.

    Args:
        document: the file's bytes, or text already decoded.
        name: the file's name; its ending says how to read it, ``.ru.md`` which language it is in.
        language: BCP 47 tag; otherwise taken from the document's front matter, its name, or
            guessed from its letters.
    """
    log = WarningLog()
    language = language or language_of_name(name)
    try:
        _refuse_other_formats(document, name)
        source = _read_source(document, name, language, log)
    except ManuscriptError as error:
        return rejected(error.code, error.message, language=language or "")
    language = language or source.front.language or guess_language(source.text)
    return _outline(source, language, log)


def _read_source(
    document: bytes | str, name: str, language: str | None, log: WarningLog
) -> _Source:
    text = read_text(document, log=log, language=language).text
    front, text = take_front_matter(text)
    if front.language and not is_language_tag(front.language):
        front = FrontMatter(front.title, front.subtitle, "")
    suffix = PurePosixPath(name).suffix.lower()
    # Many a text file is really Markdown; one heading or link marked so gives it away.
    is_markdown = suffix in MARKDOWN_SUFFIXES or (
        has_markdown_headings(text) or _MARKDOWN_LINK_OR_NOTE.search(text) is not None
    )
    return _Source(text, is_markdown, front)


def _outline(source: _Source, language: str, log: WarningLog) -> Outline:
    notes = NoteBook(log)
    text = remove_code(source.text, log) if source.is_markdown else source.text
    lines = text.split("\n")
    contents = find_contents(lines)
    text = "\n".join(without_contents(lines, contents))
    elements = read_markdown(text, notes, log) if source.is_markdown else read_plain(text)
    parts = divide(promote_headings(elements, contents), contents)
    if source.front.title and not parts.title:
        parts.title = source.front.title
    assembly = Assembly(parts, contents, notes, log)
    return assembly.outline(
        language=language, direction=direction_of(language), subtitle=source.front.subtitle
    )


def _refuse_other_formats(document: bytes | str, name: str) -> None:
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix == ".doc" or (isinstance(document, bytes) and document[:4] == b"\xd0\xcf\x11\xe0"):
        raise ManuscriptError(
            "legacy_doc",
            f"“{name}” is in the Word format of before 2007, which can't be read. Open it in Word "
            "or LibreOffice and save it as plain text (.txt, UTF-8) or Markdown (.md).",
        )
    if suffix not in MARKDOWN_SUFFIXES | PLAIN_SUFFIXES:
        raise ManuscriptError(
            "unsupported_type",
            f"“{name}” is not a kind of document that can be imported. A manuscript is Markdown "
            "(.md) or plain text (.txt); save it as one of these, alone or in a bundle.",
        )
