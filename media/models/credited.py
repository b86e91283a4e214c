"""What a registrar must know of every item, whatever its medium."""

from django.db import models

from media import rights


class Credited(models.Model):
    """Credit and rights, shown wherever the item is shown."""

    caption = models.TextField(
        blank=True,
        help_text="One or two sentences that visitors read under it, e.g. “The bridge in 1982, "
        "the year it opened.” Can be overridden where the item is used.",
    )
    credit = models.CharField(
        max_length=255,
        blank=True,
        help_text="The line the owner asks for, e.g. “Photograph: A. Ivanova, City Museum, "
        "CM 1988.14”. Say how it was made if it is a reconstruction.",
    )
    creator = models.CharField(
        max_length=255, blank=True, help_text="Who made it, e.g. “Anna Ivanova”."
    )
    date_text = models.CharField(
        "date",
        max_length=80,
        blank=True,
        help_text="As the source gives it, e.g. “about May 1988”.",
    )
    rights = models.CharField(
        max_length=120,
        blank=True,
        choices=rights.CHOICES,
        help_text="The statement that applies, e.g. “CC BY 4.0”. Ask the registrar if unsure.",
    )
    rights_holder = models.CharField(
        max_length=255, blank=True, help_text="Who owns the rights, e.g. “City Museum”."
    )
    source = models.CharField(
        max_length=255, blank=True, help_text="Where it comes from, e.g. “Natural Earth 5.1”."
    )
    source_url = models.URLField(
        "source address", blank=True, help_text="e.g. https://www.naturalearthdata.com/"
    )

    class Meta:
        abstract = True

    @property
    def rights_short(self) -> str:
        """The rights in two words, as they stand beside a credit; empty when not recorded."""
        known = rights.BY_URI.get(self.rights)
        return known.short if known else ""
