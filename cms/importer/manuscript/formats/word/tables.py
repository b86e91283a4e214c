"""Tables: rows of cells as html, and tables that only hold things in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from cms.importer.manuscript.elements import (
    Element,
    Heading,
    ListElement,
    Paragraph,
    Picture,
    Quote,
    Table,
)

from .desk import Desk
from .markup import Node
from .styles import is_set

_HOLDERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins"})
_PICTURES = ("a:blip", "v:imagedata")
_FIRST_ROW = 0x0020
_MOST_COLUMNS = 200
_BREAK = "<br>"


@dataclass(frozen=True)
class _Cell:
    html: str
    columns: int
    is_bold: bool


def is_layout(table: Node) -> bool:
    """Whether a table only puts things side by side: one column, or mostly pictures."""
    rows = [list(_cells(row)) for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    if max(map(len, rows), default=0) <= 1:
        return True
    full = [cell for cell in cells if _has_words(cell) or _has_picture(cell)]
    pictures = sum(map(_has_picture, full))
    return pictures > 0 and pictures * 2 >= len(full)


def cells_in_order(table: Node) -> Iterator[Node]:
    """The cells of a layout table; under a row of pictures, each is followed by its caption."""
    rows = [list(_cells(row)) for row in _rows(table)]
    index = 0
    while index < len(rows):
        row = rows[index]
        below = rows[index + 1] if index + 1 < len(rows) else []
        captioned = len(row) > 1 and all(map(_has_picture, row)) and not any(
            map(_has_picture, below)
        )  # fmt: skip
        if captioned:
            for pair in zip_longest(row, below):
                yield from (cell for cell in pair if cell is not None)
            index += 2
        else:
            yield from row
            index += 1


def read_table(
    table: Node, read_cell: Callable[[Iterable[Node]], list[Element]], desk: Desk
) -> Iterator[Element]:
    """Yield the table, and after it the pictures of its cells."""
    line = desk.line + 1
    pictures: list[Element] = []
    rows = [[_cell(cell, read_cell, pictures) for cell in _cells(row)] for row in _rows(table)]
    width = min(max((sum(cell.columns for cell in row) for row in rows), default=0), _MOST_COLUMNS)
    filled = [_filled(row, width) for row in rows]
    kept = [(row, shown) for row, shown in zip(rows, filled, strict=True) if any(shown)]
    if kept:
        has_header = len(kept) > 1 and _is_header(table, [row for row, _ in kept], desk)
        shown = [cells for _, cells in kept]
        header = tuple(_unbolded(cell) for cell in shown[0]) if has_header else ()
        yield Table(header, tuple(shown[1:] if has_header else shown), line)
    yield from pictures


def _rows(table: Node) -> Iterator[Node]:
    """The rows that are there: neither deleted by a tracked change nor hidden."""
    for row in _held(table, "w:tr"):
        properties = row.child("w:trPr")
        if properties is not None and (properties.child("w:del") or is_set(properties, "w:hidden")):
            continue
        yield row


def _cells(row: Node) -> Iterator[Node]:
    for cell in _held(row, "w:tc"):
        properties = cell.child("w:tcPr")
        if properties is None or properties.child("w:cellDel") is None:
            yield cell


def _held(node: Node, name: str) -> Iterator[Node]:
    waiting = list(reversed(node.children))
    while waiting:
        child = waiting.pop()
        if child.name == name:
            yield child
        elif child.name in _HOLDERS:
            waiting.extend(reversed(child.children))


def _cell(
    cell: Node, read_cell: Callable[[Iterable[Node]], list[Element]], pictures: list[Element]
) -> _Cell:
    elements = read_cell(cell.children)
    span = (cell.child("w:tcPr") or cell).value("w:gridSpan") or "1"
    columns = max(1, min(int(span), _MOST_COLUMNS)) if span.isdecimal() and len(span) < 5 else 1
    worded = [element for element in elements if not isinstance(element, Picture)]
    bold = bool(worded) and all(
        isinstance(element, Heading) or (isinstance(element, Paragraph) and element.bold)
        for element in worded
    )
    return _Cell(_BREAK.join(_inline(elements, pictures)), columns, bold)


def _inline(elements: Iterable[Element], pictures: list[Element]) -> Iterator[str]:
    """What a cell holds as lines of inline html; its pictures are put aside."""
    for element in elements:
        match element:
            case Heading():
                yield f"<strong>{element.html}</strong>"
            case Paragraph():
                yield element.html.replace("\n", "")
            case ListElement():
                yield from _list_lines(element, pictures)
            case Quote():
                yield from _inline(element.elements, pictures)
            case Table():
                for row in (element.header, *element.rows):
                    if cells := [cell for cell in row if cell]:
                        yield " | ".join(cells)
            case Picture():
                pictures.append(element)


def _list_lines(element: ListElement, pictures: list[Element]) -> Iterator[str]:
    for number, item in enumerate(element.items, start=element.start):
        mark = f"{number}." if element.ordered else "•"
        for place, line in enumerate(_inline(item, pictures)):
            yield line if place else f"{escape(mark)} {line}"


def _filled(row: list[_Cell], width: int) -> tuple[str, ...]:
    """One cell for each column: after a wide one come empty ones."""
    cells: list[str] = []
    for cell in row:
        cells += [cell.html, *[""] * (cell.columns - 1)]
    return tuple((cells + [""] * width)[: max(width, len(row))])


def _is_header(table: Node, rows: list[list[_Cell]], desk: Desk) -> bool:
    """Whether the first row is marked as a header, or set in bold as no other row is."""
    first = next(_rows(table))
    if is_set(first.child("w:trPr"), "w:tblHeader"):
        return True
    worded = [cell for cell in rows[0] if cell.html]
    if worded and all(cell.is_bold for cell in worded):
        return not all(cell.is_bold for cell in rows[1] if cell.html)
    properties = table.child("w:tblPr")
    style_id = properties.value("w:tblStyle") if properties else None
    look = properties.child("w:tblLook") if properties else None
    if not style_id or not desk.styles.has_bold_first_row(style_id) or look is None:
        return False
    if look.get("firstRow"):
        return look.get("firstRow") in {"1", "true", "on"}
    try:
        return bool(int(look.get("val", "0"), 16) & _FIRST_ROW)
    except ValueError:
        return False


def _unbolded(html: str) -> str:
    """A header is bold by itself."""
    return html.replace("<strong>", "").replace("</strong>", "")


def _has_picture(cell: Node) -> bool:
    return any(next(cell.all(name), None) is not None for name in _PICTURES)


def _has_words(cell: Node) -> bool:
    return any(text.text.strip() for text in cell.all("w:t"))
