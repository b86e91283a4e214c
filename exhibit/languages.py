"""What follows from a language tag. Pure: no Django.

Direction comes from the script a language is written in: the script named in the tag
(``uz-Arab``), else the one that the language and region are usually written in (Unicode CLDR,
“likely subtags”).
"""

_RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"}

_SCRIPT_OF_LANGUAGE = {
    "ar": "Arab", "arc": "Syrc", "bal": "Arab", "ckb": "Arab", "dv": "Thaa", "fa": "Arab",
    "ff-adlm": "Adlm", "glk": "Arab", "he": "Hebr", "ks": "Arab", "lrc": "Arab", "mzn": "Arab",
    "nqo": "Nkoo", "pnb": "Arab", "prs": "Arab", "ps": "Arab", "rhg": "Rohg", "sd": "Arab",
    "skr": "Arab", "syr": "Syrc", "ug": "Arab", "ur": "Arab", "yi": "Hebr",
    "pa-pk": "Arab", "uz-af": "Arab", "az-ir": "Arab", "ku-iq": "Arab", "ku-ir": "Arab",
    "ms-cc": "Arab", "tg-af": "Arab", "tk-af": "Arab", "ha-sd": "Arab", "kk-cn": "Arab",
}  # fmt: skip

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DIGITS_OF_LANGUAGE = {
    "fa": _PERSIAN_DIGITS, "prs": _PERSIAN_DIGITS, "ps": _PERSIAN_DIGITS, "ur": None,
    "ckb": _ARABIC_DIGITS, "ar": _ARABIC_DIGITS,
}  # fmt: skip


def script_of(tag: str) -> str:
    """Return the ISO 15924 code of a tag's script where it is written right to left, else "Latn".

    Only right-to-left scripts matter to the layout, so Cyrillic and others count as "Latn" here.
    """
    parts = tag.replace("_", "-").split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    language = parts[0].lower()
    regional = "-".join([language, *(part.lower() for part in parts[1:])])
    return _SCRIPT_OF_LANGUAGE.get(regional) or _SCRIPT_OF_LANGUAGE.get(language) or "Latn"


def direction_of(tag: str) -> str:
    """Return "rtl" or "ltr"."""
    return "rtl" if script_of(tag) in _RIGHT_TO_LEFT_SCRIPTS else "ltr"


def html_tag(tag: str) -> str:
    """Return the tag as BCP 47 recommends writing it: ``fa-af`` becomes ``fa-AF``."""
    first, *rest = tag.replace("_", "-").split("-")
    styled = [part.title() if len(part) == 4 else part.upper() for part in rest]
    return "-".join([first.lower(), *styled])


def localise_digits(text: str, tag: str) -> str:
    """Write the digits of ``text`` as the language writes them; other characters stay."""
    table = _DIGITS_OF_LANGUAGE.get(tag.split("-")[0].lower())
    return text.translate(table) if table else text
