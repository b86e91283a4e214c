"""How a run of text looks, as far as it matters here, and how styles add up to that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .markup import Node

# A toggle set in both the paragraph's and the character's style is off again (ISO 29500, 17.7.3).
_TOGGLES = ("b", "bCs", "i", "iCs", "vanish")
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class RunProperties:
    """None where nothing is said. ``raised`` is ``superscript``, ``subscript`` or ``baseline``."""

    b: bool | None = None
    bCs: bool | None = None  # noqa: N815 - named as the element
    i: bool | None = None
    iCs: bool | None = None  # noqa: N815
    vanish: bool | None = None
    rtl: bool | None = None
    raised: str | None = None
    language: str | None = None
    language_rtl: str | None = None

    def over(self, below: RunProperties) -> RunProperties:
        """What is said here, and where nothing is, what ``below`` says."""
        if self is NOTHING_SAID:
            return below
        if below is NOTHING_SAID:
            return self
        return RunProperties(*(
            mine if mine is not None else theirs
            for mine, theirs in zip(self.said(), below.said(), strict=True)
        ))  # fmt: skip

    def said(self) -> tuple:
        return (
            self.b, self.bCs, self.i, self.iCs, self.vanish, self.rtl, self.raised, self.language,
            self.language_rtl,
        )  # fmt: skip


NOTHING_SAID = RunProperties()


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown in the end."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    raised: str = ""
    language: str = ""


def is_on(node: Node | None) -> bool | None:
    """Whether an on-off property is on; None where it is not set."""
    return None if node is None else node.get("val") not in _OFF


def read_run_properties(node: Node | None) -> RunProperties:
    """Read ``w:rPr``."""
    if node is None or not node.children:
        return NOTHING_SAID
    said: dict[str, object] = {}
    for child in node.children:
        match child.name:
            case "w:b" | "w:bCs" | "w:i" | "w:iCs" | "w:vanish" | "w:rtl":
                said[child.name[2:]] = is_on(child)
            case "w:specVanish":
                if is_on(child):
                    said["vanish"] = True
            case "w:vertAlign":
                said["raised"] = child.get("val")
            case "w:lang":
                said["language"] = child.get("val") or None
                said["language_rtl"] = child.get("bidi") or None
    return RunProperties(**said) if said else NOTHING_SAID  # type: ignore[arg-type]


def look_of(
    direct: RunProperties, styles: Iterable[RunProperties], defaults: RunProperties
) -> Look:
    """Add up a run's own properties, those of its character and paragraph styles, the defaults."""
    toggled = dict.fromkeys(_TOGGLES, False)
    under = defaults
    for style in reversed(list(styles)):
        for name in _TOGGLES:
            if getattr(style, name):
                toggled[name] = not toggled[name]
        under = style.over(under)

    def on(name: str) -> bool:
        own = getattr(direct, name)
        return own if own is not None else toggled[name] or bool(getattr(defaults, name))

    whole = direct.over(under)
    script = "Cs" if whole.rtl else ""
    language = (whole.language_rtl if whole.rtl else whole.language) or ""
    raised = whole.raised if whole.raised in {"superscript", "subscript"} else ""
    return Look(on("b" + script), on("i" + script), on("vanish"), raised or "", language)
