"""What does not add up in a manuscript: numbering, repeated sections, contents against text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cms.importer.manuscript.warning_log import WarningLog
from cms.importer.manuscript.wording import folded, similarity

from .contents import Contents, ContentsEntry
from .section_words import part_kind
from .sections import Section

_ALIKE = 0.55
_MOST_COMPARED = 100


def check_numbers(chapters: list[Section], log: WarningLog) -> None:
    """Warn of chapters whose numbers jump, repeat or go back."""
    first_at: dict[int, Section] = {}
    highest = 0
    for chapter in chapters:
        number = chapter.number
        if number is None:
            continue
        if number in first_at:
            log.add(
                "duplicate_number",
                f"{chapter.label} has the number of {first_at[number].label} "
                f"({log.place(first_at[number].line)}). Both are kept, in the order of the text; "
                "correct one of the numbers.",
                line=chapter.line,
            )
            continue
        if number < highest:
            log.add(
                "out_of_order",
                f"{chapter.label} comes after chapter {highest}. Chapters are kept in the order "
                "of the text; move it or correct its number.",
                line=chapter.line,
            )
        first_at[number] = chapter
        highest = max(highest, number)
    for number in _missing(set(first_at)):
        after = first_at[min(known for known in first_at if known > number)]
        log.add(
            "numbering_gap",
            f"there is no chapter {number}; the numbers jump to {after.label}. Add the missing "
            "chapter or correct the numbers.",
            line=after.line,
        )


def _missing(numbers: set[int]) -> list[int]:
    return [number for number in range(1, max(numbers, default=0)) if number not in numbers]


def check_repeats(chapters: list[Section], log: WarningLog) -> None:
    first_at: dict[str, Section] = {}
    for chapter in chapters:
        title = folded(chapter.title)
        if title in first_at:
            log.add(
                "duplicate_section",
                f"the heading “{chapter.title}” was used before, in "
                f"{log.place(first_at[title].line)}. "
                "Both sections are kept; join them or give one another title.",
                line=chapter.line,
            )
        elif title:
            first_at[title] = chapter


def check_contents(contents: Contents, sections: list[Section], log: WarningLog) -> None:
    """Compare the contents list with the sections that follow it."""
    if not contents.entries:
        return
    left = _Sections(sections)
    unmatched: list[ContentsEntry] = []
    for entry in contents.entries:
        section = left.take_titled(entry)
        if section is None:
            unmatched.append(entry)
        elif entry.number and section.number and entry.number != section.number:
            log.add(
                "toc_title_differs",
                f"the contents list has “{entry.title}” as chapter {entry.number}, the text has "
                f"it as chapter {section.number} ({log.place(section.line)}). Correct one of them.",
                line=entry.line,
            )
    for entry in unmatched:
        _warn_of_entry(entry, left.take_alike(entry), log)
    for entry in contents.sub_entries:
        _warn_of_entry(entry, None, log)
    for section in left:
        if section.kind in {None, "appendix"}:
            log.add(
                "section_missing_from_toc",
                f"{section.label} is not in the contents list. It is kept; add it to the list, or "
                "make it a sub-heading if it belongs to the chapter before.",
                line=section.line,
            )


class _Sections:
    """The sections no entry has claimed yet."""

    def __init__(self, sections: list[Section]) -> None:
        self._left = {id(section): section for section in sections if section.title}
        self._titled: dict[str, list[Section]] = {}
        self._of_kind: dict[str | None, list[Section]] = {}
        self._numbered: dict[int | None, list[Section]] = {}
        for section in self:
            self._titled.setdefault(folded(section.title), []).append(section)
            self._of_kind.setdefault(section.kind, []).append(section)
            self._numbered.setdefault(section.number, []).append(section)

    def __iter__(self) -> Iterator[Section]:
        return iter(list(self._left.values()))

    def take_titled(self, entry: ContentsEntry) -> Section | None:
        """The section with the entry's title, or of its kind ("Conclusion: the river")."""
        kind = part_kind(entry.title) if entry.number is None else None
        found = self._titled.get(folded(entry.title)) or (self._of_kind.get(kind) if kind else None)
        return self._take(found or [], entry.number)

    def take_alike(self, entry: ContentsEntry) -> Section | None:
        """The section with the entry's number; without numbers, one with a title much like it."""
        if entry.number is not None:
            return self._take(self._numbered.get(entry.number, []), entry.number)
        title = folded(entry.title)
        near = islice(self, _MOST_COMPARED)
        alike = [one for one in near if similarity(title, folded(one.title)) >= _ALIKE]
        return self._take(alike, None)

    def _take(self, found: list[Section], number: int | None) -> Section | None:
        free = [section for section in islice(found, _MOST_COMPARED) if id(section) in self._left]
        section = next((one for one in free if one.number == number), free[0] if free else None)
        if section is not None:
            del self._left[id(section)]
        return section


def _warn_of_entry(entry: ContentsEntry, section: Section | None, log: WarningLog) -> None:
    if section is None:
        numbered = f"chapter {entry.number}, " if entry.number else ""
        log.add(
            "toc_entry_without_section",
            f"the contents list names {numbered}“{entry.title}”, but no section has that heading. "
            "Add the section, or take it out of the list.",
            line=entry.line,
        )
    else:
        log.add(
            "toc_title_differs",
            f"the contents list has “{entry.title}”, the text “{section.title}” ("
            f"{log.place(section.line)}). The text's title is used; make them the same.",
            line=entry.line,
        )
