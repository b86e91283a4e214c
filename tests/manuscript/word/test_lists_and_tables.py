"""Lists by their numbering, tables by their cells; nothing of either is lost."""

import pytest

from tests.manuscript.word.package_builder import (
    PNG,
    cell,
    chapter_of,
    h,
    outline_of,
    p,
    picture,
    r,
    style,
    table,
)


def lvl(ilvl, kind="decimal", text=None, more=""):
    text = text or ("•" if kind == "bullet" else f"%{ilvl + 1}.")
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def abstract(number, *levels):
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number, of, more=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


NUMBERING = (
    abstract(0, lvl(0), lvl(1, "lowerLetter"), lvl(2, "bullet"))
    + abstract(1, lvl(0, "bullet"), lvl(1, "bullet"))
    + abstract(2, lvl(0, "decimal", "Q%1:"))
    + abstract(3, lvl(0), lvl(1, "decimal", "%1.%2"))
    + abstract(4, lvl(0, "bullet", "o", '<w:pPr><w:ind w:left="1440"/></w:pPr>'))
    + num(1, 0)
    + num(2, 1)
    + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    + num(4, 2)
    + num(5, 3)
    + num(6, 4)
)


def item(text, ilvl=0, num=1):
    inside = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(text, properties=inside)


@pytest.mark.parametrize(
    ("items", "html"),
    [
        ([item("a"), item("b")], "<ol><li>a</li><li>b</li></ol>"),
        ([item("a", num=2), item("b", num=2)], "<ul><li>a</li><li>b</li></ul>"),
        (
            [item("a"), item("b", 1), item("c", 2), item("d", 1), item("e")],
            "<ol><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ol>",
        ),
        ([item("a", 1), item("b")], "<ol><li>a</li></ol>\n<ol><li>b</li></ol>"),
        (
            [item("a"), p("between"), item("b")],
            '<ol><li>a</li></ol>\n<p>between</p>\n<ol start="2"><li>b</li></ol>',
        ),
        (
            [item("a"), item("b"), item("c", num=3)],
            "<ol><li>a</li><li>b</li></ol>\n<ol><li>c</li></ol>",
        ),
        ([item("a"), item("b", num=2)], "<ol><li>a</li></ol>\n<ul><li>b</li></ul>"),
        ([item("a"), item("b", num=6)], "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ([item("a"), item(""), item("b")], '<ol><li>a</li></ol>\n<ol start="3"><li>b</li></ol>'),
        ([item("x", num=99)], "<p>x</p>"),
        ([item("step", 1, num=5)], "<p>1.1 step</p>"),
        ([item("a", num=5), item("b", 1, num=5)], "<ol><li>a<ol><li>b</li></ol></li></ol>"),
    ],
)
def test_lists_are_nested_and_counted_as_in_word(items, html):
    shown = chapter_of(p("Before."), *items, p("After."), numbering=NUMBERING)
    assert shown == f"<p>Before.</p>\n{html}\n<p>After.</p>"


def test_words_in_an_automatic_number_are_kept():
    outline = outline_of(
        h("1. A"), p("x"), h("2. B"), p("y"), h("FAQs"),
        item("Why there?", num=4), p("Because."), item("When?", num=4), p("In 1988."),
        numbering=NUMBERING,
    )  # fmt: skip
    assert [(one.question, one.answer_html) for one in outline.faqs] == [
        ("Why there?", "<p>Because.</p>"),
        ("When?", "<p>In 1988.</p>"),
    ]


def test_a_list_style_makes_a_list():
    styles = style("ListBullet", name="List Bullet", inside=(
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    ))  # fmt: skip
    html = chapter_of(
        p("a", style="ListBullet"), p("b", style="ListBullet"), styles=styles, numbering=NUMBERING
    )
    assert html == "<ul><li>a</li><li>b</li></ul>"


def test_bullets_typed_line_by_line_are_a_list():
    broken = "<w:r><w:br/></w:r>"
    html = chapter_of(p("We took:", broken, "• bread", broken, "• fuel", broken, "• letters"))
    assert html == "<p>We took:</p>\n<ul><li>bread</li><li>fuel</li><li>letters</li></ul>"


def test_a_list_turned_off_is_text():
    off = p("x", style="L", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    styles = style("L", inside='<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    assert chapter_of(off, styles=styles, numbering=NUMBERING) == "<p>x</p>"


ROWS = "<table><tbody>{}</tbody></table>"


def rows(*shown):
    return "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in shown)


def test_a_table_keeps_its_cells():
    html = chapter_of(table(["a", "b"], ["c", r("d", "<w:b/>").join(["<w:p>", "</w:p>"])]))
    assert html == ROWS.format(rows(["a", "b"], ["c", "<strong>d</strong>"]))


HEADED = (
    '<table><thead><tr><th scope="col">Year</th><th scope="col">Men</th></tr></thead>'
    "<tbody><tr><td>1988</td><td>5</td></tr></tbody></table>"
)


def bold(text):
    return p(r(text, "<w:b/>"))


@pytest.mark.parametrize(
    "made",
    [
        table("<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Year") + cell("Men") + "</w:tr>",
              ["1988", "5"]),
        table([bold("Year"), bold("Men")], ["1988", "5"]),
        table(["Year", "Men"], ["1988", "5"],
              properties='<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/>'),
        table(["Year", "Men"], ["1988", "5"],
              properties='<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1"/>'),
    ],
)  # fmt: skip
def test_a_header_is_known_by_its_mark_or_look(made):
    styles = style("Grid", kind="table", inside=(
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    ))  # fmt: skip
    assert chapter_of(made, styles=styles) == HEADED


def test_merged_cells_lose_nothing_and_keep_columns_in_place():
    wide = "<w:tr>" + cell("wide", "<w:gridSpan w:val='2'/>") + cell("c") + "</w:tr>"
    first = cell("tall", "<w:vMerge w:val='restart'/>")
    tall = "<w:tr>" + first + cell("x") + cell("y") + "</w:tr>"
    below = "<w:tr>" + cell("", "<w:vMerge/>") + cell("z") + "</w:tr>"
    assert chapter_of(table(wide, tall, below)) == ROWS.format(
        rows(["wide", "", "c"], ["tall", "x", "y"], ["", "z", ""])
    )


def test_a_cell_keeps_its_paragraphs_lists_headings_and_tables():
    full = (
        h("Head") + p("one") + p("two") + item("i", num=1) + item("ii", num=1)
        + table(["in", "side"], ["x", "y"]) + p()
    )  # fmt: skip
    html = chapter_of(table([full, "b"], ["c", "d"]), numbering=NUMBERING)
    first = "<strong>Head</strong><br>one<br>two<br>1. i<br>2. ii<br>in | side<br>x | y"
    assert html == ROWS.format(rows([first, "b"], ["c", "d"]))


@pytest.mark.parametrize(
    ("made", "html"),
    [
        (table([p("one") + p("two")]), "<p>one</p>\n<p>two</p>"),
        (table(["one"], ["two"]), "<p>one</p>\n<p>two</p>"),
        (
            table([p(picture(alt="A")), "Text beside it."]),
            '<figure><img src="{0}" alt="A"></figure>\n<p>Text beside it.</p>',
        ),
        (
            table([p(picture(alt="A")), p(picture(alt="B"))],
                  [p("First", style="Caption"), p("Second", style="Caption")]),
            '<figure><img src="{0}" alt="A"><figcaption>First</figcaption></figure>\n'
            '<figure><img src="{0}" alt="B"><figcaption>Second</figcaption></figure>',
        ),
        (
            table(["Year", "What", "Who"], ["1988", p("x", picture(alt="A")), "y"]),
            ROWS.format(rows(["Year", "What", "Who"], ["1988", "x", "y"])).replace("{", "{{")
            + '\n<figure><img src="{0}" alt="A"></figure>',
        ),
    ],
)  # fmt: skip
def test_a_table_that_only_holds_things_in_place_is_laid_out(made, html):
    shown = chapter_of(made, styles=style("Caption"), media={"media/a.png": PNG})
    assert shown == html.format("embedded/picture-6b7fa434f92a8b80.png")


@pytest.mark.parametrize("caption", ["Table 1 Who signed", "Table 1: Who signed"])
def test_a_table_s_caption_is_joined_to_it(caption):
    html = chapter_of(
        p(caption, style="Caption"), table(["a", "b"], ["c", "d"]), styles=style("Caption")
    )
    assert html.startswith("<table><caption>Table 1")
    assert "Who signed</caption>" in html


def test_headings_inside_a_layout_table_head_chapters():
    outline = outline_of(table([h("1. A") + p("a")]), table([h("2. B") + p("b")]))
    assert [chapter.title for chapter in outline.chapters] == ["A", "B"]


QUOTES = style("Quote") + style("IntenseQuote", name="Intense Quote") + style("Z", name="Zitat")


@pytest.mark.parametrize(
    "paragraph",
    [
        p("It is done.", style="Quote"),
        p("It is done.", style="IntenseQuote"),
        p("It is done.", style="Z"),
        p("It is done.", properties='<w:ind w:left="720" w:right="720"/>'),
        p("It is done.", properties='<w:ind w:start="720" w:end="720"/>'),
    ],
)
def test_a_quotation_is_known_by_style_or_by_being_set_in(paragraph):
    html = chapter_of(p("He said:"), paragraph, p("And left."), styles=QUOTES)
    assert html == (
        "<p>He said:</p>\n<blockquote><p>It is done.</p></blockquote>\n<p>And left.</p>"
    )


def test_a_paragraph_set_in_on_one_side_is_one_only_between_quotation_marks():
    left = '<w:ind w:left="720"/>'
    html = chapter_of(p("“It is done.”", properties=left), p("Not this.", properties=left))
    assert html == "<blockquote><p>“It is done.”</p></blockquote>\n<p>Not this.</p>"


def test_text_that_is_all_set_in_is_no_quotation():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
        '<w:pPr><w:ind w:left="720" w:right="720"/></w:pPr></w:style>'
    )
    assert chapter_of(p("Text.", style="N"), p("More."), styles=styles) == (
        "<p>Text.</p>\n<p>More.</p>"
    )


def test_a_quotation_of_several_paragraphs_is_one_with_its_speaker():
    outline = outline_of(
        h("1. A"), p("One.", style="Quote"), p("Two.", style="Quote"),
        p("— Boris Gromov, ", r("Memoirs", "<w:i/>"), style="Quote"), h("2. B"), p("b"),
        styles=QUOTES,
    )  # fmt: skip
    (quotation,) = outline.chapters[0].blocks
    assert (quotation.speaker, quotation.source) == ("Boris Gromov", "Memoirs")
    assert quotation.text == "One.\n\nTwo."
