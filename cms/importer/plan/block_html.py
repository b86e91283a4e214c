"""A block as html to look at, its notes marked ``[1]``… as in the block."""

from __future__ import annotations

from html import escape

from cms.importer.manuscript.blocks import (
    Block,
    FigureBlock,
    QuotationBlock,
    TableBlock,
    TextBlock,
)
from cms.importer.manuscript.composing.special_html import special_html
from cms.importer.manuscript.element_html import figure_html, table_html


def block_html(block: Block) -> str:
    match block:
        case TextBlock():
            return block.html
        case FigureBlock():
            return figure_html(block.src, block.alt, block.caption)
        case TableBlock():
            return table_html(escape(block.caption, quote=False), block.header, block.rows)
        case QuotationBlock():
            by = ", ".join(filter(None, (block.speaker, block.source)))
            words = f"<p>— {escape(by, quote=False)}</p>" if by else ""
            return f"<blockquote>{block.html}{words}</blockquote>"
    return special_html(block)
