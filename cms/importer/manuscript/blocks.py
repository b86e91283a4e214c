"""What a chapter is made of, as the importer takes it over: one dataclass for each kind of block.

All ``html`` is final: sanitised, safe to show. All other strings are plain text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """A citation or remark hung on a place in the text.

    ``key`` is the note's label in the manuscript. ``remark`` is plain text. ``source_key`` names
    a table of ``data/sources.toml``, or is None when the note only remarks.
    """

    key: str
    source_key: str | None = None
    locator: str = ""
    remark: str = ""


@dataclass(frozen=True)
class TextBlock:
    """Running text: paragraphs, sub-headings (h3, h4), lists, quotations without a speaker.

    Its notes are marked in the html as ``[1]``, ``[2]``…: the first is ``notes[0]``.
    """

    html: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class FigureBlock:
    """One picture. ``src`` is a path inside the bundle, ``width`` column, wide or full."""

    src: str
    alt: str = ""
    caption: str = ""
    width: str = "column"


@dataclass(frozen=True)
class GalleryBlock:
    """``figures`` are its pictures with words of their own; without them ``sources`` are all."""

    title: str
    sources: tuple[str, ...]
    figures: tuple[FigureBlock, ...] = ()


@dataclass(frozen=True)
class QuotationBlock:
    """A quotation that names its speaker. Notes are marked in ``html`` and ``text`` as ``[1]``…

    ``source`` may be empty when the manuscript names only a speaker. A ``citation`` said apart
    from the words leaves them as they are, with nothing in them to take for a note.
    """

    html: str
    text: str
    speaker: str
    source: str = ""
    notes: tuple[Note, ...] = ()
    citation: Note | None = None


@dataclass(frozen=True)
class KeyFigureBlock:
    number: str
    counts: str
    source_key: str | None = None
    locator: str = ""


@dataclass(frozen=True)
class AudioBlock:
    """A recording to listen to. ``file`` is a path inside the bundle.

    ``caption`` stands for the library's, e.g. in another language.
    """

    file: str
    caption: str = ""


@dataclass(frozen=True)
class VideoBlock:
    """A recording to watch; as ``AudioBlock``."""

    file: str
    caption: str = ""


@dataclass(frozen=True)
class TimelineBlock:
    """``moments`` are keys of ``data/moments.toml``."""

    title: str
    moments: tuple[str, ...]


@dataclass(frozen=True)
class MapBlock:
    """``places`` and ``routes`` are keys of ``data/places.toml`` and ``data/routes.toml``."""

    title: str
    places: tuple[str, ...]
    routes: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteBlock:
    """A word to the reader. ``kind`` is ``note`` or ``warning``; ``html`` is ``text`` as html."""

    kind: str
    title: str
    text: str
    html: str


@dataclass(frozen=True)
class TableBlock:
    """Cells are inline html; ``header`` is empty when the table has none.

    Notes are marked in the cells as ``[1]``…
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Keys of the reusable facts that belong to a chapter. They show nothing by themselves."""

    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()


Block = (
    TextBlock
    | FigureBlock
    | GalleryBlock
    | QuotationBlock
    | KeyFigureBlock
    | AudioBlock
    | VideoBlock
    | TimelineBlock
    | MapBlock
    | NoteBlock
    | TableBlock
)
