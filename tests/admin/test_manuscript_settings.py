"""What a review says of the whole exhibit: title, language, where it goes, missing files."""

import pytest

from cms.importer.models import PendingImport
from tests import factories
from tests.admin.manuscript_hands import (
    STORY,
    brought,
    file,
    form_of,
    page_of,
    press,
    review,
    review_url,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pending(client, curator):
    return brought(client)


def test_a_title_is_asked_for_when_the_document_has_none(client, curator):
    pending = brought(client, STORY.replace("# The Road Out\n", ""))

    assert "The document has no title of its own." in page_of(client, pending)
    assert "Give the exhibit a title." in page_of(client, pending)

    press(client, pending, "save", exhibit_title="The Road Out")

    assert "Give the exhibit a title." not in page_of(client, pending)


def test_the_language_is_changed(client, pending):
    answer = press(client, pending, "save", language="ru")

    assert review(pending).language == "ru"
    assert "read again in this language" in words(answer)


def test_a_language_that_the_site_does_not_have_is_refused(client, pending):
    answer = press(client, pending, "save", language="xx")

    assert "which this site does not have" in words(answer)


def test_an_import_goes_into_another_exhibit(client, pending):
    exhibit = factories.make_exhibit(title="The River")

    answer = press(client, pending, "save", into=str(exhibit.pk))

    assert PendingImport.objects.get(pk=pending.pk).exhibit == exhibit
    assert "It becomes a newer version of “The River”." in words(answer)


def test_an_exhibit_that_is_not_there_is_refused(client, pending):
    answer = press(client, pending, "save", into="999999")

    assert "You may not write into this exhibit" in words(answer)


def test_missing_files_are_listed_and_added(client, pending, django_capture_on_commit_callbacks):
    assert "1 file is named in the document and was not brought" in page_of(client, pending)

    bridge = file("bridge.png", factories.picture_bytes())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(review_url(pending), {**form_of(pending), "order": "add", "files": [bridge]})

    assert "1 file was added." in page_of(client, pending)
    assert review(pending).missing == ()


def test_adding_no_file_says_so(client, pending):
    assert "No file was chosen." in words(press(client, pending, "add"))


def test_missing_files_are_done_without_and_wanted_again(client, pending):
    answer = press(client, pending, "leave-out")

    assert "The drafts will be made without the missing files." in words(answer)
    assert review(pending).can_accept

    press(client, pending, "want-missing")

    assert not review(pending).can_accept


def test_a_language_that_the_site_does_not_have_is_asked_for_and_not_guessed(client, curator):
    pending = brought(client, f"---\nlanguage: de\n---\n{STORY}")

    assert "Choose its language" in page_of(client, pending)

    press(client, pending, "save", language="")

    assert "Choose its language" in page_of(client, pending)
