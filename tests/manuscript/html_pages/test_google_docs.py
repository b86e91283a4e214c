"""A page as Google Docs exports it: everything is said by classes."""

import zipfile
from pathlib import Path

import pytest

from cms.importer.manuscript import parse_manuscript
from cms.importer.manuscript.bundle.opening import open_bundle

PAGE = (Path(__file__).parent / "pages" / "google-docs.html").read_bytes()


@pytest.fixture(scope="module")
def outline():
    return parse_manuscript(PAGE, name="TheRoadHome.html")


def test_title_and_subtitle_are_known_by_their_classes(outline):
    assert (outline.title, outline.subtitle) == ("The Road Home", "Termez and the end of a war")


def test_the_contents_list_is_taken_out(outline):
    assert [chapter.title for chapter in outline.chapters] == ["The bridge", "The river"]
    assert outline.intro_html == ""
    assert outline.warnings == ()


def test_bold_and_italic_come_from_the_style_sheet(outline):
    assert (
        "Plain, <strong>bold</strong>, <em>italic</em> and <strong><em>both</em></strong>."
        in outline.chapters[0].html
    )


def test_redirects_are_unwrapped_and_links_to_headings_lead_to_their_chapters(outline):
    html = outline.chapters[0].html
    assert '<a href="https://example.org/a?b=1">the archive</a>' in html
    assert '<a href="#2">the river</a>' in html


def test_footnotes_are_notes_where_they_are_cited(outline):
    assert [note.html.strip() for note in outline.footnotes] == ["Army log, p. 4."]
    assert ".<sup>[1]</sup> More." in outline.chapters[0].html


def test_comments_are_never_shown(outline):
    told = str(outline)
    assert "Can we say this" not in told
    assert "Assigned to" not in told
    assert "[a]" not in told


def test_levels_of_a_list_are_nested_again(outline):
    assert (
        "<ul><li>Trucks<ul><li>Fuel</li><li>Bread</li></ul></li><li>Carriers</li></ul>"
        in outline.chapters[0].html
    )
    assert '<ol start="3"><li>Third</li></ol>' in outline.chapters[0].html


def test_a_soft_line_break_stays_in_its_paragraph(outline):
    assert "<p>First line<br>\nsecond line</p>" in outline.chapters[0].html


def test_merged_cells_lose_nothing(outline):
    assert (
        "<tr><td><strong>Losses</strong></td><td></td></tr>"
        "<tr><td>1988</td><td>12</td></tr><tr><td></td><td>13</td></tr>"
    ) in outline.chapters[0].html


def test_pictures_of_the_zip_are_found(tmp_path):
    with zipfile.ZipFile(tmp_path / "TheRoadHome.zip", "w") as bundle:
        bundle.writestr("TheRoadHome.html", PAGE)
        bundle.writestr("images/image1.png", bytes.fromhex("89504e470d0a1a0a"))
    with open_bundle(tmp_path / "TheRoadHome.zip") as opened:
        assert opened.find("images/image1.png")
        assert opened.outlines()[0].title == "The Road Home"


def test_headings_in_a_numbered_list_get_their_numbers():
    page = (
        '<ol class="c1 lst-kix_h-0 start" start="1"><li class="c2 li-bullet-0">'
        '<h1 id="h.1" style="display:inline">The bridge</h1></li></ol><p>One.</p>'
        '<ol class="c1 lst-kix_h-0" start="2"><li class="c2 li-bullet-0">'
        '<h1 id="h.2" style="display:inline">The river</h1></li></ol><p>Two.</p>'
    )
    outline = parse_manuscript(page, name="m.html")
    assert [(one.number, one.title) for one in outline.chapters] == [
        (1, "The bridge"),
        (2, "The river"),
    ]
