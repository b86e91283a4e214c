"""All pages of an exhibit in one language as one manuscript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cms.importer.manuscript.blocks import Block, Note, TableBlock, TextBlock
from cms.importer.manuscript.exported.recognising import DIALECT
from cms.importer.manuscript.page_cards import (
    ExportedLink,
    ExportedPage,
    ExportedQuestion,
    PageCard,
)

from .blocks import BlockWriter, directive, facts_block
from .inline import plain_inline
from .notes import write_notes

# A # at the end that no backslash stands before, or two that stand for one.
_CLOSING_SIGN = re.compile(r"((?<!\\)(?:\\\\)*)#$")


@dataclass(frozen=True)
class WrittenManuscript:
    """``lost`` are (page's title, tag) of mark-up that a manuscript has no sign for."""

    text: str
    lost: tuple[tuple[str, str], ...] = ()


def write_manuscript(pages: Sequence[ExportedPage], *, language: str) -> WrittenManuscript:
    """Write the pages, the exhibit itself first. Words must be clean (see ``clean_words``)."""
    parts = [f"---\nmanuscript: enfilade {DIALECT}\nlanguage: {language}\n---"]
    lost: list[tuple[str, str]] = []
    for page in pages:
        writer = _PageWriter(page)
        parts += [part for part in writer.parts() if part]
        lost += [(page.title, tag) for tag in writer.lost]
    return WrittenManuscript("\n\n".join(parts) + "\n", tuple(dict.fromkeys(lost)))


class _PageWriter:
    def __init__(self, page: ExportedPage) -> None:
        self._page = page
        self.lost: list[str] = []

    def parts(self) -> Iterator[str]:
        page = self._page
        yield self._heading()
        yield directive("page", _card_fields(page.card))
        yield from self._blocks(page.blocks)
        yield from map(_link, page.links)
        for question in page.questions:
            yield from self._question(question)
        yield facts_block(page.facts)
        yield "\n".join(write_notes(notes_of(page)))

    def _heading(self) -> str:
        title = _heading_words(self._page.title)
        if self._page.card.kind == "exhibit":
            return f"# {title}"
        return f"## {self._page.number}. {title}" if self._page.number else f"## {title}"

    def _blocks(self, blocks: Sequence[Block], *, top: int = 3) -> Iterator[str]:
        writer = BlockWriter(top=top)
        yield from writer.write(blocks)
        self.lost += writer.lost

    def _question(self, question: ExportedQuestion) -> Iterator[str]:
        yield f"### {_heading_words(question.question)}".rstrip()
        yield directive("question", [("id", question.id), ("chapter", question.chapter)])
        yield from self._blocks([question.answer], top=4)


def _heading_words(text: str) -> str:
    """The words of a heading; a last # would be taken for its closing sign."""
    return _CLOSING_SIGN.sub(r"\1\\#", plain_inline(text))


def notes_of(page: ExportedPage) -> Iterator[Note]:
    """Every note of a page, in order, each under its own key."""
    for block in (*page.blocks, *(question.answer for question in page.questions)):
        if isinstance(block, TextBlock | TableBlock):
            yield from block.notes


def _card_fields(card: PageCard) -> Iterator[tuple[str, str]]:
    yield "kind", "" if card.kind == "numbered" else card.kind
    yield "slug", card.slug
    yield "translates", card.translates
    yield "subtitle", card.subtitle
    yield "standfirst", card.standfirst
    yield "picture", card.picture
    yield "alt", card.alt
    yield "caption", card.caption
    yield "seo-title", card.seo_title
    yield "search-description", card.search_description
    yield "in-menus", "yes" if card.in_menus else ""


def _link(link: ExportedLink) -> str:
    names = ("title", "url", "page", "view", "description", "kind")
    return directive("link", [(name, getattr(link, name)) for name in names])
