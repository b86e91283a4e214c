"""Which way a language is written, and which language a text seems to be in."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

_RIGHT_TO_LEFT_SCRIPTS = frozenset({
    "adlm", "arab", "aran", "armi", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc",
    "syrj", "syrn", "thaa", "yezi",
})  # fmt: skip

# Usual script of a language where that script runs right to left (CLDR likely subtags);
# "xx-YY" overrides "xx". Every language not named here is written left to right.
_USUAL_SCRIPT = {
    "ar": "arab", "arc": "armi", "arz": "arab", "apc": "arab", "azb": "arab", "bal": "arab",
    "bgn": "arab", "ckb": "arab", "dv": "thaa", "fa": "arab", "glk": "arab", "haz": "arab",
    "he": "hebr", "iw": "hebr", "khw": "arab", "ks": "arab", "lki": "arab", "lrc": "arab",
    "mzn": "arab", "nqo": "nkoo", "pbt": "arab", "pbu": "arab", "pnb": "arab", "prs": "arab",
    "ps": "arab", "pst": "arab", "sd": "arab", "sdh": "arab", "skr": "arab", "syr": "syrc",
    "ug": "arab", "ur": "arab", "yi": "hebr", "ji": "hebr",
    "az-iq": "arab", "az-ir": "arab", "kk-af": "arab", "kk-cn": "arab", "kk-ir": "arab",
    "ku-iq": "arab", "ku-ir": "arab", "ky-cn": "arab", "mn-ir": "arab", "ms-cc": "arab",
    "pa-pk": "arab", "tg-pk": "arab", "tk-af": "arab", "tk-ir": "arab", "uz-af": "arab",
    "sd-in": "deva", "ks-in": "arab",
}  # fmt: skip

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_NAME_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]|[Ѐ-ӿ]|[֐-׿]|[؀-ۿ]")
_ONLY_PERSIAN = re.compile("[پچژگکی]")


def direction_of(language_tag: str) -> str:
    """Return ``"rtl"`` or ``"ltr"`` for a BCP 47 tag, from the script the language is written in.

    A script in the tag decides (``az-Arab``); otherwise the language's usual script does, in
    that country if it differs there (``uz-AF``). Unknown or empty tags are ``"ltr"``.
    """
    parts = language_tag.replace("_", "-").lower().split("-")
    for part in parts[1:]:
        if len(part) == 1:  # extensions and private use say nothing about the script
            break
        if len(part) == 4 and part.isalpha():
            return "rtl" if part in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    region = next((part for part in parts[1:] if len(part) == 2), "")
    script = _USUAL_SCRIPT.get(f"{parts[0]}-{region}") or _USUAL_SCRIPT.get(parts[0], "latn")
    return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"


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
