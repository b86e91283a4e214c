"""Whatever a page holds, its manuscript reads back as the same page."""

from dataclasses import replace
from itertools import chain

from hypothesis import given, settings

from cms.exporter.manuscript.document import write_manuscript
from cms.exporter.manuscript.html_tree import canonical
from cms.exporter.manuscript.prose import write_prose
from cms.importer.manuscript.blocks import NoteBlock, TextBlock
from cms.importer.manuscript.exported.notes import numbered
from cms.importer.manuscript.exported.pieces import Prose, pieces_of
from cms.importer.manuscript.exported.prose import prose_html
from cms.importer.manuscript.parsing import parse_manuscript
from tests.exporter import strategies


def read_back(pages, language="en"):
    text = write_manuscript(pages, language=language).text
    outline = parse_manuscript(text.encode(), name="manuscript.md")
    assert outline.status == "ok"
    assert outline.warnings == ()
    return outline.pages


def comparable(page):
    """The page with its rich text in one shape, and without the lines it was read from."""
    blocks = tuple(map(_comparable_block, page.blocks))
    questions = tuple(
        replace(asked, answer=_comparable_block(asked.answer)) for asked in page.questions
    )
    return replace(page, line=0, blocks=blocks, questions=questions)


def _comparable_block(block):
    if isinstance(block, TextBlock):
        return replace(block, html=canonical(block.html))
    if isinstance(block, NoteBlock):
        return replace(block, html=canonical(block.html), text="")
    return block


@settings(max_examples=100, deadline=None)
@given(strategies.rich_text)
def test_rich_text_reads_back_as_itself(html):
    labels = ["7-1", "7-2"]
    written = write_prose(html, labels)

    pieces = list(pieces_of(written.markdown))
    if all(isinstance(piece, Prose) for piece in pieces):
        read = [prose_html(piece.text, labels=labels) for piece in pieces]
        shown, _notes = numbered(
            ["".join(chain.from_iterable(read))], dict.fromkeys(labels), listed=labels
        )
        assert canonical(shown[0]) == html


@settings(max_examples=40, deadline=None)
@given(strategies.manuscripts)
def test_a_manuscript_reads_back_as_the_same_pages(pages):
    read = read_back(pages)

    assert list(map(comparable, read)) == list(map(comparable, pages))


@settings(max_examples=20, deadline=None)
@given(strategies.manuscripts)
def test_a_manuscript_written_again_is_the_same_to_the_letter(pages):
    first = write_manuscript(pages, language="en").text
    again = write_manuscript(read_back(pages), language="en").text

    assert again == first
