"""The styles of a Word document, each with all that it takes over from those it is based on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .markup import Node
from .properties import NOTHING_SAID, RunProperties, is_on, read_run_properties
from .style_names import StyleRole, contents_level, heading_level, role_of

BODY_LEVEL = 10
_LONGEST_CHAIN = 30


@dataclass(frozen=True)
class ParagraphStyle:
    """A style with its ancestors' properties in it.

    Attributes:
        level: of the heading it makes, from 1; 0 if it says nothing, ``BODY_LEVEL`` if it says
            that it makes none.
        numbering: (list, level in it), either None where nothing is said.
        indent: left and right, in twentieths of a point; None where nothing is said.
    """

    run: RunProperties = NOTHING_SAID
    level: int = 0
    role: StyleRole | None = None
    contents: int = 0
    numbering: tuple[str | None, int | None] = (None, None)
    style_id: str = ""
    indent: tuple[int | None, int | None] = (None, None)


_PLAIN = ParagraphStyle()


class Styles:
    """Asked by a style's id; one that is not defined is the document's plain style."""

    def __init__(self, tree: Node | None) -> None:
        self._nodes: dict[tuple[str, str], Node] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, RunProperties] = {}
        self.defaults = NOTHING_SAID
        self._default_id = ""
        for node in tree.children if tree else ():
            if node.name == "w:docDefaults":
                default = node.child("w:rPrDefault")
                self.defaults = read_run_properties(default.child("w:rPr") if default else None)
            elif node.name == "w:style":
                key = (node.get("type", "paragraph"), node.get("styleId"))
                self._nodes.setdefault(key, node)
                if key[0] == "paragraph" and node.get("default") in {"1", "true", "on"}:
                    self._default_id = key[1]

    def paragraph(self, style_id: str) -> ParagraphStyle:
        if ("paragraph", style_id) not in self._nodes:
            style_id = style_id if _says_by_id(style_id) else self._default_id
        if style_id not in self._paragraphs:
            style = _PLAIN
            for node in reversed(self._chain("paragraph", style_id)):
                style = _based_on(style, node)
            if not self._chain("paragraph", style_id) and style_id:
                style = replace(_PLAIN, level=heading_level(style_id), role=role_of(style_id))
            self._paragraphs[style_id] = style
        return self._paragraphs[style_id]

    def run(self, style_id: str) -> RunProperties:
        if style_id not in self._runs:
            properties = NOTHING_SAID
            for node in self._chain("character", style_id):
                properties = properties.over(read_run_properties(node.child("w:rPr")))
            self._runs[style_id] = properties
        return self._runs[style_id]

    def has_bold_first_row(self, style_id: str) -> bool:
        """Whether a table's style sets its first row in bold."""
        for node in self._chain("table", style_id):
            for part in node.children:
                if part.name == "w:tblStylePr" and part.get("type") == "firstRow":
                    return bool(read_run_properties(part.child("w:rPr")).b)
        return False

    def _chain(self, kind: str, style_id: str) -> list[Node]:
        """A style and those it is based on, itself first."""
        chain: list[Node] = []
        while (node := self._nodes.get((kind, style_id))) and len(chain) < _LONGEST_CHAIN:
            if node in chain:
                break
            chain.append(node)
            style_id = node.value("w:basedOn") or ""
        return chain


def _says_by_id(style_id: str) -> bool:
    return bool(heading_level(style_id) or role_of(style_id))


def _based_on(parent: ParagraphStyle, node: Node) -> ParagraphStyle:
    properties = node.child("w:pPr")
    style_id, name = node.get("styleId"), node.value("w:name") or ""
    level = outline_level(properties) or heading_level(name) or heading_level(style_id)
    numbering = read_numbering(properties)
    indent = read_indent(properties)
    own_role = role_of(name) or role_of(style_id)
    return ParagraphStyle(
        read_run_properties(node.child("w:rPr")).over(parent.run),
        level or parent.level,
        own_role or (None if level else parent.role),
        contents_level(name) or contents_level(style_id) or parent.contents,
        tuple(mine if mine is not None else theirs for mine, theirs in
              zip(numbering, parent.numbering, strict=True)),
        style_id if numbering[0] is not None else parent.style_id or style_id,
        tuple(mine if mine is not None else theirs for mine, theirs in
              zip(indent, parent.indent, strict=True)),
    )  # fmt: skip


def outline_level(properties: Node | None) -> int:
    """Return the outline level a paragraph or style sets, from 1; 0 if it sets none."""
    value = properties.value("w:outlineLvl") if properties else None
    if value is None or not value.isdecimal():
        return 0
    return min(int(value[:3]) + 1, BODY_LEVEL)


def read_numbering(properties: Node | None) -> tuple[str | None, int | None]:
    node = properties.child("w:numPr") if properties else None
    if node is None:
        return None, None
    level = node.value("w:ilvl")
    return node.value("w:numId"), int(level) if level and level.isdecimal() else None


def read_indent(properties: Node | None) -> tuple[int | None, int | None]:
    node = properties.child("w:ind") if properties else None
    if node is None:
        return None, None
    return (
        _twips(node.get("left") or node.get("start")),
        _twips(node.get("right") or node.get("end")),
    )


def _twips(value: str) -> int | None:
    try:
        return int(float(value.removesuffix("pt")) * (20 if value.endswith("pt") else 1))
    except (ValueError, OverflowError):
        return None


def is_set(properties: Node | None, name: str) -> bool:
    """Whether an on-off property of a paragraph, row or cell is on."""
    return bool(is_on(properties.child(name))) if properties else False
