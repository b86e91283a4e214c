"""Chapters in documents of people in a hurry, who mark no heading as one."""

import pytest

from cms.importer.manuscript import parse_manuscript

PROSE = "The first column set out at dawn, and by noon the road behind it was empty again."
MORE = "Nobody on the bridge spoke. The river was high, and the drivers watched it as they went."
WRAPPED = (
    "The first column set out at dawn, and by noon\n"
    "the road behind it was empty again. Nobody on\n"
    "the bridge spoke."
)
BOTH = pytest.mark.parametrize("name", ["m.txt", "m.md"])


def read(text, name):
    return parse_manuscript(text, name=name)


def titles(outline):
    return [(chapter.number, chapter.title) for chapter in outline.chapters]


def codes(outline):
    return [warning.code for warning in outline.warnings]


def words(text):
    return text.replace("\n", " ")


HEADINGS = {
    "1.": ("1. The road", "2. The river", "3. The sea"),
    "1)": ("1) The road", "2) The river", "3) The sea"),
    "1 –": ("1 – The road", "2 – The river", "3 – The sea"),
    "1 -": ("1 - The road", "2 - The river", "3 - The sea"),
    "1:": ("1: The road", "2: The river", "3: The sea"),
    "I.": ("I. The road", "II. The river", "III. The sea"),
    "Chapter 1:": ("Chapter 1: The road", "Chapter 2: The river", "Chapter 3: The sea"),
    "Chapter 1.": ("Chapter 1. The road", "Chapter 2. The river", "Chapter 3. The sea"),
    "Chapter 1 without a mark": ("Chapter 1 The road", "Chapter 2 The river", "Chapter 3 The sea"),
    "Chapter III": ("Chapter I – The road", "Chapter II – The river", "Chapter III – The sea"),
    "capitals with a number": ("CHAPTER 1: The road", "CHAPTER 2: The river", "CHAPTER 3: The sea"),
    "Russian": ("Глава 1. The road", "ГЛАВА ВТОРАЯ. The river", "Глава третья: The sea"),
    "Russian number": ("1. The road", "2. The river", "3. The sea"),
    "Dari": ("فصل اول: The road", "فصل دوم: The river", "فصل سوم: The sea"),
    "Dari digits": ("۱. The road", "۲. The river", "۳. The sea"),
    "Dari digits, bracket": ("۱) The road", "۲) The river", "۳) The sea"),
    "Dari digits, dash": ("فصل ۱ – The road", "فصل ۲ – The river", "فصل ۳ – The sea"),
}


@BOTH
@pytest.mark.parametrize("under", ["\n\n", "\n"], ids=["apart", "right on the text"])
@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS)
def test_numbered_lines_head_chapters(headings, under, name):
    chapters = "".join(f"{heading}{under}{PROSE}\n\n{MORE}\n\n" for heading in headings)
    outline = read(f"The Road Out\n\n{chapters}", name)
    assert outline.title == "The Road Out"
    assert titles(outline) == [(1, "The road"), (2, "The river"), (3, "The sea")]
    assert {chapter.html for chapter in outline.chapters} == {f"<p>{PROSE}</p>\n<p>{MORE}</p>"}
    assert outline.warnings == ()


@BOTH
@pytest.mark.parametrize(
    "numbers",
    [
        ("CHAPTER ONE", "CHAPTER TWO", "CHAPTER THREE"),
        ("Chapter 1", "Chapter 2", "Chapter 3"),
        ("Chapter I.", "Chapter II.", "Chapter III."),
        ("ГЛАВА ПЕРВАЯ", "ГЛАВА ВТОРАЯ", "ГЛАВА ТРЕТЬЯ"),
        ("فصل اول", "فصل دوم", "فصل سوم"),
        ("I", "II", "III"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_the_title_may_stand_on_the_line_below_the_number(numbers, between, name):
    chapters = "".join(
        f"{number}{between}{title}\n\n{WRAPPED}\n\n"
        for number, title in zip(numbers, ("The road", "The river", "The sea"), strict=True)
    )
    outline = read(f"The Road Out\n\n{chapters}", name)
    assert titles(outline) == [(1, "The road"), (2, "The river"), (3, "The sea")]
    assert {words(chapter.html) for chapter in outline.chapters} == {f"<p>{words(WRAPPED)}</p>"}


@BOTH
def test_a_lone_number_takes_no_line_of_the_text_for_its_title(name):
    outline = read(f"The Road Out\n\nCHAPTER ONE\n\n{WRAPPED}\n\nCHAPTER TWO\n\n{WRAPPED}\n", name)
    assert titles(outline) == [(1, "CHAPTER ONE"), (2, "CHAPTER TWO")]
    assert {words(chapter.html) for chapter in outline.chapters} == {f"<p>{words(WRAPPED)}</p>"}


@BOTH
def test_lone_roman_numbers_head_chapters(name):
    outline = read(f"The Road Out\n\nI\n\n{PROSE}\n\nII\n\n{MORE}\n\nIII\n\n{PROSE}\n", name)
    assert [chapter.title for chapter in outline.chapters] == ["I", "II", "III"]


@BOTH
@pytest.mark.parametrize("under", ["\n\n", "\n"])
def test_lines_in_capitals_head_chapters(under, name):
    outline = read(
        f"THE ROAD OUT\n\nTERMEZ, 1988\n\nINTRODUCTION{under}{MORE}\n\nTHE ROAD{under}{PROSE}\n\n"
        f"THE RIVER AND THE BRIDGE\nACROSS IT\n\n{PROSE}\n\nCONCLUSION{under}{MORE}\n",
        name,
    )
    assert (outline.title, outline.subtitle) == ("THE ROAD OUT", "TERMEZ, 1988")
    assert titles(outline) == [(None, "THE ROAD"), (None, "THE RIVER AND THE BRIDGE ACROSS IT")]
    assert outline.intro_html == f"<p>{MORE}</p>"
    assert outline.conclusion.html == f"<p>{MORE}</p>"


@pytest.mark.parametrize("under", ["\n\n", "\n"])
def test_bold_lines_head_chapters(under):
    outline = read(
        f"# The Road Out\n\n**The road**{under}{PROSE}\n\n**Note that** it was hot.\n\n"
        f"**The *wide* river**{under}{PROSE}\n\n**Sources**\n\n**Books**\n\nGrau, 2007.\n",
        "m.md",
    )
    assert titles(outline) == [(None, "The road"), (None, "The wide river")]
    assert "Books" in outline.sources_html


@BOTH
def test_a_list_whose_items_hold_text_is_chapters_when_nothing_else_is(name):
    outline = read(
        f"The Road Out\n\n1. The road\n{PROSE}\n2. The river\n{PROSE}\n3. The sea\n{PROSE}\n",
        name,
    )
    assert titles(outline) == [(1, "The road"), (2, "The river"), (3, "The sea")]


@BOTH
def test_titles_that_end_in_a_full_stop_are_chapters_when_nothing_else_is(name):
    outline = read(f"The Road Out\n\n1. The road.\n\n{PROSE}\n\n2. The river.\n\n{MORE}\n", name)
    assert titles(outline) == [(1, "The road."), (2, "The river.")]


@BOTH
@pytest.mark.parametrize(
    "prose",
    [
        "1911. The line was begun.",
        "1911. The line was begun\n\n1912. It was stopped\n\n1913. It was forgotten",
        "They took:\n\n1. flour and tea",
        "They took:\n\n1. flour\n\n2. tea\n\n3. salt",
        "They took:\n1. flour\n2. tea\n3. salt",
        "Three things were to be taken along\n1) flour\n2) tea\n3) salt",
        "They had waited since\n1979. Then they left with\n2. Guards Regiment going first.",
        "Chapter 2 of the order told the drivers to wait.",
        "The order had many parts, of which\nChapter 2. On the bridge, was never read.",
        "10 – 12 lorries waited",
        "I. Petrov stood at the bridge and counted.",
        "1.5 million people had left",
        "2 or 3 drivers slept",
    ],
)
def test_what_only_looks_like_a_chapter_stays_in_its_chapter(prose, name):
    outline = read(
        f"The Road Out\n\n1. The road\n\n{PROSE}\n\n{prose}\n\n{MORE}\n\n2. The river\n\n{MORE}\n\n"
        f"3. The sea\n\n{MORE}\n",
        name,
    )
    assert titles(outline) == [(1, "The road"), (2, "The river"), (3, "The sea")]
    assert outline.warnings == ()
    assert "<h" not in outline.chapters[0].html


@BOTH
def test_years_alone_make_no_chapters(name):
    outline = read(
        f"The Road Out\n\n{PROSE}\n\n1911. The line was begun\n\n{MORE}\n\n"
        f"1912. It was stopped\n\n{MORE}\n",
        name,
    )
    assert codes(outline) == ["no_headings"]
    assert "The line was begun" in outline.chapters[0].html


@BOTH
def test_a_sub_numbered_line_is_a_sub_heading_of_its_chapter(name):
    outline = read(
        f"The Road Out\n\n1. The road\n\n{PROSE}\n\n1.1 Supplies\n\n{MORE}\n\n2. The river\n\n"
        f"{PROSE}\n\n2.1. Boats\n\n{MORE}\n\n1.5 million had left\n",
        name,
    )
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert "<h3>1.1 Supplies</h3>" in outline.chapters[0].html
    assert "<h3>2.1. Boats</h3>" in outline.chapters[1].html
    assert "<p>1.5 million had left</p>" in outline.chapters[1].html


def test_a_chapter_whose_heading_was_forgotten_fills_the_gap():
    outline = read(
        f"# Out\n\n## 1. The road\n\n{PROSE}\n\n2. The river\n\n{MORE}\n\n## 3. The sea\n\n"
        f"{PROSE}\n",
        "m.md",
    )
    assert titles(outline) == [(1, "The road"), (2, "The river"), (3, "The sea")]
    assert outline.warnings == ()


def test_a_bold_line_is_a_chapter_although_the_number_before_it_was_skipped():
    outline = read(
        f"# Out\n\n## 1. The road\n\n{PROSE}\n\n**3. THE RIVER**\n\n{MORE}\n\n## 4. The sea\n\n"
        f"{PROSE}\n",
        "m.md",
    )
    assert titles(outline) == [(1, "The road"), (3, "THE RIVER"), (4, "The sea")]
    (gap,) = outline.warnings
    assert "there is no chapter 2" in gap.message


def test_a_plain_numbered_line_in_a_wider_gap_stays_a_line():
    outline = read(
        f"# Out\n\n## 1. The road\n\n{PROSE}\n\n3. The river\n\n{MORE}\n\n## 4. The sea\n\n"
        f"{PROSE}\n",
        "m.md",
    )
    assert titles(outline) == [(1, "The road"), (4, "The sea")]


def test_headings_inside_unmarked_chapters_stay_inside():
    outline = read(
        f"# Out\n\nChapter 1: The road\n\n{PROSE}\n\n## Supplies\n\n{MORE}\n\n"
        f"Chapter 2: The river\n\n{PROSE}\n\n## Boats\n\n{MORE}\n",
        "m.md",
    )
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    assert "<h3>Boats</h3>" in outline.chapters[1].html


def test_a_numbered_list_inside_marked_chapters_stays_a_list():
    outline = read(
        f"# Out\n\n## The road\n\n{PROSE}\n\n1. East\n\n{MORE}\n\n2. West\n\n{MORE}\n\n"
        f"## The river\n\n{PROSE}\n",
        "m.md",
    )
    assert titles(outline) == [(None, "The road"), (None, "The river")]


@BOTH
@pytest.mark.parametrize(
    ("page", "title", "subtitle"),
    [
        ("The Road Out", "The Road Out", ""),
        ("The Road Out\nTermez, 1988", "The Road Out", "Termez, 1988"),
        ("The Road Out\n\nTermez, 1988", "The Road Out", "Termez, 1988"),
        ("The Road Out\nTermez, 1988\nAnna Petrova", "The Road Out", "Termez, 1988"),
        ("Title: The Road Out\nSubtitle: Termez, 1988", "The Road Out", "Termez, 1988"),
        ("Название: Дорога", "Дорога", ""),
        ("Who left first?", "Who left first?", ""),
        (f"{PROSE}\n\n{MORE}", "", ""),
        (WRAPPED, "", ""),
    ],
)
def test_the_title_is_the_first_short_line(page, title, subtitle, name):
    outline = read(f"{page}\n\n1. The road\n\n{PROSE}\n\n2. The river\n\n{MORE}\n", name)
    assert (outline.title, outline.subtitle) == (title, subtitle)
    assert titles(outline) == [(1, "The road"), (2, "The river")]
    if "Anna" in page:
        assert outline.intro_html == "<p>Anna Petrova</p>"


def test_a_line_that_says_chapter_is_one_though_another_is_marked():
    outline = parse_manuscript(
        "Salt\n\nContents:\nChapter 1. The pans......3\nChapter 2. The mules......7\n"
        "Chapter 3. The ships\n\nChapter 1. The pans\n===================\n\nDug.\n\n"
        "Chapter 2. The mules\n\nAte.\n\nChapter 3. The ships\n\nSailed.\n",
        name="salt.txt",
    )

    assert [chapter.title for chapter in outline.chapters] == [
        "The pans",
        "The mules",
        "The ships",
    ]
    assert outline.warnings == ()


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_title_of_two_lines_below_its_number_is_one_title(between):
    outline = parse_manuscript(
        f"CHAPTER ONE{between}THE FIRST\nBRIDGE\n\nIt fell.\n\n"
        f"CHAPTER TWO{between}THE LAST\nBRIDGE\n\nIt stands.\n",
        name="m.txt",
    )
    assert [(chapter.title, chapter.html) for chapter in outline.chapters] == [
        ("THE FIRST BRIDGE", "<p>It fell.</p>"),
        ("THE LAST BRIDGE", "<p>It stands.</p>"),
    ]


def test_the_letters_of_a_glossary_are_no_roman_numbers():
    outline = parse_manuscript(
        "# Salt\n\n## The pans\n\nDug.\n\n## C\n\nCistern\n\nA tank.\n", name="salt.md"
    )

    assert [chapter.title for chapter in outline.chapters] == ["The pans", "C"]
    assert "<p>Cistern</p>" in outline.chapters[1].html
