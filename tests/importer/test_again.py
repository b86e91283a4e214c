"""A newer manuscript changes what it changed, and nothing that was done in Wagtail since."""

import pytest
from wagtail.models import Page

from exhibit.models import ChapterPage, ChapterPlace, ExhibitPage, Place
from exhibit.services.publishing import publish_exhibit
from tests import factories
from tests.importer.again import (
    ENGLISH,
    RUSSIAN,
    edit,
    imported,
    latest,
    looked_at,
    make_bundle,
    page_called,
    revisions,
    words_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NEWER = ENGLISH.replace("every Sunday", "every Friday")


@pytest.fixture
def bundle(tmp_path):
    return make_bundle(tmp_path)


@pytest.fixture
def exhibit(bundle) -> ExhibitPage:
    return imported(bundle).exhibit


def states(again) -> dict[str, str]:
    return {page.title: page.state for page in again.pages}


def changed(again) -> dict[str, str]:
    return {title: state for title, state in states(again).items() if state != "same"}


def row(again, title: str):
    return next(
        page for page in (*again.pages, *again.gone) if title in (page.title, page.page_title)
    )


def text(words: str):
    return [factories.text_block(f"<p>{words}</p>")]


# --- nothing changed --------------------------------------------------------------------------


def test_the_same_manuscript_again_is_the_same_throughout_and_writes_nothing(bundle, exhibit):
    before = revisions()

    assert changed(looked_at(bundle, exhibit)) == {}
    outcome = imported(bundle, into=exhibit)

    assert (outcome.created, outcome.updated, outcome.kept, outcome.gone) == ([], [], [], [])
    assert revisions() == before


def test_looking_writes_nothing(bundle, exhibit):
    make_bundle(bundle, NEWER.replace("## 3. The winter", "## 3. Spring\nNew.\n\n## 4. The winter"))
    before, images = revisions(), set(bundle.rglob("*"))

    looked_at(bundle, exhibit)

    assert revisions() == before
    assert set(bundle.rglob("*")) == images


def test_publishing_alone_is_no_change(bundle, exhibit):
    publish_exhibit(exhibit)

    assert changed(looked_at(bundle, exhibit)) == {}


def test_a_picture_with_another_file_name_is_the_same_picture(bundle, exhibit):
    (bundle / "images" / "bridge.png").rename(bundle / "images" / "image7.png")
    make_bundle(bundle, ENGLISH.replace("bridge.png", "image7.png"))

    assert changed(looked_at(bundle, exhibit)) == {}


def test_better_words_in_the_library_are_no_change_and_stay(bundle, exhibit):
    image = latest("The bridge").lead_image
    image.description = "The bridge of friendship, seen from Termez"
    image.save()

    assert changed(looked_at(bundle, exhibit)) == {}
    imported(bundle, into=exhibit)
    assert latest("The bridge").lead_alt == "The bridge of friendship, seen from Termez"


# --- the manuscript changed -------------------------------------------------------------------


def test_a_changed_chapter_is_taken_and_its_words_are_marked(bundle, exhibit):
    make_bundle(bundle, NEWER)

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit)

    letters = row(again, "The letters")
    (difference,) = [each for each in letters.comparison.rows if each.state == "changed"]
    assert changed(again) == {"The letters": "manuscript_changed"}
    assert (letters.default, letters.offers) == ("take", ("take", "keep", "both"))
    assert [span.text for span in difference.right.spans if span.is_marked] == ["Friday"]
    assert [page.title for page in outcome.updated] == ["The letters"]
    assert "every Friday" in words_of(latest("The letters"))
    assert changed(looked_at(bundle, exhibit)) == {}


def test_a_changed_heading_keeps_the_address(bundle, exhibit):
    before = page_called("The letters")
    make_bundle(bundle, ENGLISH.replace("## 2. The letters", "## 2. Letters home"))

    imported(bundle, into=exhibit)

    after = page_called("Letters home")
    assert (after.pk, after.slug) == (before.pk, before.slug)


def test_a_new_picture_and_a_changed_note_are_taken(bundle, exhibit):
    (bundle / "images" / "bridge.png").write_bytes(factories.picture_bytes())
    make_bundle(bundle, ENGLISH.replace("He counts lorries.", "He counts trains."))
    old = latest("The bridge").lead_image

    again = looked_at(bundle, exhibit)
    imported(bundle, into=exhibit)

    bridge = latest("The bridge")
    kinds = {
        each.right.kind for each in row(again, "The bridge").comparison.rows if each.state != "same"
    }
    assert kinds == {"picture", "cited"}
    assert bridge.lead_image != old
    assert "trains" in str(bridge.body.get_prep_value())


def test_what_the_manuscript_took_out_goes(bundle, exhibit):
    make_bundle(bundle, ENGLISH.replace("*Nine hundred metres of steel.*\n\n", ""))

    imported(bundle, into=exhibit)

    assert latest("The bridge").standfirst == ""


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("*How an army went home.*", "*How a war ended.*", "The Road Out"),
        ("Two commissions did", "Three commissions did", "Questions and answers"),
        ("— documents", "— papers", "Further reading"),
        ("Where the story begins", "Where it all begins", "Introduction"),
        ("What remains is told", "What is left is told", "Conclusion"),
    ],
)
def test_every_kind_of_page_is_compared_and_taken(bundle, exhibit, old, new, title):
    make_bundle(bundle, ENGLISH.replace(old, new))

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit)

    assert changed(again) == {title: "manuscript_changed"}
    assert not row(again, title).comparison.is_same
    assert [page.title for page in outcome.updated] == [title]


# --- the page changed -------------------------------------------------------------------------


def test_an_edited_page_is_kept_when_the_manuscript_did_not_change(bundle, exhibit):
    edit("The letters", body=text("Rewritten here."))
    before = revisions()

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit)

    assert changed(again) == {"The letters": "page_changed"}
    assert row(again, "The letters").default == "keep"
    assert [written.page.title for written in outcome.kept] == ["The letters"]
    assert revisions() == before


def test_an_edited_page_can_be_given_back_to_the_manuscript(bundle, exhibit):
    edit("The letters", title="Our letters", body=text("Rewritten here."))
    page = page_called("Our letters")

    imported(bundle, into=exhibit, choices={page.pk: "take"})

    assert "every Sunday" in words_of(latest("The letters"))


def test_facts_hung_on_a_chapter_survive_its_new_text(bundle, exhibit):
    place = Place.objects.create(
        key="termez", name="Termez", latitude=37.2, longitude=67.3, locale=exhibit.locale
    )
    draft = latest("The letters")
    draft.places = [ChapterPlace(place=place)]
    draft.save_revision()
    make_bundle(bundle, NEWER)

    again = looked_at(bundle, exhibit)
    imported(bundle, into=exhibit)

    letters = latest("The letters")
    assert changed(again) == {"The letters": "manuscript_changed"}
    assert [link.place for link in letters.places.all()] == [place]
    assert "every Friday" in words_of(letters)


def test_a_title_given_in_wagtail_survives_a_new_text(bundle, exhibit):
    edit("The letters", title="What he wrote")
    make_bundle(bundle, NEWER)

    imported(bundle, into=exhibit)

    assert "every Friday" in words_of(latest("What he wrote"))


def test_look_and_settings_of_the_exhibit_are_left_to_the_curators(bundle, exhibit):
    edit("The Road Out", kiosk_idle_seconds=200)
    make_bundle(bundle, ENGLISH.replace("How an army went home", "How a war ended"))

    imported(bundle, into=exhibit)

    draft = latest("The Road Out")
    assert (draft.standfirst, draft.kiosk_idle_seconds) == ("How a war ended.", 200)


# --- both changed -----------------------------------------------------------------------------


@pytest.fixture
def disputed(bundle, exhibit) -> ChapterPage:
    """A chapter that was rewritten in Wagtail and in the manuscript."""
    edit("The letters", body=text("Rewritten here by a curator."))
    make_bundle(bundle, NEWER)
    return page_called("The letters")


def test_what_changed_on_both_sides_is_flagged_and_kept_until_somebody_chooses(
    bundle, exhibit, disputed
):
    before = revisions()

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit)

    letters = row(again, "The letters")
    assert (letters.state, letters.is_flagged, letters.default) == ("both_changed", True, "keep")
    assert [(each.page.title, each.state) for each in outcome.kept] == [
        ("The letters", "both_changed")
    ]
    assert revisions() == before
    assert changed(looked_at(bundle, exhibit)) == {"The letters": "both_changed"}


def test_taking_it_writes_the_manuscripts_text(bundle, exhibit, disputed):
    imported(bundle, into=exhibit, choices={disputed.pk: "take"})

    assert words_of(latest("The letters")).count("<p>") == 1
    assert "every Friday" in words_of(latest("The letters"))
    assert changed(looked_at(bundle, exhibit)) == {}


def test_keeping_it_by_choice_settles_this_text_but_not_the_next(bundle, exhibit, disputed):
    imported(bundle, into=exhibit, choices={disputed.pk: "keep"})

    assert "Rewritten here" in words_of(latest("The letters"))
    assert changed(looked_at(bundle, exhibit)) == {"The letters": "page_changed"}
    make_bundle(bundle, ENGLISH.replace("every Sunday", "every day"))
    assert changed(looked_at(bundle, exhibit)) == {"The letters": "both_changed"}


def test_both_is_one_draft_with_what_is_there_and_then_the_new_text(bundle, exhibit, disputed):
    imported(bundle, into=exhibit, choices={disputed.pk: "both"})

    kinds = [block.block_type for block in latest("The letters").body]
    assert kinds == ["text", "note", "text"]
    first, note, second = latest("The letters").body
    assert "Rewritten here" in first.value["text"].source
    assert note.value["title"].startswith("From the manuscript imported on")
    assert "every Friday" in second.value["text"].source
    assert changed(looked_at(bundle, exhibit)) == {}


def test_both_loses_no_picture_no_note_and_no_standfirst(bundle, exhibit):
    edit(
        "The bridge", standfirst="Ours.", body=text("Ours too."), lead_image=factories.make_image()
    )
    (bundle / "images" / "bridge.png").write_bytes(factories.picture_bytes())
    make_bundle(bundle, ENGLISH.replace("Nine hundred", "800").replace("every night", "by day"))
    page = page_called("The bridge")

    imported(bundle, into=exhibit, choices={page.pk: "both"})

    bridge = latest("The bridge")
    assert bridge.standfirst == "Ours."
    assert [block.block_type for block in bridge.body] == ["text", "note", "text", "figure", "text"]
    assert "800 metres of steel." in words_of(bridge)
    assert bridge.body[3].value["image"] != bridge.lead_image
    assert bridge.body[4].value["notes"][0]["remark"] == "He counts lorries."
    assert len({block.id for block in bridge.body}) == 5
    bridge.body.stream_block.clean(bridge.body)


def test_both_twice_adds_nothing_again(bundle, exhibit, disputed):
    imported(bundle, into=exhibit, choices={disputed.pk: "both"})
    before = revisions()

    imported(bundle, into=exhibit, choices={disputed.pk: "both"})

    assert revisions() == before


def test_the_exhibit_itself_has_no_room_for_both(bundle, exhibit):
    edit("The Road Out", standfirst="Ours.")
    make_bundle(bundle, ENGLISH.replace("How an army went home", "How a war ended"))

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit, choices={exhibit.pk: "both"})

    assert row(again, "The Road Out").offers == ("take", "keep")
    assert [each.page.title for each in outcome.kept] == ["The Road Out"]
    assert latest("The Road Out").standfirst == "Ours."


def test_visitors_go_on_reading_what_is_published(bundle, exhibit, client):
    publish_exhibit(exhibit)
    make_bundle(bundle, NEWER)

    imported(bundle, into=exhibit)

    page = client.get("/the-road-out/the-letters/").content.decode()
    assert "every Sunday" in page
    assert "every Friday" not in page


def test_a_locked_page_is_left_as_it_is(bundle, exhibit):
    Page.objects.filter(draft_title="The letters").update(locked=True)
    make_bundle(bundle, NEWER)
    page = page_called("The letters")

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit, choices={page.pk: "take"})

    assert row(again, "The letters").offers == ()
    assert row(again, "The letters").remarks == ("The page is locked, so it stays as it is.",)
    assert outcome.updated == []


# --- questions and links ----------------------------------------------------------------------


def ids_by_question() -> dict[str, str]:
    return {
        block.value["question"]: block.id for block in latest("Questions and answers").questions
    }


def test_questions_keep_their_addresses_in_another_order_and_better_words(bundle, exhibit):
    before = ids_by_question()
    asked = (
        "## FAQs\nQ1: Who counted all the dead?\nTwo commissions did, and neither believed the "
        "other.\n\nQ2: Where is the bridge?\nBetween two towns.\n\nQ3: Why did they leave?\n"
        "Because a decision taken long before came due in the end.\n\n## External"
    )
    make_bundle(
        bundle, ENGLISH[: ENGLISH.index("## FAQs")] + asked + ENGLISH.split("## External")[1]
    )

    imported(bundle, into=exhibit)

    after = ids_by_question()
    assert list(after) == [
        "Who counted all the dead?",
        "Where is the bridge?",
        "Why did they leave?",
    ]
    assert after["Why did they leave?"] == before["Why did they leave?"]
    assert after["Who counted all the dead?"] == before["Who counted the dead?"]
    assert after["Where is the bridge?"] not in before.values()


def test_both_puts_the_manuscripts_answer_behind_the_one_that_is_there(bundle, exhibit):
    draft = latest("Questions and answers")
    draft.questions[0].value["question"] = "Why go at all?"
    draft.save_revision()
    make_bundle(bundle, ENGLISH.replace("Because a decision", "Since a decision"))
    page = page_called("Questions and answers")

    imported(bundle, into=exhibit, choices={page.pk: "both"})

    questions = latest("Questions and answers").questions
    assert [block.value["question"] for block in questions] == [
        "Why go at all?",
        "Why did they leave?",
        "Who counted the dead?",
    ]
    assert "From the manuscript imported on" in questions[1].value["answer"]["text"].source
    assert len({block.id for block in questions}) == 3


def test_both_keeps_every_link(bundle, exhibit):
    draft = latest("Further reading")
    draft.external_links[0].value["title"] = "Our archive"
    draft.save_revision()
    make_bundle(bundle, ENGLISH.replace("— documents", "— papers"))
    page = page_called("Further reading")

    imported(bundle, into=exhibit, choices={page.pk: "both"})

    links = latest("Further reading").external_links
    assert [link.value["title"] for link in links] == ["Our archive", "An archive"]


# --- new, gone, moved -------------------------------------------------------------------------

SPRING = "## 3. The spring\nThe ice broke in March and the river rose over its banks by night.\n\n"


def titles_below(exhibit) -> list[str]:
    return list(
        Page.objects.child_of(exhibit).order_by("path").values_list("draft_title", flat=True)
    )


def test_a_new_chapter_stands_where_the_manuscript_has_it(bundle, exhibit):
    make_bundle(bundle, ENGLISH.replace("## 3. The winter", SPRING + "## 4. The winter"))

    again = looked_at(bundle, exhibit)
    imported(bundle, into=exhibit)

    assert changed(again) == {"The spring": "new"}
    assert row(again, "The spring").default == "take"
    assert titles_below(exhibit)[:6] == [
        "Introduction", "The bridge", "The letters", "The spring", "The winter", "Conclusion",
    ]  # fmt: skip
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_new_first_chapter_stands_first(bundle, exhibit):
    start, end = ENGLISH.index("## Introduction"), ENGLISH.index("## 1.")
    make_bundle(bundle, ENGLISH[:start] + SPRING.replace("3. ", "") + ENGLISH[end:])

    imported(bundle, into=exhibit)

    assert titles_below(exhibit)[:3] == ["The spring", "Introduction", "The bridge"]
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_chapter_that_is_not_in_the_manuscript_any_more_is_listed_and_left_alone(bundle, exhibit):
    start, end = ENGLISH.index("## 2."), ENGLISH.index("## 3.")
    make_bundle(bundle, ENGLISH[:start] + ENGLISH[end:])
    before = revisions()

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit)

    assert [page.page_title for page in again.gone] == ["The letters"]
    assert [page.title for page in outcome.gone] == ["The letters"]
    assert revisions() == before


def test_a_page_deleted_by_hand_is_new_again_and_that_is_said(bundle, exhibit):
    page_called("The letters").delete()

    again = looked_at(bundle, exhibit)
    imported(bundle, into=exhibit)

    letters = row(again, "The letters")
    assert (letters.state, letters.page_id) == ("new", None)
    assert "deleted since" in letters.remarks[0]
    assert titles_below(exhibit)[2] == "The letters"
    assert changed(looked_at(bundle, exhibit)) == {}


def test_a_split_chapter_and_a_merged_one_are_told_of(bundle, exhibit):
    half = "It stands to this day, and goods trains cross it every night."
    split = ENGLISH.replace(half, f"## 1a. The trains\n{half}").replace("## 1a.", "##")
    make_bundle(bundle, split)

    again = looked_at(bundle, exhibit)

    assert row(again, "The trains").remarks == (
        "Most of this text stands in the page “The bridge” so far.",
    )
    letters = ENGLISH[ENGLISH.index("He wrote") : ENGLISH.index("## 3.")]
    merged = ENGLISH.replace("## 2. The letters\n" + letters, "").replace(
        half, f"{half}\n\n{letters}"
    )
    make_bundle(bundle, merged)
    (gone,) = looked_at(bundle, exhibit).gone
    assert gone.remarks == ("Most of its text is now in “The bridge”.",)


def test_another_order_in_the_manuscript_is_said_and_moves_nothing(bundle, exhibit):
    second, third, end = (ENGLISH.index(mark) for mark in ("## 2.", "## 3.", "## Conclusion"))
    make_bundle(
        bundle, ENGLISH[:second] + ENGLISH[third:end] + ENGLISH[second:third] + ENGLISH[end:]
    )
    before = titles_below(exhibit)

    again = looked_at(bundle, exhibit)
    imported(bundle, into=exhibit)

    assert "another order" in again.remarks[0]
    assert titles_below(exhibit) == before


def test_chapters_that_a_curator_moved_stay_there(bundle, exhibit):
    page_called("The winter").move(page_called("The bridge"), pos="left")
    before = titles_below(exhibit)
    make_bundle(bundle, NEWER)

    imported(bundle, into=exhibit)

    assert titles_below(exhibit) == before


def test_chapters_called_like_the_pages_beside_them_find_room(bundle):
    make_bundle(
        bundle,
        ENGLISH.replace("The winter", "Questions").replace(
            "## FAQs", "## Sources\nA book, 1999.\n\n## FAQs"
        ),
    )

    exhibit = imported(bundle).exhibit

    pages = Page.objects.child_of(exhibit).values_list("slug", "draft_title")
    assert len({slug for slug, _ in pages}) == len(pages)
    assert {"Questions", "Questions and answers", "Sources"} <= {title for _, title in pages}
    assert changed(looked_at(bundle, exhibit)) == {}


# --- pages that no import wrote ---------------------------------------------------------------


def test_a_page_made_by_hand_that_differs_counts_as_changed_on_both_sides(bundle):
    exhibit = factories.make_exhibit(title="The Road Out", slug="the-road-out")
    factories.make_chapter(exhibit, title="The letters", text="Ours.")

    again = looked_at(bundle, exhibit)
    outcome = imported(bundle, into=exhibit)

    assert row(again, "The letters").state == "both_changed"
    assert "No import wrote this page" in row(again, "The letters").remarks[0]
    assert [each.page.title for each in outcome.kept] == ["The letters"]
    assert (
        ChapterPage.objects.get(title="The letters").body[0].value["text"].source == "<p>Ours.</p>"
    )


def test_what_is_empty_in_a_page_made_by_hand_is_filled(bundle):
    exhibit = factories.make_exhibit(title="The Road Out", slug="the-road-out")
    factories.make_chapter(exhibit, title="The letters", text="")

    again = looked_at(bundle, exhibit)
    imported(bundle, into=exhibit)

    assert row(again, "The letters").state == "manuscript_changed"
    assert row(again, "The Road Out").state == "manuscript_changed"
    assert "every Sunday" in words_of(latest("The letters"))
    assert latest("The Road Out").standfirst == "How an army went home."


def test_a_page_made_by_hand_that_says_the_same_is_the_same(bundle):
    exhibit = factories.make_exhibit(title="The Road Out", slug="the-road-out")
    words = "He wrote home every Sunday and never said where he was or what he had seen."
    factories.make_chapter(exhibit, title="The letters", text=words)

    assert row(looked_at(bundle, exhibit), "The letters").state == "same"


# --- languages --------------------------------------------------------------------------------


@pytest.fixture
def bilingual(tmp_path):
    return make_bundle(tmp_path, russian=RUSSIAN)


def test_each_language_is_compared_with_its_own_pages(bilingual):
    exhibit = imported(bilingual).exhibit
    edit("Письма", "ru", body=text("Переписано."))
    make_bundle(bilingual, russian=RUSSIAN.replace("в декабре", "в январе"))

    assert changed(looked_at(bilingual, exhibit)) == {}
    assert changed(looked_at(bilingual, exhibit, "ru")) == {
        "Письма": "page_changed",
        "Зима": "manuscript_changed",
    }
    outcome = imported(bilingual, into=exhibit)
    assert [page.title for page in outcome.updated] == ["Зима"]


def test_a_translation_handed_in_alone_finds_its_exhibit_by_the_original(bilingual, tmp_path):
    exhibit = imported(bilingual).exhibit
    alone = tmp_path / "manuscript.ru.md"
    alone.write_text(RUSSIAN.replace("в декабре", "в январе"), encoding="utf-8")

    outcome = imported(alone, into=exhibit)

    assert outcome.exhibit.locale.language_code == "ru"
    assert [page.title for page in outcome.updated] == ["Зима"]
    assert latest("The winter").title == "The winter"


def test_a_first_translation_handed_in_alone_is_tied_to_the_chapters_that_are_there(
    bundle, exhibit, tmp_path
):
    alone = tmp_path / "manuscript.ru.md"
    alone.write_text(RUSSIAN, encoding="utf-8")

    outcome = imported(alone, into=exhibit)

    assert outcome.exhibit.translation_key == exhibit.translation_key
    winter = page_called("The winter")
    assert page_called("Зима", "ru").translation_key == winter.translation_key
    assert page_called("Зима", "ru").slug == winter.slug


def test_chapters_without_numbers_are_tied_to_their_translations_by_place(tmp_path):
    bare = [
        each.replace("1. ", "").replace("2. ", "").replace("3. ", "") for each in (ENGLISH, RUSSIAN)
    ]

    imported(make_bundle(tmp_path, *bare))

    pairs = {("The bridge", "Мост"), ("The letters", "Письма"), ("The winter", "Зима")}
    assert {
        (english, russian)
        for english, russian in pairs
        if page_called(english).translation_key == page_called(russian, "ru").translation_key
    } == pairs


def test_the_note_above_a_second_text_is_in_the_pages_language(bilingual):
    exhibit = imported(bilingual).exhibit
    edit("Письма", "ru", body=text("Переписано."))
    make_bundle(bilingual, russian=RUSSIAN.replace("каждое воскресенье", "каждую пятницу"))
    page = page_called("Письма", "ru")

    imported(bilingual, into=exhibit, choices={page.pk: "both"})

    kinds = [block.block_type for block in latest("Письма", "ru").body]
    assert kinds == ["text", "note", "text"]


# --- all or nothing ---------------------------------------------------------------------------


def test_a_failure_forgets_what_it_would_have_remembered(bundle, exhibit, monkeypatch):
    make_bundle(bundle, NEWER.replace("What remains", "What is left"))
    save = Page.save_revision

    def fail_at_the_end(page, *args, **kwargs):
        if page.title == "Conclusion":
            raise OSError("disk full")
        return save(page, *args, **kwargs)

    monkeypatch.setattr(Page, "save_revision", fail_at_the_end)
    with pytest.raises(OSError, match="disk full"):
        imported(bundle, into=exhibit)
    monkeypatch.undo()

    assert changed(looked_at(bundle, exhibit)) == {
        "The letters": "manuscript_changed",
        "Conclusion": "manuscript_changed",
    }
