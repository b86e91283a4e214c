"""Tables: rows and cells whatever holds them, merged cells laid out with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

from .tree import HEADINGS, Node

_LONGEST_SPAN = 1000
_MOST_EMPTY = 20_000


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
    reaching_down: dict[int, int] = {}
    room = _MOST_EMPTY
    for row in rows:
        laid: list[str] = []
        for cell, words in row:
            _leave_free(laid, reaching_down)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            room -= wide * high - 1
            if room < 0:  # no table of a manuscript's is mostly holes
                wide = high = 1
            if high > 1:
                reaching_down |= dict.fromkeys(range(len(laid), len(laid) + wide), high)
            laid += [words, *[""] * (wide - 1)]
        _leave_free(laid, reaching_down)
        grid.append(laid)
        reaching_down = {column: rest - 1 for column, rest in reaching_down.items() if rest > 1}
    width = max(map(len, grid), default=0)
    if width * len(grid) > sum(map(len, grid)) + _MOST_EMPTY:
        width = 0
    return [tuple(row + [""] * (width - len(row))) for row in grid]


def _leave_free(laid: list[str], reaching_down: dict[int, int]) -> None:
    """Leave the places free that a cell of a row above reaches down into."""
    while len(laid) in reaching_down:
        laid.append("")


def _span(cell: Node, name: str) -> int:
    said = cell.attributes.get(name, "1").strip()
    return min(max(int(said), 1), _LONGEST_SPAN) if said.isdecimal() and len(said) < 6 else 1
