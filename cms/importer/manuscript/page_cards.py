"""What an exported manuscript says of its pages, so that each comes back as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .blocks import Block, Facts, TextBlock

PageKind = Literal[
    "exhibit", "numbered", "introduction", "conclusion", "questions", "sources",
    "further-reading", "plain",
]  # fmt: skip
CHAPTER_KINDS = frozenset({"numbered", "introduction", "conclusion"})


@dataclass(frozen=True)
class PageCard:
    """What a page is besides its words. All strings are plain text.

    ``translates`` is the slug of the same page in the exhibit's first language; empty where the
    page has none there. ``picture`` is a path inside the bundle; ``alt`` and ``caption`` stand
    for the library's, and are empty where those will do.
    """

    kind: PageKind = "numbered"
    slug: str = ""
    translates: str = ""
    subtitle: str = ""
    standfirst: str = ""
    picture: str = ""
    alt: str = ""
    caption: str = ""
    seo_title: str = ""
    search_description: str = ""
    in_menus: bool = False


@dataclass(frozen=True)
class ExportedQuestion:
    """A question; ``id`` is its address, ``chapter`` the target that says more (``#4``)."""

    question: str
    answer: TextBlock
    chapter: str = ""
    id: str = ""


BOOK = "book"


@dataclass(frozen=True)
class ExportedLink:
    """A place to read on: ``url`` elsewhere, or ``page`` (``#4``) or ``view`` in the museum.

    ``kind`` is "book" for what stands elsewhere and has no address.
    """

    title: str
    url: str = ""
    page: str = ""
    view: str = ""
    description: str = ""
    kind: str = ""

    @property
    def leads_elsewhere(self) -> bool:
        return bool(self.url) or self.kind == BOOK


@dataclass(frozen=True)
class ExportedPage:
    """One page of an exhibit. ``number`` is a numbered chapter's place among them, from 1."""

    title: str
    card: PageCard
    number: int | None = None
    blocks: tuple[Block, ...] = ()
    facts: Facts = field(default_factory=Facts)
    questions: tuple[ExportedQuestion, ...] = ()
    links: tuple[ExportedLink, ...] = ()
    line: int = 0
