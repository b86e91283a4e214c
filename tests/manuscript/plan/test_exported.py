"""A manuscript that says itself what its pages are can be arranged like any other."""

from cms.importer.manuscript.blocks import FigureBlock, TextBlock
from cms.importer.manuscript.outline import ChapterOutline, Outline
from cms.importer.manuscript.page_cards import ExportedPage, PageCard
from cms.importer.plan import (
    applied,
    first_plan,
    merged_with_previous,
    pieces_of,
    renamed,
    retyped,
)


def section(title: str, slug: str, is_the: str = "chapter", **card: str) -> ChapterOutline:
    return ChapterOutline(
        title,
        slug,
        f"<p>{title}.</p>",
        kind=is_the,
        standfirst=card.get("standfirst", ""),
        blocks=(TextBlock(f"<p>{title}.</p>"),),
        card=PageCard(slug=slug, **card),
    )


OUTLINE = Outline(
    title="The Road Out",
    introduction=section("Before", "prologue", "introduction", kind="introduction"),
    chapters=(
        section(
            "The bridge", "crossing", standfirst="In May.", picture="images/a.png", alt="A bridge"
        ),
        section("The end", "end"),
    ),
    media_files=(("images/a.png", "The bridge"),),
    pages=(ExportedPage("The Road Out", PageCard("exhibit", "road")),),
)
PIECES = pieces_of(OUTLINE)
PLAN = first_plan(OUTLINE)
BEFORE, BRIDGE, END = (part.id for part in PLAN.parts)


def test_a_renamed_chapter_keeps_its_address_and_its_card():
    changed = applied(renamed(PLAN, BRIDGE, "Across"), OUTLINE).chapters[0]

    assert (changed.title, changed.slug) == ("Across", "crossing")
    assert changed.card == OUTLINE.chapters[0].card
    assert changed.blocks == OUTLINE.chapters[0].blocks
    assert applied(renamed(PLAN, BRIDGE, "Across"), OUTLINE).pages == OUTLINE.pages


def test_the_lead_picture_and_the_standfirst_of_a_merged_chapter_stay_in_the_text():
    merged = applied(merged_with_previous(PLAN, PIECES, BRIDGE), OUTLINE).introduction

    assert merged.blocks == (
        TextBlock("<p>Before.</p>\n<h3>The bridge</h3>"),
        FigureBlock("images/a.png", "A bridge"),
        TextBlock("<p><em>In May.</em></p>\n<p>The bridge.</p>"),
    )
    assert merged.slug == "prologue"


def test_what_a_page_is_follows_what_was_made_of_it():
    changed = applied(retyped(PLAN, BEFORE, "chapter"), OUTLINE).chapters[0]

    assert (changed.kind, changed.card.kind, changed.slug) == ("chapter", "numbered", "prologue")


def test_the_picture_of_a_chapter_left_out_is_not_asked_for():
    assert applied(retyped(PLAN, BRIDGE, "dropped"), OUTLINE).media_files == ()
    assert applied(retyped(PLAN, END, "dropped"), OUTLINE).media_files == OUTLINE.media_files
