"""Footnotes and endnotes become cited notes, at the place where they are cited."""

from cms.importer.manuscript import parse_manuscript
from tests.manuscript.word.package_builder import (
    chapter_of,
    codes,
    docx,
    h,
    outline_of,
    p,
    r,
    relation,
    table,
)

SEPARATORS = (
    f'<w:footnote w:type="separator" w:id="-1">{p("-----")}</w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0">{p("-----")}</w:footnote>'
)


def cite(number, kind="footnote", extra=""):
    return f'<w:r><w:{kind}Reference w:id="{number}" {extra}/></w:r>'


def note(number, *paragraphs, kind="footnote"):
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    first = p(mark, " ", paragraphs[0])
    return f'<w:{kind} w:id="{number}">{first}{"".join(map(p, paragraphs[1:]))}</w:{kind}>'


def test_notes_are_numbered_where_they_are_cited():
    outline = outline_of(
        h("1. A"), p("First", cite(5), " and second", cite(3), "."),
        h("2. B"), p("Third", cite(2, "endnote"), ", first again", cite(5), "."),
        footnotes=SEPARATORS + note(3, "Second note.") + note(5, "First note."),
        endnotes=note(2, "An endnote.", kind="endnote"),
    )  # fmt: skip
    assert outline.chapters[0].html == "<p>First<sup>[1]</sup> and second<sup>[2]</sup>.</p>"
    assert outline.chapters[1].html == "<p>Third<sup>[3]</sup>, first again<sup>[1]</sup>.</p>"
    assert [(one.number, one.html, one.chapter) for one in outline.footnotes] == [
        (1, "First note.", "A"),
        (2, "Second note.", "A"),
        (3, "An endnote.", "B"),
    ]
    assert [note.remark for note in outline.chapters[0].blocks[0].notes] == [
        "First note.", "Second note.",
    ]  # fmt: skip
    assert codes(outline) == []


def test_a_note_keeps_its_paragraphs_looks_and_links():
    link = f'<w:hyperlink r:id="rId1">{r("the report")}</w:hyperlink>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relation('rId1', 'hyperlink', 'https://example.org/r', external=True)}</Relationships>"
    )
    outline = outline_of(
        h("1. A"), p("x", cite(2)), h("2. B"), p("y"),
        footnotes=note(2, r("Pravda", "<w:i/>"), "See ", link),
        files={"word/_rels/footnotes.xml.rels": rels},
    )  # fmt: skip
    (only,) = outline.footnotes
    assert only.html == ('<em>Pravda</em><br>See<br><a href="https://example.org/r">the report</a>')
    assert outline.chapters[0].blocks[0].notes[0].remark == (
        "Pravda See the report (https://example.org/r)"
    )


def test_a_note_without_text_shows_no_mark():
    html = chapter_of(p("x", cite(9)), footnotes=SEPARATORS)
    assert html == "<p>x</p>"


def test_a_note_s_own_mark_is_replaced_by_its_number():
    starred = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    outline = outline_of(
        h("1. A"), p("x", starred, "."), h("2. B"), p("y"), footnotes=note(2, "Said so.")
    )
    assert outline.chapters[0].html == "<p>x<sup>[1]</sup>.</p>"


def test_a_note_nothing_cites_is_not_there_in_word_either():
    outline = outline_of(h("1. A"), p("x"), h("2. B"), p("y"), footnotes=note(2, "Left over."))
    assert outline.footnotes == ()


def test_notes_in_tables_lists_headings_and_captions_are_kept():
    outline = outline_of(
        h("1. A"),
        table(["a", "b"], ["c", p("d", cite(2))]),
        p("Sub", cite(3), properties='<w:outlineLvl w:val="1"/>'),
        p("text"),
        h("2. B"), p("y"),
        footnotes=note(2, "In a cell.") + note(3, "On a heading."),
    )  # fmt: skip
    assert [one.html for one in outline.footnotes] == ["In a cell.", "On a heading."]
    assert "<td>d<sup>[1]</sup></td>" in outline.chapters[0].html
    assert "<h3>Sub<sup>[2]</sup></h3>" in outline.chapters[0].html


def test_a_typed_list_of_notes_goes_the_usual_way():
    outline = outline_of(
        h("1. A"), p("It fell [1]."), h("2. B"), p("y"), h("Notes"), p("[1] Pravda, 1988.")
    )
    assert [one.html for one in outline.footnotes] == ["Pravda, 1988."]
    assert outline.chapters[0].html == "<p>It fell <sup>[1]</sup>.</p>"


def test_numbers_in_notes_do_not_count_in_the_text():
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
    inside = p("in a note", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    outline = outline_of(
        p("Road", properties=numbered), p("x", cite(2)), p("Bridge", properties=numbered), p("y"),
        footnotes=f'<w:footnote w:id="2">{inside}</w:footnote>',
        numbering=(
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        ),
    )  # fmt: skip
    assert [chapter.number for chapter in outline.chapters] == [1, 2]
    assert [one.html for one in outline.footnotes] == ["in a note"]


def test_footnotes_of_a_damaged_part_refuse_the_document_in_a_sentence():
    document = docx(p("x"), footnotes="<w:footnote></w:wrong>")
    outline = parse_manuscript(document, name="a.docx")
    assert (outline.status, outline.error) == ("rejected", "corrupt")
    assert "in its part word/footnotes.xml" in outline.message
