"""A newer version of a document: each page that is there is compared, and decided upon."""

import pytest
from django.urls import reverse

from exhibit.models import ChapterPage, ExhibitPage
from tests import factories
from tests.admin.manuscript_hands import (
    STORY,
    brought,
    page_of,
    part,
    press,
    review,
    words,
)

pytestmark = pytest.mark.django_db

FIRST = STORY.replace('![](images/bridge.png "The bridge in 1904.")\n\n', "")
SECOND = FIRST.replace("opened in 1901", "opened in May 1901").replace(
    "Boats of reed carried grain", "Boats of reed and hide carried grain"
)


@pytest.fixture
def exhibit(client, curator):
    """An exhibit that an import wrote, one chapter of which was changed at the desk since."""
    press(client, brought(client, FIRST), "accept")
    chapter = ChapterPage.objects.get(title="Reed boats")
    chapter.title = "Boats, mostly of reed"
    chapter.body = [("text", {"text": "<p>Our own words on boats.</p>", "notes": []})]
    chapter.save_revision()
    return ExhibitPage.objects.get()


@pytest.fixture
def pending(client, exhibit):
    return brought(client, SECOND, into=exhibit.pk)


def bridge_id() -> int:
    return ChapterPage.objects.get(title="The iron bridge").pk


def test_each_part_says_how_its_page_stands_to_the_document(client, pending):
    page = words(client.get(reverse("manuscript_review", args=[pending.pk])))

    assert "Changed in the document and here" in page
    assert "Here it is called “Boats, mostly of reed”." in page
    assert "What this version changes" in page
    assert "1 changed in the document" in page
    assert "1 changed in both" in page
    assert "Pages beside the story" in page


def test_what_changed_only_in_the_document_is_taken_unless_chosen_otherwise(client, pending):
    page = page_of(client, pending)

    assert f'name="choice-{bridge_id()}" value="take" checked' in page


def test_both_texts_stand_side_by_side_with_their_differences_marked(client, pending):
    answer = press(client, pending, f"compare|{bridge_id()}")

    assert "What is there" in words(answer)
    assert "<ins>May </ins>" in answer.content.decode()
    assert "Keep what is there" in words(answer)


def test_a_choice_made_beside_both_texts_is_kept(client, pending):
    bridge = part(pending, "The iron bridge")
    fields = {
        "version": review(pending).version,
        "shown": "en",
        f"choice-{bridge_id()}": "keep",
        "order": f"choose|{bridge.id}",
    }

    answer = client.post(reverse("manuscript_review", args=[pending.pk]), fields, follow=True)

    assert review(pending).choices == {str(bridge_id()): "keep"}
    assert "The choice is kept." in words(answer)
    assert f'name="choice-{bridge_id()}" value="keep" checked' in answer.content.decode()


def test_a_default_that_nobody_touched_is_not_taken_for_a_choice(client, pending):
    press(client, pending, "save", **{f"choice-{bridge_id()}": "take"})

    assert review(pending).choices == {}


def test_a_choice_that_there_is_not_is_refused(client, pending):
    answer = press(client, pending, "save", **{f"choice-{bridge_id()}": "delete"})

    assert "A page can take the new text, keep its own, or have both." in words(answer)
    assert review(pending).choices == {}


def test_accepting_names_what_was_kept(client, pending):
    answer = press(client, pending, "accept")

    assert "1 page has a new draft." in words(answer)
    assert "1 page was kept as it is: “Boats, mostly of reed”." in words(answer)


def test_a_page_that_the_manuscript_does_not_touch_has_nothing_to_compare(client, pending):
    other = factories.make_exhibit()

    address = reverse("manuscript_compare", args=[pending.pk, other.pk])

    assert client.get(address).status_code == 404
