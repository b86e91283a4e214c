"""Footnotes and endnotes, read before the text that cites them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from cms.importer.manuscript.elements import (
    Element,
    Heading,
    ListElement,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from cms.importer.manuscript.html_words import html_to_text

from .blocks import BlockReader
from .desk import Desk, FootnoteText
from .flow import Flow
from .links import with_addresses
from .markup import read_nodes

_PARTS = {"footnote": ("footnotes", "w:footnotes", "w:footnote"),
          "endnote": ("endnotes", "w:endnotes", "w:endnote")}  # fmt: skip
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_footnotes(desk: Desk) -> dict[tuple[str, str], FootnoteText]:
    """Return what each note says, by its kind and id; lines between notes and text are none."""
    found: dict[tuple[str, str], FootnoteText] = {}
    package = desk.package
    for kind, (relation, root, name) in _PARTS.items():
        part = package.related(package.main, relation)
        if part is None:
            continue
        reader = BlockReader(desk, package.relationships(part), numbered=False)
        with package.open(part) as stream:
            for node in read_nodes(stream, through=frozenset({root}), part=part):
                if node.name == name and node.get("type") not in _SEPARATORS:
                    flow = Flow()
                    reader.read_into(flow, node.children)
                    found[kind, node.get("id")] = _as_note(flow.finished())
    return found


def _as_note(elements: list[Element]) -> FootnoteText:
    pictures = tuple(element for element in elements if isinstance(element, Picture))
    parts = [part for part in _parts(elements) if part]
    text = " ".join(html_to_text(with_addresses(part)) for part in parts)
    return FootnoteText("<br>".join(parts), " ".join(text.split()), pictures)


def _parts(elements: Iterable[Element]) -> Iterable[str]:
    for element in elements:
        match element:
            case Paragraph() | Heading():
                yield element.html.strip()
            case ListElement():
                for item in element.items:
                    yield from _parts(item)
            case Quote():
                yield from _parts(element.elements)
            case Table():
                for row in (element.header, *element.rows):
                    yield " | ".join(cell for cell in row if cell)
            case Picture(caption=caption) if caption:
                yield escape(caption, quote=False)
