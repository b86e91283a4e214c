"""A page's content as paragraphs that a curator reads, pictures and notes by name."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any, Protocol

from .canonical import canonical, stream_of
from .differences import Paragraph
from .rich_text import paragraphs_of

# Fields that are words of their own, in the order in which a visitor meets them.
_WORDS = ("title", "subtitle", "standfirst")
_FACTS = ("moments", "places", "people", "terms")
_SETTINGS = ("kind", "theme", "kiosk_idle_seconds", "kiosk_warning_seconds", "seo_title",
             "search_description", "show_in_menus")  # fmt: skip


class Names(Protocol):
    """What curators call a thing: ``kind`` is image, recording, source, theme, moments, places…"""

    def of(self, kind: str, pk: Any) -> str: ...

    def image_words(self, pk: Any) -> tuple[str, str]:
        """Return a picture's alternative text and caption in the library."""


def passages_of(
    content: Mapping[str, Any], names: Names, *, settings: Container[str] = ()
) -> tuple[Paragraph, ...]:
    """Return everything an import may write of a page, from ``content`` as a revision keeps it.

    Args:
        settings: which fields to tell of that are no text, such as the theme.
    """
    return tuple(_passages(content, names, settings))


def _passages(
    content: Mapping[str, Any], names: Names, settings: Container[str]
) -> Iterator[Paragraph]:
    for name in _WORDS:
        if words := (content.get(name) or "").strip():
            yield Paragraph(name, words)
    if picture := content.get("lead_image"):
        alt, caption = content.get("lead_image_alt"), content.get("lead_image_caption")
        yield _picture(picture, alt, caption, names)
    yield from _streams(content, names)
    yield from _facts_beside(content, names)
    for name in _SETTINGS:
        if name in settings and (value := content.get(name)):
            words = names.of("theme", value) if name == "theme" else str(value)
            yield Paragraph("setting", words, name)


def _streams(content: Mapping[str, Any], names: Names) -> Iterator[Paragraph]:
    for stream in ("body", "questions", "external_links", "internal_links"):
        for block in stream_of(content.get(stream)):
            passages = _internal_link if stream == "internal_links" else _BLOCKS[block["type"]]
            yield from passages(block["value"], names)


def _facts_beside(content: Mapping[str, Any], names: Names) -> Iterator[Paragraph]:
    for kind in _FACTS:
        for item in canonical(kind, content.get(kind) or []):
            for pk in item.values():
                yield Paragraph("fact", names.of(kind, pk), f"{kind} {pk}")
    for item in canonical("attract_items", content.get("attract_items") or []):
        yield _picture(item.get("image"), "", item.get("text"), names)


def _picture(pk: Any, alt: str | None, caption: str | None, names: Names, width="") -> Paragraph:
    library_alt, library_caption = names.image_words(pk)
    said = (alt or library_alt, caption or library_caption)
    name = names.of("image", pk).strip()
    # A picture out of a Word document is called by its caption, which is said anyway.
    is_said = any(words and words.startswith(name.rstrip("…")) for words in said)
    parts = said if is_said else (name, *said)
    words = " — ".join(part.strip() for part in parts if part and part.strip())
    return Paragraph("picture", words, f"{pk} {width}")


def _rich(html: str, kind: str = "") -> Iterator[Paragraph]:
    for each in paragraphs_of(html or ""):
        style = "item" if each.kind[:2] in {"ul", "ol"} else each.kind
        mark = f"{each.kind} {each.mark}" if style == "item" else each.mark
        yield Paragraph(kind or style, each.words, mark)


def _text(value: Mapping[str, Any], names: Names) -> Iterator[Paragraph]:
    yield from _rich(value.get("text", ""))
    yield from _notes(value.get("notes"), names)


def _notes(notes: Any, names: Names) -> Iterator[Paragraph]:
    for number, note in enumerate(_values(notes), start=1):
        words = _cited(note, names)
        yield Paragraph("cited", " ".join(filter(None, (f"[{number}]", words))))


def _cited(note: Mapping[str, Any], names: Names) -> str:
    source = names.of("source", note["source"]) if note.get("source") else ""
    return ", ".join(filter(None, (source, note.get("locator"), note.get("remark"))))


def _quotation(value, names) -> Iterator[Paragraph]:
    yield Paragraph("quotation", value.get("text", ""))
    said = (value.get("speaker"), value.get("occasion"), _cited(value.get("citation") or {}, names))
    yield Paragraph("words", "— " + ", ".join(filter(None, said)))


def _note(value, names) -> Iterator[Paragraph]:
    yield Paragraph("subheading", value.get("title", ""), value.get("kind", ""))
    yield from _rich(value.get("text", ""))


def _figure(value, names) -> Iterator[Paragraph]:
    yield _picture(
        value.get("image"), value.get("alt"), value.get("caption"), names, value.get("width", "")
    )


def _gallery(value, names) -> Iterator[Paragraph]:
    if value.get("title"):
        yield Paragraph("subheading", value["title"])
    for item in value.get("figures") or []:
        yield from _figure(item.get("value", item), names)


def _recording(value, names) -> Iterator[Paragraph]:
    parts = (names.of("recording", value.get("recording")), value.get("caption"))
    yield Paragraph("recording", " — ".join(filter(None, parts)), str(value.get("recording")))


def _key_figure(value, names) -> Iterator[Paragraph]:
    cited = _cited(value.get("citation") or {}, names)
    parts = (value.get("number"), value.get("counts"), cited)
    yield Paragraph("words", " — ".join(filter(None, parts)))


def _facts(*kinds: str) -> Callable[..., Iterator[Paragraph]]:
    def facts(value, names) -> Iterator[Paragraph]:
        yield Paragraph("subheading", value.get("title", ""))
        for kind in kinds:
            for pk in _values(value.get(kind)):
                yield Paragraph("fact", names.of(kind, pk), f"{kind} {pk}")

    return facts


def _values(items: Any) -> list[Any]:
    return [item["value"] if isinstance(item, Mapping) else item for item in items or []]


def _table(value, names) -> Iterator[Paragraph]:
    table = value.get("table") or {}
    if table.get("caption"):
        yield Paragraph("subheading", table["caption"])
    header = [column.get("heading", "") for column in table.get("columns") or []]
    rows = [header, *(row.get("values") or [] for row in table.get("rows") or [])]
    for row in rows:
        if any(row):
            yield Paragraph("row", " | ".join(str(cell or "") for cell in row))
    yield from _notes(value.get("notes"), names)


def _question(value, names) -> Iterator[Paragraph]:
    yield Paragraph("heading", value.get("question", ""))
    yield from _text(value.get("answer") or {}, names)
    if value.get("chapter"):
        yield Paragraph("words", f"→ {names.of('page', value['chapter'])}")


def _external_link(value, names) -> Iterator[Paragraph]:
    parts = (value.get("title"), value.get("url"), value.get("description"))
    yield Paragraph("words", " — ".join(filter(None, parts)))


def _internal_link(value, names) -> Iterator[Paragraph]:
    place = names.of("page", value["page"]) if value.get("page") else value.get("view")
    parts = (value.get("title"), place, value.get("description"))
    yield Paragraph("words", " — ".join(filter(None, parts)))


_BLOCKS = {
    "text": _text,
    "quotation": _quotation,
    "note": _note,
    "figure": _figure,
    "gallery": _gallery,
    "audio": _recording,
    "video": _recording,
    "key_figure": _key_figure,
    "timeline": _facts("moments"),
    "map": _facts("places", "routes"),
    "table": _table,
    "question": _question,
    "link": _external_link,
}
