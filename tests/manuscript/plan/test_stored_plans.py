"""A plan outlives the page it was made on; one that does not fit the manuscript is refused."""

import pytest

from cms.importer.plan import (
    PlanProblem,
    applied,
    first_plan,
    material_of,
    merged_with_previous,
    pieces_of,
    plan_from_json,
    plan_to_json,
    refitted,
    renamed,
    without_media,
)
from tests.manuscript.plan.manuscripts import ROAD, road

OUTLINE = road()
PIECES = pieces_of(OUTLINE)
PLAN = first_plan(OUTLINE)


def stored(**changes):
    return plan_to_json(PLAN) | changes


def parts_with(change):
    parts = plan_to_json(PLAN)["parts"]
    change(parts)
    return parts


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"parts": [{"id": "a"}]}, "cannot be read any more"),
        (stored(parts=parts_with(lambda parts: parts.pop())), "pieces are missing"),
        (stored(parts=parts_with(lambda parts: parts.append(parts[0]))), "stand twice"),
        (
            stored(parts=parts_with(lambda parts: parts[0]["pieces"].append("stranger"))),
            "1 are not in it",
        ),
        (
            stored(parts=parts_with(lambda parts: parts[1].update(kind="introduction"))),
            "one introduction and one conclusion at most",
        ),
        (stored(parts=parts_with(lambda parts: parts[1].update(kind="x"))), "is no exhibit"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused(data, sentence):
    with pytest.raises(PlanProblem, match=sentence):
        plan_from_json(data, PIECES)


def test_a_plan_stays_when_the_document_says_a_little_more():
    """Such as a picture, once its file was added."""
    bridge = next(part for part in PLAN.parts if part.title == "The bridge")
    plan = renamed(PLAN, bridge.id, "Across")
    newer = road(ROAD.replace("The streets were full.[^b]", "Birds.\n\nThe streets were full.[^b]"))

    fitted = refitted(plan, material_of(newer))

    assert applied(fitted, newer).chapters[0].title == "Across"
    assert "<p>Birds.</p>\n<p>The streets" in applied(fitted, newer).chapters[1].html


def test_a_plan_stays_when_a_piece_is_gone():
    plan = merged_with_previous(PLAN, PIECES, PLAN.parts[2].id)
    newer = road(ROAD.replace("They crossed the river.[^a]\n", ""))

    fitted = refitted(plan, material_of(newer))

    assert "The city" in applied(fitted, newer).chapters[0].html
    assert "crossed" not in applied(fitted, newer).chapters[0].html


def test_a_document_that_divides_otherwise_is_arranged_anew_under_its_title():
    plan = renamed(PLAN, PLAN.parts[1].id, "Across")
    newer = road(ROAD.replace("## 2. The city", "## 2. Another city"))

    fitted = refitted(plan, material_of(newer))

    assert fitted == first_plan(newer)


def test_missing_pictures_are_left_out_and_their_captions_kept():
    outline = without_media(OUTLINE, {"images/bridge.png"})

    bridge = outline.chapters[0]
    assert len(bridge.blocks) == 1
    assert "<p>The bridge in May.</p>" in bridge.blocks[0].html
    assert outline.media_files == ()
    assert without_media(OUTLINE, set()) is OUTLINE


def test_of_a_gallery_the_pictures_that_are_there_stay():
    text = (
        "# A\n\n## 1. One\nWords.\n\n::: gallery\ntitle: Two\nimage: images/a.png\n"
        "image: images/b.png\n:::\n\n::: audio\nfile: sounds/c.mp3\ncaption: Engines\n:::\n"
    )
    outline = road(text)

    some = without_media(outline, {"images/a.png", "sounds/c.mp3"}).chapters[0].blocks
    none = without_media(outline, {"images/a.png", "images/b.png"}).chapters[0].blocks

    assert some[1].sources == ("images/b.png",)
    assert some[2].html == "<p>Engines</p>"
    assert none[0].html == "<p>Words.</p>\n<p>Two</p>"
