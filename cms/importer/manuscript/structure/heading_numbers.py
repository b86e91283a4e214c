"""The number in a chapter's title: ``3.``, ``3)``, ``III.``, ``Chapter 3:``, ``فصل ۳:``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cms.importer.manuscript.wording import ascii_digits

# "1911. The year the line was begun" is a title about a year, not chapter 1911.
LARGEST_CHAPTER_NUMBER = 300

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_WORD_NUMBERS = {
    word: value
    for words in (
        _ENGLISH,
        "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая "
        "одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая "
        "семнадцатая восемнадцатая девятнадцатая двадцатая",
        "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم "
        "شانزدهم هفدهم هجدهم نوزدهم بیستم",
        "یکم",
        "نخست",
    )
    for value, word in enumerate(words.split(), start=1)
} | {f"twenty-{word}": 20 + value for value, word in enumerate(_ENGLISH.split()[:9], start=1)}
_CHAPTER = r"(?:chapter|ch\.|глава|فصل|باب)"
_AFTER_WORD = re.compile(
    _CHAPTER + r"\s{1,4}((?:twenty-)?[^\W_]{1,14})(\s{0,4}[:.)\u2013\u2014-]\s{0,8}|\s{1,8}|$)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_DECIMAL = re.compile(
    r"(\d{1,4})(?:\s?[.):]\s{1,8}|\s{1,3}[\u2013\u2014-]\s{1,3}(?!\d)|[.)](?=[^\W\d])"
    r"|[\u2013\u2014-]\s{1,3}(?![\da-zа-яё]))(\S.*)",
    re.DOTALL,
)
_SUB = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,5}\.?\)?\s+\S")
_ROMAN = re.compile(r"([IVXLC]{1,8})(?:[.)]\s{1,8}|\s{1,3}[\u2013\u2014-]\s{1,3})(\S.*)", re.DOTALL)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True)
class NumberedTitle:
    """``says_chapter`` when the word "chapter" stood before the number; ``title`` may be empty.

    ``runs_on`` when no mark stands between number and title, as in "Chapter 3 was written last".
    """

    number: int
    title: str
    says_chapter: bool = False
    roman: bool = False
    runs_on: bool = False


def read_numbered_title(text: str) -> NumberedTitle | None:
    """Return the number and the rest of a title, or None if it has no chapter number.

    Sub-numbers (1.1), years and numbers above ``LARGEST_CHAPTER_NUMBER`` are no chapter numbers.
    """
    text = text.strip()
    if is_sub_numbered(text):
        return None
    if match := _AFTER_WORD.match(text):
        number = _number_of(match.group(1))
        if number is not None:
            runs_on = not match.group(2).strip()
            return NumberedTitle(number, match.group(3).strip(), True, runs_on=runs_on)
    if match := _DECIMAL.match(text):
        number = int(ascii_digits(match.group(1)))
        if 0 < number <= LARGEST_CHAPTER_NUMBER:
            return NumberedTitle(number, match.group(2).strip())
        return None
    if match := _ROMAN.match(text):
        number = _roman_value(match.group(1))
        if number:
            return NumberedTitle(number, match.group(2).strip(), roman=True)
    return None


def read_lone_roman(text: str) -> NumberedTitle | None:
    """Return the number of a line that is nothing but ``III`` or ``III.``, up to 49.

    A lone "C" or "L" is a letter, of a glossary say.
    """
    number = _roman_value(text.strip().removesuffix("."))
    is_small = 0 < number < _ROMAN_VALUES["L"]
    return NumberedTitle(number, "", roman=True) if is_small else None


def sub_number(text: str) -> int | None:
    """The chapter that a heading such as "3.1 Supplies" belongs to, or None."""
    return int(ascii_digits(text.strip()).split(".")[0]) if is_sub_numbered(text) else None


def is_sub_numbered(text: str) -> bool:
    """Whether a heading is numbered inside its chapter, as "1.1 Supplies" is."""
    return _SUB.match(ascii_digits(text.strip()[:80])) is not None


def _number_of(word: str) -> int | None:
    digits = ascii_digits(word)
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) <= 4 else None
    known = _WORD_NUMBERS.get(word.casefold().replace("ё", "е"))
    return known or _roman_value(word.upper()) or None


def _roman_value(text: str) -> int:
    """The value of a well-formed Roman numeral up to 399, else 0."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
