"""Pages from strangers: what goes, what is said, and that nothing after it is lost."""

import base64
import io
from html.parser import HTMLParser

import pytest
from PIL import Image

from cms.importer.manuscript import parse_manuscript
from cms.importer.manuscript.bundle.opening import open_bundle
from tests.security.payloads import PAYLOADS

from .reading import codes, first_html, read

_ALLOWED = {
    "a", "blockquote", "br", "em", "figure", "h3", "h4", "img", "li", "ol", "p", "strong", "sub",
    "sup", "table", "tbody", "td", "tr", "ul", "figcaption", "thead", "th", "caption",
}  # fmt: skip


class _Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs


def picture(kind="PNG", size=(4, 4)):
    file = io.BytesIO()
    Image.new("RGB", size, "red").save(file, kind)
    return base64.b64encode(file.getvalue()).decode()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_comes_out_and_what_follows_stays(payload):
    outline = read(f"<p>Before {payload} </p><p>Following words.</p>")
    html = "".join(chapter.html for chapter in outline.chapters)
    seen = _Seen()
    seen.feed(html)
    assert seen.tags <= _ALLOWED
    assert {name for name, _ in seen.attributes} <= {"href", "src", "alt", "start", "scope"}
    assert not any(
        value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
        for _, value in seen.attributes
    )
    assert "Following words." in html
    assert outline.chapters[-1].html == "<p>After.</p>"


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("One <script>alert(1)</script>two", "<p>One two</p>"),
        ("<form action=x>Name <input value=y><button>Send</button></form>", "Name"),
        ("<iframe src='https://x.example'>words</iframe>Stay", "<p>Stay</p>"),
        ("<object data=x>Words in it</object>", "<p>Words in it</p>"),
        ("<svg><text>drawn</text></svg>Stay", "<p>Stay</p>"),
        ("<p onclick='x()'>Words</p>", "<p>Words</p>"),
        ("<video src=a.mp4>No film here</video>", "<p>No film here</p>"),
    ],
)
def test_code_goes_with_a_warning_and_words_stay(body, left):
    outline = read(body)
    assert left in outline.chapters[0].html
    assert set(codes(outline)) == {"unsafe_markup_removed"}
    assert "Nothing to do" in outline.warnings[0].message


@pytest.mark.parametrize(
    "opening",
    [
        "<script>", "<style>", "<!--", "<title>", "<textarea>", "<svg>", "<iframe>", "<template>",
        "<![CDATA[", "<?php", "<b", "<a href='x>y</a>", '<p class="x>', "<table><tr><td>", "<ul>",
        "<b><i>", "<blockquote>", "</div></body></html>", "<select><option>", "<noscript>",
    ],
)  # fmt: skip
def test_a_broken_tag_costs_no_more_than_itself(opening):
    outline = read(f"<p>Before.</p>{opening}<p>Between.</p><p class='y'>Further.</p>")
    assert [chapter.title for chapter in outline.chapters] == ["First", "Second"]
    html = outline.chapters[0].html
    assert [html.count(word) for word in ("Before.", "Between.", "Further.")] == [1, 1, 1]
    assert "After." in outline.chapters[1].html


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:x", "data:text/html,x",
        "file:///etc/passwd", "\\\\server\\share", "//evil.example/x", "vbscript:x", "page.html",
    ],
)  # fmt: skip
def test_unsafe_links_go_and_their_words_stay(href):
    outline = read(f"<p>Read <a href='{href}'>the words</a> now.</p>")
    assert outline.chapters[0].html == "<p>Read the words now.</p>"
    assert codes(outline) == ["unsafe_link_removed"]


def test_letters_that_turn_text_round_are_removed_however_they_are_written():
    assert first_html("a&#x202e;b&#8238;c&#0;d&#xFDD0;0&#xFDD1;e&zwnj;f") == (
        "<p>abc\ufffdd0e\u200cf</p>"
    )


def test_numbers_too_large_to_be_letters_do_no_harm():
    assert first_html(f"a&#{'9' * 5000};b&#x{'f' * 5000};c") == "<p>a\ufffdb\ufffdc</p>"


@pytest.mark.parametrize(
    "tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "span", "dl><dd"]
)
def test_ten_thousand_tags_in_each_other_are_read(tag):
    outline = read(f"<{tag}>" * 10_000 + "inmost")
    assert "inmost" in outline.chapters[0].html


def test_pictures_from_elsewhere_are_skipped_and_named():
    outline = read('<img src="https://example.org/a.png" alt="A">')
    assert codes(outline) == ["external_image_skipped"]
    assert outline.images == ()


def test_a_picture_without_words_is_told():
    assert codes(read('<img src="a.png">')) == ["image_missing_alt"]


@pytest.mark.parametrize(
    "src",
    [
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/png;base64,AAAA",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "data:,x",
    ],
)
def test_what_is_no_picture_is_not_taken_for_one(src):
    outline = read(f'<p>Words <img src="{src}" alt="A bridge"></p>')
    assert codes(outline) == ["image_rejected"]
    assert "A bridge" in outline.warnings[0].message
    assert outline.images == ()


def test_pictures_written_into_the_page_are_unpacked_beside_it(tmp_path):
    page = (
        f'<h1>1. One</h1><p><img src="data:image/png;base64,{picture()}" alt="Red"></p>'
        f'<p><img src="DATA:image/jpeg;base64,{picture("JPEG")}" alt="Also red"></p>'
    )
    (tmp_path / "manuscript.html").write_text(page)
    with open_bundle(tmp_path / "manuscript.html") as bundle:
        (outline,) = bundle.outlines()
        assert [image.alt for image in outline.images] == ["Red", "Also red"]
        found = [bundle.find(image.src) for image in outline.images]
        assert [path.suffix for path in found] == [".png", ".jpg"]
        assert "media_missing" not in codes(outline)


def test_a_page_of_nothing_but_tags_is_refused_in_one_sentence():
    outline = parse_manuscript("<p>" * 200_000, name="m.html")
    assert (outline.status, outline.error) == ("rejected", "too_large")
    assert outline.message == (
        "The page has more than 150,000 paragraphs, cells and line breaks, and no manuscript has "
        "so many. Import it in parts."
    )


def test_merged_cells_beyond_reason_are_read_as_plain_ones():
    html = first_html(
        "<table>" + "<tr><td rowspan=999 colspan=999>x</td><td>y</td></tr>" * 50 + "</table>"
    )
    assert (html.count(">x<"), html.count(">y<")) == (50, 50)
    assert html.count("<td>") < 50_000


def test_an_empty_page_is_said():
    assert codes(parse_manuscript("<html><body></body></html>", name="m.html")) == [
        "empty_document"
    ]
