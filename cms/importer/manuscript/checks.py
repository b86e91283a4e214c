"""What does not add up in a manuscript: numbering, repeated sections, contents against text."""

from __future__ import annotations

from .contents import Contents, ContentsEntry
from .section_words import part_kind
from .sections import Section
from .warning_log import WarningLog
from .wording import folded, similarity

_SAME_TITLE = 0.97
_ALIKE = 0.55
_OFTEN_UNLISTED = frozenset({"introduction", "faq", "sources", "notes", "external", "internal"})


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
                f"(line {first_at[number].line}). Both are kept, in the order of the text; "
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
                f"the heading “{chapter.title}” was used before, in line {first_at[title].line}. "
                "Both sections are kept; join them or give one another title.",
                line=chapter.line,
            )
        elif title:
            first_at[title] = chapter


def check_contents(contents: Contents, sections: list[Section], log: WarningLog) -> None:
    """Compare the contents list with the sections that follow it."""
    if not contents.entries:
        return
    left = [section for section in sections if section.title]
    matched: list[tuple[ContentsEntry, Section]] = []
    unmatched: list[ContentsEntry] = []
    for entry in contents.entries:
        section = _same_title(entry, left)
        if section is None:
            unmatched.append(entry)
        else:
            left.remove(section)
            matched.append((entry, section))
    for entry in unmatched:
        section = _same_place(entry, left)
        if section is not None:
            left.remove(section)
        _warn_of_entry(entry, section, log)
    for entry, section in matched:
        if entry.number and section.number and entry.number != section.number:
            log.add(
                "toc_title_differs",
                f"the contents list has “{entry.title}” as chapter {entry.number}, the text has "
                f"it as chapter {section.number} (line {section.line}). Correct one of them.",
                line=entry.line,
            )
    for section in left:
        if section.kind not in _OFTEN_UNLISTED and section.kind != "conclusion":
            log.add(
                "section_missing_from_toc",
                f"{section.label} is not in the contents list. It is kept; add it to the list, or "
                "make it a sub-heading if it belongs to the chapter before.",
                line=section.line,
            )


def _same_title(entry: ContentsEntry, sections: list[Section]) -> Section | None:
    title = folded(entry.title)
    kind = part_kind(entry.title)
    alike = [
        section for section in sections
        if similarity(title, folded(section.title)) >= _SAME_TITLE
        or (kind is not None and entry.number is None and section.kind == kind)
    ]  # fmt: skip
    return next((s for s in alike if s.number == entry.number), alike[0] if alike else None)


def _same_place(entry: ContentsEntry, sections: list[Section]) -> Section | None:
    """The section with the entry's number; without numbers, one whose title is much like it."""
    if entry.number is not None:
        return next((section for section in sections if section.number == entry.number), None)
    title = folded(entry.title)
    return next((s for s in sections if similarity(title, folded(s.title)) >= _ALIKE), None)


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
            f"the contents list has “{entry.title}”, the text “{section.title}” (line "
            f"{section.line}). The text's title is used; make them the same.",
            line=entry.line,
        )
