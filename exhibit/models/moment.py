from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from exhibit import dates
from exhibit.models.fact import Fact


class Moment(Fact):
    """Something that happened on a day, in a month or in a year."""

    date = models.CharField(
        max_length=40,
        help_text="For sorting: 1988-05-15, 1988-05, 1988, 1989-03/1989-07, or 1988~ for “about”.",
    )
    date_text = models.CharField(
        "date for visitors", max_length=80, help_text="As visitors read it, e.g. “15 May 1988”."
    )
    title = models.CharField(max_length=160, help_text="e.g. “The withdrawal begins”.")
    text = models.TextField(blank=True, help_text="One or two sentences.")
    earliest = models.DateField(editable=False, db_index=True)
    latest = models.DateField(editable=False)

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("date_text")]),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("key"),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.FilterField("locale_id"),
    ]

    class Meta(Fact.Meta):
        verbose_name = "moment"
        verbose_name_plural = "moments"
        ordering = ["earliest", "latest", "pk"]

    def __str__(self) -> str:
        return f"{self.date_text}: {self.title}"

    def clean(self) -> None:
        super().clean()
        self._fill_days()

    def save(self, *args, **kwargs) -> None:
        self._fill_days()
        super().save(*args, **kwargs)

    def _fill_days(self) -> None:
        try:
            days = dates.parse(self.date)
        except ValueError as error:
            raise ValidationError({"date": str(error)}) from error
        self.earliest, self.latest = days.earliest, days.latest
