"""Which way a language is written, and which language a text seems to be in."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

from exhibit.languages import direction_of

__all__ = ["direction_of", "guess_language", "is_language_tag", "language_of_name"]

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_NAME_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]|[Ѐ-ӿ]|[֐-׿]|[؀-ۿ]")
_ONLY_PERSIAN = re.compile("[پچژگکی]")


def language_of_name(name: str) -> str | None:
    """Return the language in a file name such as ``manuscript.fa-AF.md``, or None."""
    middle = PurePosixPath(name.replace("\\", "/")).name.split(".")[1:-1]
    if middle and _NAME_TAG.fullmatch(middle[-1]):
        return middle[-1]
    return None


def is_language_tag(value: str) -> bool:
    return _TAG.fullmatch(value) is not None


def guess_language(text: str) -> str:
    """Guess from the letters of the first pages: ``en``, ``ru``, ``uk``, ``he``, ``fa``, ``ar``.

    Letters can't tell Dari from Iranian Persian, nor English from French; who knows better
    passes the language to the parser.
    """
    sample = text[:20_000]
    scripts = Counter(
        "latin"
        if letter < "Ѐ"
        else "cyrillic"
        if letter < "֐"
        else "hebrew"
        if letter < "؀"
        else "arabic"
        for letter in _LETTERS.findall(sample)
    )
    script = scripts.most_common(1)[0][0] if scripts else "latin"
    if script == "cyrillic":
        return "uk" if re.search("[їєґ]", sample, re.IGNORECASE) else "ru"
    if script == "arabic":
        return "fa" if _ONLY_PERSIAN.search(sample) else "ar"
    return "he" if script == "hebrew" else "en"
