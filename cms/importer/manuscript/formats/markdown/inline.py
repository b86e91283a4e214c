"""Inline Markdown (bold, links, notes, pictures) as lines of html."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from markdown_it.token import Token

from cms.importer.manuscript.elements import Line, Picture
from cms.importer.manuscript.formats.plain.encoding import clean_characters
from cms.importer.manuscript.media_paths import accepted_source
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.sanitise import safe_link
from cms.importer.manuscript.warning_log import WarningLog

from .raw_markup import inline_tag, warn_unsafe_link

_UNDEFINED_NOTE = re.compile(r"\[\^([^\]\s]{1,60})\]")


@dataclass
class InlineText:
    """What stood in one paragraph, heading or cell."""

    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    italic: bool = True
    bold: bool = True

    @property
    def html(self) -> str:
        return "\n".join(line.html for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class InlineReader:
    """Renders one inline token; a line may end only where no mark-up is open."""

    def __init__(self, notes: NoteBook, log: WarningLog) -> None:
        self._notes = notes
        self._log = log

    def read(self, token: Token) -> InlineText:
        self._line = (token.map[0] if token.map else 0) + 1
        self._found = InlineText()
        self._html: list[str] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self._links: list[bool] = []
        self._code: str | None = None
        for child in token.children or ():
            self._read_child(child)
        self._end_line()
        has_words = any(line.text for line in self._found.lines)
        self._found.italic &= has_words
        self._found.bold &= has_words
        return self._found

    def _read_child(self, child: Token) -> None:
        match child.type:
            case "text" | "text_special" | "code_inline":
                self._read_text(child.content)
            case "softbreak" | "hardbreak":
                self._read_break(hard=child.type == "hardbreak")
            case "strong_open" | "em_open" | "strong_close" | "em_close":
                self._read_emphasis(child.tag, opens=child.nesting == 1)
            case "link_open":
                self._open_link(str(child.attrGet("href") or ""))
            case "link_close":
                self._close_link()
            case "footnote_ref":
                self._html.append(self._notes.mark(child.meta["label"]))
            case "image":
                self._read_picture(child)
            case "html_inline":
                self._html.append(inline_tag(child.content, self._line, self._log))
            case _:
                self._read_text(child.content)

    def _read_text(self, text: str) -> None:
        if not text.isascii():  # "&#x202e;" has become a letter by now
            text = clean_characters(text)
        if text.strip():
            self._found.italic &= "em" in self._open
            self._found.bold &= "strong" in self._open
        for label in _UNDEFINED_NOTE.findall(text) if "[^" in text else ():
            self._log.add(
                "note_without_text",
                f"the mark [^{label}] has no note. Write one at the end of the manuscript, "
                f"“[^{label}]: …”, or delete the mark.",
                line=self._line,
            )
        self._html.append(escape(text, quote=False))
        self._text.append(text)

    def _read_break(self, *, hard: bool) -> None:
        self._line += 1
        if hard:
            self._html.append("<br>")
        if self._open or self._links:
            self._html.append("\n")
            self._text.append(" ")
        else:
            self._end_line()

    def _end_line(self) -> None:
        html, text = "".join(self._html).strip(), "".join(self._text).strip()
        if html:
            self._found.lines.append(Line(html, " ".join(text.split())))
        self._html, self._text = [], []

    def _read_emphasis(self, tag: str, *, opens: bool) -> None:
        if opens:
            self._open.append(tag)
        elif tag in self._open:
            self._open.remove(tag)
        self._html.append(f"<{tag}>" if opens else f"</{tag}>")

    def _open_link(self, href: str) -> None:
        target = safe_link(href)
        self._links.append(target is not None)
        if target is None:
            warn_unsafe_link(href, self._line, self._log)
        else:
            self._html.append(f'<a href="{escape(target)}">')

    def _close_link(self) -> None:
        if self._links and self._links.pop():
            self._html.append("</a>")

    def _read_picture(self, token: Token) -> None:
        alt = "".join(child.content for child in token.children or ()) or token.content
        source = accepted_source(str(token.attrGet("src") or ""), alt, self._line, self._log)
        caption = str(token.attrGet("title") or "").strip()
        if source:
            self._found.pictures.append(Picture(source, alt.strip(), caption, self._line))
        elif caption:
            self._read_text(caption)
