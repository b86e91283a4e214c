"""The same text is the same, however the importer or Wagtail's editor spells it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.importer.comparing.canonical import canonical, canonical_block, digest_of
from cms.importer.comparing.rich_text import paragraphs_of
from cms.importer.editable import editable
from exhibit.blocks.text import TEXT_FEATURES

pytestmark = pytest.mark.django_db

SPELLINGS = [
    "<p>They left at dawn.</p>\n<p>The bridge held.</p>",
    "<p>A <strong>bold <em>and slanted</em></strong> word, a <b>bold</b> one.</p>",
    "<p>H<sub>2</sub>O, 15<sup>th</sup> &amp; &lt;tag&gt; “quoted”.[1]</p>",
    '<p>See <a href="https://archive.example/?a=1&amp;b=2">the archive</a>.</p>',
    '<p>See <a linktype="page" id="7">the <b>end</b></a>.</p>',
    "<h3>The first <em>columns</em></h3><p>Text.</p><h4>Smaller</h4>",
    "<ul><li>One</li><li>Two<ul><li>Deeper</li></ul></li></ul>",
    "<blockquote>Said one.</blockquote>",
    "<p>A line<br/>and another<br/>one.</p>",
    "<p>  Much   blank\n space. </p><p></p><p>می‌رفت آرام</p>",
]


FROM_MANUSCRIPTS = {
    "<p>A line<br>and another.</p>": "<p>A line<br/>and another.</p>",
    "<blockquote><p>Said <b>one</b>.</p>\n<p>Said two.</p></blockquote><p>After.</p>": (
        "<blockquote>Said <b>one</b>.</blockquote><blockquote>Said two.</blockquote><p>After.</p>"
    ),
    "<blockquote>Bare</blockquote>": "<blockquote>Bare</blockquote>",
    "<ol>\n<li><p>One</p></li>\n<li><p>Two</p>\n<p>more</p></li>\n</ol>": (
        "<ol><li>One</li><li>Two<br/>more</li></ol>"
    ),
    "<ul><li>One<ul><li>Deeper</li></ul></li></ul>": (
        "<ul><li>One<ul><li>Deeper</li></ul></li></ul>"
    ),
    "<ul><li><p>One</p><ul><li><p>Deeper</p></li></ul><p>behind</p></li></ul>": (
        "<ul><li>One<ul><li>Deeper</li></ul></li><li>behind</li></ul>"
    ),
    "<blockquote><p>Said:</p><ul><li>a list</li></ul></blockquote>": (
        "<blockquote>Said:</blockquote><ul><li>a list</li></ul>"
    ),
    "<ul><li><blockquote><p>Said</p></blockquote></li></ul>": "<ul><li>Said</li></ul>",
    "<h2>Big</h2><h5>Small</h5><hr><p>Text</p>": "<h3>Big</h3><h4>Small</h4><p>Text</p>",
    "Bare <i>words</i>": "<p>Bare <i>words</i></p>",
    '<p><strong>A</strong> <a href="https://a.example/">link</a></p>': (
        '<p><strong>A</strong> <a href="https://a.example/">link</a></p>'
    ),
}


def edited(html: str) -> str:
    """Return html as the editor writes it when nothing was changed."""
    converter = ContentstateConverter(features=TEXT_FEATURES)
    return converter.to_database_format(converter.from_database_format(html))


@pytest.mark.parametrize("html", SPELLINGS)
def test_an_untouched_text_is_the_same_after_the_editor(html):
    assert edited(html) != html
    assert paragraphs_of(edited(html)) == paragraphs_of(html)


@pytest.mark.parametrize(("html", "shaped"), FROM_MANUSCRIPTS.items())
def test_a_manuscripts_text_takes_the_shape_that_the_editor_keeps(html, shaped):
    assert editable(html) == shaped
    assert paragraphs_of(edited(shaped)) == paragraphs_of(shaped)


INLINE = st.sampled_from(["river", "<b>bridge</b>", "<i>a <b>c</b></i>", "[1]", "x<br>y", "&amp;"])
LINES = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
PARAGRAPHS = LINES.map(lambda line: f"<p>{line}</p>")
ITEMS = st.recursive(
    LINES | st.lists(PARAGRAPHS, min_size=1, max_size=2).map("\n".join),
    lambda inner: st.tuples(inner, st.sampled_from(["ul", "ol"])).map(
        lambda made: f"{made[0]}<{made[1]}>\n<li>{made[0]}</li>\n</{made[1]}>"
    ),
    max_leaves=3,
)
LISTS = st.lists(ITEMS.map(lambda item: f"<li>{item}</li>"), min_size=1, max_size=3).map(
    lambda items: f"<ul>{''.join(items)}</ul>"
)
QUOTATIONS = st.lists(PARAGRAPHS | LISTS, min_size=1, max_size=3).map(
    lambda parts: f"<blockquote>{''.join(parts)}</blockquote>"
)
TEXTS = st.lists(
    PARAGRAPHS | LISTS | QUOTATIONS | LINES.map(lambda line: f"<h3>{line}</h3>"), max_size=5
).map("\n".join)


def bare_words(html: str) -> list[str]:
    return re.sub(r"<[^>]*>", " ", html).split()


@given(html=TEXTS)
def test_no_word_is_lost_and_the_editor_changes_nothing_more(html):
    shaped = editable(html)

    assert bare_words(shaped) == bare_words(html)
    assert editable(shaped) == shaped
    assert paragraphs_of(edited(shaped)) == paragraphs_of(shaped)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>A word.</p>", "<p>A <b>word</b>.</p>"),
        ("<p>A word.</p>", "<h3>A word.</h3>"),
        ("<p>A word.</p>", "<p>A</p><p>word.</p>"),
        ("<ul><li>A</li></ul>", "<ol><li>A</li></ol>"),
        ('<p><a href="https://a.example/">A</a></p>', '<p><a href="https://b.example/">A</a></p>'),
        ("<p><b>A</b> word, a word</p>", "<p>A word, <b>a</b> word</p>"),
    ],
)
def test_what_a_visitor_would_see_is_a_difference(one, other):
    assert paragraphs_of(one) != paragraphs_of(other)


def test_ids_and_empty_fields_are_no_content():
    plain = {"type": "text", "id": "1", "value": {"text": "<p>A</p>", "notes": []}}
    saved = {
        "type": "text",
        "id": "2",
        "value": {"text": '<p data-block-key="x1">A</p>', "notes": [], "more": ""},
    }

    assert canonical_block(plain) == canonical_block(saved)


def test_notes_pictures_and_their_order_are_content():
    def block(*remarks: str):
        notes = [{"type": "item", "id": "x", "value": {"remark": each}} for each in remarks]
        return {"type": "text", "id": "1", "value": {"text": "<p>A</p>", "notes": notes}}

    assert canonical_block(block("one", "two")) != canonical_block(block("two", "one"))


def test_relations_are_compared_without_their_bookkeeping():
    stored = [{"pk": 7, "sort_order": 0, "page": 3, "moment": 5}]

    assert canonical("moments", stored) == canonical("moments", [{"moment": 5}])


def test_a_digest_is_the_same_whatever_the_order_of_keys():
    assert digest_of({"a": 1, "б": [2]}) == digest_of({"б": [2], "a": 1})
