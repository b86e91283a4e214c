"""Bundles made to break the import are refused in one sentence, and leave nothing behind."""

import os
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.importer.accepting import accept
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import add_files, picture, review_of
from tests import factories
from tests.importer.handing_in import files_below, handed_in, upload, zipped

pytestmark = pytest.mark.django_db

STORY = "# The Road Out\n\n## 1. The bridge\n![](images/bridge.png)\n\nThey crossed the river.\n"


@pytest.fixture(autouse=True)
def imports(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path / "imports"
    return settings.IMPORTS_ROOT


def packed(method: int, files: dict[str, bytes], *, is_broken: bool = False):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    made = bytearray(target.getvalue())
    if is_broken:
        made[60:260] = bytes(200)
    return SimpleUploadedFile("bundle.zip", bytes(made))


def refused(*files) -> str:
    with pytest.raises(BundleProblem) as problem:
        handed_in(*files)
    assert not PendingImport.objects.exists()
    return str(problem.value)


@pytest.mark.parametrize(
    "name", ["a" * 300 + ".png", "я" * 150 + ".png", "folder" * 60 + "/bridge.png"]
)
def test_a_name_that_no_disk_can_hold_is_refused(imports, name):
    said = refused(zipped({"manuscript.md": STORY, f"images/{name}": b"x"}))

    assert "has a longer name than disks can hold" in said
    assert files_below(imports) == set()


def test_names_that_differ_only_in_how_a_letter_is_written_are_one(imports):
    files = {"manuscript.md": STORY, "images/e\u0301.png": b"1", "images/\u00e9.png": b"2"}

    assert "is in it twice" in refused(zipped(files))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("is_broken", [False, True])
def test_only_ordinary_zips_are_unpacked(imports, method, is_broken):
    said = refused(packed(method, {"manuscript.md": os.urandom(2000)}, is_broken=is_broken))

    assert "is packed in a way that can't be read here" in said
    assert files_below(imports) == set()


def test_a_loose_file_called_like_a_folder_of_the_archive_is_refused(imports):
    archive = zipped({"manuscript.md": STORY, "images.png/a.png": b"x"})

    assert "Two files are called “images.png”" in refused(upload("images.png", b"x"), archive)


@pytest.mark.parametrize(
    "path", ["images/" + "a" * 400 + ".png", "images/" + "a/" * 3000 + "b.png"]
)
def test_a_picture_whose_path_no_disk_can_hold_is_missing(path):
    pending = handed_in(
        upload("road.md", f"# The Road\n\n## 1. A\n\n![A bridge]({path})\n\nWords.")
    )

    assert [missing.path for missing in review_of(pending, "").missing] == [path]


@pytest.mark.parametrize(
    ("file", "words", "sentence"),
    [
        ("exhibit.toml", "title = 7", "“title” must be a text in quotes, or a table of one"),
        ("exhibit.toml", "slug = {a = 1}", "“slug” must be a text in quotes"),
        ("exhibit.toml", "kiosk = []", "“kiosk” must be a table"),
        ("exhibit.toml", "kiosk.idle_seconds = -1", "“idle_seconds” must be a whole number"),
        ("exhibit.toml", "kiosk.shown = 'x'", "“shown” must be true or false"),
        ("exhibit.toml", "attract = [{text = 'x'}]", "“image” must be a text in quotes"),
        ("exhibit.toml", "attract = 'x'", "“attract” must be a list of tables"),
        ("exhibit.toml", "page = [{title = 'x'}]", "“slug” must be a text in quotes"),
        ("exhibit.toml", 'lead_image = "a\\u0000b"', "“lead_image” must be a text in quotes"),
        ("exhibit.toml", "manuscripts.en = []", "a table with a text in quotes for each language"),
        ("data/images.toml", "x = 1", "data/images.toml: “x” must be a table"),
        ("data/images.toml", "x.focal = [7, 'b']", "must be two numbers between 0 and 1"),
        ("data/images.toml", "x.focal_area = [-1]", "must be four whole numbers"),
        ("data/images.toml", f"x.tags = ['{'a' * 200}']", "each of at most 100 letters"),
        ("data/images.toml", f"x.collection = '{'a / ' * 50}a'", "at most 20 collections"),
        ("data/recordings.toml", f"x.duration_seconds = {'9' * 400}", "must be a number"),
        ("data/recordings.toml", "x.duration_seconds = nan", "must be a number"),
        ("data/sources.toml", "x.authors = 'A. B.'", "must be a list of texts in quotes"),
        ("data/places.toml", "x.latitude = inf", "“latitude” must be a number"),
        ("data/routes.toml", "x.line = [[1], 2]", "a longitude and a latitude"),
        ("data/themes.toml", "x.light = 'red'", "a colour in quotes for each role"),
        ("data/people.toml", f"{'k' * 200} = 1", "“kkkk"),
    ],
)
def test_a_value_that_is_none_of_its_kind_is_named_with_its_place(imports, file, words, sentence):
    said = refused(zipped({"manuscript.md": STORY, file: words}))

    assert said.startswith(file)
    assert sentence in said
    assert said.endswith("Correct it there and import it again.")
    assert files_below(imports) == set()


def test_years_and_dates_may_be_written_without_quotes():
    data = {
        "data/sources.toml": "[grau]\nkind = 'book'\ntitle = 'Breaking Contact'\nyear = 2007\n",
        "data/images.toml": "['bridge.png']\ndate = 1988-05-15\n",
        "images/bridge.png": factories.picture_bytes(width=8, height=8),
    }
    pending = handed_in(zipped({"manuscript.md": STORY, **data}))

    assert accept(pending, user=None, version=pending.version).exhibit.title == "The Road Out"


@pytest.mark.parametrize("name", ["manuscript.md", "exhibit.toml", "data/images.toml", "run.exe"])
def test_an_archive_of_more_files_brings_media_alone(name):
    pending = handed_in(upload("road.md", STORY))
    kept = files_below(pending.folder)

    with pytest.raises(BundleProblem, match="is neither a manuscript nor a picture or recording"):
        add_files(pending, [zipped({name: "x", "images/b.png": b"x"})], version=pending.version)

    assert files_below(pending.folder) == kept


def test_an_added_folder_does_not_take_a_files_place(django_capture_on_commit_callbacks):
    pending = handed_in(upload("road.md", STORY), upload("bridge.png", b"x"))
    archive = zipped({"bridge.png/one.png": b"x", "images/two.png": b"x"})

    with (
        pytest.raises(BundleProblem, match="“one.png” is a file here and a folder there"),
        django_capture_on_commit_callbacks(execute=True),
    ):
        add_files(pending, [archive], version=pending.version)


def test_what_is_added_step_by_step_is_limited_in_all(monkeypatch):
    pending = handed_in(upload("road.md", STORY))
    monkeypatch.setattr("cms.importer.keeping.MOST_FILES", 2)

    with pytest.raises(BundleProblem, match="holds more than 2 files or 1024 MB"):
        add_files(pending, [upload("a.png", b"x"), upload("b.png", b"x")], version=pending.version)


def test_a_long_name_among_a_documents_own_pictures_shows_nothing():
    pending = handed_in(upload("road.md", STORY))

    assert picture(pending, f"embedded/{'a' * 400}.png") is None
