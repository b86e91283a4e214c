"""What each page of an exhibit is to hold, as the manuscript has it: plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import nh3
from markdown_it import MarkdownIt

from cms.importer import bodies
from cms.importer.answers import answer_value
from cms.importer.comparing.telling import told_blocks, told_question
from cms.importer.editable import editable
from cms.importer.facts import BundleProblem
from cms.importer.library import Files
from cms.importer.manuscript import blocks as outlined
from cms.importer.manuscript.outline import ChapterOutline, ExternalLink, InternalLink, Outline
from cms.importer.opening import LEAD, Opening
from cms.importer.page_text import PageText, said
from cms.importer.wanted import WantedPage, sections_of
from exhibit.blocks.links import LONGEST_TITLE
from exhibit.models import ChapterPage
from exhibit.reading.contents import CONCLUSION, INTRODUCTION, NUMBERED

LONGEST_STANDFIRST = ChapterPage._meta.get_field("standfirst").max_length
_KINDS = {"introduction": INTRODUCTION, "chapter": NUMBERED}
# A chapter's facts by kind, and what a fact is called in its relation.
_RELATIONS = {"moments": "moment", "places": "place", "people": "person", "terms": "term"}


@dataclass(frozen=True)
class Contents:
    """Says what each page of one outline holds.

    ``originals`` are the sections that this outline's translate, by slug; None for a manuscript
    that translates no other.
    """

    bundle: Files
    outline: Outline
    tag: str
    desk: bodies.Desk
    originals: Mapping[str, ChapterOutline] | None = None

    @property
    def settings(self) -> Mapping[str, Any]:
        return self.bundle.settings

    @property
    def title(self) -> str:
        return self.outline.title or self._said(self.settings.get("title"))

    def exhibit(self) -> PageText:
        return self._opening.text(self.title)

    def chapter(self, section: ChapterOutline, *, slug: str) -> PageText:
        """Return a chapter's text. ``slug`` is its page's, and seeds the ids of its blocks."""
        text = PageText()
        text.add("title", section.title, section.title)
        kind = _KINDS.get(section.kind, CONCLUSION)
        text.add("kind", kind, kind)
        lead, rest = _lead_and_rest(section)
        standfirst = bodies.plain(section.standfirst)
        if len(standfirst) > LONGEST_STANDFIRST:
            # Too long to stand under a title, so it opens the text instead.
            rest.insert(0, outlined.TextBlock(f"<p><i>{section.standfirst}</i></p>"))
            standfirst = ""
        if section is sections_of(self.outline)[0]:
            rest = [*self._opening.overflow(), *rest]
        text.add("standfirst", standfirst, standfirst)
        body = bodies.body_of(
            rest, self.desk, name=f"{self.outline.title}/{slug}", wanted_by=section.title
        )
        text.add("body", body, told_blocks(rest, self.desk.library.fingerprint))
        self._lead(text, lead, section.title)
        for kind, name in _RELATIONS.items():
            keys = self._fact_keys(section, kind)
            facts = [self.desk.facts.get(kind, key, wanted_by=section.title) for key in keys]
            text.add(kind, [{name: fact.pk} for fact in facts], keys)
        return text

    def questions(self, ids: Sequence[str]) -> PageText:
        """Return the questions under the ids that are their addresses, one for each."""
        text = PageText()
        introduction = bodies.plain(self.outline.faq_introduction)
        text.add("standfirst", introduction, introduction)
        blocks = [
            {
                "type": "question",
                "id": address,
                "value": {
                    "question": faq.question,
                    "answer": answer_value(faq, self.desk),
                    "chapter": self.desk.pages.get(str(faq.see_chapter)),
                },
            }
            for address, faq in zip(ids, self.outline.faqs, strict=True)
        ]
        fingerprint = self.desk.library.fingerprint
        told = [told_question(faq, fingerprint) for faq in self.outline.faqs]
        text.add("questions", blocks, told)
        return text

    def further_reading(self, exhibit_slug: str) -> PageText:
        text, name = PageText(), f"{exhibit_slug}/{self.tag}"
        external, internal = self.outline.external_links, self.outline.internal_links
        text.add(
            "external_links",
            [
                _link_block(
                    f"{name}/{link.url or link.label}", {**_words_of(link), "url": link.url}
                )
                for link in external
            ],
            [[link.label, link.url, link.note] for link in external],
        )
        text.add(
            "internal_links",
            [
                _link_block(
                    f"{name}/{link.target or link.label}",
                    {
                        **_words_of(link),
                        "page": self.desk.pages.get(link.target.lstrip("#")),
                        "view": link.target[1:] if link.target in {"#timeline", "#map"} else "",
                    },
                )
                for link in internal
            ],
            [[link.label, link.target, link.note] for link in internal],
        )
        return text

    def plain_page(self, wanted: WantedPage, *, exhibit_slug: str) -> PageText:
        """Return a page beside the story.

        Raises:
            BundleProblem: if its file is not in the bundle.
        """
        try:
            words = self.bundle.read(wanted.told["body"]).decode("utf-8")
        except KeyError:
            raise BundleProblem(
                f"exhibit.toml wants the file {wanted.told['body']} for the page "
                f"“{wanted.title}”, which is not in the bundle. Add it, or take the page out."
            ) from None
        except UnicodeDecodeError:
            raise BundleProblem(
                f"{wanted.told['body']} is not UTF-8 text. Save it as UTF-8 and import it again."
            ) from None
        text, html = PageText(), _html_of(words)
        block = {
            "type": "text",
            "id": bodies.block_id(f"{exhibit_slug}/{wanted.slug}"),
            "value": {"text": html, "notes": []},
        }
        text.add("title", wanted.title, wanted.title)
        text.add("body", [block], html)
        return text

    # --- small words --------------------------------------------------------------------------

    @property
    def _opening(self) -> Opening:
        return Opening(self.settings, self.outline, self.desk.library, self._said)

    def _said(self, value: Any) -> str:
        return said(value, self.tag, is_original=self.originals is None)

    def _lead(self, text: PageText, lead: outlined.FigureBlock | None, wanted_by: str) -> None:
        if lead is None:
            for name in LEAD:
                text.add(name, None if name == "lead_image" else "", None)
            return
        image = self.desk.library.image(
            lead.src, wanted_by=wanted_by, alt=lead.alt, caption=lead.caption
        )
        alt = "" if lead.alt == image.alt else lead.alt
        caption = "" if lead.caption == image.caption else lead.caption
        told = [self.desk.library.fingerprint(lead.src), lead.alt, lead.caption]
        for name, value in zip(LEAD, (image.pk, alt, caption), strict=True):
            text.add(name, value, told)

    def _fact_keys(self, section: ChapterOutline, kind: str) -> list[str]:
        """Return a chapter's facts: its own, else its original's, and the moments that name it."""
        keys = list(getattr(section.facts, kind))
        original = (self.originals or {}).get(section.slug)
        if not keys and original:
            keys = list(getattr(original.facts, kind))
        if kind == "moments" and section.number:
            tables = self.bundle.data.get("moments", {})
            keys += [
                key
                for key, table in tables.items()
                if table.get("chapter") == section.number and key not in keys
            ]
        return keys


def _lead_and_rest(section: ChapterOutline):
    """Split off the first figure, which is the chapter's lead picture."""
    rest: list[outlined.Block] = list(section.blocks)
    lead = next((block for block in rest if isinstance(block, outlined.FigureBlock)), None)
    if lead is not None:
        rest.remove(lead)
    return lead, rest


def _words_of(link: ExternalLink | InternalLink) -> dict[str, str]:
    """A link's title and description; what is too long for a title goes on in the description."""
    title, note = link.label, bodies.plain(link.note)
    if len(title) > LONGEST_TITLE:
        cut = title.rfind(" ", 0, LONGEST_TITLE) + 1 or LONGEST_TITLE
        title, note = title[:cut].rstrip(), f"{title[cut:]} {note}".strip()
    return {"title": title, "description": note}


def _link_block(name: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "link", "id": bodies.block_id(name), "value": value}


def _html_of(markdown: str) -> str:
    """Return a plain page's Markdown as safe HTML with headings of the third level."""
    html = MarkdownIt("commonmark", {"html": False}).render(markdown)
    html = html.replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    tags = {"p", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "br", "blockquote"}
    clean = nh3.clean(
        html,
        tags=tags,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )
    return editable(clean)
