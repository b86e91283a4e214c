"""One block of a page as lines of an exported manuscript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    Facts,
    FigureBlock,
    GalleryBlock,
    KeyFigureBlock,
    MapBlock,
    Note,
    NoteBlock,
    QuotationBlock,
    TableBlock,
    TextBlock,
    TimelineBlock,
    VideoBlock,
)
from cms.importer.manuscript.exported.blocks import NOTE_TOP
from cms.importer.manuscript.exported.fields import encoded
from cms.importer.manuscript.exported.prose import picture_in

from .html_tree import canonical
from .inline import MARKER, plain_inline
from .prose import write_prose
from .tables import write_table

Fields = Iterable[tuple[str, str]]
_NOT_IN_TITLE = re.compile(r'[\\"&<>]')


class BlockWriter:
    """Writes the blocks of one page in order, and remembers what had no sign."""

    def __init__(self, *, top: int = 3) -> None:
        self.lost: list[str] = []
        self._top = top

    def write(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield each block as a paragraph or more of Markdown."""
        before: Block | None = None
        for block in blocks:
            if isinstance(block, TextBlock):
                yield from self._text(block, after_text=isinstance(before, TextBlock))
            else:
                yield self._special(block)
            before = block

    def _text(self, block: TextBlock, *, after_text: bool) -> Iterator[str]:
        labels = [note.key for note in block.notes]
        written = write_prose(block.html, labels, top=self._top)
        self.lost += written.lost
        if after_text or not (written.markdown or labels):
            yield directive("text", ())
        if written.markdown:
            yield written.markdown
        if tuple(labels) != written.cited:
            yield directive("notes", [("list", ", ".join(labels))])

    def _special(self, block: Block) -> str:
        match block:
            case FigureBlock():
                return _figure(block)
            case NoteBlock():
                return self._note(block)
            case TableBlock():
                return _table(block)
            case _:
                name = _NAMES[type(block)]
                return directive(name, _FIELDS[type(block)](block))

    def _note(self, block: NoteBlock) -> str:
        fields = [("kind", block.kind), ("title", block.title)]
        written = write_prose(block.html, top=NOTE_TOP)
        self.lost += written.lost
        if ":::" in written.markdown:  # no block can stand inside a block
            return directive("note", [*fields, ("html", canonical(block.html))])
        return directive("note", fields, written.markdown)


def directive(name: str, fields: Fields, body: str = "") -> str:
    lines = [f"{key}: {encoded(value)}" for key, value in fields if value]
    if body:
        lines += ["", body]
    return "\n".join([f"::: {name}", *lines, ":::"])


def facts_block(facts: Facts) -> str:
    """Return a page's facts as a block; nothing if it has none."""
    said = [(name, ", ".join(getattr(facts, name))) for name in Facts.__dataclass_fields__]
    return directive("facts", said) if any(value for _, value in said) else ""


def _figure(block: FigureBlock) -> str:
    """A picture as Markdown has it, so that any editor shows it; else with lines of its own."""
    title = _NOT_IN_TITLE.sub(lambda match: f"\\{match[0]}", block.caption)
    shown = f' "{title}"' if block.caption else ""
    line = f"![{plain_inline(block.alt)}]({block.src}{shown})"
    said = (block.src, block.alt, block.caption)
    if block.width == "column" and "\n" not in line and picture_in(line) == said:
        return line
    fields = [("file", block.src), ("alt", block.alt), ("caption", block.caption)]
    return directive("figure", [*fields, ("width", block.width)])


def _gallery(block: GalleryBlock) -> Fields:
    yield "title", block.title
    for figure in block.figures or [FigureBlock(source) for source in block.sources]:
        yield "image", figure.src
        yield "alt", figure.alt
        yield "caption", figure.caption
        yield "width", "" if figure.width == "column" else figure.width


def _quotation(block: QuotationBlock) -> Fields:
    cited = block.citation or Note("")
    yield "text", block.text
    yield "speaker", block.speaker
    yield "occasion", block.source
    yield from _citation(cited.source_key, cited.locator)


def _key_figure(block: KeyFigureBlock) -> Fields:
    yield "number", block.number
    yield "counts", block.counts
    yield from _citation(block.source_key, block.locator)


def _citation(source: str | None, locator: str) -> Fields:
    yield "source", f"@{source}" if source else ""
    yield "locator", locator


def _recording(block: AudioBlock | VideoBlock) -> Fields:
    return [("file", block.file), ("caption", block.caption)]


def _timeline(block: TimelineBlock) -> Fields:
    return [("title", block.title), ("moments", ", ".join(block.moments))]


def _map(block: MapBlock) -> Fields:
    places, routes = ", ".join(block.places), ", ".join(block.routes)
    return [("title", block.title), ("places", places), ("routes", routes)]


def _table(block: TableBlock) -> str:
    labels = [note.key for note in block.notes]
    body = "\n".join(write_table(block.header, block.rows, labels))
    numbers = [int(each) for row in (block.header, *block.rows) for each in _markers(row)]
    cited = [labels[number - 1] for number in dict.fromkeys(numbers) if 1 <= number <= len(labels)]
    listed = "" if cited == labels else ", ".join(labels)
    return directive("table", [("caption", block.caption), ("notes", listed)], body)


def _markers(row: Sequence[str]) -> Iterator[str]:
    for cell in row:
        yield from MARKER.findall(cell)


_NAMES = {
    GalleryBlock: "gallery",
    QuotationBlock: "quotation",
    KeyFigureBlock: "key-figure",
    AudioBlock: "audio",
    VideoBlock: "video",
    TimelineBlock: "timeline",
    MapBlock: "map",
}
_FIELDS = {
    GalleryBlock: _gallery,
    QuotationBlock: _quotation,
    KeyFigureBlock: _key_figure,
    AudioBlock: _recording,
    VideoBlock: _recording,
    TimelineBlock: _timeline,
    MapBlock: _map,
}
