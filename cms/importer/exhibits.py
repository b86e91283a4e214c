"""The exhibit that a language of an import is written into, made as an empty draft if need be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wagtail.models import Locale

from cms.importer.destination import slug_of_exhibit
from cms.importer.facts import BundleProblem
from cms.importer.finding import Origin, origins_in_exhibit
from cms.importer.language import Language
from cms.importer.page_text import said
from cms.importer.standing import standing_in
from cms.importer.tree import free_slug, new_fields
from exhibit.models import ExhibitPage, MuseumHomePage


@dataclass(frozen=True)
class Goal:
    """``origins`` are what pages translate, where the exhibit has them in another language."""

    exhibit: ExhibitPage
    is_new: bool = False
    is_translation: bool = False
    origins: Mapping[str, Origin] = field(default_factory=dict)


def exhibit_for(
    language: Language,
    home: MuseumHomePage,
    *,
    into: ExhibitPage | None,
    original: ExhibitPage | None,
) -> Goal:
    """Return the exhibit to write a language into.

    Args:
        into: an exhibit that a curator named, in any language.
        original: the exhibit in the bundle's first language, None for the first itself.

    Raises:
        BundleProblem: if an exhibit of that name exists and was not asked for.
    """
    translated = original or into
    if translated is None:
        return Goal(_new_exhibit(language, home), is_new=True)
    if translated.locale_id == language.locale.pk:
        return Goal(translated)
    origins = {} if original else _origins(language, translated)
    known = translated.get_translation_or_none(language.locale)
    if known is not None:
        return Goal(known, is_translation=True, origins=origins)
    origin = Origin(translated.slug, translated.translation_key)
    slug = language.exhibit_slug or translated.slug
    exhibit = _added(language, _home_in(home, language.locale), slug, origin)
    return Goal(exhibit, is_new=True, is_translation=True, origins=origins)


def exhibit_in(language: Language, into: ExhibitPage) -> ExhibitPage | None:
    """Return an exhibit in a language, None if it is not there yet."""
    if into.locale_id == language.locale.pk:
        return into
    return into.get_translation_or_none(language.locale)


def _origins(language: Language, translated: ExhibitPage) -> dict[str, Origin]:
    beside = language.beside(is_translation=True)
    return origins_in_exhibit(language.outline, beside, standing_in(translated))


def _new_exhibit(language: Language, home: MuseumHomePage) -> ExhibitPage:
    slug = slug_of_exhibit(language.outline, language.bundle.settings)
    parent = _home_in(home, language.locale)
    if not slug:
        return _added(language, parent, free_slug("exhibit", parent), None)
    taken = ExhibitPage.objects.child_of(parent).filter(slug=slug).first()
    if taken is not None:
        raise BundleProblem(
            f"There is an exhibit called “{slug}” already ({taken.title}). To write into it, "
            f"import again with --into {slug}; for another, change the slug in exhibit.toml."
        )
    return _added(language, parent, slug, None)


def _added(
    language: Language, parent: MuseumHomePage, slug: str, origin: Origin | None
) -> ExhibitPage:
    told = language.bundle.settings.get("title")
    title = said(told, language.tag, is_original=language.original is None)
    page = ExhibitPage(
        title=language.outline.title or title or slug,
        slug=slug,
        **new_fields(language.locale, origin),
    )
    parent.add_child(instance=page)
    return page


def _home_in(home: MuseumHomePage, locale: Locale) -> MuseumHomePage:
    """Return the museum's home in a language, copied as a draft if there is none."""
    if home.locale_id == locale.pk:
        return home
    return home.get_translation_or_none(locale) or home.copy_for_translation(locale)
