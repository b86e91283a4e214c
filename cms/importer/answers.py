"""An answer as a question on the questions page holds it: one text with notes.

It has no room for pictures, tables and other blocks, so of those their words are kept.
"""

import re
from html import escape
from typing import Any

from cms.importer import bodies
from cms.importer.manuscript.blocks import (
    Block,
    FigureBlock,
    Note,
    QuotationBlock,
    TableBlock,
    TextBlock,
)
from cms.importer.manuscript.composing.special_html import special_html
from cms.importer.manuscript.outline import FaqOutline

_BETWEEN_TAGS = re.compile(r"<[^<>]*>")


def answer_value(faq: FaqOutline, desk: bodies.Desk) -> dict[str, Any]:
    html, notes = "", []
    for block in faq.blocks:
        words, cited = _words_of(block)
        html += bodies.renumbered(words, len(notes))
        notes += cited
    return bodies.text_value(html or faq.answer_html, notes, desk, wanted_by=faq.question)


def _words_of(block: Block) -> tuple[str, tuple[Note, ...]]:
    match block:
        case TextBlock():
            return block.html, block.notes
        case QuotationBlock():
            by = ", ".join(filter(None, (block.speaker, block.source)))
            return f"{block.html}<p>— {escape(by, quote=False)}</p>", block.notes
        case TableBlock():
            rows = (" – ".join(filter(None, row)) for row in (block.header, *block.rows))
            return _paragraphs(escape(block.caption, quote=False), *rows), block.notes
        case FigureBlock():
            return _paragraphs(escape(block.caption or block.alt, quote=False)), ()
    return _paragraphs(*_BETWEEN_TAGS.split(special_html(block))), ()


def _paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines if line.strip())
