"""Contents lists: Word's own, Google's, one typed by hand; each is used and goes."""

import pytest

from tests.manuscript.word.package_builder import (
    codes,
    field,
    h,
    outline_of,
    p,
    r,
    style,
    table,
)

TAB = "<w:r><w:tab/></w:r>"
CHAPTERS = [h("The road"), p("a"), h("The bridge"), p("b"), h("The river"), p("c")]
TITLES = ["The road", "The bridge", "The river"]


def entry(words, page, style_id="", properties=""):
    link = (
        f'<w:hyperlink w:anchor="_Toc1">{r(words)}{TAB}{field("PAGEREF _Toc1", page)}</w:hyperlink>'
    )
    return p(link, style=style_id, properties=properties)


def begun(code="TOC \\o"):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def in_gallery(*body):
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(body)}</w:sdtContent></w:sdt>"
    )


STYLES = (
    style("TOC1", name="toc 1")
    + style("TOC2", name="toc 2")
    + style("TOCHeading", name="TOC Heading")
)
WORDS = [
    in_gallery(
        p("What you will find", style="TOCHeading"),
        p(begun(), f'<w:hyperlink w:anchor="_Toc1">{r("The road")}</w:hyperlink>', TAB, "3",
          style="TOC1"),
        entry("The start", "4", "TOC2"), entry("The bridge", "9", "TOC1"),
        entry("The river", "12", "TOC1"), p(ENDED),
    )
]  # fmt: skip
FIELD_WITHOUT_STYLES = [
    p("Contents"), p(begun(), r("The road"), TAB, "3"), p("The bridge", TAB, "9"),
    p("The river", TAB, "12", ENDED),
]  # fmt: skip
GOOGLES = [
    in_gallery(
        entry("The road", "3"), entry("The start", "4", properties='<w:ind w:left="360"/>'),
        entry("The bridge", "9"), entry("The river", "12"),
    )
]  # fmt: skip
STYLED = [h("Contents"), *(entry(title, "5", "TOC1") for title in TITLES)]
GERMAN = [p("Inhalt", style="X"), *(p(title, TAB, "5", style="V") for title in TITLES)]


@pytest.mark.parametrize("listed", [WORDS, FIELD_WITHOUT_STYLES, GOOGLES, STYLED])
def test_a_contents_list_made_by_a_program_is_used_and_removed(listed):
    outline = outline_of(p("The Exhibit", style="Title"), *listed, *CHAPTERS, styles=STYLES)
    assert [chapter.title for chapter in outline.chapters] == TITLES
    assert [chapter.html for chapter in outline.chapters] == ["<p>a</p>", "<p>b</p>", "<p>c</p>"]
    assert outline.title == "The Exhibit"
    assert outline.introduction is None
    assert codes(outline) == []


def test_a_contents_list_tells_what_is_missing():
    listed = [p("Contents"), *(entry(title, "5", "TOC1") for title in ["The road", "The sea"])]
    outline = outline_of(*listed, *CHAPTERS[:4], styles=STYLES)
    assert "toc_entry_without_section" in codes(outline)
    assert "section_missing_from_toc" in codes(outline)


def test_numbers_in_the_contents_list_are_chapter_numbers():
    numbered = [
        p(f"{n}.", TAB, title, TAB, "5", style="TOC1") for n, title in enumerate(TITLES, start=1)
    ]
    chapters = [h(f"{n}. {title}") + p("x") for n, title in enumerate(TITLES, start=1)]
    outline = outline_of(p("Contents"), *numbered, *chapters, styles=STYLES)
    assert [(one.number, one.title) for one in outline.chapters] == [*enumerate(TITLES, start=1)]
    assert codes(outline) == []


def test_a_list_that_was_never_filled_in_leaves_nothing():
    empty = p(begun(), "Right-click to update the table of contents.", ENDED)
    outline = outline_of(p("The Exhibit", style="Title"), p("Contents"), empty, *CHAPTERS)
    assert [chapter.title for chapter in outline.chapters] == TITLES
    assert "Right-click" not in str(outline)


def test_a_contents_field_that_is_never_closed_swallows_no_text():
    outline = outline_of(p(begun(), "The road", TAB, "3"), *CHAPTERS, p("The last words."))
    assert [chapter.title for chapter in outline.chapters] == TITLES
    assert "The last words." in outline.chapters[-1].html


def test_a_list_of_figures_goes_with_its_heading():
    figures = [
        h("List of figures"),
        p(begun('TOC \\h \\c "Figure"'), "Figure 1 A tank", TAB, "3"),
        p("Figure 2 A bridge", TAB, "4", ENDED),
    ]
    outline = outline_of(p("The Exhibit", style="Title"), *figures, *CHAPTERS)
    assert [chapter.title for chapter in outline.chapters] == TITLES
    assert "A tank" not in str(outline)


def dotted(*titles):
    return [p(title, " ............ ", str(page)) for page, title in enumerate(titles, start=3)]


BY_HAND = {
    "dots": dotted(*TITLES),
    "tabs": [p(title, TAB, "7") for title in TITLES],
    "numbered": [p(f"{n}. {title}") for n, title in enumerate(TITLES, start=1)],
    "breaks": [p("<w:r><w:br/></w:r>".join(r(title) for title in TITLES))],
    "table": [table(*([title, "7"] for title in TITLES))],
    "list": [
        p(title, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        for title in TITLES
    ],
}
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize("kind", sorted(BY_HAND))
def test_a_contents_list_typed_by_hand_is_used_and_removed(kind):
    outline = outline_of(
        p("The Exhibit", style="Title"), p("Contents"), *BY_HAND[kind],
        p("A word before it all begins, which is a sentence."), *CHAPTERS,
        numbering=NUMBERING,
    )  # fmt: skip
    assert [chapter.title for chapter in outline.chapters] == TITLES
    assert outline.intro_html == "<p>A word before it all begins, which is a sentence.</p>"
    assert codes(outline) == []


def test_a_chapter_without_mark_is_known_by_the_contents_list():
    outline = outline_of(
        p("The Exhibit"), p("Contents"), *dotted(*TITLES), p("It all began in the spring."),
        *(part for title in TITLES for part in (p(title), p(f"This was {title.lower()}."))),
    )  # fmt: skip
    assert [chapter.title for chapter in outline.chapters] == TITLES


def test_a_tab_in_text_is_a_space():
    outline = outline_of(h("1. A"), p("one", TAB, "two"), h("2. B", 1), p("x"))
    assert outline.chapters[0].html == "<p>one two</p>"
