"""Codes that a visitor's own telephone reads. Pure: no Django."""

from html import escape

import segno

# The standard asks for four modules of quiet ground round a code.
_QUIET_MODULES = 4


def code_svg(address: str) -> str:
    """Return the QR code of an address as inline SVG, black on nothing; it wants a white ground.

    Its size comes from the stylesheet. Screen readers are given the address beside it instead.
    """
    drawn = segno.make(address, micro=False, error="m").svg_inline(
        border=_QUIET_MODULES, omitsize=True, svgclass="code__drawing", lineclass=None
    )
    return drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def shown(address: str) -> str:
    """Return an address as people read it, as HTML: no scheme, and lines break behind a slash."""
    plain = address.split("://", 1)[-1].rstrip("/")
    return escape(plain).replace("/", "/<wbr>")
