"""The ends of an import: drafts, waiting, or nothing; and the pictures seen on the way."""

import io

import pytest
from django.urls import reverse
from PIL import Image
from wagtail.models import Page

from cms.importer.models import PendingImport
from exhibit.models import ChapterPage, ExhibitPage
from tests import factories
from tests.admin.manuscript_hands import (
    STORY,
    brought,
    file,
    page_of,
    part,
    press,
    review,
    review_url,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pending(client, curator):
    return brought(client, STORY, file("bridge.png", factories.picture_bytes()))


def test_accepting_makes_drafts_and_shows_them_among_the_pages(client, pending):
    boats = part(pending, "Reed boats")

    answer = press(client, pending, "accept", **{f"title-{boats.id}": "Boats of reed"})

    exhibit = ExhibitPage.objects.get(title="The Road Out")
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_explore", args=[exhibit.pk])
    assert "“The Road Out”:" in words(answer)
    assert "drafts were made." in words(answer)
    assert "Nothing is published." in words(answer)
    assert reverse("exhibit_desk", args=[exhibit.pk]) in answer.content.decode()
    assert ChapterPage.objects.child_of(exhibit).filter(title="Boats of reed").exists()
    assert not Page.objects.descendant_of(exhibit, inclusive=True).live().exists()


def test_what_keeps_an_import_from_being_accepted_is_said_and_all_is_kept(client, curator):
    pending = brought(client)
    boats = part(pending, "Reed boats")

    answer = press(client, pending, "accept", **{f"title-{boats.id}": "Boats of reed"})

    assert "images/bridge.png" in words(answer)
    assert 'value="Boats of reed"' in answer.content.decode()
    assert not ExhibitPage.objects.exists()


def test_an_import_is_accepted_once(client, pending):
    press(client, pending, "accept")

    answer = client.post(review_url(pending), {"order": "accept", "version": 1}, follow=True)

    assert "“road.md” has been made into drafts already." in words(answer)
    assert ExhibitPage.objects.count() == 1


def test_the_waiting_imports_are_listed_and_on_the_dashboard(client, pending):
    waiting = client.get(reverse("manuscripts_waiting"))
    home = client.get(reverse("wagtailadmin_home"))

    for answer in (waiting, home):
        assert "road.md" in words(answer)
        assert "A new exhibit" in words(answer)
        assert "Maryam Karimi" in words(answer)
        assert "Not looked at yet" in words(answer)
        assert review_url(pending) in answer.content.decode()


def test_a_review_that_was_begun_says_so(client, pending):
    press(client, pending, "save", exhibit_title="The Way Home")

    assert "Review begun" in words(client.get(reverse("manuscripts_waiting")))


def test_where_nothing_waits_the_list_says_so(client, curator):
    assert "No manuscript waits." in words(client.get(reverse("manuscripts_waiting")))


def test_discarding_asks_first(client, pending):
    answer = press(client, pending, "discard")

    assert "Discard the import?" in words(answer)
    assert PendingImport.objects.filter(pk=pending.pk).exists()


def test_a_discarded_import_is_gone_with_its_files(
    client, pending, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("manuscript_discard", args=[pending.pk]), follow=True)

    assert "“road.md” was discarded. No page was touched." in words(answer)
    assert not PendingImport.objects.exists()
    assert not pending.folder.exists()


def test_an_accepted_import_cannot_be_discarded(client, pending):
    press(client, pending, "accept")

    answer = client.post(reverse("manuscript_discard", args=[pending.pk]), follow=True)

    assert "has been made into drafts already" in words(answer)
    assert PendingImport.objects.get().accepted_at


def test_a_picture_is_drawn_small_and_kept_by_nobody(client, curator):
    photograph = factories.picture_bytes(width=3000, height=2000, kind="JPEG")
    pending = brought(
        client, STORY.replace("bridge.png", "bridge.jpg"), file("bridge.jpg", photograph)
    )

    answer = client.get(picture_url(pending))

    assert answer.headers["Content-Type"] == "image/webp"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]
    assert max(Image.open(io.BytesIO(answer.content)).size) <= 720


def test_a_drawing_is_named_and_never_sent(client, curator):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    pending = brought(client, STORY.replace("bridge.png", "plan.svg"), file("plan.svg", drawing))

    assert client.get(picture_url(pending)).status_code == 404
    assert "Drawing" in page_of(client, pending)


def test_what_only_calls_itself_a_picture_is_not_sent(client, curator):
    pending = brought(client, STORY, file("bridge.png", b"<html><script>alert(1)</script>"))

    answer = client.get(picture_url(pending))

    assert answer.status_code == 404
    assert "alert" not in answer.content.decode()


def test_no_address_of_a_picture_names_a_file(client, pending):
    address = reverse("manuscript_picture", args=[pending.pk, "piece"])

    for name in ("road.md", "..%2Froad.md", "images%2Fbridge.png"):
        assert client.get(address.replace("piece", name)).status_code == 404


def picture_url(pending) -> str:
    pieces = (piece for each in review(pending).parts for piece in each.pieces)
    picture = next((piece.id for piece in pieces if piece.src), "none")
    return reverse("manuscript_picture", args=[pending.pk, picture])
