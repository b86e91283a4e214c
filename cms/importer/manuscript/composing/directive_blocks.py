"""``::: name`` blocks as the importer's blocks, with a word to the curator where one is wrong."""

from __future__ import annotations

import re
from html import escape

from cms.importer.manuscript.blocks import (
    AudioBlock,
    Block,
    Facts,
    GalleryBlock,
    KeyFigureBlock,
    MapBlock,
    NoteBlock,
    TimelineBlock,
    VideoBlock,
)
from cms.importer.manuscript.elements import Directive
from cms.importer.manuscript.formats.markdown.directives import FIELDS
from cms.importer.manuscript.media_paths import accepted_source, media_path
from cms.importer.manuscript.notes import read_note
from cms.importer.manuscript.warning_log import WarningLog

_NEEDED = {
    "key-figure": ("number", "counts"),
    "gallery": ("image",),
    "audio": ("file",),
    "video": ("file",),
    "timeline": ("moments",),
    "map": ("places",),
    "note": ("text",),
    "facts": (),
}
_BETWEEN_KEYS = re.compile(r"[,;،\s]+")
_NOTE_KINDS = {"note", "warning"}


def block_of(directive: Directive, log: WarningLog) -> Block | None:
    """Return the block a directive stands for; None, after a warning, if it can't be made out."""
    if not _is_complete(directive, log):
        return None
    value, keys = directive.value, lambda name: keys_in(directive.value(name))
    match directive.name:
        case "key-figure":
            source = read_note("", value("source"))[0] if value("source") else None
            return KeyFigureBlock(
                value("number"),
                value("counts"),
                source.source_key if source else None,
                (source.locator or source.remark) if source else "",
            )
        case "gallery":
            sources = [
                accepted_source(src, "in a gallery", directive.line, log, tells_alt=False)
                for src in directive.values("image")
            ]
            kept = tuple(source for source in sources if source)
            return GalleryBlock(value("title"), kept) if kept else None
        case "audio" | "video":
            return _recording(directive, log)
        case "timeline":
            return TimelineBlock(value("title"), keys("moments"))
        case "map":
            return MapBlock(value("title"), keys("places"), keys("routes"))
        case "note":
            return _note(directive)
    return None


def facts_of(directive: Directive) -> Facts:
    return Facts(
        *(keys_in(directive.value(name)) for name in ("places", "people", "terms", "moments"))
    )


def keys_in(value: str) -> tuple[str, ...]:
    """Keys of a list such as ``termez, hairatan``, each once, in order."""
    return tuple(dict.fromkeys(key for key in _BETWEEN_KEYS.split(value) if key))


def unknown_words(directive: Directive) -> tuple[str, ...]:
    """What a directive says under keys it does not have; the words are kept as text."""
    known = FIELDS.get(directive.name, frozenset())
    return tuple(
        f"{key}: {value}" if key else value
        for key, value in directive.fields
        if key not in known and value
    )


def _is_complete(directive: Directive, log: WarningLog) -> bool:
    if directive.name not in FIELDS:
        log.add(
            "block_not_understood",
            f"there is no block called “::: {directive.name}”; its words are kept as text. "
            f"Blocks are: {', '.join(sorted(FIELDS))}.",
            line=directive.line,
        )
        return False
    missing = [key for key in _NEEDED[directive.name] if not directive.value(key)]
    if missing:
        log.add(
            "block_not_understood",
            f"the block “::: {directive.name}” lacks “{missing[0]}: …”; what it says is kept as "
            "text. Add the missing line.",
            line=directive.line,
        )
    if unknown := unknown_words(directive):
        log.add(
            "block_not_understood",
            f"the block “::: {directive.name}” has a line it can't use, “{unknown[0][:60]}”; it "
            f"is kept as text. It can have: {', '.join(sorted(FIELDS[directive.name]))}.",
            line=directive.line,
        )
    return not missing


def _recording(directive: Directive, log: WarningLog) -> Block | None:
    path = media_path(directive.value("file"))
    if path is None:
        log.add(
            "media_rejected",
            f"the recording “{directive.value('file')[:60]}” was left out: it is not a file of "
            "the bundle. Put the file in the bundle and name it like recordings/engines.mp3.",
            line=directive.line,
        )
        return None
    kind = AudioBlock if directive.name == "audio" else VideoBlock
    return kind(path, directive.value("caption"))


def _note(directive: Directive) -> NoteBlock:
    text = directive.value("text")
    kind = directive.value("kind").lower()
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    html = "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs)
    return NoteBlock(kind if kind in _NOTE_KINDS else "note", directive.value("title"), text, html)
