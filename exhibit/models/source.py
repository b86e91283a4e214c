from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from exhibit.citations import Reference

KINDS = [
    ("book", "Book"),
    ("article", "Article"),
    ("chapter", "Chapter in a book"),
    ("document", "Document"),
    ("film", "Film"),
    ("web", "Web page"),
]
# Short enough for a number behind it within the key's 80 letters.
KEY_STEM_LENGTH = 70


class Source(index.Indexed, models.Model):
    """A work or document that the text rests on. One record for all languages."""

    key = models.SlugField(
        max_length=80,
        unique=True,
        blank=True,
        help_text="A short name for imports, e.g. “grau2007”. Leave empty to have one made.",
    )
    kind = models.CharField(max_length=20, choices=KINDS, default="book", help_text="e.g. Article.")
    authors = models.TextField(
        blank=True, help_text="One a line, family name last, e.g. “Lester W. Grau”."
    )
    editors = models.TextField(blank=True, help_text="One a line, e.g. “G. F. Krivosheev”.")
    title = models.CharField(
        max_length=400, help_text="e.g. “Breaking Contact Without Leaving Chaos”."
    )
    container = models.CharField(
        "published in",
        max_length=255,
        blank=True,
        help_text="Journal or collection, e.g. “Journal of Slavic Military Studies”.",
    )
    volume = models.CharField(max_length=40, blank=True, help_text="e.g. 20")
    issue = models.CharField(max_length=40, blank=True, help_text="e.g. 2")
    pages = models.CharField(max_length=60, blank=True, help_text="e.g. pp. 235–261")
    edition = models.CharField(max_length=80, blank=True, help_text="e.g. 2nd edition")
    publisher = models.CharField(max_length=160, blank=True, help_text="e.g. Profile Books")
    place = models.CharField(max_length=120, blank=True, help_text="e.g. London")
    year = models.CharField(max_length=40, blank=True, help_text="e.g. 2007")
    language = models.CharField(
        max_length=20, default="en", help_text="The work’s own language, as a tag, e.g. en or ru."
    )
    url = models.URLField("address", blank=True, help_text="A stable one, beginning with https://")
    remark = models.TextField(blank=True, help_text="What readers should know of it.")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("key")]),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("authors"), FieldPanel("editors")]),
        MultiFieldPanel(
            [
                FieldPanel("container"),
                FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("place"), FieldPanel("year")]),
                FieldRowPanel([FieldPanel("edition"), FieldPanel("language")]),
            ],
            heading="Publication",
        ),
        FieldPanel("url"),
        FieldPanel("remark"),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("authors"),
        index.SearchField("key"),
        index.AutocompleteField("title"),
        index.AutocompleteField("authors"),
        index.AutocompleteField("key"),
    ]

    class Meta:
        verbose_name = "source"
        verbose_name_plural = "sources"
        ordering = ["key"]

    def __str__(self) -> str:
        return self.reference.short

    def save(self, *args, **kwargs) -> None:
        self._fill_key()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self._fill_key()

    def _fill_key(self) -> None:
        """Make “grau-2007” of its authors and year, or “grau-2007-2” where that is taken."""
        if self.key:
            return
        stem = slugify(self.reference.short)[:KEY_STEM_LENGTH] or "source"
        taken = set(Source.objects.filter(key__startswith=stem).values_list("key", flat=True))
        candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        self.key = next(key for key in candidates if key not in taken)

    @property
    def reference(self) -> Reference:
        return Reference(
            authors=tuple(self.authors.splitlines()),
            editors=tuple(self.editors.splitlines()),
            title=self.title,
            container=self.container,
            volume=self.volume,
            issue=self.issue,
            pages=self.pages,
            edition=self.edition,
            publisher=self.publisher,
            place=self.place,
            year=self.year,
            is_part=self.kind in {"article", "chapter"},
        )
