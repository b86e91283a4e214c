"""Accepting writes drafts as they were arranged: all of them, once, or none."""

import errno
from itertools import count
from unittest.mock import patch

import pytest
from django.core.files.storage import FileSystemStorage
from wagtail.models import Page, Revision

from cms.importer import accepting
from cms.importer.accepting import accept
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from cms.importer.pending import (
    Outdated,
    keep_leaving_out,
    keep_plan,
    pieces_of,
    plan_of,
    review_of,
)
from cms.importer.plan import entitled, merged_with_previous, renamed, retyped
from exhibit.models import ChapterPage, ExhibitPage, FaqPage, Source
from media.models import ExhibitImage
from tests import factories
from tests.importer.handing_in import (
    MANUSCRIPT,
    bridge,
    files_below,
    handed_in,
    upload,
    zipped,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def imports(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path / "imports"
    return settings.IMPORTS_ROOT


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


def accepted(pending, user=None):
    return accept(pending, user=user, version=pending.version)


def titles_below(exhibit) -> list[str]:
    return list(Page.objects.child_of(exhibit).order_by("path").values_list("title", flat=True))


def test_accepting_makes_drafts_and_publishes_nothing():
    curator = factories.make_user(is_superuser=True)

    outcome = accepted(handed_in(), curator)

    assert titles_below(outcome.exhibit)[:3] == ["Introduction", "The bridge", "The end"]
    pages = Page.objects.descendant_of(outcome.exhibit, inclusive=True)
    assert not pages.filter(live=True).exists()
    assert {page.latest_revision.user for page in pages} == {curator}


def test_what_is_written_is_what_was_arranged():
    pending = handed_in()
    ids = {part.title: part.id for part in review_of(pending).parts}
    plan = renamed(plan_of(pending), ids["The end"], "Home")
    plan = retyped(plan, ids["Why leave?"], "dropped")
    plan = merged_with_previous(plan, pieces_of(pending), ids["The bridge"])
    keep_plan(pending, "", entitled(plan, "Across"), version=pending.version)

    outcome = accepted(pending)

    assert outcome.exhibit.title == "Across"
    assert titles_below(outcome.exhibit)[:2] == ["Introduction", "Home"]
    introduction = ChapterPage.objects.get(title="Introduction").get_latest_revision_as_object()
    assert "<h3>The bridge</h3>" in str(introduction.body.get_prep_value())
    assert not FaqPage.objects.exists()


def test_an_accepted_import_is_kept_as_history_without_its_files(
    imports, django_capture_on_commit_callbacks
):
    curator = factories.make_user(is_superuser=True)
    pending = handed_in(user=curator)

    with django_capture_on_commit_callbacks(execute=True):
        outcome = accepted(pending, curator)

    kept = PendingImport.objects.get()
    assert not kept.is_waiting
    assert (kept.exhibit, kept.accepted_by) == (outcome.exhibit, curator)
    assert files_below(imports) == set()


def test_a_second_click_makes_no_second_exhibit():
    pending = handed_in()
    same = PendingImport.objects.get(pk=pending.pk)
    version = pending.version
    accept(pending, user=None, version=version)

    with pytest.raises(Outdated, match="Somebody has changed, accepted or discarded"):
        accept(same, user=None, version=version)
    with pytest.raises(Outdated):
        accepted(PendingImport.objects.get(pk=pending.pk))

    assert ExhibitPage.objects.count() == 1


def test_accepting_what_another_has_changed_meanwhile_is_refused():
    pending = handed_in()
    older = pending.version
    keep_leaving_out(pending, True, version=older)

    with pytest.raises(Outdated):
        accept(pending, user=None, version=older)

    assert not ExhibitPage.objects.exists()


def test_missing_pictures_hold_it_up_until_they_are_left_out():
    pending = handed_in(upload("road.md"))
    with pytest.raises(BundleProblem, match="wanted and not there: images/bridge.png"):
        accepted(pending)
    assert PendingImport.objects.get().is_waiting
    pending.refresh_from_db()

    keep_leaving_out(pending, True, version=pending.version)
    accepted(pending)

    chapter = ChapterPage.objects.get(title="The bridge").get_latest_revision_as_object()
    assert chapter.lead_image is None
    assert "The bridge in May." in str(chapter.body.get_prep_value())


def test_an_import_without_a_title_is_refused():
    pending = handed_in(upload("road.md", "## 1. The bridge\nThey crossed.\n"))

    with pytest.raises(BundleProblem, match="Give the exhibit a title"):
        accepted(pending)

    assert not ExhibitPage.objects.exists()


def test_what_a_page_cannot_hold_names_the_chapter_and_the_field():
    pending = handed_in(
        zipped(
            {
                "exhibit.toml": 'title = "A"\nslug = "not a slug"\n',
                "manuscript.md": MANUSCRIPT.replace("images/bridge.png", "bridge.png"),
                "bridge.png": factories.picture_bytes(),
            }
        )
    )

    with pytest.raises(BundleProblem, match="(?i)“The Road Out”.*slug"):
        accepted(pending)

    assert not ExhibitPage.objects.exists()


def test_a_picture_that_is_none_is_refused_and_nothing_is_left(uploads):
    text = MANUSCRIPT + "\n## 3. After\n![Another.](images/other.png)\n"
    pending = handed_in(upload("road.md", text), bridge(), bridge("other.png"))
    (pending.folder / "bundle" / "other.png").write_bytes(b"<html>")

    with pytest.raises(
        BundleProblem, match=r"“After”: .*other.png is not a usable picture: [^{]*$"
    ):
        accepted(pending)

    assert not ExhibitImage.objects.exists()
    assert files_below(uploads) == set()


def test_a_recording_that_is_none_is_named_with_its_chapter(uploads):
    text = "# A\n\n## 1. The bridge\nWords.\n\n::: audio\nfile: engines.mp3\n:::\n"
    pending = handed_in(upload("road.md", text), upload("engines.mp3", b"<html>" * 99))

    with pytest.raises(BundleProblem, match="“The bridge”: engines.mp3 cannot be used: .*MP3"):
        accepted(pending)

    assert not ExhibitPage.objects.exists()
    assert files_below(uploads) == set()


def test_a_full_disk_is_one_sentence_and_nothing_is_left(uploads):
    pending = handed_in()

    full = OSError(errno.ENOSPC, "No space left on device")
    with (
        patch.object(FileSystemStorage, "save", side_effect=full),
        pytest.raises(BundleProblem, match="The server's disk is full, so nothing was kept"),
    ):
        accepted(pending)

    assert PendingImport.objects.get().is_waiting
    assert not ExhibitPage.objects.exists()


class _Killed(Exception):
    """Whatever may go wrong at a step."""


class _FailsAt:
    """Lets every step of an import pass but one."""

    def __init__(self, step: int) -> None:
        self.left = step

    def around(self, method):
        def counted(*given, **named):
            self.left -= 1
            if self.left == 0:
                raise _Killed
            return method(*given, **named)

        return counted


BUNDLE_OF_ONE_CHAPTER = {
    "manuscript.md": "# A\n\n## 1. B\n![C](c.png)\n\nWords.[^1]\n\n[^1]: @grau, p. 1.\n",
    "c.png": factories.picture_bytes(width=8, height=8),
    "data/sources.toml": '[grau]\nkind = "book"\nauthors = ["A"]\ntitle = "B"\nyear = "2007"\n',
}
STEPS = (
    (Page, "save_revision"),
    (Page, "add_child"),
    (Source, "save"),
    (ExhibitImage, "save"),
    (FileSystemStorage, "_save"),
    (accepting, "partial"),  # when all is written and only the keeping is left
)


def test_a_failure_at_any_step_leaves_no_page_row_or_file(imports, uploads):
    handed_in(zipped(BUNDLE_OF_ONE_CHAPTER))
    before = _everything()
    kept = files_below(imports)

    for step in count(1):
        failing = _FailsAt(step)
        patches = [
            patch.object(owner, name, failing.around(getattr(owner, name))) for owner, name in STEPS
        ]
        try:
            for each in patches:
                each.start()
            accepted(PendingImport.objects.get())
        except _Killed:
            assert _everything() == before, f"step {step} left something in the database"
            assert files_below(uploads) == set(), f"step {step} left a file"
            assert files_below(imports) == kept
        else:
            break
        finally:
            for each in patches:
                each.stop()

    assert step > 8
    assert ExhibitPage.objects.count() == 1


def _everything() -> list[int]:
    waiting = PendingImport.objects.filter(accepted_at=None)
    models = (Page, Revision, ExhibitImage, Source)
    return [waiting.count(), *(model.objects.count() for model in models)]
