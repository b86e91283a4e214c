"""Rich text as a small tree, in the one shape that curators' editor would give it.

Left out is what no visitor sees: the editor's own keys, empty paragraphs, line ends between
elements. ``strong`` and ``em`` are ``b`` and ``i``, as the editor writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

BLOCKS = frozenset({"p", "h3", "h4", "ul", "ol", "li", "blockquote"})
INLINE = frozenset({"b", "i", "a", "sup", "sub", "br"})
_RENAMED = {"strong": "b", "em": "i", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
_KEEPS_PARAGRAPHS = frozenset({"li", "blockquote"})


@dataclass
class Element:
    """An element; ``attribute`` is the href of a link or the first number of a list."""

    tag: str
    attribute: str = ""
    children: list[Element | str] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        return self.tag in BLOCKS


@dataclass(frozen=True)
class Tree:
    """``lost`` are the tags that a manuscript has no sign for; their words are kept."""

    elements: list[Element]
    lost: tuple[str, ...]


def tree_of(html: str) -> Tree:
    """Read rich text. Text must be clean: no control characters, lines ending in ``\\n``."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    root = reader.root
    elements = [
        child
        for child in _settled(root.children, in_paragraphs=True)
        if isinstance(child, Element) and not _is_empty(child)
    ]
    return Tree(elements, tuple(dict.fromkeys(reader.lost)))


def html_of(elements: Iterable[Element | str]) -> str:
    """Return the tree as html, always the same for the same tree."""
    return "".join(_html(element) for element in elements)


def canonical(html: str) -> str:
    """Return rich text as the tree has it, so that two texts can be compared."""
    return html_of(tree_of(html).elements)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.lost: list[str] = []
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name = _RENAMED.get(tag, tag)
        if tag in {"h1", "h2", "h5", "h6"}:
            self.lost.append(tag)
        if name not in BLOCKS | INLINE:
            self.lost.append(tag)
            return
        if name == "a" and (not said.get("href") or any(each.tag == "a" for each in self._open)):
            return
        self._close_for(name)
        attribute = {"a": said.get("href"), "ol": said.get("start")}.get(name) or ""
        element = Element(name, "" if name == "ol" and attribute == "1" else attribute)
        self._open[-1].children.append(element)
        if name != "br":
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        name = _RENAMED.get(tag, tag)
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == name:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        children = self._open[-1].children
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)

    def _close_for(self, name: str) -> None:
        """A paragraph or heading that was never closed ends where the next block begins."""
        if name in BLOCKS and self._open[-1].tag in {"p", "h3", "h4", *INLINE}:
            for depth in range(1, len(self._open)):
                if self._open[depth].tag in {"p", "h3", "h4"}:
                    del self._open[depth:]
                    return


def _settled(children: list[Element | str], *, in_paragraphs: bool) -> list[Element | str]:
    """Put loose words among blocks into paragraphs, and take out the space between blocks."""
    children = [_settle(child) for child in children]
    has_blocks = any(isinstance(child, Element) and child.is_block for child in children)
    if not has_blocks and not in_paragraphs:
        return [child for child in children if not _is_empty(child)]
    settled: list[Element | str] = []
    for run, is_block in _runs(children):
        if is_block:
            settled.append(run[0])
        elif any(isinstance(child, Element) or child.strip(" \t\n") for child in run):
            settled.append(Element("p", children=[c for c in run if not _is_empty(c)]))
    return [child for child in settled if not _is_empty(child)]


def _settle(child: Element | str) -> Element | str:
    if isinstance(child, str):
        return child
    if child.tag in {"ul", "ol"}:
        items = [_settle(c) for c in child.children if isinstance(c, Element)]
        child.children = [
            item if item.tag == "li" else Element("li", children=[item])
            for item in items
            if isinstance(item, Element)
        ]
    elif child.tag in _KEEPS_PARAGRAPHS:
        child.children = _bare(_settled(child.children, in_paragraphs=False))
    elif child.is_block or child.tag in INLINE:
        child.children = [c for c in map(_settle, child.children) if not _is_empty(c)]
    return child


def _bare(children: list[Element | str]) -> list[Element | str]:
    """A lone paragraph at the head of a list item or quotation stands bare in it."""
    paragraphs = [c for c in children if isinstance(c, Element) and c.tag == "p"]
    first = children[0] if children else ""
    if len(paragraphs) == 1 and isinstance(first, Element) and first.tag == "p":
        return [*first.children, *children[1:]]
    return children


def _runs(children: list[Element | str]) -> Iterator[tuple[list[Element | str], bool]]:
    run: list[Element | str] = []
    for child in children:
        if isinstance(child, Element) and child.is_block:
            if run:
                yield run, False
            yield [child], True
            run = []
        else:
            run.append(child)
    if run:
        yield run, False


def _is_empty(child: Element | str) -> bool:
    if isinstance(child, str):
        return not child
    if child.tag in {"br", "li"}:
        return False
    if child.tag in {"ul", "ol"}:
        return not child.children
    words = all(isinstance(c, str) and not c.strip(" \t\n") for c in child.children)
    return not child.children or (words and child.is_block)


def _html(element: Element | str) -> str:
    if isinstance(element, str):
        return escape(element, quote=False)
    if element.tag == "br":
        return "<br>"
    name = "href" if element.tag == "a" else "start"
    attribute = f' {name}="{escape(element.attribute)}"' if element.attribute else ""
    return f"<{element.tag}{attribute}>{html_of(element.children)}</{element.tag}>"
