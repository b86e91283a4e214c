"""Lists that somebody typed with hyphens in a word processor."""

from cms.importer.manuscript.elements import Line, ListElement, Paragraph
from cms.importer.manuscript.structure.typed_lists import gather_typed_lists


def paragraph(*texts, line=1):
    return Paragraph(tuple(Line(text, text) for text in texts), line)


def items(element):
    assert isinstance(element, ListElement)
    return [" ".join(line.text for line in item[0].lines) for item in element.items]


def test_paragraphs_that_begin_with_hyphens_are_one_list():
    before, made, after = gather_typed_lists(
        [paragraph("They took:"), paragraph("- oil"), paragraph("- wick"), paragraph("Then night.")]
    )
    assert before.text == "They took:"
    assert items(made) == ["oil", "wick"]
    assert after.text == "Then night."


def test_lines_that_begin_with_bullets_are_a_list_below_their_paragraph():
    before, made = gather_typed_lists([paragraph("They took:", "• oil", "and more", "• wick")])
    assert before.text == "They took:"
    assert items(made) == ["oil and more", "wick"]


def test_a_lone_hyphen_stays_as_it_was_typed():
    alone = [paragraph("- oil"), paragraph("Then night.")]
    assert gather_typed_lists(alone) == alone


def test_a_bold_item_loses_its_hyphen_and_stays_bold():
    bold = Paragraph((Line("<strong>- oil</strong>", "- oil"),), 1)
    (made,) = gather_typed_lists([bold, paragraph("- wick")])
    assert made.items[0][0].html == "<strong>oil</strong>"


def test_what_is_said_with_a_dash_is_no_list():
    speech = [paragraph("– Who is there?"), paragraph("– The relief.")]
    assert gather_typed_lists(speech) == speech


def test_numbers_below_zero_are_no_items():
    cold = [paragraph("-5 degrees at night"), paragraph("-7 degrees in the morning")]
    assert gather_typed_lists(cold) == cold
