"""What a drawing may be made of. Anything else is left out, or refused if it would be missed."""

# A chart, map or diagram needs no more, and none of these can run, load or hide anything.
_ELEMENTS = """
    svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker clipPath
    pattern linearGradient radialGradient stop
"""


# Left out without a word: programs write them for themselves and no reader sees them.
UNSEEN = frozenset({"metadata", "view", "cursor"})

# Why a visible element is refused, and what to do instead.
REFUSED = {
    "script": "It holds a script. Save the drawing without scripts.",
    "style": (
        "It holds a <style> sheet, which could change the page round it. Save it with "
        "presentation attributes (in Illustrator: Styling; in Inkscape: “Optimised SVG”)."
    ),
    "foreignObject": "It holds a web page inside (<foreignObject>). Turn that text into SVG text.",
    "image": "It holds a picture inside (<image>). Upload the picture by itself.",
    "a": "It holds a link (<a>). Put the link in the text of the chapter.",
}

_GEOMETRY = """
    x y x1 y1 x2 y2 cx cy r rx ry d points dx dy rotate width height pathLength
    transform viewBox preserveAspectRatio
"""
_LOOKS = """
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color vector-effect paint-order
    visibility display clip-path clip-rule marker-start marker-mid marker-end shape-rendering
    stop-color stop-opacity
"""
_LETTERING = """
    font-family font-size font-style font-weight font-variant font-stretch letter-spacing
    word-spacing text-anchor text-decoration text-rendering textLength lengthAdjust
    dominant-baseline alignment-baseline baseline-shift direction unicode-bidi writing-mode
"""
_DEFINITIONS = """
    markerWidth markerHeight markerUnits refX refY orient clipPathUnits patternUnits
    patternContentUnits patternTransform gradientUnits gradientTransform spreadMethod offset fx fy
"""
_WORDS = "id class role lang"

ELEMENTS = frozenset(_ELEMENTS.split())
PROPERTIES = frozenset((_LOOKS + _LETTERING).split())
ATTRIBUTES = PROPERTIES | frozenset((_GEOMETRY + _DEFINITIONS + _WORDS).split())

# Only these may point at another part of the drawing.
REFERRING = frozenset({"linearGradient", "radialGradient", "pattern"})
