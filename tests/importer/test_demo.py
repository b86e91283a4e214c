"""The demo exhibit is whole: words, pictures, notes, rights, three languages."""

import pytest
from django.core.exceptions import ValidationError

from cms.importer.drafts import write_drafts
from cms.importer.reading import opened_manuscript
from cms.management.commands.load_demo import BUNDLE
from exhibit.models import ChapterPage, ExhibitPage, FaqPage, FurtherReadingPage, Moment, Place
from exhibit.reading import number_notes
from exhibit.services.publishing import publish_exhibit
from media.models import ExhibitImage, Recording
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WHOLE_IN_TRANSLATION = {7, 15}


@pytest.fixture(scope="module")
def manuscript():
    with opened_manuscript(str(BUNDLE)) as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, manuscript):
    """The demo, written and published once for all tests here, and taken away after them."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        outcome = write_drafts(manuscript, manuscript.outlines, home=factories.home())
        for exhibit in (outcome.exhibit, *outcome.exhibit.get_translations()):
            publish_exhibit(exhibit)
        yield outcome
        transaction.set_rollback(True)


def chapters(tag: str, kind: str = "numbered"):
    pages = ChapterPage.objects.filter(locale__language_code=tag, kind=kind)
    return list(pages.order_by("path").select_related("lead_image"))


def test_the_manuscripts_are_read_without_a_warning(manuscript):
    warnings = [
        (tag, warning.code, warning.message)
        for tag, outline in manuscript.outlines.items()
        for warning in outline.warnings
    ]

    assert warnings == []
    assert list(manuscript.outlines) == ["en", "ru", "fa-af"]


def test_twenty_chapters_stand_between_introduction_and_conclusion(demo):
    for tag in ("en", "ru", "fa-af"):
        assert len(chapters(tag)) == 20
        assert len(chapters(tag, "introduction")) == 1
        assert len(chapters(tag, "conclusion")) == 1


def test_every_english_chapter_has_words_a_picture_and_a_note(demo):
    for chapter in chapters("en"):
        assert 120 <= chapter.words <= 420, (chapter.title, chapter.words)
        assert chapter.standfirst, chapter.title
        assert chapter.lead_image, chapter.title
        assert number_notes(chapter.body).notes, chapter.title


@pytest.mark.parametrize("tag", ["ru", "fa-af"])
def test_translations_have_two_whole_chapters_and_say_the_rest_in_a_sentence(demo, tag):
    for number, chapter in enumerate(chapters(tag), start=1):
        assert chapter.standfirst, chapter.title
        assert bool(chapter.words) == (number in WHOLE_IN_TRANSLATION), chapter.title
    for kind in ("introduction", "conclusion"):
        assert chapters(tag, kind)[0].words


def test_a_chapter_and_its_translations_know_each_other(demo):
    for chapter in chapters("en"):
        tags = {each.locale.language_code for each in chapter.get_translations(inclusive=True)}
        assert tags == {"en", "ru", "fa-af"}, chapter.title


@pytest.mark.parametrize("tag", ["en", "ru", "fa-af"])
def test_eight_questions_are_answered_and_point_to_a_chapter(demo, tag):
    page = FaqPage.objects.get(locale__language_code=tag)

    assert len(page.questions) == 8
    for question in page.questions:
        assert question.value["chapter"], question.value["question"]
        assert question.value["answer"]["text"].source


def test_every_picture_has_alternative_text_caption_credit_and_rights(demo):
    lacking = [
        (image.title, name)
        for image in ExhibitImage.objects.all()
        for name in ("alt", "credit", "rights")
        if not getattr(image, name)
    ]

    assert lacking == []
    for chapter in chapters("en"):
        assert chapter.lead_caption, chapter.title


def test_no_picture_poses_as_a_photograph_of_the_time(demo):
    for image in ExhibitImage.objects.all():
        assert "photograph" not in image.credit.lower().replace("not a photograph", ""), image.title


def test_every_recording_has_words_in_three_languages(demo):
    recordings = list(Recording.objects.all())

    assert {recording.type for recording in recordings} == {"audio", "video"}
    assert len(recordings) == 3
    for recording in recordings:
        assert recording.credit, recording.title
        assert recording.rights, recording.title
        texts = recording.texts.all()
        assert {text.language for text in texts} == {"en", "ru", "fa-af"}, recording.title
        assert all(text.transcript or text.captions for text in texts)
        if recording.type == "video":
            assert all(text.captions for text in texts)


def test_every_block_would_pass_a_curators_form(demo):
    refused = []
    for chapter in ChapterPage.objects.all():
        try:
            chapter.body.stream_block.clean(chapter.body)
        except ValidationError as error:
            refused.append((chapter.title, chapter.locale.language_code, error))

    assert refused == []


def test_timeline_and_map_have_their_facts_in_every_language(demo):
    moments = Moment.objects.filter(chapters__page__in=ChapterPage.objects.all())
    places = Place.objects.filter(chapters__page__in=ChapterPage.objects.all())
    for tag in ("en", "ru", "fa-af"):
        assert moments.filter(locale__language_code=tag).distinct().count() >= 25
        assert places.filter(locale__language_code=tag).distinct().count() >= 15


def test_further_reading_leads_elsewhere_and_inside(demo):
    for page in FurtherReadingPage.objects.all():
        assert len(page.external_links) >= 4
        assert all(link.value["url"].startswith("https://") for link in page.external_links)
        assert len(page.internal_links) >= 4


def test_loading_it_again_changes_nothing(demo, manuscript):
    exhibit = ExhibitPage.objects.get(locale__language_code="en")

    again = write_drafts(manuscript, manuscript.outlines, home=factories.home(), into=exhibit)

    assert [page.title for page in (*again.created, *again.updated)] == []
