"""Writing a bundle: which content, to which place, and what is said of what stays behind."""

import io
import zipfile

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from exhibit.models import ChapterPage, ExhibitPage
from media.models import ExhibitImage
from tests import factories
from tests.exporter.museum import empty_museum, files_of

pytestmark = pytest.mark.django_db


def export(exhibit, path, **options):
    call_command("export_manuscript", exhibit.slug, str(path), verbosity=0, **options)


def import_bundle(path, **options):
    call_command("import_manuscript", str(path), verbosity=0, **options)


def test_a_private_picture_never_comes_into_a_public_collection(exhibit, tmp_path, settings):
    export(exhibit, tmp_path / "ferry")
    empty_museum()
    CollectionViewRestriction.objects.all().delete()
    factories.make_image(collection=Collection.objects.get(name="Loans"), title="Shown")

    import_bundle(tmp_path / "ferry")

    lent = ExhibitImage.objects.get(title="Lent")
    assert lent.collection.name == "Loans (private)"
    assert CollectionViewRestriction.objects.filter(collection=lent.collection).exists()


def test_an_exported_bundle_imported_where_it_came_from_changes_nothing(exhibit, tmp_path, capsys):
    export(exhibit, tmp_path / "ferry")

    call_command("import_manuscript", str(tmp_path / "ferry"), into="ferry")

    assert "0 drafts created, 0 updated" in capsys.readouterr().out


def test_translations_come_back_linked_and_under_their_own_addresses(exhibit, tmp_path, settings):
    russian = factories.make_translation(exhibit, "ru", title="Паром", slug="parom")
    chapter = ChapterPage.objects.get(slug="the-reeds")
    factories.make_translation(chapter, "ru", title="Камыши", slug="kamyshi")
    before = files_of(exhibit)
    export(exhibit, tmp_path / "ferry")
    empty_museum()
    settings.MEDIA_ROOT = tmp_path / "elsewhere"

    import_bundle(tmp_path / "ferry")

    ferry = ExhibitPage.objects.get(slug="ferry")
    russian = ExhibitPage.objects.get(slug="parom")
    assert russian.translation_key == ferry.translation_key
    reeds = ChapterPage.objects.child_of(russian).get(slug="kamyshi")
    assert reeds.get_translations().get().slug == "the-reeds"
    assert files_of(ferry) == before


# --- which content ----------------------------------------------------------------------------


def test_drafts_are_taken_unless_told_otherwise(exhibit):
    chapter = ChapterPage.objects.get(slug="the-reeds")
    chapter.title = "A later title"
    chapter.save_revision()

    assert "A later title" in files_of(exhibit)["manuscript.md"].decode()
    published = files_of(exhibit, "published")["manuscript.md"].decode()
    assert "A later title" not in published
    assert "Conclusion:" in published


def test_published_leaves_out_what_visitors_cannot_see(exhibit):
    ChapterPage.objects.filter(slug="ending").update(live=False)

    assert "Chapter three" not in files_of(exhibit, "published")["manuscript.md"].decode()


def test_an_exhibit_that_nobody_can_see_is_not_published(exhibit, tmp_path):
    ExhibitPage.objects.update(live=False)

    with pytest.raises(CommandError, match="Visitors cannot see “The Ferry #1” yet"):
        export(exhibit, tmp_path / "ferry", which="published")
    assert not (tmp_path / "ferry").exists()


# --- where it is written ----------------------------------------------------------------------


def test_the_same_exhibit_makes_the_same_zip(exhibit, tmp_path):
    export(exhibit, tmp_path / "one.zip")
    export(exhibit, tmp_path / "two.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    names = zipfile.ZipFile(tmp_path / "one.zip").namelist()
    assert all(name.startswith("ferry/") for name in names)
    assert "ferry/manuscript.md" in names


def test_a_zip_can_be_imported(exhibit, tmp_path):
    export(exhibit, tmp_path / "ferry.zip")
    empty_museum()

    import_bundle(tmp_path / "ferry.zip")

    assert ExhibitPage.objects.filter(slug="ferry").exists()


@pytest.mark.parametrize(
    ("there", "name", "message"),
    [
        ("ferry.zip", "ferry.zip", "There is a file"),
        ("ferry", "ferry", "There is a file"),
        ("ferry/letter.txt", "ferry", "is not empty"),
        ("letter.txt", "no/such/ferry", "There is no folder"),
    ],
)
def test_nothing_is_ever_overwritten(exhibit, tmp_path, there, name, message):
    place = tmp_path / "out" / there
    place.parent.mkdir(parents=True)
    place.write_text("mine")

    with pytest.raises(CommandError, match=message):
        export(exhibit, tmp_path / "out" / name)

    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert files == [place]
    assert place.read_text() == "mine"


@pytest.mark.parametrize("name", ["ferry", "ferry.zip"])
def test_a_failure_half_way_leaves_nothing(exhibit, tmp_path, name, monkeypatch):
    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cms.exporter.files.shutil.copyfileobj", fail)
    (tmp_path / "out").mkdir()

    with pytest.raises(CommandError, match="No space left on device. Nothing is left there"):
        export(exhibit, tmp_path / "out" / name)

    assert list((tmp_path / "out").iterdir()) == []


def test_an_exhibit_that_is_not_there_is_named_with_those_that_are(exhibit, tmp_path):
    with pytest.raises(CommandError, match="No exhibit is called “bridge”. There are: ferry"):
        call_command("export_manuscript", "bridge", str(tmp_path / "bridge"))


# --- what cannot be taken along ---------------------------------------------------------------


def remarks_on(exhibit, tmp_path) -> str:
    said = io.StringIO()
    call_command("export_manuscript", exhibit.slug, str(tmp_path / "out"), stderr=said)
    return said.getvalue()


def set_text(html):
    chapter = ChapterPage.objects.get(slug="ending")
    chapter.body = [factories.text_block(html)]
    chapter.save()


def test_an_exhibit_that_lost_nothing_says_nothing(exhibit, tmp_path):
    assert remarks_on(exhibit, tmp_path) == ""
    assert not (tmp_path / "out" / "left-out.txt").exists()


@pytest.mark.parametrize(
    ("html", "remark"),
    [
        ('<p><a linktype="page" id="99999">x</a></p>', "a link to a page that is gone"),
        ('<p><a linktype="document" id="1">x</a></p>', "a link to a document"),
        ('<p><a href="tel:+998761234">x</a></p>', "the link to “tel:+998761234” is left out"),
        ("<p><code>x</code></p>", "the mark-up <code> is left out; its words are kept"),
    ],
)
def test_what_has_no_sign_is_named_and_its_words_kept(exhibit, tmp_path, html, remark):
    set_text(html)

    said = remarks_on(exhibit, tmp_path)

    assert remark in said
    assert "“Chapter three”" in said
    assert (tmp_path / "out" / "left-out.txt").read_text() == said
    assert "\n\nx\n" in (tmp_path / "out" / "manuscript.md").read_text()


def test_a_picture_whose_file_is_lost_is_named(exhibit, tmp_path):
    picture = ExhibitImage.objects.get(title="Lent")
    picture.file.storage.delete(picture.file.name)

    assert "The file of the image “Lent” is missing" in remarks_on(exhibit, tmp_path)


def test_a_page_for_some_people_only_is_named(exhibit, tmp_path):
    page = Page.objects.get(slug="ending")
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert "“Chapter three” is shown here to some people only" in remarks_on(exhibit, tmp_path)
