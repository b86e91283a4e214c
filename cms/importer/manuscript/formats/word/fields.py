"""Word's fields: the code never shows, what it resulted in does."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r'"((?:[^"\\]|\\.){0,3000})"|(\S{1,3000})')
_MOST_OPEN = 20
_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


@dataclass(eq=False)
class Field:
    """A field while it is open. ``code`` is read until its result begins."""

    code: str = ""
    shows_result: bool = False

    @property
    def kind(self) -> str:
        return self.code.split(None, 1)[0].upper() if self.code.strip() else ""

    @property
    def link(self) -> str:
        """Where the words of its result lead: an address, ``#bookmark``, or nowhere."""
        return _hyperlink(self.code) if self.kind == "HYPERLINK" else _reference(self.code)

    @property
    def is_contents(self) -> bool:
        return self.kind == "TOC"

    @property
    def lists_figures(self) -> bool:
        return self.kind == "TOC" and re.search(r"\\[cC]\b", self.code) is not None


class Fields:
    """The fields open at one place of the text, from the outermost in."""

    def __init__(self) -> None:
        self.open: list[Field] = []

    def begin(self) -> Field:
        # Fields that are never closed would pile up, and every word asks all that are open.
        del self.open[:-_MOST_OPEN]
        self.open.append(Field())
        return self.open[-1]

    def separate(self) -> None:
        if self.open:
            self.open[-1].shows_result = True

    def end(self) -> Field | None:
        return self.open.pop() if self.open else None

    def add_code(self, text: str) -> None:
        if self.open and not self.open[-1].shows_result:
            self.open[-1].code += text[:5000]

    def end_paragraph(self) -> None:
        """A code that is never closed must not swallow the text that follows."""
        self.open = [field for field in self.open if field.shows_result]

    @property
    def hides_text(self) -> bool:
        return any(not field.shows_result or field.kind in _PAGE_NUMBERS for field in self.open)

    @property
    def link(self) -> str:
        return next((field.link for field in reversed(self.open) if field.link), "")

    @property
    def contents(self) -> Field | None:
        return next((field for field in self.open if field.is_contents), None)


def _words(code: str) -> list[str]:
    return [
        quoted.replace('\\"', '"').replace("\\\\", "\\") if quoted or not bare else bare
        for quoted, bare in _WORD.findall(code[:6000])
    ]


def _hyperlink(code: str) -> str:
    """Read ``HYPERLINK "https://…" \\l "place" \\o "tip"``."""
    address, place = "", ""
    words = iter(_words(code)[1:])
    for word in words:
        if word.lower() == "\\l":
            place = next(words, "")
        elif word.lower() in {"\\o", "\\t"}:
            next(words, None)
        elif not word.startswith("\\") and not address:
            address = word
    return f"{address}#{place}" if place else address


def _reference(code: str) -> str:
    """Read ``REF _Ref123 \\h``: a cross-reference that can be followed."""
    words = _words(code)
    if len(words) > 2 and words[0].upper() == "REF" and "\\h" in words[2:]:
        return f"#{words[1]}"
    return ""
