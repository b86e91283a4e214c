"""What kinds of tag there are, and which end others without an end tag."""

from __future__ import annotations

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
CELLS = frozenset({"td", "th", "caption"})
TABLE_PARTS = frozenset({"thead", "tbody", "tfoot", "tr"})
BLOCKS = (
    frozenset({
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address",
        "center", "details", "summary", "fieldset", "form", "li", "dl", "dt", "dd", "table",
        "blockquote", "figure", "figcaption", "pre", "hr", "body", "hgroup", "legend", "noscript",
        "option", "button",
    })
    | HEADINGS | LISTS | CELLS | TABLE_PARTS
)  # fmt: skip
FRAME = frozenset({"html", "head", "body"})
ENDS_PARAGRAPH = BLOCKS - {"noscript", "option", "button"}
VOID = frozenset({
    "br", "hr", "img", "image", "input", "meta", "link", "base", "col", "wbr", "area", "embed",
    "source", "track", "param", "frame", "keygen", "bgsound", "basefont", "colgroup",
})  # fmt: skip
# What a start tag ends: another of these, unless one of the second is nearer.
ENDS = {
    "li": (frozenset({"li"}), LISTS | CELLS | {"blockquote"}),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"}) | CELLS),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"}) | CELLS),
    "td": (CELLS, frozenset({"table"})),
    "th": (CELLS, frozenset({"table"})),
    "tr": (CELLS | {"tr"}, frozenset({"table"})),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"), (CELLS | TABLE_PARTS, frozenset({"table"}))
    ),
    "option": (frozenset({"option"}), frozenset()),
}  # fmt: skip
