"""The pieces of an outline: the smallest things that a curator can move about."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape, unescape
from types import MappingProxyType
from typing import Literal

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    FigureBlock,
    GalleryBlock,
    QuotationBlock,
    TableBlock,
    TextBlock,
    VideoBlock,
)
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.outline import ChapterOutline, FaqOutline, Outline

from .block_html import block_html
from .cutting import heading_level, top_level
from .markers import cut_apart, without_markers
from .plan import Part, PartKind, Plan

PieceKind = Literal[
    "opening",
    "lead",
    "standfirst",
    "heading",
    "text",
    "picture",
    "quotation",
    "table",
    "block",
    "pointer",
]
_KINDS = {FigureBlock: "picture", QuotationBlock: "quotation", TableBlock: "table"}
_PICTURE = re.compile(r'<img [^<>]*?src="([^"]+)"')
_MARKS = re.compile(r"<sup>\[[0-9]+\]</sup>")


@dataclass(frozen=True)
class Piece:
    """One piece. ``id`` is made from what it says, so that reading again gives it again.

    ``html`` shows it, its notes marked ``[1]``…; ``block`` is the same for the importer. The
    ``opening`` of a section or question shows nothing: it carries what belongs to the whole
    (number, facts, address) wherever its pieces go. A ``lead`` is the picture that a manuscript
    itself puts above the chapter, a ``pointer`` the "See chapter 4." that closes an answer.
    """

    id: str
    kind: PieceKind
    html: str = ""
    words: str = ""
    block: Block | None = None
    opening: ChapterOutline | FaqOutline | None = field(default=None, repr=False)

    @property
    def is_shown(self) -> bool:
        return self.kind != "opening"

    @property
    def src(self) -> str:
        """The path of its picture; empty for what is no picture."""
        return self.block.src if isinstance(self.block, FigureBlock) else ""

    @property
    def media(self) -> tuple[str, ...]:
        """The paths of all pictures and recordings in it."""
        match self.block:
            case FigureBlock(src=src):
                return (src,)
            case GalleryBlock(sources=sources):
                return sources
            case AudioBlock(file=file) | VideoBlock(file=file):
                return (file,)
        return tuple(map(unescape, _PICTURE.findall(self.html)))


@dataclass(frozen=True)
class Section:
    """What the parser took for one part, and the ids of its pieces, its opening first."""

    kind: PartKind
    title: str
    pieces: tuple[str, ...]
    outlined: ChapterOutline | FaqOutline

    def is_part(self, part: Part, plan: Plan) -> bool:
        """Say whether a part is still this section, as it was read."""
        is_same = (self.kind, self.title, self.pieces) == (part.kind, part.title, part.pieces)
        return is_same and plan.headings.keys().isdisjoint(part.pieces)


@dataclass(frozen=True)
class Material:
    """An outline cut up: its pieces in document order, and the sections they came in."""

    outline: Outline
    pieces: Mapping[str, Piece]
    sections: tuple[Section, ...]

    @cached_property
    def by_opening(self) -> Mapping[str, Section]:
        return {section.pieces[0]: section for section in self.sections}


def material_of(outline: Outline) -> Material:
    """Cut an outline into pieces. Takes time in proportion to its length."""
    pieces: dict[str, Piece] = {}
    sections = []
    times: Counter[str] = Counter()
    for kind, outlined in _parts_of(outline):
        ids = []
        for piece in _cut(outlined):
            times[piece.id] += 1
            if times[piece.id] > 1:
                piece = replace(piece, id=f"{piece.id}-{times[piece.id]}")
            pieces[piece.id] = piece
            ids.append(piece.id)
        title = outlined.title if isinstance(outlined, ChapterOutline) else outlined.question
        sections.append(Section(kind, title, tuple(ids), outlined))
    return Material(outline, MappingProxyType(pieces), tuple(sections))


def pieces_of(outline: Outline) -> Mapping[str, Piece]:
    """Return the pieces of everything that becomes a part, by id, in document order."""
    return material_of(outline).pieces


def _parts_of(outline: Outline) -> Iterator[tuple[PartKind, ChapterOutline | FaqOutline]]:
    if outline.introduction:
        yield "introduction", outline.introduction
    for chapter in outline.chapters:
        yield "chapter", chapter
    if outline.conclusion:
        yield "conclusion", outline.conclusion
    for faq in outline.faqs:
        yield "question", faq


def _cut(outlined: ChapterOutline | FaqOutline) -> Iterator[Piece]:
    is_chapter = isinstance(outlined, ChapterOutline)
    title = outlined.title if is_chapter else outlined.question
    yield Piece(_id("opening", title, str(is_chapter)), "opening", opening=outlined)
    if is_chapter and (card := outlined.card) and card.picture:
        lead = FigureBlock(card.picture, card.alt, card.caption)
        html = block_html(lead)
        yield Piece(_id("lead", html), "lead", html, card.caption, lead)
    if is_chapter and outlined.standfirst:
        yield _text_piece(TextBlock(f"<p><em>{outlined.standfirst}</em></p>"), "standfirst")
    for block in outlined.blocks:
        if isinstance(block, TextBlock):
            for text in cut_apart(top_level(block.html), block.notes):
                yield _text_piece(text, "heading" if heading_level(text.html) else "text")
        else:
            html = block_html(block)
            words = html_to_text(without_markers(html, getattr(block, "notes", ())))
            kind = _KINDS.get(type(block), "block")
            yield Piece(_id(kind, html, block), kind, html, words.strip(), block)
    if not is_chapter and (pointer := _pointer(outlined)):
        yield _text_piece(TextBlock(f"<p>{escape(pointer, quote=False)}</p>"), "pointer")


def _text_piece(block: TextBlock, kind: PieceKind) -> Piece:
    words = html_to_text(without_markers(block.html, block.notes)).strip()
    return Piece(_id(kind, block.html, block.notes), kind, block.html, words, block)


def _pointer(faq: FaqOutline) -> str:
    """Return the closing "See chapter 4." that stands in the answer but in no block."""
    whole = _bare(_MARKS.sub("", faq.answer_html))
    kept = "".join(
        _bare(without_markers(block_html(block), getattr(block, "notes", ())))
        for block in faq.blocks
    )
    if faq.see_chapter is None or len(kept) >= len(whole) or not whole.startswith(kept):
        return ""
    spoken = html_to_text(_MARKS.sub("", faq.answer_html)).rstrip()
    missing = len(whole) - len(kept)
    start = len(spoken)
    while missing and start:
        start -= 1
        missing -= not spoken[start].isspace()
    return spoken[start:].strip()


def _bare(html: str) -> str:
    return "".join(html_to_text(html).replace("\u2060", "").split())


def _id(*said: object) -> str:
    return hashlib.sha256("\0".join(map(str, said)).encode("utf-8", "replace")).hexdigest()[:12]
