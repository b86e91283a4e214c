"""What a drawing may hold, and what happens to the rest."""

from pathlib import Path

import pytest

from media.sanitise_svg import SvgRefused, sanitise

DEMO = Path(__file__).parents[2] / "cms" / "demo"


def svg(inside: str, **attributes: str) -> bytes:
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" {written}>{inside}</svg>'
    ).encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        '<html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(1)</html:script>',
        '<path onload="alert(1)" d="M0 0"/>',
        '<g ONCLICK="alert(1)"/>',
        '<g xmlns:e="http://www.w3.org/2001/xml-events" e:onclick="alert(1)"/>',
        "<style>path{fill:url(http://elsewhere.example/)}</style>",
        "<foreignObject><p>words</p></foreignObject>",
        '<image href="https://elsewhere.example/a.png"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/png;base64,AA"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<use href="https://elsewhere.example/a.svg#b"/>',
        '<use href="#b"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<filter><feImage/></filter>",
        '<path fill="url(https://elsewhere.example/#a)"/>',
        '<path fill="url( &quot;//elsewhere.example/#a&quot; )"/>',
        '<path style="fill: url(https://elsewhere.example/#a)"/>',
        r'<path fill="\75rl(https://elsewhere.example/)"/>',
        '<path fill="java&#10;script:alert(1)"/>',
        '<linearGradient href="https://elsewhere.example/a.svg#b"/>',
        "<iframe/>",
        "<svg/>",
        "<handler/>",
        "<g>" * 100 + "</g>" * 100,
        "<g/>" * 50_000,
    ],
)
def test_what_could_run_or_load_is_refused(inside):
    with pytest.raises(SvgRefused):
        sanitise(svg(inside))


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"words",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg viewBox='0 0 1 1'/>",
        b"<?xml version='1.0' encoding='nonsense'?>" + svg(""),
        b"<!DOCTYPE svg>" + svg(""),
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("&b;"),
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + svg(""),
        svg("").replace(b"0 0 40 20", b"0 0 0 0"),
        svg("").replace(b"0 0 40 20", b"0 0 -4 5"),
        svg("").replace(b"0 0 40 20", b"0 0 1e400 5"),
        svg("").replace(b"0 0 40 20", b"0 0 nan 5"),
        svg("").replace(b"0 0 40 20", b"words"),
        svg("<!-- " + "x" * 2_100_000 + " -->"),
    ],
)
def test_what_is_no_whole_drawing_is_refused(source):
    with pytest.raises(SvgRefused):
        sanitise(source)


@pytest.mark.parametrize(
    "inside",
    [
        "<metadata><x/></metadata>",
        '<g xmlns:i="http://www.inkscape.org/" i:label="a"/>',
        '<i:page xmlns:i="http://www.inkscape.org/"/>',
        '<g data-kiosk-reset="" tabindex="0" autofocus=""/>',
        "<!-- a note of the draughtsman -->",
        "<?php echo 1 ?>",
        "<desc><g/></desc>",
    ],
)
def test_what_nobody_sees_is_left_out(inside):
    assert sanitise(svg(f"{inside}<path/>")) in {
        svg("<path />").replace(b" >", b">"),
        b'<svg viewBox="0 0 40 20" xmlns="http://www.w3.org/2000/svg"><path /></svg>',
        b'<svg viewBox="0 0 40 20" xmlns="http://www.w3.org/2000/svg"><g /><path /></svg>',
        b'<svg viewBox="0 0 40 20" xmlns="http://www.w3.org/2000/svg"><desc /><path /></svg>',
    }


def test_words_that_html_would_read_as_markup_stay_words():
    kept = sanitise(svg("<title><![CDATA[<img src=x onerror=alert(1)>]]></title>"))
    assert b"<img" not in kept
    assert b"&lt;img" in kept


def test_what_the_theme_and_the_language_need_is_kept():
    source = svg(
        '<title id="t">Titel</title><text class="label" x="1" y="2" direction="rtl" '
        'unicode-bidi="embed" text-anchor="end" font-family="Vazirmatn, sans-serif">کابل'
        '<tspan dx="1">۲</tspan></text><path class="accent-fill" fill="#0b5d63" d="M0 0h9"/>'
        '<marker id="m"><path/></marker><path marker-end="url(#m)"/>',
        role="img",
        lang="fa-AF",
        **{"aria-labelledby": "t"},
    )
    assert sanitise(source) == source


def test_a_style_attribute_becomes_what_it_says():
    kept = sanitise(svg('<path fill="blue" style="fill:#fff; stroke-width: 2; -x-y: z"/>'))
    assert b"style" not in kept
    assert b'fill="#fff"' in kept
    assert b'stroke-width="2"' in kept


def test_a_size_without_view_box_becomes_one():
    kept = sanitise(b'<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="20"/>')
    assert kept == b'<svg viewBox="0 0 30 20" xmlns="http://www.w3.org/2000/svg" />'


def test_cleaning_twice_changes_nothing():
    once = sanitise(svg('<metadata/><path style="fill:red"/>words<!-- x -->'))
    assert sanitise(once) == once


def test_other_encodings_come_out_as_utf8():
    source = svg("<text>мост</text>").decode()
    declared = f'<?xml version="1.0" encoding="windows-1251"?>{source}'.encode("cp1251")
    assert "мост".encode() in sanitise(declared)
    assert "мост".encode() in sanitise(source.encode("utf-16"))


@pytest.mark.parametrize("drawing", sorted(DEMO.rglob("*.svg")), ids=lambda path: path.name)
def test_the_demos_drawings_keep_to_the_rules(drawing):
    assert sanitise(drawing.read_bytes()) == drawing.read_bytes()
