"""The Ferry: an exhibit with everything in it that an export must not lose."""

import uuid
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction, Locale

from exhibit.models import (
    AttractItem,
    ChapterMoment,
    ChapterPlace,
    FaqPage,
    FurtherReadingPage,
    Moment,
    Place,
    PlainPage,
    Route,
    Theme,
)
from media.models import Recording, RecordingText
from tests import factories
from tests.factories import text_block

RECORDING = Path(__file__).parents[2] / "cms/demo/termez_1988/recordings/radio-night.mp3"


class FerryExhibit:
    def make(self):
        english = Locale.objects.get(language_code="en")
        self.source = factories.make_source(key="grau2007", remark="First printed\nin 2007.")
        self.place = Place.objects.create(
            key="termez", name="Termez", latitude=37.22, longitude=67.28, locale=english
        )
        self.route = Route.objects.create(
            key="east", name="The road", line=[[69.17, 34.53], [67.28, 37.22]], locale=english
        )
        self.moment = Moment.objects.create(
            key="last", date="1989-02-15", date_text="15 February", title="Last", locale=english
        )
        self.other_moment = Moment.objects.create(
            key="first", date="1988-05", date_text="May 1988", title="First", locale=english
        )
        self.picture = factories.make_image(
            title="The ferry", caption="At dawn.", rights="", focal_point_x=30, focal_point_y=40,
            focal_point_width=50, focal_point_height=60,
        )  # fmt: skip
        self.picture.tags.add("river", "boats")
        self.private = factories.make_image(collection=private_collection(), title="Lent")
        self.sound = recording(self.private)
        self.theme = Theme.objects.create(name="Reeds", slug="reeds", light_ink="#101010")
        exhibit = factories.make_exhibit(
            title="The Ferry #1", slug="ferry", subtitle="A *river*", standfirst="Two: sentences.",
            theme=self.theme, lead_image=self.picture, lead_image_alt="“Own” words",
            lead_image_caption="Line one\n\nline three", is_on_kiosk=False, kiosk_idle_seconds=40,
            kiosk_warning_seconds=25, seo_title="Ferry | Museum", search_description="About it",
            show_in_menus=True,
        )  # fmt: skip
        exhibit.attract_items = [AttractItem(image=self.private, text="Come aboard")]
        exhibit.save()
        self._pages(exhibit)
        return exhibit

    def _pages(self, exhibit):
        chapter = factories.make_chapter(
            exhibit, title="1911. Conclusion:", slug="the-reeds", lead_image=self.picture,
            body=self._body(), standfirst="*Not* italics",
        )  # fmt: skip
        chapter.moments = [ChapterMoment(moment=self.moment)]
        chapter.places = [ChapterPlace(place=self.place)]
        chapter.save()
        factories.make_sources_page(exhibit, title="What it rests on", standfirst="Ten works.")
        ending = factories.make_chapter(
            exhibit, kind="conclusion", title="Chapter three", slug="ending",
            body=[text_block(f'<p><a linktype="page" id="{chapter.pk}">back</a></p>')],
        )  # fmt: skip
        factories.make_chapter(exhibit, kind="introduction", title="A second beginning", text="")
        factories._added(exhibit, self._questions(chapter))
        factories._added(exhibit, self._further_reading(ending, exhibit.get_parent()))
        factories._added(exhibit, self._plain())

    def _body(self):
        note = {"source": self.source.pk, "locator": "p. 4. And so on", "remark": "One.\nTwo."}
        figure = {"image": self.picture.pk, "alt": "", "caption": "", "width": "wide"}
        own = figure | {"alt": "Own words", "caption": "A | caption", "width": "column"}
        cited = {"source": self.source.pk, "locator": "f. 3"}
        facts = [_item(fact.pk) for fact in (self.moment, self.other_moment)]
        return [
            text_block("<h3>Sources</h3><p>Two [2] before one [1].</p>", {"remark": "A"}, note),
            text_block("<p>Q1: a text after a text</p><ul><li>a<ul><li>b</li></ul></li></ul>"),
            text_block("<p>Not cited.</p>", {"remark": "Kept all the same"}),
            _block("figure", figure),
            _block("gallery", {"title": "Two", "figures": [_item(figure), _item(own)]}),
            _block("quotation", {"text": "We left.\n— He said", "speaker": "A [1] man",
                                 "occasion": "A letter", "citation": cited}),
            _block("note", {"kind": "warning", "title": "Mind",
                            "text": "<p><b>Much</b> grief</p>"}),
            _block("key_figure", {"number": "1 in 3", "counts": "people", "citation": cited}),
            _block("audio", {"recording": self.sound.pk, "caption": "Listen"}),
            _block("timeline", {"title": "Then", "moments": facts}),
            _block("map", {"title": "There", "places": [_item(self.place.pk)],
                           "routes": [_item(self.route.pk)]}),
            _block("table", {"table": {"columns": [{"type": "text", "heading": "Year | AD"},
                                                   {"type": "text", "heading": ""}],
                                       "rows": [{"values": ["1988 [1]", "-"]},
                                                {"values": ["", ""]}],
                                       "caption": "Table 2. Who signed"},
                             "notes": [_item({"source": None, "locator": "", "remark": "Ink"})]}),
        ]  # fmt: skip

    @staticmethod
    def _questions(chapter):
        answer = text_block("<p>A: because. See chapter 1.</p><h3>More?</h3>", {"remark": "x"})
        asked = {"question": "Q2: Why leave", "answer": answer["value"], "chapter": chapter.pk}
        block = {"type": "question", "id": "7d4ccf40-1111-4222-8333-0123456789ab", "value": asked}
        return FaqPage(title="Eight", slug="eight", standfirst="We answer.", questions=[block])

    @staticmethod
    def _further_reading(ending, home):
        outside = {"title": "A site", "url": "https://example.org/a_(b)", "description": "d\ne"}
        return FurtherReadingPage(
            title="Further", slug="further", standfirst="On.",
            external_links=[_block("link", outside)],
            internal_links=[
                _block("link", {"title": "", "page": ending.pk, "view": "", "description": ""}),
                _block("link", {"title": "Map", "page": None, "view": "map", "description": ""}),
                _block("link", {"title": "Us", "page": home.pk, "view": "", "description": ""}),
            ],
        )  # fmt: skip

    def _plain(self):
        return PlainPage(
            title="About", slug="about", standfirst="Who we are.",
            body=[text_block('<p>See <a href="https://example.org/?a=1&amp;b=2">it</a>.</p>')],
        )  # fmt: skip


def private_collection() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Loans")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def recording(poster) -> Recording:
    sound = Recording.objects.create(
        title="Radio at night", type="audio", duration=68.5, alt="A radio", has_speech=True,
        credit="Lent by A.", poster=poster, collection=Collection.get_first_root_node(),
        file=ContentFile(RECORDING.read_bytes(), name="radio.mp3"),
    )  # fmt: skip
    captions = "WEBVTT\n\n00:01.000 --> 00:04.000\nHiss\n"
    RecordingText.objects.create(
        recording=sound, language="fa-af", captions=captions, transcript="خش‌خش\n\nپایان"
    )
    return sound


def _block(kind, value):
    return {"type": kind, "value": value}


def _item(value):
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}
