"""What a page carries besides words and pictures: it goes, and the curator is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .markup import StartTag

_WITH_CONTENT = frozenset({"script", "template", "svg", "iframe"})
_ALONE = frozenset({
    "script", "template", "svg", "math", "iframe", "frame", "frameset", "object", "embed",
    "applet", "form", "input", "button", "select", "textarea", "base", "audio", "video", "canvas",
    "portal", "marquee", "dialog",
})  # fmt: skip


class Removal(NamedTuple):
    """A place where something was taken out, and what to say of it."""

    message: str


def removals(tag: StartTag) -> Iterator[Removal]:
    if tag.name in _WITH_CONTENT and tag.content.strip():
        yield Removal(
            f"a <{tag.name}> and what is inside it were removed: visitors' pages carry no code "
            "from documents. Nothing to do, unless words for visitors stood in it."
        )
    elif tag.name in _ALONE or (tag.name == "meta" and _sends_elsewhere(tag)):
        yield Removal(
            f"the HTML tag <{tag.name}> was removed; words in it are kept. Nothing to do, unless "
            "visitors need what it did: then describe it in words."
        )
    elif code := next((name for name in tag.attributes if name.startswith("on")), ""):
        yield Removal(
            f"“{code[:20]}” was removed from a <{tag.name}>: visitors' pages carry no code from "
            "documents. Nothing to do."
        )


def _sends_elsewhere(tag: StartTag) -> bool:
    return tag.attributes.get("http-equiv", "").lower() == "refresh"
