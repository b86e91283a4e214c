"""Cut html of the parser's making between its top-level elements."""

from __future__ import annotations

import re
from itertools import pairwise

_TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>""", re.IGNORECASE)
_BLOCKS = frozenset({
    "aside", "blockquote", "dl", "figure", "h3", "h4", "ol", "p", "table", "ul",
})  # fmt: skip
_VOID = frozenset({"br", "img"})


def top_level(html: str) -> list[str]:
    """Return the paragraphs, lists, headings… of ``html``, in order.

    Words that stand in no element are a part of their own. Only white space is left out.
    """
    cuts = [0]
    depth = 0
    for tag in _TAG.finditer(html):
        closing, name = bool(tag.group(1)), tag.group(2).lower()
        if name in _VOID:
            continue
        if depth == 0 and not closing and name in _BLOCKS:
            cuts.append(tag.start())
        depth = max(0, depth - 1) if closing else depth + 1
        if depth == 0 and closing and name in _BLOCKS:
            cuts.append(tag.end())
    cuts.append(len(html))
    parts = (html[start:end].strip() for start, end in pairwise(cuts))
    return [part for part in parts if part]


def heading_level(html: str) -> int:
    """Return 3 or 4 for a lone sub-heading, 0 for anything else."""
    if html.startswith("<h3>") and html.endswith("</h3>"):
        return 3
    if html.startswith("<h4>") and html.endswith("</h4>"):
        return 4
    return 0
