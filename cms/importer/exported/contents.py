"""What each page of an exported bundle is to hold: all that its card and its blocks say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cms.importer import bodies
from cms.importer.answers import answer_value
from cms.importer.comparing.telling import told_blocks, told_question
from cms.importer.manuscript.blocks import Facts
from cms.importer.manuscript.outline import ChapterOutline, FaqOutline, Outline
from cms.importer.manuscript.page_cards import ExportedLink, ExportedPage, PageCard
from cms.importer.page_text import PageText
from cms.importer.wanted import WantedPage
from exhibit.models import Theme
from exhibit.reading.contents import CONCLUSION, INTRODUCTION, NUMBERED

_KINDS = {"introduction": INTRODUCTION, "chapter": NUMBERED}
# A chapter's facts by kind, and what a fact is called in its relation.
_RELATIONS = {"moments": "moment", "places": "place", "people": "person", "terms": "term"}
_KIOSK = {
    "shown": "is_on_kiosk",
    "idle_seconds": "kiosk_idle_seconds",
    "warning_seconds": "kiosk_warning_seconds",
}


@dataclass(frozen=True)
class ExportedContents:
    """Says what each page of one exported outline holds. Empty fields are said to be empty."""

    settings: Mapping[str, Any]
    outline: Outline
    tag: str
    desk: bodies.Desk

    def exhibit(self, title: str) -> PageText:
        text = PageText()
        card = self.outline.pages[0].card
        _say(text, "title", title)
        _say(text, "subtitle", card.subtitle)
        self._add_card(text, card, title)
        self._add_lead(text, card, title)
        slug = self._in_language(self.settings.get("theme"))
        theme = Theme.objects.filter(slug=slug).first() if slug else None
        text.add("theme", theme and theme.pk, [slug])
        for name, field in _KIOSK.items():
            value = self._in_language(self.settings.get("kiosk", {}).get(name))
            if value is not None:
                _say(text, field, value)
        self._add_attract(text)
        return text

    def of(self, wanted: WantedPage) -> PageText:
        if wanted.section is not None:
            return self._chapter(wanted.section)
        page: ExportedPage = wanted.told
        text = PageText()
        _say(text, "title", page.title)
        self._add_card(text, page.card, page.title)
        if wanted.kind == "questions":
            self._add_questions(text, page)
        elif wanted.kind == "further_reading":
            self._add_links(text, page)
        elif wanted.kind == "plain":
            self._add_body(text, page.card.slug, page.blocks, page.title)
        return text

    def _chapter(self, section: ChapterOutline) -> PageText:
        text, card = PageText(), section.card or PageCard("numbered", section.slug)
        _say(text, "title", section.title)
        kind = _KINDS.get(section.kind, CONCLUSION)
        is_second = section.kind == "chapter" and card.kind == "introduction"
        _say(text, "kind", INTRODUCTION if is_second else kind)
        self._add_card(text, card, section.title)
        self._add_lead(text, card, section.title)
        self._add_body(text, section.slug, section.blocks, section.title)
        self._add_facts(text, section.facts, section.title)
        return text

    # --- parts of a page ----------------------------------------------------------------------

    def _add_card(self, text: PageText, card: PageCard, wanted_by: str) -> None:
        _say(text, "standfirst", card.standfirst)
        _say(text, "seo_title", card.seo_title)
        _say(text, "search_description", card.search_description)
        _say(text, "show_in_menus", card.in_menus)

    def _add_lead(self, text: PageText, card: PageCard, wanted_by: str) -> None:
        library = self.desk.library
        image = library.image(card.picture, wanted_by=wanted_by) if card.picture else None
        mark = library.fingerprint(card.picture) if card.picture else ""
        text.add("lead_image", image and image.pk, [mark])
        text.add("lead_image_alt", card.alt, [mark, card.alt])
        text.add("lead_image_caption", card.caption, [mark, card.caption])

    def _add_body(self, text: PageText, slug: str, blocks, wanted_by: str) -> None:
        name = f"{self.outline.pages[0].card.slug}/{self.tag}/{slug}"
        body = bodies.body_of(blocks, self.desk, name=name, wanted_by=wanted_by)
        text.add("body", body, [told_blocks(blocks, self.desk.library.fingerprint)])

    def _add_facts(self, text: PageText, facts: Facts, wanted_by: str) -> None:
        for kind, name in _RELATIONS.items():
            keys = list(getattr(facts, kind))
            found = [self.desk.facts.get(kind, key, wanted_by=wanted_by) for key in keys]
            text.add(kind, [{name: fact.pk} for fact in found], [keys])

    def _add_questions(self, text: PageText, page: ExportedPage) -> None:
        """Add the questions, each under the address it had; new ones as any import does."""
        known = {(each.question, each.answer.html): each for each in page.questions}
        blocks, told = [], []
        for place, faq in enumerate(self.outline.faqs, start=1):
            asked = known.get((faq.question, faq.answer_html))
            chapter = asked.chapter.removeprefix("#") if asked else str(faq.see_chapter)
            address = asked.id if asked else ""
            name = f"{self.outline.pages[0].card.slug}/{self.tag}/question/{place}"
            blocks.append(
                {
                    "type": "question",
                    "id": address or bodies.block_id(name),
                    "value": {
                        "question": faq.question,
                        "answer": self._answer(faq),
                        "chapter": self.desk.pages.get(chapter),
                    },
                }
            )
            told.append([*told_question(faq, self.desk.library.fingerprint), chapter])
        text.add("questions", blocks, [told])

    def _answer(self, faq: FaqOutline) -> dict[str, Any]:
        if not faq.answer_html and len(faq.blocks) == 1:
            notes = getattr(faq.blocks[0], "notes", ())
            return bodies.text_value("", notes, self.desk, wanted_by=faq.question)
        return answer_value(faq, self.desk)

    def _add_links(self, text: PageText, page: ExportedPage) -> None:
        name = f"{self.outline.pages[0].card.slug}/{self.tag}/link"
        blocks: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
        for place, link in enumerate(page.links, start=1):
            value = self._outward(link) if link.leads_elsewhere else self._inward(link)
            block = {"type": "link", "id": bodies.block_id(f"{name}/{place}"), "value": value}
            blocks[link.leads_elsewhere].append(block)
        told: dict[bool, list[list[str]]] = {True: [], False: []}
        for link in page.links:
            words = [link.title, link.url, link.page, link.view, link.description]
            told[link.leads_elsewhere].append(words)
        text.add("external_links", blocks[True], told[True] or ["none"])
        text.add("internal_links", blocks[False], told[False] or ["none"])

    def _outward(self, link: ExportedLink) -> dict[str, Any]:
        return {"title": link.title, "url": link.url, "description": link.description}

    def _inward(self, link: ExportedLink) -> dict[str, Any]:
        return {
            "title": link.title,
            "page": self.desk.pages.get(link.page.removeprefix("#")),
            "view": link.view,
            "description": link.description,
        }

    def _add_attract(self, text: PageText) -> None:
        values, told = [], []
        for item in self.settings.get("attract", []):
            path = self._in_language(item.get("image"))
            if not path:
                continue
            words = self._in_language(item.get("text")) or ""
            image = self.desk.library.image(path, wanted_by="exhibit.toml")
            values.append({"image": image.pk, "text": words})
            told.append([self.desk.library.fingerprint(path), words])
        text.add("attract_items", values, [told])

    def _in_language(self, value: Any) -> Any:
        """Return a setting in this language; one that is not by language holds for all."""
        if not isinstance(value, Mapping):
            return value
        return {tag.lower(): each for tag, each in value.items()}.get(self.tag)


def _say(text: PageText, name: str, value: Any) -> None:
    """Add a field of which the manuscript says everything, even that it is empty."""
    text.add(name, value, [value])
