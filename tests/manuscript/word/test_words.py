"""What stands in a paragraph: looks, links, breaks, signs, fields, shapes."""

import pytest

from tests.manuscript.word.package_builder import (
    chapter_of,
    codes,
    field,
    h,
    outline_of,
    p,
    r,
    relation,
    style,
)


@pytest.mark.parametrize(
    ("paragraph", "html"),
    [
        (p("One ", r("two", "<w:b/>"), " three"), "<p>One <strong>two</strong> three</p>"),
        (p(r("a", "<w:i/>"), r("b", "<w:i/>")), "<p><em>ab</em></p>"),
        (p("x", r("a ", "<w:b/>"), r("b", "<w:b/><w:i/>")),
         "<p>x<strong>a <em>b</em></strong></p>"),
        (p(r("off", '<w:b w:val="0"/><w:i w:val="false"/>')), "<p>off</p>"),
        (p("H", r("2", '<w:vertAlign w:val="subscript"/>'), "O"), "<p>H<sub>2</sub>O</p>"),
        (p("1", r("st", '<w:vertAlign w:val="superscript"/>')), "<p>1<sup>st</sup></p>"),
        (p("5 < 6 & 7 > 2"), "<p>5 &lt; 6 &amp; 7 &gt; 2</p>"),
        (p("a", "<w:r><w:br/></w:r>", "b"), "<p>a<br>\nb</p>"),
        (p("a", '<w:r><w:br w:type="page"/></w:r>', "b"), "<p>a\nb</p>"),
        (p("a", "<w:r><w:tab/></w:r>", "b"), "<p>a b</p>"),
        (p("a", "<w:r><w:noBreakHyphen/></w:r>", "b"), "<p>a\u2011b</p>"),
        (p("foot", "<w:r><w:softHyphen/></w:r>", "note\u00ad"), "<p>footnote</p>"),
        (p('<w:smartTag w:element="place">' + r("Termez") + "</w:smartTag>"), "<p>Termez</p>"),
        (p("<w:customXml>" + r("kept") + "</w:customXml>"), "<p>kept</p>"),
        (p("<w:sdt><w:sdtContent>" + r("kept") + "</w:sdtContent></w:sdt>"), "<p>kept</p>"),
        (p(r("سلام", "<w:rtl/><w:bCs/>")), "<p><strong>سلام</strong></p>"),
        (p(r("سلام", "<w:rtl/><w:b/>")), "<p>سلام</p>"),
        (p("a\u202eb\u200cc\x7f"), "<p>ab\u200cc</p>"),
        (p("cafe\u0301"), "<p>café</p>"),
        (p(r("struck", "<w:strike/>")), "<p>struck</p>"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'), "<p>→</p>"),
        (p('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'), "<p>α</p>"),
        (p("\uf0b7 item"), "<p>• item</p>"),
        (
            p("<w:r><w:ruby><w:rt>" + r("kan") + "</w:rt><w:rubyBase>" + r("漢")
              + "</w:rubyBase></w:ruby></w:r>"),
            "<p>漢 (kan)</p>",
        ),
    ],
)  # fmt: skip
def test_words_keep_their_look(paragraph, html):
    assert chapter_of(paragraph) == html


STYLES = (
    style("Strong", kind="character", inside="<w:rPr><w:b/></w:rPr>")
    + style("Leaning", inside="<w:rPr><w:i/><w:b/></w:rPr>")
    + style("Deep", kind="character", based_on="Strong", inside="<w:rPr><w:i/></w:rPr>")
)


@pytest.mark.parametrize(
    ("paragraph", "html"),
    [
        (p("x ", r("y", '<w:rStyle w:val="Strong"/>')), "<p>x <strong>y</strong></p>"),
        (p("x ", r("y", '<w:rStyle w:val="Deep"/>')), "<p>x <strong><em>y</em></strong></p>"),
        (p("all", style="Leaning"), "<p><strong><em>all</em></strong></p>"),
        (
            p("all ", r("but", '<w:rStyle w:val="Strong"/>'), style="Leaning"),
            "<p><strong><em>all</em></strong> <em>but</em></p>",
        ),
        (p(r("none", '<w:i w:val="0"/><w:b w:val="0"/>'), style="Leaning"), "<p>none</p>"),
        (p(r("x", '<w:rStyle w:val="Undefined"/>')), "<p>x</p>"),
    ],
)
def test_looks_come_from_styles_too(paragraph, html):
    shown = chapter_of(p("Before."), paragraph, styles=STYLES)
    assert shown == f"<p>Before.</p>\n{html}"


def test_the_look_of_the_plain_style_is_no_emphasis():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
        "<w:rPr><w:i/></w:rPr></w:style>"
    )
    assert chapter_of(p("plain"), styles=styles) == "<p>plain</p>"


LINKS = [
    relation("rId1", "hyperlink", "https://example.org/a?b=1&c=2", external=True),
    relation("rId2", "hyperlink", "javascript:alert(1)", external=True),
    relation("rId3", "hyperlink", "file:///C:/secret.docx", external=True),
    relation("rId4", "hyperlink", "\\\\server\\share", external=True),
]


def link(relation_id, words="words", extra=""):
    return f'<w:hyperlink r:id="{relation_id}" {extra}>{r(words)}</w:hyperlink>'


def test_links_are_kept():
    html = chapter_of(
        p("See ", link("rId1"), "."),
        p(field('HYPERLINK "https://example.org/" \\o "tip"', "the", " field")),
        p(field(' HYPERLINK "https://example.org/x" \\l "part" ', "with place")),
        p('<w:fldSimple w:instr="HYPERLINK https://example.org/y">' + r("simple")
          + "</w:fldSimple>"),
        relations=LINKS,
    )  # fmt: skip
    assert html == (
        '<p>See <a href="https://example.org/a?b=1&amp;c=2">words</a>.</p>\n'
        '<p><a href="https://example.org/">the field</a></p>\n'
        '<p><a href="https://example.org/x#part">with place</a></p>\n'
        '<p><a href="https://example.org/y">simple</a></p>'
    )


@pytest.mark.parametrize("relation_id", ["rId2", "rId3", "rId4"])
def test_unsafe_links_go_and_their_words_stay(relation_id):
    outline = outline_of(
        h("1. A"), p("Read ", link(relation_id), " now."), h("2. B"), p("x"), relations=LINKS
    )
    assert outline.chapters[0].html == "<p>Read words now.</p>"
    assert codes(outline) == ["unsafe_link_removed"]
    assert outline.warnings[0].message.startswith("Paragraph 2: the link to “")


def test_a_warning_names_the_paragraph_by_its_first_words():
    outline = outline_of(
        h("1. A"),
        p("In the spring of 1988 the first of the columns went home. ", link("rId2")),
        p('<w:r><w:sym w:font="Webdings" w:char="F001"/></w:r>', "and more words"),
        relations=LINKS,
    )
    messages = [warning.message for warning in outline.warnings]
    assert messages[1].startswith("Paragraph 3: a sign of the font “Webdings” has no letter")
    assert "shown as □" in messages[1]


def test_links_to_places_in_the_document_lead_to_the_chapters_they_are_in():
    mark = '<w:bookmarkStart w:id="1" w:name="{}"/><w:bookmarkEnd w:id="1"/>'
    outline = outline_of(
        h("Introduction"),
        p(f'<w:hyperlink w:anchor="_Ref1">{r("there")}</w:hyperlink>'),
        p(field(" REF _Ref2 \\h ", "the appendix")),
        p(f'<w:hyperlink w:anchor="nowhere">{r("gone")}</w:hyperlink>'),
        p(f'<w:hyperlink w:anchor="top">{r("up")}</w:hyperlink>'),
        h("1. A"), p("x", mark.format("top")),
        h("2. B"), p("x"), p("y", mark.format("_Ref1")),
        p(mark.format("_Ref2"), "Appendix A", properties='<w:outlineLvl w:val="0"/>'), p("z"),
    )  # fmt: skip
    assert outline.intro_html == (
        '<p><a href="#2">there</a></p>\n<p><a href="#appendix-a">the appendix</a></p>\n'
        '<p>gone</p>\n<p><a href="#1">up</a></p>'
    )


def test_a_link_in_a_document_without_places_leaves_its_words():
    assert chapter_of(p(f'<w:hyperlink w:anchor="gone">{r("word")}</w:hyperlink>')) == (
        "<p>word</p>"
    )


def test_of_a_field_the_result_shows_and_the_code_never():
    nested = field(f"IF {field('PAGE', '3')} = 1", "result")
    html = chapter_of(
        p("On ", field(" DATE \\@ dd.MM.yyyy ", "1 May 1988"), "."),
        p(nested),
        p("Index", field(' XE "secret:entry" ')),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>BROKEN"
          "</w:instrText></w:r>"),
        p("After a field that never ends."),
        p("Page ", field("PAGE", "12"), " of it, see ", field("PAGEREF x", "13")),
    )  # fmt: skip
    assert html == (
        "<p>On 1 May 1988.</p>\n<p>result</p>\n<p>Index</p>\n"
        "<p>After a field that never ends.</p>\n<p>Page  of it, see 13</p>"
    )


def test_a_prompt_nobody_filled_in_is_not_text():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    html = chapter_of(
        p("a", control.format(r("Click to enter text"))), control.format(p("Choose")), p("b")
    )
    assert html == "<p>a</p>\n<p>b</p>"


BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = "<w:drawing><wp:anchor><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></wp:anchor></w:drawing>"
OLD_SHAPE = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


def test_the_words_of_a_text_box_are_kept_once():
    inside = BOX.format(p("In the box.") + p("Second line."))
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{SHAPE.format(inside)}</mc:Choice>'
        f"<mc:Fallback>{OLD_SHAPE.format(inside)}</mc:Fallback></mc:AlternateContent>"
    )
    html = chapter_of(p("Beside it.", f"<w:r>{both}</w:r>"), p("After."))
    assert html == ("<p>Beside it.</p>\n<p>In the box.</p>\n<p>Second line.</p>\n<p>After.</p>")


def test_the_older_branch_is_read_when_the_newer_shows_nothing():
    both = (
        '<mc:AlternateContent><mc:Choice Requires="new"/>'
        f"<mc:Fallback>{OLD_SHAPE.format(BOX.format(p('Kept.')))}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert chapter_of(p(f"<w:r>{both}</w:r>")) == "<p>Kept.</p>"


def test_words_drawn_as_a_shape_are_kept():
    art = '<w:r><w:pict><v:shape><v:textpath string="THE ROAD"/></v:shape></w:pict></w:r>'
    assert chapter_of(p("a", art)) == "<p>a<br>\nTHE ROAD</p>"


def test_a_formula_is_written_as_a_line():
    def t(text):
        return f"<m:r><m:t>{text}</m:t></m:r>"

    half = f"<m:f><m:num>{t('a+b')}</m:num><m:den>{t('2')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>"
    root = f"<m:rad><m:deg/><m:e>{t('y')}</m:e></m:rad>"
    total = f"<m:nary><m:sub>{t('i=1')}</m:sub><m:sup>{t('n')}</m:sup><m:e>{t('i')}</m:e></m:nary>"
    pair = f"<m:d><m:e>{t('1')}</m:e><m:e>{t('2')}</m:e></m:d>"
    grid = f"<m:m><m:mr><m:e>{t('1')}</m:e><m:e>{t('0')}</m:e></m:mr></m:m>"
    sine = f"<m:func><m:fName>{t('sin')}</m:fName><m:e>{t('x')}</m:e></m:func>"
    html = chapter_of(
        p("So ", f"<m:oMath>{half}{t('=')}{power}</m:oMath>", "."),
        p(f"<m:oMathPara><m:oMath>{root}{t('+')}{total}</m:oMath></m:oMathPara>"),
        p(f"<m:oMath>{pair}{grid}{sine}</m:oMath>"),
    )
    assert html == ("<p>So (a+b)/2=x^2.</p>\n<p>√y+∫_(i=1)^n i</p>\n<p>(1; 2)[1, 0]sin x</p>")


def test_a_big_first_letter_is_joined_to_its_word():
    drop = p("T", properties='<w:framePr w:dropCap="drop"/>')
    assert chapter_of(drop, p("he road was long.")) == "<p>The road was long.</p>"


@pytest.mark.parametrize(
    ("tag", "words", "language", "direction"),
    [
        ("ru-RU", "Дорога домой.", "ru", "ltr"),
        ("de-DE", "Der Weg nach Hause.", "de", "ltr"),
        ("en-US", "Дорога домой.", "ru", "ltr"),
        ("uk-UA", "Дорога додому.", "uk", "ltr"),
        ("prs-AF", "راه خانه.", "fa-AF", "rtl"),
        ("not a tag", "The road.", "en", "ltr"),
    ],
)
def test_the_language_is_the_document_s_if_its_letters_agree(tag, words, language, direction):
    lang = f'<w:rtl/><w:lang w:bidi="{tag}"/>' if direction == "rtl" else f'<w:lang w:val="{tag}"/>'
    outline = outline_of(h("1. A"), p(r(words, lang)), h("2. B"), p(r(words, lang)))
    assert (outline.language, outline.direction) == (language, direction)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05",
         "https://a.example/x"),
        ("https://x.safelinks.protection.outlook.com/", "https://x.safelinks.protection.outlook.com/"),
    ],
)  # fmt: skip
def test_what_outlook_wrapped_around_a_link_is_taken_off(address, target):
    html = chapter_of(p(field(f'HYPERLINK "{address}"', "the salt")))
    assert html == f'<p><a href="{target}">the salt</a></p>'


def test_a_script_stays_unsafe_within_what_outlook_wrapped_around_it():
    address = "https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)"
    assert chapter_of(p(field(f'HYPERLINK "{address}"', "the salt"))) == "<p>the salt</p>"
