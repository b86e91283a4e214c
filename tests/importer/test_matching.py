"""Which section of a newer manuscript is which page: by heading, text, number, and kind."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.importer.comparing.matching import Section, match

COLUMNS = "The first column left Jalalabad on the morning of 15 May and reached Kabul by night"
BRIDGE = "Nine hundred metres of steel carry the road over the river into the town of Termez"
LETTERS = "He wrote home every Sunday and never said where he was or what he had seen that week"
WINTER = "Snow closed the pass in December so that lorries stood for days without fuel or bread"


def section(key: str, heading: str = "", words: str = "", **fields) -> Section:
    return Section(key, (heading or key,), words, **fields)


def pairs(new, there) -> dict[str, str]:
    return dict(match(new, there).pairs)


def test_the_same_heading_is_the_same_chapter_however_it_is_written():
    new = [section("n", "The BRIDGE, at last", BRIDGE)]
    there = [section("t", "The bridge at last", WINTER)]

    assert pairs(new, there) == {"n": "t"}


def test_a_changed_heading_is_found_by_its_text():
    new = [section("n1", "A bridge of steel", BRIDGE), section("n2", "Letters", LETTERS)]
    there = [section("t1", "Crossing", f"{BRIDGE} today"), section("t2", "Letters", LETTERS)]

    assert pairs(new, there) == {"n1": "t1", "n2": "t2"}


def test_a_changed_number_does_not_matter():
    new = [section("n", "Letters", LETTERS, number=7)]
    there = [section("t", "Letters", LETTERS, number=2), section("u", "Winter", WINTER, number=7)]

    assert pairs(new, there) == {"n": "t"}


def test_chapters_in_another_order_are_the_same_chapters():
    texts = {"a": COLUMNS, "b": BRIDGE, "c": LETTERS, "d": WINTER}
    there = [section(f"t{key}", key, text) for key, text in texts.items()]
    new = [section(f"n{key}", key, text) for key, text in reversed(texts.items())]

    assert pairs(new, there) == {f"n{key}": f"t{key}" for key in texts}


def test_text_tells_apart_chapters_of_one_heading():
    there = [section("t1", "Background", BRIDGE), section("t2", "Background", LETTERS)]
    new = [section("n1", "Background", LETTERS), section("n2", "Background", BRIDGE)]

    assert pairs(new, there) == {"n1": "t2", "n2": "t1"}


def test_a_rewritten_chapter_keeps_its_number():
    new = [section("n", "How it ended", f"{WINTER} {BRIDGE} {LETTERS} again", number=4)]
    there = [section("t", "The last days", f"{COLUMNS}. {WINTER[:40]}", number=4)]

    assert pairs(new, there) == {"n": "t"}


def test_an_earlier_heading_of_a_page_counts_as_well():
    there = [Section("t", ("What we call it now", "The bridge"), "")]

    assert pairs([section("n", "The bridge", BRIDGE)], there) == {"n": "t"}


@pytest.mark.parametrize("kind", ["introduction", "conclusion", "sources"])
def test_what_a_document_has_once_is_found_by_its_kind(kind):
    new = [section("n", "Before we begin", BRIDGE, kind=kind)]
    there = [section("t", "Opening", LETTERS, kind=kind), section("u", "Winter", WINTER)]

    assert pairs(new, there) == {"n": "t"}


def test_of_a_chapter_that_was_split_one_part_is_the_page_and_the_other_says_where_it_was():
    there = [section("t", "Road and river", f"{COLUMNS}. {BRIDGE}. {WINTER}")]
    new = [
        section("n1", "Columns", COLUMNS),
        section("n2", "Over the river", f"{BRIDGE}. {WINTER}"),
    ]

    matching = match(new, there)

    assert matching.pairs == {"n2": "t"}
    assert matching.split_from == {"n1": "t"}


def test_of_chapters_that_were_merged_one_is_the_page_and_the_other_says_where_it_is():
    there = [
        section("t1", "Columns", COLUMNS),
        section("t2", "Over the river", f"{BRIDGE} {WINTER}"),
    ]
    new = [section("n", "Road and river", f"{COLUMNS}. {BRIDGE} {WINTER}")]

    matching = match(new, there)

    assert matching.pairs == {"n": "t2"}
    assert matching.merged_into == {"t1": "n"}


def test_a_new_chapter_and_one_that_is_gone_are_not_taken_for_each_other():
    matching = match([section("n", "Winter", WINTER)], [section("t", "Letters", LETTERS)])

    assert (matching.pairs, matching.split_from, matching.merged_into) == ({}, {}, {})


def test_a_question_put_a_little_better_is_the_same_question():
    new = [section("n", "Why did the army leave in 1988?", "It was over.", kind="question")]
    there = [
        section("t", "Why did they leave in 1988?", "Because.", kind="question"),
        section("u", "Who counted the dead?", "Nobody.", kind="question"),
    ]

    assert pairs(new, there) == {"n": "t"}


def test_persian_headings_are_the_same_with_arabic_letters_and_digits():
    assert pairs([section("n", "پل دوستی ۱۹۸۸")], [section("t", "پل دوستي 1988")]) == {"n": "t"}


WORDS = st.text(string.ascii_lowercase[:6], min_size=1, max_size=3)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
KINDS = st.sampled_from(["chapter", "chapter", "introduction", "conclusion", "question"])


@st.composite
def documents(draw, prefix):
    count = draw(st.integers(0, 8))
    return [
        Section(
            f"{prefix}{place}",
            (draw(TEXTS)[:12],),
            draw(TEXTS),
            draw(KINDS),
            draw(st.none() | st.integers(1, 4)),
        )
        for place in range(count)
    ]


@given(new=documents("n"), there=documents("t"))
def test_nothing_is_paired_twice_or_made_up(new, there):
    found = match(new, there)

    assert len(set(found.pairs.values())) == len(found.pairs)
    assert set(found.pairs) <= {each.key for each in new}
    assert set(found.pairs.values()) <= {each.key for each in there}
    assert not set(found.split_from) & set(found.pairs)
    assert not set(found.merged_into) & set(found.pairs.values())


@given(new=documents("n"), there=documents("t"))
def test_matching_again_gives_the_same(new, there):
    assert match(new, there) == match(list(new), list(there))


@given(document=documents("n"), randomness=st.randoms(use_true_random=False))
def test_an_unchanged_document_matches_itself_whole_in_any_order(document, randomness):
    named = [
        Section(each.key, (f"Heading {each.key}",), each.words, each.kind, each.number)
        for each in document
    ]
    shuffled = named[:]
    randomness.shuffle(shuffled)

    assert match(named, shuffled).pairs == {each.key: each.key for each in named}


@given(document=documents("n"))
def test_an_unchanged_document_with_repeated_headings_leaves_nothing_over(document):
    named = [
        Section(each.key, ("Untitled",), each.words, each.kind, each.number) for each in document
    ]

    assert len(match(named, named).pairs) == len(named)


def test_two_hundred_long_chapters_without_a_common_heading_are_found_by_their_text():
    texts = [
        " ".join(f"word{(place * 7919 + step * step * 31) % 2999}" for step in range(3000))
        for place in range(200)
    ]
    new = [
        section(f"n{place}", f"New {place} {'x' * place}", each) for place, each in enumerate(texts)
    ]
    there = [
        section(f"t{place}", f"{'y' * place} {place}", each[500:])
        for place, each in enumerate(texts)
    ]

    assert pairs(new, there) == {f"n{place}": f"t{place}" for place in range(200)}
