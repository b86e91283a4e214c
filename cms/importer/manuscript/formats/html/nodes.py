"""The pieces of a page: blocks, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .look import Link, Look
from .removed import Removal


class Run(NamedTuple):
    text: str
    look: Look


class Break(NamedTuple):
    """A ``<br>``."""


class Image(NamedTuple):
    src: str
    alt: str


class Place(NamedTuple):
    """Where links in the page may lead."""

    name: str


Item = Run | Break | Image | Place | Removal


@dataclass(eq=False, slots=True)
class Node:
    """One block.

    ``taken`` ones were read as something else and stand in the text no more; ``prefix`` is the
    number that a list gives a heading.
    """

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Node | Item] = field(default_factory=list)
    taken: bool = False
    prefix: str = ""

    @property
    def classes(self) -> str:
        return self.attributes.get("class", "").lower()

    def nodes(self) -> Iterator[Node]:
        """The blocks in it that are still in the text."""
        return (one for one in self.children if isinstance(one, Node) and not one.taken)

    def text(self) -> str:
        """Its words, without those of blocks inside."""
        return "".join(one.text for one in self.children if isinstance(one, Run))


@dataclass
class Page:
    """``links`` are all links that stand in the text, in order."""

    root: Node
    title: str = ""
    language: str = ""
    links: list[Link] = field(default_factory=list)
