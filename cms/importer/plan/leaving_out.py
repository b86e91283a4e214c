"""An outline without the pictures and recordings that nobody handed in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from html import escape

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    FigureBlock,
    GalleryBlock,
    TextBlock,
    VideoBlock,
)
from cms.importer.manuscript.outline import ChapterOutline, FaqOutline, Outline

from .markers import joined


def without_media(outline: Outline, missing: Collection[str]) -> Outline:
    """Take missing files out of the blocks; a caption stays as a paragraph of its own."""
    if not missing:
        return outline

    def section(each: ChapterOutline | None) -> ChapterOutline | None:
        return replace(each, blocks=_blocks(each.blocks, missing)) if each else None

    def question(faq: FaqOutline) -> FaqOutline:
        return replace(faq, blocks=_blocks(faq.blocks, missing))

    return replace(
        outline,
        introduction=section(outline.introduction),
        chapters=tuple(map(section, outline.chapters)),
        conclusion=section(outline.conclusion),
        sources=section(outline.sources),
        faqs=tuple(map(question, outline.faqs)),
        images=tuple(image for image in outline.images if image.src not in missing),
        media_files=tuple(each for each in outline.media_files if each[0] not in missing),
    )


def _blocks(blocks: tuple[Block, ...], missing: Collection[str]) -> tuple[Block, ...]:
    if not any(_wants(block, missing) for block in blocks):
        return blocks
    kept = [left for block in blocks for left in _left_of(block, missing)]
    together: list[Block] = []
    for block in kept:
        if isinstance(block, TextBlock) and together and isinstance(together[-1], TextBlock):
            together[-1] = joined([together[-1], block])
        else:
            together.append(block)
    return tuple(together)


def _wants(block: Block, missing: Collection[str]) -> bool:
    match block:
        case FigureBlock(src=path) | AudioBlock(file=path) | VideoBlock(file=path):
            return path in missing
        case GalleryBlock(sources=sources):
            return any(path in missing for path in sources)
    return False


def _left_of(block: Block, missing: Collection[str]) -> Iterator[Block]:
    if not _wants(block, missing):
        yield block
        return
    words = ""
    match block:
        case FigureBlock() | AudioBlock() | VideoBlock():
            words = block.caption
        case GalleryBlock():
            sources = tuple(path for path in block.sources if path not in missing)
            words = "" if sources else block.title
            if sources:
                yield replace(block, sources=sources)
    if words:
        yield TextBlock(f"<p>{escape(words, quote=False)}</p>")
