"""A curator's document of twenty-five pages: what comes out of it, whoever saved it last."""

import pytest

from cms.importer.manuscript.blocks import FigureBlock, QuotationBlock, TableBlock

from .outlines import (
    bare,
    everything_said,
    notes_of,
    outline_of,
    sections_of,
    titles,
    warnings,
    words_by_section,
)

DOCUMENTS = (
    "keepers.docx",
    "keepers-libreoffice.docx",
    "keepers-libreoffice-page.zip",
    "keepers-google-docs.zip",
)
WORD = DOCUMENTS[:2]
# LibreOffice's page shows deleted words as if they stood, and leaves alternative texts out.
PAGE = DOCUMENTS[2]
WHOLE = tuple(name for name in DOCUMENTS if name != PAGE)
CHAPTERS = [
    "What a lighthouse is for",
    "Fires on headlands",
    "A tower in the sea",
    "The Bell Rock",
    "Oil, wick and glass",
    "The ring of prisms",
    "The clock in the tower",
    "One light from another",
    "The keeper’s day",
    "THE VOICE IN THE FOG",
    "Stores, families and the relief boat",
    "The morning of the Forfarshire",
    "Electricity and the sun valve",
    "The last keepers leave",
    "Appendix: words of the trade",
]
NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 8, 10, 11, 12, 13, 14, None]
PARTS_AFTER = {"FAQs", "Sources", "Further reading", "Internal links"}
NEVER_SHOWN = ("donkey", "TODO ask Peter", "can we say this", "TOC \\o", "lighthouse text FINAL")

every_document = pytest.mark.parametrize("name", DOCUMENTS)
every_whole_document = pytest.mark.parametrize("name", WHOLE)
every_word_document = pytest.mark.parametrize("name", WORD)


@every_document
def test_the_title_page_is_understood(name):
    outline = outline_of(name)
    assert outline.status == "ok"
    assert outline.title == "Keepers of the Light"
    assert outline.subtitle == "How a lighthouse worked, and who kept it burning"
    assert outline.standfirst.startswith("For three hundred years a light on a rock")
    assert outline.language.split("-")[0] == "en"


@every_document
def test_every_chapter_is_found_with_its_number(name):
    outline = outline_of(name)
    assert titles(outline) == CHAPTERS
    assert [chapter.number for chapter in outline.chapters] == NUMBERS
    assert outline.introduction.title == "Introduction"
    assert outline.conclusion.title == "Conclusion: a promise kept"


@every_whole_document
def test_no_paragraph_is_lost_or_stands_in_another_chapter_or_twice(name):
    outline = outline_of(name)
    expected = [part for part in words_by_section() if part[0] not in PARTS_AFTER]
    made = {bare(section.title): bare(section.html) for section in sections_of(outline)}
    assert set(made) == {bare(title) for title, _ in expected}
    wrong = [
        (title, words, made[bare(title)].count(words))
        for title, paragraphs in expected
        for words in paragraphs
        if len(words) > 40 and made[bare(title)].count(words) != 1
    ]
    missing = [
        (title, words)
        for title, paragraphs in expected
        for words in paragraphs
        if words not in made[bare(title)]
    ]
    assert wrong == []
    assert missing == []


@every_document
def test_sources_and_questions_are_kept_whole(name):
    outline = outline_of(name)
    parts = dict(words_by_section())
    said = everything_said(outline)
    assert [words for words in parts["Sources"] if words not in said] == []
    assert len(outline.faqs) == 7
    assert outline.faqs[2].question == "What happened on the Flannan Isles?"
    assert "overturned chair" in outline.faqs[2].answer_html
    assert outline.faqs[5].answer_html == ""
    answers = bare(" ".join(faq.question + " " + faq.answer_html for faq in outline.faqs))
    asked = [words.partition(":")[2] or words for words in parts["FAQs"]]
    assert [words for words in asked if words not in answers] == []


@every_document
def test_every_note_is_kept_where_it_was_hung(name):
    outline = outline_of(name)
    notes = [bare(note.html) for note in outline.footnotes]
    assert [note for note in notes_of() if not any(note in kept for kept in notes)] == []
    forth = next(section for section in outline.chapters if section.title == "The Bell Rock")
    assert "deserved the praise.<sup>[" in forth.html


@every_document
def test_typed_numbers_of_the_sources_list_become_notes(name):
    said = [note.html for note in outline_of(name).footnotes]
    assert any("The World’s Lighthouses Before 1820" in note for note in said)
    fires = outline_of(name).chapters[1]
    assert "[4]." not in fires.html.replace("<sup>[4]</sup>.", "")


@every_whole_document
def test_what_the_curator_did_not_mean_to_show_is_not_shown(name):
    told = str(outline_of(name).to_json_dict())
    assert [words for words in NEVER_SHOWN if words in told] == []
    assert "All of it was carried up" in told


@every_document
def test_links_are_unwrapped_and_a_file_of_the_curators_own_is_not_linked(name):
    outline = outline_of(name)
    assert [link.url for link in outline.external_links] == [
        "https://www.trinityhouse.co.uk/",
        "https://www.nlb.org.uk/",
        "",
    ]
    assert warnings(outline, "unsafe_link_removed") != []
    assert [link.target for link in outline.internal_links] == ["#6", "#12", "#faq"]


@every_document
def test_lists_are_lists(name):
    chapters = outline_of(name).chapters
    assert chapters[3].html.count("<li>") == 5
    assert "<ol>" in chapters[3].html
    assert chapters[4].html.count("<li>") == 4
    assert chapters[7].html.count("<li>") == 6


@every_word_document
def test_a_nested_list_stays_nested(name):
    rhythms = outline_of(name).chapters[7].html
    within = rhythms.partition("the dark is longer than the light;")[2].lstrip()
    assert within.startswith(("<ul>", "</p><ul>"))


@every_document
def test_a_paragraph_that_begins_with_a_year_is_no_chapter_and_no_list(name):
    outline = outline_of(name)
    assert "<p>1811. On the first of February" in outline.chapters[3].html
    assert "<p>1912. In that year Dalén" in outline.chapters[12].html


@every_document
def test_quotations_keep_their_speakers(name):
    quotations = [
        block
        for section in sections_of(outline_of(name))
        for block in section.blocks
        if isinstance(block, QuotationBlock)
    ]
    said_by = [(quotation.speaker, quotation.source) for quotation in quotations]
    assert ("Robert Louis Stevenson", "Underwoods, 1887") in said_by
    hafez = next(block for block in quotations if block.speaker == "Hafez")
    assert "ساحل‌ها" in hafez.text


@every_document
def test_tables_keep_their_merged_heads_and_their_caption(name):
    chapter = outline_of(name).chapters[5]
    table = next(block for block in chapter.blocks if isinstance(block, TableBlock))
    cells = [*table.header, *(cell for row in table.rows for cell in row)]
    assert {"First", "920", "great sea lights", "Size and use"} <= set(cells)
    assert len({len(row) for row in (*table.rows, table.header or table.rows[0])}) == 1
    assert bare("Table 1. The six orders of lenses") in bare(chapter.html)


@every_whole_document
def test_pictures_come_with_alternative_texts_and_captions(name):
    figures = {
        block.alt: block
        for section in sections_of(outline_of(name))
        for block in section.blocks
        if isinstance(block, FigureBlock)
    }
    ring = next(block for alt, block in figures.items() if alt.startswith("A ring of stones"))
    assert ring.caption.startswith("Figure 3. One course of a rock tower.")
    boat = next(block for alt, block in figures.items() if alt.startswith("A small open boat"))
    assert boat.caption.startswith("Figure 7. The coble")
    assert any(alt.startswith("A weight hangs") for alt in figures)


@every_whole_document
def test_a_picture_nobody_described_is_pointed_out(name):
    assert len(warnings(outline_of(name), "image_missing_alt")) == 1


@pytest.mark.parametrize("name", DOCUMENTS[:3])
def test_a_picture_with_too_many_points_is_left_out_and_said(name):
    (message,) = warnings(outline_of(name), "image_too_large")
    assert "megapixels" in message


@every_word_document
def test_a_metafile_is_left_out_and_said(name):
    assert len(warnings(outline_of(name), "image_rejected")) == 1


@every_document
def test_each_fault_of_the_numbers_and_questions_is_said_once(name):
    outline = outline_of(name)
    assert len(warnings(outline, "duplicate_number")) == 1
    assert len(warnings(outline, "numbering_gap")) == 1
    (unanswered,) = warnings(outline, "faq_without_answer")
    assert "Is there any lighthouse in which keepers still live?" in unanswered


@pytest.mark.parametrize("name", DOCUMENTS[:3])
def test_an_old_contents_list_is_used_removed_and_held_against_the_chapters(name):
    outline = outline_of(name)
    assert "The lightships" not in everything_said(outline).replace("thelightships", "")
    (gone,) = warnings(outline, "toc_entry_without_section")
    assert "The lightships" in gone
    (named,) = warnings(outline, "toc_title_differs")
    assert "Fires on the headlands" in named
    unlisted = " ".join(warnings(outline, "section_missing_from_toc"))
    assert "The morning of the Forfarshire" in unlisted


def test_a_page_saved_by_libreoffice_keeps_every_paragraph_that_it_has():
    said = everything_said(outline_of(PAGE))
    story = (part for part in words_by_section() if part[0] not in PARTS_AFTER)
    lost = [words for _, part in story for words in part if words not in said]
    assert [words[:20] for words in lost] == ["Whatburnedinthesetow"]
    assert "donkey.Inagale" in said


@every_document
def test_no_warning_speaks_of_markdown_to_who_wrote_in_a_word_processor(name):
    told = " ".join(warning.message for warning in outline_of(name).warnings)
    assert [mark for mark in ("](", "[^", ":::", "square brackets", "\t") if mark in told] == []


@every_document
def test_every_warning_is_a_sentence_that_says_what_to_do(name):
    for warning in outline_of(name).warnings:
        assert warning.message[0].isupper() or warning.message[0] in "“«"
        assert warning.message.endswith((".", "”."))
        assert "line 0" not in warning.message
