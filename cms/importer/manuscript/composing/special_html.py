"""The html of blocks that are more than text: what each is, and what it says in words."""

from __future__ import annotations

from html import escape

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    GalleryBlock,
    KeyFigureBlock,
    MapBlock,
    NoteBlock,
    TimelineBlock,
    VideoBlock,
)
from cms.importer.manuscript.element_html import aside_html, figure_html


def special_html(block: Block) -> str:
    match block:
        case KeyFigureBlock():
            return aside_html("key-figure", [(block.number, block.counts)])
        case GalleryBlock():
            pictures = "\n".join(figure_html(source, "", "") for source in block.sources)
            return f'<aside data-block="gallery">{_bold(block.title)}{pictures}</aside>'
        case AudioBlock():
            return aside_html("audio", [("file", block.file), ("caption", block.caption)])
        case VideoBlock():
            return aside_html("video", [("file", block.file), ("caption", block.caption)])
        case TimelineBlock():
            return aside_html(
                "timeline", [("title", block.title), ("moments", ", ".join(block.moments))]
            )
        case MapBlock():
            places, routes = ", ".join(block.places), ", ".join(block.routes)
            return aside_html(
                "map", [("title", block.title), ("places", places), ("routes", routes)]
            )
        case NoteBlock():
            return f'<aside data-block="{block.kind}">{_bold(block.title)}{block.html}</aside>'
    return ""


def _bold(title: str) -> str:
    return f"<p><b>{escape(title, quote=False)}</b></p>" if title else ""
