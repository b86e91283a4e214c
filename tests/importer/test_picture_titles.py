"""How a picture of a manuscript is called in the media library."""

import pytest

from cms.importer.library import image_title


@pytest.mark.parametrize(
    ("path", "words", "title"),
    [
        ("images/bridge.png", "A bridge over a river.", "bridge"),
        ("embedded/picture-0a1b.png", "A bridge over a river.", "A bridge over a river."),
        ("embedded/picture-0a1b.png", "bridge " * 20, ("bridge " * 11).strip() + "…"),
        ("embedded/picture-0a1b.png", "", "picture-0a1b"),
    ],
)
def test_a_picture_without_a_file_name_is_called_by_its_caption(path, words, title):
    assert image_title(path, words) == title
