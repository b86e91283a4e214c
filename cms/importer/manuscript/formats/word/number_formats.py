"""A list's number as it is written: 3, III, c, third."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
          (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_LARGEST_ROMAN = 3999
_MOST_LETTERS = 30

UNNUMBERED = frozenset({"bullet", "none"})


def written(number: int, kind: str) -> str:
    """Return ``number`` in one of Word's number formats; an unknown one is decimal."""
    return _WRITERS.get(kind, str)(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    shown = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        shown += letters * count
    return shown


def _letter(number: int, alphabet: str) -> str:
    """a to z, then aa, bb…, as Word counts."""
    if not 0 < number <= len(alphabet) * _MOST_LETTERS:
        return str(number)
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (times + 1)


def _word(number: int, words: list[str]) -> str:
    return words[number].capitalize() if 0 <= number < len(words) else str(number)


def _ordinal_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_WRITERS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letter(number, _LATIN).upper(),
    "lowerLetter": lambda number: _letter(number, _LATIN),
    "russianUpper": lambda number: _letter(number, _RUSSIAN).upper(),
    "russianLower": lambda number: _letter(number, _RUSSIAN),
    "arabicAlpha": lambda number: _letter(number, _ARABIC),
    "arabicAbjad": lambda number: _letter(number, _ABJAD),
    "hebrew2": lambda number: _letter(number, _HEBREW),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": lambda number: f"{number}{_ordinal_ending(number)}",
    "cardinalText": lambda number: _word(number, _CARDINALS),
    "ordinalText": lambda number: _word(number, _ORDINALS),
    "hindiNumbers": lambda number: str(number).translate(_ARABIC_DIGITS),
    "persianDigits": lambda number: str(number).translate(_PERSIAN_DIGITS),
    "none": lambda number: "",
    "bullet": lambda number: "",
}
