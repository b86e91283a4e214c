"""HTML as a stream of words and tags, as browsers read it, whatever is wrong with it.

Written here rather than taken from the standard library because time must stay linear for any
input, and because a missing quote or bracket must cost a tag, not the page after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from cms.importer.manuscript.formats.plain.encoding import clean_characters

_NAME = re.compile(r"</?([A-Za-z][^\s/<>]*+)")
_ATTRIBUTE = re.compile(
    r"""[\s/=]*+([^\s/<>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s<>]*+)))?+"""
)
_UNQUOTED = re.compile(r"""["'][^\s<>]*+""")
_TAG_END = re.compile(r"[\s/=]*+>")
_BRACKETS = re.compile(r"(?:<(?![A-Za-z/!?])[^<]*+)++")
_DECLARATION = re.compile(r"<(?:[!?]|/(?![A-Za-z]))[^<>]*+(>?)")
# A quoted value with the tags of a page in it has lost its closing quote.
_PAGE_IN_VALUE = re.compile(r"</?(?:p|h[1-6]|div|li|td|tr|ul|ol|table)\b", re.IGNORECASE)
_HUGE_NUMBER = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{7,}+);?")
# What stands between these tags is code, or text without tags.
_UNREAD = frozenset({"script", "style", "title", "template", "svg", "iframe", "xmp", "textarea"})
_ENDING = {name: re.compile(rf"</{name}(?=[\s/>])[^<>]*+>?", re.IGNORECASE) for name in _UNREAD}
_OPENING = {name: re.compile(rf"<{name}(?=[\s/>])", re.IGNORECASE) for name in _UNREAD}
_DROPPED = frozenset({"<!DOCTYPE", "<!ENTITY", "<!ELEMENT"})
_LONGEST_TAG_NAME = 40


class Words(NamedTuple):
    text: str


class StartTag(NamedTuple):
    """``content`` is what stood in a script, style sheet, title and the like, as it was."""

    name: str
    attributes: dict[str, str]
    closed: bool = False
    content: str = ""


class EndTag(NamedTuple):
    name: str


Markup = Words | StartTag | EndTag


def read_markup(text: str) -> Iterator[Markup]:
    return _Scanner(text).read()


def words_of(source: str) -> str:
    """Return the words that html source stands for: references resolved, nothing unwanted."""
    if "&" not in source:
        return source
    return clean_characters(unescape(_HUGE_NUMBER.sub("\ufffd", source)))


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._endings: dict[str, re.Match[str] | None] = {}
        self._comments_end = True

    def read(self) -> Iterator[Markup]:
        text, position = self._text, 0
        while (start := text.find("<", position)) >= 0:
            if start > position:
                yield Words(words_of(text[position:start]))
            tag, position = self._read_at(start)
            if tag is not None:
                yield tag
        if position < len(text):
            yield Words(words_of(text[position:]))

    def _read_at(self, start: int) -> tuple[Markup | None, int]:
        """Read what begins with the bracket at ``start``; return it and where it ends."""
        name = _NAME.match(self._text, start)
        if name:
            return self._read_tag(name)
        if brackets := _BRACKETS.match(self._text, start):
            return Words(words_of(brackets.group())), brackets.end()
        if self._text.startswith("<!--", start):
            return None, self._comment_end(start)
        declaration = _DECLARATION.match(self._text, start)
        if declaration and (declaration.group(1) or declaration.group()[:9].upper() in _DROPPED):
            return None, declaration.end()
        if declaration:
            return Words(words_of(declaration.group())), declaration.end()
        return Words("<"), start + 1

    def _read_tag(self, name: re.Match[str]) -> tuple[Markup, int]:
        attributes: dict[str, str] = {}
        position = name.end()
        while not (end := _TAG_END.match(self._text, position)):
            attribute = _ATTRIBUTE.match(self._text, position)
            if attribute is None:  # another tag or the end of the text: this was no tag
                words = self._text[name.start() : position]
                return Words(words_of(words)), position
            value, position = self._value(attribute)
            attributes.setdefault(attribute.group(1).lower(), value)
        tag, position = name.group(1)[:_LONGEST_TAG_NAME].lower(), end.end()
        if name.group().startswith("</"):
            return EndTag(tag), position
        closed = "/" in end.group()
        if tag in _UNREAD and not closed:
            return self._read_content(tag, attributes, position)
        return StartTag(tag, attributes, closed), position

    def _value(self, attribute: re.Match[str]) -> tuple[str, int]:
        """Return an attribute's value, and where it ends."""
        place = next((group for group in (2, 3, 4) if attribute.group(group) is not None), 0)
        if not place:
            return "", attribute.end()
        value = attribute.group(place)
        if place == 4:
            return words_of(value.strip("\"'")), attribute.end()
        if _PAGE_IN_VALUE.search(value) and not value.startswith("data:"):
            opened = _UNQUOTED.match(self._text, attribute.start(place) - 1)
            if opened:
                return words_of(opened.group()[1:]), opened.end()
        return words_of(value), attribute.end()

    def _read_content(self, tag: str, attributes: dict[str, str], start: int) -> tuple[Markup, int]:
        ending = self._endings.get(tag)
        if tag not in self._endings or (ending and ending.start() < start):
            ending = self._endings[tag] = _ENDING[tag].search(self._text, start)
        if ending is None:
            return StartTag(tag, attributes), start
        if _OPENING[tag].search(self._text, start, ending.start()):
            return StartTag(tag, attributes), start  # never closed: the ending is another's
        content = self._text[start : ending.start()]
        return StartTag(tag, attributes, True, content), ending.end()

    def _comment_end(self, start: int) -> int:
        """Where a comment ends; one that never ends loses its opening alone."""
        end = self._text.find("-->", start + 2) if self._comments_end else -1
        if end < 0:
            self._comments_end = False
            return start + 4
        return end + 3
