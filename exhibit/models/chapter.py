"""A page of the story."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from exhibit import reading
from exhibit.blocks import BodyBlock
from exhibit.models.exhibit import check_slug_is_free
from exhibit.models.lead_image import HasLeadImage
from exhibit.models.visitor_page import VisitorPage
from exhibit.reading import contents
from exhibit.reading.words import count_words

KINDS = [
    (contents.NUMBERED, "Numbered chapter"),
    (contents.INTRODUCTION, "Introduction"),
    (contents.CONCLUSION, "Conclusion"),
]


class ChapterPage(HasLeadImage, VisitorPage):
    """One chapter. Its number is its place in the page tree, so reordering renumbers."""

    kind = models.CharField(
        max_length=20,
        choices=KINDS,
        default=contents.NUMBERED,
        help_text="Introduction and conclusion carry no number.",
    )
    standfirst = models.CharField(
        max_length=320,
        blank=True,
        help_text="One sentence under the title, e.g. what changes here.",
    )
    body = StreamField(
        BodyBlock(), blank=True, help_text="Begin with a text block; 120 to 250 words read well."
    )
    words = models.PositiveIntegerField(editable=False, default=0)

    page_description = "One page of the story. Its number follows from its place."
    template = "pages/chapter_page.html"
    kiosk_template = "kiosk/chapter.html"
    parent_page_types = ["exhibit.ExhibitPage"]
    subpage_types: list[str] = []

    content_panels = [
        TitleFieldPanel("title", help_text="Without its number, e.g. “The first columns leave”."),
        FieldPanel("kind"),
        FieldPanel("standfirst"),
        HasLeadImage.lead_image_panel,
        HasLeadImage.lead_image_words_panel,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                MultipleChooserPanel(
                    "moments",
                    chooser_field_name="moment",
                    heading="Moments",
                    label="moment",
                ),
                MultipleChooserPanel(
                    "places",
                    chooser_field_name="place",
                    heading="Places",
                    label="place",
                ),
                MultipleChooserPanel(
                    "people",
                    chooser_field_name="person",
                    heading="People",
                    label="person",
                ),
                MultipleChooserPanel(
                    "terms",
                    chooser_field_name="term",
                    heading="Terms",
                    label="term",
                ),
            ],
            heading="Facts of this chapter: timeline, map, people and glossary are made from them",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = "chapter"

    def clean(self) -> None:
        super().clean()
        check_slug_is_free(self)

    def save(self, *args, **kwargs):
        self.words = count_words(self.body)
        super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from exhibit.reading.chapter import context_of_chapter

        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "notes": reading.number_notes(self.body),
            **context_of_chapter(self, context["frame"], request),
        }


class ChapterMoment(Orderable):
    page = ParentalKey(ChapterPage, on_delete=models.CASCADE, related_name="moments")
    moment = models.ForeignKey("exhibit.Moment", on_delete=models.CASCADE, related_name="chapters")

    panels = [FieldPanel("moment")]


class ChapterPlace(Orderable):
    page = ParentalKey(ChapterPage, on_delete=models.CASCADE, related_name="places")
    place = models.ForeignKey("exhibit.Place", on_delete=models.CASCADE, related_name="chapters")

    panels = [FieldPanel("place")]


class ChapterPerson(Orderable):
    page = ParentalKey(ChapterPage, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey("exhibit.Person", on_delete=models.CASCADE, related_name="chapters")

    panels = [FieldPanel("person")]


class ChapterTerm(Orderable):
    page = ParentalKey(ChapterPage, on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey("exhibit.Term", on_delete=models.CASCADE, related_name="chapters")

    panels = [FieldPanel("term")]
