"""What persons, places, terms and moments have in common."""

import uuid

from django.db import models
from wagtail.models import TranslatableMixin
from wagtail.search import index


class Fact(TranslatableMixin, index.Indexed, models.Model):
    """A reusable fact in one language.

    ``key`` is the name a manuscript bundle calls it by; equal in all languages, unique in each.
    """

    key = models.SlugField(
        max_length=80,
        blank=True,
        help_text="A short name for imports, e.g. “salang”. Leave empty to have one made.",
    )

    class Meta:
        # Not TranslatableMixin.Meta: its unique_together would say the same twice.
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=("translation_key", "locale"), name="%(class)s_once_per_language"
            ),
            models.UniqueConstraint(fields=("key", "locale"), name="%(class)s_key_per_language"),
        ]

    def save(self, *args, **kwargs) -> None:
        self._fill_key()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self._fill_key()

    def _fill_key(self) -> None:
        if not self.key:
            self.key = f"fact-{uuid.uuid4().hex[:12]}"
