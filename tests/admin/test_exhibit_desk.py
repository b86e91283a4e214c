"""The desk of one exhibit: its pages, what comes next, publishing all at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from cms.roles.setting_up import ensure_roles
from exhibit.models import ChapterPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    ensure_roles()
    user = factories.make_user("Curators", first_name="Maryam", last_name="Karimi")
    factories.sign_in(client, user)
    return user


def desk_of(client, exhibit) -> str:
    return client.get(reverse("exhibit_desk", args=[exhibit.pk])).content.decode()


def draft(exhibit, **fields) -> ChapterPage:
    chapter = factories.make_chapter(exhibit, live=False, **fields)
    chapter.save_revision()
    return chapter


def publish(client, exhibit, *pages):
    address = reverse("publish_exhibit", args=[exhibit.pk])
    return client.post(address, {"page": [page.pk for page in pages]}, follow=True)


def test_the_desk_numbers_the_chapters_in_reading_order(client, curator):
    exhibit = factories.make_exhibit()
    factories.make_chapter(exhibit, kind="introduction", title="Introduction")
    factories.make_chapter(exhibit, title="Reed boats")
    factories.make_chapter(exhibit, title="The iron bridge")

    rows = client.get(reverse("exhibit_desk", args=[exhibit.pk])).context["rows"]

    assert [(row.number, row.title) for row in rows] == [
        ("", exhibit.title),
        ("", "Introduction"),
        ("1", "Reed boats"),
        ("2", "The iron bridge"),
    ]


def test_a_new_exhibit_is_told_what_comes_next(client, curator):
    exhibit = factories.make_exhibit(live=False)

    page = desk_of(client, exhibit)

    assert "Write the first chapter" in page
    assert reverse("wagtailadmin_pages:add", args=["exhibit", "chapterpage", exhibit.pk]) in page
    assert reverse("publish_exhibit", args=[exhibit.pk]) in page


def test_the_desk_of_a_whole_exhibit_gives_no_advice(client, curator):
    exhibit = factories.make_exhibit(lead_image=factories.make_image())
    factories.make_chapter(exhibit)
    factories.make_faq(exhibit)
    factories.make_sources_page(exhibit)

    assert "What comes next" not in desk_of(client, exhibit)


def test_queries_of_the_desk_do_not_grow_with_the_exhibit(client, curator):
    exhibits = [factories.make_exhibit(), factories.make_exhibit()]
    counts = []
    for exhibit, chapters in zip(exhibits, (2, 12), strict=True):
        for _number in range(chapters):
            draft(exhibit)
        desk_of(client, exhibit)
        with CaptureQueriesContext(connection) as queries:
            desk_of(client, exhibit)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_an_exhibit_is_published_with_all_its_chapters(client, curator):
    exhibit = factories.make_exhibit(live=False)
    chapters = [draft(exhibit), draft(exhibit)]

    answer = publish(client, exhibit, exhibit, *chapters)

    assert "3 pages are published" in answer.content.decode()
    assert Page.objects.descendant_of(exhibit, inclusive=True).live().count() == 3


def test_an_unticked_chapter_stays_a_draft(client, curator):
    exhibit = factories.make_exhibit(live=False)
    wanted, unwanted = draft(exhibit), draft(exhibit)

    publish(client, exhibit, exhibit, wanted)

    assert not Page.objects.get(pk=unwanted.pk).live


def test_chapters_are_not_published_under_an_exhibit_that_visitors_cannot_reach(client, curator):
    exhibit = factories.make_exhibit(live=False)
    chapter = draft(exhibit)

    answer = publish(client, exhibit, chapter)

    assert "which is still a draft: tick it too" in answer.content.decode()
    assert not Page.objects.get(pk=chapter.pk).live


def test_publishing_nothing_says_so(client, curator):
    exhibit = factories.make_exhibit()
    draft(exhibit)

    assert "no page was ticked" in publish(client, exhibit).content.decode()


def test_a_draft_that_its_own_form_would_refuse_is_not_published(client, curator):
    exhibit = factories.make_exhibit()
    chapter = draft(exhibit, body=[factories.text_block("<p>A claim. [1]</p>")])

    page = client.get(reverse("publish_exhibit", args=[exhibit.pk])).content.decode()
    publish(client, exhibit, chapter)

    assert "Body, block 1, Text, Text: The text has the marker [1]" in page
    assert not Page.objects.get(pk=chapter.pk).live


def test_what_a_quotation_lacks_is_named(client, curator):
    exhibit = factories.make_exhibit()
    quotation = {"text": "End it.", "speaker": "", "occasion": "", "citation": {"locator": ""}}
    draft(exhibit, body=[{"type": "quotation", "value": quotation}])

    page = client.get(reverse("publish_exhibit", args=[exhibit.pk])).content.decode()

    assert "block 1, Quotation, Speaker: This field is required." in page
    assert "block 1, Quotation, Source: This field is required." in page


def test_a_page_that_a_colleague_locked_is_not_published(client, curator):
    exhibit = factories.make_exhibit()
    chapter = draft(exhibit)
    Page.objects.filter(pk=chapter.pk).update(locked=True, locked_by=factories.make_user())

    publish(client, exhibit, chapter)

    assert not Page.objects.get(pk=chapter.pk).live


def test_looking_at_what_would_be_published_publishes_nothing(client, curator):
    exhibit = factories.make_exhibit(live=False)

    client.get(reverse("publish_exhibit", args=[exhibit.pk]))

    assert not Page.objects.get(pk=exhibit.pk).live


def test_an_editor_sees_the_desk_and_cannot_publish(client, curator):
    exhibit = factories.make_exhibit(live=False)
    factories.sign_in(client, factories.make_user("Editors"))

    assert reverse("publish_exhibit", args=[exhibit.pk]) not in desk_of(client, exhibit)
    publish(client, exhibit, exhibit)

    assert not Page.objects.get(pk=exhibit.pk).live


@pytest.mark.parametrize("role", ["Registrars", "Kiosk attendants"])
def test_who_works_on_no_pages_does_not_reach_the_desk(client, curator, role):
    exhibit = factories.make_exhibit()
    factories.sign_in(client, factories.make_user(role))

    answer = client.get(reverse("exhibit_desk", args=[exhibit.pk]))

    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")


def test_every_page_of_an_exhibit_leads_back_to_its_desk(client, curator):
    exhibit = factories.make_exhibit()
    chapter = factories.make_chapter(exhibit)
    way_back = reverse("exhibit_desk_of_page", args=[chapter.pk])

    page = client.get(reverse("wagtailadmin_pages:edit", args=[chapter.pk])).content.decode()

    assert way_back in page
    assert client.get(way_back).url == reverse("exhibit_desk", args=[exhibit.pk])
