"""Comparing titles and numbers as people do: case, punctuation, digits and joiners aside."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_SAME_LETTER = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "ۀ": "ه", "ё": "е", "\u200c": " "})
_NOT_WORD = re.compile(r"[\W_]+")
_DIGITS = {ord(digit): str(value) for zero in "٠۰" for value, digit in enumerate(
    chr(ord(zero) + step) for step in range(10)
)}  # fmt: skip
_LONGEST_COMPARED = 200


def ascii_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as ASCII digits; everything else unchanged."""
    return text if text.isascii() else text.translate(_DIGITS)


def folded(title: str) -> str:
    """A title's bare words, for comparison only."""
    if title.isascii():
        return _NOT_WORD.sub(" ", title.casefold()).strip()
    text = unicodedata.normalize("NFKC", ascii_digits(title)).casefold().translate(_SAME_LETTER)
    return _NOT_WORD.sub(" ", text).strip()


def similarity(first: str, second: str) -> float:
    """How alike two folded titles are, 0 to 1."""
    if first == second:
        return 1.0
    pair = SequenceMatcher(None, first[:_LONGEST_COMPARED], second[:_LONGEST_COMPARED])
    return pair.ratio() if pair.quick_ratio() > 0.6 else 0.0
