"""Handing a manuscript in: what is taken, what is refused, and by whom."""

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from cms.importer.models import PendingImport
from cms.middleware.atomic_writes import AtomicWrites
from tests import factories
from tests.admin.manuscript_hands import (
    STORY,
    brought,
    file,
    hand_in,
    page_of,
    press,
    review_url,
    words,
)

pytestmark = pytest.mark.django_db

SCREENS = ["manuscript_upload", "manuscripts_waiting"]


def test_a_document_is_read_and_its_review_opens(client, curator):
    answer = hand_in(client, file("road.md", STORY), follow=True)

    assert "Reed boats" in answer.content.decode()
    assert PendingImport.objects.get().created_by == curator


def test_a_document_comes_with_its_pictures(client, curator):
    pending = brought(client, STORY, file("bridge.png", factories.picture_bytes()))

    assert "was not brought" not in page_of(client, pending)


def test_a_script_is_told_where_the_review_is(client, curator):
    answer = client.post(
        reverse("manuscript_upload"),
        {"files": [file("road.md", STORY)]},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert answer.status_code == 201
    assert answer.json() == {"url": review_url(PendingImport.objects.get())}


def test_nothing_chosen_is_said_at_the_field(client, curator):
    answer = hand_in(client)

    assert answer.status_code == 422
    assert "No document was chosen." in words(answer)


def test_an_empty_file_is_said_at_the_field(client, curator):
    assert "it holds not one letter" in words(hand_in(client, file("road.md", "")))


def test_a_name_that_is_too_long_is_said_at_the_field(client, curator):
    answer = hand_in(client, file(f"{'a' * 230}.md", STORY))

    assert "longer than 200 characters" in words(answer)


def test_a_kind_of_file_that_cannot_be_read_is_said_at_the_field(client, curator):
    answer = hand_in(client, file("scan.pdf", b"%PDF-1.4"), language="ru")

    assert "scan.pdf" in words(answer)
    assert PendingImport.objects.count() == 0
    assert '<option value="ru" selected>' in answer.content.decode()


def test_a_script_gets_the_same_sentence_for_the_field(client, curator):
    answer = client.post(
        reverse("manuscript_upload"),
        {"files": [file("scan.pdf", b"%PDF-1.4")]},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert answer.status_code == 422
    assert "scan.pdf" in answer.json()["errors"]["files"][0]


def test_a_damaged_zip_is_said_at_the_field(client, curator):
    assert "damaged" in words(hand_in(client, file("bundle.zip", b"PK\x03\x04 no zip")))


def test_the_language_that_is_chosen_wins_over_the_documents_own(client, curator):
    pending = brought(client, STORY, language="ru")

    assert pending.language == "ru"


def test_a_newer_version_goes_into_its_exhibit(client, curator):
    exhibit = factories.make_exhibit(title="The River")

    page = client.get(reverse("manuscript_upload"), {"into": exhibit.pk}).content.decode()
    pending = brought(client, STORY, into=exhibit.pk)

    assert f'<option value="{exhibit.pk}" selected>' in page
    assert pending.exhibit == exhibit


def test_an_exhibit_that_is_gone_is_said_at_the_field(client, curator):
    factories.make_exhibit()

    answer = hand_in(client, file("road.md", STORY), into=999_999)

    assert "This exhibit is not there any more" in words(answer)


def test_the_exhibits_desk_and_the_menu_lead_here(client, curator):
    exhibit = factories.make_exhibit()

    desk = client.get(reverse("exhibit_desk", args=[exhibit.pk])).content.decode()
    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert f"{reverse('manuscript_upload')}?into={exhibit.pk}" in desk
    assert "Import a newer version" in desk
    assert home.count(reverse("manuscript_upload")) >= 2


@pytest.mark.parametrize("role", ["Registrars", "Kiosk attendants"])
@pytest.mark.parametrize("screen", SCREENS)
def test_who_works_on_no_pages_hands_nothing_in(client, curator, role, screen):
    factories.sign_in(client, factories.make_user(role))

    answer = client.get(reverse(screen))

    assert answer.url == reverse("wagtailadmin_home")
    assert "Import a manuscript" not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("role", ["Registrars", "Kiosk attendants"])
def test_who_works_on_no_pages_sees_nothing_of_others_imports(client, curator, role):
    pending = brought(client)
    part = "whatever"
    factories.sign_in(client, factories.make_user(role))

    for name, *rest in (
        ("manuscript_review",),
        ("manuscript_part", part),
        ("manuscript_picture", part),
        ("manuscript_compare", 1),
        ("manuscript_discard",),
    ):
        address = reverse(name, args=[pending.pk, *rest])
        for answer in (client.get(address), client.post(address, {"order": "accept"})):
            assert answer.status_code in {302, 405}
            assert "Reed" not in answer.content.decode()
    assert PendingImport.objects.get(pk=pending.pk).is_waiting


def test_a_colleague_goes_on_with_what_another_brought(client, curator):
    pending = brought(client)
    factories.sign_in(client, factories.make_user("Editors"))

    assert "Reed boats" in page_of(client, pending)
    assert "road.md" in client.get(reverse("manuscripts_waiting")).content.decode()


def test_a_stranger_is_asked_to_sign_in(client, curator):
    pending = brought(client)
    client.logout()

    answer = client.get(review_url(pending))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_a_form_without_its_token_changes_nothing(client, curator):
    pending = brought(client)
    client.handler.enforce_csrf_checks = True

    assert hand_in(client, file("road.md", STORY)).status_code == 403
    assert press(client, pending, "accept").status_code == 403
    assert client.post(reverse("manuscript_discard", args=[pending.pk])).status_code == 403
    assert PendingImport.objects.get().is_waiting


def test_reading_a_manuscript_keeps_no_other_curator_from_writing():
    """On SQLite a transaction takes the one write lock, and a long manuscript takes seconds."""
    match = resolve(reverse("manuscript_upload"))

    request = RequestFactory().post("/")
    assert AtomicWrites(lambda request: None).process_view(request, match.func, (), {}) is None
