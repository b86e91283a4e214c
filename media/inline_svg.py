"""Decide whether an SVG may stand inside a page, where it takes the theme's colours.

Uploads are sanitised when they arrive; this looks again, because what stands inline speaks with
the page's own voice. What it does not know it refuses, and the caller shows an image instead.
Pure: no Django.
"""

import re
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    {
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "textPath", "title", "desc"),
        *("defs", "marker", "clipPath", "pattern", "symbol", "use"),
    }
)
# A larger drawing would outweigh its page; it is fetched on its own, and kept by the browser.
MAX_BYTES = 130_000
_REFERENCE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)

register_namespace("", _SVG)


def inline_svg(markup: bytes, *, alt: str) -> str | None:
    """Return the drawing as an ``<svg>`` element that says ``alt``, or None when it may not."""
    if len(markup) > MAX_BYTES:
        return None
    try:
        root = fromstring(markup, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    if root.tag != f"{{{_SVG}}}svg" or not all(_is_harmless(part) for part in root.iter()):
        return None
    # The page says what the drawing shows; its own title would appear as a tool tip.
    for title in root.findall(f"{{{_SVG}}}title"):
        root.remove(title)
    for name in ("aria-labelledby", "aria-describedby", "width", "height"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    root.set("focusable", "false")
    root.set("aria-label", alt)
    if not alt:
        root.set("aria-hidden", "true")
    return tostring(root, encoding="unicode")


def _is_harmless(part: Element) -> bool:
    if not isinstance(part.tag, str) or part.tag.removeprefix(f"{{{_SVG}}}") not in _ELEMENTS:
        return False
    return all(_is_harmless_attribute(name, value) for name, value in part.attrib.items())


def _is_harmless_attribute(name: str, value: str) -> bool:
    plain = name.rpartition("}")[2].lower()
    if plain.startswith("on") or plain == "style":
        return False
    if plain == "href":
        return value.startswith("#")
    return not _REFERENCE.search(value)
