"""A table as lines of cells between upright strokes."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from .inline import InlineWriter


def write_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], labels: Sequence[str]
) -> list[str]:
    """Write headings and rows of plain words, whose ``[1]`` cite the notes of these labels."""
    if not header:
        return []
    writer = InlineWriter(labels)
    lines = [_line([_cell(words, writer) for words in row]) for row in (header, *rows)]
    return [lines[0], _line(["---"] * len(header)), *lines[1:]]


def _cell(words: str, writer: InlineWriter) -> str:
    return writer.write([unescape(words)], in_one_line=True).replace("|", "\\|")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
