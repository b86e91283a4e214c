"""What stands round every page a visitor reads: museum, theme, languages, contents."""

from dataclasses import dataclass

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from exhibit import conf, languages
from exhibit.reading.contents import Contents, Position, contents_of
from exhibit.reading.public import public_filter


@dataclass(frozen=True)
class LanguageLink:
    """One language of the site. ``url`` leads to this page in it, else to its exhibit or home."""

    tag: str
    html_tag: str
    name: str
    direction: str
    url: str
    is_current: bool
    has_this_page: bool


@dataclass(frozen=True)
class Frame:
    """The frame of one page on one surface.

    ``view`` names a view of the exhibit that is not a page ("timeline", "map", "search"), else "".
    ``theme`` is a Theme or None; ``museum`` the MuseumSettings; ``exhibit`` the ExhibitPage or
    None on the museum's own pages.
    """

    surface: str
    view: str
    language: str
    html_tag: str
    direction: str
    museum: object
    museum_name: str
    museum_url: str
    theme: object | None
    languages: tuple[LanguageLink, ...]
    exhibit: Page | None
    contents: Contents | None
    position: Position | None
    is_preview: bool

    @property
    def is_kiosk(self) -> bool:
        return self.surface == "kiosk"


def frame_of(page: Page, request: HttpRequest, *, view: str = "") -> Frame:
    """Gather the frame of ``page``; the number of queries does not depend on the content."""
    surface = getattr(request, "surface", "web")
    is_preview = bool(getattr(request, "is_preview", False))
    exhibit = exhibit_of(page)
    home = _home_of(page)
    museum = apps.get_model("exhibit.MuseumSettings").for_request(request)
    tag = page.locale.language_code
    public = public_filter()
    contents = None
    if exhibit is not None:
        url = exhibit_url(exhibit, request, surface=surface)
        contents = contents_of(exhibit, url=url, drafts=is_preview, public=public)
    return Frame(
        surface=surface,
        view=view,
        language=tag,
        html_tag=languages.html_tag(tag),
        direction=languages.direction_of(tag),
        museum=museum,
        museum_name=home.title if home else "",
        museum_url=(home.get_url(request) if home else None) or "/",
        theme=(exhibit.theme if exhibit and exhibit.theme_id else None) or museum.default_theme,
        languages=tuple(_language_links(page, exhibit, home, request, surface, view, public)),
        exhibit=exhibit,
        contents=contents,
        position=contents.position_of(page.pk) if contents else None,
        is_preview=is_preview,
    )


def exhibit_of(page: Page) -> Page | None:
    """Return the exhibit that ``page`` is or stands in, with its theme. One query."""
    exhibits = apps.get_model("exhibit.ExhibitPage")
    if isinstance(page, exhibits):
        return page
    if not page.path:
        return None
    return (
        exhibits.objects.ancestor_of(page).select_related("theme", "locale", "lead_image").first()
    )


def exhibit_url(exhibit: Page, request: HttpRequest | None, *, surface: str) -> str:
    """Return the address of an exhibit on a surface, ending with a slash."""
    if surface == "kiosk":
        return reverse("kiosk:start", args=[exhibit.slug, exhibit.locale.language_code])
    return exhibit.get_url(request) or "/"


def _home_of(page: Page) -> Page | None:
    homes = apps.get_model("exhibit.MuseumHomePage")
    if isinstance(page, homes):
        return page
    return homes.objects.ancestor_of(page).first() if page.path else None


def _language_links(page, exhibit, home, request, surface, view, public):
    """Yield a link for each language that has this page, its exhibit, or the museum's home."""
    wanted = [each for each in (page, exhibit, home) if each is not None]
    found: dict[tuple[object, str], Page] = {}
    keys = {each.translation_key for each in wanted}
    translations = public(Page.objects.filter(translation_key__in=keys))
    for translation in translations.select_related("locale"):
        found[translation.translation_key, translation.locale.language_code] = translation
    current = page.locale.language_code
    for tag, name in conf.language_names().items():
        options = [found.get((each.translation_key, tag)) for each in wanted]
        if tag == current:
            options = wanted
        target = next((option for option in options if option is not None), None)
        if target is None:
            continue
        is_same = target.translation_key == page.translation_key
        is_outside = (
            exhibit is not None
            and home is not None
            and (target.translation_key == home.translation_key)
        )
        if surface == "kiosk" and is_outside:
            continue
        yield LanguageLink(
            tag=tag,
            html_tag=languages.html_tag(tag),
            name=name,
            direction=languages.direction_of(tag),
            url=_address(target, exhibit, tag, request, surface, view if is_same else ""),
            is_current=tag == current,
            has_this_page=is_same,
        )


def _address(target, exhibit, tag, request, surface, view) -> str:
    suffix = f"{view}/" if view else ""
    if surface == "kiosk":
        start = reverse("kiosk:start", args=[exhibit.slug, tag])
        is_exhibit = target.translation_key == exhibit.translation_key
        return start + suffix if is_exhibit else f"{start}{target.slug}/"
    return (target.get_url(request) or "/") + suffix
