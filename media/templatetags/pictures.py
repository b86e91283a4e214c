"""Pictures from the library, in the sizes that a page needs."""

from functools import lru_cache
from typing import Any

from django import template
from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from media import renditions
from media.inline_svg import inline_svg

register = template.Library()


@register.simple_tag
def picture(image: Any, use: str, *, alt: str | None = None, is_lead: bool = False) -> SafeString:
    """Show an image as ``<picture>``; a drawing as itself. Never raises.

    Args:
        use: a name of ``media.renditions.USES``.
        alt: instead of the library's alternative text.
        is_lead: fetched at once, not when it comes near.

    One query at most. A file that cannot be shown leaves its alternative text in its place.
    """
    if not image:
        return mark_safe("")
    words = image.alt if alt is None else alt
    if image.is_svg():
        return _image_of_drawing(image, words, is_lead=is_lead)
    found = renditions.renditions_of(image, *renditions.specs_of(use))
    if not found:
        return _missing(words)
    wanted = renditions.USES[use]
    fallback = found[renditions.FALLBACK]
    # A picture smaller than the width asked for gives the same file twice.
    sources = {each.width: each.url for each in (found[renditions.webp(w)] for w in wanted.widths)}
    return format_html(
        '<picture><source type="image/webp" srcset="{}" sizes="{}">'
        '<img src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        format_html_join(", ", "{} {}w", ((url, width) for width, url in sources.items())),
        wanted.sizes,
        fallback.url,
        image.width,
        image.height,
        words,
        _when(is_lead=is_lead),
    )


@register.simple_tag
def drawing(image: Any, *, alt: str | None = None) -> SafeString:
    """Show an SVG inside the page, where it takes the theme's colours; empty when it may not be."""
    if not image or not image.is_svg():
        return mark_safe("")
    words = image.alt if alt is None else alt
    try:
        markup = _inline(image.file.name, image.file_hash, words)
    except OSError:
        return mark_safe("")
    return mark_safe(markup)  # noqa: S308 - looked through element by element


@register.simple_tag
def rendition_address(image: Any, width: int) -> str:
    """Return the address of one WebP file, e.g. for a film's poster; empty when there is none."""
    if not image:
        return ""
    if image.is_svg():
        return image.file.url
    spec = renditions.webp(width)
    found = renditions.renditions_of(image, spec)
    return found[spec].url if found else ""


@lru_cache(maxsize=256)
def _inline(name: str, digest: str, alt: str) -> str:
    """``digest`` is not read, but a replaced file must not be answered with the old one."""
    with default_storage.open(name) as opened:
        return inline_svg(opened.read(), alt=alt) or ""


def _image_of_drawing(image: Any, alt: str, *, is_lead: bool) -> SafeString:
    return format_html(
        '<img class="picture__image--plate" src="{}" width="{}" height="{}" alt="{}" {}>',
        image.file.url,
        image.width,
        image.height,
        alt,
        _when(is_lead=is_lead),
    )


def _when(*, is_lead: bool) -> SafeString:
    if is_lead:
        return mark_safe('fetchpriority="high"')
    return mark_safe('loading="lazy" decoding="async"')


def _missing(alt: str) -> SafeString:
    words = alt or _("This picture cannot be shown.")
    return format_html('<span class="picture__missing">{}</span>', words)
