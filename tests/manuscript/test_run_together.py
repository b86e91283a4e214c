"""Text without blank lines: saved by a word processor, or typed in a hurry."""

import pytest

from cms.importer.manuscript import parse_manuscript

LONG = (
    "Lamps were the first thing that sailors saw when they came home, and the last thing that "
    "they saw when they went away from the coast, often for years on end, in any weather."
)
SAVED_BY_A_WORD_PROCESSOR = f"""The Lamps
An exhibit of the Coast Museum
Contents
The first lamp\t2
The second lamp\t3
A keeper's day\t5
Introduction
{LONG}
They burned oil.
The first lamp
{LONG}
Three things were needed:
- oil
- wick
- a keeper
The second lamp
It was gas.
A keeper's day
He slept by day.
FAQs
Q1: Did he sleep?
By day.
Mostly.
Q2: Was he alone?
Yes.
Sources
[1] Smith, Lamps, 1970.
Further reading
Lamp Museum - https://lamps.example/
"""


def read(text):
    return parse_manuscript(text, name="lamps.txt")


def titles(outline):
    return [chapter.title for chapter in outline.chapters]


def test_a_text_with_one_paragraph_a_line_is_read_whole():
    outline = read(SAVED_BY_A_WORD_PROCESSOR)

    assert outline.intro_html == f"<p>{LONG}</p>\n<p>They burned oil.</p>"
    assert titles(outline) == ["The first lamp", "The second lamp", "A keeper's day"]
    assert outline.chapters[0].html.endswith("<ul><li>oil</li><li>wick</li><li>a keeper</li></ul>")
    assert [(faq.question, faq.answer_html) for faq in outline.faqs] == [
        ("Did he sleep?", "<p>By day.</p>\n<p>Mostly.</p>"),
        ("Was he alone?", "<p>Yes.</p>"),
    ]
    assert outline.sources_html == "<p>Smith, Lamps, 1970.</p>"
    assert outline.external_links[0].label == "Lamp Museum"
    assert outline.warnings == ()


def test_a_heading_right_on_its_text_is_found_by_the_contents_list():
    outline = read(
        "Lamps\n\nContents\nThe first lamp\nThe second lamp\n\nThe first lamp\n\nIt was oil.\n\n"
        "The second lamp\nIt was gas.\n"
    )

    assert titles(outline) == ["The first lamp", "The second lamp"]


def test_a_question_right_under_an_answer_is_a_question_of_its_own():
    outline = read(
        "Lamps\n\n1. Oil\n\nIt burned.\n\n2. Gas\n\nIt too.\n\nFAQs\nQ1: Why oil?\nIt was there.\n"
        "Q2: Who paid?\nQ3. How long?\nA: Long.\n"
    )

    assert [(faq.question, faq.answer_html) for faq in outline.faqs] == [
        ("Why oil?", "<p>It was there.</p>"),
        ("Who paid?", ""),
        ("How long?", "<p>Long.</p>"),
    ]


def test_links_right_under_one_another_stay_in_their_own_lists():
    outline = read(
        "Lamps\n\n1. Oil\n\nIt burned.\n\n2. Gas\n\nIt too.\n\nExternal resource(s)\n"
        "Lamp Museum - https://lamps.example/\nInternal link(s)\nChapter 2: Gas\n"
    )

    assert titles(outline) == ["Oil", "Gas"]
    assert [link.label for link in outline.external_links] == ["Lamp Museum"]
    assert [(link.label, link.target) for link in outline.internal_links] == [
        ("Chapter 2: Gas", "#2")
    ]


@pytest.mark.parametrize("word", ["Conclusion", "Sources", "Notes", "Chapter 2"])
def test_a_word_that_also_heads_a_part_stays_in_wrapped_prose(word):
    wrapped = (
        "They met in the long hall above the river, and what they called their\n"
        f"{word}\nof the matter was a sheet of paper, which the keeper of the lamp lost.\n"
    )

    outline = read(f"Lamps\n\n1. Oil\n\n{wrapped}\n2. Gas\n\nIt too.\n")

    assert titles(outline) == ["Oil", "Gas"]
    assert word in outline.chapters[0].html


def test_a_chapter_named_among_links_is_a_link_even_if_the_contents_list_has_it():
    outline = read(
        "Lamps\n\nContents\n1. Oil\n2. Gas\n\n1. Oil\n\nIt burned.\n\n2. Gas\n\nIt too.\n\n"
        "Internal link(s)\nChapter 2: Gas\n"
    )

    assert titles(outline) == ["Oil", "Gas"]
    assert [link.target for link in outline.internal_links] == ["#2"]


def test_drawn_lines_are_no_words_and_an_underlined_line_is_a_title():
    outline = read(
        "Lamps\n=====\n\n1. Oil\n\nIt burned.\n\n------\n\nFor years.\n\n* * *\n\n2. Gas\n\n"
        "It too.\n"
    )

    assert outline.title == "Lamps"
    assert [chapter.html for chapter in outline.chapters] == [
        "<p>It burned.</p>\n<p>For years.</p>",
        "<p>It too.</p>",
    ]


def test_steps_numbered_with_blank_lines_between_stay_a_list_of_their_chapter():
    outline = read(
        "Salt\n\n1. The pans\n\nHow it is done:\n\n1. Fill the pan.\n\n2. Let it dry.\n\n"
        "2. The mules\n\n12. March 1888 was cold. They\nwent by night.\n\n"
        "1911. The last mule died.\n"
    )

    assert titles(outline) == ["The pans", "The mules"]
