"""A page as Word saves it: unfiltered, with everything Word knows, and filtered."""

from pathlib import Path

import pytest

from cms.importer.manuscript import parse_manuscript

PAGE = (Path(__file__).parent / "pages" / "word.htm").read_bytes()


@pytest.fixture(scope="module")
def outline():
    return parse_manuscript(PAGE, name="road.htm")


def test_the_declared_encoding_is_believed_without_a_word(outline):
    assert outline.chapters[0].title == "The café"
    assert "The “last” column" in outline.chapters[0].html
    assert outline.warnings == ()


def test_title_and_contents_list_are_known_by_their_styles(outline):
    assert outline.title == "The Road Home"
    assert [chapter.title for chapter in outline.chapters] == ["The café", "The river"]
    assert outline.intro_html == ""


def test_hidden_deleted_and_commented_words_are_never_shown(outline):
    told = str(outline)
    for words in ("HIDDEN", "DELETED", "GONE", "COMMENT", "SECRET", "[B1]"):
        assert words not in told
    assert "<strong>early</strong> inserted." in outline.chapters[0].html


def test_paragraphs_with_bullets_are_a_list_again(outline):
    html = outline.chapters[0].html
    assert "<ul><li>Trucks<ul><li>Fuel</li></ul></li><li>Carriers</li></ul>" in html
    assert '<ol start="2"><li>Second thing</li></ol>' in html


def test_the_footnote_is_a_note(outline):
    assert [note.html.strip() for note in outline.footnotes] == ["Army log, p. 4."]
    assert "column<sup>[1]</sup>" in outline.chapters[0].html


def test_a_picture_drawn_twice_stands_once_with_its_caption(outline):
    assert [(image.src, image.alt, image.caption) for image in outline.images] == [
        ("road_files/image002.jpg", "A bridge", "Figure 1. The bridge at Termez")
    ]


def test_a_quotation_is_known_by_its_style(outline):
    assert "<blockquote><p>We were home.</p></blockquote>" in outline.chapters[0].html


def test_a_filtered_page_says_its_lists_by_typed_markers():
    page = (
        "<h1>1. One</h1><p class=MsoNormal>Words.</p>"
        "<p class=MsoListParagraphCxSpFirst style='margin-left:.5in;text-indent:-.25in'>"
        "<span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp; </span></span>Trucks</p>"
        "<p class=MsoListParagraphCxSpLast style='margin-left:1.0in;text-indent:-.25in'>"
        "<span>o<span>&nbsp;&nbsp; </span></span>Fuel</p>"
        "<p class=MsoListParagraph>Words in the style of lists, without a bullet.</p>"
    )
    html = parse_manuscript(page, name="m.html").chapters[0].html
    assert "<ul><li>Trucks<ul><li>Fuel</li></ul></li></ul>" in html
    assert "<p>Words in the style of lists, without a bullet.</p>" in html


def test_a_numbered_heading_keeps_its_number():
    page = (
        "<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "4.<span>&nbsp;&nbsp; </span></span><![endif]>The river</h1><p>Water.</p>"
    )
    chapter = parse_manuscript(page, name="m.html").chapters[0]
    assert (chapter.number, chapter.title) == (4, "The river")
