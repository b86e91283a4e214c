"""Pages made by hand or by other programs, and what LibreOffice saves."""

from pathlib import Path

import pytest

from cms.importer.manuscript import parse_manuscript

from .reading import codes, first_html, read

PAGES = Path(__file__).parent / "pages"


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Bare words<p>One<p>Two", "<p>Bare words</p>\n<p>One</p>\n<p>Two</p>"),
        ("<div>A<div>B</div>C</div>", "<p>A</p>\n<p>B</p>\n<p>C</p>"),
        ("one<br><br>two<br>three", "<p>one</p>\n<p>two<br>\nthree</p>"),
        ("<ul><li>A<ul><li>B</ul><li>C</ul>", "<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>"),
        (
            "<ul><li>A</li><ul><li>B</li></ul></ul>",
            "<ul><li>A<ul><li>B</li></ul></li></ul>",
        ),
        ('<ol start="4"><li>A<li>B</ol>', '<ol start="4"><li>A</li><li>B</li></ol>'),
        ("H<sub>2</sub>O 1<sup>st</sup>", "<p>H<sub>2</sub>O 1<sup>st</sup></p>"),
        ("<q>Home</q> &amp; <cite>away</cite>", "<p>“Home” &amp; <em>away</em></p>"),
        ("<pre>one\n  two</pre>", "<p>one<br>\ntwo</p>"),
        ("<h2>Sub</h2><p>x", "<h3>Sub</h3>\n<p>x</p>"),
        ("<h2><p>Sub</p></h2><p>x", "<h3>Sub</h3>\n<p>x</p>"),
        ("<p>Left <s>struck</s> <del>deleted</del></p>", "<p>Left struck</p>"),
        ("<p hidden>no</p><p style='display: none'>no</p>yes", "<p>yes</p>"),
        ("<p>&nbsp;</p><p></p>x", "<p>x</p>"),
        ("<b>a<i>b</b>c</i>", "<p><strong>a</strong><strong><em>b</em></strong><em>c</em></p>"),
        ("<details><summary>Why?</summary>So.</details>", "<p>Why?</p>\n<p>So.</p>"),
        (
            "<dl><dt>Lens<dd>Bends light<dt>Wick<dd>Burns</dl>",
            "<ul><li><p><strong>Lens</strong></p>\n<p>Bends light</p></li>"
            "<li><p><strong>Wick</strong></p>\n<p>Burns</p></li></ul>",
        ),
    ],
)
def test_a_page_is_read_as_browsers_show_it(body, html):
    assert first_html(body) == html


def test_tables_keep_header_caption_and_every_cell():
    html = first_html(
        "<table><caption>Table 1. Losses</caption><thead><tr><th>Year<th>Men</thead>"
        "<tr><td>1988<td><p>one</p><p>two</p><ul><li>three</ul><tr><td>1989</table>"
    )
    assert html == (
        '<table><caption>Table 1. Losses</caption><thead><tr><th scope="col">Year</th>'
        '<th scope="col">Men</th></tr></thead><tbody><tr><td>1988</td>'
        "<td>one<br>two<br>• three</td></tr><tr><td>1989</td><td></td></tr></tbody></table>"
    )


def test_a_table_that_only_lays_out_a_page_is_no_table():
    outline = parse_manuscript(
        "<table><tr><td><h1>1. One</h1><p>a</p></td><td><h1>2. Two</h1><p>b</p></td></tr></table>",
        name="m.html",
    )
    assert [chapter.html for chapter in outline.chapters] == ["<p>a</p>", "<p>b</p>"]


def test_a_figure_keeps_its_caption():
    outline = read(
        '<figure><img src="a.png" alt="A"><figcaption>The <i>bridge</i></figcaption></figure>'
    )
    assert [(one.src, one.alt, one.caption) for one in outline.images] == [
        ("a.png", "A", "The bridge")
    ]


def test_a_quotation_says_who_is_quoted():
    (block,) = (
        read("<blockquote><p>Home.</p><footer>B. Gromov, <cite>Pravda</cite></footer></blockquote>")
        .chapters[0]
        .blocks
    )
    assert (block.text, block.speaker, block.source) == ("Home.", "B. Gromov", "Pravda")


def test_speech_with_dashes_is_no_quotation():
    html = first_html("<p>He asked.</p><p>— Where is the bridge?</p><p>— There, he said.</p>")
    assert "blockquote" not in html


def test_questions_may_be_a_list_of_terms():
    page = "<h1>1. One</h1><p>x</p><h1>FAQs</h1><dl><dt>Why?<dd>So.<dt>When?<dd>Then.</dl>"
    faqs = parse_manuscript(page, name="m.html").faqs
    assert [(faq.question, faq.answer_html) for faq in faqs] == [
        ("Why?", "<p>So.</p>"),
        ("When?", "<p>Then.</p>"),
    ]


def test_meanings_without_a_term_are_paragraphs_that_are_set_in():
    assert first_html("<p>a</p><dl><dd>b<dl><dd>c</dl></dl>") == "<p>a</p>\n<p>b</p>\n<p>c</p>"


def test_links_in_the_page_lead_to_the_chapters_they_mean():
    html = first_html(
        '<p id="here"><a href="#second">next</a> <a href="#here">here</a> <a href="#top">up</a>'
        ' <a href="#faq">questions</a></p><div id="second"></div>'
    )
    assert html == (
        '<p><a href="#2">next</a> <a href="#1">here</a> up <a href="#faq">questions</a></p>'
    )


def test_a_list_of_links_to_later_headings_is_the_contents_list():
    outline = parse_manuscript(
        "<h1>The Road</h1>"
        "<nav><ul><li><a href='#a'>1. One</a><li><a href='#b'>2. Two</a></ul></nav>"
        "<h2 id=a>1. One</h2><p>a</p><h2 id=b>2. Two</h2><p>b</p>",
        name="m.html",
    )
    assert (outline.title, outline.intro_html) == ("The Road", "")
    assert outline.warnings == ()


def test_notes_of_other_programs_are_notes():
    outline = read(
        '<p>Left.<sup id="fnref1"><a href="#fn1">1</a></sup> Came.'
        '<sup><a href="#fn2">2</a></sup></p><section class="footnotes"><hr><ol>'
        '<li id="fn1"><p>Log one. <a href="#fnref1">↩︎</a></p></li>'
        '<li id="fn2">Log two.</li></ol></section>'
    )
    assert [note.html.strip() for note in outline.footnotes] == ["Log one.", "Log two."]
    assert outline.chapters[0].html == "<p>Left.<sup>[1]</sup> Came.<sup>[2]</sup></p>"


def test_what_is_hidden_in_print_is_read():
    style = "<style>@media print { .no { display: none } .x { color: red } }</style>"
    assert first_html("<p class=no>words</p>", head=style) == "<p>words</p>"


@pytest.mark.parametrize(
    ("document", "language"),
    [
        ('<html lang="fa-AF"><p>ستون‌ها از پل گذشتند', "fa-AF"),
        ('<html lang="en-US"><p>Последняя колонна перешла мост', "ru"),
        ("<html><body lang=RU><p>Последняя колонна перешла мост", "ru"),
        ("<html><p>The last column", "en"),
    ],
)
def test_the_language_is_the_pages_unless_its_letters_say_otherwise(document, language):
    assert parse_manuscript(document, name="m.html").language == language


@pytest.mark.parametrize(
    ("title", "found"),
    [("The Road", "The Road"), ("Untitled document", ""), ("road.docx", "")],
)
def test_the_title_of_the_window_is_used_for_want_of_another(title, found):
    page = f"<title>{title}</title><h1>1. One</h1><p>a</p><h1>2. Two</h1><p>b</p>"
    assert parse_manuscript(page, name="m.html").title == found


def test_a_warning_names_the_paragraph_and_its_first_words():
    outline = read("<p>Fine.</p><p>Read <a href='file:///C:/x'>this paper</a> first.</p>")
    assert outline.warnings[0].where == "paragraph 3"
    assert outline.warnings[0].message.startswith("Paragraph 3")


def test_a_page_of_libreoffice_is_read_whole():
    outline = parse_manuscript((PAGES / "libreoffice.html").read_bytes(), name="m.html")
    assert outline.title == "The Bridge at Termez"
    assert [chapter.title for chapter in outline.chapters] == ["The crossing", "The road home"]
    assert [note.html for note in outline.footnotes] == ["Army log, p. 4.", "An endnote."]
    crossing, home = outline.chapters
    assert "The last column<sup>[1]</sup> crossed" in crossing.html
    assert "<ul><li>Trucks<ul><li>Fuel</li></ul></li><li>Carriers</li></ul>" in crossing.html
    assert "<blockquote><p>We were home.</p></blockquote>" in crossing.html
    assert '<a href="#1">the first chapter</a>.<br>\nSecond line.' in home.html
    assert "ستون‌ها از پل گذشتند" in home.html
    assert "COMMENTWORDS" not in str(outline)


def test_word_by_way_of_libreoffice_shows_no_hidden_words():
    outline = parse_manuscript((PAGES / "libreoffice-from-word.html").read_bytes(), name="m.html")
    assert "SECRETHIDDEN" not in str(outline)
    assert "<sup>2</sup>" in outline.chapters[0].html
    assert outline.images[0].caption == "Figure 1. Caption"
    assert codes(outline) == ["image_missing_alt"]


def test_a_link_to_a_place_the_page_lacks_leaves_its_words():
    page = '<h1>The pans</h1><p><a href="#gone">words</a> <a href="#the-mules">next</a></p>'
    outline = parse_manuscript(page + "<h1>The mules</h1><p>Ate.</p>", name="m.html")
    assert outline.chapters[0].html == '<p>words <a href="#the-mules">next</a></p>'
