"""How words look, as far as a text keeps it: by tag, by style sheet, by style attribute.

Google Docs and Word say what is bold, or hidden, in a style sheet of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

_OF_INTEREST = frozenset(
    {"font-weight", "font-style", "vertical-align", "display", "visibility", "mso-hide",
     "mso-element", "mso-list", "margin-left"}
)  # fmt: skip
_BY_TAG = {
    "b": {"font-weight": "bold"}, "strong": {"font-weight": "bold"},
    "i": {"font-style": "italic"}, "em": {"font-style": "italic"},
    "cite": {"font-style": "italic"}, "dfn": {"font-style": "italic"},
    "var": {"font-style": "italic"},
    "sup": {"vertical-align": "super"}, "sub": {"vertical-align": "sub"},
    "del": {"display": "none"}, "rp": {"display": "none"},
    "dt": {"font-weight": "bold"},
}  # fmt: skip
# Deletions and comments as Word and LibreOffice export them, and marks drawn for bullets.
_HIDDEN_CLASSES = frozenset({
    "msodel", "msocommentreference", "msocomanchor", "msocomtxt", "msocomoff", "msocommenttext",
    "annotation_style_by_filter", "numbering_20_symbols",
})  # fmt: skip
_HIDDEN_ELEMENTS = frozenset({
    "comment", "comment-list", "header", "footer", "footnote-separator",
    "footnote-continuation-separator", "endnote-separator", "endnote-continuation-separator",
})  # fmt: skip
_RAISED = {"super": "sup", "sub": "sub"}
# Of one class or tag, so that a hostile sheet can't make every element dear.
_MOST_RULES = 100

Declarations = Mapping[str, str]


class Link(NamedTuple):
    """One ``<a href>``; ``names`` are the places in the page that it, and what holds it, are."""

    serial: int
    href: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Look:
    """``raised`` is "sup", "sub" or ""; ``marker`` words are the bullet or number of an item."""

    bold: bool = False
    italic: bool = False
    raised: str = ""
    hidden: bool = False
    preformatted: bool = False
    marker: bool = False
    link: Link | None = None


class Styles:
    """The style sheets of one document. Of selectors, only tags and classes are understood."""

    def __init__(self) -> None:
        self._rules: dict[str, list[tuple[frozenset[str], Declarations]]] = {}
        self._known: dict[tuple[str, str, str], Declarations] = {}

    def add(self, sheet: str) -> None:
        conditional = False
        for block in _without_comments(sheet).split("}"):
            selectors, opened, body = block.rpartition("{")
            # What "@media print" hides is there to be read.
            conditional = bool(opened) if conditional else "{" in selectors
            found = _declarations(body) if opened and not conditional else {}
            for selector in selectors.rpartition(";")[2].split(",") if found else ():
                self._add_rule(selector.strip().lower(), found)
        self._known.clear()

    def _add_rule(self, selector: str, declarations: Declarations) -> None:
        tag, *classes = selector.split(".")
        tag = "" if tag == "*" and classes else tag
        if not all(map(_is_name, classes)) or not (_is_name(tag) or (classes and not tag)):
            return
        key = f"{tag}.{classes[0]}" if classes else tag
        needed = frozenset(classes[1:])
        rules = self._rules.setdefault(key, [])
        if rules and rules[-1][0] == needed:
            rules[-1] = (needed, {**rules[-1][1], **declarations})
        elif len(rules) < _MOST_RULES:
            rules.append((needed, declarations))

    def of(self, tag: str, attributes: Mapping[str, str]) -> Declarations:
        """Return what is declared of one element, the stronger rule winning."""
        own = attributes.get("class", "").lower(), attributes.get("style", "")
        known = self._known.get((tag, *own))
        if known is None:
            known = self._known[(tag, *own)] = self._resolved(tag, *own)
        return known

    def _resolved(self, tag: str, class_names: str, style: str) -> Declarations:
        classes = class_names.split()[:50]
        found = dict(_BY_TAG.get(tag, {}))
        keys = (tag, *(f".{one}" for one in classes), *(f"{tag}.{one}" for one in classes))
        for key in keys:
            for needed, declarations in self._rules.get(key, ()):
                if needed.issubset(classes):
                    found |= declarations
        if style:
            found |= _declarations(style)
        if not _HIDDEN_CLASSES.isdisjoint(classes):
            found["display"] = "none"
        return found


def look_of(declared: Declarations, inherited: Look) -> Look:
    """Return the look of words in an element, given that of the element around it."""
    if not declared:
        return inherited
    weight, slope = declared.get("font-weight", ""), declared.get("font-style", "")
    raised = _RAISED.get(declared.get("vertical-align", ""))
    return Look(
        _is_bold(weight) if weight else inherited.bold,
        slope.startswith(("italic", "oblique")) if slope else inherited.italic,
        inherited.raised if raised is None else raised,
        inherited.hidden or _is_hidden(declared),
        inherited.preformatted,
        inherited.marker or declared.get("mso-list") == "ignore",
        inherited.link,
    )


def _is_bold(weight: str) -> bool:
    return weight.startswith("bold") or (weight.isdecimal() and len(weight) < 5 and weight >= "600")


def _is_hidden(declared: Declarations) -> bool:
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in {"hidden", "collapse"}
        or declared.get("mso-hide") == "all"
        or declared.get("mso-element") in _HIDDEN_ELEMENTS
    )


def _declarations(body: str) -> dict[str, str]:
    found = {}
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and name in _OF_INTEREST:
            found[name] = value.replace("!important", "").strip().lower()
    return found


def _without_comments(sheet: str) -> str:
    first, *rest = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _is_name(word: str) -> bool:
    return bool(word) and word.replace("-", "").replace("_", "").replace("\\", "").isalnum()
