"""HTML to elements: web pages, and what Google Docs, Word and LibreOffice export as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from cms.importer.manuscript.elements import (
    Element,
    Heading,
    NoteDefinition,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from cms.importer.manuscript.formats.reading import Reading
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.warning_log import WarningLog

from .captions import as_caption, with_captions
from .declared import meant_language, meant_title
from .desk import Desk
from .inline import InlineText
from .list_reading import ListReader
from .nodes import Break, Item, Node
from .pieces import pictures_in, said_by, without_stray_contents, words_of_all
from .places import number_headings
from .quotations import with_quotations
from .tables import is_header, is_layout, laid_out, rows_of
from .tags import HEADINGS, LISTS
from .tree import read_page
from .walking import ends_paragraph, has_class, is_blank, items_in, without

_TITLE_CLASSES = frozenset({"title", "msotitle", "msotitlecxspfirst"})
_SUBTITLE_CLASSES = frozenset({"subtitle", "msosubtitle"})
_CAPTION_CLASSES = frozenset({"caption", "msocaption"})
_QUOTE_CLASSES = frozenset({"quote", "msoquote", "msointensequote", "quotations"})


def read_html(text: str, *, notes: NoteBook, log: WarningLog) -> Reading:
    page = read_page(text)
    number_headings(page.root)
    desk = Desk(page, notes, log)
    reader = _BlockReader(desk)
    elements = without_stray_contents(reader.read(page.root))
    for key, node in desk.footnotes.notes.items():
        line = desk.next_line()
        html = list(words_of_all(reader.read(node)))
        said = " ".join(" ".join(map(html_to_text, html)).split())
        notes.define(NoteDefinition(key, " ".join(html), said, line))
    return Reading(
        elements,
        title=meant_title(page.title),
        subtitle=reader.subtitle,
        language=meant_language(page.language, desk.sample),
        words=desk.sample,
        places=desk.places,
    )


class _BlockReader:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lists = ListReader(desk, self.read)
        self._title_found = False
        self.subtitle = ""

    def read(self, node: Node) -> list[Element]:
        """What stands in a block, captions with their pictures, signatures with what they sign."""
        return with_quotations(with_captions(self._inside(node)))

    def _inside(self, node: Node) -> Iterator[Element]:
        children = [one for one in node.children if not (isinstance(one, Node) and one.taken)]
        loose: list[Item] = []
        at = 0
        while at < len(children):
            child = children[at]
            if not isinstance(child, Node):
                loose.append(child)
                at += 1
                continue
            yield from self._loose(loose, node)
            loose = []
            row_end = self._lists.row_end(children, at)
            if row_end:
                row = [one for one in children[at:row_end] if isinstance(one, Node)]
                yield from self._lists.read_row(row)
            else:
                yield from self._block(child)
            at = row_end or at + 1
        yield from self._loose(loose, node)

    def _block(self, node: Node) -> Iterator[Element]:
        if node.tag in HEADINGS:
            yield from self._heading(node)
        elif node.tag in LISTS:
            yield from self._lists.read_list(node)
        elif node.tag == "dl":
            yield from self._lists.read_definitions(node)
        elif node.tag == "table":
            yield from self._table(node)
        elif node.tag == "figure":
            yield from self._figure(node)
        elif node.tag == "blockquote" or has_class(node, _QUOTE_CLASSES):
            yield from self._quote(node)
        else:
            yield from self._inside(node)

    # --- words --------------------------------------------------------------------------------

    def _loose(self, items: list[Item], holder: Node) -> Iterator[Element]:
        """Words that stand together in a block: a paragraph, or more with blank lines between."""
        part: list[Item] = []
        for item in items:
            part.append(item)
            if isinstance(item, Break) and ends_paragraph(part):
                yield from self._paragraph(part, holder)
                part = []
        yield from self._paragraph(part, holder)

    def _paragraph(self, items: list[Item], holder: Node) -> Iterator[Element]:
        if all(map(is_blank, items)):
            self._desk.keep_places(items)
            return
        line = self._desk.next_line()
        found = self._desk.inline(items, line)
        if found.lines:
            yield from self._styled(found, items, holder, line)
        yield from self._desk.pictures(found, line)

    def _styled(
        self, found: InlineText, items: list[Item], holder: Node, line: int
    ) -> Iterator[Element]:
        """A paragraph as what its style makes it: a title, a caption, a line of the contents."""
        made = Paragraph(tuple(found.lines), line, found.italic, found.bold)
        if level := self._desk.level_in_contents(items, holder):
            yield replace(made, in_contents=level)
        elif has_class(holder, _TITLE_CLASSES):
            yield Heading(1, found.text, found.html, line, names_document=self._is_title())
        elif has_class(holder, _SUBTITLE_CLASSES) and not self.subtitle:
            self.subtitle = found.text
        elif has_class(holder, _CAPTION_CLASSES):
            yield as_caption(made)
        else:
            yield made

    def _is_title(self) -> bool:
        """The first to be styled as the title is; later ones are headings of parts."""
        is_first, self._title_found = not self._title_found, True
        return is_first

    def _heading(self, node: Node) -> Iterator[Element]:
        line = self._desk.next_line()
        self._desk.headings_seen += bool(node.text().strip())
        found = self._desk.inline(items_in(node), line, in_heading=True)
        if found.lines:
            text, html = node.prefix + found.text, node.prefix + found.html
            is_title = has_class(node, _TITLE_CLASSES) and self._is_title()
            yield Heading(int(node.tag[1]), text, html, line, names_document=is_title)
        yield from self._desk.pictures(found, line)
        yield from chain.from_iterable(map(self._block, node.nodes()))

    # --- quotations, figures, tables ----------------------------------------------------------

    def _quote(self, node: Node) -> Iterator[Element]:
        elements = with_captions(self._inside(node))
        last = next(reversed(list(node.nodes())), None)
        if last and last.tag in {"footer", "cite"} and elements:
            elements[-1] = said_by(elements[-1])
        if any(isinstance(one, Heading) for one in elements):
            yield from elements  # it was never closed, or only moves a part of the page
        elif elements:
            yield Quote(tuple(elements), elements[0].line)

    def _figure(self, node: Node) -> Iterator[Element]:
        captions = [one for one in node.nodes() if one.tag == "figcaption"]
        elements = list(self._inside(without(node, captions)))
        said = [one for caption in captions for one in self.read(caption)]
        quote = next((one for one in elements if isinstance(one, Quote)), None)
        if quote and said:
            inside = (*quote.elements, *said[:-1], said_by(said[-1]))
            elements[elements.index(quote)] = replace(quote, elements=inside)
            said = []
        shown = list(map(as_caption, said))
        comes_first = bool(captions) and next(node.nodes()) is captions[0]
        yield from with_captions([*shown, *elements] if comes_first else [*elements, *shown])

    def _table(self, node: Node) -> Iterator[Element]:
        for part in node.nodes():
            if part.tag == "caption":
                yield from self.read(part)
        rows = rows_of(node)
        if is_layout(rows):
            yield from chain.from_iterable(self.read(cell) for row in rows for cell in row)
            return
        line = self._desk.next_line()
        pictures: list[Picture] = []
        read = [[(cell, self._cell(cell, pictures)) for cell in row] for row in rows]
        grid = laid_out(read)
        header = grid.pop(0) if is_header(rows[0]) and len(grid) > 1 else ()
        yield Table(header, tuple(grid), line)
        yield from pictures

    def _cell(self, cell: Node, pictures: list[Picture]) -> str:
        """A cell's words; its pictures find their place after the table."""
        said = self.read(cell)
        pictures += pictures_in(said)
        return "<br>".join(words_of_all(said))
