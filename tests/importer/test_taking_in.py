"""What is handed in is kept whole and private, or refused in a sentence and not kept at all."""

import errno
import os
import time
import uuid
from pathlib import Path

import docx
import pytest

from cms.importer import handed_in as reading
from cms.importer import keeping
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import add_files, discard, picture, review_of, take_in
from tests import factories
from tests.importer.handing_in import (
    MANUSCRIPT,
    bridge,
    files_below,
    handed_in,
    part_of,
    upload,
    zipped,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def imports(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path / "imports"
    return settings.IMPORTS_ROOT


def missing(pending) -> list[str]:
    return [each.path for each in review_of(pending).missing]


@pytest.mark.parametrize("name", ["road.md", "Der Weg.txt", "notes.md", "README.md", "road.RU.md"])
def test_a_document_alone_is_taken_in(name):
    pending = handed_in(upload(name))

    assert pending.name == name
    assert part_of(review_of(pending), "The bridge").number == 1


def test_a_page_saved_from_an_editor_is_taken_in():
    html = "<h1>The Road Out</h1><h2>The bridge</h2><p>They crossed.</p>"

    pending = handed_in(upload("road.html", html))

    assert part_of(review_of(pending), "The bridge").first_words == "They crossed."


def test_pictures_lying_loose_are_found_by_their_names():
    pending = handed_in(upload("road.md"), bridge("BRIDGE.png"))

    assert missing(pending) == []
    assert picture(pending, "images/bridge.png").name == "BRIDGE.png"


@pytest.mark.parametrize("name", ["notes.md", "readme.txt"])
def test_with_pictures_beside_it_a_document_may_be_called_anything(name):
    assert missing(handed_in(upload(name), bridge())) == []


def test_a_zip_is_kept_as_its_members():
    pending = handed_in(
        zipped({"road/manuscript.md": MANUSCRIPT, "road/images/bridge.png": bridge().read()})
    )

    assert files_below(pending.folder) == {"bundle/manuscript.md", "bundle/images/bridge.png"}
    assert missing(pending) == []


def test_each_language_of_a_bundle_has_a_plan_of_its_own_the_original_first():
    russian = MANUSCRIPT.replace("# The Road Out", "# Дорога", 1).replace("The bridge", "Мост")
    pending = handed_in(
        zipped(
            {
                "exhibit.toml": 'source_language = "en"\n',
                "manuscript.md": MANUSCRIPT,
                "manuscript.ru.md": russian,
            }
        )
    )

    assert [each.tag for each in review_of(pending).languages] == ["en", "ru"]
    assert part_of(review_of(pending, "ru"), "Мост").number == 1
    assert review_of(pending, "ru").title == "Дорога"
    assert not review_of(pending).may_change_language
    with pytest.raises(BundleProblem, match="no manuscript in the language “fa-af” any more"):
        review_of(pending, "fa-af")


def test_two_manuscripts_in_one_language_are_refused():
    with pytest.raises(BundleProblem, match="Two manuscripts of the bundle are in the same lang"):
        handed_in(zipped({"manuscript.en.md": MANUSCRIPT, "manuscript.en-GB.md": MANUSCRIPT}))


def test_files_are_the_importers_alone(imports):
    pending = handed_in()

    assert pending.folder.parent == imports
    assert pending.folder.stat().st_mode & 0o077 == 0
    document = pending.folder / "bundle" / "road.md"
    assert document.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/road.md", "road.md"),
        ("C:\\Texts\\road.md", "road.md"),
        ("ro\u202ead\x07.md", "road.md"),
        (".hidden.md", "hidden.md"),
        ("", "manuscript"),
        ("д" * 300 + ".md", "д" * 98 + ".md"),
    ],
)
def test_names_lose_what_could_do_harm(given, kept):
    assert keeping.clean_name(given) == kept


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], "There is no document among these files"),
        ([bridge()], "There is no document among these files"),
        ([upload("road.md"), upload("a.exe", b"MZ")], "“a.exe” is neither a manuscript nor"),
        ([upload("road.md"), upload("ROAD.md", MANUSCRIPT)], "several documents|same language"),
        ([upload("a/road.md"), upload("b/road.md")], "Two files are called “road.md”"),
        ([upload("road.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600)], "Word format of before 2007"),
        ([upload("road.pdf", b"%PDF-1.4")], "not a kind of document that can be imported"),
        ([upload("road.md", b"\0\1\2\xff" * 500)], "text"),
        ([upload("road.docx", b"PK\3\4 not a zip")], "road.docx"),
        ([upload("road.zip", b"not a zip")], "The archive “road.zip” is damaged"),
        ([zipped({"../out.md": MANUSCRIPT})], "leads out of the bundle"),
        ([zipped({"picture.png": b"x"})], "The bundle has no manuscript"),
        ([upload("road.md", "# A title alone\n")], "no text to make chapters of"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence_and_not_kept(imports, files, sentence):
    with pytest.raises(BundleProblem, match=sentence):
        take_in(files, user=None)

    assert not PendingImport.objects.exists()
    assert files_below(imports) == set()
    assert not imports.exists() or list(imports.iterdir()) == []


def test_too_much_is_refused_while_it_is_read(imports, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_BYTES", 2 * 1024 * 1024)
    large = upload("film.mp4", b"\0" * 3 * 1024 * 1024)

    with pytest.raises(BundleProblem, match="more than 2 MB in all, at “film.mp4”"):
        take_in([upload("road.md"), large], user=None)

    assert list(imports.iterdir()) == []


def test_too_many_files_are_refused(imports, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_FILES", 2)

    with pytest.raises(BundleProblem, match="2 files can be handed in at once"):
        take_in([upload("road.md"), bridge("a.png"), bridge("b.png")], user=None)

    assert list(imports.iterdir()) == []


def test_a_full_disk_is_one_sentence(imports, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(keeping.os, "fdopen", full)
    with pytest.raises(BundleProblem, match="The server's disk is full, so nothing was kept"):
        handed_in()

    assert not PendingImport.objects.exists()
    assert list(imports.iterdir()) == []


def test_a_language_that_the_site_does_not_have_is_refused():
    with pytest.raises(BundleProblem, match="“tlh”, which this site does not have. It has en"):
        handed_in(upload("road.md"), language="tlh")


def test_the_parser_reads_a_manuscript_once(monkeypatch):
    calls = []
    read = reading.read_outlines
    monkeypatch.setattr(
        reading, "read_outlines", lambda *given: calls.append(given) or read(*given)
    )
    pending = handed_in(upload("road.md", MANUSCRIPT + "\nOne more line.\n"))

    for _ in range(3):
        review_of(PendingImport.objects.get(pk=pending.pk))

    assert len(calls) == 1


def test_missing_pictures_are_named_with_their_chapter_and_can_be_added(
    django_capture_on_commit_callbacks,
):
    pending = handed_in(upload("road.md"))
    review = review_of(pending)
    assert [(each.path, each.chapter) for each in review.missing] == [
        ("images/bridge.png", "The bridge")
    ]
    assert part_of(review, "The bridge").pictures[0].is_missing
    assert any("images/bridge.png" in reason for reason in review.reasons)

    with django_capture_on_commit_callbacks(execute=True):
        add_files(pending, [bridge()], version=pending.version)

    review = review_of(pending)
    assert review.missing == ()
    assert review.can_accept
    assert files_below(pending.folder) == {"bundle/road.md", "bundle/bridge.png"}


def test_only_pictures_and_recordings_are_added():
    pending = handed_in(upload("road.md"))

    with pytest.raises(BundleProblem, match="“other.md” is neither a manuscript nor a picture"):
        add_files(pending, [upload("other.md")], version=pending.version)

    assert files_below(pending.folder) == {"bundle/road.md"}


@pytest.mark.parametrize("src", ["../../../etc/passwd", "/etc/passwd", "images/none.png", ""])
def test_no_other_file_is_shown_as_a_picture(src):
    assert picture(handed_in(), src) is None


def test_files_that_are_gone_are_said_to_be(imports):
    pending = handed_in(upload("road.md", MANUSCRIPT + "\nAnother line.\n"))
    reading._readings.clear()
    for path in pending.folder.rglob("*.md"):
        path.unlink()

    with pytest.raises(BundleProblem, match="The files of “road.md” are not there any more"):
        review_of(pending)


def test_discarding_forgets_the_files_too(imports, django_capture_on_commit_callbacks):
    pending = handed_in()

    with django_capture_on_commit_callbacks(execute=True):
        discard(pending)

    assert not PendingImport.objects.exists()
    assert list(imports.iterdir()) == []
    with pytest.raises(BundleProblem, match="Somebody has changed, accepted or discarded"):
        discard(pending)


def test_what_a_killed_server_left_is_cleared_away(imports):
    left, lately, foreign = imports / str(uuid.uuid4()), imports / str(uuid.uuid4()), imports / "x"
    for folder in (left, lately, foreign):
        folder.mkdir(parents=True)
    long_ago = time.time() - 3 * 24 * 60 * 60
    for folder in (left, foreign):
        os.utime(folder, (long_ago, long_ago))
    waiting = handed_in()
    os.utime(waiting.folder, (long_ago, long_ago))

    handed_in(upload("other.md"))

    assert not left.exists()
    assert Path(waiting.folder).exists()
    assert lately.exists()
    assert foreign.exists()


def test_a_picture_inside_a_document_can_be_looked_at(tmp_path):
    document = docx.Document()
    document.add_heading("The Road Out", 0)
    document.add_heading("The bridge", 1)
    document.add_paragraph("They crossed the river.")
    (tmp_path / "bridge.png").write_bytes(factories.picture_bytes())
    document.add_picture(str(tmp_path / "bridge.png"))
    document.add_paragraph("They went on.")
    document.save(tmp_path / "road.docx")

    pending = handed_in(upload("road.docx", (tmp_path / "road.docx").read_bytes()))

    (shown,) = part_of(review_of(pending), "The bridge").pictures
    assert shown.src.startswith("embedded/")
    assert not shown.is_missing
    assert picture(pending, shown.src).is_file()
