"""A dry run says what the run would do, and does none of it."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from tests.importer.handing_in import MANUSCRIPT, bridge, files_below

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def bundle(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT.mkdir()
    folder = tmp_path / "bundle"
    (folder / "images").mkdir(parents=True)
    (folder / "manuscript.md").write_text(MANUSCRIPT, encoding="utf-8")
    (folder / "images" / "bridge.png").write_bytes(bridge().read())
    return folder


def said(capsys, bundle, **options) -> str:
    call_command("import_manuscript", str(bundle), **options)
    return capsys.readouterr().out.replace("A dry run: nothing written. ", "")


def test_a_dry_run_says_what_the_run_says(bundle, capsys):
    rehearsed = said(capsys, bundle, dry_run=True)

    assert said(capsys, bundle) == rehearsed
    assert "5 drafts created, 0 updated" in rehearsed


def test_a_dry_run_of_a_newer_manuscript_says_what_the_run_says(bundle, capsys, settings):
    said(capsys, bundle)
    newer = MANUSCRIPT.replace("The last column left.", "The last column left at noon.")
    (bundle / "manuscript.md").write_text(newer, encoding="utf-8")
    revisions = set(Page.objects.values_list("pk", "latest_revision"))
    files = files_below(settings.MEDIA_ROOT)

    rehearsed = said(capsys, bundle, into="the-road-out", dry_run=True)

    assert set(Page.objects.values_list("pk", "latest_revision")) == revisions
    assert files_below(settings.MEDIA_ROOT) == files
    assert said(capsys, bundle, into="the-road-out") == rehearsed
    assert "0 drafts created, 1 updated" in rehearsed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("images/bridge.png", "images/gone.png"),
        ("[^1]: A remark.", "[^1]: @nobody, p. 1."),
        ("# The Road Out\n", ""),
    ],
)
def test_what_the_run_refuses_the_dry_run_refuses_in_the_same_words(bundle, old, new):
    text = MANUSCRIPT.replace(old, new)
    (bundle / "manuscript.md").write_text(text, encoding="utf-8")
    refusals = []

    for dry_run in (True, False):
        with pytest.raises(CommandError) as refusal:
            call_command("import_manuscript", str(bundle), dry_run=dry_run, verbosity=0)
        refusals.append(str(refusal.value))

    assert refusals[0] == refusals[1]
    assert refusals[0].startswith("Nothing imported. ")
