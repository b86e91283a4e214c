"""Tables: rows and cells whatever holds them, merged cells laid out with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

from .tree import HEADINGS, Node

_WIDEST = 100
_MOST_ROWS_SPANNED = 1000


def rows_of(table: Node) -> list[list[Node]]:
    return [row for row in _rows(table) if row]


def _rows(part: Node) -> Iterator[list[Node]]:
    loose: list[Node] = []
    for node in part.nodes():
        if node.tag in {"td", "th"}:
            loose.append(node)
        elif node.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(node)
        elif node.tag == "tr":
            yield [cell for cell in node.nodes() if cell.tag in {"td", "th"}]
    yield loose


def is_layout(rows: list[list[Node]]) -> bool:
    """Whether a table only puts things in their places: a frame, or a page with headings."""
    if sum(map(len, rows)) <= 1:
        return True
    return any(_has_heading(cell) for row in rows for cell in row)


def _has_heading(node: Node) -> bool:
    return any(one.tag in HEADINGS or _has_heading(one) for one in node.nodes())


def is_header(row: list[Node]) -> bool:
    return all(
        cell.tag == "th" or (cell.parent and cell.parent.parent and _in_head(cell)) for cell in row
    )


def _in_head(cell: Node) -> bool:
    return cell.parent.parent.tag == "thead"


def laid_out(rows: list[list[tuple[Node, str]]]) -> list[tuple[str, ...]]:
    """Return the cells' words in a grid: a merged cell's stand first in it, the rest is empty."""
    grid: list[list[str]] = []
    hanging: dict[int, int] = {}
    for row in rows:
        laid: list[str] = []
        for cell, words in row:
            _fill_hanging(laid, hanging)
            if (down := min(_span(cell, "rowspan"), _MOST_ROWS_SPANNED)) > 1:
                hanging |= {len(laid) + offset: down for offset in range(_span(cell, "colspan"))}
            laid += [words, *[""] * (_span(cell, "colspan") - 1)]
        _fill_hanging(laid, hanging)
        grid.append(laid)
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1}
    width = min(max(map(len, grid), default=0), _WIDEST)
    return [tuple(row + [""] * (width - len(row))) for row in grid]


def _fill_hanging(laid: list[str], hanging: dict[int, int]) -> None:
    """Leave the places free that a cell of a row above reaches down into."""
    while hanging.get(len(laid), 0) > 0 and len(laid) < _WIDEST:
        laid.append("")


def _span(cell: Node, name: str) -> int:
    said = cell.attributes.get(name, "1").strip()
    return min(max(int(said), 1), _WIDEST) if said.isdecimal() and len(said) < 6 else 1
