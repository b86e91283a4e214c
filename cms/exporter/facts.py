"""Sources, people, places, routes, moments, terms and themes as tables of a bundle's data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from cms.exporter.names import Names
from cms.exporter.words import by_language, said
from exhibit.languages import html_tag
from exhibit.models import Moment, Person, Place, Route, Source, Term, Theme
from exhibit.models.theme import ROLES

Tables = dict[str, dict[str, Any]]
# What a table says of each kind of fact, as the importer reads it.
_FIELDS: dict[type[models.Model], tuple[str, tuple[str, ...]]] = {
    Person: ("people", ("name", "dates", "role", "text")),
    Place: ("places", ("latitude", "longitude", "on_map", "name", "text")),
    Route: ("routes", ("name", "line")),
    Moment: ("moments", ("date", "date_text", "title", "text")),
    Term: ("terms", ("term", "definition")),
}
KINDS = {model: kind for model, (kind, _) in _FIELDS.items()}
_SOURCE = (
    "kind", "title", "container", "volume", "issue", "pages", "edition", "publisher", "place",
    "year", "language", "url",
)  # fmt: skip


@dataclass
class Facts:
    """Collects what the pages name, and gives each fact one key for all its languages.

    ``languages`` are the tags of the exhibit, the first first.
    """

    languages: Sequence[str]
    sources: dict[int, Source] = field(default_factory=dict)
    themes: dict[int, Theme] = field(default_factory=dict)
    _facts: dict[str, dict[Any, models.Model]] = field(default_factory=dict)
    _names: dict[str, Names] = field(default_factory=dict)

    def key(self, fact: models.Model, *, language: str) -> str:
        """Return what a page in a language calls a fact: its key, with ``@en`` if it is borrowed
        from another language."""
        kind = KINDS[type(fact)]
        name = self._key_of_group(kind, fact)
        spoken = fact.locale.language_code
        return name if spoken == language else f"{name}@{html_tag(spoken)}"

    def source_key(self, source: Source) -> str:
        self.sources[source.pk] = source
        return source.key

    def theme_key(self, theme: Theme | None) -> str:
        if theme is None:
            return ""
        self.themes[theme.pk] = theme
        return theme.slug

    def tables(self) -> dict[str, Tables]:
        """Return every file of data/ by name, its tables in the order of their keys."""
        tables = {
            "sources": _sorted((source.key, _source(source)) for source in self.sources.values()),
            "themes": _sorted((theme.slug, _theme(theme)) for theme in self.themes.values()),
        }
        for model, (kind, names) in _FIELDS.items():
            groups = self._facts.get(kind, {})
            tables[kind] = _sorted(
                (self._names[kind].of(group, ""), self._fact(model, names, group))
                for group in groups
            )
        return {kind: each for kind, each in tables.items() if each}

    def _key_of_group(self, kind: str, fact: models.Model) -> str:
        group = fact.translation_key
        self._facts.setdefault(kind, {}).setdefault(group, fact)
        names = self._names.setdefault(kind, Names())
        return names.of(group, self._first_of(fact).key)

    def _first_of(self, fact: models.Model) -> models.Model:
        return next(iter(self._translations(type(fact), fact.translation_key).values()))

    def _translations(self, model: type[models.Model], group: Any) -> dict[str, models.Model]:
        """Return a fact by language, in the exhibit's order; what it does not speak comes last."""
        facts = model.objects.filter(translation_key=group).select_related("locale")
        by_tag = {fact.locale.language_code: fact for fact in facts.order_by("locale_id")}
        ordered = [tag for tag in self.languages if tag in by_tag]
        return {tag: by_tag[tag] for tag in ordered or by_tag}

    def _fact(self, model: type[models.Model], names: Iterable[str], group: Any) -> dict[str, Any]:
        spoken = self._translations(model, group)
        table = {
            name: _by_language({tag: _plain(getattr(fact, name)) for tag, fact in spoken.items()})
            for name in names
        }
        if set(spoken) != set(self.languages):
            table["languages"] = [html_tag(tag) for tag in spoken]
        return {name: value for name, value in table.items() if value != ""}


def _by_language(values: dict[str, Any]) -> Any:
    return by_language({html_tag(tag): value for tag, value in values.items()})


def _plain(value: Any) -> Any:
    return said(value) if isinstance(value, str) else value


def _source(source: Source) -> dict[str, Any]:
    table: dict[str, Any] = {name: said(getattr(source, name)) for name in _SOURCE}
    for name in ("authors", "editors"):
        table[name] = [said(line) for line in getattr(source, name).splitlines() if line.strip()]
    table["note"] = said(source.remark)
    order = ("kind", "authors", "editors", *_SOURCE[1:], "note")
    return {name: table[name] for name in order if table[name]}


def _theme(theme: Theme) -> dict[str, Any]:
    table: dict[str, Any] = {
        name: getattr(theme, name) for name in ("name", "first_scheme", "pairing", "density")
    }
    for scheme in ("light", "dark"):
        table[scheme] = {role: theme.colours(scheme)[role] for role in ROLES}
    return table


def _sorted(pairs: Iterable[tuple[str, dict[str, Any]]]) -> Tables:
    return dict(sorted(pairs, key=lambda pair: pair[0]))
