"""The contents list of a manuscript: found, read and taken out before chapters are looked for."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from cms.importer.manuscript.wording import ascii_digits, folded

from .contents_extent import settle_extent
from .contents_list import Contents, ContentsEntry, plain_line
from .heading_numbers import is_sub_numbered, read_numbered_title
from .section_words import part_kind

_BULLET = re.compile(r"\s{0,12}(?:[-*+•–]\s{1,4})?(?=\S)")
_BULLETED = re.compile(r"\s{0,12}[-*+•–]\s")
_LEADER = re.compile(r"(?:\s*(?:\.\s?){3,}|\s*…+|\t+|\s{3,})\s*[\d۰-۹ivxlc]{0,5}\s*$")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_BLOCK = re.compile(r"\s{0,3}(?::::|!\[|>|\||```)")
_PAGE = re.compile(r"(?:\.\s?|…|\t|\s{3})\s*[\d۰-۹ivxlc]{1,5}\s*$")
_LAST_NUMBER = re.compile(r"(\S.{0,200}?)[ \xa0,]{1,2}([0-9۰-۹٠-٩]{1,3})\Z")
_SUB_ENTRY_INDENT = 2
_MOST_TRIES = 20
_LONGEST_ENTRY = 200
# After so many entries, all with a page's number, a line without one is no entry.
_ENTRIES_WITH_PAGES = 2
_LONGEST_UNNUMBERED_ENTRY = 110


def find_contents(lines: list[str]) -> Contents:
    """Return the contents list, empty if the manuscript has none."""
    tries = 0
    for index, raw in enumerate(lines):
        if len(raw) <= _LONGEST_ENTRY and _heads_contents(raw):
            tries += 1
            contents = _read_entries(lines, index)
            contents = replace(contents, entries=_without_pages(contents.entries))
            contents = settle_extent(contents, lines)
            if contents.entries or tries >= _MOST_TRIES:
                return contents
    return Contents()


def without_contents(lines: list[str], contents: Contents) -> list[str]:
    """The same lines with the contents list blank, so that every other line keeps its number."""
    blank = [""] * (contents.end_line - contents.first_line)
    return [*lines[: contents.first_line], *blank, *lines[contents.end_line :]]


def _without_pages(entries: tuple[ContentsEntry, ...]) -> tuple[ContentsEntry, ...]:
    """Take off the last numbers if every entry ends in one and they go up, as pages do."""
    found = [_LAST_NUMBER.fullmatch(entry.title) for entry in entries]
    pages = [int(ascii_digits(match.group(2))) for match in found if match]
    if len(pages) < max(2, len(entries)) or any(a > b for a, b in pairwise(pages)):
        return entries
    return tuple(
        replace(entry, title=match.group(1))
        for entry, match in zip(entries, found, strict=True)
        if match
    )


def _heads_contents(raw: str) -> bool:
    heading = _HEADING.match(raw)
    title = plain_line(heading.group(2) if heading else raw)
    numbered = read_numbered_title(title)
    if part_kind(numbered.title if numbered else title) != "contents":
        return False
    # "Chapters" and "Contents" also stand in prose; a line of their own begins with a capital.
    return heading is not None or not title[:1].islower()


def _read_entries(lines: list[str], heading_index: int) -> Contents:
    found: list[ContentsEntry] = []
    subs: list[ContentsEntry] = []
    seen: set[tuple[int | None, str]] = set()
    numbered, paged, indent = False, 0, _LONGEST_ENTRY
    index = heading_index + 1
    if index < len(lines) and lines[index].strip() and _UNDERLINE.match(lines[index]):
        index += 1
    end = index
    while index < len(lines):
        raw = lines[index]
        if raw.strip() and not _UNDERLINE.match(raw):
            entry = _read_entry(raw, index + 1)
            if entry is None or (numbered and _begins_prose(entry, lines)):
                break
            goes_on = bool(found) and entry.number == (found[-1].number or 0) + 1
            ends = len(found) == paged >= _ENTRIES_WITH_PAGES and not _PAGE.search(raw)
            if ends and not goes_on and not _is_sub_entry(raw, indent):
                return Contents(tuple(found), heading_index, end, tuple(subs))
            numbered |= entry.number is not None
            key = (entry.number, folded(entry.title))
            if key in seen:
                return Contents(tuple(found), heading_index, index, tuple(subs))
            seen |= {key, (entry.number, folded(_LAST_NUMBER.sub(r"\1", entry.title)))}
            indent = min(indent, _indent_of(raw))
            if _is_sub_entry(raw, indent):
                subs.append(entry)
            else:
                found.append(entry)
                paged += _PAGE.search(raw) is not None
            end = index + 1
        index += 1
    if index < len(lines) and not _HEADING.match(lines[index]):
        end = _leave_prose(found, lines, index, end)
    return Contents(tuple(found), heading_index, end, tuple(subs))


def _indent_of(raw: str) -> int:
    raw = raw.expandtabs(4)
    return len(raw) - len(raw.lstrip())


def _is_sub_entry(raw: str, indent: int) -> bool:
    """Whether an entry names a sub-heading: numbered 1.1, or set in under the entry above."""
    if is_sub_numbered(_BULLET.sub("", plain_line(raw), count=1)):
        return True
    return _indent_of(raw) >= indent + _SUB_ENTRY_INDENT


def _leave_prose(found: list[ContentsEntry], lines: list[str], index: int, end: int) -> int:
    """Take back the entries that belong to the prose at ``index``; return where the list ends."""
    paragraph = _paragraph_start(index, lines)
    while found and found[-1].line > paragraph and _may_be_prose(found[-1]):
        end = found.pop().line - 1
    if _heads_what_follows(found, lines):
        end = found.pop().line - 1
    return end


def _read_entry(raw: str, line: int) -> ContentsEntry | None:
    """Read one line as an entry; None when it is a heading, a block or prose."""
    if len(raw) > _LONGEST_ENTRY or _HEADING.match(raw) or _BLOCK.match(raw):
        return None
    bulleted = _BULLETED.match(raw) is not None
    text = _LEADER.sub("", plain_line(_BULLET.sub("", raw, count=1)))
    numbered = read_numbered_title(text)
    if numbered:
        return ContentsEntry(numbered.title or text, numbered.number, line)
    if not bulleted and (len(text) > _LONGEST_UNNUMBERED_ENTRY or text.endswith((".", ";", ","))):
        return None
    return ContentsEntry(text, None, line)


def _begins_prose(entry: ContentsEntry, lines: list[str]) -> bool:
    """Whether a short line apart from a numbered list is text rather than one more entry."""
    apart = not lines[entry.line - 2].strip()
    return apart and _may_be_prose(entry) and not _BULLETED.match(lines[entry.line - 1])


def _may_be_prose(entry: ContentsEntry) -> bool:
    return entry.number is None and part_kind(entry.title) is None


def _paragraph_start(index: int, lines: list[str]) -> int:
    """The first (0-based) of the lines without a blank between them that lead up to ``index``."""
    while index > 0 and lines[index - 1].strip():
        index -= 1
    return index


def _heads_what_follows(found: list[ContentsEntry], lines: list[str]) -> bool:
    """Whether the last line taken for an entry is really the heading of the prose after it."""
    if len(found) < 2:
        return False
    last = found[-1]
    stands_alone = last.line >= 2 and not lines[last.line - 2].strip()
    if not stands_alone:
        return False
    if last.number is not None:
        return last.number == 1
    return part_kind(last.title) == "introduction"
