"""Words and their mark-up as inline Markdown of an exported manuscript."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from .html_tree import Element

MARKER = re.compile(r"\[([0-9]{1,3})\]")
_ALWAYS_ESCAPED = re.compile(r"[\\*<\[\]]|&(?=[#A-Za-z])|_")
_LINE_START = re.compile(
    r"(?m)^(?:(#{1,6}(?= |$)|>|[-+](?= |$)|:::)|([0-9]{1,9})([.)])(?= |$))",
)
_SIGNS = {"b": "**", "i": "*"}
_PLAIN_ADDRESS = re.compile(r"[^\s<>()\\&\x00-\x20\"]+")
_EDGE_OF_LINE = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
_UNICODE_SPACE = re.compile(r"^\s+|\s+$")


def plain_inline(words: str) -> str:
    """Return plain words as one line of Markdown that reads back as the same words."""
    return _whole(_escaped(words.replace("\n", " ")))


class InlineWriter:
    """Writes the contents of one paragraph.

    Args:
        labels: of the notes of this text; the marker ``[2]`` cites the second.
        with_signs: False to write ``<b>`` for ``**``, where signs would touch the letters.
    """

    def __init__(self, labels: Sequence[str], *, with_signs: bool = True) -> None:
        self._labels, self._with_signs = labels, with_signs

    def write(self, children: Sequence[Element | str], *, in_one_line: bool = False) -> str:
        text = self._run(children)
        if in_one_line:
            text = text.replace("\n", "&#10;")
        return _whole(text)

    def _run(self, children: Sequence[Element | str]) -> str:
        parts = [self._part(child) for child in children]
        text = ""
        for place, (child, part) in enumerate(zip(children, parts, strict=True)):
            following = parts[place + 1] if parts[place + 1 :] else ""
            if isinstance(child, Element) and child.tag in _SIGNS:
                part = self._emphasised(child.tag, part, text[-1:], following[:1])
            if isinstance(child, Element) and child.tag == "a" and text.endswith("!"):
                text = text[:-1] + "\\!"
            text += part
        return text

    def _part(self, child: Element | str) -> str:
        if isinstance(child, str):
            return self._words(child)
        if child.tag == "br":
            return "<br>"
        inner = self._run(child.children)
        if child.tag == "a":
            return f"[{inner}]({_address(child.attribute)})"
        if child.tag in _SIGNS:
            return inner
        return f"<{child.tag}>{inner}</{child.tag}>"

    def _words(self, words: str) -> str:
        """Escape words, and turn each marker that has a note into its citation."""
        text, start = "", 0
        for match in MARKER.finditer(words):
            if not 1 <= int(match[1]) <= len(self._labels):
                continue
            text += _escaped(words[start : match.start()])
            text += f"[^{self._labels[int(match[1]) - 1]}]"
            start = match.end()
            if words[start : start + 1] == ":":
                text, start = text + "\\:", start + 1
        return text + _escaped(words[start:])

    def _emphasised(self, tag: str, inner: str, before: str, after: str) -> str:
        if self._with_signs and _may_touch(inner, before, after):
            sign = _SIGNS[tag]
            return f"{sign}{inner}{sign}"
        return f"<{tag}>{inner}</{tag}>"


def _may_touch(inner: str, before: str, after: str) -> bool:
    """Whether signs of emphasis round ``inner`` would be read as such."""
    edges = (inner[0], inner[-1]) if inner else (" ", " ")
    if any(edge.isspace() or edge in "*_" for edge in edges):
        return False
    outside = all(_is_open(letter) for letter in (before, after))
    return outside and inner.count("**") == 0


def _is_open(letter: str) -> bool:
    if not letter or letter.isspace():
        return True
    return letter not in "*_\\" and unicodedata.category(letter).startswith("P")


def _escaped(words: str) -> str:
    return _ALWAYS_ESCAPED.sub(lambda match: _escape_one(match, words), words)


def _escape_one(match: re.Match[str], words: str) -> str:
    sign, at = match[0], match.start()
    around = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
    if sign == "_" and all(letter.isalnum() for letter in around):
        return sign  # as in snake_case, which is no emphasis
    return f"\\{sign}"


def _whole(text: str) -> str:
    """Keep the beginnings of lines from being read as lists and headings, and spaces at edges."""
    text = text.replace("\t", "&#9;")
    text = _EDGE_OF_LINE.sub(lambda match: _as_entities(match[0]), text)
    text = _UNICODE_SPACE.sub(lambda match: _as_entities(match[0]), text)
    return _LINE_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _as_entities(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)


def _address(href: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(href):
        return href
    escaped = re.sub(r"[\\<>]", r"\\\g<0>", href).replace("&", "&amp;")
    return f"<{escaped}>"
