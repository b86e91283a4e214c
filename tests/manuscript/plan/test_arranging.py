"""What a curator arranges on the review screen, and what cannot be arranged."""

import pytest

from cms.importer.manuscript.blocks import FigureBlock, TextBlock
from cms.importer.plan import (
    LONGEST_TITLE,
    Plan,
    PlanProblem,
    applied,
    entitled,
    first_plan,
    merged_with_previous,
    moved,
    moved_by,
    pieces_of,
    renamed,
    retyped,
    split,
)
from tests.manuscript.plan.manuscripts import ROAD, road

OUTLINE = road()
PIECES = pieces_of(OUTLINE)
PLAN = first_plan(OUTLINE)


def part(title: str, plan: Plan = PLAN):
    return next(part for part in plan.parts if part.title == title)


def piece(words: str) -> str:
    return next(name for name, piece in PIECES.items() if words in piece.words)


def titles(plan: Plan) -> list[str]:
    return [part.title for part in plan.parts]


def words_of(section) -> str:
    return " ".join(block.html for block in section.blocks if isinstance(block, TextBlock))


def test_the_first_plan_is_what_was_read():
    assert [(part.kind, part.title) for part in PLAN.parts] == [
        ("introduction", "Introduction"),
        ("chapter", "The bridge"),
        ("chapter", "The city"),
        ("chapter", "The end"),
        ("conclusion", "Conclusion"),
        ("question", "Why leave?"),
        ("question", "Who stayed?"),
    ]
    assert PLAN.title == "The Road Out"


def test_the_same_document_gives_the_same_ids_again():
    assert first_plan(road()) == PLAN


def test_a_title_is_cleaned_of_line_ends_and_marks_of_direction():
    plan = renamed(PLAN, part("The city").id, "  The \u202eold\u202c\n city\x07 ")

    assert titles(plan)[2] == "The old city"


def test_a_renamed_chapter_gets_the_address_of_its_new_name():
    outline = applied(renamed(PLAN, part("The city").id, "A town"), OUTLINE)

    assert [chapter.slug for chapter in outline.chapters] == ["the-bridge", "a-town", "the-end"]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (" \u202e ", "A part needs a title: write at least one word."),
        ("x" * (LONGEST_TITLE + 1), "has 256 letters, and 255 fit"),
    ],
)
def test_a_title_that_is_none_is_refused(title, sentence):
    with pytest.raises(PlanProblem, match=sentence):
        renamed(PLAN, part("The city").id, title)


def test_the_exhibit_gets_its_title():
    assert applied(entitled(PLAN, "Home"), OUTLINE).title == "Home"
    with pytest.raises(PlanProblem, match="The exhibit needs a title: write at least one word."):
        entitled(PLAN, " ")


def test_a_second_introduction_is_refused_with_a_way_out():
    with pytest.raises(PlanProblem, match="“Introduction” is the introduction already.*merge"):
        retyped(PLAN, part("The city").id, "introduction")


def test_a_second_conclusion_is_refused_with_a_way_out():
    with pytest.raises(PlanProblem, match="“Conclusion” is the conclusion already"):
        retyped(PLAN, part("The city").id, "conclusion")


def test_a_kind_that_an_exhibit_does_not_have_is_refused():
    with pytest.raises(PlanProblem, match="There is no “appendage” in an exhibit"):
        retyped(PLAN, part("The city").id, "appendage")


def test_a_chapter_becomes_a_question_and_its_text_the_answer():
    outline = applied(retyped(PLAN, part("The bridge").id, "question"), OUTLINE)

    question = next(faq for faq in outline.faqs if faq.question == "The bridge")
    assert "They crossed the river.[1]" in words_of(question)
    assert "<em>One sentence.</em>" in words_of(question)
    assert question.blocks[0].notes[0].source_key == "grau2007"
    assert [chapter.title for chapter in outline.chapters] == ["The city", "The end"]


def test_a_question_becomes_a_chapter():
    outline = applied(retyped(PLAN, part("Why leave?").id, "chapter"), OUTLINE)

    chapter = outline.chapters[-1]
    assert (chapter.title, chapter.slug) == ("Why leave?", "why-leave")
    assert "Because it was over.[1]" in words_of(chapter)
    assert "<p>See chapter 3.</p>" in words_of(chapter)


def test_a_question_that_is_only_renamed_still_points_at_its_chapter():
    outline = applied(renamed(PLAN, part("Why leave?").id, "Why did they leave?"), OUTLINE)

    assert outline.faqs[0].see_chapter == 3
    assert "See chapter" not in words_of(outline.faqs[0])


def test_a_dropped_part_is_left_out_and_can_be_taken_back():
    dropped = retyped(PLAN, part("The city").id, "dropped")

    assert "streets" not in str(applied(dropped, OUTLINE).chapters)
    assert applied(retyped(dropped, part("The city").id, "chapter"), OUTLINE) == OUTLINE


def test_a_picture_of_a_dropped_part_is_not_asked_for():
    dropped = retyped(PLAN, part("The bridge").id, "dropped")

    assert OUTLINE.media_files
    assert applied(dropped, OUTLINE).media_files == ()
    assert applied(dropped, OUTLINE).images == ()


def test_parts_change_places_within_their_kind():
    plan = moved(PLAN, part("The end").id, before=part("The bridge").id)
    assert titles(plan)[1:4] == ["The end", "The bridge", "The city"]

    assert titles(moved_by(PLAN, part("The bridge").id, 1))[1:3] == ["The city", "The bridge"]
    assert titles(moved_by(PLAN, part("The bridge").id, -99)) == titles(PLAN)


def test_the_introduction_stays_first_and_questions_last():
    plan = moved(PLAN, part("Introduction").id)
    plan = moved(plan, part("Who stayed?").id, before=part("The bridge").id)

    assert titles(plan)[0] == "Introduction"
    assert titles(plan)[-2:] == ["Who stayed?", "Why leave?"]


def test_notes_are_numbered_anew_when_chapters_change_places():
    outline = applied(moved(PLAN, part("The end").id, before=part("The bridge").id), OUTLINE)

    assert "left.<sup>[1]</sup>" in outline.chapters[0].html
    assert [note.key for note in outline.footnotes] == ["c", "a", "b"]
    assert outline.footnotes[0].chapter == "The end"


def test_a_merged_chapter_keeps_its_title_as_a_sub_heading():
    outline = applied(merged_with_previous(PLAN, PIECES, part("The city").id), OUTLINE)

    bridge = outline.chapters[0]
    assert "<h3>The city</h3>\n<p>The streets were full." in words_of(bridge)
    assert [chapter.title for chapter in outline.chapters] == ["The bridge", "The end"]


def test_the_same_note_is_numbered_once_where_texts_are_joined():
    outline = applied(merged_with_previous(PLAN, PIECES, part("The city").id), OUTLINE)

    after_picture = outline.chapters[0].blocks[2]
    assert [note.key for note in after_picture.notes] == ["b"]
    assert after_picture.html.count("[1]") == 2


def test_a_bracketed_number_that_is_words_never_becomes_a_note():
    outline = applied(merged_with_previous(PLAN, PIECES, part("The city").id), OUTLINE)

    assert "read [\u20601] on a board" in words_of(outline.chapters[0])
    assert "read [1] on a board" in outline.chapters[0].html


def test_facts_go_with_the_text_they_stand_in():
    outline = applied(merged_with_previous(PLAN, PIECES, part("The bridge").id), OUTLINE)

    assert outline.introduction.facts.places == ("termez",)


def test_a_standfirst_stays_in_the_text_of_the_chapter_it_is_merged_into():
    outline = applied(merged_with_previous(PLAN, PIECES, part("The bridge").id), OUTLINE)

    assert outline.introduction.standfirst == ""
    assert "<h3>The bridge</h3>\n<p><em>One sentence.</em></p>" in words_of(outline.introduction)


def test_links_follow_a_chapter_that_was_merged():
    outline = applied(merged_with_previous(PLAN, PIECES, part("The end").id), OUTLINE)

    assert '<a href="#2">the end</a>' in words_of(outline.introduction)
    assert outline.faqs[0].see_chapter == 2


def test_links_follow_a_chapter_that_became_a_question():
    outline = applied(retyped(PLAN, part("The end").id, "question"), OUTLINE)

    assert '<a href="#faq">the end</a>' in words_of(outline.introduction)
    assert outline.faqs[1].see_chapter is None


def test_links_follow_a_chapter_without_a_number_to_its_new_address():
    text = "# A\n\n## One place\nSee [it](#other-place).\n\n## Other place\nWords.\n"
    outline = road(text)
    plan = first_plan(outline)

    changed = applied(renamed(plan, part("Other place", plan).id, "Elsewhere"), outline)

    assert 'href="#elsewhere"' in words_of(changed.chapters[0])


def test_the_first_part_has_none_to_merge_with():
    with pytest.raises(PlanProblem, match="“Introduction” is the first part: there is none to"):
        merged_with_previous(PLAN, PIECES, part("Introduction").id)


def test_what_is_left_out_is_passed_over_when_merging_and_not_merged_itself():
    dropped = retyped(PLAN, part("The city").id, "dropped")

    merged = merged_with_previous(dropped, PIECES, part("The end").id)

    assert "The end" not in titles(merged)
    assert part("The city", merged).pieces == part("The city").pieces
    assert len(part("The bridge", merged).pieces) > len(part("The bridge").pieces)
    with pytest.raises(PlanProblem, match="“The city” is left out. Take it back before merging"):
        merged_with_previous(dropped, PIECES, part("The city").id)


def test_a_split_at_a_sub_heading_takes_it_as_the_new_title():
    outline = applied(split(PLAN, PIECES, part("The bridge").id, piece("far bank")), OUTLINE)

    assert [chapter.title for chapter in outline.chapters[:2]] == ["The bridge", "The far bank"]
    assert "far bank" not in words_of(outline.chapters[1])
    assert outline.chapters[1].blocks[0].html.startswith("<p>Nobody spoke.[1]")
    assert outline.chapters[1].blocks[0].notes[0].remark == "A remark."


def test_a_split_elsewhere_needs_a_title():
    where = piece("The bridge in May.")
    with pytest.raises(PlanProblem, match="The new part needs a title"):
        split(PLAN, PIECES, part("The bridge").id, where)

    outline = applied(split(PLAN, PIECES, part("The bridge").id, where, "In May"), OUTLINE)
    assert isinstance(outline.chapters[1].blocks[0], FigureBlock)
    assert outline.chapters[1].title == "In May"


def test_a_part_is_not_split_where_it_begins():
    with pytest.raises(PlanProblem, match="“The city” begins here already. Split it further down."):
        split(PLAN, PIECES, part("The city").id, piece("The streets were full"), "Streets")


def test_a_split_and_a_merge_later_the_text_is_as_it_was():
    divided = split(PLAN, PIECES, part("The bridge").id, piece("far bank"))

    together = merged_with_previous(divided, PIECES, part("The far bank", divided).id)

    assert applied(together, OUTLINE) == OUTLINE


def test_a_renamed_part_that_is_merged_keeps_its_new_name_as_a_sub_heading():
    divided = split(PLAN, PIECES, part("The bridge").id, piece("far bank"))
    named = renamed(divided, part("The far bank", divided).id, "Beyond & after")

    outline = applied(
        merged_with_previous(named, PIECES, part("Beyond & after", named).id), OUTLINE
    )

    assert "<h3>Beyond &amp; after</h3>" in words_of(outline.chapters[0])
    assert "far bank" not in words_of(outline.chapters[0])


def test_a_merged_chapter_can_be_split_off_again_with_all_that_it_had():
    merged = merged_with_previous(PLAN, PIECES, part("The city").id)
    heading = next(iter(merged.headings))

    again = split(merged, PIECES, part("The bridge").id, heading)

    assert applied(again, OUTLINE).chapters == OUTLINE.chapters


def test_the_second_half_of_a_split_conclusion_is_the_conclusion():
    outline = road(ROAD.replace("What remains.", "What remains.\n\n### Thanks\nTo all."))
    plan, pieces = first_plan(outline), pieces_of(outline)
    heading = next(name for name, piece in pieces.items() if piece.words == "Thanks")

    divided = split(plan, pieces, part("Conclusion", plan).id, heading)

    assert [(each.kind, each.title) for each in divided.parts[4:6]] == [
        ("chapter", "Conclusion"),
        ("conclusion", "Thanks"),
    ]


def test_the_note_of_a_sub_heading_stays_when_it_becomes_a_title():
    outline = road(ROAD.replace("### The far bank", "### The far bank[^c]"))
    plan, pieces = first_plan(outline), pieces_of(outline)
    heading = next(name for name, piece in pieces.items() if piece.kind == "heading")

    made = applied(split(plan, pieces, part("The bridge", plan).id, heading), outline).chapters[1]

    assert made.title == "The far bank"
    assert made.blocks[0].html.startswith("<p>Nobody spoke.[1]")
    assert [note.source_key for note in made.blocks[0].notes] == [None, "one", "two"]


def test_a_new_chapter_skips_no_level_of_heading():
    text = (
        "# A\n\n## 1. One\nWords.\n\n### Two\nWords.\n\n#### Three\nWords.\n\n## 2. End\nWords.\n"
    )
    outline = road(text)
    plan, pieces = first_plan(outline), pieces_of(outline)
    two = next(name for name, piece in pieces.items() if piece.words == "Two")

    made = applied(split(plan, pieces, part("One", plan).id, two), outline)

    assert "<h3>Three</h3>" in words_of(made.chapters[1])


def test_a_page_older_than_the_plan_is_answered_with_a_sentence():
    merged = merged_with_previous(PLAN, PIECES, part("The city").id)

    with pytest.raises(PlanProblem, match="not there any more: it was merged"):
        renamed(merged, part("The city").id, "A town")
    with pytest.raises(PlanProblem, match="The place to split at is not in this part any more"):
        split(merged, PIECES, part("The end").id, piece("The streets were full"), "Streets")
