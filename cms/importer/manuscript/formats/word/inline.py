"""What stands in one paragraph: words with their looks, notes, links, pictures, text boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cms.importer.manuscript.elements import Element, NoteDefinition
from cms.importer.manuscript.formats.markdown.raw_markup import warn_unsafe_link
from cms.importer.manuscript.formats.plain.encoding import clean_characters
from cms.importer.manuscript.sanitise import safe_link

from .desk import Desk
from .drawings import DrawingReader, chosen_branch
from .fields import Field, Fields
from .formulas import formula_text
from .markup import Node
from .package import Relationship
from .properties import Look, read_run_properties
from .spans import BREAK, PAGE_BREAK, Span
from .styles import ParagraphStyle, is_set
from .symbols import UNKNOWN_SYMBOL, symbol, with_letters

_NOT_WORDS = frozenset({"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr",
                        "w:del", "w:moveFrom", "m:ctrlPr"})  # fmt: skip
_NOTE_KINDS = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_PAGE_BREAKS = frozenset({"page", "column"})


@dataclass
class Inline:
    """``elements`` are pictures; ``boxes`` what text boxes hold.

    Attributes:
        letters_in_contents: how many of its letters a table-of-contents field made.
        fills_contents: whether such a field begins and ends here, as one never filled in does.
        points_to_pages: whether it leads to another page, as an entry of such a list does.
        sequence: what a caption's field counts: ``Figure``, ``Table``.
    """

    spans: list[Span] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    letters: int = 0
    letters_in_contents: int = 0
    in_list_of_figures: bool = False
    fills_contents: bool = False
    points_to_pages: bool = False
    sequence: str = ""


class InlineReader:
    """Reads the paragraphs of one part, in order: a field may begin in one and end in another."""

    def __init__(self, desk: Desk, relationships: Mapping[str, Relationship]) -> None:
        self._desk = desk
        self._relationships = relationships
        self._drawings = DrawingReader(desk, relationships)
        self._fields = Fields()
        self._links: dict[str, str] = {}

    def read(self, nodes: Iterable[Node], style: ParagraphStyle, baseline: Look) -> Inline:
        """Read a paragraph; emphasis that ``baseline`` has already is not marked again."""
        self._made, self._style, self._baseline = Inline(), style, baseline
        self._link = ""
        self._begun: list[Field] = []
        for node in nodes:
            self._read_node(node)
        self._fields.end_paragraph()
        return self._made

    def _read_node(self, node: Node) -> None:
        match node.name:
            case "w:r":
                self._read_run(node)
            case "w:hyperlink":
                self._read_link(node)
            case "w:fldSimple":
                self._read_simple_field(node)
            case "w:bookmarkStart":
                self._desk.bookmarks.setdefault(node.get("name"), self._desk.line)
            case "m:oMath":
                self._add_text(formula_text(node), Look())
            case "mc:AlternateContent":
                self._read_alternatives(node)
            case "w:sdt":
                if not is_set(node.child("w:sdtPr"), "w:showingPlcHdr"):
                    self._read_children(node)
            case name if name not in _NOT_WORDS:
                self._read_children(node)

    def _read_children(self, node: Node) -> None:
        for child in node.children:
            self._read_node(child)

    def _read_alternatives(self, node: Node, look: Look | None = None) -> None:
        """Read the first branch that shows anything; the others show the same."""
        made = self._made
        for branch in chosen_branch(node):
            before = (len(made.spans), len(made.elements), len(made.boxes))
            for child in branch.children:
                if look is None:
                    self._read_node(child)
                else:
                    self._read_in_run(child, look)
            if before != (len(made.spans), len(made.elements), len(made.boxes)):
                return

    def _read_link(self, node: Node) -> None:
        relationship = self._relationships.get(node.get("r:id"))
        address = relationship.target if relationship and relationship.external else ""
        anchor = node.get("anchor")
        outer, self._link = self._link, f"{address}#{anchor}" if anchor else address
        self._read_children(node)
        self._link = outer

    def _read_simple_field(self, node: Node) -> None:
        self._fields.begin()
        self._fields.add_code(node.get("instr"))
        self._open_result()
        self._read_children(node)
        self._fields.end()

    def _open_result(self) -> None:
        self._fields.separate()
        opened = self._fields.open[-1] if self._fields.open else None
        if opened is None:
            return
        self._made.points_to_pages |= opened.kind == "PAGEREF"
        if opened.kind == "SEQ":
            self._made.sequence = opened.code.strip()[3:].strip() or "Figure"

    def _read_run(self, node: Node) -> None:
        properties = node.child("w:rPr")
        style_id = (properties.value("w:rStyle") or "") if properties else ""
        look = self._desk.look(read_run_properties(properties), style_id, self._style)
        for child in node.children:
            if child.name == "w:t":
                self._add_text(with_letters(child.text), look)
            elif child.name in _NOTE_KINDS:
                self._cite(child, look)
                if child.get("customMarkFollows") in {"1", "true", "on"}:
                    return  # the asterisk that follows is the note's mark, which is a number here
            elif child is not properties:
                self._read_in_run(child, look)

    def _read_in_run(self, node: Node, look: Look) -> None:  # noqa: C901 - one case an element
        match node.name:
            case "w:t":
                self._add_text(with_letters(node.text), look)
            case "w:tab" | "w:ptab":
                self._add_text("\t", look)
            case "w:br" | "w:cr":
                self._add_break(PAGE_BREAK if node.get("type") in _PAGE_BREAKS else BREAK, look)
            case "w:noBreakHyphen":
                self._add_text("\u2011", look)
            case "w:sym":
                self._add_symbol(node, look)
            case "w:fldChar":
                self._read_field_mark(node.get("fldCharType"))
            case "w:instrText":
                self._fields.add_code(node.text)
            case "w:drawing" | "w:pict" | "w:object":
                self._add_drawing(node, look)
            case "mc:AlternateContent":
                self._read_alternatives(node, look)
            case "w:ruby":
                self._add_ruby(node)

    def _read_field_mark(self, kind: str) -> None:
        match kind:
            case "begin":
                self._begun.append(self._fields.begin())
            case "separate":
                self._open_result()
            case "end":
                ended = self._fields.end()
                if ended in self._begun and ended.is_contents:
                    self._made.fills_contents = True

    def _is_hidden(self, look: Look) -> bool:
        return look.hidden or self._fields.hides_text

    def _add_text(self, text: str, look: Look) -> None:
        if not text or self._is_hidden(look):
            return
        text = _clean(text)
        made, letters = self._made, len(text)
        made.letters += letters
        if contents := self._fields.contents:
            made.letters_in_contents += letters
            made.in_list_of_figures |= contents.lists_figures
        if look.language:
            self._desk.letters_in[look.language] += letters
        made.spans.append(
            Span(
                text,
                look.bold and not self._baseline.bold,
                look.italic and not self._baseline.italic,
                look.raised,
                self._target(self._link or self._fields.link),
            )
        )

    def _target(self, address: str) -> str:
        """The address to link to, checked once; "" for none, and within contents."""
        if not address:
            return ""
        if address.startswith("#"):
            self._made.points_to_pages = True
            return safe_link(address) or ""
        if address not in self._links:
            target = safe_link(address)
            if target is None:
                warn_unsafe_link(address, self._desk.line, self._desk.log)
            self._links[address] = target or ""
        return self._links[address]

    def _add_break(self, span: Span, look: Look) -> None:
        if not self._is_hidden(look):
            self._made.spans.append(span)

    def _add_symbol(self, node: Node, look: Look) -> None:
        found = symbol(node.get("font"), node.get("char"))
        if found == UNKNOWN_SYMBOL and not self._is_hidden(look):
            self._desk.log.add(
                "symbol_not_known",
                f"a sign of the font “{node.get('font')[:40]}” has no letter of its own and is "
                f"shown as {UNKNOWN_SYMBOL}. Put the letter that is meant in its place.",
                line=self._desk.line,
            )
        self._add_text(found, look)

    def _add_drawing(self, node: Node, look: Look) -> None:
        if self._is_hidden(look):
            return
        drawing = self._drawings.read(node)
        self._made.elements += drawing.elements
        self._made.boxes += drawing.boxes
        for words in drawing.words:
            self._add_break(BREAK, look)
            self._add_text(words, look)

    def _add_ruby(self, node: Node) -> None:
        """The words, then how they are read, in brackets."""
        for name, shown in (("w:rubyBase", "{}"), ("w:rt", " ({})")):
            part = node.child(name)
            words = "".join(text.text for text in part.all("w:t")) if part else ""
            if words:
                self._add_text(shown.format(words), Look())

    def _cite(self, node: Node, look: Look) -> None:
        key = (_NOTE_KINDS[node.name], node.get("id"))
        footnote = self._desk.footnotes.get(key)
        if footnote is None or self._is_hidden(look):
            return
        label = self._desk.defined.get(key)
        if label is None:
            label = f"{key[0]}-{len(self._desk.defined) + 1}"
            self._desk.defined[key] = label
            definition = NoteDefinition(label, footnote.html, footnote.text, self._desk.line)
            self._desk.notes.define(definition)
            self._made.elements += footnote.elements
        self._made.spans.append(Span("", mark=self._desk.notes.mark(label)))


def _clean(text: str) -> str:
    """Letters alone: no controls, and none of the hyphens that only show where a line ends."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    return clean_characters(text).replace("\u00ad", "").replace("\n", " ")
