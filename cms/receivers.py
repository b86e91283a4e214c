"""React to what happens elsewhere in the site."""

from django.conf import settings
from django.db.models.signals import post_migrate


def connect() -> None:
    post_migrate.connect(_know_every_language, dispatch_uid="know_every_language")


def _know_every_language(sender, apps, **kwargs) -> None:
    """Give each language of the settings its Locale, so that adding one is a setting."""
    if sender.label != "wagtailcore":
        return
    from wagtail.models import Locale

    for tag, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=tag)
