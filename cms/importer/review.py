"""What a curator looks at before accepting an import: plain data, ready for a template."""

from dataclasses import dataclass, field
from typing import Literal

from cms.importer.again import Again, PageAgain
from cms.importer.manuscript.outline import ExternalLink, InternalLink, OutlineWarning
from cms.importer.plan import PartKind

PieceKind = Literal["heading", "text", "standfirst", "picture", "quotation", "table", "block"]


@dataclass(frozen=True)
class PieceView:
    """The smallest thing a curator can cut at.

    ``html`` is safe to show, its notes marked ``[1]``…; ``src`` is the picture's path in the
    bundle ("" for what is no picture), to be asked for with ``pending.picture``. ``can_split``
    says whether a new part may begin here; the new title is then ``words`` if the piece is a
    heading, otherwise it has to be given.
    """

    id: str
    kind: PieceKind
    html: str
    words: str
    src: str = ""
    alt: str = ""
    caption: str = ""
    is_missing: bool = False
    can_split: bool = True


@dataclass(frozen=True)
class PartView:
    """One part as it will be imported. ``number`` counts the chapters, None for other kinds.

    ``comparison`` is what the exhibit has in its place, when importing again; questions share a
    page, see ``Review.again``.
    """

    id: str
    kind: PartKind
    title: str
    number: int | None
    pieces: tuple[PieceView, ...]
    first_words: str
    word_count: int
    pictures: tuple[PieceView, ...] = ()
    warnings: tuple[str, ...] = ()
    can_merge: bool = True
    comparison: PageAgain | None = None


@dataclass(frozen=True)
class LanguageView:
    """A language by its tag and its own name."""

    tag: str
    name: str
    direction: str = "ltr"


@dataclass(frozen=True)
class MissingFile:
    """A file that the manuscript names and nobody handed in. ``chapter`` wants it."""

    path: str
    chapter: str


@dataclass(frozen=True)
class Review:
    """An import in one of its languages.

    ``languages`` are its tabs, the original first; ``may_change_language`` is for a manuscript
    in one language, ``offered_languages`` are then the site's. ``version`` goes back with every
    change, see ``pending.keep_plan``. ``warnings`` are those that belong to no part; ``reasons``
    say, in sentences, why it cannot be accepted yet. ``again`` is the exhibit as it stands,
    ``choices`` what was chosen for its pages, by their id as text.
    """

    version: int
    title: str
    language: str
    direction: str
    languages: tuple[LanguageView, ...]
    parts: tuple[PartView, ...]
    offered_languages: tuple[LanguageView, ...] = ()
    may_change_language: bool = False
    asks_for_title: bool = False
    asks_for_language: bool = False
    subtitle: str = ""
    sources_html: str = ""
    external_links: tuple[ExternalLink, ...] = ()
    internal_links: tuple[InternalLink, ...] = ()
    footnote_count: int = 0
    warnings: tuple[OutlineWarning, ...] = ()
    missing: tuple[MissingFile, ...] = ()
    leave_out_missing: bool = False
    reasons: tuple[str, ...] = ()
    again: Again | None = None
    choices: dict[str, str] = field(default_factory=dict)

    @property
    def can_accept(self) -> bool:
        return not self.reasons

    @property
    def chapters(self) -> tuple[PartView, ...]:
        """Everything but the questions, in reading order."""
        return tuple(part for part in self.parts if part.kind != "question")

    @property
    def questions(self) -> tuple[PartView, ...]:
        return tuple(part for part in self.parts if part.kind == "question")
