"""Where a contents list ends, told by the text after it: what the text has no trace of is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cms.importer.manuscript.wording import folded

from .contents_list import Contents, ContentsEntry, plain_line
from .heading_numbers import read_numbered_title
from .section_words import part_kind

_LONGEST_LINE = 220
_HASHES = re.compile(r"[#>\s]{0,12}(?=\S)")
_SUB_NUMBER = re.compile(r"[0-9۰-۹٠-٩]{1,3}(?:\.[0-9۰-۹٠-٩]{1,3}){1,5}\.?\)?\s+(?=\S)")


class _Rest:
    """The lines after a contents list, each as a title and a number it might be."""

    def __init__(self, lines: list[str]) -> None:
        self._titles: set[str] = set()
        self._numbers: set[int] = set()
        self._kinds: set[str] = set()
        for raw in lines:
            if raw.strip() and len(raw) <= _LONGEST_LINE:
                self._add(plain_line(_HASHES.sub("", raw, count=1)).rstrip("#:. "))

    def _add(self, text: str) -> None:
        numbered = read_numbered_title(text)
        if numbered:
            self._numbers.add(numbered.number)
            self._titles.add(folded(numbered.title))
        self._titles |= {folded(text), folded(_SUB_NUMBER.sub("", text, count=1))}
        if kind := part_kind(text):
            self._kinds.add(kind)

    def has(self, entry: ContentsEntry) -> bool:
        return (
            folded(entry.title) in self._titles
            or folded(_SUB_NUMBER.sub("", entry.title, count=1)) in self._titles
            or (entry.number is not None and entry.number in self._numbers)
            or part_kind(entry.title) in self._kinds
        )


def settle_extent(contents: Contents, lines: list[str]) -> Contents:
    """Give back to the text what only looked like entries; all of it if none is found there.

    Of the entries of sub-headings only those are kept that the text has no trace of.
    """
    rest = _Rest(lines[contents.end_line :])
    found = {id(entry) for entry in contents.entries if rest.has(entry)}
    if not found:
        return Contents()
    entries, end = list(contents.entries), contents.end_line
    groups = list(_groups(entries, lines))
    while len(groups) > 1 and not any(
        entry.number is not None or id(entry) in found for entry in groups[-1]
    ):
        end = groups.pop()[0].line - 1
    kept = tuple(entry for group in groups for entry in group)
    lost = tuple(
        entry for entry in contents.sub_entries if entry.line <= end and not rest.has(entry)
    )
    return replace(contents, entries=kept, sub_entries=lost, end_line=end)


def _groups(entries: list[ContentsEntry], lines: list[str]) -> Iterator[list[ContentsEntry]]:
    """Entries with no blank line between them."""
    group: list[ContentsEntry] = []
    for entry in entries:
        apart = group and any(not line.strip() for line in lines[group[-1].line : entry.line - 1])
        if apart:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group
