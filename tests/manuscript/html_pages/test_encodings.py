"""The letters of a page, however they are stored."""

import pytest

from cms.importer.manuscript import parse_manuscript

from .reading import codes

RUSSIAN = "<h1>1. Мост</h1><p>Последняя колонна перешла мост утром, и дорога опустела.</p>"
WESTERN = "<h1>1. Café</h1><p>The “last” column – they said – crossed the façade.</p>"
DARI = "<h1>۱. پل</h1><p>ستون‌ها از پل گذشتند و راه خالی شد.</p>"


def words(outline):
    return [(chapter.title, chapter.html) for chapter in outline.chapters]


@pytest.mark.parametrize("name", ["m.html", "m.htm", "m.xhtml"])
@pytest.mark.parametrize("text", [RUSSIAN, WESTERN, DARI])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(text, encoding, name):
    outline = parse_manuscript(text.encode(encoding), name=name)
    assert words(outline) == words(parse_manuscript(text, name=name))
    assert outline.warnings == ()


@pytest.mark.parametrize(
    ("text", "encoding", "declaration"),
    [
        (RUSSIAN, "cp1251", '<meta charset="windows-1251">'),
        (RUSSIAN, "koi8-r", "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>"),
        (WESTERN, "cp1252", '<META CONTENT="text/html; charset=iso-8859-1">'),
        (WESTERN, "cp1252", '<?xml version="1.0" encoding="windows-1252"?>'),
    ],
)
def test_the_declared_encoding_is_believed(text, encoding, declaration):
    outline = parse_manuscript((declaration + text).encode(encoding), name="m.html")
    assert words(outline) == words(parse_manuscript(text, name="m.html"))
    assert outline.warnings == ()


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (RUSSIAN, "cp1251", "Windows-1251"),
        (WESTERN, "cp1252", "Windows-1252"),
        (RUSSIAN, "utf-16-le", "UTF-16"),
        (WESTERN, "utf-16-be", "UTF-16"),
    ],
)
def test_without_a_declaration_a_guess_is_said(text, encoding, named):
    outline = parse_manuscript(text.encode(encoding), name="m.html")
    assert words(outline) == words(parse_manuscript(text, name="m.html"))
    assert codes(outline) == ["encoding_guessed"]
    assert named in outline.warnings[0].message


def test_bytes_that_are_utf_8_beyond_chance_are_not_read_as_declared():
    page = '<meta charset="windows-1252">' + RUSSIAN
    assert words(parse_manuscript(page.encode(), name="m.html")) == words(
        parse_manuscript(RUSSIAN, name="m.html")
    )


@pytest.mark.parametrize("declared", ["zlib", "unicode_escape", "hex", "utf-7", "x-unknown"])
def test_a_strange_declaration_is_not_followed(declared):
    page = f'<meta charset="{declared}"><h1>1. A</h1><p>plain \\u0041 +AGE-</p>'
    assert words(parse_manuscript(page.encode(), name="m.html")) == [
        ("A", "<p>plain \\u0041 +AGE-</p>")
    ]


def test_bytes_that_are_no_letters_are_named():
    page = b'<meta charset="windows-1251"><h1>1. A</h1><p>\xcc\xee\xf1\xf2 \x98</p>'
    assert codes(parse_manuscript(page, name="m.html")) == ["invalid_bytes"]


@pytest.mark.parametrize("document", [b"%PDF-1.7 x", b"PK\x03\x04" + bytes(99), bytes(5000)])
def test_a_file_that_is_no_page_is_refused(document):
    outline = parse_manuscript(document, name="m.html")
    assert (outline.status, outline.error) == ("rejected", "not_text")
