"""Which paragraphs head chapters, and the numbers that Word showed before them."""

import pytest

from tests.manuscript.word.package_builder import chapter_of, codes, h, outline_of, p, r, style


def titles(*body, **parts):
    outline = outline_of(*body, **parts)
    return [(chapter.number, chapter.title) for chapter in outline.chapters]


def level(number):
    return f'<w:pPr><w:outlineLvl w:val="{number}"/></w:pPr>'


@pytest.mark.parametrize(
    "styles",
    [
        style("Heading1", name="heading 1"),
        style("Heading1", name="Heading 1"),
        style("berschrift1", name="heading 1"),
        style("X", name="Überschrift 1"),
        style("X", name="Заголовок 1"),
        style("1", name="heading 1"),
        style("X", name="Titre 1"),
        style("X", name="سرفصل ۱".replace("۱", "1")),
        style("X", name="Our chapters", inside=level(0)),
        style("Y", name="Y", inside=level(0)) + style("X", name="Z", based_on="Y"),
        style("Heading1", name="heading 1") + style("X", name="Museum", based_on="Heading1"),
        style("a", based_on="X") + style("X", based_on="a", inside=level(0)),
    ],
)
def test_a_heading_is_known_by_its_style(styles):
    used = "Heading1" if "heading 1" in styles.lower() and 'styleId="Heading1"' in styles else "X"
    used = "berschrift1" if "berschrift1" in styles else used
    used = "1" if 'styleId="1"' in styles else used
    used = "X" if 'styleId="X"' in styles else used
    found = titles(p("The road", style=used), p("a"), p("The bridge", style=used), p("b"),
                   styles=styles)  # fmt: skip
    assert found == [(None, "The road"), (None, "The bridge")]


def test_a_heading_style_that_is_not_defined_is_known_by_its_id():
    body = [p("The road", style="Heading1"), p("a"), p("The bridge", style="Heading1"), p("b")]
    assert titles(*body) == [(None, "The road"), (None, "The bridge")]


def test_a_style_that_says_it_is_body_text_heads_nothing():
    styles = style("Heading1", name="heading 1") + style(
        "Body", based_on="Heading1", inside=level(9)
    )
    html = chapter_of(p("Not a heading.", style="Body"), styles=styles)
    assert html == "<p>Not a heading.</p>"


def test_a_whole_paragraph_in_a_heading_style_is_text():
    words = "word " * 80
    assert chapter_of(h(words)) == f"<p>{words.strip()}</p>"


def test_sub_headings_stay_in_their_chapter():
    html = chapter_of(h("Supplies", 2), p("x"), h("Fuel", 3), p("y"), h("Winter", 4), p("z"))
    assert html == (
        "<h3>Supplies</h3>\n<p>x</p>\n<h4>Fuel</h4>\n<p>y</p>\n<h4>Winter</h4>\n<p>z</p>"
    )


def test_title_and_subtitle_are_the_exhibit_s():
    outline = outline_of(
        p("Museum of the Road"),
        p("The Road Out", style="Title"), p("How a war ended", style="Subtitle"),
        p("It began in spring.", style="Normal"),
        h("First"), p("a"), h("Second"), p("b"),
        styles=style("Title") + style("Subtitle"),
    )  # fmt: skip
    assert (outline.title, outline.subtitle) == ("The Road Out", "How a war ended")
    assert [chapter.title for chapter in outline.chapters] == ["First", "Second"]
    assert "Museum of the Road" in outline.intro_html
    assert "It began in spring." in outline.intro_html


def test_a_title_over_two_paragraphs_is_one():
    outline = outline_of(
        p("The Road", style="Title"), p("Out", style="Title"), h("First"), p("a"), h("B"), p("b")
    )
    assert outline.title == "The Road Out"


def test_a_note_on_the_title_is_kept():
    outline = outline_of(
        p("The Road", "<w:r><w:footnoteReference w:id='2'/></w:r>", style="Title"),
        p("It began."), h("1. A"), p("a"), h("2. B"), p("b"),
        footnotes=f"<w:footnote w:id='2'>{p('Written in 1998.')}</w:footnote>",
    )  # fmt: skip
    assert outline.title == "The Road"
    assert [note.html for note in outline.footnotes] == ["Written in 1998."]
    assert "<sup>[1]</sup>" in outline.intro_html


def test_a_title_style_used_for_every_chapter_heads_chapters():
    found = titles(*(one for n in "ABCD" for one in (p(f"Of {n}", style="Title"), p("text"))))
    assert found == [(None, "Of A"), (None, "Of B"), (None, "Of C"), (None, "Of D")]


def test_the_look_of_a_heading_s_style_is_no_emphasis_but_the_author_s_is():
    styles = style("Heading2", name="heading 2", inside="<w:rPr><w:b/></w:rPr>")
    html = chapter_of(p("On ", r("Pravda", "<w:i/>"), style="Heading2"), p("x"), styles=styles)
    assert html == "<h3>On <em>Pravda</em></h3>\n<p>x</p>"


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["1. The road", "2. The bridge"], [(1, "The road"), (2, "The bridge")]),
        (["I. The road", "II. The bridge"], [(1, "The road"), (2, "The bridge")]),
        (["Chapter 1: The road", "Chapter 2: The bridge"], [(1, "The road"), (2, "The bridge")]),
        (["1911. The line", "1912. The end"], [(None, "1911. The line"), (None, "1912. The end")]),
    ],
)
def test_numbers_typed_by_hand_are_chapter_numbers(headings, found):
    assert titles(*(part for one in headings for part in (h(one), p("x")))) == found


def test_chapter_and_title_stand_on_two_lines():
    broken = "<w:r><w:br/></w:r>"
    found = titles(
        p(r("CHAPTER ONE"), broken, r("The road"), properties='<w:outlineLvl w:val="0"/>'), p("a"),
        h("CHAPTER TWO"), p("The bridge"), p("b."),
        p(r("CHAPTER THREE"), broken, r("The river"), broken, r("in winter"),
          properties='<w:outlineLvl w:val="0"/>'), p("c."),
    )  # fmt: skip
    assert found == [(1, "The road"), (2, "The bridge"), (3, "The river in winter")]


def test_bold_lines_head_chapters_where_nothing_else_does():
    bold = [p(r(title, "<w:b/>")) for title in ("The road", "The bridge", "The river")]
    text = p("It was a long way, and nobody knew how long.")
    outline = outline_of(p("The Exhibit"), p("A word before it all begins."), bold[0], text,
                         bold[1], text, bold[2], text)  # fmt: skip
    assert [chapter.title for chapter in outline.chapters] == [
        "The road", "The bridge", "The river",
    ]  # fmt: skip


def numbering(*levels, extra="", num=""):
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text, more) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{shown}{extra}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{num}'
    )


def numbered(text, ilvl=0, num=1, outline=True):
    shown = f'<w:outlineLvl w:val="{ilvl}"/>' if outline else ""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>'
             + shown)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("decimal", "%1.", [(1, "Road"), (2, "Bridge")]),
        ("decimal", "%1", [(1, "Road"), (2, "Bridge")]),
        ("decimal", "%1)", [(1, "Road"), (2, "Bridge")]),
        ("upperRoman", "%1.", [(1, "Road"), (2, "Bridge")]),
        ("upperRoman", "%1", [(1, "Road"), (2, "Bridge")]),
        ("decimal", "Chapter %1:", [(1, "Road"), (2, "Bridge")]),
        ("cardinalText", "Chapter %1.", [(1, "Road"), (2, "Bridge")]),
        ("decimal", "Глава %1.", [(1, "Road"), (2, "Bridge")]),
        ("upperLetter", "%1.", [(None, "A. Road"), (None, "B. Bridge")]),
        ("none", "", [(None, "Road"), (None, "Bridge")]),
    ],
)
def test_automatic_numbers_are_read_as_they_were_shown(kind, text, found):
    body = [numbered("Road"), p("a"), numbered("Bridge"), p("b")]
    assert titles(*body, numbering=numbering((kind, text, ""))) == found


def test_numbers_of_sub_headings_are_shown():
    levels = numbering(
        ("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "%1.%2.%3)", "")
    )
    outline = outline_of(
        numbered("Road"), numbered("North", 1), numbered("South", 1), numbered("Far", 2), p("x"),
        numbered("Bridge"), numbered("East", 1), p("y"), numbering=levels,
    )  # fmt: skip
    assert [chapter.html for chapter in outline.chapters] == [
        "<h3>1.1 North</h3>\n<h3>1.2 South</h3>\n<h4>1.2.a) Far</h4>\n<p>x</p>",
        "<h3>2.1 East</h3>\n<p>y</p>",
    ]


def test_a_heading_style_numbers_its_paragraphs():
    styles = style("Heading1", name="heading 1", inside=(
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    )) + style("Heading2", name="heading 2", based_on="Heading1", inside=(
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>'
    ))  # fmt: skip
    outline = outline_of(
        p("Road", style="Heading1"), p("Part", style="Heading2"), p("a"),
        p("Without a number", style="Heading1",
          properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), p("b"),
        p("Bridge", style="Heading1"), p("c"),
        styles=styles,
        numbering=numbering(("decimal", "Chapter %1:", '<w:pStyle w:val="Heading1"/>'),
                            ("decimal", "%1.%2", '<w:pStyle w:val="Heading2"/>')),
    )  # fmt: skip
    assert [(one.number, one.title) for one in outline.chapters] == [
        (1, "Road"), (None, "Without a number"), (2, "Bridge"),
    ]  # fmt: skip
    assert outline.chapters[0].html == "<h3>1.1 Part</h3>\n<p>a</p>"


def test_numbers_start_and_restart_where_the_document_says():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = [numbered("Road"), p("a"), numbered("Bridge", num=2), p("b"), numbered("River"), p("c")]
    found = titles(*body, numbering=numbering(("decimal", "%1.", ""), num=again))
    assert found == [(1, "Road"), (5, "Bridge"), (6, "River")]


def test_a_chapter_s_number_may_stand_without_a_title():
    found = titles(
        numbered(""), p("The road"), p("It was long."), numbered(""), p("The bridge"), p("b."),
        numbering=numbering(("decimal", "Chapter %1", "")),
    )  # fmt: skip
    assert found == [(1, "The road"), (2, "The bridge")]


def test_a_list_style_lends_its_numbers():
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Chapters"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )
    found = titles(
        numbered("Road", num=9), p("a"), numbered("Bridge", num=9), p("b"),
        numbering=numbering(("decimal", "Chapter %1.", ""), num=linked,
                            extra='<w:styleLink w:val="Chapters"/>'),
    )  # fmt: skip
    assert found == [(1, "Road"), (2, "Bridge")]


@pytest.mark.parametrize("below", [p("Author: Ann Lee"), p("Water turns the wheels.") + p("Yes.")])
def test_an_unmarked_title_above_marked_chapters_is_the_title(below):
    outline = outline_of(p("The Mill"), below, h("The wheel"), p("a"), h("The race"), p("b"))
    assert outline.title == "The Mill"
    assert [chapter.title for chapter in outline.chapters] == ["The wheel", "The race"]
    assert codes(outline) == []
