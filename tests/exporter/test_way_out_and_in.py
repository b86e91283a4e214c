"""An exhibit that was exported and imported into an empty museum is the same exhibit."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from wagtail.models import CollectionViewRestriction, Page

from exhibit.models import ChapterPage, ExhibitPage, FaqPage, FurtherReadingPage, Theme
from media.models import ExhibitImage, Recording
from tests import factories
from tests.exporter.ferry import FerryExhibit
from tests.exporter.museum import contents_of, empty_museum, files_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def moved(django_db_setup, django_db_blocker, tmp_path_factory):
    """The exhibit after it went out and came into an empty museum; and its files before.

    Made once for all tests here, and taken away after them.
    """
    place = tmp_path_factory.mktemp("moved")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=place / "here"):
            exhibit = FerryExhibit().make()
            before = files_of(exhibit), contents_of(exhibit)
            call_command("export_manuscript", "ferry", str(place / "ferry"), verbosity=0)
        empty_museum()
        with override_settings(MEDIA_ROOT=place / "there"):
            call_command("import_manuscript", str(place / "ferry"), verbosity=0)
            yield draft(ExhibitPage, slug="ferry"), before
        transaction.set_rollback(True)


def draft(model, **wanted):
    return model.objects.get(**wanted).get_latest_revision_as_object()


def test_exported_again_it_is_the_same_to_the_byte(moved):
    exhibit, (files, _contents) = moved

    assert files_of(exhibit) == files


def test_every_page_holds_what_it_held(moved):
    exhibit, (_files, contents) = moved

    assert contents_of(exhibit) == contents


def test_pages_keep_their_order_and_addresses(moved):
    exhibit, _before = moved

    pages = Page.objects.child_of(exhibit).order_by("path").values_list("slug", "title")
    assert list(pages)[:3] == [
        ("the-reeds", "1911. Conclusion:"),
        ("sources", "What it rests on"),
        ("ending", "Chapter three"),
    ]
    kinds = list(
        ChapterPage.objects.child_of(exhibit).order_by("path").values_list("kind", flat=True)
    )
    assert kinds == ["numbered", "conclusion", "introduction"]


def test_the_exhibits_own_words_and_kiosk_come_along(moved):
    exhibit, _before = moved

    assert (exhibit.title, exhibit.subtitle) == ("The Ferry #1", "A *river*")
    assert exhibit.lead_image_caption == "Line one\n\nline three"
    assert (exhibit.is_on_kiosk, exhibit.kiosk_idle_seconds) == (False, 40)
    assert [item.text for item in exhibit.attract_items.all()] == ["Come aboard"]
    assert (exhibit.seo_title, exhibit.show_in_menus) == ("Ferry | Museum", True)
    assert exhibit.theme == Theme.objects.get(name="Reeds", light_ink="#101010")


def test_blocks_come_back_one_for_one(moved):
    body = draft(ChapterPage, slug="the-reeds").body

    assert [block.block_type for block in body] == [
        "text", "text", "text", "figure", "gallery", "quotation", "note", "key_figure", "audio",
        "timeline", "map", "table",
    ]  # fmt: skip
    assert [note["remark"] for note in body[0].value["notes"]] == ["A", "One.\nTwo."]
    assert "Two [2] before one [1]." in body[0].value["text"].source
    assert body[0].value["notes"][1]["locator"] == "p. 4. And so on"
    assert body[2].value["notes"][0]["remark"] == "Kept all the same"
    assert body[3].value["width"] == "wide"
    assert [each["caption"] for each in body[4].value["figures"]] == ["", "A | caption"]
    assert body[5].value["text"] == "We left.\n— He said"
    assert body[11].value["table"].columns[0]["heading"] == "Year | AD"
    assert body[11].value["table"].caption == "Table 2. Who signed"


def test_links_lead_to_the_same_pages(moved):
    chapter = ChapterPage.objects.get(slug="the-reeds")
    ending = draft(ChapterPage, slug="ending")
    links = draft(FurtherReadingPage, slug="further").internal_links

    assert f'<a linktype="page" id="{chapter.pk}">back</a>' in ending.body[0].value["text"].source
    assert [link.value["page"] and link.value["page"].slug for link in links] == [
        "ending",
        None,
        factories.home().slug,
    ]
    assert links[1].value["view"] == "map"


def test_a_question_keeps_its_address_and_every_word(moved):
    (question,) = draft(FaqPage, slug="eight").questions

    assert question.id == "7d4ccf40-1111-4222-8333-0123456789ab"
    assert question.value["question"] == "Q2: Why leave"
    assert (
        question.value["answer"]["text"].source == "<p>A: because. See chapter 1.</p><h3>More?</h3>"
    )
    assert question.value["chapter"].slug == "the-reeds"


def test_pictures_keep_what_registrars_know(moved):
    picture = ExhibitImage.objects.get(title="The ferry")

    assert (picture.caption, picture.credit) == ("At dawn.", "Photograph: A. Ivanova")
    assert (picture.focal_point_x, picture.focal_point_height) == (30, 60)
    assert sorted(picture.tags.names()) == ["boats", "river"]


def test_a_private_picture_stays_private(moved):
    lent = ExhibitImage.objects.get(title="Lent")

    assert lent.collection.name == "Loans"
    assert CollectionViewRestriction.objects.filter(collection=lent.collection).exists()


def test_recordings_come_with_their_words_and_poster(moved):
    sound = Recording.objects.get()

    assert (sound.title, sound.duration, sound.poster.title) == ("Radio at night", 68.5, "Lent")
    (words,) = sound.texts.all()
    assert (words.language, words.transcript) == ("fa-af", "خش‌خش\n\nپایان")
    assert words.captions.startswith("WEBVTT\n\n00:01.000")
