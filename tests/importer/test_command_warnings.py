"""How warnings read at the command line."""

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_a_warning_says_its_place_once(tmp_path, capsys):
    manuscript = tmp_path / "road.md"
    manuscript.write_text("# Out\n\n## 1. The road\n\nOne.\n\n## 3. The sea\n\nTwo.\n", "utf-8")

    call_command("import_manuscript", str(manuscript), dry_run=True, verbosity=0)

    (warning,) = capsys.readouterr().err.splitlines()
    assert warning.startswith("en: Line 7: there is no chapter 2")
