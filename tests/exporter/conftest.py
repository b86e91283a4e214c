"""An exhibit to take out."""

import pytest

from tests.exporter.ferry import FerryExhibit


@pytest.fixture
def exhibit(settings, tmp_path):
    """The Ferry, in a library of its own, so that files keep the names they are given."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return FerryExhibit().make()
