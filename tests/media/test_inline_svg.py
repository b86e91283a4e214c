"""Only a harmless drawing may stand inside a page."""

import pytest

from media.inline_svg import MAX_BYTES, inline_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4">{}</svg>'


def drawn(inside: str, *, alt: str = "A line"):
    return inline_svg(SVG.format(inside).encode(), alt=alt)


def test_a_drawing_stands_in_the_page_with_its_alternative_text():
    markup = drawn('<title>tip</title><path class="accent-line" d="M0 0h4"/>', alt="A < line")

    assert markup.startswith("<svg ")
    assert 'class="accent-line"' in markup
    assert 'aria-label="A &lt; line"' in markup
    assert "tip" not in markup
    assert 'width="4"' not in markup


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<path d="M0 0" onclick="1"/>',
        '<path d="M0 0" style="fill:red"/>',
        '<use href="https://elsewhere.example/x.svg#a"/>',
        '<path fill="url(https://elsewhere.example/)" d="M0 0"/>',
        "<foreignObject/>",
        '<a href="#x"/>',
        '<image href="#x"/>',
    ],
)
def test_what_could_act_or_reach_out_is_refused(inside):
    assert drawn(inside) is None


@pytest.mark.parametrize(
    "markup",
    [
        b"",
        b"not a drawing",
        b"<html/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"/>' + b" " * MAX_BYTES,
    ],
)
def test_other_files_are_refused(markup):
    assert inline_svg(markup, alt="") is None
