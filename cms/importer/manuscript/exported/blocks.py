"""The pieces of one page as blocks for the importer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

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
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.media_paths import media_path
from cms.importer.manuscript.sanitise import clean_html
from cms.importer.manuscript.warning_log import WarningLog

from .fields import Fields, value_of
from .notes import numbered
from .pieces import BlockLines, HeadingLine, Piece, Prose
from .prose import inline_html, picture_in, prose_html
from .tables import read_rows

# A heading of the third level would end the block it stands in.
NOTE_TOP = 4
_BETWEEN_KEYS = re.compile(r"[,;،\s]+")
# Which lines a block may have. ``text``, ``html`` and ``notes`` belong to running text.
FIELDS = {
    "text": frozenset(),
    "html": frozenset(),
    "notes": frozenset({"list"}),
    "figure": frozenset({"file", "alt", "caption", "width"}),
    "gallery": frozenset({"title", "image", "alt", "caption", "width"}),
    "quotation": frozenset({"text", "speaker", "occasion", "source", "locator"}),
    "key-figure": frozenset({"number", "counts", "source", "locator"}),
    "audio": frozenset({"file", "caption"}),
    "video": frozenset({"file", "caption"}),
    "timeline": frozenset({"title", "moments"}),
    "map": frozenset({"title", "places", "routes"}),
    "note": frozenset({"kind", "title", "html"}),
    "table": frozenset({"caption", "notes"}),
    "facts": frozenset({"places", "people", "terms", "moments"}),
}


class PageBlocks:
    """Collects the blocks of one page, piece by piece."""

    def __init__(self, notes: Mapping[str, Note], log: WarningLog, *, top: int = 3) -> None:
        self.facts = Facts()
        self._notes, self._log, self._top = notes, log, top
        self._blocks: list[Block] = []
        self._prose: list[str] | None = None
        self._listed: tuple[str, ...] = ()

    def add(self, piece: Piece) -> None:
        match piece:
            case Prose():
                self._add_prose(piece.text)
            case HeadingLine():
                self._add_prose(piece.raw)
            case BlockLines():
                self._add_block(piece)

    def finish(self) -> tuple[Block, ...]:
        self._close_text()
        return tuple(self._blocks)

    def _add_prose(self, text: str) -> None:
        """Add running text; a picture on a line of its own is a figure."""
        lines: list[str] = []
        for line in text.split("\n"):
            if found := picture_in(line):
                self._add_text("\n".join(lines))
                lines = []
                self._add_figure(*found)
            else:
                lines.append(line)
        self._add_text("\n".join(lines))

    def _add_text(self, text: str) -> None:
        if text.strip():
            html = prose_html(text, labels=self._notes, top=self._top)
            self._prose = [*(self._prose or []), *html]

    def _close_text(self) -> None:
        if self._prose is None:
            return
        (html,), notes = numbered(["\n".join(self._prose)], self._notes, listed=self._listed)
        self._blocks.append(TextBlock(html, notes))
        self._prose, self._listed = None, ()

    def _append(self, block: Block) -> None:
        self._close_text()
        self._blocks.append(block)

    def _add_figure(self, source: str, alt: str, caption: str, width: str = "column") -> None:
        path = media_path(source)
        if path is None:
            self._log.add(
                "image_rejected",
                f"the picture “{source[:60]}” was left out: it is not a file of the bundle. Put "
                "the file in the bundle and name it like images/bridge.png.",
            )
            self._add_text(escape(caption or alt, quote=False))
            return
        self._append(FigureBlock(path, alt, caption, width))

    def _add_block(self, piece: BlockLines) -> None:
        if not piece.is_closed:
            self._log.add(
                "block_not_closed",
                f"the block “::: {piece.name}” has no closing line “:::”. It was ended at the "
                "next heading or block; add the closing line.",
                line=piece.line,
            )
        fields = self._known_fields(piece)
        match piece.name:
            case "text":
                self._close_text()
                self._prose = []
                self._add_prose(piece.body)
            case "html":
                self._prose = [*(self._prose or []), clean_html(piece.body)]
            case "notes":
                self._prose = self._prose or []
                self._listed = keys_in(value_of(fields, "list"))
            case "facts":
                self.facts = Facts(
                    *(keys_in(value_of(fields, key)) for key in Facts.__dataclass_fields__)
                )
            case "figure":
                said = (value_of(fields, key) for key in ("file", "alt", "caption"))
                self._add_figure(*said, value_of(fields, "width") or "column")
            case name if name in _MAKERS:
                self._append(_MAKERS[name](fields, piece.body, self._notes))
            case _:
                self._add_prose(piece.body)

    def _known_fields(self, piece: BlockLines) -> Fields:
        """Return the lines a block can use; the words of any other are kept as text."""
        known = FIELDS.get(piece.name, frozenset())
        for key, value in piece.fields:
            if key in known:
                continue
            self._log.add(
                "block_not_understood",
                f"the block “::: {piece.name}” has a line it can't use, “{key}: {value[:60]}”; it "
                "is kept as text. Correct it, or take it out.",
                line=piece.line,
            )
            self._prose = [*(self._prose or []), f"<p>{escape(f'{key}: {value}', quote=False)}</p>"]
        return tuple((key, value) for key, value in piece.fields if key in known)


def keys_in(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in _BETWEEN_KEYS.split(value) if key))


def _citation(fields: Fields) -> Note:
    source = value_of(fields, "source").removeprefix("@")
    return Note("", source or None, value_of(fields, "locator"))


def _quotation(fields: Fields, body: str, notes: Mapping[str, Note]) -> QuotationBlock:
    text = value_of(fields, "text") or body
    html = "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n"))
    speaker, occasion = value_of(fields, "speaker"), value_of(fields, "occasion")
    return QuotationBlock(html, text, speaker, occasion, citation=_citation(fields))


def _key_figure(fields: Fields, body: str, notes: Mapping[str, Note]) -> KeyFigureBlock:
    cited = _citation(fields)
    number, counts = value_of(fields, "number"), value_of(fields, "counts")
    return KeyFigureBlock(number, counts, cited.source_key, cited.locator)


def _gallery(fields: Fields, body: str, notes: Mapping[str, Note]) -> GalleryBlock:
    """Lines after ``image`` belong to that picture."""
    pictures: list[dict[str, str]] = []
    for key, value in fields:
        if key == "image":
            pictures.append({"src": media_path(value) or ""})
        elif pictures and key != "title":
            pictures[-1][key] = value
    figures = tuple(FigureBlock(**picture) for picture in pictures if picture["src"])
    sources = tuple(figure.src for figure in figures)
    return GalleryBlock(value_of(fields, "title"), sources, figures)


def _recording(kind: type) -> object:
    def make(fields: Fields, body: str, notes: Mapping[str, Note]) -> Block:
        return kind(media_path(value_of(fields, "file")) or "", value_of(fields, "caption"))

    return make


def _timeline(fields: Fields, body: str, notes: Mapping[str, Note]) -> TimelineBlock:
    return TimelineBlock(value_of(fields, "title"), keys_in(value_of(fields, "moments")))


def _map(fields: Fields, body: str, notes: Mapping[str, Note]) -> MapBlock:
    places, routes = (keys_in(value_of(fields, key)) for key in ("places", "routes"))
    return MapBlock(value_of(fields, "title"), places, routes)


def _reader_note(fields: Fields, body: str, notes: Mapping[str, Note]) -> NoteBlock:
    said = clean_html(value_of(fields, "html"))
    html = said or "\n".join(prose_html(body, labels=(), top=NOTE_TOP))
    kind = "warning" if value_of(fields, "kind") == "warning" else "note"
    return NoteBlock(kind, value_of(fields, "title"), html_to_text(html).strip(), html)


def _table(fields: Fields, body: str, notes: Mapping[str, Note]) -> TableBlock:
    header, rows = read_rows(body)
    cells = [inline_html(cell, labels=notes) for row in (header, *rows) for cell in row]
    shown, cited = numbered(cells, notes, listed=keys_in(value_of(fields, "notes")))
    width = len(header)
    cut = [tuple(shown[start : start + width]) for start in range(0, len(shown), width or 1)]
    return TableBlock(value_of(fields, "caption"), cut[0] if cut else (), tuple(cut[1:]), cited)


_MAKERS = {
    "quotation": _quotation,
    "key-figure": _key_figure,
    "gallery": _gallery,
    "audio": _recording(AudioBlock),
    "video": _recording(VideoBlock),
    "timeline": _timeline,
    "map": _map,
    "note": _reader_note,
    "table": _table,
}
