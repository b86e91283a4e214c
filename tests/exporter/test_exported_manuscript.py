"""What a curator may have done to an exported manuscript before it is imported again."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.importer.manuscript.parsing import parse_manuscript

FIRST_LINES = "---\nmanuscript: enfilade 1\nlanguage: en\n---\n\n# The Ferry\n\n"


def outline_of(text, first=FIRST_LINES):
    return parse_manuscript((first + text).encode(), name="manuscript.md")


def test_nothing_in_it_is_guessed_at():
    text = (
        "## 1. Boats\n\n::: page\nslug: boats\n:::\n\n*All in italics.*\n\nConclusion\n\nQ1: Why?\n"
    )

    outline = outline_of(text)

    (chapter,) = outline.chapters
    assert (chapter.title, chapter.number, chapter.slug) == ("Boats", 1, "boats")
    assert chapter.standfirst == ""
    assert "<i>All in italics.</i>" in chapter.html
    assert outline.conclusion is None
    assert outline.faqs == ()


def test_a_chapter_written_in_between_is_known_by_its_heading():
    outline = outline_of("## 1. Boats\n\nThey float.\n\n## Conclusion\n\nThey sank.\n")

    assert [chapter.slug for chapter in outline.chapters] == ["boats"]
    assert outline.conclusion.title == "Conclusion"


def test_a_later_dialect_is_refused_in_a_sentence():
    outline = outline_of("", first=FIRST_LINES.replace("enfilade 1", "enfilade 2"))

    assert (outline.status, outline.error) == ("rejected", "unsupported_type")
    assert "was exported in dialect 2; this Enfilade reads dialect 1" in outline.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "## 1. A\n\n::: key-figure\nnumber: 3\ncolour: red\n:::\n",
            "a line it can't use, “colour",
        ),
        ("## 1. A\n\n::: audio\nfile: recordings/a.mp3\n\n## 2. B\n", "has no closing line “:::”"),
        ("## A\n\n::: page\nkind: poster\n:::\n", "“poster” is no kind of page"),
        ("## A\n\n::: page\nkind: questions\n:::\n\nHello.\n", "before the first question"),
        ("## 1. A\n\n![a](../b.png)\n", "is not a file of the bundle"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_read(text, message):
    outline = outline_of(text)

    assert outline.status == "ok"
    assert any(message in warning.message for warning in outline.warnings), outline.warnings


@pytest.mark.parametrize(
    "markup",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", '<img src=x onerror="alert(1)">'],
)
def test_nothing_that_runs_comes_through(markup):
    text = f"## 1. A\n\n{markup}\n\n::: html\n\n<p>{markup}</p>\n:::\n"

    html = outline_of(text).chapters[0].html

    assert "<script" not in html
    assert not re.search("<[^>]*onerror", html)
    assert 'href="javascript' not in html


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["::: page", ":::", "## ", "# ", "### ", "- ", "> ", "[^a]: ", "x",
                                 "kind: questions", "\n", "\n\n", "| a |", "::: table", "![a](b)",
                                 "::: question", '"', "<b>", "*", "[^a]", "::: html"]),
                max_size=25).map("".join))  # fmt: skip
def test_any_text_after_the_first_lines_is_read_without_a_failure(text):
    assert outline_of(text).status == "ok"
