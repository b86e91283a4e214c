"""Sections put in their places in the outline: introduction, chapters, conclusion, the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from cms.importer.manuscript.elements import Directive, Picture
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.outline import (
    ChapterOutline,
    ExternalLink,
    FaqOutline,
    InternalLink,
    Outline,
    OutlineImage,
    SectionKind,
)
from cms.importer.manuscript.structure.checks import check_contents, check_numbers, check_repeats
from cms.importer.manuscript.structure.contents import Contents
from cms.importer.manuscript.structure.front import read_front
from cms.importer.manuscript.structure.links import chapter_targets, read_links
from cms.importer.manuscript.structure.note_lists import (
    define_listed_notes,
    note_scopes,
    with_unheaded_notes,
)
from cms.importer.manuscript.structure.questions import read_questions
from cms.importer.manuscript.structure.section_kinds import settle_kinds
from cms.importer.manuscript.structure.sections import Parts, Section
from cms.importer.manuscript.warning_log import WarningLog

from .answers import compose_answers
from .composition import Composer, Composition
from .slugs import Slugs

_STORY = frozenset({None, "introduction", "conclusion", "appendix"})
_FIXED_SLUGS = frozenset({"introduction", "conclusion", "sources"})


class Assembly:
    """Puts one manuscript's sections together; used once."""

    def __init__(self, parts: Parts, contents: Contents, notes: NoteBook, log: WarningLog) -> None:
        self._parts = parts
        self._contents = contents
        self._notes = notes
        self._log = log
        self._composer = Composer(notes, log)
        self._slugs = Slugs()
        self._scope_of: dict[int, int] = {}
        self._images: list[OutlineImage] = []
        self._media: list[tuple[str, str]] = []

    def outline(self, *, language: str, direction: str, subtitle: str) -> Outline:
        wants_subtitle = bool(self._parts.title) and not subtitle
        front = read_front(self._parts.before, has_title=wants_subtitle)
        sections = settle_kinds(self._parts, front.rest, language, self._log)
        sections = with_unheaded_notes(sections)
        _move_pictures_out_of_links(sections)
        self._check(sections)
        self._define_notes(sections)
        story = [self._chapter(section) for section in sections if section.kind in _STORY]
        chapters = tuple(part for part in story if part.kind in {"chapter", "appendix"})
        faqs, faq_introduction = self._answers(sections)
        sources = self._sources(sections)
        external, internal = _links(sections, chapters)
        outline = Outline(
            title=self._parts.title,
            subtitle=subtitle or front.subtitle,
            standfirst=front.standfirst,
            language=language,
            direction=direction,
            introduction=next((part for part in story if part.kind == "introduction"), None),
            chapters=chapters,
            conclusion=next((part for part in story if part.kind == "conclusion"), None),
            sources=sources,
            faqs=faqs,
            faq_introduction=faq_introduction,
            external_links=external,
            internal_links=internal,
            footnotes=self._notes.footnotes(),
            images=tuple(self._images),
            media_files=tuple(self._media),
        )
        if not outline.has_content:
            self._log.add(
                "empty_document",
                "The manuscript has no text to make chapters of. Check that the right file was "
                "chosen and that it was saved with its text.",
            )
        return replace(outline, warnings=self._log.warnings())

    def _define_notes(self, sections: list[Section]) -> None:
        """Notes first: one that a source has the number of would be shown nowhere."""
        for section, scope in zip(sections, note_scopes(sections), strict=True):
            self._scope_of[id(section)] = scope
            if section.kind == "notes":
                define_listed_notes(section, self._notes, scope=scope)
        has_notes = any(section.kind == "notes" for section in sections)
        for section in sections:
            if section.kind == "sources":
                define_listed_notes(section, self._notes, cites_numbers=not has_notes)

    def _check(self, sections: list[Section]) -> None:
        chapters = [section for section in sections if section.kind in {None, "appendix"}]
        check_numbers(chapters, self._log)
        check_repeats(chapters, self._log)
        check_contents(self._contents, sections, self._log)

    def _chapter(self, section: Section) -> ChapterOutline:
        kind: SectionKind = section.kind or "chapter"  # type: ignore[assignment]
        place = section.title
        self._notes.enter(self._scope_of[id(section)])
        made = self._composer.compose(section.elements, place=place, level=section.level)
        self._keep_media(made, place)
        if kind in _FIXED_SLUGS:
            slug = kind
        else:
            slug = self._slugs.make(
                section.title, fallback=f"chapter-{section.number or section.line}"
            )
        return ChapterOutline(
            section.title, slug, made.html, section.number, kind, made.standfirst, section.line,
            tuple(made.blocks), made.facts,
        )  # fmt: skip

    def _answers(self, sections: list[Section]) -> tuple[tuple[FaqOutline, ...], str]:
        faqs: list[FaqOutline] = []
        introductions: list[str] = []
        for section in sections:
            if section.kind != "faq":
                continue
            self._notes.enter(self._scope_of[id(section)])
            before, questions = read_questions(section.elements)
            place = section.title or "FAQs"
            opening = self._composer.compose(
                before, place=place, level=section.level, has_standfirst=False
            )
            self._keep_media(opening, place)
            introductions.append(opening.html)
            for faq, made in compose_answers(
                questions, self._composer, level=section.level, log=self._log
            ):
                self._keep_media(made, faq.question)
                faqs.append(faq)
        return tuple(faqs), "\n".join(filter(None, introductions))

    def _sources(self, sections: list[Section]) -> ChapterOutline | None:
        """All lists of sources, and what is left of lists of notes, as one section."""
        found = [section for section in sections if section.kind in {"sources", "notes"}]
        found = [section for section in found if section.elements]
        if not found:
            return None
        first = next((section for section in found if section.kind == "sources"), found[0])
        elements = list(chain.from_iterable(section.elements for section in found))
        made = self._composer.compose(
            elements, place=first.title, level=first.level, has_standfirst=False
        )
        self._keep_media(made, first.title)
        return ChapterOutline(
            first.title, "sources", made.html, None, "sources", "", first.line, tuple(made.blocks)
        )

    def _keep_media(self, made: Composition, place: str) -> None:
        self._images += [
            OutlineImage(picture.src, picture.alt, picture.caption, place)
            for picture in made.pictures
        ]
        self._media += [(path, place) for path in made.media]


def _links(
    sections: list[Section], chapters: Iterable[ChapterOutline]
) -> tuple[tuple[ExternalLink, ...], tuple[InternalLink, ...]]:
    targets = chapter_targets(chapters)
    external: list[ExternalLink] = []
    internal: list[InternalLink] = []
    for section in sections:
        if section.kind in {"external", "internal"}:
            outward, inward = read_links(
                section.elements, targets, inside=section.kind == "internal"
            )
            external += outward
            internal += inward
    return tuple(external), tuple(internal)


def _move_pictures_out_of_links(sections: list[Section]) -> None:
    """A list of links can't show a picture or block; it goes to the part of the story before."""
    story: Section | None = None
    for section in sections:
        if section.kind in _STORY:
            story = section
        elif section.kind in {"external", "internal"} and story is not None:
            moved = [part for part in section.elements if isinstance(part, Picture | Directive)]
            story.elements += moved
            section.elements = [part for part in section.elements if part not in moved]
