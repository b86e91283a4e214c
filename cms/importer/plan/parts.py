"""One part of a plan as the section or question it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from itertools import chain

from cms.importer.manuscript.blocks import Block, Facts, FigureBlock, Note, TextBlock
from cms.importer.manuscript.outline import (
    ChapterOutline,
    FaqOutline,
    OutlineImage,
)

from .block_html import block_html
from .markers import as_marked, joined, without_markers
from .numbering import Numbers
from .pieces import Material, Piece
from .plan import Part, Plan

_FACTS = ("places", "people", "terms", "moments")


@dataclass(frozen=True)
class Composed:
    """``pieces`` are those it is made of. A section without its old title has no slug yet."""

    made: ChapterOutline | FaqOutline
    pieces: tuple[Piece, ...]


def compose(part: Part, plan: Plan, material: Material, numbers: Numbers) -> Composed:
    """Return what a part becomes; what was not touched is returned as it was read."""
    pieces = tuple(piece_of(name, plan, material) for name in part.pieces)
    section = material.by_opening.get(part.pieces[0]) if part.pieces else None
    if section and section.is_part(part, plan):
        return Composed(section.outlined, pieces)
    pieces = _with_notes_of(material.pieces.get(part.heading), pieces)
    if part.kind == "question":
        return Composed(_question(part, pieces, numbers), pieces)
    return Composed(_chapter(part, pieces, numbers), pieces)


def media_of(composed: Iterable[Composed], material: Material):
    """Return the pictures and media paths of all parts, and those that belong to none."""
    images: list[OutlineImage] = []
    media: list[tuple[str, str]] = []
    by_src = {image.src: image for image in material.outline.images}
    for each in composed:
        made = each.made
        title = made.title if isinstance(made, ChapterOutline) else made.question
        for piece in each.pieces:
            media += [(path, title) for path in piece.media]
            if isinstance(block := piece.block, FigureBlock):
                images.append(OutlineImage(block.src, block.alt, block.caption, title))
            elif piece.kind == "text":
                within = (by_src[path] for path in piece.media if path in by_src)
                images += [replace(image, chapter=title) for image in within]
    of_parts = set(chain.from_iterable(piece.media for piece in material.pieces.values()))
    outline = material.outline
    images += [image for image in outline.images if image.src not in of_parts]
    media += [(path, title) for path, title in outline.media_files if path not in of_parts]
    return tuple(images), tuple(media)


def piece_of(name: str, plan: Plan, material: Material) -> Piece:
    """Return a piece, or the sub-heading that a title became."""
    piece = material.pieces.get(name)
    if name not in plan.headings:
        return piece
    words = escape(plan.headings[name], quote=False)
    level, notes = ("h3", ()) if piece is None else (piece.html[1:3], piece.block.notes)
    marks = "".join(f"[{number}]" for number in range(1, len(notes) + 1))
    block = TextBlock(f"<{level}>{words}{marks}</{level}>", notes)
    return Piece(name, "heading", block.html, plan.headings[name], block)


def _with_notes_of(heading: Piece | None, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Hang the notes of a sub-heading that became a title, which has none, on the text below."""
    if heading is None or not heading.block.notes:
        return pieces
    marks = "".join(f"[{number}]" for number in range(1, len(heading.block.notes) + 1))
    for place, piece in enumerate(pieces):
        if piece.kind == "text" and piece.html.endswith("</p>"):
            both = joined([piece.block, TextBlock(f"<p>{marks}</p>", heading.block.notes)])
            html = "".join(both.html.rsplit("</p>\n<p>", 1))
            block = TextBlock(html, both.notes)
            return (*pieces[:place], replace(piece, block=block), *pieces[place + 1 :])
    block = TextBlock(f"<p>{marks}</p>", heading.block.notes)
    return (*pieces, replace(heading, kind="text", html=block.html, block=block))


def _chapter(part: Part, pieces: tuple[Piece, ...], numbers: Numbers) -> ChapterOutline:
    openings = [piece.opening for piece in pieces if isinstance(piece.opening, ChapterOutline)]
    own = openings[0] if openings and pieces[0].opening is openings[0] else None
    shown = [piece for piece in pieces if piece.is_shown]
    if own and shown and shown[0].kind == "lead":
        shown.pop(0)
    standfirst = _standfirst_of(shown.pop(0)) if shown and shown[0].kind == "standfirst" else ""
    blocks = _blocks(shown) if own else _levelled(_blocks(shown))
    html = [f"<p><em>{standfirst}</em></p>"] if standfirst else []
    html += [_document_html(block, numbers) for block in blocks]
    first_number = next((each.number for each in openings if each.number), None)
    return replace(
        _head(part, own),
        title=part.title,
        html="\n".join(html),
        number=first_number if part.kind == "chapter" else None,
        standfirst=standfirst,
        blocks=blocks,
        facts=_joined_facts(each.facts for each in openings),
    )


def _head(part: Part, own: ChapterOutline | None) -> ChapterOutline:
    """Return what is kept of the section that a part was: its kind, address and card.

    An address that the manuscript itself says outlives a new title.
    """
    if own is None:
        return ChapterOutline("", "", "", kind=part.kind)
    is_same_kind = part.kind == ("chapter" if own.kind == "appendix" else own.kind)
    keeps_slug = own.card or (is_same_kind and own.title == part.title)
    card = own.card
    if card and not is_same_kind:
        card = replace(card, kind="numbered" if part.kind == "chapter" else part.kind)
    return replace(
        own,
        kind=own.kind if is_same_kind else part.kind,
        slug=own.slug if keeps_slug else "",
        card=card,
    )


def _standfirst_of(piece: Piece) -> str:
    html = without_markers(piece.block.html, piece.block.notes)
    return html.removeprefix("<p><em>").removesuffix("</em></p>")


def _question(part: Part, pieces: tuple[Piece, ...], numbers: Numbers) -> FaqOutline:
    first = pieces[0].opening if pieces else None
    own = first if isinstance(first, FaqOutline) else None
    shown = [piece for piece in pieces if piece.is_shown]
    html = "\n".join(_document_html(block, numbers) for block in _blocks(shown))
    if own and shown and shown[-1].kind == "pointer":
        shown.pop()
    answer = own or FaqOutline("", "")
    return replace(answer, question=part.title, answer_html=html, blocks=_blocks(shown))


def _blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Join neighbouring texts into one block each; every other block stands for itself."""
    blocks: list[Block] = []
    texts: list[TextBlock] = []
    for piece in (*pieces, None):
        if piece is not None and isinstance(piece.block, TextBlock):
            texts.append(piece.block)
            continue
        if texts:
            blocks.append(joined(texts))
            texts = []
        if piece is not None:
            blocks.append(piece.block)
    return tuple(blocks)


def _levelled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Raise the sub-headings of a new chapter if the upper level is missing in it."""
    if any("<h3>" in block.html for block in blocks if isinstance(block, TextBlock)):
        return blocks
    return tuple(
        replace(block, html=block.html.replace("<h4>", "<h3>").replace("</h4>", "</h3>"))
        if isinstance(block, TextBlock)
        else block
        for block in blocks
    )


def _document_html(block: Block, numbers: Numbers) -> str:
    notes: tuple[Note, ...] = getattr(block, "notes", ())
    return as_marked(block_html(block), notes, numbers.of_note)


def _joined_facts(facts: Iterable[Facts]) -> Facts:
    every = list(facts)
    return Facts(
        *(
            tuple(dict.fromkeys(chain.from_iterable(getattr(each, name) for each in every)))
            for name in _FACTS
        )
    )
