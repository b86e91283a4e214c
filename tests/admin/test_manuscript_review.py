"""The review of a manuscript: arranged part by part, with nothing typed lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.manuscript_hands import (
    brought,
    form_of,
    outline,
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
    return brought(client)


def test_the_outline_is_shown_as_the_exhibit_will_have_it(client, pending):
    page = page_of(client, pending)

    assert 'value="The Road Out"' in page
    places = [
        page.index(f'value="{title}"') for title in ("Introduction", "Reed boats", "Why reed?")
    ]
    assert places == sorted(places)
    assert "Boats of reed carried grain" in page
    assert "2 chapters · 1 question · 1 picture · 0 notes" in page
    assert "Questions that visitors ask" in page


def test_a_picture_without_alternative_text_says_so(client, pending):
    assert "No alternative text" in page_of(client, pending)


def test_a_part_is_renamed(client, pending):
    boats = part(pending, "Reed boats")

    answer = press(client, pending, "save", **{f"title-{boats.id}": "Boats of reed"})

    assert ("chapter", "Boats of reed") in outline(pending)
    assert "Renamed." in words(answer)


def test_a_part_without_a_title_is_refused_at_its_place(client, pending):
    boats = part(pending, "Reed boats")

    answer = press(client, pending, "save", **{f"title-{boats.id}": " "})

    assert "A part needs a title: write at least one word." in words(answer)
    assert ("chapter", "Reed boats") in outline(pending)


def test_a_part_becomes_another_kind(client, pending):
    bridge = part(pending, "The iron bridge")

    answer = press(client, pending, "save", **{f"kind-{bridge.id}": "question"})

    assert ("question", "The iron bridge") in outline(pending)
    assert "It is a question now" in words(answer)


def test_a_part_is_left_out_and_its_words_stay(client, pending):
    boats = part(pending, "Reed boats")

    answer = press(client, pending, "save", **{f"kind-{boats.id}": "dropped"})

    assert ("dropped", "Reed boats") in outline(pending)
    assert "Boats of reed carried grain" in answer.content.decode()


def test_a_second_introduction_is_refused_and_the_rest_is_kept(client, pending):
    boats, bridge = part(pending, "Reed boats"), part(pending, "The iron bridge")
    typed = {f"kind-{boats.id}": "introduction", f"title-{bridge.id}": "The bridge of 1901"}

    answer = press(client, pending, "save", **typed)

    assert "an exhibit has only one" in words(answer)
    assert ("chapter", "The bridge of 1901") in outline(pending)


def test_a_part_moves_up_and_down(client, pending):
    press(client, pending, f"up|{part(pending, 'The iron bridge').id}")

    assert [title for kind, title in outline(pending) if kind == "chapter"] == [
        "The iron bridge",
        "Reed boats",
    ]

    answer = press(client, pending, f"down|{part(pending, 'The iron bridge').id}")

    assert outline(pending)[1] == ("chapter", "Reed boats")
    assert "Moved down." in words(answer)


def test_a_part_is_dragged_before_another(client, pending):
    boats, bridge = part(pending, "Reed boats"), part(pending, "The iron bridge")

    press(client, pending, f"before|{bridge.id}|{boats.id}")

    assert outline(pending)[1] == ("chapter", "The iron bridge")


def test_a_part_is_merged_with_the_one_above(client, pending):
    answer = press(client, pending, f"merge|{part(pending, 'The iron bridge').id}")

    assert "“The iron bridge” is now the end of “Reed boats”" in words(answer)
    merged = part(pending, "Reed boats")
    assert [piece.words for piece in merged.pieces if piece.kind == "heading"] == [
        "What remains",
        "The iron bridge",
    ]


def test_a_part_is_split_at_a_sub_heading_that_becomes_the_title(client, pending):
    boats = part(pending, "Reed boats")
    heading = next(piece for piece in boats.pieces if piece.kind == "heading")

    answer = press(client, pending, f"split|{boats.id}|{heading.id}")

    assert ("chapter", "What remains") in outline(pending)
    assert "Split in two." in words(answer)


def test_a_part_split_at_a_paragraph_is_called_by_its_first_words(client, pending):
    boats = part(pending, "Reed boats")
    paragraph = next(piece for piece in boats.pieces if "burned" in piece.words)

    press(client, pending, f"split|{boats.id}|{paragraph.id}")

    assert ("chapter", "They were burned in winter.") in outline(pending)


def test_the_last_step_is_undone_and_what_was_typed_with_it_stays(client, pending):
    boats, bridge = part(pending, "Reed boats"), part(pending, "The iron bridge")
    press(client, pending, f"merge|{bridge.id}", **{f"title-{boats.id}": "Boats of reed"})

    answer = press(client, pending, "undo")

    assert [title for kind, title in outline(pending) if kind == "chapter"] == [
        "Boats of reed",
        "The iron bridge",
    ]
    assert "The last step was undone." in words(answer)


def test_each_action_keeps_everything_that_was_typed(client, pending):
    boats, bridge = part(pending, "Reed boats"), part(pending, "The iron bridge")
    typed = {f"title-{boats.id}": "Boats of reed", "exhibit_title": "The Way Home"}

    press(client, pending, f"up|{bridge.id}", **typed)

    assert ("chapter", "Boats of reed") in outline(pending)
    assert review(pending).title == "The Way Home"


def test_after_an_action_the_page_returns_to_the_part_in_hand(client, pending):
    bridge = part(pending, "The iron bridge")
    fields = {**form_of(pending), "order": f"up|{bridge.id}", "open": bridge.id}

    answer = client.post(review_url(pending), fields)

    assert answer.url.endswith(f"open={bridge.id}#part-{bridge.id}")


def test_a_part_is_read_whole_without_scripts(client, pending):
    boats = part(pending, "Reed boats")

    answer = press(client, pending, f"open|{boats.id}")

    assert "They were burned in winter." in answer.content.decode()
    assert "Split here" in answer.content.decode()
    assert "Split here" not in page_of(client, pending)


def test_a_part_is_fetched_when_it_is_unfolded(client, pending):
    address = reverse("manuscript_part", args=[pending.pk, part(pending, "Reed boats").id])

    assert "They were burned in winter." in client.get(address).content.decode()


def test_a_part_that_is_gone_is_not_found(client, pending):
    assert client.get(reverse("manuscript_part", args=[pending.pk, "gone"])).status_code == 404


def test_an_older_page_changes_nothing_and_repeats_what_was_typed_on_it(client, pending):
    older = form_of(pending)
    boats = part(pending, "Reed boats")
    press(client, pending, "save", exhibit_title="The Way Home")

    fields = {**older, "order": f"merge|{boats.id}", f"title-{boats.id}": "Boats of reed"}
    answer = client.post(review_url(pending), fields, follow=True)

    assert "was changed in another window meanwhile" in words(answer)
    assert "You had typed: “Boats of reed”" in words(answer)
    assert ("chapter", "Reed boats") in outline(pending)


def test_a_script_that_keeps_what_is_typed_gets_the_new_version(client, pending):
    boats = part(pending, "Reed boats")
    fields = {**form_of(pending), "order": "save", f"title-{boats.id}": "Boats of reed"}

    answer = client.post(review_url(pending), fields, headers={"X-Requested-With": "quietly"})

    assert answer.json() == {"version": review(pending).version, "said": "Renamed."}
    assert ("chapter", "Boats of reed") in outline(pending)


def test_a_script_is_told_that_something_was_not_kept(client, pending):
    boats = part(pending, "Reed boats")
    fields = {**form_of(pending), "order": "save", f"title-{boats.id}": ""}

    answer = client.post(review_url(pending), fields, headers={"X-Requested-With": "quietly"})

    assert answer.status_code == 409
    assert "A part needs a title" in page_of(client, pending)


def test_kept_for_later_an_import_waits_as_it_is(client, pending):
    answer = press(client, pending, "later", exhibit_title="The Way Home")

    assert "“road.md” waits for you here." in words(answer)
    assert review(pending).title == "The Way Home"


def test_words_of_a_document_are_shown_and_not_obeyed(client, curator):
    pending = brought(
        client,
        '# A <script>alert(1)</script> title\n\n## 1. "><img src=x onerror=alert(1)>\n\n'
        "Read [this](https://example.org/) and [that](#2).\n\n<b onclick='alert(1)'>bold</b>\n",
    )
    bold = review(pending).parts[0]

    page = page_of(client, pending, f"?open={bold.id}")

    assert "<script>alert" not in page
    assert "onerror=alert" not in page.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert "onclick" not in page
    assert 'rel="noopener noreferrer nofollow"' in page
    assert 'href="#2"' not in page


def test_queries_of_the_review_do_not_grow_with_the_manuscript(client, curator):
    counts = []
    for chapters in (2, 60):
        numbers = range(1, chapters + 1)
        story = "".join(f"\n## {number}. Chapter {number}x\nWords.\n" for number in numbers)
        pending = brought(client, f"# Story\n{story}")
        page_of(client, pending)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, pending)
        counts.append(len(queries))

    assert counts[0] == counts[1]
