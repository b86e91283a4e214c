"""A document as LibreOffice saves it; ``libreoffice/chapters.fodt`` is what it was made from:
``soffice --headless --convert-to docx chapters.fodt``."""

from pathlib import Path

from cms.importer.manuscript import parse_manuscript

SAVED = Path(__file__).parent / "libreoffice" / "chapters.docx"


def outline():
    return parse_manuscript(SAVED.read_bytes(), name=SAVED.name)


def test_title_and_subtitle_are_known():
    made = outline()
    assert (made.title, made.subtitle) == ("The Road Out", "How the columns went home")


def test_chapters_are_numbered_as_on_the_page_and_the_contents_list_is_gone():
    made = outline()
    assert [(one.number, one.title) for one in made.chapters] == [
        (1, "The first columns"),
        (2, "The bridge"),
    ]
    assert made.introduction is None
    assert made.warnings == ()


def test_everything_in_a_chapter_is_kept_and_nothing_hidden_shows():
    first, second = outline().chapters
    assert first.html == (
        "<p>They <strong>left</strong> in <em>spring</em>, the 1<sup>st</sup> of May"
        "<sup>[1]</sup>. Inserted words.</p>\n"
        "<h3>1.1 Supplies</h3>\n"
        "<ul><li>Fuel<ul><li>Diesel</li></ul></li><li>Bread</li></ul>\n"
        "<ol><li>Load</li><li>Drive</li></ol>\n"
        "<blockquote><p>“We went home.”</p></blockquote>\n"
        "<p>Beside the frame.</p>\n<p>Words in a frame.</p>"
    )
    assert second.html == (
        '<figure><img src="embedded/picture-6b7fa434f92a8b80.png" '
        'alt="A bridge over a wide river"><figcaption>Figure 1: The bridge</figcaption></figure>\n'
        '<table><thead><tr><th scope="col">Year</th><th scope="col">Men</th></tr></thead>'
        "<tbody><tr><td>1988</td><td>Many</td></tr></tbody></table>\n"
        '<p>See <a href="https://example.org/report">the report</a> and '
        '<a href="#1">the first chapter</a><sup>[2]</sup>.</p>'
    )


def test_footnotes_and_endnotes_are_notes():
    assert [note.html for note in outline().footnotes] == ["From a letter.", "An endnote."]
