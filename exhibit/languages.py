"""What follows from a language tag. Pure: no Django.

Direction comes from the script a language is written in: the script named in the tag
(``uz-Arab``), else the one that the language and region are usually written in (Unicode CLDR,
“likely subtags”).
"""

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

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DIGITS_OF_LANGUAGE = {
    "fa": _PERSIAN_DIGITS, "prs": _PERSIAN_DIGITS, "ps": _PERSIAN_DIGITS, "ur": None,
    "ckb": _ARABIC_DIGITS, "ar": _ARABIC_DIGITS,
}  # fmt: skip


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


def html_tag(tag: str) -> str:
    """Return the tag as BCP 47 recommends writing it: ``fa-af`` becomes ``fa-AF``."""
    first, *rest = tag.replace("_", "-").split("-")
    styled = [part.title() if len(part) == 4 else part.upper() for part in rest]
    return "-".join([first.lower(), *styled])


def localise_digits(text: str, tag: str) -> str:
    """Write the digits of ``text`` as the language writes them; other characters stay."""
    table = _DIGITS_OF_LANGUAGE.get(tag.split("-")[0].lower())
    return text.translate(table) if table else text
