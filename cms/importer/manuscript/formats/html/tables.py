"""Tables: rows and cells whatever holds them, merged cells laid out with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

from .nodes import Item, Node
from .tags import HEADINGS
from .walking import is_blank

_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot", "tr", "caption"})
_LONGEST_SPAN = 1000
_MOST_EMPTY = 20_000


def rows_of(table: Node) -> list[list[Node]]:
    """The cells of each row; what wrongly stands between them makes cells of its own."""
    return [row for row in _rows(table) if row]


def _rows(part: Node) -> Iterator[list[Node]]:
    loose: list[Node] = []
    for child in _parts(part):
        if child.tag in _CELLS:
            loose.append(child)
            continue
        yield loose
        loose = []
        if child.tag == "tr":
            yield [one for one in _parts(child) if one.tag in _CELLS]
        elif child.tag != "caption":
            yield from _rows(child)
    yield loose


def _parts(part: Node) -> Iterator[Node]:
    """The parts of a table, a group or a row; words and blocks that are none, in a cell."""
    stray: list[Node | Item] = []
    for child in part.children:
        if not isinstance(child, Node):
            stray += [] if is_blank(child) else [child]
        elif child.taken:
            continue
        elif child.tag in _CELLS | _GROUPS:
            if stray:
                yield Node("td", parent=part, children=stray)
            stray = []
            yield child
        else:
            stray.append(child)
    if stray:
        yield Node("td", parent=part, children=stray)


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
