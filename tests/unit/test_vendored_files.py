"""The libraries and fonts in the repository are the ones that were fetched."""

import pytest

from cms.frontend.checksums import VENDOR_DIR, find_differences, write_sums


def test_every_vendored_file_has_its_checksum():
    assert find_differences() == []


def test_every_vendored_package_carries_its_licence():
    packages = [folder for folder in VENDOR_DIR.iterdir() if folder.is_dir()]

    assert packages
    assert [folder.name for folder in packages if not (folder / "LICENSE").is_file()] == []


def test_every_font_file_that_the_stylesheet_names_is_there():
    stylesheet = (VENDOR_DIR / "fonts.css").read_text(encoding="utf-8")
    named = [part.split('"')[0] for part in stylesheet.split('url("')[1:]]

    assert named
    assert [name for name in named if not (VENDOR_DIR / name).is_file()] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / "a.js").write_text("other"), "a.js is not the file"),
        (lambda folder: (folder / "a.js").unlink(), "a.js is listed but missing"),
        (lambda folder: (folder / "b.js").write_text("new"), "b.js is not listed"),
    ],
)
def test_a_changed_missing_or_unlisted_file_is_named(tmp_path, change, said):
    (tmp_path / "a.js").write_text("one")
    write_sums(tmp_path)

    change(tmp_path)

    assert [said in difference for difference in find_differences(tmp_path)] == [True]
