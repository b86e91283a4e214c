"""Whatever way a file comes, a broken one is refused in words and leaves nothing behind."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from media import uploads
from media.models import ExhibitDocument, ExhibitImage, Recording
from tests import factories
from tests.media import broken_files


@pytest.fixture(autouse=True)
def uploads_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return settings.MEDIA_ROOT


@pytest.fixture
def admin_client(client, db):
    factories.sign_in(client, factories.make_user(is_superuser=True, is_staff=True))
    return client


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def each(files: dict[str, bytes]):
    return pytest.mark.parametrize(("name", "content"), files.items(), ids=files)


@each(broken_files.BROKEN_PICTURES)
def test_adding_one_broken_picture_is_refused_on_its_field(
    admin_client, uploads_folder, name, content
):
    answer = admin_client.post(
        reverse("wagtailimages:add"),
        {
            "title": "Picture",
            "file": SimpleUploadedFile(name, content),
            "collection": Collection.get_first_root_node().pk,
        },
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not ExhibitImage.objects.exists()
    assert not files_in(uploads_folder)


@each(broken_files.BROKEN_PICTURES)
def test_adding_broken_pictures_by_the_dozen_is_refused_in_words(
    admin_client, uploads_folder, name, content
):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Picture", "files[]": SimpleUploadedFile(name, content)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert answer.status_code == 200
    assert answer.json()["success"] is False
    assert len(answer.json()["error_message"]) > 20
    assert not ExhibitImage.objects.exists()
    assert not files_in(uploads_folder)


@each(broken_files.BROKEN_PICTURES)
@pytest.mark.django_db
def test_code_cannot_store_a_broken_picture(uploads_folder, name, content):
    image = ExhibitImage(
        title="Picture",
        file=ContentFile(content, name=name),
        collection=Collection.get_first_root_node(),
    )
    with pytest.raises(ValidationError) as refusal:
        image.full_clean(exclude=["uploaded_by_user"])
    assert "file" in refusal.value.message_dict
    with pytest.raises(ValidationError):
        image.save()
    assert not files_in(uploads_folder)


@each(broken_files.GOOD_PICTURES)
def test_good_pictures_are_taken(admin_client, name, content):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Picture", "files[]": SimpleUploadedFile(name, content)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert answer.json()["success"] is True, answer.json()
    assert admin_client.get(reverse("wagtailimages:index")).status_code == 200


def test_replacing_a_picture_with_a_broken_one_keeps_the_old_one(admin_client):
    image = factories.make_image()
    before = image.file.read()
    answer = admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "Other",
            "file": SimpleUploadedFile("a.png", broken_files.BROKEN_PICTURES["truncated.png"]),
            "collection": image.collection_id,
        },
    )
    assert answer.context["form"].errors["file"]
    assert ExhibitImage.objects.get().file.read() == before


def test_a_picture_with_too_many_bytes_is_refused(admin_client, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000
    answer = admin_client.post(
        reverse("wagtailimages:add"),
        {
            "title": "Picture",
            "file": SimpleUploadedFile("a.png", broken_files.GOOD_PICTURES["good.png"]),
            "collection": Collection.get_first_root_node().pk,
        },
    )
    assert "at most 1000" in str(answer.context["form"].errors["file"]).replace("\xa0", " ")


@pytest.mark.parametrize("kind", ["audio", "video"])
@each(broken_files.BROKEN_RECORDINGS)
def test_adding_a_broken_recording_is_refused_on_its_field(
    admin_client, uploads_folder, kind, name, content
):
    answer = admin_client.post(
        reverse("wagtailmedia:add", args=[kind]),
        {
            "title": "Recording",
            "file": SimpleUploadedFile(name, content),
            "collection": Collection.get_first_root_node().pk,
            "duration": 1,
        },
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not Recording.objects.exists()
    assert not files_in(uploads_folder)


@each(broken_files.BROKEN_RECORDINGS)
@pytest.mark.django_db
def test_code_cannot_store_a_broken_recording(uploads_folder, name, content):
    recording = Recording(
        title="Recording", type="audio", duration=1, file=ContentFile(content, name=name)
    )
    with pytest.raises(ValidationError):
        recording.save()
    assert not files_in(uploads_folder)


@each(broken_files.GOOD_RECORDINGS)
def test_good_recordings_are_taken(admin_client, name, content):
    kind = "video" if name.endswith(("mp4", "webm")) else "audio"
    answer = admin_client.post(
        reverse("wagtailmedia:add", args=[kind]),
        {
            "title": "Recording",
            "file": SimpleUploadedFile(name, content),
            "collection": Collection.get_first_root_node().pk,
            "duration": 1,
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    assert Recording.objects.get().title == "Recording"


@each(broken_files.BROKEN_DOCUMENTS)
def test_adding_a_broken_document_is_refused_on_its_field(
    admin_client, uploads_folder, name, content
):
    answer = admin_client.post(
        reverse("wagtaildocs:add"),
        {
            "title": "Document",
            "file": SimpleUploadedFile(name, content),
            "collection": Collection.get_first_root_node().pk,
        },
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not files_in(uploads_folder)


@each(broken_files.BROKEN_DOCUMENTS)
def test_adding_broken_documents_by_the_dozen_is_refused_in_words(
    admin_client, uploads_folder, name, content
):
    answer = admin_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Document", "files[]": SimpleUploadedFile(name, content)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert answer.status_code == 200
    assert answer.json()["success"] is False
    assert not files_in(uploads_folder)


@each(broken_files.GOOD_DOCUMENTS)
def test_good_documents_are_taken(admin_client, name, content):
    answer = admin_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "Document", "files[]": SimpleUploadedFile(name, content)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert answer.json()["success"] is True, answer.json()


def test_a_drawing_is_cleaned_however_it_is_stored(db):
    dirty = broken_files.SVG % b'<!-- x --><g data-x="1"><metadata>y</metadata></g>'
    made = ExhibitImage(title="A", file=ContentFile(dirty, name="a.svg"))
    made.save()
    late = ExhibitImage(title="B")
    late.file.save("b.svg", ContentFile(dirty), save=True)
    for image in (made, late):
        kept = image.file.open().read()
        assert b"data-x" not in kept
        assert b"metadata" not in kept


def test_the_hash_of_a_cleaned_drawing_is_of_what_is_kept(admin_client):
    dirty = broken_files.SVG % b"<metadata>y</metadata>"
    for _ in range(2):
        admin_client.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "Picture", "files[]": SimpleUploadedFile("a.svg", dirty)},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
    first, second = ExhibitImage.objects.all()
    kept_hash = first.file_hash
    first._set_file_hash()
    assert kept_hash == first.file_hash == second.file_hash


@pytest.mark.parametrize("control", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2069"])
def test_titles_lose_the_controls_that_turn_letters_round(db, control):
    name = f"invoice{control}gpj.exe"
    assert factories.make_image(title=name).title == "invoicegpj.exe"
    recording = Recording(title=name, type="audio", duration=1)
    recording.file.save("a.mp3", ContentFile(broken_files.mp3()))
    assert recording.title == "invoicegpj.exe"


def test_titles_keep_the_marks_that_persian_needs():
    assert uploads.plain_title("می‌رود\u200f") == "می‌رود\u200f"


def test_a_failed_request_leaves_no_file_and_keeps_the_old_one(
    admin_client, uploads_folder, monkeypatch
):
    image = factories.make_image()
    before = files_in(uploads_folder)

    def fail(*args, **kwargs):
        raise RuntimeError("after the file was stored")

    monkeypatch.setattr("wagtail.images.forms.search_index.insert_or_update_object", fail)
    admin_client.raise_request_exception = False
    answer = admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "Other",
            "file": SimpleUploadedFile("new.png", broken_files.GOOD_PICTURES["good.png"]),
            "collection": image.collection_id,
        },
    )
    assert answer.status_code == 500
    assert files_in(uploads_folder) == before
    assert ExhibitImage.objects.get().file.read()


def test_replacing_a_picture_removes_the_old_file(admin_client, uploads_folder):
    image = factories.make_image()
    old = Path(image.file.path)
    answer = admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "Other",
            "file": SimpleUploadedFile("new.png", broken_files.GOOD_PICTURES["good.png"]),
            "collection": image.collection_id,
        },
    )
    assert answer.status_code == 302
    assert not old.exists()
    assert Path(ExhibitImage.objects.get().file.path).exists()


def test_a_disk_that_fills_up_leaves_no_half_file(uploads_folder, db):
    class Failing(ContentFile):
        def chunks(self, chunk_size=None):
            yield self.file.getvalue()[:50]
            raise OSError(28, "No space left on device")

    image = ExhibitImage(title="A")
    content = Failing(broken_files.GOOD_PICTURES["good.png"], name="a.png")
    with pytest.raises(OSError, match="No space"):
        image.file.save("a.png", content)
    assert not files_in(uploads_folder)


def test_two_files_of_one_name_are_both_kept(db):
    first, second = (ExhibitDocument(title="A") for _ in range(2))
    first.file.save("a.txt", ContentFile(b"first"))
    second.file.save("a.txt", ContentFile(b"second"))
    assert first.file.read() == b"first"
    assert second.file.read() == b"second"


def test_a_stored_file_is_nobody_elses_to_read(db):
    document = ExhibitDocument(title="A")
    document.file.save("a.txt", ContentFile(b"words"))
    assert Path(document.file.path).stat().st_mode & 0o007 == 0
    assert document.file_hash


def test_the_limits_are_those_of_the_settings():
    assert settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS == 40_000_000
