"""Whatever stands in a page, nothing in it leads off the kiosk."""

import re
from html.parser import HTMLParser

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from exhibit.kiosk.bounds import Bounds
from exhibit.kiosk.codes import code_svg
from exhibit.kiosk.links import enclose
from exhibit.kiosk.sheet import Words

HOME = "/kiosk/road/en/"
BOUNDS = Bounds(
    origin="https://museum.example",
    here=f"{HOME}one/",
    start=HOME,
    starts=frozenset({HOME, "/kiosk/road/fa-af/"}),
    rooms=frozenset({"one/", "two/", "map/"}),
    web="/road/",
)
WORDS = Words(heading="On your own phone", advice="Point your camera.")


def enclosed(html: str) -> str:
    return enclose(html, BOUNDS, WORDS)


class Found(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    @property
    def addresses(self) -> list[str]:
        return [attrs["href"] for _tag, attrs in self.tags if attrs.get("href")]


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/road/never-heard-of/",
        "/kiosk/another/en/",
        "/kiosk/road/en/../../../admin/",
        "/kiosk/road/fa-af/../../../admin/",
        "/kiosk/road/en/search/?q=x",
        "../../../admin/",
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "blob:https://museum.example/1",
        "file:///etc/passwd",
        "view-source:https://evil.example/",
        "https://evil.example/",
        "//evil.example/",
        "\\\\evil.example/",
        "/\\evil.example/",
        "https:evil.example",
        "https://museum.example@evil.example/",
        "https://museum.example.evil.example/",
        "http://museum.example/kiosk/road/en/one/",
        "https://museum.example:8443/kiosk/road/en/one/",
        "mailto:guide@museum.example",
        "tel:+998761234567",
    ],
)
def test_an_address_off_the_kiosk_leaves_its_words_and_no_link(address):
    html = enclosed(f'<p>See <a href="{address}">the report</a>.</p>')

    assert Found(html).addresses == []
    assert "the report" in html


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/kiosk/road/en/two/", "/kiosk/road/en/two/"),
        ("/kiosk/road/en/", "/kiosk/road/en/"),
        ("/kiosk/road/en/contents/", "/kiosk/road/en/contents/"),
        ("/kiosk/road/fa-af/any-name/", "/kiosk/road/fa-af/any-name/"),
        ("https://museum.example/kiosk/road/en/map/#place-termez", f"{HOME}map/#place-termez"),
        ("/road/two/", "/kiosk/road/en/two/"),
        ("/road/two/#note-1", "/kiosk/road/en/two/#note-1"),
        ("/road/", "/kiosk/road/en/contents/"),
        ("../two/?from=here", "/kiosk/road/en/two/"),
        ("#note-1", "#note-1"),
    ],
)
def test_an_address_of_the_exhibit_leads_to_its_kiosk_page(address, leads_to):
    html = enclosed(f'<a href="{address}" target="_blank" rel="external">On</a>')

    assert Found(html).addresses == [leads_to]
    assert "_blank" not in html


@pytest.mark.parametrize(
    "html",
    [
        '<form action="/search/"><input name="q"><button>Go</button></form>',
        '<iframe src="https://evil.example/"></iframe>',
        '<iframe srcdoc="<a href=https://evil.example/>x</a>"></iframe>',
        '<object data="https://evil.example/"><a href="https://evil.example">x</a></object>',
        '<embed src="https://evil.example/">',
        "<script>location='https://evil.example/'</script>",
        "<style>@import url(https://evil.example/)</style>",
        '<base href="https://evil.example/">',
        '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        '<link rel="prerender" href="https://evil.example/">',
        '<noscript><a href="https://evil.example/">x</a></noscript>',
        '<template><a href="https://evil.example/">x</a></template>',
        '<math><maction xlink:href="https://evil.example/">x</maction></math>',
        '<a href="/uploads/report.pdf" download>Download the report</a>',
        '<textarea></textarea><select><option></select><input type="file">',
        "<!-- a comment --><?php evil ?>",
    ],
)
def test_what_loads_sends_or_hides_something_goes_with_all_it_holds(html):
    assert enclosed(f"<p>Before.</p>{html}<p>After.</p>") == "<p>Before.</p><p>After.</p>"


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="evil()"',
        "OnPointerDown='evil()'",
        'style="background:url(https://evil.example)"',
        'formaction="https://evil.example/"',
        'ping="https://evil.example/"',
        "contenteditable",
    ],
)
def test_an_attribute_that_acts_goes_and_its_element_stays(attribute):
    assert enclosed(f'<p class="kept" {attribute}>Words.</p>') == '<p class="kept">Words.</p>'


def test_a_link_in_a_drawing_or_at_a_notes_mark_is_too_small_for_a_hand():
    html = enclosed(
        '<svg viewBox="0 0 9 9"><a xlink:href="https://evil.example" class="map-marker" '
        'data-place="termez"><circle r="1"/></a></svg>'
        '<sup><a id="cited-1" href="#note-1" aria-label="Note 1">1</a></sup>'
    )

    assert Found(html).addresses == []
    assert '<g class="map-marker" data-place="termez"><circle r="1"/></g>' in html
    assert '<sup><span id="cited-1">1</span></sup>' in html


def test_a_mail_or_telephone_address_is_written_out_once():
    html = enclosed(
        '<a href="mailto:guide@museum.example?subject=Hello">Write to us</a>, '
        '<a href="tel:+44123">+44123</a>'
    )

    assert html == "Write to us (guide@museum.example), +44123"


def test_an_outside_link_becomes_words_a_mark_and_a_code():
    html = enclosed(
        '<main><p><a href="https://un.example/a?b=1&amp;c=2">the <em>mandate</em></a></p>'
        "<div data-elsewhere></div><p>End.</p></main>"
    )

    words, sheet, end = re.split(r"(<section .*</section>)", html)
    assert "the <em>mandate</em></span>\u2060<sup" in words
    assert "On your own phone" in sheet
    assert "un.example/<wbr>a?b=1&amp;c=2" in sheet
    assert modules_in(sheet) == modules_of("https://un.example/a?b=1&c=2")
    assert end.endswith("<p>End.</p></main>")


def test_the_same_address_has_one_number_and_one_code():
    link = '<a href="https://un.example/">UN</a>'

    html = enclosed(f"<p>{link} and {link} and <a href='https://other.example'>other</a></p>")

    assert html.count("code__drawing") == 2
    assert re.findall(r'elsewhere-mark">(\d)', html) == ["1", "1", "2"]


def test_a_code_can_stand_beside_its_link_instead_of_at_the_end():
    html = enclosed('<a href="https://un.example/" data-code>UN</a><p>After.</p>')

    assert html.index("code__drawing") < html.index("After.")
    assert "On your own phone" not in html


def test_a_page_without_outside_links_gets_no_sheet():
    assert enclosed("<p>Words.</p><div data-elsewhere></div>").count("<section") == 0


def test_films_offer_no_download_and_leave_no_page():
    html = enclosed('<video src="/a.mp4" controls></video>')

    assert "nodownload" in html
    assert "disablepictureinpicture" in html


def test_text_and_entities_come_through_as_they_were():
    html = "<p>1 &lt; 2 &amp; «три»&nbsp;— ۱۲۳ &#8212; <bdi>x</bdi><br>y</p>"

    assert enclosed(html) == html


@given(st.text(alphabet="<>/ab =\"'&;:#!-hrefsvgon\\\t\n", max_size=60))
def test_no_soup_of_markup_holds_a_link_that_leads_off(soup):
    html = enclosed(f'{soup}<a href="https://evil.example/">x</a>')

    for address in Found(html).addresses:
        assert address.startswith(("#", "/kiosk/road/"))


def test_a_code_decodes_to_its_address():
    address = "https://museum.example/fa-af/the-road-out/how-an-army-leaves/"

    assert modules_in(code_svg(address)) == modules_of(address)


def modules_of(address: str) -> list[list[bool]]:
    """Return the dark modules of an address's code, as the standard makes them."""
    return [
        [bool(module) for module in row]
        for row in segno.make(address, micro=False, error="m").matrix
    ]


def modules_in(svg: str, border: int = 4) -> list[list[bool]]:
    """Read the dark modules off a drawn code, line by line."""
    size = int(re.search(r'viewBox="0 0 (\d+) ', svg, re.IGNORECASE).group(1)) - 2 * border
    drawn = [[False] * size for _ in range(size)]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", re.search(r' d="([^"]+)"', svg)[1]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "M":
            x, y = values
        elif command == "m":
            x, y = x + values[0], y + values[1]
        else:
            for column in range(int(x), int(x + values[0])):
                drawn[int(y) - border][column - border] = True
            x += values[0]
    return drawn
