"""How much room lettering takes, without a font at hand: averages of Noto and Vazirmatn."""

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'’!|()[]-·٫،۱")
_WIDE = frozenset("mwMWжшщюыфмЖШЩЮЫФМЮ@—")
_LETTER_HEIGHT = 0.74
# Between the capitals of a country's name; the template sets the same.
LETTER_SPACING_EM = 0.14


def text_width(text: str, size: float) -> float:
    """Return the width of one line of text in the unit of ``size``, rather too wide than not."""
    return size * sum(_share(character) for character in text)


def text_height(size: float) -> float:
    """Return the height of letters with their descenders."""
    return size * (_LETTER_HEIGHT + 0.24)


def _share(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    if character.isspace():
        return 0.27
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.88
    if "؀" <= character <= "ۿ":
        return 0.52
    if character.isupper() or ord(character) > 0x2E7F:
        return 0.70 if ord(character) <= 0x2E7F else 1.0
    return 0.60
