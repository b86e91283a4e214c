"""How the lines of a text make paragraphs: hard-wrapped prose, or one paragraph a line.

Word and many other programs save plain text with each paragraph on one line and nothing between
them; typewriter-like text breaks its lines at a width and leaves a blank line between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# Hard-wrapped text is set to a width that fits a screen or a page.
_WIDEST_WRAPPED = 120
# Of the lines with words, how many may stand before a blank one.
_FEW_BREAKS = 0.1
# What a full line of wrapped text takes up of the width: the next word did not fit.
_FULL_LINE = 0.75
_LONGEST_UNDERLINED = 120
_RULE = re.compile(r"(?:[-=_*~#•·—–] ?){3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_CLOSES_SENTENCE = (".", "!", "?", "؟", "…", ":", ".”", ".»", '."', ")")


def is_paragraph_per_line(lines: Sequence[str]) -> bool:
    """Whether every line of this text is a paragraph of its own.

    So it is where most of the words stand in lines longer than anybody wraps, and where a text
    without blank lines does not look wrapped.
    """
    widths = [len(line.rstrip()) for line in lines if line.strip()]
    if not widths:
        return False
    long = sum(width for width in widths if width > _WIDEST_WRAPPED)
    if 2 * long > sum(widths):
        return True
    breaks = sum(bool(first.strip() and not second.strip()) for first, second in pairwise(lines))
    return breaks <= 1 + _FEW_BREAKS * len(widths) and not _is_wrapped(lines)


def is_underlined(lines: Sequence[str]) -> bool:
    """Whether the first line is a title with a line of = or - drawn under it."""
    if len(lines) < 2 or not _UNDERLINE.fullmatch(lines[1].strip()):
        return False
    title = lines[0].strip()
    return 0 < len(title) <= _LONGEST_UNDERLINED and not title.endswith(_CLOSES_SENTENCE)


def without_rules(lines: Sequence[str]) -> list[str]:
    """The lines with every drawn one blank, except those that underline a title."""
    kept: list[str] = []
    for line in lines:
        if _RULE.fullmatch(line.strip()):
            begins = len(kept) < 2 or not kept[-2].strip()
            underlines = bool(kept) and begins and is_underlined((kept[-1], line))
            kept.append(line if underlines else "")
        else:
            kept.append(line)
    return kept


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether most lines that others follow are full and break off inside a sentence."""
    together = [
        first.rstrip() for first, second in pairwise(lines) if first.strip() and second.strip()
    ]
    width = max(map(len, together), default=0)
    broken = sum(
        len(line) >= _FULL_LINE * width and not line.endswith(_CLOSES_SENTENCE) for line in together
    )
    return 2 * broken > len(together)
