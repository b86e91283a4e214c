"""An import that waits is looked at, arranged and found again as it was left."""

import pytest

from cms.importer.facts import BundleProblem
from cms.importer.handed_in import HandedIn
from cms.importer.manuscript.outline import FaqOutline, Outline
from cms.importer.manuscript.page_cards import ExportedPage, PageCard
from cms.importer.models import PendingImport
from cms.importer.pending import (
    Outdated,
    keep_exhibit,
    keep_language,
    keep_leaving_out,
    keep_plan,
    may_import,
    pieces_of,
    plan_of,
    review_of,
)
from cms.importer.plan import entitled, material_of, merged_with_previous, renamed, retyped
from cms.importer.reasons import reasons_against
from cms.roles.setting_up import ensure_roles
from exhibit.models import ExhibitPage
from tests import factories
from tests.importer.handing_in import MANUSCRIPT, bridge, handed_in, part_of, upload, zipped

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def imports(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path / "imports"
    return settings.IMPORTS_ROOT


def arranged(pending, change) -> PendingImport:
    keep_plan(pending, "", change(plan_of(pending)), version=pending.version)
    return PendingImport.objects.get(pk=pending.pk)


def test_the_review_shows_the_parts_as_they_will_be():
    review = review_of(handed_in())

    assert review.title == "The Road Out"
    assert [(part.kind, part.title, part.number) for part in review.parts] == [
        ("introduction", "Introduction", None),
        ("chapter", "The bridge", 1),
        ("chapter", "The end", 2),
        ("question", "Why leave?", None),
    ]
    assert [part.title for part in review.questions] == ["Why leave?"]
    chapter = part_of(review, "The bridge")
    assert chapter.first_words.startswith("One sentence. They crossed")
    assert [piece.kind for piece in chapter.pieces] == [
        "standfirst", "text", "picture", "heading", "text",
    ]  # fmt: skip
    assert chapter.pictures[0].alt == "A bridge over a river."
    assert [piece.can_split for piece in chapter.pieces[:2]] == [False, True]
    assert [part.can_merge for part in review.parts] == [False, True, True, True]
    assert review.can_accept


def test_warnings_stand_at_the_part_they_speak_of():
    text = MANUSCRIPT.replace("![A bridge over a river.]", "![]") + "\nQ2: Who stayed?\n"

    review = review_of(handed_in(upload("road.md", text), bridge()))

    assert any("no alternative text" in said for said in part_of(review, "The bridge").warnings)
    assert any("has no answer" in said for said in part_of(review, "Who stayed?").warnings)
    assert part_of(review, "The end").warnings == ()


def test_a_question_with_a_picture_says_what_will_not_be_shown():
    pending = handed_in()
    bridge_id = part_of(review_of(pending), "The bridge").id

    pending = arranged(pending, lambda plan: retyped(plan, bridge_id, "question"))

    (said,) = part_of(review_of(pending), "The bridge").warnings
    assert said.startswith("An answer holds words alone")


def test_what_was_arranged_is_there_when_the_curator_comes_back():
    pending = handed_in()
    ids = {part.title: part.id for part in review_of(pending).parts}

    pending = arranged(pending, lambda plan: renamed(plan, ids["The end"], "Home"))
    pending = arranged(
        pending, lambda plan: merged_with_previous(plan, pieces_of(pending), ids["The bridge"])
    )

    review = review_of(PendingImport.objects.get(pk=pending.pk))
    assert [part.title for part in review.parts] == ["Introduction", "Home", "Why leave?"]
    assert part_of(review, "Introduction").pieces[1].words == "The bridge"


def test_a_page_older_than_the_import_changes_nothing():
    pending = handed_in()
    older = pending.version
    arranged(pending, lambda plan: entitled(plan, "Home"))

    for late in (
        lambda: keep_plan(pending, "", plan_of(pending), version=older),
        lambda: keep_leaving_out(pending, True, version=older),
        lambda: keep_language(pending, "ru", version=older),
        lambda: keep_exhibit(pending, None, version=older),
    ):
        with pytest.raises(Outdated, match="Somebody has changed, accepted or discarded this"):
            late()

    kept = PendingImport.objects.get(pk=pending.pk)
    assert (kept.language, kept.leave_out_missing) == ("", False)
    assert review_of(kept).title == "Home"


def test_a_plan_that_does_not_fit_is_refused():
    pending = handed_in()
    other = plan_of(handed_in(upload("other.md", "# A\n\n## 1. B\nWords.\n")))

    with pytest.raises(BundleProblem, match="does not fit the manuscript"):
        keep_plan(pending, "", other, version=pending.version)


def test_a_stored_plan_that_cannot_be_read_is_begun_anew():
    pending = handed_in()
    PendingImport.objects.update(plans={"en": {"parts": "nonsense"}})

    assert review_of(PendingImport.objects.get(pk=pending.pk)).title == "The Road Out"


def test_a_document_without_a_title_asks_for_one():
    pending = handed_in(upload("road.md", "## 1. The bridge\nThey crossed.\n"))
    review = review_of(pending)
    assert review.asks_for_title
    assert review.reasons == ("Give the exhibit a title.",)

    pending = arranged(pending, lambda plan: entitled(plan, "The Road Out"))

    assert review_of(pending).can_accept


def test_each_language_of_a_bundle_needs_its_title():
    untitled = "## 1. Мост\nОни перешли реку.\n"
    pending = handed_in(
        zipped({"manuscript.md": "# A\n\n## 1. B\nWords.\n", "manuscript.ru.md": untitled})
    )

    (reason,) = review_of(pending).reasons
    assert reason == "Give the exhibit a title in this language too: Русский."


def test_the_language_is_read_and_can_be_corrected_keeping_what_was_arranged():
    pending = handed_in()
    end = part_of(review_of(pending), "The end").id
    pending = arranged(pending, lambda plan: renamed(plan, end, "Home"))
    assert review_of(pending).language == "en"

    keep_language(pending, "ru", version=pending.version)

    review = review_of(PendingImport.objects.get(pk=pending.pk))
    assert review.language == "ru"
    assert [part.title for part in review.chapters][-1] == "Home"


def test_persian_words_are_taken_for_the_sites_persian():
    text = "# راه بیرون\n\n## ۱. پل\nآنان از دریا گذشتند و به خانه رفتند.\n"

    review = review_of(handed_in(upload("road.md", text)))

    assert (review.language, review.direction) == ("fa-af", "rtl")


def test_a_language_that_the_site_does_not_have_is_asked_for():
    pending = handed_in(upload("road.he.md"), bridge())
    review = review_of(pending)
    assert review.asks_for_language
    assert "Say which of the site’s languages the manuscript is in." in review.reasons

    keep_language(pending, "en", version=pending.version)

    assert review_of(pending).can_accept
    with pytest.raises(BundleProblem, match="“he”, which this site does not have"):
        keep_language(pending, "he", version=pending.version)


def test_an_exhibit_of_the_same_name_is_in_the_way_of_a_new_one():
    factories.make_exhibit(title="The Road Out", slug="the-road-out")
    pending = handed_in()
    (reason,) = review_of(pending).reasons
    assert "There is an exhibit at the address “the-road-out” already" in reason

    keep_exhibit(pending, ExhibitPage.objects.get(), version=pending.version)

    assert review_of(pending).can_accept


def test_nothing_at_all_is_not_accepted():
    pending = handed_in()
    for part in review_of(pending).parts:
        pending = arranged(pending, lambda plan, id=part.id: retyped(plan, id, "dropped"))

    assert review_of(pending).reasons == ("Everything is left out. Take at least one part back.",)


def test_a_title_too_long_for_a_page_is_said_before_accepting():
    pending = handed_in(upload("road.md", f"# A\n\n## 1. {'Long ' * 60}\nWords.\n"))

    (reason,) = review_of(pending).reasons
    assert "has 299 letters, and 255 fit. Shorten it." in reason


def test_a_chapters_title_may_be_too_long_for_a_question():
    pending = handed_in(upload("road.md", f"# A\n\n## 1. B\nWords.\n\n## 2. {'x' * 250}\nYes.\n"))
    long = review_of(pending).parts[1].id

    pending = arranged(pending, lambda plan: retyped(plan, long, "question"))

    (reason,) = review_of(pending).reasons
    assert "has 250 letters, and 240 fit. Shorten it." in reason


def test_an_exhibit_exported_without_questions_has_no_page_for_one():
    page = ExportedPage("The Road Out", PageCard("exhibit", "road"))
    outline = Outline(title="The Road Out", faqs=(FaqOutline("Why?", ""),), pages=(page,))
    read = HandedIn({"en": material_of(outline)}, {}, frozenset(), is_single=True)

    (reason,) = reasons_against(PendingImport(), read, {"en": outline})

    assert reason.startswith("“Why?” is a question now, but this exhibit was exported without")


def test_a_review_beside_an_exhibit_says_what_is_there():
    exhibit = factories.make_exhibit(title="The Road Out")
    factories.make_chapter(exhibit, title="The bridge", slug="the-bridge", text="They waited.")

    review = review_of(handed_in(into=exhibit))

    assert part_of(review, "The bridge").comparison.state == "both_changed"
    assert part_of(review, "The end").comparison.state == "new"
    assert review.again is not None


@pytest.mark.parametrize(
    ("role", "may"),
    [("Curators", True), ("Editors", True), ("Registrars", False), ("Kiosk attendants", False)],
)
def test_who_writes_pages_may_import(role, may):
    ensure_roles()
    exhibit = factories.make_exhibit()
    user = factories.make_user(role)

    assert may_import(user) is may
    assert may_import(user, exhibit) is may


def test_a_stranger_may_not_import(django_user_model):
    nobody = django_user_model.objects.create_user("nobody", is_active=False, is_superuser=True)

    assert not may_import(nobody)
    assert not may_import(nobody, factories.make_exhibit())
