"""The blocks of a page as a tree, and the words in them with their looks.

Only blocks make nodes. Inline tags change the look of the words that follow, so that however
wrongly they are nested they can't bring the blocks out of order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from cms.importer.manuscript.errors import ManuscriptError

from .look import Link, Look, Styles, look_of
from .markup import EndTag, StartTag, Words, read_markup, words_of
from .nodes import Break, Image, Node, Page, Place, Run
from .removed import removals
from .tags import (
    BLOCKS,
    CELLS,
    ENDS,
    ENDS_PARAGRAPH,
    FRAME,
    HEADINGS,
    TABLE_PARTS,
    VOID,
)

# Deeper than any real page; what is deeper still is read as if it stood here.
_DEEPEST_BLOCKS = 50
_DEEPEST_TAGS = 100
# Two hundred long chapters have a tenth of it.
_MOST_BLOCKS = 150_000


class _Open(NamedTuple):
    tag: str
    look: Look
    node: Node | None = None
    names: frozenset[str] = frozenset()
    styles: Mapping[str, str] = {}


def read_page(text: str) -> Page:
    return _Builder().build(text)


class _Builder:
    def __init__(self) -> None:
        self._page = Page(Node("body"))
        self._styles = Styles()
        self._open = [_Open("", Look(), self._page.root)]
        self._count: Counter[str] = Counter()
        self._ignored: Counter[str] = Counter()
        self._blocks = [self._page.root]
        self._words: list[str] = []
        self._made = 0

    def build(self, text: str) -> Page:
        for markup in read_markup(text):
            match markup:
                case Words(words):
                    self._words.append(words)
                case StartTag():
                    self._add_words()
                    self._start(markup)
                case EndTag(name):
                    self._add_words()
                    self._end(name)
        self._add_words()
        return self._page

    def _add_words(self) -> None:
        look = self._open[-1].look
        if self._words and not look.hidden:
            self._blocks[-1].children.append(Run("".join(self._words), look))
        self._words.clear()

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        self._blocks[-1].children.extend(removals(tag))
        if name == "style":
            self._styles.add(tag.content)
        elif name == "title":
            self._page.title = self._page.title or " ".join(words_of(tag.content).split())
        elif name in FRAME:
            self._read_language(tag.attributes)
        elif name in {"textarea", "xmp"} and tag.closed:
            self._words.append(words_of(tag.content))
        elif name in BLOCKS or name in VOID or not tag.content:
            self._open_tag(tag)

    def _read_language(self, attributes: dict[str, str]) -> None:
        said = attributes.get("lang") or attributes.get("xml:lang") or ""
        self._page.language = self._page.language or said.strip()

    def _open_tag(self, tag: StartTag) -> None:
        name = tag.name
        is_block = self._ends_before(name)
        self._made += is_block or name in VOID
        if self._made > _MOST_BLOCKS:
            raise ManuscriptError(
                "too_large",
                f"The page has more than {_MOST_BLOCKS:,} paragraphs, cells and line breaks, and "
                "no manuscript has so many. Import it in parts.",
            )
        around = self._open[-1]
        styles = self._styles.of(name, tag.attributes)
        look = look_of(styles, around.look)
        if "hidden" in tag.attributes:
            look = replace(look, hidden=True)
        if name in VOID:
            self._add_void(tag, look)
            return
        if len(self._open) > _DEEPEST_TAGS:
            self._ignored[name] += not tag.closed
            return
        names = frozenset(filter(None, (tag.attributes.get("id"), tag.attributes.get("name"))))
        if name == "pre":
            look = replace(look, preformatted=True)
        if name == "a" and (href := tag.attributes.get("href", "").strip()):
            look = self._linked(look, href, names | around.names)
        node = self._node(tag, styles) if is_block else None
        self._blocks[-1].children.extend(map(Place, sorted(names)))
        self._open.append(_Open(name, look, node, frozenset() if node else names, styles))
        self._count[name] += 1
        if name == "q" and not look.hidden:
            self._blocks[-1].children.append(Run("“", look))
        if tag.closed:
            self._end(name)

    def _node(self, tag: StartTag, styles: Mapping[str, str]) -> Node | None:
        if len(self._blocks) > _DEEPEST_BLOCKS:
            return None
        node = Node(tag.name, tag.attributes, styles, self._blocks[-1])
        self._blocks[-1].children.append(node)
        self._blocks.append(node)
        return node

    def _linked(self, look: Look, href: str, names: frozenset[str]) -> Look:
        if href.startswith(("#cmnt", "#_msocom", "#_msoanchor")):  # a comment, or the way back
            return replace(look, hidden=True)
        link = Link(len(self._page.links), href, names)
        self._page.links.append(link)
        return replace(look, link=link)

    def _add_void(self, tag: StartTag, look: Look) -> None:
        here = self._blocks[-1].children
        if look.hidden:
            return
        if tag.name == "br":
            here.append(Break())
        elif tag.name == "hr":
            here.append(Node("hr", parent=self._blocks[-1]))
        elif tag.name in {"img", "image"}:
            alt = tag.attributes.get("alt", "").strip() or tag.attributes.get("title", "").strip()
            here.append(Image(tag.attributes.get("src", ""), " ".join(alt.split())))

    def _ends_before(self, name: str) -> bool:
        """End what a start tag ends without an end tag; return whether it opens a block."""
        if name == "a" and self._count["a"]:
            self._end("a")
        current = self._blocks[-1]
        if name in ENDS_PARAGRAPH and current.tag in HEADINGS | {"p"}:
            if current.tag != "p" and name in {"p", "div"} and not current.text().strip():
                return False  # "<h2><p>Title</p></h2>"
            self._pop_to(current.tag)
        if name in ENDS:
            self._end_siblings(*ENDS[name])
        return name in BLOCKS or (name == "cite" and self._blocks[-1].tag == "blockquote")

    def _end_siblings(self, ended: frozenset[str], guards: frozenset[str]) -> None:
        """End the nearest of these tags, or in a table each of them, up to a guard."""
        while any(self._count[tag] for tag in ended):
            for opened in reversed(self._open):
                if opened.tag in guards or opened.tag in ended:
                    break
            if opened.tag not in ended:
                return
            self._pop_to(opened.tag)
            if "table" not in guards:
                return

    def _end(self, name: str) -> None:
        if name == "br":  # browsers read </br> so
            self._blocks[-1].children.append(Break())
        if self._ignored[name]:
            self._ignored[name] -= 1
        elif self._count[name]:
            if name in BLOCKS:
                self._end_block(name)
            else:
                self._end_inline(name)

    def _end_block(self, name: str) -> None:
        for opened in reversed(self._open):
            if opened.tag == name:
                self._pop_to(name)
                return
            if opened.tag in CELLS and name not in {"table", "tr", *TABLE_PARTS}:
                return  # nothing inside a cell ends what is around it

    def _end_inline(self, name: str) -> None:
        """End an inline tag; what was opened since then stays open, without its look."""
        at = next(at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == name)
        if at == len(self._open) - 1:
            self._pop()
            return
        ended = self._open.pop(at)
        self._count[name] -= 1
        for above in range(at, len(self._open)):
            opened = self._open[above]
            look = replace(
                look_of(opened.styles, self._open[above - 1].look),
                link=opened.look.link if opened.look.link is not ended.look.link else None,
                preformatted=opened.look.preformatted,
            )
            self._open[above] = opened._replace(look=look)

    def _pop_to(self, name: str) -> None:
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        opened = self._open.pop()
        self._count[opened.tag] -= 1
        if opened.tag == "q" and not opened.look.hidden:
            self._blocks[-1].children.append(Run("”", opened.look))
        if opened.node:
            self._blocks.pop()
        return opened.tag
