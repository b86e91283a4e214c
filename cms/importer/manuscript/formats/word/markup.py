"""WordprocessingML as small trees, one block at a time, without what never reaches a visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from cms.importer.manuscript.errors import ManuscriptError

_CHUNK_BYTES = 64 * 1024
# Word's own documents stay below forty; each level costs a few calls when it is read.
_DEEPEST = 150
# A table of ten thousand rows stays below; a tree of more would not fit in memory.
_MOST_NODES_IN_A_BLOCK = 1_000_000

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIX_OF = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OFFICE}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_OFFICE}drawingml/2006/chart": "c",
    f"{_OFFICE}drawingml/2006/diagram": "dgm",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas": "wpc",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/content-types": "ct",
}
# What was there before a change, marks of the editor, and the looks we don't keep.
_DROPPED = frozenset({
    "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tblPrExChange", "w:tcPrChange",
    "w:trPrChange", "w:sectPrChange", "w:tblGridChange", "w:numberingChange",
    "w:delText", "w:delInstrText", "w:fldData", "w:sectPr", "w:proofErr", "w:bookmarkEnd",
    "w:lastRenderedPageBreak", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
    "w:annotationRef", "w:permStart", "w:permEnd", "w:tblGrid", "w:tblBorders", "w:tcBorders",
    "w:pBdr", "w:tabs", "w:spacing", "w:sz", "w:szCs", "w:color", "w:shd", "w:kern", "w:rsids",
    "w:placeholder", "w:dataBinding", "w:tblCellMar", "w:ffData",
})  # fmt: skip
# Kept as bare marks: what stood in them was deleted or moved away.
_EMPTIED = frozenset({"w:del", "w:moveFrom"})


class Node:
    """An element: ``name`` as in ``w:p``, attributes by local name (``r:`` and ``o:`` kept)."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node] | tuple[()] = ()
        self.text = ""

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def child(self, name: str) -> Node | None:
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str) -> str | None:
        """The ``w:val`` of a child, None without such a child."""
        child = self.child(name)
        return None if child is None else child.get("val")

    def all(self, name: str) -> Iterator[Node]:
        """Every descendant of a name, in document order."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            if node.name == name:
                yield node
            waiting.extend(reversed(node.children))


_NO_ATTRIBUTES: dict[str, str] = {}


class _Builder:
    """A parser's target: hands out each finished node that stands right in a ``through`` one."""

    def __init__(self, through: frozenset[str]) -> None:
        self.finished: list[Node] = []
        self._through = through
        self._open: list[Node] = []
        self._transparent = 0
        self._skipping = 0
        self._data: list[str] = []
        self._names: dict[str, str] = {}
        self._nodes = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            self._skipping += 1
            return
        name = self._names.get(tag) or self._name(tag)
        if name in _DROPPED or name == "other" or (self._open and self._open[-1].name in _EMPTIED):
            self._skipping = 1
            return
        self._data.clear()
        node = Node(name, self._short(attributes) if attributes else _NO_ATTRIBUTES)
        if len(self._open) == self._transparent and name in self._through:
            self._transparent += 1
            self.finished.append(Node(f"<{name}", node.attributes))
        elif self._open and len(self._open) > self._transparent:
            parent = self._open[-1]
            if parent.children:
                parent.children.append(node)
            else:
                parent.children = [node]
        self._open.append(node)
        self._nodes += 1
        if len(self._open) > _DEEPEST or self._nodes > _MOST_NODES_IN_A_BLOCK:
            raise _too_much(len(self._open) > _DEEPEST)

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        node = self._open.pop()
        if self._data:
            node.text = "".join(self._data)
            self._data.clear()
        if len(self._open) < self._transparent:
            self._transparent -= 1
            self.finished.append(Node(f"{node.name}>", node.attributes))
        elif len(self._open) == self._transparent:
            self.finished.append(node)
            self._nodes = 0

    def data(self, text: str) -> None:
        if not self._skipping:
            self._data.append(text)

    def close(self) -> None:
        """Nothing to hand over at the end."""

    def _name(self, tag: str) -> str:
        space, _, local = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
        prefix = _PREFIX_OF.get(space)
        name = self._names[tag] = f"{prefix}:{local}" if prefix else _unprefixed(space, local)
        return name

    def _short(self, attributes: dict[str, str]) -> dict[str, str]:
        short = {}
        for name, value in attributes.items():
            if name[:1] == "{":
                known = self._names.get(name) or self._name(name)
                prefix, _, local = known.partition(":")
                if prefix in {"r", "o"}:
                    local = known
                elif local.startswith("rsid") or prefix not in {"w", "m", "a", "xml"}:
                    continue
            else:
                local = name
            short[local] = value
        return short or _NO_ATTRIBUTES


def _unprefixed(space: str, local: str) -> str:
    return f"xml:{local}" if space == "http://www.w3.org/XML/1998/namespace" else "other"


def read_nodes(
    stream: BinaryIO, *, through: frozenset[str] = frozenset(), part: str
) -> Iterator[Node]:
    """Yield the nodes that stand directly in ``through`` ones, as soon as each is complete.

    Entering and leaving such a one is told by bare nodes called ``<w:sdt`` and ``w:sdt>``.

    Raises:
        ManuscriptError: ``corrupt``, also for a document type or an entity: Word writes neither.
    """
    builder = _Builder(through)
    parser = XMLParser(target=builder, forbid_dtd=True)
    feed: Callable[[bytes], None] = parser.feed
    try:
        while chunk := stream.read(_CHUNK_BYTES):
            feed(chunk)
            yield from builder.finished
            builder.finished.clear()
        parser.close()
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, DefusedXmlException):
            why = "it declares a document type or entities, as no word processor does"
        else:
            why = f"it breaks off or is garbled ({error})"
        raise ManuscriptError(
            "corrupt",
            f"The Word document can't be read: in its part {part}, {why}. Open it in Word or "
            "LibreOffice, save it again as .docx and import that.",
        ) from error
    yield from builder.finished


def read_tree(stream: BinaryIO, *, part: str) -> Node:
    """Read a small part whole; its root, or an empty node."""
    return next(read_nodes(stream, part=part), Node("", _NO_ATTRIBUTES))


def _too_much(deep: bool) -> ManuscriptError:
    if deep:
        return ManuscriptError(
            "corrupt",
            f"The Word document can't be read: its parts are nested more than {_DEEPEST} deep, as "
            "no word processor does. Open it in Word or LibreOffice and save it again as .docx.",
        )
    return ManuscriptError(
        "too_large",
        "The Word document was refused: one table or text box in it is larger than a whole "
        "manuscript. Split it, or import the text without it.",
    )
