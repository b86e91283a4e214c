"""Whatever a manuscript holds, every paragraph turns up once, in its place, in every format."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.importer.manuscript import parse_manuscript
from tests.manuscript.generation.model import (
    NUMBERED,
    Items,
    Manuscript,
    Quotation,
    Rows,
    Text,
    manuscripts,
)
from tests.manuscript.generation.writers import (
    HtmlWriter,
    MarkdownWriter,
    TextWriter,
    WordWriter,
)
from tests.manuscript.kept_words import said, words_lost

ENCODINGS = {
    "en": ("utf-8", "utf-8-sig", "utf-16", "cp1252"),
    "ru": ("utf-8", "utf-8-sig", "utf-16", "cp1251"),
    "fa-AF": ("utf-8", "utf-8-sig", "utf-16"),
}
ENDINGS = ("\n", "\r\n", "\r")
MARK = re.compile(r"mark[0-9]+mark")
CITATION = re.compile(r"\s*(?:<sup>)?\[[0-9]+\](?:</sup>)?")

bounded = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def units(pieces) -> list[str]:
    """Every run of words that must stay together, in order."""
    found: list[str] = []
    for piece in pieces:
        match piece:
            case Text() | Quotation():
                found.append(piece.words)
            case Items():
                found += piece.items
            case Rows():
                found += [cell for row in piece.rows for cell in row]
    return found


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", CITATION.sub("", html)).split())


def check(outline, made: Manuscript) -> None:
    assert outline.title == made.title
    places = [
        (made.introduction, outline.intro_html),
        *zip(
            [pieces for _, pieces in made.chapters],
            [chapter.html for chapter in outline.chapters],
            strict=True,
        ),
        (made.conclusion, outline.conclusion.html if outline.conclusion else ""),
        *zip(
            [answer for _, answer in made.faqs],
            [faq.answer_html for faq in outline.faqs],
            strict=True,
        ),
        ([Text(source) for source in made.sources], outline.sources_html),
    ]
    for pieces, html in places:
        expected = units(pieces)
        assert MARK.findall(html) == [mark for unit in expected for mark in MARK.findall(unit)]
        words = plain(html)
        for unit in expected:
            assert plain(unit) in words
    check_parts(outline, made)
    assert sorted(MARK.findall(said(outline))) == sorted(MARK.findall(repr(made)))


def check_parts(outline, made: Manuscript) -> None:
    capitals = made.headings == "capitals"
    titles = [title.upper() if capitals else title for title, _ in made.chapters]
    assert [chapter.title for chapter in outline.chapters] == titles
    if made.headings in NUMBERED:
        numbers = [chapter.number for chapter in outline.chapters]
        assert numbers == list(range(1, len(titles) + 1))
    assert [faq.question for faq in outline.faqs] == [question for question, _ in made.faqs]
    assert [(link.label, link.url) for link in outline.external_links] == made.links
    cited = [note for note in made.notes if note]
    assert sorted(plain(note.html) for note in outline.footnotes) == sorted(cited)
    assert {warning.code for warning in outline.warnings} <= {"encoding_guessed"}


@bounded
@given(
    made=manuscripts(),
    width=st.sampled_from([0, 40, 72]),
    ending=st.sampled_from(ENDINGS),
    encoding=st.integers(0, 3),
)
def test_plain_text_is_read_whole(made, width, ending, encoding):
    if made.headings == "bold":
        made.headings = "1."
    writer = TextWriter(width=width)
    writer.write(made)
    encodings = ENCODINGS[made.language]
    document = writer.text.replace("\n", ending).encode(encodings[encoding % len(encodings)])
    check(parse_manuscript(document, name="m.txt", language=made.language), made)


@bounded
@given(
    made=manuscripts(),
    width=st.sampled_from([0, 40, 72]),
    ending=st.sampled_from(ENDINGS),
    encoding=st.integers(0, 3),
    marks_headings=st.booleans(),
)
def test_markdown_is_read_whole(made, width, ending, encoding, marks_headings):
    writer = MarkdownWriter(width=width, marks_headings=marks_headings)
    writer.write(made)
    encodings = ENCODINGS[made.language]
    document = writer.text.replace("\n", ending).encode(encodings[encoding % len(encodings)])
    check(parse_manuscript(document, name="m.md", language=made.language), made)


@bounded
@given(made=manuscripts(), marks_headings=st.booleans())
def test_html_is_read_whole(made, marks_headings):
    writer = HtmlWriter(marks_headings=marks_headings)
    writer.write(made)
    document = writer.text.encode()
    check(parse_manuscript(document, name="m.html", language=made.language), made)


@settings(parent=bounded, max_examples=25)
@given(made=manuscripts(), marks_headings=st.booleans())
def test_word_is_read_whole(made, marks_headings):
    writer = WordWriter(marks_headings=marks_headings)
    writer.write(made)
    check(parse_manuscript(writer.bytes, name="m.docx", language=made.language), made)


PIECES = [
    "# ", "## 1. A", "## ", "1. ", "Q1: ", "Contents", "FAQs", "Conclusion", "\n", "\n\n",
    "[^1]", "[^1]: ", "@key", ":::", "::: note\n", "| a |\n|--|\n", "> ", "- ", "— x",
    "<script>", "</script>", "<!--", "*", "**", "![", "](", ")", "[1]", "?", "Sources", "```\n",
    "Notes", "See chapter 4.", "External links", "CHAPTER ONE", "1.1 x", "\t", "    ", "---\n",
]  # fmt: skip
LINES = [
    "1. The road", "2. The river", "I", "II.", "CHAPTER ONE", "Chapter 2: The sea", "THE ROAD",
    "Contents", "FAQs", "Q1: Why?", "Q:", "A: Because.", "Sources", "Notes", "[1] Grau.",
    "Internal links", "External resource(s)", "UN: https://un.example/a", "https://salt.example",
    "Chapter 1", "Conclusion", "1.1 Supplies", "- flour", "1. tea", "They took:", "Really?",
    "A sentence of some length that was typed by somebody in a great hurry [1, 2].", "Appendix A",
    "1911. The line was begun", "introduction", "The road .... 3", "*", "= = =", "www.x.example",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(
        st.one_of(st.sampled_from(PIECES), st.text(max_size=12)),
        max_size=60,
    ).map("".join),
    name=st.sampled_from(["m.md", "m.txt", "m.html"]),
)
def test_no_text_makes_the_parser_fail(text, name):
    outline = parse_manuscript(text, name=name)
    assert outline.status == "ok"
    outline.to_json_dict()


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    lines=st.lists(
        st.tuples(
            st.sampled_from(LINES),
            st.sampled_from(["\n", "\n\n", "\nThen word{} was said.\n\n", "\n\nThen word{}.\n\n"]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_no_order_of_lines_makes_a_plain_text_lose_a_word(lines):
    text = "".join(f"{line}{after.format(number)}" for number, (line, after) in enumerate(lines))
    outline = parse_manuscript(text, name="m.txt")
    assert words_lost(text, outline) == []


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["m.md", "m.txt", "m.docx", "m.html", "", "x"]),
)
def test_no_bytes_make_the_parser_fail(data, name):
    outline = parse_manuscript(data, name=name)
    assert outline.status in {"ok", "rejected"}
    assert bool(outline.message) == (outline.status == "rejected")


@pytest.mark.parametrize("name", ["m.txt", "m.md"])
def test_the_generated_manuscripts_do_fail_when_a_paragraph_is_missing(name):
    """Without which the tests above would prove nothing."""
    made = Manuscript("en", "1.", "Q1:", "The road", False)
    made.chapters = [("A road", [Text("One mark1mark.")]), ("A sea", [Text("Two mark2mark.")])]
    writer = TextWriter(width=0)
    writer.write(made)
    with pytest.raises(AssertionError):
        check(parse_manuscript(writer.text.replace("mark2mark", ""), name=name), made)
