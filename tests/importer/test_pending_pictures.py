"""The pictures of a Word document are seen while its import waits."""

import pytest

from cms.importer.pending import picture, review_of
from tests.importer.handing_in import handed_in, upload
from tests.manuscript.documents.source import FOLDER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path / "imports"


def test_the_same_document_handed_in_twice_shows_its_pictures_twice():
    document = (FOLDER / "keepers.docx").read_bytes()
    first, second = (handed_in(upload("keepers.docx", document)) for _ in range(2))

    for pending in (first, second):
        shown = [seen.src for part in review_of(pending).parts for seen in part.pictures]
        assert len(shown) == 9
        assert [src for src in shown if picture(pending, src) is None] == []
