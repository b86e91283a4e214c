from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from exhibit.models.fact import Fact


class Place(Fact):
    """Somewhere the exhibit names, with its position (WGS 84, degrees)."""

    name = models.CharField(max_length=120, help_text="As visitors read it, e.g. “Termez”.")
    latitude = models.FloatField(
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Degrees north, south negative, e.g. 37.22",
    )
    longitude = models.FloatField(
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Degrees east, west negative, e.g. 67.28",
    )
    text = models.TextField(blank=True, help_text="What happened here, in one sentence.")
    on_map = models.BooleanField(
        default=True,
        help_text="Untick for a place too far away for the exhibit’s map, e.g. Geneva.",
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("text"),
        FieldPanel("on_map"),
        FieldPanel("key"),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(Fact.Meta):
        verbose_name = "place"
        verbose_name_plural = "places"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


def check_line(line: object) -> None:
    """Refuse what is not a list of two or more [longitude, latitude] pairs in degrees."""
    problem = ValidationError(
        "Write the road as a list of [longitude, latitude] pairs, at least two, "
        "e.g. [[69.17, 34.53], [69.03, 35.32]]."
    )
    if not isinstance(line, list) or len(line) < 2:
        raise problem
    for point in line:
        if not (isinstance(point, list) and len(point) == 2):
            raise problem
        if not all(isinstance(number, int | float) for number in point):
            raise problem
        if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):
            raise problem


class Route(Fact):
    """A road between places, drawn on maps."""

    name = models.CharField(max_length=120, help_text="e.g. “The eastern road”.")
    line = models.JSONField(
        validators=[check_line],
        help_text="[longitude, latitude] pairs along it, e.g. [[69.17, 34.53], [69.03, 35.32]]",
    )

    panels = [FieldPanel("name"), FieldPanel("line"), FieldPanel("key")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(Fact.Meta):
        verbose_name = "route"
        verbose_name_plural = "routes"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
