"""Who gets which uploaded file, and which part of it."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from media.byte_ranges import Unsatisfiable, wanted_range
from media.models import ExhibitDocument, ExhibitImage, Recording, RecordingText
from tests import factories
from tests.media import broken_files


@pytest.fixture(autouse=True)
def _uploads_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture
def visitor(db):
    return Client()


@pytest.fixture
def curator(db):
    client = Client()
    factories.sign_in(client, factories.make_user(is_superuser=True))
    return client


@pytest.fixture
def private_collection(db):
    above = Collection.get_first_root_node().add_child(name="Not yet cleared")
    CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    return above.add_child(name="Letters")


def make_recording(**fields) -> Recording:
    recording = Recording(title="Engines", type="audio", duration=1, **fields)
    recording.file.save("engines.mp3", ContentFile(broken_files.mp3()))
    return recording


@pytest.fixture
def recording(db):
    return make_recording()


@pytest.fixture
def whole(recording):
    return recording.file.read()


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_rendition_is_served_with_the_rules_of_a_file(visitor):
    url = factories.make_image().get_rendition("width-100").url
    answer = visitor.get(url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"].startswith("public, max-age=")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    assert int(answer.headers["Content-Length"]) == len(body(answer))


def test_the_original_of_a_picture_stays_with_the_curators(visitor, curator):
    url = factories.make_image().file.url
    assert visitor.get(url).status_code == 404
    answer = curator.get(url)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_drawing_is_served_as_it_is(visitor):
    image = ExhibitImage(title="Map")
    image.file.save("map.svg", ContentFile(broken_files.SVG % b"<path/>"))
    answer = visitor.get(image.file.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_nothing_of_a_private_collection_is_served(visitor, curator, private_collection):
    image = factories.make_image(collection=private_collection)
    drawing = ExhibitImage(title="Map", collection=private_collection)
    drawing.file.save("map.svg", ContentFile(broken_files.SVG % b"<path/>"))
    recording = make_recording(collection=private_collection)
    RecordingText.objects.create(recording=recording, language="en", captions="WEBVTT")
    addresses = [
        image.get_rendition("width-100").url,
        image.file.url,
        drawing.file.url,
        recording.file.url,
        f"/recordings/{recording.pk}/en.vtt",
    ]
    for address in addresses:
        assert visitor.get(address).status_code == 404, address
        answer = curator.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_document_has_no_address_but_wagtails(visitor, curator, private_collection):
    document = ExhibitDocument(title="Lesson")
    document.file.save("lesson.pdf", ContentFile(broken_files.GOOD_DOCUMENTS["good.pdf"]))
    assert visitor.get(document.file.url).status_code == 404
    assert curator.get(document.file.url).status_code == 404
    answer = visitor.get(document.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    document.collection = private_collection
    document.save()
    assert visitor.get(document.url).status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "images/missing.png",
        "../enfilade.sqlite3",
        "images/../../enfilade.sqlite3",
        "%2e%2e/%2e%2e/enfilade.sqlite3",
        "..%2f..%2fmanage.py",
        "images/..%5c..%5cmanage.py",
        "/etc/passwd",
        "images",
        "images/",
        "not-found",
        ".incoming/",
        "media/%00",
        "images/" + "a" * 3000,
    ],
)
def test_an_address_names_nothing_that_the_library_does_not_hold(visitor, path):
    assert visitor.get(f"/uploads/{path}").status_code == 404


def test_a_file_gone_from_the_disk_is_missing_and_no_error(visitor):
    rendition = factories.make_image().get_rendition("width-100")
    rendition.file.storage.delete(rendition.file.name)
    assert visitor.get(rendition.url).status_code == 404


def test_a_player_gets_the_part_it_asks_for(visitor, recording, whole):
    answer = visitor.get(recording.file.url, headers={"range": "bytes=10-19"})
    assert answer.status_code == 206
    assert body(answer) == whole[10:20]
    assert answer.headers["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert answer.headers["Content-Length"] == "10"


@pytest.mark.parametrize("header", ["bytes=4000-", "bytes=-1016"])
def test_open_ends_of_a_range_reach_to_the_end(visitor, recording, whole, header):
    answer = visitor.get(recording.file.url, headers={"range": header})
    assert answer.status_code == 206
    assert whole.endswith(body(answer))


@pytest.mark.parametrize("header", ["bytes=900000-", "bytes=-0"])
def test_a_part_outside_the_file_is_refused_with_its_size(visitor, recording, whole, header):
    answer = visitor.get(recording.file.url, headers={"range": header})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(whole)}"


@pytest.mark.parametrize("header", ["bytes=0-1,4-5", "lines=1-2", "bytes=9-3", "bytes=-", "x"])
def test_a_range_not_understood_gives_the_whole(visitor, recording, whole, header):
    answer = visitor.get(recording.file.url, headers={"range": header})
    assert answer.status_code == 200
    assert body(answer) == whole


def test_a_part_of_an_older_file_gives_the_whole_of_the_new_one(visitor, recording, whole):
    first = visitor.get(recording.file.url)
    for condition, status in (
        (first.headers["ETag"], 206),
        (first.headers["Last-Modified"], 206),
        ('"older"', 200),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 200),
    ):
        answer = visitor.get(
            recording.file.url, headers={"range": "bytes=0-9", "if-range": condition}
        )
        assert answer.status_code == status, condition


def test_an_unchanged_file_is_not_sent_again(visitor, recording):
    first = visitor.get(recording.file.url)
    by_tag = visitor.get(recording.file.url, headers={"if-none-match": first.headers["ETag"]})
    by_date = visitor.get(
        recording.file.url, headers={"if-modified-since": first.headers["Last-Modified"]}
    )
    assert (by_tag.status_code, by_date.status_code) == (304, 304)
    assert not by_tag.content


def test_head_tells_of_the_file_without_sending_it(visitor, recording, whole):
    answer = visitor.head(recording.file.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Length"] == str(len(whole))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert not body(answer)


def test_files_cannot_be_written_to_their_addresses(visitor, recording):
    assert visitor.post(recording.file.url).status_code == 405


def test_a_file_costs_two_queries(visitor, recording):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        visitor.get(recording.file.url)
    assert len(queries) <= 2


def test_captions_are_served_in_their_language(visitor, recording):
    words = "WEBVTT\n\n00:01.000 --> 00:02.000\n[Ветер]\n"
    RecordingText.objects.create(recording=recording, language="fa-af", captions=words)
    answer = visitor.get(f"/recordings/{recording.pk}/fa-af.vtt")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.decode() == words
    assert visitor.get(f"/recordings/{recording.pk}/ru.vtt").status_code == 404


def test_a_transcript_without_captions_has_no_captions_file(visitor, recording):
    RecordingText.objects.create(recording=recording, language="en", transcript="[Wind]")
    assert visitor.get(f"/recordings/{recording.pk}/en.vtt").status_code == 404


def test_a_large_file_is_never_read_whole(recording):
    """The answer holds a chunk at a time, whatever the size of the file."""
    from media.serving import CHUNK_BYTES, _Part

    part = _Part(recording.file, 0, recording.file.size - 1)
    assert all(len(chunk) <= CHUNK_BYTES for chunk in part)
    part.close()


@pytest.mark.parametrize(
    ("header", "expected"),
    [("bytes=0-0", (0, 0)), ("bytes=0-999", (0, 99)), ("bytes=-500", (0, 99)), ("", None)],
)
def test_ranges_stay_inside_the_file(header, expected):
    assert wanted_range(header, 100) == expected


def test_an_endless_number_is_no_range():
    with pytest.raises(Unsatisfiable):
        wanted_range(f"bytes={'9' * 5000}-", 100)
