"""Write the pages of one language of an exhibit as drafts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import nh3
from django.utils import translation
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from wagtail.models import Locale, Page

from cms.importer import bodies
from cms.importer.answers import answer_value
from cms.importer.facts import BundleProblem, Facts
from cms.importer.library import Files, Library
from cms.importer.manuscript import blocks as outlined
from cms.importer.manuscript.outline import ChapterOutline, Outline
from cms.importer.saving import save_draft
from exhibit.models import (
    AttractItem,
    ChapterMoment,
    ChapterPage,
    ChapterPerson,
    ChapterPlace,
    ChapterTerm,
    ExhibitPage,
    FaqPage,
    FurtherReadingPage,
    MuseumHomePage,
    PlainPage,
    Source,
    SourcesPage,
    Theme,
)
from exhibit.reading.contents import CONCLUSION, INTRODUCTION, NUMBERED

LONGEST_STANDFIRST = ChapterPage._meta.get_field("standfirst").max_length
_KINDS = {"introduction": INTRODUCTION, "chapter": NUMBERED}
# A chapter's facts by kind: its relation, the model of the relation, and the fact's name there.
_RELATIONS = {
    "moments": (ChapterMoment, "moment"),
    "places": (ChapterPlace, "place"),
    "people": (ChapterPerson, "person"),
    "terms": (ChapterTerm, "term"),
}


def sections_of(outline: Outline) -> list[ChapterOutline]:
    """Return everything that becomes a chapter page, in reading order."""
    around = [outline.introduction], outline.chapters, [outline.conclusion, outline.sources]
    return [section for part in around for section in part if section is not None]


@dataclass
class Writer:
    """Writes one outline. ``original`` is the outline that this one translates, if it does."""

    bundle: Files
    outline: Outline
    locale: Locale
    sources: Mapping[str, Source]
    facts: Facts
    library: Library
    user: Any = None
    original: Outline | None = None
    states: list[tuple[Page, str]] = field(default_factory=list)

    @property
    def tag(self) -> str:
        return self.locale.language_code

    @property
    def settings(self) -> Mapping[str, Any]:
        return self.bundle.settings

    def exhibit(self, home: MuseumHomePage, *, translation_of: ExhibitPage | None, into=None):
        """Return the exhibit to write into, made as an empty draft if it is not there yet.

        Raises:
            BundleProblem: if an exhibit of that name exists and was not asked for.
        """
        parent = home if home.locale_id == self.locale.pk else _home_in(home, self.locale)
        if into is not None and translation_of is None:
            return into
        if translation_of is not None:
            known = translation_of.get_translation_or_none(self.locale)
            if known is not None:
                return known
        slug = self.settings.get("slug") or _slug_of(self.outline)
        taken = ExhibitPage.objects.child_of(parent).filter(slug=slug).first()
        if taken is not None:
            raise BundleProblem(
                f"There is an exhibit called “{slug}” already ({taken.title}). To write into it, "
                f"import again with --into {slug}; for another, change the slug in exhibit.toml."
            )
        page = ExhibitPage(title=self._title, slug=slug, **self._new(translation_of))
        parent.add_child(instance=page)
        return page

    def write_all(
        self, exhibit: ExhibitPage, *, translation_of: ExhibitPage | None = None
    ) -> Iterator[tuple[Page, str]]:
        """Write the exhibit and every page below it; yield each with "created", "updated" or
        "unchanged"."""
        with translation.override(self.tag):
            chapters = list(self._chapter_pages(exhibit, translation_of))
            faq = self._page(
                FaqPage, exhibit, "questions", _("Questions and answers"), translation_of
            )
            sources = self._page(SourcesPage, exhibit, "sources", _("Sources"), translation_of)
            further = self._page(
                FurtherReadingPage, exhibit, "further-reading", _("Further reading"), translation_of
            )
            desk = bodies.Desk(
                self.sources, self.facts, self.library, _targets(chapters, faq, sources)
            )
            yield self._saved(exhibit, self._exhibit_values())
            for section, page in chapters:
                yield self._saved(page, self._chapter_values(section, desk))
            introduction = bodies.plain(self.outline.faq_introduction)
            questions = self._questions(desk, chapters)
            yield self._saved(faq, {"standfirst": introduction, "questions": questions})
            yield self._saved(sources, {})
            yield self._saved(further, self._links(desk))
            if translation_of is None:
                yield from self._plain_pages(exhibit)

    # --- what each page holds -----------------------------------------------------------------

    def _exhibit_values(self) -> dict[str, Any]:
        told = self.settings
        kiosk = told.get("kiosk", {})
        values = {
            "title": self._title,
            "subtitle": self._said(told.get("subtitle")) or self.outline.subtitle,
            "standfirst": bodies.plain(self.outline.standfirst),
            "theme": Theme.objects.filter(slug=told.get("theme", "")).first(),
            "kiosk_idle_seconds": kiosk.get("idle_seconds", 90),
            "kiosk_warning_seconds": kiosk.get("warning_seconds", 20),
            "attract_items": [
                AttractItem(
                    image=self._picture(item["image"], "exhibit.toml"),
                    text=self._said(item.get("text")),
                    sort_order=place,
                )
                for place, item in enumerate(told.get("attract", []))
            ],
        }
        if told.get("lead_image"):
            values["lead_image"] = self._picture(told["lead_image"], "exhibit.toml")
            values["lead_image_alt"] = self._said(told.get("lead_image_alt"))
            values["lead_image_caption"] = self._said(told.get("lead_image_caption"))
        return values

    def _chapter_values(self, section: ChapterOutline, desk: bodies.Desk) -> dict[str, Any]:
        lead, rest = _lead_and_rest(section.blocks)
        standfirst = bodies.plain(section.standfirst)
        if len(standfirst) > LONGEST_STANDFIRST:
            # Too long to stand under a title, so it opens the text instead.
            rest.insert(0, outlined.TextBlock(f"<p><i>{section.standfirst}</i></p>"))
            standfirst = ""
        values: dict[str, Any] = {
            "title": section.title,
            "standfirst": standfirst,
            "body": bodies.body_of(
                rest, desk, name=f"{self.outline.title}/{section.slug}", wanted_by=section.title
            ),
        }
        if lead:
            image = self.library.image(
                lead.src, wanted_by=section.title, alt=lead.alt, caption=lead.caption
            )
            values |= {
                "lead_image": image,
                "lead_image_alt": "" if lead.alt == image.alt else lead.alt,
                "lead_image_caption": "" if lead.caption == image.caption else lead.caption,
            }
        for kind, (model, name) in _RELATIONS.items():
            keys = self._fact_keys(section, kind)
            values[kind] = [
                model(
                    **{name: self.facts.get(kind, key, wanted_by=section.title)}, sort_order=place
                )
                for place, key in enumerate(keys)
            ]
        return values

    def _questions(self, desk: bodies.Desk, chapters) -> list[dict[str, Any]]:
        by_number = {section.number: page for section, page in chapters if section.number}
        return [
            {
                "type": "question",
                "id": bodies.block_id(f"{self.settings.get('slug')}/question/{place}"),
                "value": {
                    "question": faq.question,
                    "answer": answer_value(faq, desk),
                    "chapter": by_number[faq.see_chapter].pk
                    if faq.see_chapter in by_number
                    else None,
                },
            }
            for place, faq in enumerate(self.outline.faqs, start=1)
        ]

    def _links(self, desk: bodies.Desk) -> dict[str, Any]:
        name = f"{self.settings.get('slug')}/{self.tag}"
        external = [
            _link_block(
                f"{name}/{link.url}",
                {"title": link.label, "url": link.url, "description": bodies.plain(link.note)},
            )
            for link in self.outline.external_links
            if link.url
        ]
        internal = [
            _link_block(
                f"{name}/{link.target}",
                {
                    "title": link.label,
                    "page": desk.pages.get(link.target.lstrip("#")),
                    "view": link.target[1:] if link.target in {"#timeline", "#map"} else "",
                    "description": bodies.plain(link.note),
                },
            )
            for link in self.outline.internal_links
            if link.target
        ]
        return {"external_links": external, "internal_links": internal}

    def _plain_pages(self, exhibit: ExhibitPage) -> Iterator[tuple[Page, str]]:
        for told in self.settings.get("page", []):
            page = self._page(PlainPage, exhibit, told["slug"], told["title"], None)
            try:
                text = self.bundle.read(told["body"]).decode("utf-8")
            except KeyError:
                raise BundleProblem(
                    f"exhibit.toml wants the file {told['body']} for the page “{told['title']}”, "
                    "which is not in the bundle. Add it, or take the page out."
                ) from None
            block = {
                "type": "text",
                "id": bodies.block_id(f"{exhibit.slug}/{page.slug}"),
                "value": {"text": _html_of(text), "notes": []},
            }
            yield self._saved(page, {"title": told["title"], "body": [block]})

    # --- pages in the tree --------------------------------------------------------------------

    def _chapter_pages(
        self, exhibit, translation_of
    ) -> Iterator[tuple[ChapterOutline, ChapterPage]]:
        originals = {
            _place_of(section): section.slug
            for section in (sections_of(self.original) if self.original else [])
        }
        for section in sections_of(self.outline):
            slug = originals.get(_place_of(section), section.slug)
            page = self._page(ChapterPage, exhibit, slug, section.title, translation_of)
            if not page.latest_revision_id:
                page.kind = _KINDS.get(section.kind, CONCLUSION)
            yield section, page

    def _page(self, model, exhibit, slug: str, title: str, translation_of):
        """Return the page of that slug below the exhibit, added as an empty draft if need be."""
        known = model.objects.child_of(exhibit).filter(slug=slug).first()
        if known is not None:
            return known
        original = None
        if translation_of is not None:
            original = model.objects.child_of(translation_of).filter(slug=slug).first()
        page = model(title=title, slug=slug, **self._new(original))
        exhibit.add_child(instance=page)
        return page

    def _new(self, original: Page | None) -> dict[str, Any]:
        new = {"locale": self.locale, "live": False, "has_unpublished_changes": True}
        return new | ({"translation_key": original.translation_key} if original else {})

    def _saved(self, page: Page, values: Mapping[str, Any]) -> tuple[Page, str]:
        return save_draft(page, values, user=self.user)

    @property
    def _title(self) -> str:
        return self.outline.title or self._said(self.settings.get("title"))

    # --- small words --------------------------------------------------------------------------

    def _said(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return str(value or "") if self.original is None else ""
        return {tag.lower(): text for tag, text in value.items()}.get(self.tag, "")

    def _picture(self, name: str, wanted_by: str):
        path = name if "/" in name else f"images/{name}"
        return self.library.image(path, wanted_by=wanted_by)

    def _fact_keys(self, section: ChapterOutline, kind: str) -> list[str]:
        """Return a chapter's facts: its own, else its original's, and the moments that name it."""
        keys = list(getattr(section.facts, kind))
        if not keys and self.original:
            originals = {_place_of(each): each for each in sections_of(self.original)}
            original = originals.get(_place_of(section))
            keys = list(getattr(original.facts, kind)) if original else []
        if kind == "moments" and section.number:
            tables = self.bundle.data.get("moments", {})
            keys += [
                key
                for key, table in tables.items()
                if table.get("chapter") == section.number and key not in keys
            ]
        return keys


def _home_in(home: MuseumHomePage, locale: Locale) -> MuseumHomePage:
    """Return the museum's home in a language, copied as a draft if there is none."""
    known = home.get_translation_or_none(locale)
    return known or home.copy_for_translation(locale)


def _place_of(section: ChapterOutline) -> tuple[str, int | None]:
    return section.kind, section.number


def _slug_of(outline: Outline) -> str:
    from django.utils.text import slugify

    return slugify(outline.title) or "exhibit"


def _lead_and_rest(blocks: Iterable[outlined.Block]):
    """Split off the first figure, which is the chapter's lead picture."""
    rest = list(blocks)
    lead = next((block for block in rest if isinstance(block, outlined.FigureBlock)), None)
    if lead is not None:
        rest.remove(lead)
    return lead, rest


def _targets(chapters, faq: Page, sources: Page) -> dict[str, int]:
    targets = {"faq": faq.pk, "sources": sources.pk}
    for section, page in chapters:
        targets.setdefault(section.slug, page.pk)
        targets[str(section.number) if section.number else section.kind] = page.pk
    if not any(section.number for section, _page in chapters):
        told = (page for section, page in chapters if section.kind == "chapter")
        targets |= {str(place): page.pk for place, page in enumerate(told, start=1)}
    return targets


def _link_block(name: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "link", "id": bodies.block_id(name), "value": value}


def _html_of(markdown: str) -> str:
    """Return a plain page's Markdown as safe HTML with headings of the third level."""
    html = MarkdownIt("commonmark", {"html": False}).render(markdown)
    html = html.replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    tags = {"p", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "br", "blockquote"}
    return nh3.clean(
        html,
        tags=tags,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )
