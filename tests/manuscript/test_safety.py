"""Markup, links and pictures of strangers: what goes, what stays, and what is said about it."""

import re

import pytest

from cms.importer.manuscript import parse_manuscript

ALLOWED = {
    "a", "aside", "b", "blockquote", "br", "caption", "dd", "dl", "dt", "em", "figcaption",
    "figure", "h3", "h4", "i", "img", "li", "ol", "p", "strong", "sub", "sup", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def read(body, name="m.md"):
    return parse_manuscript(f"# T\n\n## 1. A\n\n{body}\n\n## 2. B\n\nAfter.\n", name=name)


def codes(outline):
    return [warning.code for warning in outline.warnings]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("One <script>alert(1)</script> two.", "<p>One  two.</p>"),
        ("One\n\n<script>\nalert(1)\n\nevil()\n</script>\n\ntwo.", "<p>One</p>\n<p>two.</p>"),
        ("One <b onclick='x()'>bold</b> two.", "<p>One <b>bold</b> two.</p>"),
        ("<div style='x'>\nWords\n</div>", "<p>Words\n</p>"),
        ("<iframe src='https://x.example'></iframe>Words", "<p>Words</p>"),
        ("Words <img src=x onerror=alert(1)> more", "<p>Words  more</p>"),
        ("<svg onload=alert(1)><circle/></svg>Words", "<p>Words</p>"),
        ("<style>p { color: red }</style>Words", "<p>Words</p>"),
    ],
)
def test_markup_goes_with_a_warning_and_words_stay(body, left):
    outline = read(body)
    assert re.sub(r"\n</p>", "</p>", outline.chapters[0].html) == left.replace("\n</p>", "</p>")
    assert set(codes(outline)) == {"unsafe_markup_removed"}
    assert outline.warnings[0].where in {"line 5", "line 7"}
    assert outline.chapters[1].html == "<p>After.</p>"


@pytest.mark.parametrize(
    "opening", ["<script>", "<!--", "<style>", "<textarea>", "<![CDATA[", "<?php"]
)
def test_an_unclosed_tag_does_not_swallow_what_follows(opening):
    outline = read(f"Before.\n\n{opening}\n\nBetween.")
    assert "Before." in outline.chapters[0].html
    assert "Between." in outline.chapters[0].html
    assert outline.chapters[1].html == "<p>After.</p>"


def test_comments_never_appear():
    outline = read("One <!-- secret --> two.\n\n<!-- secret\n\nsecret -->\n\nThree.")
    assert "secret" not in str(outline)
    assert "Three." in outline.chapters[0].html


def test_harmless_tags_stay():
    outline = read("H<sub>2</sub>O, 5 < 6 & 7 > 2, 1<sup>st</sup><br>line")
    assert outline.chapters[0].html == (
        "<p>H<sub>2</sub>O, 5 &lt; 6 &amp; 7 &gt; 2, 1<sup>st</sup><br>line</p>"
    )
    assert outline.warnings == ()


def test_html_in_plain_text_is_shown_as_it_is_written():
    outline = parse_manuscript(
        "T\n\n1. A\n\nSee <script>alert(1)</script>.\n\n2. B\n\nEnd of it.\n", name="m.txt"
    )
    assert outline.chapters[0].html == "<p>See &lt;script&gt;alert(1)&lt;/script&gt;.</p>"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "vbscript:x", "//evil.example/x", "\\\\server\\share", "page.html", "/admin/",
        "java&#115;cript:alert(1)", "&#x6a;avascript:x", "https:", "ftp://x.example/",
    ],
)  # fmt: skip
def test_unsafe_links_go_and_their_words_stay(href):
    outline = read(f"Read [the words](<{href}>) now.")
    assert outline.chapters[0].html == "<p>Read the words now.</p>"
    assert codes(outline) == ["unsafe_link_removed"]
    assert "line 5" in outline.warnings[0].where


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("http://example.org", "http://example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("#7", "#7"),
        ("#chapter-7", "#7"),
        ("#faq", "#faq"),
        ("https://www.google.com/url?q=https://example.org/x&sa=D", "https://example.org/x"),
    ],
)
def test_safe_links_stay(href, kept):
    outline = read(f"Read [the words]({href}) now.")
    assert outline.chapters[0].html == f'<p>Read <a href="{kept}">the words</a> now.</p>'
    assert outline.warnings == ()


def test_pictures_from_elsewhere_are_skipped_and_named():
    outline = read("![Alt](https://example.org/a.png)\n\n![Alt](data:image/png;base64,AAAA)")
    assert codes(outline) == ["external_image_skipped"] * 2
    assert "https://example.org/a.png" in outline.warnings[0].message
    assert outline.images == ()


@pytest.mark.parametrize(
    "src", ["../secret.png", "/etc/x.png", "images/../../x.png", "%2e%2e/x.png"]
)
def test_pictures_outside_the_bundle_are_refused(src):
    outline = read(f"![Alt]({src})")
    assert codes(outline) == ["image_rejected"]
    assert outline.images == ()


def test_a_picture_without_alternative_text_is_told():
    outline = read("![](images/a.png)")
    assert codes(outline) == ["image_missing_alt"]
    assert "images/a.png" in outline.warnings[0].message
    assert outline.images[0].src == "images/a.png"


def test_the_same_fault_on_every_line_is_told_fifty_times_and_counted():
    outline = read("\n\n".join(["<div>x</div>"] * 200))
    assert len(outline.warnings) == 51
    assert "150 more places" in outline.warnings[-1].message


@pytest.mark.parametrize(
    "body",
    [
        "<p><h1>x</h1><table><tr><td>y", ("| a | <b>b |\n|---|---|\n| "
        "<script> | [x](javascript:x) |"),
        "> <div>q\n> — <b>Who, *What*", '![a"onerror="x](images/a.png "c<script>")',
        "::: note\ntext: <script>x</script>\n:::", "::: key-figure\nnumber: <b>\ncounts: <i>\n:::",
        "[x]: javascript:y\n\n[x]", "<https://example.org/<script>>", '[a](https://x.example/"><script>)',
    ],
)  # fmt: skip
def test_only_allowed_tags_and_attributes_ever_come_out(body):
    outline = read(body)
    html = "".join(chapter.html for chapter in outline.chapters)
    for tag, attributes in re.findall(r"</?([a-z0-9]+)([^<>]*)>", html):
        assert tag in ALLOWED
        for name in re.findall(r'([a-zA-Z-]+)="[^"]*"', attributes):
            assert name in {"href", "src", "alt", "start", "scope", "data-block"}
    assert "javascript:" not in html
    assert outline.chapters[1].html == "<p>After.</p>"


def test_the_words_of_a_skipped_picture_are_kept():
    outline = read('See ![the old bridge](https://example.org/a.png "In 1911.") there.')
    assert outline.chapters[0].html == "<p>See In 1911. there.</p>"
    assert "(its alternative text: “the old bridge”)" in outline.warnings[0].message


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<table><tr><td>one</td><td>two</td></tr></table>", "one two"),
        ("<details><summary>More</summary>Words.</details>", "More Words."),
        ('A <img src="a.png" alt="bridge &amp; ford"> here.', "A bridge &amp; ford here."),
        ("half<span>way</span>", "halfway"),
    ],
)
def test_words_of_removed_tags_are_neither_lost_nor_glued(html, words):
    outline = read(html)
    assert " ".join(outline.chapters[0].html.split()) == f"<p>{words}</p>"
    assert set(codes(outline)) == {"unsafe_markup_removed"}
