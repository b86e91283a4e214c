"""Whatever a manuscript holds, every paragraph turns up once, in its place."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.importer.manuscript import parse_manuscript

WORDS = {
    "en": "river bridge column winter letter the of and went home across stood quiet road",
    "ru": "река мост колонна зима письмо и дорога домой через тихо стояла шла обратно",
    "fa-AF": "دریا پل ستون زمستان نامه و راه خانه می‌رفت آرام ایستاد بازگشت خالی",
}
HEADS = {
    "en": ("Contents", "Introduction", "Conclusion", "FAQs", "Q{}: ", "External resources"),
    "ru": ("Содержание", "Введение", "Заключение", "Вопросы и ответы", "В{}: ", "Внешние ссылки"),
    "fa-AF": ("فهرست", "مقدمه", "نتیجه", "پرسش‌ها", "س{}: ", "منابع بیرونی"),
}
ENCODINGS = {
    "en": ("utf-8", "utf-8-sig", "utf-16", "cp1252"),
    "ru": ("utf-8", "utf-16", "cp1251"),
    "fa-AF": ("utf-8", "utf-8-sig", "utf-16"),
}

PIECES = [
    "# ", "## 1. A", "## ", "1. ", "Q1: ", "Contents", "FAQs", "Conclusion", "\n", "\n\n",
    "[^1]", "[^1]: ", "@key", ":::", "::: note\n", "| a |\n|--|\n", "> ", "- ", "— x",
    "<script>", "</script>", "<!--", "*", "**", "![", "](", ")", "[1]", "?", "Sources", "```\n",
    "Notes", "See chapter 4.", "External links", "CHAPTER ONE", "1.1 x", "\t", "    ", "---\n",
]  # fmt: skip


@st.composite
def manuscripts(draw):
    """A manuscript as plain values: language and paragraphs by place, each with its own mark."""
    language = draw(st.sampled_from(sorted(WORDS)))
    words = WORDS[language].split()
    count = 0

    def paragraph():
        nonlocal count
        count += 1
        chosen = draw(st.lists(st.sampled_from(words), min_size=4, max_size=30))
        return f"{' '.join(chosen)} mark{count}mark."

    def paragraphs(least=1):
        return [paragraph() for _ in range(draw(st.integers(least, 4)))]

    return {
        "language": language,
        "introduction": paragraphs(0),
        "chapters": [paragraphs() for _ in range(draw(st.integers(2, 6)))],
        "conclusion": paragraphs(0),
        "faqs": [paragraphs() for _ in range(draw(st.integers(0, 4)))],
        "contents": draw(st.booleans()),
        "ending": draw(st.sampled_from(["\n", "\r\n", "\r"])),
        "encoding": draw(st.sampled_from(ENCODINGS[language])),
        "wrap": draw(st.sampled_from([0, 40, 72])),
    }


def wrapped(text, width):
    if not width:
        return text
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def write(made, *, mark):
    contents, introduction, conclusion, faqs, question, external = HEADS[made["language"]]
    titles = [f"Title {string.ascii_uppercase[n]} of it" for n in range(len(made["chapters"]))]
    blocks = [f"{mark[:1]} The exhibit".strip()]
    if made["contents"]:
        entries = [f"{n}. {title}" for n, title in enumerate(titles, start=1)]
        entries += [conclusion] if made["conclusion"] else []
        blocks.append("\n".join([f"{mark}{contents}", "", *entries]))
    sections = [(introduction, made["introduction"])] if made["introduction"] else []
    sections += [
        (f"{n}. {title}", paragraphs)
        for n, (title, paragraphs) in enumerate(zip(titles, made["chapters"], strict=True), start=1)
    ]
    sections += [(conclusion, made["conclusion"])] if made["conclusion"] else []
    for heading, paragraphs in sections:
        blocks += [f"{mark}{heading}", *(wrapped(text, made["wrap"]) for text in paragraphs)]
    if made["faqs"]:
        blocks.append(f"{mark}{faqs}")
        for n, (first, *more) in enumerate(made["faqs"], start=1):
            asked = f"{question.format(n)}Is this number {n}?\n{wrapped(first, made['wrap'])}"
            blocks += [asked, *(wrapped(text, made["wrap"]) for text in more)]
        blocks += [f"{mark}{external}", "https://example.org/a"]
    return ("\n\n".join(blocks) + "\n").replace("\n", made["ending"])


def words_of(html):
    return " ".join(html.replace("<p>", "").split())


@pytest.mark.parametrize(("name", "mark"), [("m.md", "## "), ("m.txt", "")])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=manuscripts())
def test_every_paragraph_turns_up_once_in_its_place(name, mark, made):
    document = write(made, mark=mark).encode(made["encoding"])
    outline = parse_manuscript(document, name=name, language=made["language"])
    places = [
        (made["introduction"], outline.intro_html),
        *zip(made["chapters"], [chapter.html for chapter in outline.chapters], strict=True),
        (made["conclusion"], outline.conclusion.html if outline.conclusion else ""),
        *zip(made["faqs"], [faq.answer_html for faq in outline.faqs], strict=True),
    ]
    for paragraphs, html in places:
        expected = "".join(f"{text}</p> " for text in paragraphs).strip()
        assert words_of(html) == expected
    assert len(outline.external_links) == (1 if made["faqs"] else 0)
    assert {warning.code for warning in outline.warnings} <= {"encoding_guessed"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.text(max_size=12),
        ),
        max_size=60,
    ).map("".join),
    name=st.sampled_from(["m.md", "m.txt"]),
)
def test_no_text_makes_the_parser_fail(text, name):
    outline = parse_manuscript(text, name=name)
    assert outline.status == "ok"
    outline.to_json_dict()


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["m.md", "m.txt", "m.docx", "", "x"]))
def test_no_bytes_make_the_parser_fail(data, name):
    outline = parse_manuscript(data, name=name)
    assert outline.status in {"ok", "rejected"}
    assert bool(outline.message) == (outline.status == "rejected")
