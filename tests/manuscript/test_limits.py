"""Huge and hostile manuscripts are read whole. How long it takes is measured by `make bench`."""

import json
import subprocess
import sys

import pytest

from cms.importer.manuscript import parse_manuscript
from tests.bench import hostile, manuscript


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx"])
def test_a_large_manuscript_needs_no_more_than_three_hundred_megabytes(suffix):
    read = subprocess.run(
        [sys.executable, "-m", "tests.bench.manuscript", "5 MB, 200 chapters", suffix],
        capture_output=True,
        check=True,
        text=True,
    )
    _, megabytes, chapters = json.loads(read.stdout)
    assert chapters == 200
    assert megabytes <= 300


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_one_line_of_two_megabytes_is_read_whole(suffix):
    outline = parse_manuscript(manuscript.one_line(suffix), name=f"m.{suffix}")

    assert outline.chapters[0].html.count("word and word again.") > 70_000


@pytest.mark.parametrize("suffix", hostile.SUFFIXES)
@pytest.mark.parametrize("piece", hostile.PIECES)
def test_a_line_of_nothing_but_one_sign_is_read(suffix, piece):
    outline = parse_manuscript(hostile.one_line(piece, 20_000), name=f"m.{suffix}")

    assert (outline.status, outline.error) == ("ok", "")


@pytest.mark.parametrize("suffix", hostile.SUFFIXES)
@pytest.mark.parametrize("line", hostile.LINES)
def test_the_same_line_again_and_again_is_read(suffix, line):
    outline = parse_manuscript(hostile.many_lines(line, suffix, 10_000), name=f"m.{suffix}")

    assert (outline.status, outline.error) == ("ok", "")


def test_a_chapter_may_have_any_number_of_notes():
    text = "# T\n\n## 1. A\n\n" + "".join(f"x[^{n}]\n\n[^{n}]: y{n}\n\n" for n in range(1000))

    assert len(parse_manuscript(text, name="m.md").chapters[0].blocks[0].notes) == 1000


def test_words_nested_too_deep_for_any_page_are_kept():
    for marker in ("> ", "- ", ">"):
        outline = parse_manuscript(
            f"# T\n\n## 1. A\n\n{marker * 500}deep words\n\nAfter.\n", name="m.md"
        )
        assert "deep words" in outline.chapters[0].html
        assert "After." in outline.chapters[0].html
