"""The contents list is used for checks and then gone."""

import pytest

from cms.importer.manuscript import parse_manuscript

BODY = "## 1. The road\n\na\n\n## 2. The river\n\nb\n\n## Conclusion\n\nc\n"


def read(contents, body=BODY, name="m.md"):
    return parse_manuscript(f"# T\n\n{contents}\n\n{body}", name=name)


def codes(outline):
    return [warning.code for warning in outline.warnings]


@pytest.mark.parametrize(
    "contents",
    [
        "## Contents\n1. The road\n2. The river\nConclusion",
        "## Table of contents\n\n1. The road ........ 3\n2. The river ..... 12\n\nConclusion … 20",
        "## Contents\n\n- [1. The road](#1)\n- [2. The river](#2)\n- Conclusion",
        "## Contents\n\n* The road\n* The river\n* Conclusion",
        "## Contents\n\n1\\. The road\n\n2\\. The river\n\nConclusion",
        "**Contents**\n\n1. The road\t3\n2. The river\t5\nConclusion\t9",
    ],
)
def test_a_contents_list_that_agrees_is_removed_without_a_word(contents):
    outline = read(contents)
    assert outline.warnings == ()
    assert outline.introduction is None
    assert [chapter.html for chapter in outline.chapters] == ["<p>a</p>", "<p>b</p>"]
    assert outline.conclusion.html == "<p>c</p>"


def test_an_entry_without_a_section_is_named():
    outline = read("## Contents\n1. The road\n2. The river\n3. The sea\nConclusion")
    assert codes(outline) == ["toc_entry_without_section"]
    assert "“The sea”" in outline.warnings[0].message
    assert outline.warnings[0].where == "line 6"


def test_a_section_without_an_entry_is_named():
    outline = read("## Contents\n1. The road\nConclusion")
    assert codes(outline) == ["section_missing_from_toc"]
    assert "Chapter 2: “The river”" in outline.warnings[0].message


def test_a_title_that_differs_is_shown_both_ways():
    outline = read("## Contents\n1. The road\n2. Across the stream\nConclusion")
    assert codes(outline) == ["toc_title_differs"]
    assert "“Across the stream”" in outline.warnings[0].message
    assert "“The river”" in outline.warnings[0].message
    assert outline.chapters[1].title == "The river"


def test_a_number_that_differs_is_told():
    outline = read("## Contents\n1. The river\n2. The road\nConclusion")
    assert codes(outline) == ["toc_title_differs", "toc_title_differs"]


def test_case_and_punctuation_do_not_count_as_a_difference():
    assert read("## Contents\n1. THE ROAD:\n2. The river.\nConclusion").warnings == ()


def test_prose_under_the_contents_opens_the_introduction():
    prose = "This exhibit tells how an army went home, and what it left on the other bank."
    outline = read(f"## Contents\n1. The road\n2. The river\nConclusion\n\n{prose}")
    assert outline.intro_html == f"<p>{prose}</p>"


@pytest.mark.parametrize("with_introduction", [True, False])
def test_plain_text_contents_end_where_the_text_begins(with_introduction):
    prose = "The army began to leave in May, and the road it took led to a river town."
    introduction = f"Introduction\n\n{prose}\n\n" if with_introduction else ""
    outline = parse_manuscript(
        "The Road Out\n\nContents\n\nIntroduction\n1. The road\n2. The river\nConclusion\n\n"
        f"{introduction}1. The road\n\n{prose}\n\n2. The river\n\n{prose}\n\n"
        f"Conclusion\n\n{prose}\n",
        name="m.txt",
    )
    assert [chapter.title for chapter in outline.chapters] == ["The road", "The river"]
    assert outline.intro_html == (f"<p>{prose}</p>" if with_introduction else "")
    assert outline.conclusion.html == f"<p>{prose}</p>"
    assert codes(outline) == ([] if with_introduction else ["toc_entry_without_section"])


def test_a_title_that_the_contents_list_has_a_little_differently_is_a_chapter():
    outline = parse_manuscript(
        "Salt\n\nContents\nThe pans\nThe mules\n\nThe Pans\n\nDug.\n\nThe mules of war\n\nAte.\n",
        name="salt.txt",
    )

    assert [chapter.title for chapter in outline.chapters] == ["The Pans", "The mules of war"]
    (warning,) = outline.warnings
    assert warning.code == "toc_title_differs"
    assert "“The mules”" in warning.message


def test_entries_set_in_under_another_are_sub_headings():
    outline = parse_manuscript(
        "# Salt\n\n## Contents\n\n1. [The pans](#pans)\n   1. [Tools](#tools)\n"
        "2. [The mules](#mules)\n\n## 1. The pans\n\n### Tools\n\nSpade.\n\n## 2. The mules\n\n"
        "Ate.\n",
        name="salt.md",
    )

    assert outline.warnings == ()


PROSE = "The army began to leave in May, and the road it took led to a river town."
CHAPTERS = f"The road\n\n{PROSE}\n\nThe river\n\n{PROSE}\n\nConclusion\n\n{PROSE}\n"
BOTH = pytest.mark.parametrize("name", ["m.txt", "m.md"])


@BOTH
@pytest.mark.parametrize("heading", ["Contents", "TABLE OF CONTENTS", "Содержание", "فهرست مطالب"])
@pytest.mark.parametrize(
    "entries",
    [
        ("The road", "The river", "Conclusion"),
        ("The road ........ 3", "The river ....... 12", "Conclusion ... 20"),
        ("The road . . . . . 3", "The river . . . . 12", "Conclusion . . 20"),
        ("The road……3", "The river…… 12", "Conclusion…20"),
        ("The road\t3", "The river\t12", "Conclusion\t20"),
        ("The road      3", "The river      12", "Conclusion     20"),
        ("The road 3", "The river 12", "Conclusion 20"),
        ("The road\t۳", "The river\t۱۲", "Conclusion\t۲۰"),
        ("* The road", "* The river", "* Conclusion"),
        ("- [The road](#road)", "- [The river](#river)", "- [Conclusion](#conclusion)"),
        ("THE ROAD", "THE RIVER", "CONCLUSION"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_contents_list_finds_chapters_without_numbers(heading, entries, between, name):
    outline = parse_manuscript(
        f"The Road Out\n\n{heading}\n\n{between.join(entries)}\n\n{CHAPTERS}", name=name
    )
    assert [chapter.title for chapter in outline.chapters] == ["The road", "The river"]
    assert outline.conclusion.html == f"<p>{PROSE}</p>"
    assert outline.introduction is None
    assert outline.warnings == ()


@BOTH
def test_years_at_the_end_of_titles_are_no_pages(name):
    outline = parse_manuscript(
        "The Road Out\n\nContents\n\nThe road in 1988\nThe river in 1989\n\n"
        f"The road in 1988\n\n{PROSE}\n\nThe river in 1989\n\n{PROSE}\n",
        name=name,
    )
    assert [chapter.title for chapter in outline.chapters] == [
        "The road in 1988",
        "The river in 1989",
    ]
    assert outline.warnings == ()


@BOTH
def test_warnings_about_the_contents_list_say_where_and_what_to_do(name):
    outline = parse_manuscript(
        "The Road Out\n\nContents\n\n1. The road\n2. The stream\n4. The sea\n\n"
        f"1. The road\n\n{PROSE}\n\n2. The river\n\n{PROSE}\n\n3. The coast\n\n{PROSE}\n",
        name=name,
    )
    assert [warning.message for warning in outline.warnings] == [
        "Line 6: the contents list has “The stream”, the text “The river” (line 13). The text's "
        "title is used; make them the same.",
        "Line 7: the contents list names chapter 4, “The sea”, but no section has that heading. "
        "Add the section, or take it out of the list.",
        "Line 17: Chapter 3: “The coast” is not in the contents list. It is kept; add it to the "
        "list, or make it a sub-heading if it belongs to the chapter before.",
    ]


@BOTH
def test_short_lines_after_a_contents_list_stay_in_the_text(name):
    outline = parse_manuscript(
        "The Road Out\n\nContents\nThe road\nThe river\n\nFor Anna\n\nKabul, 1989\n\n"
        f"The road\n\n{PROSE}\n\nThe river\n\n{PROSE}\n",
        name=name,
    )
    assert [chapter.title for chapter in outline.chapters] == ["The road", "The river"]
    assert (outline.subtitle, outline.intro_html) == ("For Anna", "<p>Kabul, 1989</p>")


@BOTH
def test_a_list_of_contents_that_names_no_section_is_text(name):
    outline = parse_manuscript(
        f"The Road Out\n\n1. The box\n\n{PROSE}\n\nContents\n\nflour\ntea\n\n"
        f"2. The river\n\n{PROSE}\n",
        name=name,
    )
    assert [chapter.title for chapter in outline.chapters] == ["The box", "The river"]
    assert "flour" in str(outline.to_json_dict())


@BOTH
def test_a_sub_entry_that_the_text_does_not_have_is_told(name):
    outline = parse_manuscript(
        "The Road Out\n\nContents\n1. The road\n1.1 Supplies\n1.2 Fuel\n2. The river\n\n"
        f"1. The road\n\n{PROSE}\n\n1.1 Supplies\n\n{PROSE}\n\n2. The river\n\n{PROSE}\n",
        name=name,
    )
    (warning,) = outline.warnings
    assert (warning.code, warning.where) == ("toc_entry_without_section", "line 6")
    assert "“1.2 Fuel”" in warning.message


def test_the_first_chapter_right_after_the_list_is_not_the_title():
    outline = parse_manuscript(
        "Contents\n\nThe Well\nThe Tower\n\nThe Well\n\nDeep.\n\nThe Tower\n\nHigh.\n",
        name="m.txt",
    )
    assert outline.title == ""
    assert [(chapter.title, chapter.html) for chapter in outline.chapters] == [
        ("The Well", "<p>Deep.</p>"),
        ("The Tower", "<p>High.</p>"),
    ]
    assert outline.warnings == ()


def test_a_title_over_the_list_may_be_a_chapters_too():
    outline = parse_manuscript(
        "The Well\n\nContents\n\nThe Well\nThe Tower\n\nThe Well\n\nDeep.\n\nThe Tower\n\nHigh.\n",
        name="m.txt",
    )
    assert outline.title == "The Well"
    assert [chapter.title for chapter in outline.chapters] == ["The Well", "The Tower"]


def test_sub_entries_without_pages_do_not_end_a_list_with_pages():
    outline = read(
        "## Contents\n\n1. [The road](#road) ..... 1\n2. [The river](#river) ..... 2\n"
        "   - [The ford](#ford)\n3. [The sea](#sea)\n",
        "## 1. The road\n\na\n\n## 2. The river\n\n### The ford\n\nb\n\n## 3. The sea\n\nc\n",
    )
    assert outline.introduction is None
    assert [chapter.title for chapter in outline.chapters] == ["The road", "The river", "The sea"]
    assert outline.warnings == ()
