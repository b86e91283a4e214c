"""Bundles: folders and zips of curators, and of strangers."""

import base64
import os
import stat
import struct
import zipfile
import zlib

import pytest

from cms.importer.manuscript.bundle.archive import ArchiveLimits
from cms.importer.manuscript.bundle.opening import open_bundle
from cms.importer.manuscript.errors import ManuscriptError

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
TEXT = "# T\n\n## 1. The road\n\n![Alt](images/a.png)\n\nWords.\n"


def make_folder(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def make_zip(path, files, *, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refusal(path, **limits):
    with (
        pytest.raises(ManuscriptError) as caught,
        open_bundle(path, limits=ArchiveLimits(**limits)),
    ):
        pass
    assert caught.value.message.endswith((".", "…"))
    return caught.value


FILES = {
    "exhibit.toml": 'title = "T"\nsource_language = "en"\n',
    "manuscript.md": TEXT,
    "manuscript.ru.md": "# Т\n\n## 1. Дорога\n\nСлова.\n",
    "images/a.png": PNG,
    "data/sources.toml": '[a]\ntitle = "A"\n',
}


@pytest.mark.parametrize("shape", ["folder", "zip", "zip of a folder"])
def test_a_bundle_is_read_from_folder_or_zip(tmp_path, shape):
    if shape == "folder":
        path = make_folder(tmp_path / "b", FILES)
    else:
        prefix = "exhibit/" if shape == "zip of a folder" else ""
        path = make_zip(tmp_path / "b.zip", {prefix + name: text for name, text in FILES.items()})
    with open_bundle(path) as bundle:
        first, second = bundle.outlines()
        assert bundle.settings["title"] == "T"
        assert bundle.data["sources"]["a"]["title"] == "A"
        assert bundle.find("images/a.png").read_bytes() == PNG
        root = bundle.root
    assert (first.language, first.title, first.warnings) == ("en", "T", ())
    assert (second.language, second.title) == ("ru", "Т")
    assert root.exists() == (shape == "folder")


def test_a_missing_picture_is_named_with_the_chapter_that_wants_it(tmp_path):
    folder = make_folder(tmp_path, {"manuscript.md": TEXT})
    with open_bundle(folder) as bundle:
        (outline,) = bundle.outlines()
    (warning,) = outline.warnings
    assert (warning.code, warning.where) == ("media_missing", "The road")
    assert "“images/a.png”, wanted in “The road”" in warning.message


def test_a_file_is_found_whatever_its_case(tmp_path):
    folder = make_folder(tmp_path, {"manuscript.md": TEXT, "Images/A.PNG": b"x"})
    with open_bundle(folder) as bundle:
        assert bundle.find("images/a.png") is not None
        assert bundle.find("../manuscript.md") is None
        assert bundle.find("/etc/passwd") is None


def test_exhibit_toml_decides_which_manuscripts_there_are(tmp_path):
    folder = make_folder(
        tmp_path,
        {
            "exhibit.toml": 'source_language = "ru"\n[manuscripts]\n'
            'en = "b.md"\nru = "a.md"\nfa = "c.md"\n',
            "a.md": "# А\n\nслово\n",
            "b.md": TEXT,
            "images/a.png": PNG,
        },
    )
    with open_bundle(folder) as bundle:
        assert [(file.name, file.language) for file in bundle.manuscripts] == [
            ("a.md", "ru"),
            ("b.md", "en"),
        ]
        assert bundle.outlines()[0].warnings[0].code == "manuscript_missing"
        assert "“c.md”" in bundle.warnings[0].message


def test_the_only_document_is_the_manuscript(tmp_path):
    with open_bundle(
        make_folder(tmp_path, {"Bridge final v3.txt": "x", "README.md": "y"})
    ) as bundle:
        assert [file.name for file in bundle.manuscripts] == ["Bridge final v3.txt"]


def test_what_word_leaves_beside_an_open_document_is_no_manuscript(tmp_path):
    folder = make_folder(tmp_path, {"manuscript.md": "x", "~$manuscript.docx": b"\0"})
    with open_bundle(folder) as bundle:
        assert [file.name for file in bundle.manuscripts] == ["manuscript.md"]


def test_a_picture_beside_the_manuscript_that_is_none_is_left_out_and_its_words_kept(tmp_path):
    text = "# T\n\n## 1. A\n\n![The bridge](images/a.png 'In 1988')\n\nWords.\n"
    make_folder(tmp_path, {"manuscript.md": text, "images/a.png": b"\xd7\xcd\xc6\x9a" + bytes(99)})
    with open_bundle(tmp_path) as bundle:
        (outline,) = bundle.outlines()
    (warning,) = outline.warnings
    assert warning.code == "image_rejected"
    assert warning.message == (
        "Line 5: the picture “images/a.png” (its alternative text: “The bridge”) was left out: it "
        "is a drawing made by Windows (EMF or WMF), and visitors' browsers can't show it. Save it "
        "as PNG or JPEG and put that in its place."
    )
    assert outline.images == ()
    assert outline.chapters[0].html == "<p>In 1988</p>\n<p>Words.</p>"


def png_of(width, height):
    header = PNG[12:16] + struct.pack(">II", width, height) + PNG[24:29]
    return PNG[:12] + header + struct.pack(">I", zlib.crc32(header)) + PNG[33:]


def test_a_picture_of_too_many_pixels_is_left_out_by_its_first_bytes(tmp_path):
    gallery = "# T\n\n## 1. A\n\n::: gallery\nimage: b.png\nimage: a.png\n:::\n\nWords.\n"
    files = {"manuscript.md": gallery, "a.png": png_of(30_000, 30_000), "b.png": PNG}
    with open_bundle(make_folder(tmp_path, files)) as bundle:
        (outline,) = bundle.outlines()
    assert [warning.code for warning in outline.warnings] == ["image_too_large"]
    assert "40" in outline.warnings[0].message
    assert outline.media_files == (("b.png", "A"),)


def test_a_picture_of_too_many_bytes_is_left_out(tmp_path):
    files = {"manuscript.md": TEXT, "images/a.png": PNG + bytes(50 * 1024 * 1024)}
    with open_bundle(make_folder(tmp_path, files)) as bundle:
        (outline,) = bundle.outlines()
    assert [warning.code for warning in outline.warnings] == ["image_too_large"]
    assert "is 50 MB large" in outline.warnings[0].message


def test_a_drawing_in_svg_is_a_picture(tmp_path):
    files = {"manuscript.md": TEXT.replace("a.png", "a.svg"), "images/a.svg": "<svg></svg>"}
    with open_bundle(make_folder(tmp_path, files)) as bundle:
        (outline,) = bundle.outlines()
    assert outline.warnings == ()
    assert outline.images[0].src == "images/a.svg"


def test_a_lone_manuscript_finds_pictures_beside_it(tmp_path):
    make_folder(tmp_path, {"story.md": TEXT, "images/a.png": PNG})
    with open_bundle(tmp_path / "story.md") as bundle:
        (outline,) = bundle.outlines()
    assert outline.warnings == ()


@pytest.mark.parametrize(
    ("files", "code", "words"),
    [
        ({}, "unsupported_type", "no manuscript"),
        ({"story.odt": b"PK"}, "unsupported_type", "“story.odt”. Open it in LibreOffice and save"),
        ({"story.pdf": b"%PDF"}, "unsupported_type", "import the document it was made from"),
        ({"story.doc": b""}, "legacy_doc", "Open it in Word or LibreOffice and save it as Word"),
        ({"word/document.xml": "x"}, "unsupported_type", "a Word document whose name ends in .zip"),
        ({"story.docx": b"", "story.html": ""}, "unsupported_type", "one manuscript twice"),
        ({"manuscript.md": "", "manuscript.txt": ""}, "unsupported_type", "one manuscript twice"),
        ({"a.md": "x", "b.md": "y"}, "unsupported_type", "a.md, b.md"),
        ({"manuscript.md": "x", "exhibit.toml": "title = "}, "corrupt", "exhibit.toml"),
        ({"manuscript.md": "x", "data/people.toml": b"\xff\xfe"}, "not_text", "data/people.toml"),
        ({"exhibit.toml": '[manuscripts]\nen = "x.md"\n'}, "unsupported_type", "no manuscript"),
        ({"a/b/c/d/e/f/g/h/i/x.md": "x"}, "unsafe_archive", "deep"),
    ],
)
def test_a_folder_that_is_no_bundle_is_refused_in_one_sentence(tmp_path, files, code, words):
    error = refusal(make_folder(tmp_path, files))
    assert error.code == code
    assert words in error.message


def test_a_path_that_is_not_there_is_said(tmp_path):
    assert refusal(tmp_path / "nothing").code == "unsupported_type"


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    folder = make_folder(tmp_path / "b", {"manuscript.md": "x"})
    secret = make_folder(tmp_path, {"secret": "x"}) / "secret"
    os.symlink(secret, folder / "a.png")
    assert refusal(folder).code == "unsafe_archive"


@pytest.mark.parametrize(
    "name",
    [
        "../x.md",
        "a/../../x.md",
        "/etc/x.md",
        "C:/x.md",
        "..\\x.md",
        "\\\\server\\x.md",
        "a/b/c/d/e/f/g/h/i/x",
    ],
)
def test_a_path_out_of_the_archive_is_refused(tmp_path, name):
    path = make_zip(tmp_path / "b.zip", {"manuscript.md": "x", name: "y"})
    assert refusal(path).code == "unsafe_archive"
    assert sorted(os.listdir(tmp_path)) == ["b.zip"]


def test_a_link_in_an_archive_is_refused(tmp_path):
    link = zipfile.ZipInfo("a.png")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("manuscript.md", "x")
        archive.writestr(link, "/etc/passwd")
    assert refusal(tmp_path / "b.zip").code == "unsafe_archive"


@pytest.mark.parametrize("names", [("images", "images/a.png"), ("images/a.png", "IMAGES")])
def test_a_file_that_is_also_a_folder_is_refused(tmp_path, names):
    path = make_zip(tmp_path / "b.zip", {"manuscript.md": "x", **dict.fromkeys(names, "y")})
    assert refusal(path).code == "unsafe_archive"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("manuscript.md", "x")
        archive.writestr("manuscript.md", "y")
    assert refusal(tmp_path / "b.zip").code == "unsafe_archive"


def test_a_zip_bomb_is_stopped_while_it_is_read(tmp_path):
    path = make_zip(tmp_path / "b.zip", {"manuscript.md": "x", "a.bin": bytes(60 * 1024 * 1024)})
    assert refusal(path).code == "zip_bomb"


def test_an_archive_that_lies_about_its_size_is_stopped(tmp_path):
    path = make_zip(tmp_path / "b.zip", {"manuscript.md": "x", "a.bin": os.urandom(400_000)})
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = raw.rfind(signature)
        struct.pack_into("<I", raw, place + offset, 10)
    path.write_bytes(raw)
    assert refusal(path, total_bytes=100_000).code in {"too_large", "corrupt"}


def test_limits_on_members_and_sizes_hold(tmp_path):
    many = make_zip(tmp_path / "many.zip", {f"{n}.txt": "x" for n in range(20)})
    large = make_zip(tmp_path / "large.zip", {"manuscript.md": "x", "a": os.urandom(5000)})
    assert refusal(many, members=10).code == "zip_bomb"
    assert refusal(large, member_bytes=1000).code == "too_large"
    assert refusal(large, total_bytes=1000).code == "too_large"


@pytest.mark.parametrize("damage", ["cut", "noise", "not a zip"])
def test_a_damaged_archive_is_refused(tmp_path, damage):
    path = make_zip(tmp_path / "b.zip", {"manuscript.md": "word " * 5000})
    raw = bytearray(path.read_bytes())
    if damage == "cut":
        raw = raw[: len(raw) // 2]
    elif damage == "noise":
        raw[45:55] = b"\xff" * 10
    else:
        raw = bytearray(b"hello")
    path.write_bytes(raw)
    assert refusal(path).code == "corrupt"


def test_a_locked_archive_is_refused(tmp_path):
    path = make_zip(tmp_path / "b.zip", {"manuscript.md": "x"})
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        raw[raw.rfind(signature) + offset] |= 1
    path.write_bytes(raw)
    assert refusal(path).code == "encrypted"


def test_clutter_of_other_systems_is_left_out(tmp_path):
    path = make_zip(
        tmp_path / "b.zip",
        {"b/manuscript.md": "x", "__MACOSX/b/._manuscript.md": b"\x00", "b/.DS_Store": b"\x00"},
    )
    with open_bundle(path) as bundle:
        assert bundle.files == ("manuscript.md",)
