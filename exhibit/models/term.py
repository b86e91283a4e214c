from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from exhibit.models.fact import Fact


class Term(Fact):
    """A word that visitors may not know."""

    term = models.CharField(max_length=120, help_text="The word, e.g. “Cargo 200”.")
    definition = models.TextField(help_text="What it means, in one or two plain sentences.")

    panels = [FieldPanel("term"), FieldPanel("definition"), FieldPanel("key")]
    search_fields = [
        index.SearchField("term", boost=2),
        index.AutocompleteField("term"),
        index.FilterField("locale_id"),
    ]

    class Meta(Fact.Meta):
        verbose_name = "term"
        verbose_name_plural = "terms"
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term
