"""Importing again: what a newer manuscript would change in the pages that are there.

``look_again`` only looks. ``drafts.write_drafts(…, into=, choices=)`` writes: a choice is keyed by
the page's id, since the page stays the same however the document is arranged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cms.importer.comparing.differences import Comparison, Paragraph, differences
from cms.importer.manuscript.outline import Outline
from exhibit.models import ExhibitPage

PageState = Literal["new", "same", "manuscript_changed", "page_changed", "both_changed", "gone"]
Choice = Literal["take", "keep", "both"]
PageKind = Literal["exhibit", "chapter", "questions", "sources", "further_reading", "plain"]


@dataclass(frozen=True)
class PageAgain:
    """One page: as it is, and as the manuscript would have it.

    ``page_id`` is None for a page that is not there yet. ``section`` is the slug of the outline's
    section that becomes the page, empty for pages beside the chapters and for what is gone.
    ``page_title`` is the title that is there, ``title`` the manuscript's. ``offers`` are the
    choices that there are, none where there is nothing to choose; ``default`` is one of them, or
    "take" for a new page and "keep" otherwise. ``remarks`` are sentences: a page deleted by hand,
    a chapter split or merged. ``is_flagged`` asks for a decision: both sides changed.
    """

    page_id: int | None
    kind: PageKind
    section: str
    title: str
    page_title: str
    state: PageState
    offers: tuple[Choice, ...] = ()
    remarks: tuple[str, ...] = ()
    is_published: bool = False
    old: tuple[Paragraph, ...] = ()
    new: tuple[Paragraph, ...] = ()

    @property
    def default(self) -> Choice:
        return "take" if self.state in {"new", "manuscript_changed"} else "keep"

    @property
    def is_flagged(self) -> bool:
        return self.state == "both_changed"

    @cached_property
    def comparison(self) -> Comparison:
        """What is there on the left, what "take" would make of it on the right; made when asked."""
        return differences(self.old, self.new)


@dataclass(frozen=True)
class Again:
    """A newer manuscript in one language, against the exhibit in that language.

    ``pages`` stand in the order of the manuscript; ``gone`` were imported once, are not in it any
    more, and are left alone.
    """

    pages: tuple[PageAgain, ...]
    gone: tuple[PageAgain, ...] = ()
    remarks: tuple[str, ...] = ()

    def of_section(self, slug: str) -> PageAgain | None:
        return next((page for page in self.pages if slug and page.section == slug), None)

    @property
    def beside(self) -> tuple[PageAgain, ...]:
        """The exhibit's own words, questions, further reading: pages that are no section."""
        return tuple(page for page in self.pages if not page.section)


def look_again(bundle, outlines: Mapping[str, Outline], *, into: ExhibitPage) -> dict[str, Again]:
    """Compare outlines by language tag with an exhibit; writes nothing.

    A fixed number of queries for each language.
    """
    raise NotImplementedError
