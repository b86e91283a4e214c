"""Pictures inside a document: found, described, captioned, checked, taken out."""

import io
import os
import zipfile

import pytest
from PIL import Image

from cms.importer.manuscript.bundle.opening import open_bundle
from cms.importer.manuscript.formats.embedded import unpack_embedded
from tests.manuscript.word.package_builder import (
    PNG,
    chapter_of,
    codes,
    docx,
    field,
    h,
    outline_of,
    p,
    picture,
    relation,
    style,
)

SRC = "embedded/picture-6b7fa434f92a8b80.png"
ONE = {"media/image1.png": PNG}


def image_of(paragraph, media=None, **parts):
    outline = outline_of(h("1. A"), *paragraph, h("2. B"), p("b"), media=media or ONE, **parts)
    return outline, [(image.src, image.alt, image.caption) for image in outline.images]


VML = (
    '<w:r><w:pict><v:shape alt="{alt}"><v:imagedata r:id="rIdPicture" o:title="{title}"/>'
    "</v:shape></w:pict></w:r>"
)
OLE = '<w:r><w:object><v:shape><v:imagedata r:id="rIdPicture"/></v:shape></w:object></w:r>'


@pytest.mark.parametrize(
    ("shown", "alt"),
    [
        (picture(alt="A bridge"), "A bridge"),
        (picture(alt="", properties='title="A bridge"'), "A bridge"),
        (picture(alt="A bridge&#xA;&#xA;Description automatically generated"), "A bridge"),
        (VML.format(alt="A bridge", title=""), "A bridge"),
        (VML.format(alt="", title="A bridge"), "A bridge"),
    ],
)
def test_a_picture_keeps_its_alternative_text(shown, alt):
    outline, images = image_of([p("Text.", shown, " More.")])
    assert images == [(SRC, alt, "")]
    assert outline.chapters[0].html == (
        f'<p>Text. More.</p>\n<figure><img src="{SRC}" alt="{alt}"></figure>'
    )
    assert codes(outline) == []


@pytest.mark.parametrize("shown", [picture(), picture(alt="IMG_2041.JPG"), OLE])
def test_a_picture_without_alternative_text_is_told(shown):
    outline, images = image_of([p(shown)])
    assert images == [(SRC, "", "")]
    (warning,) = outline.warnings
    assert warning.code == "image_missing_alt"
    assert warning.message.startswith("Paragraph 2: the picture here has no alternative text. ")


def test_a_picture_marked_as_decorative_needs_none():
    decorative = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    outline, images = image_of([p(picture(extra=decorative))])
    assert images == [(SRC, "", "")]
    assert codes(outline) == []


CAPTION = p("Figure ", field("SEQ Figure", "1"), " The bridge")


@pytest.mark.parametrize(
    "body",
    [
        [p(picture(alt="x")), CAPTION],
        [CAPTION, p(picture(alt="x"))],
        [p(picture(alt="x")), p("Figure 1 The bridge", style="Caption")],
        [p(picture(alt="x")), p("Figure 1 The bridge", style="Beschriftung")],
        [p(picture(alt="x"), "<w:r><w:br/></w:r>", "Figure 1 The bridge", style="Caption")],
    ],
)
def test_a_caption_is_joined_to_its_picture(body):
    styles = style("Caption", name="caption") + style("Beschriftung")
    _, images = image_of(body, styles=styles)
    assert images == [(SRC, "x", "Figure 1 The bridge")]


def test_a_caption_typed_under_a_picture_is_known_by_its_number():
    _, images = image_of([p(picture(alt="x")), p("Рис. 3. Мост"), p("Text.")])
    assert images == [(SRC, "x", "Рис. 3. Мост")]


def test_each_picture_gets_its_own_caption():
    body = [p(picture(alt="x")), CAPTION, p(picture(alt="y")), p("Figure 2. The road")]
    _, images = image_of(body)
    assert images == [(SRC, "x", "Figure 1 The bridge"), (SRC, "y", "Figure 2. The road")]


def test_a_caption_that_cites_a_note_stays_a_paragraph_with_it():
    cited = p("Figure 1. The bridge", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    outline, images = image_of(
        [p(picture(alt="x")), cited], footnotes=f'<w:footnote w:id="2">{p("TASS.")}</w:footnote>'
    )
    assert images == [(SRC, "x", "")]
    assert "<p>Figure 1. The bridge<sup>[1]</sup></p>" in outline.chapters[0].html


def test_a_caption_without_a_picture_is_text():
    assert chapter_of(CAPTION) == "<p>Figure 1 The bridge</p>"


@pytest.mark.parametrize("attribute", ["r:link", "r:embed"])
def test_a_picture_that_is_only_linked_is_skipped_and_named(attribute):
    linked = picture("rId9", alt="A bridge", attribute=attribute)
    outline, images = image_of(
        [p("Text.", linked)],
        relations=[relation("rId9", "image", "https://example.org/a.png", external=True)],
    )
    assert images == []
    (warning,) = outline.warnings
    assert warning.code == "external_image_skipped"
    assert "“https://example.org/a.png” is only linked to" in warning.message
    assert outline.chapters[0].html == "<p>Text.</p>\n<p>A bridge</p>"


def encoded(kind, size=(2, 2), mode="RGB"):
    made = io.BytesIO()
    Image.new(mode, size).save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (bytes(40) + b" EMF" + bytes(99), "image_rejected", "a drawing made by Windows"),
        (b"\xd7\xcd\xc6\x9a" + bytes(99), "image_rejected", "a drawing made by Windows"),
        (encoded("TIFF"), "image_rejected", "is of the kind TIFF"),
        (encoded("BMP"), "image_rejected", "is of the kind BMP"),
        (b"not a picture", "image_rejected", "is damaged, or no picture"),
        (PNG[:20], "image_rejected", "is damaged, or no picture"),
        (encoded("PNG", (7000, 6000), "1"), "image_too_large", "42 megapixels"),
        pytest.param(
            PNG + os.urandom(50 * 1024 * 1024), "image_too_large", "50 MB", marks=pytest.mark.slow
        ),
    ],
)
def test_a_picture_nobody_could_see_is_left_out_and_its_words_kept(content, code, words):
    outline, images = image_of(
        [p(picture(alt="A bridge")), CAPTION], media={"media/image1.emf": content}
    )
    assert images == []
    (warning,) = outline.warnings
    assert warning.code == code
    assert words in warning.message
    assert warning.message.startswith("Paragraph 2: the picture “A bridge” was left out: it ")
    assert outline.chapters[0].html == "<p>A bridge</p>\n<p>Figure 1 The bridge</p>"


def test_a_picture_that_is_not_there_is_told():
    outline, images = image_of([p(picture("rId9", alt="A bridge"))],
                               relations=[relation("rId9", "image", "media/gone.png")])  # fmt: skip
    assert images == []
    assert codes(outline) == ["image_rejected"]


def test_a_diagram_s_words_are_kept_and_a_chart_is_named():
    diagram = '<w:r><w:drawing><dgm:relIds r:dm="rId9"/></w:drawing></w:r>'
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>'
        "<dgm:pt><dgm:t><a:p><a:r><a:t>Kabul</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "<dgm:pt><dgm:t><a:p><a:r><a:t>Termez</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "</dgm:ptLst></dgm:dataModel>"
    )
    outline, _ = image_of(
        [p(diagram), p("<w:r><w:drawing><c:chart/></w:drawing></w:r>", "Beside it.")],
        relations=[relation("rId9", "diagramData", "diagrams/data1.xml")],
        files={"word/diagrams/data1.xml": data},
    )
    assert outline.chapters[0].html == "<p>Kabul<br>\nTermez</p>\n<p>Beside it.</p>"
    assert codes(outline) == ["image_rejected", "image_rejected"]
    assert "a diagram (SmartArt) was left out" in outline.warnings[0].message
    assert "a chart was left out" in outline.warnings[1].message


def test_pictures_in_text_boxes_lists_and_notes_are_kept_once_each():
    box = f"<w:txbxContent>{p(picture(alt='boxed'))}</w:txbxContent>"
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relation('rIdPicture', 'image', 'media/image1.png')}</Relationships>"
    )
    _, images = image_of(
        [
            p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"),
            p("item", picture(alt="listed"), properties=numbered),
            p("x", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        ],
        footnotes=f'<w:footnote w:id="2">{p("note", picture(alt="noted"))}</w:footnote>',
        files={"word/_rels/footnotes.xml.rels": rels},
        numbering=(
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
            '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        ),
    )
    assert [alt for _, alt, _ in images] == ["boxed", "listed", "noted"]


DOCUMENT = docx(h("1. A"), p(picture(alt="A bridge")), h("2. B"), p("b"), media=ONE)


def test_a_lone_document_brings_its_pictures(tmp_path):
    (tmp_path / "story.docx").write_bytes(DOCUMENT)
    with open_bundle(tmp_path / "story.docx") as bundle:
        (outline,) = bundle.outlines()
        assert bundle.find(outline.images[0].src).read_bytes() == PNG
        inside = bundle.find(SRC)
    assert outline.warnings == ()
    assert not inside.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["story.docx"]


@pytest.mark.parametrize("shape", ["folder", "zip"])
def test_a_bundle_of_documents_in_several_languages_brings_all_their_pictures(tmp_path, shape):
    other = encoded("PNG", (3, 3))
    russian = docx(
        h("1. А"), p(picture(alt="Мост"), picture("rIdPicture1", alt="Дорога")), h("2. Б"), p("б"),
        media={"media/image1.png": other, "media/image2.png": PNG},
    )  # fmt: skip
    files = {
        "manuscript.docx": DOCUMENT,
        "manuscript.ru.docx": russian,
        "exhibit.toml": b'title = "The Road"\nsource_language = "en"\n',
    }
    path = tmp_path / "b.zip" if shape == "zip" else tmp_path
    if shape == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
    else:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
    with open_bundle(path) as bundle:
        english, translated = bundle.outlines()
        assert (english.language, translated.language) == ("en", "ru")
        found = [bundle.find(one.src).read_bytes() for one in translated.images]
        assert found == [other, PNG]
        assert bundle.find(english.images[0].src).read_bytes() == PNG
    assert english.warnings == translated.warnings == ()


def test_only_pictures_that_can_be_shown_are_taken_out(tmp_path):
    document = docx(p("x"), media={
        "media/a.png": PNG, "media/b.emf": b"no picture", "media/c.exe": b"MZ", "media/d.png": PNG,
    })  # fmt: skip
    (tmp_path / "a.docx").write_bytes(document)
    assert unpack_embedded(tmp_path / "a.docx", tmp_path / "out") == (SRC,)
    assert [path.name for path in (tmp_path / "out" / "embedded").iterdir()] == [SRC[9:]]


def test_of_a_document_that_cannot_be_read_nothing_is_taken_out(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 nothing")
    assert unpack_embedded(tmp_path / "a.docx", tmp_path / "out") == ()
    with open_bundle(tmp_path / "a.docx") as bundle:
        (outline,) = bundle.outlines()
    assert (outline.status, outline.error) == ("rejected", "corrupt")
