"""Blocks of a StreamField as the blocks of an outline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import Any

from cms.exporter.facts import Facts
from cms.exporter.links import Targets
from cms.exporter.manuscript.html_tree import canonical, tree_of
from cms.exporter.manuscript.words import clean_words
from cms.exporter.media import Media
from cms.exporter.remarks import Remarks
from cms.exporter.words import in_one_line, said
from cms.importer.manuscript import blocks as outlined
from cms.importer.manuscript.html_words import html_to_text


@dataclass
class Shelf:
    """What all pages of an export share."""

    facts: Facts
    media: Media
    remarks: Remarks


@dataclass
class PageReader:
    """Reads the blocks of one page. ``prefix`` begins the labels of its notes."""

    shelf: Shelf
    targets: Targets
    language: str
    title: str
    prefix: str
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def blocks(self, stream: Iterable[Any]) -> tuple[outlined.Block, ...]:
        read = (_READERS[child.block_type](self, child.value) for child in stream)
        return tuple(block for block in read if block is not None)

    def text(self, value: Any) -> outlined.TextBlock:
        source = value["text"].source if value.get("text") else ""
        html = self.targets.in_html(clean_words(source), wanted_by=self.title)
        self._name_what_is_lost(html)
        return outlined.TextBlock(canonical(html), self.notes(value.get("notes")))

    def notes(self, notes: Iterable[Any] | None) -> tuple[outlined.Note, ...]:
        return tuple(
            outlined.Note(
                f"{self.prefix}-{next(self._numbers)}",
                self._source(note.get("source")),
                in_one_line(note.get("locator")),
                said(note.get("remark")),
            )
            for note in notes or ()
        )

    def figure(self, value: Any) -> outlined.FigureBlock | None:
        image = value.get("image")
        path = self.shelf.media.image(image)
        if not path:
            self._name_what_is_gone(image, "picture", said(value.get("caption")))
            return None
        return outlined.FigureBlock(
            path,
            _own(value.get("alt"), image.alt),
            _own(value.get("caption"), image.caption),
            value.get("width") or "column",
        )

    def gallery(self, value: Any) -> outlined.GalleryBlock:
        figures = tuple(filter(None, map(self.figure, value.get("figures") or ())))
        sources = tuple(figure.src for figure in figures)
        return outlined.GalleryBlock(in_one_line(value.get("title")), sources, figures)

    def quotation(self, value: Any) -> outlined.QuotationBlock:
        text = said(value.get("text"))
        cited = self._citation(value)
        return outlined.QuotationBlock(
            f"<p>{escape(text, quote=False)}</p>",
            text,
            in_one_line(value.get("speaker")),
            in_one_line(value.get("occasion")),
            citation=cited,
        )

    def key_figure(self, value: Any) -> outlined.KeyFigureBlock:
        cited = self._citation(value)
        number, counts = in_one_line(value.get("number")), in_one_line(value.get("counts"))
        return outlined.KeyFigureBlock(number, counts, cited.source_key, cited.locator)

    def audio(self, value: Any) -> outlined.AudioBlock | None:
        return self._recording(outlined.AudioBlock, value)

    def video(self, value: Any) -> outlined.VideoBlock | None:
        return self._recording(outlined.VideoBlock, value)

    def timeline(self, value: Any) -> outlined.TimelineBlock:
        return outlined.TimelineBlock(
            in_one_line(value.get("title")), self.keys(value.get("moments"))
        )

    def map(self, value: Any) -> outlined.MapBlock:
        places, routes = self.keys(value.get("places")), self.keys(value.get("routes"))
        return outlined.MapBlock(in_one_line(value.get("title")), places, routes)

    def note(self, value: Any) -> outlined.NoteBlock:
        source = value["text"].source if value.get("text") else ""
        html = self.targets.in_html(clean_words(source), wanted_by=self.title)
        self._name_what_is_lost(html)
        html = canonical(html)
        kind, title = value.get("kind") or "note", in_one_line(value.get("title"))
        return outlined.NoteBlock(kind, title, html_to_text(html).strip(), html)

    def table(self, value: Any) -> outlined.TableBlock:
        table = value.get("table")
        columns = table.columns if table else []
        rows = table.row_data if table else []
        return outlined.TableBlock(
            in_one_line(getattr(table, "caption", "")),
            tuple(_cell(column["heading"]) for column in columns),
            tuple(tuple(map(_cell, row["values"])) for row in rows),
            self.notes(value.get("notes")),
        )

    def keys(self, facts: Iterable[Any] | None) -> tuple[str, ...]:
        """Return the keys of facts, each once: a fact chosen twice is shown once."""
        there = [fact for fact in facts or () if fact is not None]
        keys = (self.shelf.facts.key(fact, language=self.language) for fact in there)
        return tuple(dict.fromkeys(keys))

    def _citation(self, value: Any) -> outlined.Note:
        citation = value.get("citation") or {}
        return outlined.Note(
            "", self._source(citation.get("source")), in_one_line(citation.get("locator"))
        )

    def _source(self, source: Any) -> str | None:
        return self.shelf.facts.source_key(source) if source else None

    def _recording(self, kind: type, value: Any) -> Any:
        recording = value.get("recording")
        path = self.shelf.media.recording(recording)
        if not path:
            self._name_what_is_gone(recording, "recording", said(value.get("caption")))
            return None
        return kind(path, said(value.get("caption")))

    def _name_what_is_gone(self, item: Any, kind: str, caption: str) -> None:
        if item is None:
            words = f" (“{caption[:60]}”)" if caption else ""
            self.shelf.remarks.add(
                f"“{self.title}” has a place for a {kind}{words} with nothing in it, which is left "
                "out. Choose one, or take the block away."
            )

    def _name_what_is_lost(self, html: str) -> None:
        for tag in tree_of(html).lost:
            self.shelf.remarks.add(
                f"In “{self.title}” the mark-up <{tag}> is left out; its words are kept."
            )


def _own(words: Any, of_library: str) -> str:
    """Return words of a place; empty where the library's are the same."""
    own = said(words)
    return "" if own == said(of_library) else own


def _cell(words: Any) -> str:
    return escape(in_one_line(words), quote=False)


_READERS = {
    "text": PageReader.text,
    "quotation": PageReader.quotation,
    "note": PageReader.note,
    "figure": PageReader.figure,
    "gallery": PageReader.gallery,
    "audio": PageReader.audio,
    "video": PageReader.video,
    "key_figure": PageReader.key_figure,
    "timeline": PageReader.timeline,
    "map": PageReader.map,
    "table": PageReader.table,
}
