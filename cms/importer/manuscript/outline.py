"""The outline of a manuscript: what the parser understood, before anything is written.

Plain frozen data. The importer turns it into drafts; ``to_json_dict`` is what
``import_manuscript --outline json`` prints.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

from .blocks import Block, Facts
from .page_cards import ExportedPage, PageCard

Status = Literal["ok", "rejected"]
SectionKind = Literal["introduction", "chapter", "conclusion", "appendix", "sources"]


@dataclass(frozen=True)
class OutlineWarning:
    """Something a curator should look at. ``where`` is a chapter or line as they would say it."""

    code: str
    message: str
    where: str = ""


@dataclass(frozen=True)
class ChapterOutline:
    """One section of the story: a chapter, the introduction, the conclusion, an appendix.

    ``number`` is the number in the manuscript, None where it has none. ``line`` counts from 1.
    ``html`` is the whole section; ``blocks`` is the same content for the importer. In ``html``
    notes are ``<sup>[n]</sup>``, numbered through the document as ``Outline.footnotes`` is;
    inside blocks they are numbered per block. The standfirst stands in ``standfirst`` (inline
    html), and as the first paragraph of ``html``, but in no block. ``card`` is there if the
    manuscript was exported and says itself what the page is; then no figure is taken for the lead
    picture.
    """

    title: str
    slug: str
    html: str
    number: int | None = None
    kind: SectionKind = "chapter"
    standfirst: str = ""
    line: int = 0
    blocks: tuple[Block, ...] = ()
    facts: Facts = field(default_factory=Facts)
    card: PageCard | None = None

    def to_json_dict(self) -> dict[str, str]:
        return {"title": self.title, "slug": self.slug, "html": self.html}


@dataclass(frozen=True)
class FaqOutline:
    """A question and its answer.

    ``answer_html`` is the whole answer. ``blocks`` is the answer for the importer (markers
    ``[1]``… numbered per block), without a closing "See chapter 4.", which is ``see_chapter``.
    """

    question: str
    answer_html: str
    see_chapter: int | None = None
    blocks: tuple[Block, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class ExternalLink:
    """``url`` is empty when the manuscript names a resource without an address."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class InternalLink:
    """``target`` is ``#7`` for chapter 7, ``#`` and its slug for one without a number, or
    ``#faq``, ``#sources``, ``#timeline``, ``#map``…

    It is empty when nothing in the exhibit goes by that name.
    """

    label: str
    target: str
    note: str = ""


@dataclass(frozen=True)
class Footnote:
    """A note of the manuscript. ``number`` counts through the document, from 1.

    ``chapter`` is the title of the section that first cites it, empty if nothing does.
    """

    number: int
    key: str
    html: str
    source_key: str | None = None
    locator: str = ""
    remark: str = ""
    chapter: str = ""


@dataclass(frozen=True)
class OutlineImage:
    """A picture the manuscript asks for; ``chapter`` is the title of the section it stands in."""

    src: str
    alt: str
    caption: str
    chapter: str


@dataclass(frozen=True)
class Outline:
    """Everything found in one manuscript, in document order.

    When ``status`` is ``rejected``, ``error`` is a code, ``message`` a sentence for the curator,
    and the rest is empty. ``standfirst`` and ``subtitle`` are inline html and plain text.
    """

    status: Status = "ok"
    error: str = ""
    message: str = ""
    title: str = ""
    subtitle: str = ""
    standfirst: str = ""
    language: str = ""
    direction: str = "ltr"
    introduction: ChapterOutline | None = None
    chapters: tuple[ChapterOutline, ...] = ()
    conclusion: ChapterOutline | None = None
    sources: ChapterOutline | None = None
    faqs: tuple[FaqOutline, ...] = ()
    faq_introduction: str = ""
    """What stands between the heading "FAQs" and the first question, as html."""
    external_links: tuple[ExternalLink, ...] = ()
    internal_links: tuple[InternalLink, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    images: tuple[OutlineImage, ...] = ()
    media_files: tuple[tuple[str, str], ...] = ()
    """Every media path the manuscript names, with the title of the section that wants it."""
    warnings: tuple[OutlineWarning, ...] = ()
    pages: tuple[ExportedPage, ...] = ()
    """Every page in the order of the exhibit, itself the first, if the manuscript was exported."""

    @property
    def intro_html(self) -> str:
        return self.introduction.html if self.introduction else ""

    @property
    def sources_html(self) -> str:
        return self.sources.html if self.sources else ""

    @property
    def has_content(self) -> bool:
        """Whether there is anything to make an exhibit of."""
        return bool(self.introduction or self.chapters or self.conclusion or self.faqs)

    def _opening_html(self) -> str:
        """Everything before the first chapter: subtitle, standfirst and introduction."""
        subtitle = f"<p>{escape(self.subtitle, quote=False)}</p>" if self.subtitle else ""
        standfirst = f"<p><em>{self.standfirst}</em></p>" if self.standfirst else ""
        return "\n".join(filter(None, (subtitle, standfirst, self.intro_html)))

    def to_json_dict(self) -> dict[str, Any]:
        """Return the outline as JSON-ready data, with the documented keys and no others.

        No word is left out: what has no key of its own stands in the nearest that has.
        """
        return {
            "status": self.status,
            "error": self.error,
            "message": self.message,
            "title": self.title,
            "language": self.language,
            "direction": self.direction,
            "intro_html": self._opening_html(),
            "chapters": [chapter.to_json_dict() for chapter in self.chapters],
            "conclusion": self.conclusion.to_json_dict() if self.conclusion else None,
            "sources_html": self.sources_html,
            "faqs": [
                {"question": faq.question, "answer_html": faq.answer_html} for faq in self.faqs
            ],
            "external_links": [
                {"label": link.label, "url": link.url, "note": link.note}
                for link in self.external_links
            ],
            "internal_links": [
                {"label": link.label, "target": link.target, "note": link.note}
                for link in self.internal_links
            ],
            "footnotes": [{"number": note.number, "html": note.html} for note in self.footnotes],
            "images": [{"alt": image.alt} for image in self.images],
            "warnings": [
                {"code": warning.code, "message": warning.message} for warning in self.warnings
            ],
        }


def rejected(code: str, message: str, *, language: str = "") -> Outline:
    return Outline(status="rejected", error=code, message=message, language=language)
