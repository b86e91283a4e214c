"""Each warning of a text is given once, and says what, where and what to do."""

import pytest

from cms.importer.manuscript import parse_manuscript

CHAPTERS = "1. The road\n\na\n\n2. The river\n\nb\n\n"
LIST = "T\n\nContents\n\n1. The road\n"

SENTENCES = {
    "toc_entry_without_section": (
        f"{LIST}2. The river\n3. The sea\n\n{CHAPTERS}",
        "Line 7: the contents list names chapter 3, “The sea”, but no section has that heading. "
        "Add the section, or take it out of the list.",
    ),
    "section_missing_from_toc": (
        f"{LIST}\n{CHAPTERS}",
        "Line 11: Chapter 2: “The river” is not in the contents list. It is kept; add it to the "
        "list, or make it a sub-heading if it belongs to the chapter before.",
    ),
    "toc_title_differs": (
        f"{LIST}2. The stream\n\n{CHAPTERS}",
        "Line 6: the contents list has “The stream”, the text “The river” (line 12). "
        "The text's title is used; make them the same.",
    ),
    "numbering_gap": (
        "T\n\n1. The road\n\na\n\n3. The sea\n\nc\n",
        "Line 7: there is no chapter 2; the numbers jump to Chapter 3: “The sea”. "
        "Add the missing chapter or correct the numbers.",
    ),
    "duplicate_number": (
        f"T\n\n{CHAPTERS}2. The sea\n\nc\n",
        "Line 11: Chapter 2: “The sea” has the number of Chapter 2: “The river” (line 7). "
        "Both are kept, in the order of the text; correct one of the numbers.",
    ),
    "out_of_order": (
        f"T\n\n{CHAPTERS}4. The sea\n\nc\n\n3. The ford\n\nd\n",
        "Line 15: Chapter 3: “The ford” comes after chapter 4. Chapters are kept in the order of "
        "the text; move it or correct its number.",
    ),
    "duplicate_section": (
        f"T\n\n{CHAPTERS}Conclusion\n\nc\n\nConclusion\n\nd\n",
        "Line 15: “Conclusion” is a second conclusion; the first is in line 11. It is kept as a "
        "chapter without a number; join the two or give it another title.",
    ),
    "faq_without_answer": (
        f"T\n\n{CHAPTERS}FAQ\n\nQ1: Why?\n\nQ2: Who?\nThey.\n",
        "Line 13: question 1, “Why?”, has no answer. It is kept; write the answer under it, or "
        "delete the question.",
    ),
    "no_headings": (
        "It rained for nine days.\n\nThen it stopped.\n",
        "The manuscript has no headings, so all of it is one chapter. Give each chapter a heading, "
        "such as “1. The first columns leave”, and import it again, or split the chapter "
        "afterwards.",
    ),
    "empty_document": (
        " \n\n",
        "The manuscript has no text to make chapters of. Check that the right file was chosen and "
        "that it was saved with its text.",
    ),
    "encoding_guessed": (
        f"Café\n\n{CHAPTERS}".encode("cp1252"),
        "The file is not UTF-8; Windows-1252 (Western European) was guessed from its letters. "
        "If words look wrong, save the document as UTF-8 and import it again.",
    ),
    "invalid_bytes": (
        f"Музей\n\n{CHAPTERS}".encode() + b"\xff\xfe\n",
        "Line 11: 2 letters of the file could not be read; each is shown as “�”. Correct them in "
        "the document, or save it as UTF-8, and import it again.",
    ),
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_warning_of_a_text_is_one_sentence_at_its_place(code):
    text, sentence = SENTENCES[code]
    document = text if isinstance(text, bytes) else text.encode()
    warnings = parse_manuscript(document, name="m.txt").to_json_dict()["warnings"]
    assert [(warning["code"], warning["message"]) for warning in warnings] == [(code, sentence)]


PICTURES_AND_MARKUP = {
    "unsafe_markup_removed": (
        "<script>x()</script>",
        "Line 3: a <script> and what is inside it were removed: visitors' pages carry no code from "
        "documents. Nothing to do, unless words for visitors stood in it.",
    ),
    "unsafe_link_removed": (
        "[words](javascript:x)",
        "Line 3: the link to “javascript:x” was removed and its words kept. A link must begin with "
        "https://, http:// or mailto:, or be a place in the exhibit such as #7 or #faq.",
    ),
    "external_image_skipped": (
        "![A ford](https://example.org/a.png)",
        "Line 3: the picture “https://example.org/a.png” (its alternative text: “A ford”) is not "
        "in the bundle and was left out: nothing is fetched from other places. Save the file "
        "beside the manuscript and name it there.",
    ),
    "image_missing_alt": (
        "![](a.png)",
        "Line 3: the picture “a.png” has no alternative text. Say in a sentence what matters in "
        "it, between the square brackets: ![What matters](…); or say it afterwards, in the picture "
        "library.",
    ),
    "image_rejected": (
        "![A ford](../a.png)",
        "Line 3: the picture “../a.png” (its alternative text: “A ford”) was left out: its path "
        "leads out of the bundle. Put the file in the bundle and name it like images/bridge.png.",
    ),
}


@pytest.mark.parametrize("code", PICTURES_AND_MARKUP)
def test_a_warning_of_markdown_is_one_sentence_at_its_place(code):
    markdown, sentence = PICTURES_AND_MARKUP[code]
    text = f"# The road\n\n{markdown}\n\nWords.\n\n# The river\n\nb\n"
    warnings = parse_manuscript(text.encode(), name="m.md").to_json_dict()["warnings"]
    assert [(warning["code"], warning["message"]) for warning in warnings] == [(code, sentence)]
