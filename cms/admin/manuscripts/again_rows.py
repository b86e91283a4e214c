"""What a newer manuscript would change in a page that is there, as the review screen says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.importer.again import Again, PageAgain

CHOICES = {
    "take": gettext_lazy("Take the new text"),
    "keep": gettext_lazy("Keep what is there"),
    "both": gettext_lazy("Both, one after the other"),
}
_STATES = {
    "new": gettext_lazy("New in the document"),
    "same": gettext_lazy("Unchanged"),
    "manuscript_changed": gettext_lazy("Changed in the document"),
    "page_changed": gettext_lazy("Changed here since the last import"),
    "both_changed": gettext_lazy("Changed in the document and here"),
    "gone": gettext_lazy("No longer in the document; the page stays as it is"),
}
_KINDS = {
    "exhibit": gettext_lazy("The exhibit itself"),
    "chapter": gettext_lazy("Chapter"),
    "questions": gettext_lazy("Questions"),
    "sources": gettext_lazy("Sources"),
    "further_reading": gettext_lazy("Further reading"),
    "plain": gettext_lazy("Page"),
}


@dataclass(frozen=True)
class AgainChoice:
    """One of the choices there are for a page."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class AgainRow:
    """One page that is there, or will be. ``name`` is the field's that holds the choice."""

    page: PageAgain
    state: str
    kind: str
    name: str
    choices: Sequence[AgainChoice]

    @property
    def is_renamed(self) -> bool:
        return bool(self.page.page_title) and self.page.page_title != self.page.title


def again_row(page: PageAgain, chosen: Mapping[str, str]) -> AgainRow:
    value = chosen.get(str(page.page_id), page.default)
    return AgainRow(
        page,
        state=str(_STATES[page.state]),
        kind=str(_KINDS[page.kind]),
        name=f"choice-{page.page_id}" if page.offers else "",
        choices=[AgainChoice(offer, str(CHOICES[offer]), offer == value) for offer in page.offers],
    )


def again_rows(pages: Iterable[PageAgain], chosen: Mapping[str, str]) -> list[AgainRow]:
    return [again_row(page, chosen) for page in pages]


def summary_of(again: Again) -> str:
    """Say in a line how the pages that are there stand to the document."""
    count = {
        state: sum(page.state == state for page in (*again.pages, *again.gone)) for state in _STATES
    }
    said = [
        ngettext("%d page unchanged", "%d pages unchanged", count["same"]) % count["same"],
        ngettext("%d new", "%d new", count["new"]) % count["new"],
        _("%d changed in the document") % count["manuscript_changed"],
        _("%d changed here") % count["page_changed"],
        _("%d changed in both") % count["both_changed"],
        _("%d no longer in the document") % count["gone"],
    ]
    return " · ".join(words for words in said if not words.startswith("0 "))


def page_of(again: Again | None, page_id: str) -> PageAgain | None:
    """Return the page of this number if it is one that the manuscript would change."""
    pages = again.pages if again else ()
    return next((page for page in pages if str(page.page_id) == page_id), None)
