"""Warnings about a Word document stand at the part that they speak of."""

from cms.importer.plan import material_of, plan_of
from cms.importer.warning_places import PlacedWarnings
from tests.manuscript.documents.outlines import outline_of


def warnings_by_title(name):
    material = material_of(outline_of(name))
    plan = plan_of(material)
    placed = PlacedWarnings(material, plan)
    return {part.title: placed.of(part) for part in plan.parts}, placed.elsewhere


def test_a_warning_about_a_paragraph_stands_at_the_chapter_it_is_in():
    at, _ = warnings_by_title("keepers.docx")
    assert any("no alternative text" in said for said in at["One light from another"])
    assert any("has the number of" in said for said in at["The keeper’s day"])
    assert any("there is no chapter 9" in said for said in at["THE VOICE IN THE FOG"])


def test_a_question_without_an_answer_is_told_at_the_question():
    at, _ = warnings_by_title("keepers.docx")
    assert any("has no answer" in said for said in at[
        "Is there any lighthouse in which keepers still live?"
    ])  # fmt: skip


def test_what_is_amiss_below_the_sources_is_not_told_at_the_last_question():
    at, elsewhere = warnings_by_title("keepers.docx")
    assert at["May I visit one?"] == []
    assert "unsafe_link_removed" in {warning.code for warning in elsewhere}


def test_what_is_amiss_with_the_contents_list_belongs_to_no_part():
    _, elsewhere = warnings_by_title("keepers.docx")
    assert {warning.code for warning in elsewhere} >= {
        "toc_entry_without_section",
        "toc_title_differs",
    }
