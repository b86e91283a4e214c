"""A table's rows as lines of cells between upright strokes."""

from __future__ import annotations

import re

_STROKE = re.compile(r"(\\.)|\|", re.DOTALL)
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+ *$")


def read_rows(body: str) -> tuple[list[str], list[list[str]]]:
    """Return the headings and the rows of inline Markdown. Other lines become rows of one cell."""
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    rows = [_cells(line) for line in lines if not _RULE.match(line)]
    has_header = len(lines) > 1 and _RULE.match(lines[1]) is not None
    header = rows.pop(0) if has_header and rows else []
    width = max([len(header), *map(len, rows)], default=0)
    if not has_header:
        header = [""] * width
    padded = [row + [""] * (width - len(row)) for row in rows]
    return header + [""] * (width - len(header)), padded


def _cells(line: str) -> list[str]:
    if not line.startswith("|"):
        return [line]
    cells, start = [], 1
    for match in _STROKE.finditer(line, 1):
        if match[1] is None:
            cells.append(line[start : match.start()].strip())
            start = match.end()
    return [*cells, line[start:].strip()] if line[start:].strip() else cells
