"""Rich text as Markdown that reads back as the same rich text.

Every element is read back as soon as it is written. One that Markdown's signs cannot carry is
written with tags for bold and italics, and if need be as a block of html: nothing is hoped for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cms.importer.manuscript.elements import NOTE_END, NOTE_START
from cms.importer.manuscript.exported.prose import prose_html

from .html_tree import Element, canonical, html_of, tree_of
from .inline import MARKER, InlineWriter

_BULLETS = "-", "*"
_DELIMITERS = ".", ")"


@dataclass(frozen=True)
class WrittenProse:
    """``cited`` are the notes' labels in the order in which reading meets them."""

    markdown: str
    cited: tuple[str, ...]
    lost: tuple[str, ...] = ()


def write_prose(html: str, labels: Sequence[str] = (), *, top: int = 3) -> WrittenProse:
    """Write clean rich text.

    Args:
        labels: of the notes that ``[1]``, ``[2]``… in the text cite.
        top: how many ``#`` an h3 is written with.
    """
    tree = tree_of(html)
    parts: list[str] = []
    cited: list[str] = []
    before: Element | None = None
    turn = 0
    for element in tree.elements:
        turn = 1 - turn if _would_join(before, element) else 0
        markdown = _written(element, labels, top, turn)
        if markdown is None:
            parts.append(f"::: html\n\n{html_of([element]).replace(chr(10), '&#10;')}\n:::")
            before = None
            continue
        cited += _labels_in(html_of([element]), labels)
        parts.append(markdown)
        before = element
    return WrittenProse("\n\n".join(parts), tuple(dict.fromkeys(cited)), tree.lost)


def _would_join(before: Element | None, element: Element) -> bool:
    return before is not None and before.tag == element.tag and element.tag in {"ul", "ol"}


def _written(element: Element, labels: Sequence[str], top: int, turn: int) -> str | None:
    for with_signs in (True, False):
        inline = InlineWriter(labels, with_signs=with_signs)
        markdown = "\n".join(_BlockWriter(inline, top).lines(element, turn))
        if _reads_back(markdown, element, labels, top):
            return markdown
    return None


def _reads_back(markdown: str, element: Element, labels: Sequence[str], top: int) -> bool:
    read = "".join(prose_html(markdown, labels=labels, top=top))
    for place, label in enumerate(labels, start=1):
        read = read.replace(f"{NOTE_START}{label}{NOTE_END}", f"[{place}]")
    # What a page could not hold anyway is no fault of the Markdown.
    return canonical(read) == html_of([element]) and "\n\n:::" not in f"\n\n{markdown}"


def _labels_in(html: str, labels: Sequence[str]) -> list[str]:
    numbers = (int(number) for number in MARKER.findall(html))
    return [labels[number - 1] for number in numbers if 1 <= number <= len(labels)]


class _BlockWriter:
    def __init__(self, inline: InlineWriter, top: int) -> None:
        self._inline, self._top = inline, top

    def lines(self, element: Element, turn: int = 0) -> Iterator[str]:
        match element.tag:
            case "h3" | "h4":
                signs = "#" * (self._top + (element.tag == "h4"))
                words = self._inline.write(element.children, in_one_line=True)
                yield f"{signs} {_without_closing_signs(words)}"
            case "blockquote":
                for line in self._children(element):
                    yield f"> {line}".rstrip()
            case "ul" | "ol":
                yield from self._list(element, turn)
            case _:
                yield from self._inline.write(element.children).split("\n")

    def _list(self, element: Element, turn: int) -> Iterator[str]:
        first = int(element.attribute) if element.attribute.isdecimal() else 1
        for number, item in enumerate(element.children, start=first):
            if element.tag == "ul":
                mark = f"{_BULLETS[turn]} "
            else:
                mark = f"{number}{_DELIMITERS[turn]} "
            indent = " " * len(mark)
            lines = list(self._children(item)) if isinstance(item, Element) else [item]
            yield f"{mark}{lines[0] if lines else ''}".rstrip()
            yield from (f"{indent}{line}".rstrip() for line in lines[1:])

    def _children(self, element: Element) -> Iterator[str]:
        """Yield the lines of an item or a quotation: loose words first, then blocks."""
        words = [c for c in element.children if not (isinstance(c, Element) and c.is_block)]
        blocks = [c for c in element.children if isinstance(c, Element) and c.is_block]
        if words:
            yield from self._inline.write(words).split("\n")
        before: Element | None = None
        turn = 0
        for block in blocks:
            turn = 1 - turn if _would_join(before, block) else 0
            is_tight = not before and words and block.tag in {"ul", "ol"} and not block.attribute
            if (words or before) and not is_tight:
                yield ""
            yield from self.lines(block, turn)
            before = block


def _without_closing_signs(words: str) -> str:
    """Keep a ``#`` at the end of a heading from being taken for its closing sign."""
    return f"{words[:-1]}\\#" if words.endswith("#") else words
