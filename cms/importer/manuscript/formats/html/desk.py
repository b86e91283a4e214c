"""What a page's reader has at hand, whichever block it is at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cms.importer.manuscript.elements import BESIDE_CONTENTS, Picture
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.warning_log import WarningLog

from .footnotes import take_footnotes
from .inline import InlineText, read_inline
from .links import LinkReader
from .look import Link
from .nodes import Item, Node, Page, Place, Run
from .pictures import picture_source
from .places import find_places
from .removed import Removal

_CONTENTS_CLASS = re.compile(r"\b(?:msotoc|toc[-_]?)([1-9])\b")
_BESIDE_CONTENTS_CLASS = re.compile(r"\b(?:msotocheading|msotof)\b")
_PAGE_NUMBER = re.compile(r"[\s.…0-9۰-۹ivxlc]*", re.IGNORECASE)
_FIRST_WORDS = 60
_WORDS_TO_GUESS_FROM = 20_000


class Desk:
    """Counts paragraphs, reads words, knows notes and where links lead.

    ``headings_seen`` counts the headings read so far.
    """

    def __init__(self, page: Page, notes: NoteBook, log: WarningLog) -> None:
        places = find_places(page)
        self.footnotes = take_footnotes(page, places)
        self.headings_seen = 0
        self._heading_of = places.headings
        self._links = LinkReader(places, log)
        self._line_of: dict[str, int] = {}
        self._notes = notes
        self._log = log
        self._first_words: dict[int, str] = {}
        self._sample: list[str] = []
        self._sampled = 0
        log.count_paragraphs(self._first_words)

    @property
    def sample(self) -> str:
        """Words enough to guess a language from."""
        return " ".join(self._sample)

    @property
    def places(self) -> dict[str, int]:
        """The line of each place, under the name that links to it have been given."""
        return {self._links.name_of(name): line for name, line in self._line_of.items()}

    def keep_places(self, items: list[Item]) -> None:
        """Remember places that stand before the next words."""
        for item in items:
            if isinstance(item, Place):
                self._line_of.setdefault(item.name, len(self._first_words) + 1)

    def next_line(self) -> int:
        line = len(self._first_words) + 1
        self._first_words[line] = ""
        return line

    def keep_first_words(self, line: int, text: str) -> None:
        self._first_words[line] = text[:_FIRST_WORDS]
        if self._sampled < _WORDS_TO_GUESS_FROM:
            self._sample.append(text[:_WORDS_TO_GUESS_FROM])
            self._sampled += len(text)

    def inline(self, items: list[Item], line: int, *, in_heading: bool = False) -> InlineText:
        for item in items:
            if isinstance(item, Removal):
                self._log.add("unsafe_markup_removed", item.message, line=line)
            elif isinstance(item, Place):
                self._line_of.setdefault(item.name, line)
        found = read_inline(
            items,
            target_of=lambda link: self._links.target(link, line),
            mark_of=self._mark_of,
            in_heading=in_heading,
        )
        if found.lines:
            self.keep_first_words(line, found.text)
        return found

    def pictures(self, found: InlineText, line: int) -> Iterator[Picture]:
        for image in found.images:
            if source := picture_source(image, line, self._log):
                yield Picture(source, image.alt, "", line)

    def level_in_contents(self, items: list[Item], holder: Node) -> int:
        """A paragraph's level in the contents list, 0 if it is none of its lines."""
        if match := _CONTENTS_CLASS.search(holder.classes):
            return int(match.group(1))
        if _BESIDE_CONTENTS_CLASS.search(holder.classes):
            return BESIDE_CONTENTS
        return self.level_of_links(items)

    def level_of_links(self, items: list[Item]) -> int:
        """The level of the heading further on that all words are a link to; 0 if they are not."""
        level = 0
        for item in items:
            if not isinstance(item, Run) or not item.text.strip():
                continue
            link = item.look.link
            if link is None and _PAGE_NUMBER.fullmatch(item.text):
                continue
            if link is None or not link.href.startswith("#"):
                return 0
            place, level_there = self._heading_of.get(link.href[1:], (0, 0))
            if place <= self.headings_seen:
                return 0
            level = level or level_there
        return level

    def _mark_of(self, link: Link) -> str | None:
        if link.serial in self.footnotes.ways_back:
            return ""
        key = self.footnotes.marks.get(link.serial)
        return self._notes.mark(key) if key else None
