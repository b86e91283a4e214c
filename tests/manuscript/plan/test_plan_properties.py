"""Whatever a curator does to a plan, in whatever order, nothing of the manuscript is lost."""

import re
from collections import Counter
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.importer.manuscript.blocks import TextBlock
from cms.importer.manuscript.outline import Outline
from cms.importer.plan import (
    KINDS,
    Plan,
    PlanProblem,
    applied,
    check_plan,
    first_plan,
    material_of,
    merged_with_previous,
    moved,
    moved_by,
    pieces_of,
    plan_from_json,
    plan_to_json,
    renamed,
    retyped,
    split,
)
from exhibit.citations import marker_problem
from tests.manuscript.plan.manuscripts import outlines

_MARK = re.compile(r"mark\d+(?:mark|alt)")
_SUP = re.compile(r"<sup>\[(\d+)\]</sup>")
thorough = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def arranged_somehow(data, outline: Outline) -> Plan:
    """Carry out a random row of orders; those that are refused change nothing."""
    plan, pieces = first_plan(outline), pieces_of(outline)
    for _ in range(data.draw(st.integers(1, 12))):
        with suppress(PlanProblem):
            plan = _one_order(data.draw, plan, pieces)
    return plan


def _one_order(draw, plan: Plan, pieces) -> Plan:
    part = draw(st.sampled_from(plan.parts))
    title = draw(st.sampled_from(["", "A title", "<b>Another</b> & more"]))
    match draw(st.sampled_from(["rename", "retype", "move", "step", "merge", "split"])):
        case "rename":
            return renamed(plan, part.id, title)
        case "retype":
            return retyped(plan, part.id, draw(st.sampled_from(KINDS)))
        case "move":
            return moved(plan, part.id, before=draw(st.sampled_from(plan.parts)).id)
        case "step":
            return moved_by(plan, part.id, draw(st.integers(-3, 3)))
        case "merge":
            return merged_with_previous(plan, pieces, part.id)
    piece = draw(st.sampled_from(part.pieces)) if part.pieces else ""
    return split(plan, pieces, part.id, piece, title)


def everything_in(outline: Outline) -> str:
    sections = [outline.introduction, *outline.chapters, outline.conclusion]
    kept = [str(section.blocks) + section.standfirst for section in sections if section]
    kept += [section.title for section in sections if section]
    kept += [faq.question + str(faq.blocks) for faq in outline.faqs]
    return "\n".join(kept)


@thorough
@given(outlines(), st.data())
def test_every_piece_stands_once_in_a_part_or_is_dropped(outline, data):
    plan = arranged_somehow(data, outline)

    check_plan(plan, pieces_of(outline))


@thorough
@given(outlines(), st.data())
def test_every_paragraph_is_written_once_unless_it_was_dropped(outline, data):
    plan = arranged_somehow(data, outline)
    pieces = pieces_of(outline)
    dropped = {
        mark
        for part in plan.parts
        if part.kind == "dropped"
        for name in (*part.pieces, part.heading)
        if name in pieces
        for mark in _MARK.findall(pieces[name].html)
    }

    before = Counter(_MARK.findall(everything_in(outline)))
    after = Counter(_MARK.findall(everything_in(applied(plan, outline))))

    renamed_away = set(before) - set(after) - dropped
    titles = [piece.html for piece in pieces.values() if piece.kind == "heading"]
    titles += [section.title for section in material_of(outline).sections]
    assert renamed_away <= set(_MARK.findall(" ".join(titles))), "only titles can be renamed away"
    assert all(after[mark] == before[mark] for mark in set(before) - dropped - renamed_away)


@thorough
@given(outlines())
def test_a_plan_that_was_not_changed_changes_nothing(outline):
    assert applied(first_plan(outline), outline) == outline


@thorough
@given(outlines(), st.data())
def test_each_text_has_the_notes_it_marks_and_no_other(outline, data):
    arranged = applied(arranged_somehow(data, outline), outline)

    for section in [arranged.introduction, *arranged.chapters, arranged.conclusion, *arranged.faqs]:
        for block in section.blocks if section else ():
            if isinstance(block, TextBlock) and block.notes:
                assert marker_problem(block.html, len(block.notes)) == ""


@thorough
@given(outlines(), st.data())
def test_each_paragraph_keeps_the_note_that_it_cites(outline, data):
    plan = arranged_somehow(data, outline)

    before, after = cited_by_mark(outline), cited_by_mark(applied(plan, outline))

    assert {mark: after[mark] for mark in after} == {mark: before[mark] for mark in after}


def cited_by_mark(outline: Outline) -> dict[str, set[str]]:
    """Return the sources that the paragraph of each mark cites right after it."""
    found = {}
    for section in [outline.introduction, *outline.chapters, outline.conclusion, *outline.faqs]:
        for block in section.blocks if section else ():
            if not isinstance(block, TextBlock):
                continue
            for mark, marker in re.findall(r"(mark\d+mark)\.\[(\d)\]", block.html):
                if block.notes:
                    found[mark] = {block.notes[int(marker) - 1].source_key}
    return found


@thorough
@given(outlines(), st.data())
def test_notes_are_numbered_by_their_first_citation(outline, data):
    arranged = applied(arranged_somehow(data, outline), outline)
    sections = [arranged.introduction, *arranged.chapters, arranged.conclusion]
    html = "".join(section.html for section in sections if section)
    html += "".join(faq.answer_html for faq in arranged.faqs)

    order = list(dict.fromkeys(int(number) for number in _SUP.findall(html)))

    assert order == list(range(1, len(order) + 1))
    assert [note.number for note in arranged.footnotes] == list(
        range(1, len(outline.footnotes) + 1)
    )


@thorough
@given(outlines(), st.data())
def test_no_two_pages_have_the_same_address(outline, data):
    arranged = applied(arranged_somehow(data, outline), outline)

    sections = [arranged.introduction, *arranged.chapters, arranged.conclusion]
    slugs = [section.slug for section in sections if section]
    assert len(set(slugs)) == len(slugs)
    assert all(slugs)


@thorough
@given(outlines(), st.data())
def test_pictures_of_kept_parts_are_all_asked_for(outline, data):
    plan = arranged_somehow(data, outline)
    pieces = pieces_of(outline)
    kept = [part for part in plan.parts if part.kind != "dropped"]

    wanted = Counter(
        path
        for part in kept
        for name in part.pieces
        if name in pieces
        for path in pieces[name].media
    )

    assert Counter(path for path, _title in applied(plan, outline).media_files) == wanted


@thorough
@given(outlines(), st.data())
def test_a_stored_plan_comes_back_as_it_was(outline, data):
    plan = arranged_somehow(data, outline)

    assert plan_from_json(plan_to_json(plan), pieces_of(outline)) == plan


@thorough
@given(outlines(), st.data())
def test_splitting_and_merging_again_restores_the_text(outline, data):
    pieces = pieces_of(outline)
    plan = first_plan(outline)
    part = data.draw(st.sampled_from(plan.parts))
    headings = [name for name in part.pieces if pieces[name].kind == "heading"]
    for heading in headings[1:]:
        divided = split(plan, pieces, part.id, heading)
        again = merged_with_previous(divided, pieces, f"at-{heading}")
        assert again.part(part.id).pieces == part.pieces
        if part.kind != "conclusion":
            assert applied(again, outline) == outline


@thorough
@given(outlines())
def test_cutting_up_and_joining_gives_what_was_read(outline):
    """Every part is made anew: a word is changed in its title, and changed back in what is made."""
    plan = first_plan(outline)
    for part in plan.parts:
        plan = renamed(plan, part.id, f"{part.title}!")

    made = applied(plan, outline)

    for before, after in zip(
        [outline.introduction, *outline.chapters, outline.conclusion],
        [made.introduction, *made.chapters, made.conclusion],
        strict=True,
    ):
        assert (before and before.blocks) == (after and after.blocks)
        assert (before and before.html) == (after and after.html)
    assert [faq.blocks for faq in outline.faqs] == [faq.blocks for faq in made.faqs]
    assert material_of(made).pieces.keys() >= {
        piece.id for piece in pieces_of(outline).values() if piece.kind == "text"
    }
