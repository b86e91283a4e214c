"""From the text of an exported manuscript to its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from cms.importer.manuscript.blocks import Note, TextBlock
from cms.importer.manuscript.composing.slugs import Slugs
from cms.importer.manuscript.media_paths import media_path
from cms.importer.manuscript.page_cards import (
    ExportedLink,
    ExportedPage,
    ExportedQuestion,
    PageCard,
    PageKind,
)
from cms.importer.manuscript.structure.section_words import part_kind
from cms.importer.manuscript.warning_log import WarningLog

from .blocks import PageBlocks
from .fields import Fields, says_yes, value_of
from .notes import read_exported_note
from .pieces import BlockLines, HeadingLine, NoteLine, Piece, Prose, pieces_of
from .prose import inline_text

_NUMBERED = re.compile(r"([0-9]{1,4})\\?\. (.*)$")
_KINDS = frozenset(get_args(PageKind))
_PARTS = {
    "introduction": "introduction", "conclusion": "conclusion", "faq": "questions",
    "sources": "sources", "external": "further-reading", "internal": "further-reading",
}  # fmt: skip


def read_pages(text: str, log: WarningLog) -> tuple[ExportedPage, ...]:
    """Return the pages in order, the exhibit itself first.

    A page that a curator wrote in between, without a ``::: page`` block, is known by its heading.
    """
    pieces = list(pieces_of(text))
    notes = {
        piece.label: read_exported_note(piece.label, piece.text)
        for piece in pieces
        if isinstance(piece, NoteLine)
    }
    sections: list[tuple[HeadingLine, list[Piece]]] = [(HeadingLine(1, "", "", 1), [])]
    for piece in pieces:
        match piece:
            case NoteLine():
                continue
            case HeadingLine(level=1) if len(sections) == 1 and not sections[0][0].text:
                sections[0] = (piece, sections[0][1])
            case HeadingLine(level=1 | 2):
                sections.append((piece, []))
            case _:
                sections[-1][1].append(piece)
    reader = _PageReader(notes, log)
    pages = [reader.read(heading, inner) for heading, inner in sections]
    return tuple(_with_opening_prose(pages))


def _with_opening_prose(pages: list[ExportedPage]) -> list[ExportedPage]:
    """Words under the title belong to no page of their own, so they become an introduction."""
    first, *others = pages
    if not first.blocks:
        return pages
    card = PageCard("introduction", "introduction")
    introduction = ExportedPage("Introduction", card, None, first.blocks, first.facts)
    return [replace(first, blocks=()), introduction, *others]


class _PageReader:
    def __init__(self, notes: Mapping[str, Note], log: WarningLog) -> None:
        self._notes, self._log = notes, log
        self._slugs = Slugs()

    def read(self, heading: HeadingLine, pieces: list[Piece]) -> ExportedPage:
        card_lines = [
            piece for piece in pieces if isinstance(piece, BlockLines) and piece.name == "page"
        ]
        fields = card_lines[0].fields if card_lines else ()
        pieces = [piece for piece in pieces if piece not in card_lines[:1]]
        numbered = _NUMBERED.match(heading.text)
        kind = self._kind(heading, fields, is_numbered=bool(numbered))
        is_numbered = kind == "numbered" and numbered is not None
        title = inline_text(numbered[2] if is_numbered and numbered else heading.text)
        slug = value_of(fields, "slug")
        if not slug and kind != "exhibit":
            slug = self._slugs.make(title, fallback=f"page-{heading.line}")
        page = ExportedPage(
            title,
            _card(kind, slug, fields),
            int(numbered[1]) if is_numbered and numbered else None,
            line=heading.line,
        )
        return self._filled(page, pieces)

    def _kind(self, heading: HeadingLine, fields: Fields, *, is_numbered: bool) -> PageKind:
        if heading.level == 1 and (not fields or value_of(fields, "kind") in {"", "exhibit"}):
            return "exhibit"
        kind = value_of(fields, "kind")
        if kind in _KINDS and kind != "exhibit":
            return kind
        if kind:
            self._log.add(
                "block_not_understood",
                f"“{kind}” is no kind of page. A page can be: {', '.join(sorted(_KINDS))}.",
                line=heading.line,
            )
        part = None if is_numbered else part_kind(inline_text(heading.text))
        return _PARTS.get(part or "", "numbered")

    def _filled(self, page: ExportedPage, pieces: list[Piece]) -> ExportedPage:
        if page.card.kind == "questions":
            return replace(page, questions=tuple(self._questions(pieces)))
        if page.card.kind == "further-reading":
            links = [
                piece for piece in pieces if isinstance(piece, BlockLines) and piece.name == "link"
            ]
            pieces = [piece for piece in pieces if piece not in links]
            page = replace(page, links=tuple(map(_link, links)))
        blocks = PageBlocks(self._notes, self._log)
        for piece in pieces:
            blocks.add(piece)
        return replace(page, blocks=blocks.finish(), facts=blocks.facts)

    def _questions(self, pieces: list[Piece]) -> list[ExportedQuestion]:
        found: list[tuple[str, list[Piece]]] = []
        for piece in pieces:
            if isinstance(piece, HeadingLine):
                found.append((inline_text(piece.text), []))
            elif found:
                found[-1][1].append(piece)
            elif isinstance(piece, Prose):
                self._log.add(
                    "block_not_understood",
                    "words stand before the first question, where they have no place. Put them "
                    "into the line “standfirst:” of the page, or under a question.",
                    line=piece.line,
                )
                found.append(("", [piece]))
        return [self._question(asked, answer) for asked, answer in found]

    def _question(self, asked: str, pieces: list[Piece]) -> ExportedQuestion:
        fields: Fields = ()
        blocks = PageBlocks(self._notes, self._log, top=4)
        for piece in pieces:
            if isinstance(piece, BlockLines) and piece.name == "question":
                fields = piece.fields
            else:
                blocks.add(piece)
        texts = [block for block in blocks.finish() if isinstance(block, TextBlock)]
        answer = texts[0] if len(texts) == 1 else TextBlock("\n".join(each.html for each in texts))
        return ExportedQuestion(asked, answer, value_of(fields, "chapter"), value_of(fields, "id"))


def _card(kind: PageKind, slug: str, fields: Fields) -> PageCard:
    def said(key: str) -> str:
        return value_of(fields, key)

    return PageCard(
        kind=kind,
        slug=slug,
        translates=said("translates"),
        subtitle=said("subtitle"),
        standfirst=said("standfirst"),
        picture=media_path(said("picture")) or "",
        alt=said("alt"),
        caption=said("caption"),
        seo_title=said("seo-title"),
        search_description=said("search-description"),
        in_menus=says_yes(fields, "in-menus"),
    )


def _link(piece: BlockLines) -> ExportedLink:
    said = dict(reversed(piece.fields))
    names = ("title", "url", "page", "view", "description", "kind")
    return ExportedLink(**{name: said.get(name, "") for name in names})
