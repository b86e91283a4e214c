"""Questions and answers as people in a hurry write them, and what must not stick to them."""

import pytest

from cms.importer.manuscript import parse_manuscript

PROSE = "The first column set out at dawn, and by noon the road behind it was empty again."
STORY = f"The Road Out\n\n1. The road\n\n{PROSE}\n\n2. The river\n\n{PROSE}\n\n"
BOTH = pytest.mark.parametrize("name", ["m.txt", "m.md"])


def read(faq, name="m.txt", story=STORY):
    return parse_manuscript(f"{story}{faq}\n", name=name)


def pairs(outline):
    return [(faq.question, faq.answer_html) for faq in outline.faqs]


def titles(outline):
    return [chapter.title for chapter in outline.chapters]


EXPECTED = [
    ("Why then?", "<p>Because.</p>"),
    ("Who went first?", "<p>The guards.</p>\n<p>Was it cold? It was.</p>"),
]
ANSWER = "The guards.\n\nWas it cold? It was."


@BOTH
@pytest.mark.parametrize(
    "faq",
    [
        f"Q1: Why then?\nBecause.\n\nQ2: Who went first?\n{ANSWER}",
        f"Q1. Why then?\n\nBecause.\n\nQ2. Who went first?\n\n{ANSWER}",
        f"Q1) Why then?\nA1) Because.\n\nQ2) Who went first?\nA2: {ANSWER}",
        f"Q: Why then?\nA: Because.\nQ: Who went first?\nA: {ANSWER}",
        f"Q: Why then?\n\nA: Because.\n\nQ: Who went first?\n\nA: {ANSWER}",
        f"Q: Why then? A: Because.\n\nQ: Who went first? A: {ANSWER}",
        f"Q1:\nWhy then?\nA1:\nBecause.\n\nQ2:\nWho went first?\nA2:\n{ANSWER}",
        f"Q1:\n\nWhy then?\n\nBecause.\n\nQ2:\n\nWho went first?\n\n{ANSWER}",
        f"Question 1: Why then?\nAnswer: Because.\n\nQuestion 2: Who went first?\nAnswer: {ANSWER}",
        f"1. Why then?\nBecause.\n\n2. Who went first?\n{ANSWER}",
        f"1. Why then?\n\nBecause.\n\n2. Who went first?\n\n{ANSWER}",
        f"1) Why then?\n\nBecause.\n\n2) Who went first?\n\n{ANSWER}",
        f"Вопрос 1: Why then?\nОтвет: Because.\n\nВопрос 2: Who went first?\nОтвет: {ANSWER}",
        f"Вопрос: Why then?\nОтвет: Because.\n\nВопрос: Who went first?\nОтвет: {ANSWER}",
        f"پرسش ۱: Why then?\nپاسخ: Because.\n\nپرسش ۲: Who went first?\nپاسخ: {ANSWER}",
    ],
)
@pytest.mark.parametrize("heading", ["FAQ", "FREQUENTLY ASKED QUESTIONS:", "Questions and Answers"])
def test_questions_are_read_however_they_are_labelled(heading, faq, name):
    outline = read(f"{heading}\n\n{faq}", name)
    assert pairs(outline) == EXPECTED
    assert titles(outline) == ["The road", "The river"]
    assert outline.warnings == ()


@pytest.mark.parametrize(
    "faq",
    [
        f"### Why then?\n\nBecause.\n\n### Who went first?\n\n{ANSWER}",
        f"## Why then?\n\nBecause.\n\n## Who went first?\n\n{ANSWER}",
        f"**Why then?**\n\nBecause.\n\n**Who went first?**\n\n{ANSWER}",
        f"**Why then?**\nBecause.\n\n**Who went first?**\n{ANSWER}",
        f"**Why then?** Because.\n\n**Who went first?** {ANSWER}",
        f"**1. Why then?**\n\nBecause.\n\n**2. Who went first?**\n\n{ANSWER}",
        "- **Why then?** Because.\n- **Who went first?** The guards.\n\n  Was it cold? It was.",
        "1. Why then?\n   Because.\n2. Who went first?\n   The guards.\n\n   Was it cold? It was.",
    ],
)
@pytest.mark.parametrize("heading", ["FAQs", "Questions visitors ask", "FAQ about the road"])
def test_questions_are_read_however_they_stand_out(heading, faq):
    story = f"# Out\n\n## 1. The road\n\n{PROSE}\n\n## 2. The river\n\n{PROSE}\n\n"
    outline = read(f"## {heading}\n\n{faq}", "m.md", story)
    words = [
        (question, answer.replace("</strong>", "").replace("<strong>", ""))
        for question, answer in pairs(outline)
    ]
    assert words == EXPECTED
    assert titles(outline) == ["The road", "The river"]
    assert outline.warnings == ()


@BOTH
@pytest.mark.parametrize(
    ("after", "chapters"),
    [
        ("3. The sea\n\nIt was grey.", ["The road", "The river", "The sea"]),
        ("3) The sea\n\nIt was grey.", ["The road", "The river", "The sea"]),
        ("Chapter 3: The sea\n\nIt was grey.", ["The road", "The river", "The sea"]),
        ("Appendix A: Units\n\nThe 40th Army.", ["The road", "The river", "Appendix A: Units"]),
        ("Conclusion\n\nIt ended.", ["The road", "The river"]),
        ("Sources\n\nGrau, 2007.", ["The road", "The river"]),
        ("Notes\n\n[1] Grau, 2007.", ["The road", "The river"]),
        ("Further reading\n\nhttps://example.org/a", ["The road", "The river"]),
        ("Internal links\n\nChapter 1", ["The road", "The river"]),
    ],
)
@pytest.mark.parametrize(
    "faq", ["Q1: Why?\nSo.\n\nQ2: Who?\nThey.", "Q: Why?\nA: So.\n\nQ: Who?\nThey."]
)
def test_nothing_sticks_to_the_last_answer(faq, after, chapters, name):
    outline = read(f"FAQ\n\n{faq}\n\n{after}", name)
    assert pairs(outline) == [("Why?", "<p>So.</p>"), ("Who?", "<p>They.</p>")]
    assert titles(outline) == chapters


@BOTH
def test_numbered_questions_go_on_past_the_number_of_the_last_chapter(name):
    outline = read("FAQ\n\n1. Why?\nSo.\n\n2. Who?\nThey.\n\n3. Tell me when\n\nIn May.", name)
    assert titles(outline) == ["The road", "The river"]
    assert "Tell me when" in str(outline.faqs)


@BOTH
def test_questions_may_come_before_the_chapters(name):
    outline = read(
        "FAQ\n\nQ1: Why?\nSo.\n\nQ2: Who?\nThey.\n\n"
        f"1. The road\n\n{PROSE}\n\n2. The sea\n\n{PROSE}",
        name,
        "The Road Out\n\n",
    )
    assert titles(outline) == ["The road", "The sea"]
    assert pairs(outline) == [("Why?", "<p>So.</p>"), ("Who?", "<p>They.</p>")]


@BOTH
def test_an_answer_may_ask_and_may_hold_lists(name):
    outline = read(
        "FAQ\n\nQ1: What did they take?\n\n1. Flour\n2. Tea\n\nQ2: Who would have thought it?\n"
        "Who indeed?\n\nWhy not?\n\n1. Was it cold?\n2. Was it late?",
        name,
    )
    first, second = outline.faqs
    assert first.answer_html == "<ol><li>Flour</li><li>Tea</li></ol>"
    assert second.answer_html == (
        "<p>Who indeed?</p>\n<p>Why not?</p>\n<ol><li>Was it cold?</li><li>Was it late?</li></ol>"
    )


@BOTH
@pytest.mark.parametrize(
    "faq",
    [
        "Q1: Why?\n\nQ2: Who?\nThey.",
        "Q: Why?\nQ: Who?\nA: They.",
        "1. Why?\n\n2. Who?\nThey.",
    ],
)
def test_a_question_without_an_answer_is_kept_and_told(faq, name):
    outline = read(f"FAQ\n\n{faq}", name)
    assert pairs(outline) == [("Why?", ""), ("Who?", "<p>They.</p>")]
    (warning,) = outline.warnings
    assert warning.code == "faq_without_answer"
    assert warning.message.startswith("Line 13: question 1, “Why?”, has no answer.")
    assert "write the answer under it, or delete the question" in warning.message


@pytest.mark.parametrize(
    ("asks", "says"), [("Question 1.", "Answer."), ("Вопрос 1.", "Ответ."), ("Q1.", "Answer 1.")]
)
def test_a_full_stop_may_end_the_labels(asks, says):
    outline = read(f"FAQ\n\n{asks} Why?\n{says} Because. A. Moss said so.", "m.txt")
    assert pairs(outline) == [("Why?", "<p>Because. A. Moss said so.</p>")]


def test_an_answer_beside_a_bold_question_may_ask_itself():
    story = f"# Out\n\n## 1. The road\n\n{PROSE}\n\n## 2. The river\n\n{PROSE}\n\n"
    outline = read("## FAQs\n\n**Why then?** Because. Why not?\n\n**Who?** Men.", "m.md", story)
    assert pairs(outline) == [
        ("Why then?", "<p>Because. Why not?</p>"),
        ("Who?", "<p>Men.</p>"),
    ]
