"""Two texts side by side, whole, with the words marked that differ."""

from hypothesis import given
from hypothesis import strategies as st

from cms.importer.comparing.differences import Paragraph, differences


def text(*paragraphs: str, kind: str = "paragraph") -> list[Paragraph]:
    return [Paragraph(kind, words) for words in paragraphs]


def rows(old, new) -> list[tuple]:
    return [
        (row.state, row.left and row.left.words, row.right and row.right.words)
        for row in differences(old, new).rows
    ]


def marked(cell) -> list[str]:
    return [span.text for span in cell.spans if span.is_marked]


def test_equal_texts_are_the_same_throughout():
    comparison = differences(text("One.", "Two."), text("One.", "Two."))

    assert comparison.is_same
    assert [row.state for row in comparison.rows] == ["same", "same"]


def test_changed_words_are_marked_on_both_sides():
    (row,) = differences(
        text("They left at dawn by the bridge."), text("They left at noon by the bridge.")
    ).rows

    assert row.state == "changed"
    assert marked(row.left) == ["dawn"]
    assert marked(row.right) == ["noon"]


def test_new_and_dropped_paragraphs_stand_alone_in_their_rows():
    old = text("One stays.", "Two goes away for good.", "Three stays.")
    new = text("One stays.", "Three stays.", "Wholly different words arrive here.")

    assert rows(old, new) == [
        ("same", "One stays.", "One stays."),
        ("removed", "Two goes away for good.", None),
        ("same", "Three stays.", "Three stays."),
        ("added", None, "Wholly different words arrive here."),
    ]


def test_a_changed_paragraph_is_found_among_new_ones():
    old = text("First.", "The column left Kabul in the morning.", "Last.")
    new = text(
        "First.", "Nobody had expected it.", "The column left Kabul in the evening.", "Last."
    )

    assert [row.state for row in differences(old, new).rows] == ["same", "added", "changed", "same"]


def test_a_paragraph_that_became_a_heading_is_not_the_same():
    old, new = text("The bridge"), text("The bridge", kind="heading")

    assert rows(old, new) == [("removed", "The bridge", None), ("added", None, "The bridge")]


def test_a_difference_in_looks_alone_is_a_change_without_marked_words():
    old, new = (
        [Paragraph("paragraph", "A word.")],
        [Paragraph("paragraph", "A word.", "A <b>word</b>.")],
    )

    (row,) = differences(old, new).rows

    assert row.state == "changed"
    assert marked(row.left) == marked(row.right) == []


def test_against_nothing_everything_is_new():
    assert rows([], text("One.", "Two.")) == [("added", None, "One."), ("added", None, "Two.")]


TEXTS = st.lists(
    st.builds(
        Paragraph,
        st.sampled_from(["paragraph", "heading"]),
        st.lists(st.sampled_from(["a", "b", "river", "bridge", " ", ",", "—"]), max_size=8).map(
            " ".join
        ),
    ),
    max_size=12,
)


@given(old=TEXTS, new=TEXTS)
def test_both_texts_come_out_whole_and_in_order(old, new):
    found = differences(old, new).rows

    assert [row.left.words for row in found if row.left] == [each.words for each in old]
    assert [row.right.words for row in found if row.right] == [each.words for each in new]


@given(old=TEXTS, new=TEXTS)
def test_what_is_not_marked_is_the_same_on_both_sides(old, new):
    for row in differences(old, new).rows:
        if row.state in {"same", "changed"}:
            left, right = (
                "".join(span.text for span in cell.spans if not span.is_marked)
                for cell in (row.left, row.right)
            )
            assert left == right
        else:
            assert all(span.is_marked for span in (row.left or row.right).spans)


@given(words=TEXTS)
def test_a_text_is_the_same_as_itself(words):
    assert differences(words, words).is_same


def test_texts_without_anything_in_common_or_full_of_repeats_come_out_whole():
    old = text(*(f"alpha {place} beta" for place in range(3000)))
    new = text(*(["the same again"] * 3000))

    found = differences(old, new).rows

    assert (
        sum(row.left is not None for row in found)
        == sum(row.right is not None for row in found)
        == 3000
    )


def test_one_endless_paragraph_is_compared_word_by_word_at_its_ends():
    old, new = text("first " + "a b " * 50_000 + "last"), text("first " + "b c " * 50_000 + "last")

    (row,) = differences(old, new).rows

    assert row.left.spans[0].text.startswith("first")
    assert not row.left.spans[0].is_marked
    assert not row.right.spans[-1].is_marked
