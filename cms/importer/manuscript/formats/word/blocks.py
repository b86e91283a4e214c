"""Paragraphs, tables and what holds them, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .desk import Desk
from .flow import Flow
from .inline import InlineReader
from .markup import Node
from .package import Relationship
from .paragraphs import ParagraphReader, WordParagraph
from .styles import is_set
from .tables import cells_in_order, is_layout, read_table

_HOLDERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo",
                      "mc:AlternateContent", "mc:Choice"})  # fmt: skip
_DROP_CAPS = frozenset({"drop", "margin"})


class BlockReader:
    """Reads the blocks of one part. ``numbered`` is off where numbers don't count, as in notes."""

    def __init__(
        self, desk: Desk, relationships: Mapping[str, Relationship], *, numbered: bool = True
    ) -> None:
        self._inline = InlineReader(desk, relationships)
        self._paragraphs = ParagraphReader(desk, self._inline, numbered=numbered)
        self._desk = desk
        self._left_over: list[Node] = []

    def read_into(self, flow: Flow, nodes: Iterable[Node], *, in_contents: bool = False) -> None:
        for node, contents in flattened(nodes, in_contents=in_contents):
            self.read_block(flow, node, in_contents=contents)
        self.end(flow)

    def read_block(self, flow: Flow, node: Node, *, in_contents: bool = False) -> None:
        """Read one paragraph or table, and after it the text boxes that hang on it."""
        if node.name == "w:p":
            paragraph = self._paragraph(node, in_contents=in_contents)
            if paragraph:
                self._add(flow, paragraph)
        elif node.name == "w:tbl":
            self.end(flow)
            if is_layout(node):
                for cell in cells_in_order(node):
                    self.read_into(flow, cell.children)
            else:
                for element in read_table(node, self._cell, self._desk):
                    flow.add_element(element)
        elif node.name == "w:bookmarkStart":
            self._desk.bookmarks.setdefault(node.get("name"), self._desk.line + 1)
        elif node.name == "w:altChunk":
            self._warn_of_file_inside()
        elif node.name in {"m:oMath", "m:oMathPara"}:
            self._add(flow, self._paragraphs.read(None, [node], in_contents=False))

    def end(self, flow: Flow) -> None:
        """Let out what waited for a next paragraph that does not come."""
        if self._left_over:
            nodes, self._left_over = self._left_over, []
            self._add(flow, self._paragraphs.read(None, nodes, in_contents=False))

    def _warn_of_file_inside(self) -> None:
        """Some programs put a whole web page into the document, which Word unfolds."""
        self._desk.log.add(
            "unsafe_markup_removed",
            "a whole file stands inside the document after this place, and its words were left "
            "out. Open the document in Word, save it again as .docx and import that.",
            line=max(self._desk.line, 1),
        )

    def _paragraph(self, node: Node, *, in_contents: bool) -> WordParagraph | None:
        """Read a paragraph, unless it goes on in the next: its end was deleted, or it is one
        big first letter."""
        properties = node.child("w:pPr")
        nodes = [*self._left_over, *(child for child in node.children if child is not properties)]
        self._left_over = []
        if _goes_on(properties):
            self._left_over = nodes
            return None
        return self._paragraphs.read(properties, nodes, in_contents=in_contents)

    def _add(self, flow: Flow, paragraph: WordParagraph) -> None:
        flow.add(paragraph)
        for box in paragraph.boxes:
            self.read_into(flow, box.children)

    def _cell(self, nodes: Iterable[Node]) -> list:
        flow = Flow()
        self.read_into(flow, nodes)
        return flow.finished()


def flattened(nodes: Iterable[Node], *, in_contents: bool = False) -> Iterator[tuple[Node, bool]]:
    """Yield paragraphs and tables out of what holds them; True if in Word's table of contents."""
    waiting = [(node, in_contents) for node in reversed(list(nodes))]
    while waiting:
        node, contents = waiting.pop()
        if node.name not in _HOLDERS:
            yield node, contents
            continue
        children = node.children
        if node.name == "w:sdt":
            contents = contents or is_contents_control(node)
            if shows_prompt(node.child("w:sdtPr")):
                continue
        elif node.name == "mc:AlternateContent":
            children = [child for child in children if child.name == "mc:Choice"][:1]
        waiting += [(child, contents) for child in reversed(children)]


def is_contents_control(node: Node) -> bool:
    """Whether a content control, or its properties, is the table of contents Word makes."""
    return any(
        gallery.get("val") == "Table of Contents" for gallery in node.all("w:docPartGallery")
    )


def shows_prompt(properties: Node | None) -> bool:
    """Whether a content control still shows its prompt ("Click here to enter text")."""
    return is_set(properties, "w:showingPlcHdr")


def _goes_on(properties: Node | None) -> bool:
    if properties is None:
        return False
    mark = properties.child("w:rPr")
    if mark is not None and (mark.child("w:del") or mark.child("w:moveFrom")):
        return True
    frame = properties.child("w:framePr")
    return frame is not None and frame.get("dropCap") in _DROP_CAPS
