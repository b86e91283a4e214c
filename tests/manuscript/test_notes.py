"""Cited notes: what they say, where they stand, how they are numbered."""

import pytest

from cms.importer.manuscript import parse_manuscript
from cms.importer.manuscript.blocks import FigureBlock, Note, TextBlock
from cms.importer.manuscript.notes import read_note


def read(text, name="m.md"):
    return parse_manuscript(text, name=name)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("@grau2007", Note("1", "grau2007")),
        ("@grau2007.", Note("1", "grau2007")),
        ("@grau2007, p. 12.", Note("1", "grau2007", "p. 12")),
        (
            "@grau2007, pp. 12–14. Written later.",
            Note("1", "grau2007", "pp. 12–14", "Written later."),
        ),
        ("@grau2007, on the march. Remark.", Note("1", "grau2007", "on the march", "Remark.")),
        ("@grau2007. Remark one. Two.", Note("1", "grau2007", "", "Remark one. Two.")),
        ("@ru-archive, с. 12. Позже.", Note("1", "ru-archive", "с. 12", "Позже.")),
        ("@khalidi1991، ص. ۱۲.", Note("1", "khalidi1991", "ص. ۱۲")),
        ("Plain remark, see p. 3.", Note("1", None, "", "Plain remark, see p. 3.")),
    ],
)
def test_a_note_is_source_locator_and_remark(text, note):
    assert read_note("1", text) == (note,)


def test_two_sources_in_one_note_are_two_notes():
    assert read_note("1", "@a, p. 3; @b. Yes.") == (
        Note("1", "a", "p. 3"),
        Note("1", "b", "", "Yes."),
    )


TWO_BLOCKS = """# T

## 1. A

One.[^b] Two.[^a] Again.[^b]

![Alt](images/x.png)

Three.[^c]

## 2. B

Four.[^a]

[^a]: @a
[^b]: @b
[^c]: Remark *only*.
"""


def test_notes_are_numbered_per_block_for_the_importer():
    outline = read(TWO_BLOCKS)
    first, figure, second = outline.chapters[0].blocks
    assert first.html == "<p>One.[1] Two.[2] Again.[1]</p>"
    assert [note.source_key for note in first.notes] == ["b", "a"]
    assert isinstance(figure, FigureBlock)
    assert second == TextBlock("<p>Three.[1]</p>", (Note("c", None, "", "Remark only."),))


def test_notes_are_numbered_through_the_document_in_its_html():
    outline = read(TWO_BLOCKS)
    assert "One.<sup>[1]</sup> Two.<sup>[2]</sup> Again.<sup>[1]</sup>" in outline.chapters[0].html
    assert outline.chapters[1].html == "<p>Four.<sup>[2]</sup></p>"
    assert [(note.number, note.key) for note in outline.footnotes] == [(1, "b"), (2, "a"), (3, "c")]
    assert outline.footnotes[2].html == "Remark <em>only</em>."
    assert outline.footnotes[1].chapter == "A"


def test_a_bracketed_number_of_the_text_is_not_taken_for_a_note():
    outline = read("# T\n\n## 1. A\n\nItem [1] of the list.[^a]\n\n[^a]: @a\n")
    (block,) = outline.chapters[0].blocks
    assert block.html.count("[1]") == 1
    assert block.html.endswith("list.[1]</p>")


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_told():
    outline = read("# T\n\n## 1. A\n\nOne.[^x]\n\n[^y]: Kept.\n")
    assert {warning.code for warning in outline.warnings} == {"note_without_text", "note_not_cited"}
    assert [note.html for note in outline.footnotes] == ["Kept."]
    assert "[^x]" in outline.chapters[0].html


def test_a_note_written_twice_keeps_both_texts():
    outline = read("# T\n\n## 1. A\n\nOne.[^x]\n\n[^x]: First.\n\n[^x]: Second.\n")
    assert outline.footnotes[0].html == "First. Second."
    assert [warning.code for warning in outline.warnings] == ["duplicate_note"]


@pytest.mark.parametrize("name", ["m.md", "m.txt"])
def test_bracketed_numbers_cite_the_list_of_notes(name):
    prose = "The column left at dawn [2] and came back [1]."
    outline = read(
        f"T\n\n1. A\n\n{prose}\n\n2. B\n\n{prose}\n\nNotes\n\n[1] First, p. 3.\n[2] Second.\n", name
    )
    (block,) = outline.chapters[0].blocks
    assert block.html == "<p>The column left at dawn [1] and came back [2].</p>"
    assert [note.remark for note in block.notes] == ["Second.", "First, p. 3."]
    assert [note.html for note in outline.footnotes] == ["Second.", "First, p. 3."]


def test_several_numbers_in_one_bracket_cite_each_entry():
    outline = parse_manuscript(
        "T\n\n1. A\n\nSaid by many [1, 3]. In [2, 9] the year.\n\n2. B\n\nMore.\n\n"
        "Sources\n\n[1] First.\n[2] Second.\n[3] Third.\n",
        name="m.txt",
    )
    assert outline.chapters[0].html == (
        "<p>Said by many <sup>[1]</sup><sup>[2]</sup>. In [2, 9] the year.</p>"
    )
    assert [note.html for note in outline.footnotes] == ["First.", "Third."]


def test_a_list_of_sources_stays_whole():
    outline = read(
        "# T\n\n## 1. A\n\nSaid so [1].\n\n## Sources\n\n[1] Grau, *March*.\n\n[2] Rubin.\n"
    )
    assert "Grau, <em>March</em>." in outline.sources_html
    assert "Rubin." in outline.sources_html
    assert outline.footnotes[0].remark == "Grau, March."


def test_a_note_in_a_title_moves_to_the_text_under_it():
    outline = read("# T\n\n## 1. A[^n]\n\nText.\n\n[^n]: @a\n")
    assert outline.chapters[0].title == "A"
    assert outline.chapters[0].blocks[0].html == "<p>Text.[1]</p>"


def test_a_listed_note_that_nothing_cites_is_kept():
    outline = read(
        "# T\n\n## 1. A\n\nText [1].\n\n## Notes\n\n1. First.\n2. Second.\n\n[1] Again.\n"
    )
    assert [note.html for note in outline.footnotes] == ["First.", "Second."]
    assert [warning.code for warning in outline.warnings] == ["note_not_cited"]
    assert outline.sources_html == "<p>Again.</p>"


BOTH = pytest.mark.parametrize("name", ["m.txt", "m.md"])
STORY = "T\n\n1. A\n\nThe column left at dawn{}.\n\n2. B\n\nIt came back at noon{}.\n\n"


@BOTH
@pytest.mark.parametrize(
    ("marks", "cited"),
    [
        ((" [1]", " [2]"), ["1", "2"]),
        (("[1]", "[3]"), ["1", "3"]),
        (("[1, 3]", "[2]"), ["1", "3", "2"]),
        (("[1–3]", ""), ["1", "2", "3"]),
        (("[1][2]", "[3]"), ["1", "2", "3"]),
        (("[۲]", "[۱]"), ["2", "1"]),
    ],
)
@pytest.mark.parametrize(
    "listed",
    [
        "Notes\n\n[1] Grau, p. 3.\n[2] Rubin.\n[3] Gromov.\n",
        "Notes\n\n[1] Grau, p. 3.\n\n[2] Rubin.\n\n[3] Gromov.\n",
        "FOOTNOTES\n1. Grau, p. 3.\n2. Rubin.\n3. Gromov.\n",
        "Примечания\n\n1. Grau, p. 3.\n\n2. Rubin.\n\n3. Gromov.\n",
        "یادداشت‌ها\n\n[۱] Grau, p. 3.\n\n[۲] Rubin.\n\n[۳] Gromov.\n",
    ],
)
def test_marks_in_brackets_cite_the_notes_however_both_are_written(marks, cited, listed, name):
    outline = read(STORY.format(*marks) + listed, name)
    words = {"1": "Grau, p. 3.", "2": "Rubin.", "3": "Gromov."}
    notes = [
        note for chapter in outline.chapters for block in chapter.blocks for note in block.notes
    ]
    assert [(note.key, note.remark) for note in notes] == [(key, words[key]) for key in cited]
    assert sorted(note.html for note in outline.footnotes) == sorted(words.values())


@BOTH
def test_notes_at_the_end_of_the_text_need_no_heading(name):
    outline = read(
        STORY.format(" [1]", " [2]")
        + "FAQ\n\nQ1: Why?\nBecause [2].\n\n[1] Grau, p. 3.\n[2] Rubin,\nwho was there.\n",
        name,
    )
    assert [note.html for note in outline.footnotes] == ["Grau, p. 3.", "Rubin, who was there."]
    assert outline.faqs[0].answer_html == "<p>Because <sup>[2]</sup>.</p>"


@BOTH
def test_a_numbered_list_that_nothing_cites_stays_where_it_is(name):
    outline = read(STORY.format("", "") + "[1] Not a note.\n[2] Nor this.\n", name)
    assert "Not a note." in outline.chapters[1].html
    assert outline.footnotes == ()


@BOTH
def test_each_chapter_may_number_its_notes_anew(name):
    outline = read(
        "T\n\n1. A\n\nDawn [1] came [2].\n\nNotes\n[1] Grau.\n[2] Rubin.\n\n"
        "2. B\n\nNoon [1] came.\n\nNotes\n\n1. Gromov.\n\nSources\n\n[1] A book.\n",
        name,
    )
    assert [chapter.title for chapter in outline.chapters] == ["A", "B"]
    assert [note.html for note in outline.footnotes] == ["Grau.", "Rubin.", "Gromov."]
    assert [note.chapter for note in outline.footnotes] == ["A", "A", "B"]
    assert outline.sources_html == "<p>A book.</p>"
    assert outline.warnings == ()


@BOTH
def test_a_bracketed_mark_without_a_note_is_told_with_its_chapter(name):
    outline = read(STORY.format("[1]", "[7]") + "Notes\n\n[1] Grau.\n", name)
    (warning,) = outline.warnings
    assert (warning.code, warning.where) == ("note_without_text", "B")
    assert warning.message.startswith("“B”: the mark [7] has no note.")
    assert "[7]" in outline.chapters[1].html


@BOTH
def test_a_note_with_the_number_of_a_source_before_it_is_kept(name):
    outline = read(
        STORY.format("[1]", "") + "Sources\n\n[1] A book.\n\nNotes\n\n1. A note.\n", name
    )
    assert [note.html for note in outline.footnotes] == ["A note."]
    assert outline.sources_html == "<p>A book.</p>"


@BOTH
def test_bracketed_numbers_cite_a_numbered_list_of_sources(name):
    outline = read(
        f"{STORY.format(' [2]', ' [1]')}Sources\n\n1. Grau, March.\n2. Rubin, Search.\n", name
    )
    assert [note.html for note in outline.footnotes] == ["Rubin, Search.", "Grau, March."]
    assert outline.sources_html == "<ol><li>Grau, March.</li><li>Rubin, Search.</li></ol>"
    assert outline.chapters[0].html == "<p>The column left at dawn <sup>[1]</sup>.</p>"
    assert outline.warnings == ()


def test_a_numbered_list_of_sources_is_cited_only_where_no_notes_are():
    outline = read(
        STORY.format(" [2]", " [1]") + "Notes\n\n[1] A note.\n\nSources\n\n1. Grau.\n2. Rubin.\n",
        "m.txt",
    )
    assert [note.html for note in outline.footnotes] == ["A note."]
    assert [warning.code for warning in outline.warnings] == ["note_without_text"]


def test_two_lists_of_sources_with_the_same_numbers_are_not_cited():
    outline = read(
        "# T\n\n## 1. A\n\nSaid [1].\n\n## Sources\n\n### Books\n\n1. Grau.\n\n"
        "### Papers\n\n1. Rubin.\n"
    )
    assert outline.footnotes == ()
    assert outline.chapters[0].html == "<p>Said [1].</p>"


@pytest.mark.parametrize(
    "notes",
    [
        "[^a]: See the other.[^b]\n\n[^b]: Other.\n",
        "## Notes\n\n1. See the other.[^b]\n\n[^b]: Other.\n",
    ],
)
def test_a_mark_inside_a_note_leaves_nothing_in_its_words(notes):
    mark = "[^a]" if notes.startswith("[^a]") else " [1]"
    outline = read(f"# T\n\n## 1. A\n\nSaid{mark}.\n\n{notes}")
    assert [note.html for note in outline.footnotes] == ["See the other.", "Other."]
    assert [note.remark for note in outline.footnotes] == ["See the other.", "Other."]
    (warning,) = outline.warnings
    assert (warning.code, "[^b]" in warning.message) == ("note_not_cited", True)
