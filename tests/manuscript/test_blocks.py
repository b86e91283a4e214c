"""What chapters are made of: text, figures, quotations, tables and the ``:::`` blocks."""

import pytest

from cms.importer.manuscript import parse_manuscript
from cms.importer.manuscript.blocks import (
    AudioBlock,
    Facts,
    FigureBlock,
    GalleryBlock,
    KeyFigureBlock,
    MapBlock,
    NoteBlock,
    QuotationBlock,
    TableBlock,
    TextBlock,
    TimelineBlock,
    VideoBlock,
)


def chapter(body):
    outline = parse_manuscript(f"# T\n\n## 1. A\n\n{body}\n", name="m.md")
    return outline, outline.chapters[0]


def codes(outline):
    return [warning.code for warning in outline.warnings]


def test_prose_merges_into_one_block_and_other_blocks_split_it():
    _, made = chapter(
        'One.\n\nTwo.\n\n![Alt](images/a.png "Caption.")\n\n### Sub\n\nThree.\n\n- x\n- y'
    )
    assert made.blocks == (
        TextBlock("<p>One.</p>\n<p>Two.</p>"),
        FigureBlock("images/a.png", "Alt", "Caption."),
        TextBlock("<h3>Sub</h3>\n<p>Three.</p>\n<ul><li>x</li><li>y</li></ul>"),
    )
    assert made.html == (
        "<p>One.</p>\n<p>Two.</p>\n"
        '<figure><img src="images/a.png" alt="Alt"><figcaption>Caption.</figcaption></figure>\n'
        "<h3>Sub</h3>\n<p>Three.</p>\n<ul><li>x</li><li>y</li></ul>"
    )


def test_a_picture_inside_prose_follows_its_paragraph():
    _, made = chapter("Before ![Alt](a.png) after.")
    assert [type(block) for block in made.blocks] == [TextBlock, FigureBlock]
    assert made.blocks[0].html == "<p>Before  after.</p>"


@pytest.mark.parametrize(
    ("quote", "speaker", "source"),
    [
        ("> Not one was left.\n> — Boris Gromov, *Izvestia*", "Boris Gromov", "Izvestia"),
        (
            "> Not one was left.\n>\n> — Boris Gromov, *Izvestia*, 1989",
            "Boris Gromov",
            "Izvestia, 1989",
        ),
        (
            "> Not one was left.\n> -- Boris Gromov, Izvestia, 1989",
            "Boris Gromov",
            "Izvestia, 1989",
        ),
        ("> Not one was left.\n> — Boris Gromov", "Boris Gromov", ""),
    ],
)
def test_a_quotation_names_who_speaks(quote, speaker, source):
    _, made = chapter(quote)
    (block,) = made.blocks
    assert isinstance(block, QuotationBlock)
    assert (block.text, block.html) == ("Not one was left.", "<p>Not one was left.</p>")
    assert (block.speaker, block.source) == (speaker, source)
    assert made.html.startswith("<blockquote><p>Not one was left.</p><p>— Boris Gromov")


def test_a_quotation_keeps_its_notes():
    _, made = chapter("> Words.[^a]\n> — Who, *What*[^b]\n\n[^a]: @a\n[^b]: @b")
    assert made.blocks[0].html == "<p>Words.[1][2]</p>"
    assert [note.source_key for note in made.blocks[0].notes] == ["a", "b"]
    assert (made.blocks[0].speaker, made.blocks[0].source) == ("Who", "What")


def test_a_quotation_without_a_speaker_stays_in_the_text():
    _, made = chapter("> Nobody knows who said it.")
    assert made.blocks == (TextBlock("<blockquote><p>Nobody knows who said it.</p></blockquote>"),)


def test_a_table_keeps_caption_cells_and_notes():
    _, made = chapter(
        "Table 1. Who left\n\n| Unit | Day |\n|---|---|\n| *103rd*[^a] | 4 Feb |\n\n[^a]: @a"
    )
    (block,) = made.blocks
    assert isinstance(block, TableBlock)
    assert (block.caption, block.header) == ("Table 1. Who left", ("Unit", "Day"))
    assert block.rows == (("<em>103rd</em>[1]", "4 Feb"),)
    assert block.notes[0].source_key == "a"
    assert "<caption>Table 1. Who left</caption>" in made.html
    assert "<em>103rd</em><sup>[1]</sup>" in made.html


def test_nested_lists_keep_their_shape():
    _, made = chapter("3. a\n   - b\n     - c\n4. d\n\n   e")
    assert made.blocks[0].html == (
        '<ol start="3"><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li>'
        "<li><p>d</p>\n<p>e</p></li></ol>"
    )


BLOCKS = [
    (
        ("::: key-figure\nnumber: 115,000\ncounts: soldiers "
        "at the peak\nsource: @krivosheev1997, p. 3\n:::"),
        KeyFigureBlock("115,000", "soldiers at the peak", "krivosheev1997", "p. 3"),
    ),
    (
        "::: gallery\ntitle: Two\nimage: images/a.png\nimage: images/b.png\n:::",
        GalleryBlock("Two", ("images/a.png", "images/b.png")),
    ),
    ("::: audio\nfile: recordings/a.mp3\n:::", AudioBlock("recordings/a.mp3")),
    (
        "::: video\nfile: recordings/a.mp4\ncaption: Nine months.\n:::",
        VideoBlock("recordings/a.mp4", "Nine months."),
    ),
    (
        "::: timeline\ntitle: To the bridge\nmoments: geneva-signed, last-soldiers\n:::",
        TimelineBlock("To the bridge", ("geneva-signed", "last-soldiers")),
    ),
    (
        "::: map\ntitle: Roads\nplaces: kabul, salang,\n  termez\nroutes: east, west\n:::",
        MapBlock("Roads", ("kabul", "salang", "termez"), ("east", "west")),
    ),
    (
        ("::: note\nkind: warning\ntitle: Before you read\n"
        "text: Numbers: of the dead.\n\nMore & more.\n:::"),
        NoteBlock(
            "warning", "Before you read", "Numbers: of the dead.\n\nMore & more.",
            "<p>Numbers: of the dead.</p>\n<p>More &amp; more.</p>",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "block"), BLOCKS)
def test_a_fenced_block_is_read(source, block):
    outline, made = chapter(f"Before.\n\n{source}\n\nAfter.")
    assert made.blocks == (TextBlock("<p>Before.</p>"), block, TextBlock("<p>After.</p>"))
    assert outline.warnings == ()


def test_a_fenced_block_may_touch_the_prose_around_it():
    _, made = chapter("Before.\n::: audio\nfile: a.mp3\n:::\nAfter.")
    assert made.blocks == (
        TextBlock("<p>Before.</p>"),
        AudioBlock("a.mp3"),
        TextBlock("<p>After.</p>"),
    )


def test_facts_show_nothing_and_are_handed_on():
    _, made = chapter(
        "Words.\n\n::: facts\nplaces: termez, hairatan\npeople: gromov\nmoments: last-soldiers\n:::"
    )
    assert made.facts == Facts(("termez", "hairatan"), ("gromov",), (), ("last-soldiers",))
    assert made.html == "<p>Words.</p>"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("::: carousel\nimage: a.png\n:::", "“::: carousel”"),
        ("::: key-figure\nnumber: 7\n:::", "lacks “counts: …”"),
        ("::: audio\nfile: a.mp3\nvolume: 11\n:::", "“volume: 11”"),
    ],
)
def test_a_block_that_is_wrong_is_told_and_its_words_are_kept(source, words):
    outline, made = chapter(f"{source}\n\nAfter.")
    assert codes(outline) == ["block_not_understood"]
    assert words in outline.warnings[0].message
    assert outline.warnings[0].where == "line 5"
    for word in ("a.png", "7", "11"):
        assert (word in source) <= (word in made.html)
    assert "After." in made.html


def test_a_block_that_is_never_closed_ends_at_the_next_heading():
    outline = parse_manuscript("# T\n\n## 1. A\n\n::: note\ntext: x\n\n## 2. B\n\nb\n", name="m.md")
    assert codes(outline) == ["block_not_closed"]
    assert [c.title for c in outline.chapters] == ["A", "B"]


def test_a_recording_outside_the_bundle_is_refused():
    outline, _ = chapter("::: audio\nfile: ../../etc/passwd\n:::")
    assert codes(outline) == ["media_rejected"]
    assert outline.media_files == ()


def test_links_are_read_with_label_address_and_note():
    outline = parse_manuscript(
        "# T\n\n## 1. The road\n\na\n\n## External resources\n\n- [UN](https://un.org) — mission\n"
        "- Archive: <https://a.example/x>\n- A book without an address\n\n## Internal links\n\n"
        "- [Chapter 1](#1): where it begins\n- Chapter 1: The road\n- The road\n- Timeline\n",
        name="m.md",
    )
    assert [(link.label, link.url, link.note) for link in outline.external_links] == [
        ("UN", "https://un.org", "mission"),
        ("Archive", "https://a.example/x", ""),
        ("A book without an address", "", ""),
    ]
    assert [link.target for link in outline.internal_links] == ["#1", "#1", "#1", "#timeline"]
    assert outline.internal_links[0].note == "where it begins"


def test_a_picture_under_links_goes_to_the_story():
    outline = parse_manuscript(
        "# T\n\n## 1. A\n\na\n\n## External resources\n\n- [UN](https://un.org)\n\n![Alt](a.png)\n",
        name="m.md",
    )
    assert outline.chapters[0].blocks[-1] == FigureBlock("a.png", "Alt", "")


def test_a_speaker_in_italics_is_the_speaker():
    outline = parse_manuscript("# T\n\n## 1. A\n\n> Mules are wise.\n> — *A driver*\n", name="t.md")

    (quotation,) = outline.chapters[0].blocks
    assert (quotation.speaker, quotation.source) == ("A driver", "")
