"""Turn an outline's blocks into what a StreamField stores."""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from cms.importer.editable import editable
from cms.importer.facts import BundleProblem, Facts
from cms.importer.library import Library
from cms.importer.manuscript import blocks as outlined
from exhibit.citations import MARKER
from exhibit.models import Source

_TAG = re.compile(r"<[^>]+>")
_FRAGMENT_LINK = re.compile(r'<a href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
# Begins the target of a link to a place on its own page, as an export writes it.
ANCHOR = "anchor:"
# The same manuscript gives the same block ids, so that links to them outlive a new import.
_IDS = uuid.UUID("6f6d2f5a-58f2-4f0e-9a4b-0d8a7c1f5e11")


@dataclass(frozen=True)
class Desk:
    """What lies ready when bodies are written: sources, facts, media, and pages to link to.

    ``pages`` maps an internal target of the manuscript ("7", "faq") to a page id. Who only looks
    gives stand-ins (see ``paper``): of everything here the id and the words alone are used.
    """

    sources: Mapping[str, Source]
    facts: Facts
    library: Library
    pages: Mapping[str, int | str]


def body_of(
    blocks: Iterable[outlined.Block], desk: Desk, *, name: str, wanted_by: str
) -> list[dict[str, Any]]:
    """Return raw StreamField data. ``name`` seeds the block ids, ``wanted_by`` names the chapter.

    Raises:
        BundleProblem: for a picture, recording or fact that is not in the bundle.
    """
    return [
        _block(*_converted(block, desk, wanted_by), name=f"{name}/{place}")
        for place, block in enumerate(blocks)
    ]


def text_value(html: str, notes: Iterable[outlined.Note], desk: Desk, *, wanted_by: str) -> dict:
    return {
        "text": linked(editable(html), desk.pages),
        "notes": [
            {
                "type": "item",
                "id": str(uuid.uuid5(_IDS, f"{wanted_by}/{note.key}")),
                "value": {
                    "source": _source_id(note.source_key, desk, wanted_by),
                    "locator": note.locator,
                    "remark": note.remark,
                },
            }
            for note in notes
        ],
    }


def linked(html: str, pages: Mapping[str, int | str]) -> str:
    """Point ``#7`` and ``#faq`` at the pages they mean; a target without a page keeps its words."""

    def link(match: re.Match[str]) -> str:
        target, words = match.group(1), match.group(2)
        if target.startswith(ANCHOR):
            return f'<a href="#{target.removeprefix(ANCHOR)}">{words}</a>'
        page = pages.get(target)
        return f'<a linktype="page" id="{page}">{words}</a>' if page else words

    return _FRAGMENT_LINK.sub(link, html)


def renumbered(html: str, by: int) -> str:
    """Raise the number of every marker, for a text joined to one that has ``by`` notes."""
    return MARKER.sub(lambda match: f"[{int(match.group(1)) + by}]", html) if by else html


def plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def block_id(name: str) -> str:
    return str(uuid.uuid5(_IDS, name))


def _block(kind: str, value: Any, *, name: str) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": block_id(name)}


def _source_id(key: str | None, desk: Desk, wanted_by: str) -> int | None:
    if key is None:
        return None
    if key not in desk.sources:
        raise BundleProblem(
            f"“{wanted_by}” cites @{key}, which is not in data/sources.toml. "
            f"Add a table [{key}] to that file, or correct the note."
        )
    return desk.sources[key].pk


def _converted(block: outlined.Block, desk: Desk, wanted_by: str) -> tuple[str, Any]:
    return _CONVERTERS[type(block)](block, desk, wanted_by)


def _text(block: outlined.TextBlock, desk, wanted_by):
    return "text", text_value(block.html, block.notes, desk, wanted_by=wanted_by)


def _figure_value(block: outlined.FigureBlock, desk: Desk, wanted_by: str) -> dict[str, Any]:
    image = desk.library.image(block.src, wanted_by=wanted_by, alt=block.alt, caption=block.caption)
    return {
        "image": image.pk,
        "alt": "" if block.alt == image.alt else block.alt,
        "caption": "" if block.caption == image.caption else block.caption,
        "width": block.width,
    }


def _figure(block: outlined.FigureBlock, desk, wanted_by):
    return "figure", _figure_value(block, desk, wanted_by)


def _gallery(block: outlined.GalleryBlock, desk, wanted_by):
    figures = block.figures or tuple(outlined.FigureBlock(src) for src in block.sources)
    items = [
        {
            "type": "item",
            "id": block_id(f"{wanted_by}/{figure.src}"),
            "value": _figure_value(figure, desk, wanted_by),
        }
        for figure in figures
    ]
    return "gallery", {"title": block.title, "figures": items}


def _quotation(block: outlined.QuotationBlock, desk, wanted_by):
    cited = block.citation or next((note for note in block.notes if note.source_key), None)
    # A citation said apart leaves nothing in the words to take for a note.
    unmarked = str if block.citation else lambda words: MARKER.sub("", words).strip()
    return "quotation", {
        "text": unmarked(block.text),
        "speaker": block.speaker,
        "occasion": unmarked(block.source),
        "citation": {
            "source": _source_id(cited.source_key, desk, wanted_by) if cited else None,
            "locator": cited.locator if cited else "",
        },
    }


def _key_figure(block: outlined.KeyFigureBlock, desk, wanted_by):
    return "key_figure", {
        "number": block.number,
        "counts": block.counts,
        "citation": {
            "source": _source_id(block.source_key, desk, wanted_by),
            "locator": block.locator,
        },
    }


def _recording(kind: str):
    def convert(block, desk: Desk, wanted_by: str):
        recording = desk.library.recording(block.file, wanted_by=wanted_by)
        return kind, {"recording": recording.pk, "caption": block.caption}

    return convert


def _chosen(kind: str, keys: Iterable[str], desk: Desk, wanted_by: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "item",
            "id": block_id(f"{wanted_by}/{kind}/{key}"),
            "value": desk.facts.get(kind, key, wanted_by=wanted_by).pk,
        }
        for key in keys
    ]


def _timeline(block: outlined.TimelineBlock, desk, wanted_by):
    moments = _chosen("moments", block.moments, desk, wanted_by)
    return "timeline", {"title": block.title, "moments": moments}


def _map(block: outlined.MapBlock, desk, wanted_by):
    return "map", {
        "title": block.title,
        "places": _chosen("places", block.places, desk, wanted_by),
        "routes": _chosen("routes", block.routes, desk, wanted_by),
    }


def _reader_note(block: outlined.NoteBlock, desk, wanted_by):
    return "note", {
        "kind": block.kind,
        "title": block.title,
        "text": linked(editable(block.html), desk.pages),
    }


def _table(block: outlined.TableBlock, desk, wanted_by):
    width = max([len(block.header), *(len(row) for row in block.rows)])
    header = [plain(cell) for cell in block.header] or [""] * width
    return "table", {
        "table": {
            "columns": [{"type": "text", "heading": heading} for heading in header],
            "rows": [{"values": [plain(cell) for cell in row]} for row in block.rows],
            "caption": block.caption,
        },
        "notes": text_value("", block.notes, desk, wanted_by=wanted_by)["notes"],
    }


_CONVERTERS = {
    outlined.TextBlock: _text,
    outlined.FigureBlock: _figure,
    outlined.GalleryBlock: _gallery,
    outlined.QuotationBlock: _quotation,
    outlined.KeyFigureBlock: _key_figure,
    outlined.AudioBlock: _recording("audio"),
    outlined.VideoBlock: _recording("video"),
    outlined.TimelineBlock: _timeline,
    outlined.MapBlock: _map,
    outlined.NoteBlock: _reader_note,
    outlined.TableBlock: _table,
}
