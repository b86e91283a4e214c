"""Bytes to text: encodings, line ends, characters that must go and those that must stay."""

import pytest

from cms.importer.manuscript import parse_manuscript

RUSSIAN = "# Дорога\n\n## 1. Мост\n\nПоследняя колонна перешла мост утром, и дорога опустела.\n"
WESTERN = "# Café\n\n## 1. Naïve\n\nThe “last” column – they said – crossed the façade.\n"
DARI = "# راه\n\n## ۱. پل\n\nستون‌ها از پل گذشتند و راه خالی شد.\n"


def read(document, name="m.md", **kwargs):
    return parse_manuscript(document, name=name, **kwargs)


def codes(outline):
    return [warning.code for warning in outline.warnings]


def words(outline):
    return outline.title, outline.chapters[0].title, outline.chapters[0].html


@pytest.mark.parametrize("text", [RUSSIAN, WESTERN, DARI])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(text, encoding):
    outline = read(text.encode(encoding))
    assert words(outline) == words(read(text))
    assert outline.warnings == ()


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (RUSSIAN, "cp1251", "Windows-1251"),
        (WESTERN, "cp1252", "Windows-1252"),
        (RUSSIAN, "utf-16-le", "UTF-16"),
        (WESTERN, "utf-16-be", "UTF-16"),
        (DARI, "utf-16-le", "UTF-16"),
    ],
)
def test_a_guessed_encoding_is_said(text, encoding, named):
    outline = read(text.encode(encoding))
    assert words(outline) == words(read(text))
    assert codes(outline) == ["encoding_guessed"]
    assert named in outline.warnings[0].message


def test_bytes_that_are_not_letters_are_replaced_and_named():
    outline = read("# T\n\n## 1. A\n\nCafé ".encode() + b"\xff bar\n")
    assert "Café \ufffd bar" in outline.chapters[0].html
    assert codes(outline) == ["invalid_bytes"]
    assert outline.warnings[0].where == "line 5"


@pytest.mark.parametrize(
    "document",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04" + bytes(200),
        b"\xff\xd8\xff\xe0" + bytes(range(256)),
        bytes(range(256)) * 40,
        bytes(5000),
    ],
)
def test_a_binary_file_is_refused_in_one_sentence(document):
    outline = read(document)
    assert (outline.status, outline.error) == ("rejected", "not_text")
    assert outline.message.startswith("This file is not a text document")
    assert outline.chapters == ()


@pytest.mark.parametrize("name", ["m.txt", "m.md", "m.html"])
def test_a_word_document_under_another_name_is_told_so(name):
    outline = read(b"PK\x03\x04" + bytes(26) + b"word/document.xml" + bytes(99), name=name)
    assert (outline.status, outline.error) == ("rejected", "not_text")
    assert outline.message.endswith("under another name. Give it the ending .docx again.")


@pytest.mark.parametrize(
    ("name", "document", "error"),
    [
        ("m.odt", b"PK\x03\x04", "unsupported_type"),
        ("m.pdf", b"%PDF-1.7", "unsupported_type"),
        ("m.doc", b"text", "legacy_doc"),
        ("m.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "legacy_doc"),
        ("manuscript", b"text", "unsupported_type"),
    ],
)
def test_other_formats_are_refused_by_name(name, document, error):
    outline = read(document, name=name)
    assert (outline.status, outline.error) == ("rejected", error)
    assert name in outline.message


def test_too_large_a_manuscript_is_refused():
    outline = read(b"a" * (20 * 1024 * 1024 + 1))
    assert (outline.status, outline.error) == ("rejected", "too_large")
    assert "20 MB" in outline.message


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\u2028"])
def test_every_line_ending_is_a_line_ending(ending):
    outline = read(RUSSIAN.replace("\n", ending))
    assert words(outline) == words(read(RUSSIAN))


def test_control_and_bidi_override_characters_are_removed():
    outline = read(
        "# T\n\n## 1. A\n\nnu\x00ll be\x07ll \u202eevil\u202c \u2066iso\u2069 \ufdd00\ufdd1\n"
    )
    assert outline.chapters[0].html == "<p>null bell evil iso 0</p>"


def test_overrides_written_as_numbers_are_removed_as_well():
    outline = read("# T\n\n## 1. A\n\na&#x202e;b&#8294;c&zwnj;d\n")
    assert outline.chapters[0].html == "<p>abc\u200cd</p>"


def test_joiners_and_direction_marks_stay():
    text = "می‌روند \u200dو\u200f"
    outline = read(f"# T\n\n## 1. A\n\nx {text} x\n")
    assert text in outline.chapters[0].html


def test_letters_are_composed():
    outline = read("# Cafe\u0301\n\n## 1. A\n\ne\u0301\n")
    assert (outline.title, outline.chapters[0].html) == ("Café", "<p>é</p>")


def test_a_lone_surrogate_does_no_harm():
    assert "\ufffd" in read("# T\n\n## 1. A\n\nx\ud800y\n").chapters[0].html


def test_the_language_comes_from_the_call_the_name_or_the_letters():
    assert read(RUSSIAN, language="uk").language == "uk"
    assert read(RUSSIAN, name="manuscript.fa-AF.md").language == "fa-AF"
    assert read(RUSSIAN).language == "ru"
    assert (read(DARI).language, read(DARI).direction) == ("fa", "rtl")
    assert (read(WESTERN).language, read(WESTERN).direction) == ("en", "ltr")
