"""Manuscripts that nobody came back to can be cleared away."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.importer.models import PendingImport
from tests.importer.handing_in import handed_in, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def imports(settings, tmp_path):
    """Three imports: one of today, one waiting and one accepted a hundred days ago."""
    settings.IMPORTS_ROOT = tmp_path / "imports"
    made = {name: handed_in(upload(f"{name}.md")) for name in ("new", "old", "done")}
    long_ago = timezone.now() - timedelta(days=100)
    PendingImport.objects.exclude(name="new.md").update(updated_at=long_ago)
    PendingImport.objects.filter(name="done.md").update(accepted_at=long_ago)
    return made


def names() -> set[str]:
    return set(PendingImport.objects.values_list("name", flat=True))


def test_what_nobody_touched_for_long_goes_and_history_stays(
    imports, capsys, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("clear_imports", days=90)

    assert names() == {"new.md", "done.md"}
    assert not imports["old"].folder.exists()
    assert imports["new"].folder.exists()
    said = capsys.readouterr().out
    assert "old.md, last touched" in said
    assert "Discarded: 1." in said


def test_a_dry_run_only_names_them(imports, capsys):
    call_command("clear_imports", days=90, dry_run=True)

    assert names() == {"new.md", "old.md", "done.md"}
    assert "Would be discarded: 1." in capsys.readouterr().out


def test_what_is_being_worked_on_is_never_cleared(imports):
    with pytest.raises(CommandError, match="--days 0 would discard what is being worked on"):
        call_command("clear_imports", days=0)
