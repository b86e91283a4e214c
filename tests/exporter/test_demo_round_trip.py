"""The demo exhibit, in three languages, goes out and comes in again as the same exhibit."""

import pytest
from django.core.management import call_command
from django.test import override_settings

from cms.importer.drafts import write_drafts
from cms.importer.reading import opened_manuscript
from cms.management.commands.load_demo import BUNDLE
from exhibit.models import ExhibitPage
from tests import factories
from tests.exporter.museum import contents_of, empty_museum, files_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_demo_is_the_same_page_by_page_and_byte_by_byte(tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path / "here"):
        with opened_manuscript(str(BUNDLE)) as manuscript:
            outcome = write_drafts(manuscript, manuscript.outlines, home=factories.home())
        files, contents = files_of(outcome.exhibit), contents_of(outcome.exhibit)
        call_command("export_manuscript", "the-road-out", str(tmp_path / "out.zip"), verbosity=0)
    empty_museum()

    with override_settings(MEDIA_ROOT=tmp_path / "there"):
        call_command("import_manuscript", str(tmp_path / "out.zip"), verbosity=0)
        exhibit = ExhibitPage.objects.get(slug="the-road-out", locale__language_code="en")

        assert contents_of(exhibit) == contents
        assert files_of(exhibit) == files
    assert set(contents) == {"en", "ru", "fa-af"}
    assert sum(map(len, contents.values())) == 81
