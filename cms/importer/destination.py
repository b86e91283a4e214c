"""Where an import is written to."""

from collections.abc import Mapping
from typing import Any

from cms.importer.manuscript.composing.slugs import romanise
from cms.importer.manuscript.outline import Outline
from exhibit.models import ExhibitPage, MuseumHomePage


def home_for(language: str) -> MuseumHomePage | None:
    """Return the museum's home in a language, else its first; None before the first migration."""
    homes = MuseumHomePage.objects.order_by("path")
    return homes.filter(locale__language_code=language).first() or homes.first()


def slug_of_exhibit(outline: Outline, told: Mapping[str, Any]) -> str:
    """Return the address that a new exhibit gets; empty if its title cannot be romanised, which
    says nothing of whether it is the same exhibit: any free address will do then."""
    return told.get("slug") or romanise(outline.title)


def exhibit_in_the_way(language: str, slug: str) -> ExhibitPage | None:
    """Return the exhibit that has the address of a new one."""
    home = home_for(language)
    if home is None:
        return None
    return ExhibitPage.objects.child_of(home).filter(slug=slug).first()
