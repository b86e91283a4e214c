"""Every document that fuzzing began with or ever tripped on is read within limits."""

import pytest

from cms.importer.manuscript import parse_manuscript
from tests.manuscript.fuzz.__main__ import CORPUS, Worker
from tests.manuscript.kept_words import words_lost

DOCUMENTS = sorted(path for path in CORPUS.iterdir() if path.is_file())


@pytest.fixture(scope="module")
def worker():
    one = Worker()
    yield one
    one.close()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_of_the_fuzzing_corpus_is_read_within_limits(path, worker):
    assert worker.judge(f"m{path.suffix}", path.read_bytes()) == ""


def test_the_corpus_has_every_format():
    assert {path.suffix for path in DOCUMENTS} == {".txt", ".md", ".html", ".docx", ".zip"}


def test_a_text_that_loses_a_word_is_noticed():
    """Without which fuzzing would prove nothing."""
    outline = parse_manuscript("T\n\n1. A\n\nSome words.\n", name="m.txt")
    assert words_lost("Some other words.", outline) == ["other"]
