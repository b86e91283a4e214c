"""What each section is, once all are known: one introduction, one conclusion, no empty part."""

from __future__ import annotations

from cms.importer.manuscript.elements import Element
from cms.importer.manuscript.warning_log import WarningLog

from .questions import read_questions
from .sections import Parts, Section

_INTRODUCTION_TITLES = {"ru": "Введение", "fa": "مقدمه", "prs": "مقدمه"}
_UNTITLED = {"ru": "Без названия", "fa": "بی‌عنوان", "prs": "بی‌عنوان"}
_ONLY_ONE = frozenset({"introduction", "conclusion"})


def settle_kinds(
    parts: Parts, before: list[Element], language: str, log: WarningLog
) -> list[Section]:
    """Return the sections with kinds that hold together; ``before`` opens the introduction."""
    sections = [section for section in parts.sections if section.kind != "contents"]
    for section in parts.sections:
        if section.kind == "contents":  # a heading "Contents" with prose under it
            before = [*before, *section.elements]
    _allow_only_one(sections, log)
    for section in sections:
        if section.kind == "faq" and section.elements and not read_questions(section.elements)[1]:
            section.kind = None
    primary = language.split("-")[0].lower()
    if before and not sections:
        log.add(
            "no_headings",
            "The manuscript has no headings, so all of it is one chapter. Give each chapter a "
            "heading, such as “1. The first columns leave”, and import it again, or split the "
            "chapter afterwards.",
        )
        title = parts.title or _UNTITLED.get(primary, "Untitled")
        return [Section(None, title, None, parts.title_line or 1, 1, before)]
    if before:
        introduction = next((s for s in sections if s.kind == "introduction"), None)
        if introduction is None:
            title = _INTRODUCTION_TITLES.get(primary, "Introduction")
            introduction = Section("introduction", title, None, parts.title_line or 1, 2)
            sections.insert(0, introduction)
        introduction.elements[:0] = before
    return sections


def _allow_only_one(sections: list[Section], log: WarningLog) -> None:
    first_of: dict[str, Section] = {}
    for section in sections:
        if section.kind not in _ONLY_ONE:
            continue
        if section.kind in first_of:
            log.add(
                "duplicate_section",
                f"“{section.title}” is a second {section.kind}; the first is in "
                f"{log.place(first_of[section.kind].line)}. It is kept as a chapter without a "
                "number; join the two or give it another title.",
                line=section.line,
            )
            section.kind = None
        else:
            first_of[section.kind] = section
