"""Which lines of a manuscript become chapters, and which do not."""

import pytest

from cms.importer.manuscript import parse_manuscript

PROSE = "The first column set out at dawn, and by noon the road behind it was empty again."


def read(text, name="manuscript.md", **kwargs):
    return parse_manuscript(text, name=name, **kwargs)


def titles(outline):
    return [(chapter.number, chapter.title) for chapter in outline.chapters]


def codes(outline):
    return [warning.code for warning in outline.warnings]


@pytest.mark.parametrize(
    "headings",
    [
        ("## 1. The road", "## 2. The river"),
        ("## 1) The road", "## 2) The river"),
        ("## 1 – The road", "## 2 – The river"),
        ("## I. The road", "## II. The river"),
        ("## Chapter 1: The road", "## Chapter 2: The river"),
        ("## CHAPTER ONE The road", "## CHAPTER TWO The river"),
        ("# 1. The road", "# 2. The river"),
        ("### 1. The road", "### 2. The river"),
        ("1. The road\n===========", "2. The river\n============"),
        ("**1. The road**", "**2. The river**"),
        ("1. The road", "2. The river"),
        ("1\\. The road", "2\\. The river"),
        ("Chapter 1: The road", "Chapter 2: The river"),
        ("Глава 1. The road", "Глава 2. The river"),
        ("## فصل ۱: The road", "## فصل ۲: The river"),
        ("## ۱. The road", "## ۲. The river"),
    ],
)
def test_a_numbered_heading_begins_a_chapter(headings):
    first, second = headings
    outline = read(f"# The Road Out\n\n{first}\n\n{PROSE}\n\n{second}\n\n{PROSE}\n")
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert outline.title == "The Road Out"
    assert outline.warnings == ()


@pytest.mark.parametrize(
    "headings",
    [
        ("1. The road", "2. The river"),
        ("1) The road", "2) The river"),
        ("1 – The road", "2 – The river"),
        ("I. The road", "II. The river"),
        ("Chapter 1: The road", "Chapter 2: The river"),
        ("CHAPTER ONE\nThe road", "CHAPTER TWO\nThe river"),
        ("CHAPTER ONE\n\nThe road", "CHAPTER TWO\n\nThe river"),
        ("Глава первая\nThe road", "Глава вторая\nThe river"),
        ("۱. The road", "۲. The river"),
    ],
)
def test_a_numbered_line_of_plain_text_begins_a_chapter(headings):
    first, second = headings
    outline = read(
        f"The Road Out\n\n{first}\n\n{PROSE}\n\n{second}\n\n{PROSE}\n", name="manuscript.txt"
    )
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert outline.title == "The Road Out"
    assert outline.warnings == ()


def test_lines_in_capitals_begin_chapters_of_plain_text():
    outline = read(f"The Road Out\n\nTHE ROAD\n\n{PROSE}\n\nTHE RIVER\n\n{PROSE}\n", name="m.txt")
    assert titles(outline) == [(None, "THE ROAD"), (None, "THE RIVER")]


def test_lines_named_in_the_contents_begin_chapters():
    outline = read(
        (
            f"The Road Out\n\nContents\nThe road\nThe river\n\n"
            f"The road\n\n{PROSE}\n\nThe river\n\n{PROSE}\n"
        ),
        name="m.txt",
    )
    assert titles(outline) == [(None, "The road"), (None, "The river")]
    assert outline.warnings == ()


def test_unnumbered_headings_are_chapters():
    outline = read(f"# Out\n\n## The road\n\n{PROSE}\n\n## The river\n\n{PROSE}\n")
    assert titles(outline) == [(None, "The road"), (None, "The river")]


@pytest.mark.parametrize("name", ["m.md", "m.txt"])
def test_a_numbered_list_inside_a_chapter_is_no_chapter(name):
    outline = read(
        f"The Road Out\n\n1. The road\n\n{PROSE}\n\n1. Flour\n2. Tea\n3. Salt\n\n{PROSE}\n\n"
        f"2. The river\n\n{PROSE}\n\n1. Boats\n\n2. Ropes\n\n3. Poles\n\n{PROSE}\n",
        name=name,
    )
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert "Salt" in outline.chapters[0].html
    assert "Poles" in outline.chapters[1].html


@pytest.mark.parametrize("name", ["m.md", "m.txt"])
def test_a_year_is_no_chapter_number(name):
    outline = read(
        f"The Road Out\n\n1. The road\n\n{PROSE}\n\n"
        f"1911. The year the line was begun\n\n{PROSE}\n\n"
        f"2. The river\n\n{PROSE}\n",
        name=name,
    )
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert "1911" in outline.chapters[0].html


@pytest.mark.parametrize("name", ["m.md", "m.txt"])
def test_hard_wrapped_prose_is_no_chapter(name):
    wrapped = "They had waited since\n1979. Then they left with\n2. Guards Regiment going first."
    outline = read(
        f"The Road Out\n\n1. The road\n\n{wrapped}\n\n2. The river\n\n{PROSE}\n", name=name
    )
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert "Guards Regiment" in outline.chapters[0].html


def test_a_sub_numbered_heading_stays_inside_its_chapter():
    outline = read(
        f"# T\n\n## 1. Road\n\n## 1.1 Supplies\n\n{PROSE}\n\n### Deeper\n\nx\n\n## 2. River\n\ny\n"
    )
    assert titles(outline) == [(1, "Road"), (2, "River")]
    assert "<h3>1.1 Supplies</h3>" in outline.chapters[0].html
    assert ">Deeper</h" in outline.chapters[0].html


def test_a_chapter_one_level_too_deep_is_still_a_chapter():
    outline = read("# T\n\n## 1. A\n\na\n\n### 2. B\n\nb\n\n## 3. C\n\nc\n")
    assert titles(outline) == [(1, "A"), (2, "B"), (3, "C")]


def test_a_heading_may_be_underlined_at_any_length():
    outline = read(f"# T\n\nThe road\n{'-' * 60}\n\na\n\nThe river\n{'-' * 60}\n\nb\n")
    assert titles(outline) == [(None, "The road"), (None, "The river")]


def test_a_part_may_be_headed_by_its_word_right_on_its_text():
    outline = read(
        f"T\n\n1. A\n\n{PROSE}\n\n2. B\n\n{PROSE}\n\nConclusion\n{PROSE}\n\nFAQs\nQ1: Why?\nSo.\n",
        name="m.txt",
    )
    assert outline.conclusion.html == f"<p>{PROSE}</p>"
    assert outline.faqs[0].answer_html == "<p>So.</p>"


def test_a_document_whose_chapters_are_first_level_headings_keeps_its_title():
    outline = read("# The Road Out\n\n*Standfirst.*\n\n# 1. Road\n\na\n\n# 2. River\n\nb\n")
    assert outline.title == "The Road Out"
    assert outline.standfirst == "Standfirst."
    assert titles(outline) == [(1, "Road"), (2, "River")]


def test_the_title_page_is_read():
    outline = read(
        "# The Road Out\n\nTermez and the end of a war\n\n"
        "*How an army went home.*\n\n## 1. A\n\na\n"
    )
    assert outline.title == "The Road Out"
    assert outline.subtitle == "Termez and the end of a war"
    assert outline.standfirst == "How an army went home."


def test_text_before_the_first_heading_opens_the_introduction():
    outline = read(f"# T\n\n{PROSE}\n\n## Introduction\n\nMore.\n\n## 1. A\n\na\n")
    assert outline.intro_html == f"<p>{PROSE}</p>\n<p>More.</p>"


def test_the_standfirst_is_the_first_paragraph_wholly_in_italics():
    outline = read("# T\n\n## 1. A\n\n*All of it.*\n\nBody.\n\n## 2. B\n\n*Partly* so.\n")
    first, second = outline.chapters
    assert first.standfirst == "All of it."
    assert [block.html for block in first.blocks] == ["<p>Body.</p>"]
    assert first.html == "<p><em>All of it.</em></p>\n<p>Body.</p>"
    assert second.standfirst == ""


def test_a_numbered_conclusion_is_a_chapter_and_the_unnumbered_one_the_conclusion():
    outline = read(
        "# T\n\n## 1. A\n\na\n\n## 2. Conclusion: what we know\n\nb\n\n## Conclusion\n\nc\n"
    )
    assert titles(outline) == [(1, "A"), (2, "Conclusion: what we know")]
    assert outline.conclusion.html == "<p>c</p>"


def test_a_second_conclusion_is_kept_with_a_warning():
    outline = read("# T\n\n## 1. A\n\na\n\n## Conclusion\n\nb\n\n## Conclusion\n\nc\n")
    assert outline.conclusion.html == "<p>b</p>"
    assert outline.chapters[-1].html == "<p>c</p>"
    assert codes(outline) == ["duplicate_section"]
    assert "line 7" in outline.warnings[0].message


def test_an_appendix_is_kept_as_one():
    outline = read("# T\n\n## 1. A\n\na\n\n## Appendix: units\n\nb\n")
    assert [chapter.kind for chapter in outline.chapters] == ["chapter", "appendix"]


def test_a_manuscript_without_headings_is_one_chapter_with_a_warning():
    outline = read(f"{PROSE}\n\n{PROSE}\n", name="m.txt")
    assert codes(outline) == ["no_headings"]
    assert len(outline.chapters) == 1
    assert outline.chapters[0].html.count("The first column") == 2


@pytest.mark.parametrize("document", [b"", b"   \n\n\t\n", "# Only a title\n", "\ufeff".encode()])
def test_an_empty_manuscript_is_said_to_be_empty(document):
    outline = read(document)
    assert outline.status == "ok"
    assert not outline.has_content
    assert codes(outline) == ["empty_document"]


@pytest.mark.parametrize(
    ("numbers", "code", "words"),
    [
        ((1, 2, 4), "numbering_gap", "no chapter 3"),
        ((2, 3), "numbering_gap", "no chapter 1"),
        ((1, 2, 2), "duplicate_number", "Chapter 2"),
        ((1, 3, 2), "out_of_order", "comes after chapter 3"),
    ],
)
def test_broken_numbering_is_told_with_its_line(numbers, code, words):
    text = "# T\n\n" + "".join(f"## {n}. Title {i}\n\ntext\n\n" for i, n in enumerate(numbers))
    outline = read(text)
    assert len(outline.chapters) == len(numbers)
    (warning,) = outline.warnings
    assert warning.code == code
    assert words in warning.message
    assert warning.message.startswith("Line ")
    assert warning.where.startswith("line ")


def test_two_chapters_with_one_title_are_both_kept():
    outline = read("# T\n\n## 1. Road\n\na\n\n## 2. Road\n\nb\n")
    assert [chapter.html for chapter in outline.chapters] == ["<p>a</p>", "<p>b</p>"]
    assert codes(outline) == ["duplicate_section"]
    assert len({chapter.slug for chapter in outline.chapters}) == 2


def test_front_matter_gives_title_and_language():
    outline = read("---\ntitle: Дорога\nlanguage: ru\n---\n\n## 1. Мост\n\nтекст\n")
    assert (outline.title, outline.language) == ("Дорога", "ru")
    assert outline.chapters[0].line == 6


def test_json_has_exactly_the_documented_keys():
    data = read("# T\n\n## 1. A\n\na\n\n## FAQs\nQ1: Why?\nSo.\n\n![](a.png)\n").to_json_dict()
    assert list(data) == [
        "status", "error", "message", "title", "language", "direction", "intro_html", "chapters",
        "conclusion", "sources_html", "faqs", "external_links", "internal_links", "footnotes",
        "images", "warnings",
    ]  # fmt: skip
    assert data["chapters"] == [{"title": "A", "slug": "a", "html": "<p>a</p>"}]
    assert list(data["faqs"][0]) == ["question", "answer_html"]
    assert data["images"] == [{"alt": ""}]
    assert list(data["warnings"][0]) == ["code", "message"]


def test_json_leaves_out_no_words_that_stand_under_the_title_or_beside_a_link():
    data = read(
        "# T\n\nIn five rooms\n\n*Read this first.*\n\nOpening.\n\n## 1. A\n\na\n\n"
        "## Further reading\n\n- [Lamps](https://lamps.example/) — the keepers’ own site\n"
    ).to_json_dict()

    assert data["intro_html"] == (
        "<p>In five rooms</p>\n<p><em>Read this first.</em></p>\n<p>Opening.</p>"
    )
    assert data["external_links"] == [
        {
            "label": "Lamps",
            "url": "https://lamps.example/",
            "note": "the keepers’ own site",
        }
    ]


@pytest.mark.parametrize("name", ["m.txt", "m.md"])
@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("1- The road", "2- The river", "3- The sea"), ("۱- راه", "۲- رود", "۳- دریا")],
)
def test_a_hyphen_right_after_the_number_marks_a_chapter(first, second, third, name):
    outline = parse_manuscript(f"T\n\n{first}\n\na\n\n{second}\n\nb\n\n{third}\n\nc\n", name=name)
    assert [chapter.title for chapter in outline.chapters] == [
        title.split(" ", 1)[1] for title in (first, second, third)
    ]


def test_a_list_numbered_with_hyphens_is_a_list():
    outline = parse_manuscript(
        "T\n\n1. A\n\n1- Flour\n2- Tea\n\n2. B\n\nThe 20- and 30-pound guns.\n", name="m.txt"
    )
    assert [chapter.html for chapter in outline.chapters] == [
        "<ol><li>Flour</li><li>Tea</li></ol>",
        "<p>The 20- and 30-pound guns.</p>",
    ]
