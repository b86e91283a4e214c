"""Small questions asked of a page's blocks and what stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .nodes import Break, Item, Node, Place, Run
from .tags import LISTS


def has_class(node: Node, classes: Collection[str]) -> bool:
    return any(one in classes for one in node.classes.split())


def items_in(node: Node) -> list[Item]:
    """What stands in a block itself, without the blocks inside."""
    return [child for child in node.children if not isinstance(child, Node)]


def items_below(node: Node) -> Iterator[Item]:
    """What stands in an item of a list and the paragraphs in it, without lists inside."""
    for child in node.children:
        if not isinstance(child, Node):
            yield child
        elif child.tag not in LISTS and not child.taken:
            yield from items_below(child)


def is_blank(item: Node | Item) -> bool:
    match item:
        case Run(text):
            return not text.strip()
        case Break() | Place():
            return True
    return False


def ends_paragraph(items: list[Item]) -> bool:
    """Whether two line breaks end what was gathered so far."""
    breaks = 0
    for item in reversed(items):
        if isinstance(item, Break):
            breaks += 1
        elif not is_blank(item):
            break
        if breaks == 2:
            return True
    return False


def items_of_list(node: Node) -> list[Node]:
    """The items of a list; what wrongly stands between them belongs to the one before."""
    items: list[Node] = []
    for child in node.children:
        if isinstance(child, Node) and child.taken:
            continue
        if isinstance(child, Node) and child.tag == "li":
            items.append(child)
        elif not is_blank(child) or isinstance(child, Place):
            if not items:
                items.append(Node("li", parent=node))
            items[-1].children.append(child)
    return items


def all_items(node: Node) -> Iterator[Node]:
    """The items of a list and of the lists in them, in order."""
    for child in node.nodes():
        if child.tag == "li":
            yield child
        yield from all_items(child)


def definitions_in(node: Node) -> Iterator[Node]:
    """The terms and meanings of a ``<dl>``, which may stand in groups."""
    for child in node.nodes():
        if child.tag == "div":
            yield from definitions_in(child)
        elif child.tag in {"dt", "dd"}:
            yield child


def without(node: Node, left_out: list[Node]) -> Node:
    kept = [child for child in node.children if child not in left_out]
    return Node(node.tag, node.attributes, node.styles, node.parent, kept)


def without_marker(items: list[Item], length: int) -> list[Item]:
    """Leave out the bullet or number in front: words marked as one, or so many letters."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Run):
            if item.look.marker:
                continue
            text, length = item.text[length:], max(0, length - len(item.text))
            item = Run(text, item.look)
        kept.append(item)
    return kept
