"""The exhibit's own settings, each with its default."""

from django.conf import settings
from django.utils.translation import get_language

SURFACES = ("web", "kiosk")


def language_names() -> dict[str, str]:
    """Return the site's languages by tag, each under its own name, in the order of settings."""
    return dict(settings.LANGUAGES)


def source_language() -> str:
    return settings.LANGUAGE_CODE


def current_language() -> str:
    return get_language() or settings.LANGUAGE_CODE
