"""Questions and answers, as curators write them in three languages."""

import pytest

from cms.importer.manuscript import parse_manuscript


def read(faq, name="m.md", after=""):
    return parse_manuscript(f"# T\n\n## 1. A\n\na\n\n{faq}\n{after}", name=name)


def pairs(outline):
    return [(faq.question, faq.answer_html) for faq in outline.faqs]


EXPECTED = [
    ("Why then?", "<p>Because.</p>"),
    ("Who went first?", "<p>The guards.</p>\n<p>Then all.</p>"),
]


@pytest.mark.parametrize(
    "faq",
    [
        "## FAQs\nQ1: Why then?\nBecause.\n\nQ2: Who went first?\nThe guards.\n\nThen all.",
        "## FAQs\n\nQ1: Why then?\n\nBecause.\n\nQ2: Who went first?\n\nThe guards.\n\nThen all.",
        (
            "## FAQs\n\n**Q1: Why then?**\nBecause.\n\n**Q2:** "
            "Who went first?\n\nThe guards.\n\nThen all."
        ),
        (
            "## FAQs\n\n### Q1: Why then?\n\nBecause.\n\n### "
            "Q2: Who went first?\n\nThe guards.\n\nThen all."
        ),
        (
            "## FAQs\n\n## Q1: Why then?\n\nBecause.\n\n## "
            "Q2: Who went first?\n\nThe guards.\n\nThen all."
        ),
        "## FAQ\n\n### Why then?\n\nBecause.\n\n### Who went first?\n\nThe guards.\n\nThen all.",
        (
            "## Questions and answers\n\nQ: Why then?\nA: Because.\n\n"
            "Q: Who went first?\nA: The guards.\n\nThen all."
        ),
        (
            "## FAQs\n\n**Q: Why then?**\n\n**A:** Because.\n\n**Q: "
            "Who went first?**\n\n**A:** The guards.\n\nThen all."
        ),
        (
            "## FAQs\n\n1. Why then?\n\n   Because.\n\n2. "
            "Who went first?\n\n   The guards.\n\n   Then all."
        ),
        "## FAQs\n\n1\\. Why then?\n\nBecause.\n\n2\\. Who went first?\n\nThe guards.\n\nThen all.",
        "## FAQs\n\nQ1: Why then? Because.\n\nQ2: Who went\nfirst?\nThe guards.\n\nThen all.",
        "**FAQs**\n\nQ1. Why then?\nBecause.\n\nQ2. Who went first?\nThe guards.\n\nThen all.",
        "Q1: Why then?\nBecause.\n\nQ2: Who went first?\nThe guards.\n\nThen all.",
        (
            "## Вопросы и ответы\n\nВ1: Why then?\nО: Because.\n\n"
            "В2: Who went first?\nThe guards.\n\nThen all."
        ),
        (
            "## Частые вопросы\n\nВопрос 1: Why then?\nBecause.\n\n"
            "Вопрос 2: Who went first?\nThe guards.\n\nThen all."
        ),
        "## پرسش‌ها\n\nس۱: Why then?\nج: Because.\n\nس۲: Who went first?\nThe guards.\n\nThen all.",
        (
            "## پرسش‌های متداول\n\nپرسش ۱: Why then?\nBecause.\n\n"
            "پرسش ۲: Who went first?\nThe guards.\n\nThen all."
        ),
    ],
)
def test_questions_are_read_with_answers_of_several_paragraphs(faq):
    outline = read(faq)
    assert pairs(outline) == EXPECTED
    assert outline.warnings == ()
    assert [chapter.title for chapter in outline.chapters] == ["A"]


def test_questions_are_read_from_plain_text():
    outline = parse_manuscript(
        "T\n\n1. A\n\nSome prose of the chapter.\n\n2. B\n\nMore prose of the chapter.\n\nFAQs\n\n"
        "Q1: Why then?\nBecause.\n\nQ2: Who went first?\nThe guards.\n\nThen all.\n\n"
        "External resources\n\nArchive — https://example.org/a\n",
        name="m.txt",
    )
    assert pairs(outline) == EXPECTED
    assert [link.url for link in outline.external_links] == ["https://example.org/a"]


def test_a_question_without_an_answer_is_kept_with_a_warning():
    outline = read("## FAQs\n\nQ1: Why then?\n\nQ2: Who went first?\nThe guards.\n")
    assert pairs(outline)[0] == ("Why then?", "")
    (warning,) = outline.warnings
    assert warning.code == "faq_without_answer"
    assert "“Why then?”" in warning.message
    assert "Line 9" in warning.message


def test_nothing_is_glued_to_the_last_answer():
    outline = read(
        "## FAQs\n\nQ1: Why then?\nBecause.",
        after=(
            "\n## External resources\n\n- [Archive](https://example.org)\n\n## Afterthoughts\n\nx\n"
        ),
    )
    assert pairs(outline) == [("Why then?", "<p>Because.</p>")]
    assert outline.external_links[0].label == "Archive"
    assert outline.chapters[-1].title == "Afterthoughts"


@pytest.mark.parametrize(
    ("ending", "chapter"),
    [
        ("See chapter 4.", 4),
        ("See also chapter 12", 12),
        ("(See Chapter 4.)", 4),
        ("See [chapter 4](#4).", 4),
        ("[See chapter 4](#4).", 4),
        ("См. главу 4.", 4),
        ("Смотрите главу 4.", 4),
        ("نگاه کنید به فصل ۴.", 4),
        ("فصل ۴ را ببینید.", 4),
    ],
)
def test_a_closing_pointer_becomes_the_chapter_to_read_on_in(ending, chapter):
    (faq,) = read(f"## FAQs\n\nQ1: Why?\nBecause of the cost. {ending}\n").faqs
    assert faq.see_chapter == chapter
    assert str(chapter) in faq.answer_html or "۴" in faq.answer_html
    assert [block.html for block in faq.blocks] == ["<p>Because of the cost.</p>"]


def test_a_linked_chapter_in_the_answer_is_the_one_to_read_on_in():
    (faq,) = read(
        "## FAQs\n\nQ1: Why?\nBecause, as [the congress](#5) said, it cost too much.\n"
    ).faqs
    assert faq.see_chapter == 5
    assert "the congress" in faq.blocks[0].html


def test_answers_cite_notes():
    outline = read("## FAQs\n\nQ1: Why?\nBecause.[^q1] So.\n", after="\n[^q1]: @grau2007, p. 3.\n")
    (block,) = outline.faqs[0].blocks
    assert block.html == "<p>Because.[1] So.</p>"
    assert block.notes[0].source_key == "grau2007"
    assert outline.faqs[0].answer_html == "<p>Because.<sup>[1]</sup> So.</p>"


def test_text_before_the_first_question_is_kept():
    outline = read("## FAQs\n\nVisitors ask these most.\n\nQ1: Why?\nBecause.\n")
    assert outline.faq_introduction == "<p>Visitors ask these most.</p>"


def test_a_heading_of_questions_without_questions_is_a_chapter():
    outline = read("## Questions\n\nMuch remains open.\n")
    assert outline.chapters[-1].html == "<p>Much remains open.</p>"


def test_a_heading_below_the_questions_own_belongs_to_the_answer():
    outline = parse_manuscript(
        "# T\n\n## 1. A\n\na\n\n## FAQ\n\n#### Is it wet?\n\n##### In winter\n\nYes.\n", name="t.md"
    )

    (faq,) = outline.faqs
    assert (faq.question, faq.answer_html) == ("Is it wet?", "<h4>In winter</h4>\n<p>Yes.</p>")


@pytest.mark.parametrize(
    "heading",
    [
        "Frequently Asked Questions (FAQs)",
        "FAQs about the river",
        "Visitor questions",
        "Вопросы и ответы о реке",
    ],
)
def test_a_longer_heading_still_heads_the_questions(heading):
    outline = parse_manuscript(
        f"# T\n\n## The pans\n\na\n\n## {heading}\n\nQ1: Why?\nSo.\n", name="t.md"
    )

    assert [faq.question for faq in outline.faqs] == ["Why?"]


def test_a_numbered_list_of_questions_with_their_answers_is_opened():
    outline = parse_manuscript(
        "# T\n\n## 1. A\n\na\n\n## FAQ\n\n1. **Why?** Because.\n2. **Who?**\n   They.\n3. How\n",
        name="t.md",
    )

    assert [(faq.question, faq.answer_html) for faq in outline.faqs] == [
        ("Why?", "<p>Because.</p>"),
        ("Who?", "<p>They.</p>"),
        ("How", ""),
    ]


def test_questions_with_a_full_stop_after_their_number_need_no_heading():
    outline = parse_manuscript(
        "I. The Beginning\n\nIt began.\n\nII. The End\n\nIt ended.\n\nQ1. Did it end?\n\nYes.\n\n"
        "Appendix\n\nTables.\n",
        name="t.txt",
    )

    assert [(faq.question, faq.answer_html) for faq in outline.faqs] == [
        ("Did it end?", "<p>Yes.</p>")
    ]
    assert outline.chapters[-1].title == "Appendix"
