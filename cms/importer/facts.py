"""Write a bundle's reusable facts: sources, people, places, routes, terms, moments.

A fact that the museum already has under its key is left as it is: its curators may have worked
on it since.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from wagtail.models import Locale

from exhibit.models import Moment, Person, Place, Route, Source, Term, Theme
from exhibit.models.theme import ROLES

# A bundle's data: for each file of data/ (without .toml) its tables by key.
Data = Mapping[str, Mapping[str, Mapping[str, Any]]]


class BundleProblem(Exception):
    """What keeps a bundle from being imported, in a sentence for a curator."""


@dataclass(frozen=True)
class Facts:
    """Facts in one language, by kind ("people", "places"…) and key."""

    by_kind: Mapping[str, Mapping[str, models.Model]]

    def get(self, kind: str, key: str, *, wanted_by: str) -> models.Model:
        """Return a fact.

        Raises:
            BundleProblem: naming the chapter that wants it and the file to add it to.
        """
        name, _, tag = key.partition("@")
        try:
            if tag:  # borrowed from another language, as an export says
                return FACT_MODELS[kind].objects.get(key=name, locale__language_code=tag.lower())
            return self.by_kind[kind][name]
        except (KeyError, ObjectDoesNotExist):
            raise BundleProblem(
                f"“{wanted_by}” names {key} of data/{kind}.toml, which is not there. "
                f"Add a table [{key}] to that file, or take the name out of the chapter."
            ) from None


def write_sources(data: Data) -> dict[str, Source]:
    """Create the sources that are not there yet; return all of the bundle's by key."""
    tables = data.get("sources", {})
    known = {source.key: source for source in Source.objects.filter(key__in=tables)}
    for key, table in tables.items():
        if key not in known:
            known[key] = _saved(_source(key, table), f"data/sources.toml, [{key}]")
    return known


def write_facts(data: Data, locale: Locale, *, first_language: str) -> Facts:
    """Create the facts that are not there yet in one language; return all of the bundle's.

    A fact without words in the language is given its first language's, so that timeline and map
    are whole; curators translate it later. One whose table names its ``languages`` is written in
    those alone.
    """
    written: dict[str, Mapping[str, models.Model]] = {}
    for kind, (model, build) in _BUILDERS.items():
        tables = data.get(kind, {})
        known = {fact.key: fact for fact in model.objects.filter(key__in=tables, locale=locale)}
        elsewhere = dict(model.objects.filter(key__in=tables).values_list("key", "translation_key"))
        spoken = model.objects.filter(translation_key__in=elsewhere.values(), locale=locale)
        by_group = {fact.translation_key: fact for fact in spoken}
        for key, table in tables.items():
            if key in known or not _is_spoken(table, locale.language_code):
                continue
            if elsewhere.get(key) in by_group:  # under a key of its own in this language
                known[key] = by_group[elsewhere[key]]
                continue
            speak = _speaker(locale.language_code, first_language)
            fact = build(table, speak)
            fact.key, fact.locale = key, locale
            if key in elsewhere:
                fact.translation_key = elsewhere[key]
            known[key] = _saved(fact, f"data/{kind}.toml, [{key}]")
        written[kind] = known
    return Facts(written)


def languages_in(data: Data) -> set[str]:
    """Return the tags of all languages that facts say they are written in."""
    tables = (table for kind in _BUILDERS for table in data.get(kind, {}).values())
    return {tag.lower() for table in tables for tag in table.get("languages", [])}


def write_themes(data: Data) -> None:
    """Create the themes that the museum does not have; one of the same name stays as it is."""
    for slug, table in data.get("themes", {}).items():
        if Theme.objects.filter(slug=slug).exists():
            continue
        plain = ("name", "first_scheme", "pairing", "density")
        theme = Theme(slug=slug, **{name: table[name] for name in plain if name in table})
        for scheme in ("light", "dark"):
            for role, colour in table.get(scheme, {}).items():
                if role in ROLES:
                    setattr(theme, f"{scheme}_{role}", colour)
        if Theme.objects.filter(name=theme.name).exists():
            theme.name = f"{theme.name} ({slug})"
        _saved(theme, f"data/themes.toml, [{slug}]")


def _is_spoken(table: Mapping[str, Any], language: str) -> bool:
    named = [tag.lower() for tag in table.get("languages", [])]
    return not named or language in named


def _speaker(language: str, first_language: str) -> Callable[[Any], Any]:
    def speak(value: Any) -> Any:
        """Return a value in a language; one that is empty there on purpose stays empty."""
        if not isinstance(value, Mapping):
            return "" if value is None else value
        by_tag = {tag.lower(): each for tag, each in value.items()}
        return by_tag[language] if language in by_tag else by_tag.get(first_language) or ""

    return speak


def _source(key: str, table: Mapping[str, Any]) -> Source:
    plain = ("kind", "title", "container", "volume", "issue", "pages", "edition", "publisher")
    return Source(
        key=key,
        authors="\n".join(table.get("authors", [])),
        editors="\n".join(table.get("editors", [])),
        remark=table.get("note", ""),
        language=table.get("language", "") or "en",
        **{name: table.get(name, "") for name in (*plain, "place", "year", "url")},
    )


def _person(table, speak) -> Person:
    return Person(
        name=speak(table.get("name")),
        dates=speak(table.get("dates")),
        role=speak(table.get("role")),
        text=speak(table.get("text")),
    )


def _place(table, speak) -> Place:
    return Place(
        name=speak(table.get("name")),
        latitude=_number(speak(table.get("latitude"))),
        longitude=_number(speak(table.get("longitude"))),
        text=speak(table.get("text")),
        on_map=speak(table.get("on_map", True)),
    )


def _number(value: Any) -> Any:
    return None if value == "" else value


def _route(table, speak) -> Route:
    return Route(name=speak(table.get("name")), line=speak(table.get("line")))


def _term(table, speak) -> Term:
    return Term(term=speak(table.get("term")), definition=speak(table.get("definition")))


def _moment(table, speak) -> Moment:
    return Moment(
        date=speak(table.get("date", "")),
        date_text=speak(table.get("date_text")),
        title=speak(table.get("title")),
        text=speak(table.get("text")),
    )


_BUILDERS: dict[str, tuple[type[models.Model], Callable]] = {
    "people": (Person, _person),
    "places": (Place, _place),
    "routes": (Route, _route),
    "terms": (Term, _term),
    "moments": (Moment, _moment),
}


FACT_MODELS = {kind: model for kind, (model, _) in _BUILDERS.items()}


def _saved(fact: models.Model, where: str) -> Any:
    from django.core.exceptions import ValidationError

    try:
        fact.full_clean()
    except ValidationError as error:
        problems = "; ".join(
            f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items()
        )
        raise BundleProblem(f"{where}: {problems}") from error
    fact.save()
    return fact
