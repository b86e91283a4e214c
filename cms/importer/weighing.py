"""A page's text held against the page: what changed, and what each choice would make of it."""

from collections.abc import Mapping
from typing import Any, Literal

from cms.importer.comparing.both import both_chapter, both_links, both_questions
from cms.importer.comparing.canonical import canonical, digest_of
from cms.importer.comparing.states import Field, Verdict, weigh
from cms.importer.page_text import PageText
from cms.importer.standing import StandingPage
from cms.importer.wanted import PageKind

Choice = Literal["take", "keep", "both"]
# Kinds of page with room for two texts.
_WITH_ROOM = frozenset({"chapter", "plain", "questions", "further_reading"})


def verdict_on(text: PageText, page: StandingPage) -> Verdict:
    return weigh([_field(name, text, page) for name in text.values], page.memory)


def default_choice(state: str) -> Choice:
    return "take" if state in {"new", "manuscript_changed"} else "keep"


def offers(kind: PageKind, state: str, page: StandingPage) -> tuple[Choice, ...]:
    """Return the choices there are for a page that is there; none if somebody locked it."""
    if state == "same" or page.is_locked:
        return ()
    return ("take", "keep", "both") if kind in _WITH_ROOM else ("take", "keep")


def taken(text: PageText, verdict: Verdict) -> dict[str, Any]:
    return {name: text.values[name] for name in verdict.takes}


def both(kind: PageKind, text: PageText, page: StandingPage, *, words: str) -> dict[str, Any]:
    """Return the fields of a page with both texts; ``words`` say where the new one comes from."""
    if kind == "questions":
        return both_questions(page.content, text.values, words=words)
    if kind == "further_reading":
        return both_links(page.content, text.values)
    return both_chapter(page.content, text.values, words=words)


def spoken(text: PageText) -> dict[str, Any]:
    """Return the fields of which the manuscript says anything: all that a new page needs."""
    return {name: value for name, value in text.values.items() if text.told[name]}


def digests(told: Mapping[str, Any]) -> dict[str, str]:
    return {name: digest_of(value) for name, value in told.items()}


def _field(name: str, text: PageText, page: StandingPage) -> Field:
    there = canonical(name, page.content.get(name))
    new = canonical(name, text.values[name])
    return Field(
        name=name,
        told=digest_of(text.told[name]),
        there=digest_of(there),
        is_equal=there == new or not (there or new),
        is_silent=not text.told[name],
        is_empty=not there,
    )
