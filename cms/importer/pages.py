"""Write the pages of one language of an exhibit as drafts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.importer import bodies, weighing
from cms.importer.comparing.canonical import canonical
from cms.importer.comparing.states import State, Verdict
from cms.importer.finding import Finding, Origin, origin_of
from cms.importer.language import EXHIBIT, Language
from cms.importer.memory import forget_deleted, remember
from cms.importer.models import PendingImport
from cms.importer.page_text import PageText
from cms.importer.saving import held_by, save_draft
from cms.importer.standing import Standing, StandingPage, standing_in
from cms.importer.tree import add_new_pages
from cms.importer.wanted import WantedPage
from cms.importer.weighing import Choice
from exhibit.models import ExhibitPage


@dataclass(frozen=True)
class Written:
    """A page and what became of it; ``state`` says for a kept one why it was kept."""

    page: Page | StandingPage
    result: Literal["created", "updated", "unchanged", "kept"]
    state: State = "same"


@dataclass(frozen=True)
class Place:
    """An exhibit in one language with its pages found and the missing ones added, still empty."""

    exhibit: ExhibitPage
    finding: Finding
    there: Mapping[str, StandingPage]
    added: Mapping[str, Page]

    @property
    def pages(self) -> Mapping[str, Page | StandingPage]:
        return {**self.there, **self.added}

    @property
    def origins(self) -> dict[str, Origin]:
        """Return what translations of these pages translate, by the wanted page's key."""
        there = {key: origin_of(page) for key, page in self.there.items()}
        added = {key: Origin(page.slug, page.translation_key) for key, page in self.added.items()}
        return there | added


def prepare(
    language: Language, exhibit: ExhibitPage, *, is_new: bool, origins: Mapping[str, Origin],
    is_translation: bool,
) -> Place:  # fmt: skip
    """Find the pages of an exhibit, and add those that are missing.

    Args:
        is_new: the exhibit was made for this import and holds nothing yet.
        origins: what each page translates, by its key.
    """
    standing: Standing | None = None if is_new else standing_in(exhibit)
    finding = language.find(standing, origins, is_translation=is_translation)
    added = add_new_pages(exhibit, finding, standing)
    forget_deleted(exhibit.pk, [each.title for each in finding.wanted if each.key in added])
    if standing is None:
        return Place(exhibit, finding, {}, {EXHIBIT: exhibit, **added})
    return Place(exhibit, finding, {EXHIBIT: standing.exhibit, **finding.found}, added)


@dataclass(frozen=True)
class Writer:
    """Writes one language.

    ``chosen`` are the choices that somebody made, by page id; ``when_changed`` is what becomes of
    pages that were changed on both sides and about which no choice was made.
    """

    language: Language
    desk_of: Callable[[Mapping[str, int | str]], bodies.Desk]
    user: Any = None
    chosen: Mapping[int, Choice] = field(default_factory=dict)
    when_changed: Choice = "keep"
    pending_import: PendingImport | None = None

    def write(self, place: Place) -> Iterator[Written]:
        """Write the exhibit and every page below it; yield each as it is done."""
        texts = self.language.texts(
            place.finding,
            ids={key: page.pk for key, page in place.pages.items()},
            slugs={key: page.slug for key, page in place.pages.items()},
            desk_of=self.desk_of,
        )
        for wanted, text in texts:
            if wanted.key in place.added:
                yield self._create(wanted, text, place)
            else:
                yield self._update(wanted, text, place)

    def _create(self, wanted: WantedPage, text: PageText, place: Place) -> Written:
        page = place.added[wanted.key]
        draft = save_draft(type(page), page.pk, weighing.spoken(text), user=self.user)
        self._remember(page.pk, wanted, text, place, held_by(draft, text.values))
        return Written(draft, "created")

    def _update(self, wanted: WantedPage, text: PageText, place: Place) -> Written:
        page = place.there[wanted.key]
        verdict = weighing.verdict_on(text, page)
        values = self._values(wanted, text, page, verdict)
        held = _equal_fields(text, page)
        if values:
            draft = save_draft(page.model, page.pk, values, user=self.user)
            self._remember(page.pk, wanted, text, place, held | held_by(draft, values))
            return Written(draft, "updated", verdict.state)
        if verdict.state == "same" or self._is_settled(page):
            if page.record is None:
                held = {name: page.digest(name) for name in text.values}
            self._remember(page.pk, wanted, text, place, held)
        if verdict.state == "same":
            return Written(page, "unchanged")
        return Written(page, "kept", verdict.state)

    def _values(
        self, wanted: WantedPage, text: PageText, page: StandingPage, verdict: Verdict
    ) -> dict[str, Any]:
        """Return what to write, nothing where the page stays as it is."""
        match self._choice(wanted, page, verdict.state):
            case "take":
                return weighing.taken(text, verdict)
            case "both":
                return weighing.both(wanted.kind, text, page, words=self._whence())
        return {}

    def _choice(self, wanted: WantedPage, page: StandingPage, state: State) -> Choice:
        default = self.when_changed if state == "both_changed" else weighing.default_choice(state)
        choice = self.chosen.get(page.pk, default)
        return choice if choice in weighing.offers(wanted.kind, state, page) else "keep"

    def _is_settled(self, page: StandingPage) -> bool:
        """Say whether somebody decided to keep a page: then the same text is no news again."""
        return self.chosen.get(page.pk) == "keep"

    def _remember(
        self,
        page_id: int,
        wanted: WantedPage,
        text: PageText,
        place: Place,
        written: Mapping[str, str],
    ) -> None:
        known = place.there[wanted.key].record if wanted.key in place.there else None
        remember(
            known,
            page_id,
            place.exhibit.pk,
            wanted,
            text,
            written,
            pending_import=self.pending_import,
        )

    def _whence(self) -> str:
        with translation.override(self.language.tag):
            day = date_format(timezone.localdate(), "DATE_FORMAT")
            return _("From the manuscript imported on %(day)s") % {"day": day}


def _equal_fields(text: PageText, page: StandingPage) -> dict[str, str]:
    """Return digests of the fields of a page that hold what the manuscript tells."""
    return {
        name: page.digest(name)
        for name, value in text.values.items()
        if canonical(name, value) == canonical(name, page.content.get(name))
    }
