"""The blanks that must not break, and nothing else."""

import pytest

from exhibit.typesetting import set_text

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("language", "typed", "set_as"),
    [
        ("en", "150 kilometres", f"150{NO_BREAK}kilometres"),
        ("fa-af", "۱۵ می", f"۱۵{NO_BREAK}می"),
        ("en", "home – or not", f"home{NO_BREAK}– or not"),
        ("ru", "а в мае", f"а{NO_BREAK}в{NO_BREAK}мае"),
    ],
)
def test_what_belongs_together_stays_on_one_line(language, typed, set_as):
    assert set_text(typed, language) == set_as


def test_one_letter_words_break_freely_outside_russian():
    assert set_text("a bridge", "en") == "a bridge"


def test_tags_and_their_attributes_are_left_alone():
    html = '<a href="/a 1 b/" title="5 days">12 days</a>'
    assert set_text(html, "en") == f'<a href="/a 1 b/" title="5 days">12{NO_BREAK}days</a>'
