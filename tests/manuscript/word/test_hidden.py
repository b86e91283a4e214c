"""What an author deleted, hid or only remarked never comes out; what was inserted does."""

import pytest

from tests.manuscript.word.package_builder import (
    cell,
    chapter_of,
    h,
    outline_of,
    p,
    picture,
    r,
    relation,
    style,
    table,
)

DELETED = "<w:del w:id='1'><w:r><w:delText>SECRET</w:delText><w:t>SECRET</w:t></w:r></w:del>"
INSERTED = f"<w:ins w:id='2'>{r('inserted')}</w:ins>"
MOVED_AWAY = f"<w:moveFrom w:id='3'>{r('SECRET')}</w:moveFrom>"
MOVED_HERE = f"<w:moveTo w:id='4'>{r('moved')}</w:moveTo>"
VANISHED = "<w:vanish/>"


@pytest.mark.parametrize(
    ("paragraph", "html"),
    [
        (p("a ", DELETED, "b"), "<p>a b</p>"),
        (p("a ", INSERTED), "<p>a inserted</p>"),
        (p(MOVED_AWAY, "a"), "<p>a</p>"),
        (p("a ", MOVED_HERE), "<p>a moved</p>"),
        (p(f"<w:ins>{DELETED}{r('x')}</w:ins>"), "<p>x</p>"),
        (p("a", r("SECRET", VANISHED)), "<p>a</p>"),
        (p("a", r("SECRET", "<w:specVanish/>")), "<p>a</p>"),
        (p("a", r("shown", '<w:vanish w:val="0"/>')), "<p>ashown</p>"),
        (p("a", r("SECRET", '<w:rStyle w:val="Hidden"/>')), "<p>a</p>"),
        (p("a", r("SECRET", '<w:rStyle w:val="AlsoHidden"/>')), "<p>a</p>"),
        (p("a") + p("SECRET", style="HiddenParagraph"), "<p>a</p>"),
        (
            p(r("shown", '<w:vanish w:val="0"/>'), r("SECRET"), style="HiddenParagraph"),
            "<p>shown</p>",
        ),
        (p("a") + p(DELETED), "<p>a</p>"),
        (p("a", r("x", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")), "<p>ax</p>"),
        (
            p("a", "<w:r><w:drawing><wp:inline><wp:docPr hidden='1' descr='SECRET'/>"
              "</wp:inline></w:drawing></w:r>"),
            "<p>a</p>",
        ),
    ],
)  # fmt: skip
def test_deleted_moved_and_hidden_words_never_appear(paragraph, html):
    styles = (
        style("Hidden", kind="character", inside="<w:rPr><w:vanish/></w:rPr>")
        + style("AlsoHidden", kind="character", based_on="Hidden")
        + style("HiddenParagraph", inside="<w:rPr><w:vanish/></w:rPr>")
    )
    assert chapter_of(paragraph, styles=styles) == html


@pytest.mark.parametrize("mark", ["w:del", "w:moveFrom"])
def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(mark):
    first = p("The road ", properties=f"<w:rPr><{mark} w:id='1'/></w:rPr>")
    assert chapter_of(first, p("went on."), p("Next.")) == "<p>The road went on.</p>\n<p>Next.</p>"


def test_words_before_a_table_are_not_lost_when_their_end_was_deleted():
    first = p("The road", properties="<w:rPr><w:del w:id='1'/></w:rPr>")
    html = chapter_of(first, table(["a", "b"], ["c", "d"]))
    assert html.startswith("<p>The road</p>\n<table>")


def test_deleted_and_hidden_rows_and_cells_of_a_table_are_left_out():
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('SECRET')}{cell('SECRET')}</w:tr>"
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('SECRET')}{cell('SECRET')}</w:tr>"
    gone_cell = cell("SECRET", "<w:cellDel w:id='1'/>")
    cut = f"<w:tr>{cell('e')}{gone_cell}{cell('f')}</w:tr>"
    html = chapter_of(table(["a", "b"], ["c", "d"], gone, hidden, cut))
    assert "SECRET" not in html
    assert "<tr><td>e</td><td>f</td></tr>" in html


def test_comments_headers_and_footers_never_appear():
    outline = outline_of(
        h("1. A"),
        p('<w:commentRangeStart w:id="1"/>', "a", '<w:commentRangeEnd w:id="1"/>',
          '<w:r><w:commentReference w:id="1"/></w:r>'),
        "<w:sectPr><w:headerReference/></w:sectPr>",
        h("2. B"), p("b"),
        comments=f'<w:comment w:id="1">{p("SECRET")}</w:comment>',
        files={"word/header1.xml": f"<hdr>{p('SECRET')}</hdr>"},
    )  # fmt: skip
    assert "SECRET" not in str(outline)
    assert [chapter.html for chapter in outline.chapters] == ["<p>a</p>", "<p>b</p>"]


def test_notes_and_links_of_deleted_words_go_with_them():
    cited = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    outline = outline_of(
        h("1. A"), p("a", f"<w:del>{cited}</w:del>"), h("2. B"), p("b"),
        footnotes=f"<w:footnote w:id='2'>{p('SECRET')}</w:footnote>",
    )  # fmt: skip
    assert outline.footnotes == ()
    assert "SECRET" not in str(outline)


def test_what_a_document_links_to_is_never_opened(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    linked = [
        relation("rId1", "attachedTemplate", "http://127.0.0.1:9/t.dotm", external=True),
        relation("rId2", "image", "http://127.0.0.1:9/p.png", external=True),
        relation("rId3", "subDocument", "http://127.0.0.1:9/s.docx", external=True),
        relation("rId4", "footnotes", "http://127.0.0.1:9/f.xml", external=True),
    ]
    outline = outline_of(
        h("1. A"), p("a", picture("rId2"), '<w:subDoc r:id="rId3"/>'), h("2. B"), p("b"),
        relations=linked,
    )  # fmt: skip
    assert outline.chapters[0].html == "<p>a</p>"
