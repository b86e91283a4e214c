"""What is no Word document, or one that nobody should open."""

import io
import os
import random
import struct
import zipfile

import pytest

from cms.importer.manuscript import parse_manuscript
from tests.manuscript.word.package_builder import NAMESPACES, docx, h, outline_of, p

GOOD = docx(h("1. A"), p("Words."))


def refusal(document, name="story.docx"):
    outline = parse_manuscript(document, name=name)
    assert outline.status == "rejected"
    assert outline.chapters == ()
    assert outline.message.endswith((".", ")"))
    return outline.error, outline.message


def zip_of(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"hello", "only its name says .docx"),
        (b"", "the file is empty"),
        (b"%PDF-1.7\n", "only its name says .docx"),
        (b"{\\rtf1 hello}", "only its name says .docx"),
        (zip_of({"a.txt": "x"}), "not one that a word processor makes"),
        (
            zip_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}),
            "OpenDocument file whose name was changed",
        ),
        (
            docx(main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.x+xml"),
            "a spreadsheet or a presentation",
        ),
        (docx(files={"_rels/.rels": None, "word/document.xml": None}), "holds no text document"),
    ],
)
def test_what_is_no_word_document_is_refused(document, words):
    error, message = refusal(document)
    assert error == "not_a_docx"
    assert message.startswith("“story.docx” is not a Word document: ")
    assert words in message
    assert "save it as Word (.docx)" in message


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("name", ["story.doc", "story.docx"])
def test_an_old_word_document_is_refused_whatever_its_name(name):
    assert refusal(OLE + bytes(600), name) == (
        "legacy_doc",
        f"“{name}” is in the Word format of before 2007, which can't be read. Open it in Word or "
        "LibreOffice and save it as Word (.docx).",
    )


def test_a_document_locked_with_a_password_is_refused():
    locked = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    error, message = refusal(locked)
    assert error == "encrypted"
    assert "take the password away" in message


def test_a_zip_locked_with_a_password_is_refused():
    raw = bytearray(GOOD)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        raw[raw.rfind(signature) + offset] |= 1
    error, message = refusal(bytes(raw))
    assert error == "encrypted"
    assert "Save it again without one." in message


def zip_packed_otherwise():
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD)) as good,
        zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive,
    ):
        for name in good.namelist():
            archive.writestr(name, good.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    "document",
    [
        GOOD[: len(GOOD) // 2],
        GOOD[:4],
        GOOD.replace(b"word/document.xml", b"word/document.xm_"),
        docx(files={"word/document.xml": f"<w:document {NAMESPACES}><w:body><w:p>"}),
        docx(files={"word/document.xml": ""}),
        docx(files={"word/document.xml": b"\xff\xfe\x00garbage"}),
        docx(p("x"), styles="</w:nothing>"),
        docx(p("x"), files={"word/_rels/document.xml.rels": "<<<"}),
        zip_packed_otherwise(),
        docx("<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200),
    ],
)
def test_a_damaged_document_is_refused(document):
    error, message = refusal(document)
    assert error in {"corrupt", "not_a_docx"}
    assert ".docx" in message


def test_noise_anywhere_in_a_document_never_does_more_than_refuse_it():
    generator = random.Random(3)  # noqa: S311
    for _ in range(300):
        raw = bytearray(GOOD)
        for _ in range(generator.randrange(1, 6)):
            raw[generator.randrange(len(raw))] = generator.randrange(256)
        assert parse_manuscript(bytes(raw), name="a.docx").status in {"ok", "rejected"}


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'http://127.0.0.1:9/x'>]>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
    ],
)
def test_a_document_type_or_entity_is_never_followed(doctype):
    error, message = refusal(docx(p("x"), doctype=doctype))
    assert error == "corrupt"
    assert "declares a document type or entities, as no word processor does" in message


def test_a_part_that_unpacks_to_hundreds_of_times_its_size_is_a_bomb():
    error, message = refusal(docx(p("x" * 40_000_000)))
    assert error == "zip_bomb"
    assert "more than 200 times its size" in message


def test_too_many_parts_are_a_bomb():
    error, message = refusal(docx(p("x"), files={f"x/{n}": "" for n in range(5100)}))
    assert error == "zip_bomb"
    assert "a Word document may hold 5000" in message


def test_an_archive_that_lies_about_its_size_is_stopped():
    raw = bytearray(docx(p(os.urandom(200_000).hex())))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", raw, raw.rfind(signature) + offset, 10)
    assert refusal(bytes(raw))[0] in {"corrupt", "too_large", "zip_bomb"}


@pytest.mark.parametrize("name", ["../../secret.png", "a/b/c/d/e/f/g/h/i/j.xml"])
def test_a_part_outside_the_document_is_refused(name):
    error, message = refusal(docx(p("x"), files={name: "x"}))
    assert error == "unsafe_archive"
    assert "lies outside the document" in message


@pytest.mark.slow
def test_a_table_larger_than_a_manuscript_is_refused():
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 60 + "</w:tr>"
    rows = "".join(f"{row}<w:tr w:x='{os.urandom(60).hex()}'/>" for _ in range(8500))
    error, message = refusal(docx(f"<w:tbl>{rows}</w:tbl>"))
    assert error == "too_large"
    assert "one table or text box" in message


@pytest.mark.parametrize("name", ["story.docm", "story.dotx", "story.dotm"])
def test_of_a_document_with_macros_only_the_words_are_read(name):
    kinds = {
        "story.docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
        "story.dotx": (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
        ),
        "story.dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
    outline = outline_of(
        h("1. A"), p("Words."), h("2. B"), p("More."),
        name=name, main_type=kinds[name], files={"word/vbaProject.bin": b"Attribute VB_Name"},
    )  # fmt: skip
    assert [chapter.html for chapter in outline.chapters] == ["<p>Words.</p>", "<p>More.</p>"]
    assert "VB_Name" not in str(outline)


def test_a_strict_document_is_read_like_any_other():
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    outline = outline_of(h("1. A"), p("Words."), h("2. B"), p("More."), namespaces=strict)
    assert [chapter.title for chapter in outline.chapters] == ["A", "B"]


def test_a_document_without_words_says_so():
    outline = outline_of(p(), p())
    assert [warning.code for warning in outline.warnings] == ["empty_document"]


def test_a_file_that_stands_whole_inside_the_document_is_told():
    outline = outline_of(h("1. A"), p("Words."), '<w:altChunk r:id="rId9"/>', h("2. B"), p("b"))
    assert [chapter.title for chapter in outline.chapters] == ["A", "B"]
    [warning] = outline.warnings
    assert warning.code == "unsafe_markup_removed"
    assert warning.message == (
        "Paragraph 2 (“Words.”): a whole file stands inside the document after this place, and "
        "its words were left out. Open the document in Word, save it again as .docx and import "
        "that."
    )
