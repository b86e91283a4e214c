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
# What was there before a change, marks of the editor, and the looks we don't keep. Half of what
# Word writes is among them, so that leaving it out while parsing halves the time.
_DROPPED_NAMES = (
    "rPrChange pPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange "
    "tblGridChange numberingChange delText delInstrText fldData sectPr proofErr bookmarkEnd "
    "lastRenderedPageBreak commentRangeStart commentRangeEnd commentReference annotationRef "
    "permStart permEnd placeholder dataBinding ffData rsids "
    "rFonts sz szCs color shd kern u highlight caps smallCaps strike dstrike outline shadow "
    "emboss imprint noProof snapToGrid w position fitText effect bdr em eastAsianLayout "
    "webHidden cs spacing "
    "keepNext keepLines pageBreakBefore widowControl jc contextualSpacing textAlignment bidi "
    "tabs suppressAutoHyphens adjustRightInd autoSpaceDE autoSpaceDN mirrorIndents cnfStyle "
    "suppressLineNumbers pBdr wordWrap overflowPunct topLinePunct kinsoku textDirection "
    "tblGrid tblBorders tcBorders tblCellMar tcMar tblW tcW tblInd tblLayout tblpPr tblOverlap "
    "trHeight cantSplit vAlign noWrap hideMark tblCellSpacing"
)
_DROPPED = frozenset(f"w:{name}" for name in _DROPPED_NAMES.split())
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
        for child in self.children:
            if child.name == name:
                return child
        return None

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
    """A parser's target: hands out each finished node that stands right in a ``through`` one.

    It is called for every tag of the document, so that it looks up what it can and asks little.
    """

    def __init__(self, through: frozenset[str]) -> None:
        self.finished: list[Node] = []
        self._through = through
        self._open: list[Node] = []
        self._transparent = 0
        self._skipping = 0
        self._empties = False
        self._data: list[str] = []
        self._names: dict[str, str | None] = {}
        self._keys: dict[str, str | None] = {}
        self._nodes = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            self._skipping += 1
            return
        try:
            name = self._names[tag]
        except KeyError:
            name = self._names[tag] = _kept_name(tag)
        if name is None or self._empties:
            self._skipping = 1
            return
        if self._data:
            self._data.clear()
        node = Node(name, self._short(attributes) if attributes else _NO_ATTRIBUTES)
        opened = self._open
        if len(opened) > self._transparent:
            parent = opened[-1]
            if parent.children:
                parent.children.append(node)
            else:
                parent.children = [node]
        elif name in self._through:
            self._transparent += 1
            self.finished.append(Node(f"<{name}", node.attributes))
        opened.append(node)
        self._empties = name in _EMPTIED
        self._nodes += 1
        if len(opened) > _DEEPEST or self._nodes > _MOST_NODES_IN_A_BLOCK:
            raise _too_much(len(opened) > _DEEPEST)

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        node = self._open.pop()
        self._empties = False
        if self._data:
            node.text = "".join(self._data)
            self._data.clear()
        depth = len(self._open)
        if depth > self._transparent:
            return
        if depth < self._transparent:
            self._transparent -= 1
            self.finished.append(Node(f"{node.name}>", node.attributes))
        else:
            self.finished.append(node)
            self._nodes = 0

    def data(self, text: str) -> None:
        if not self._skipping:
            self._data.append(text)

    def close(self) -> None:
        """Nothing to hand over at the end."""

    def _short(self, attributes: dict[str, str]) -> dict[str, str]:
        short = {}
        for name, value in attributes.items():
            try:
                key = self._keys[name]
            except KeyError:
                key = self._keys[name] = _kept_key(name)
            if key is not None:
                short[key] = value
        return short or _NO_ATTRIBUTES


def _kept_name(tag: str) -> str | None:
    """A tag's short name; None for what is left out with all that stands in it."""
    space, _, local = tag[1:].rpartition("}") if tag[:1] == "{" else ("", "", tag)
    prefix = _PREFIX_OF.get(space)
    name = f"{prefix}:{local}"
    return None if prefix is None or name in _DROPPED else name


def _kept_key(name: str) -> str | None:
    if name[:1] != "{":
        return name
    space, _, local = name[1:].rpartition("}")
    prefix = _PREFIX_OF.get(space)
    if prefix in {"r", "o"}:
        return f"{prefix}:{local}"
    return local if prefix in {"w", "m", "a"} and not local.startswith("rsid") else None


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
