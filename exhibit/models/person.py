from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from exhibit.models.fact import Fact


class Person(Fact):
    """Someone the exhibit names."""

    name = models.CharField(max_length=160, help_text="As visitors read it, e.g. “Boris Gromov”.")
    dates = models.CharField(
        max_length=60, blank=True, help_text="e.g. “1931–2022” or “born 1943”."
    )
    role = models.CharField(
        max_length=240, blank=True, help_text="In one line, e.g. “last commander of the 40th Army”."
    )
    text = models.TextField(blank=True, help_text="Two sentences at most.")

    panels = [FieldPanel(name) for name in ("name", "dates", "role", "text", "key")]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(Fact.Meta):
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
