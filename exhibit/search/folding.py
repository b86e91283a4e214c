"""Make two spellings of one word equal, in every language an exhibit is written in.

Pure: no Django. Case, accents, ё/е, Arabic and Persian letter variants, digits of any script,
non-breaking spaces and the zero-width non-joiner do not count; endings are cut by Snowball's
stemmers where there is one for the language.
"""

import re
import unicodedata
from itertools import takewhile

import snowballstemmer

LONGEST_QUERY = 200
MOST_WORDS = 8
SHORTEST_STEM = 3

_STEMMERS = {"en": "english", "ru": "russian", "de": "german", "fr": "french", "es": "spanish"}
_LETTERS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و", "ё": "е", "ı": "i", "ß": "ss"}
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return ``text`` as search compares it; equal words of a language come out equal.

    The result can be shorter or longer than ``text``: never cut one by places found in the other.
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    decomposed = unicodedata.normalize("NFD", plain.translate(_LETTERS))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(_digit(letter) for letter in bare.translate(_LETTERS))


def stems_of(query: str, language: str) -> list[str]:
    """Return what to look for: the folded, shortened words of a query, at most eight.

    Each is the beginning of a word as it may stand in the text. Any string is accepted; one
    without words gives an empty list.
    """
    words = _WORD.findall(fold(query[:LONGEST_QUERY]))[:MOST_WORDS]
    # “in Kabul” asks for Kabul: a word of a letter or two stands in every passage.
    telling = [word for word in words if len(word) >= SHORTEST_STEM or not word.isalpha()]
    return list(dict.fromkeys(_stem(word, language) for word in telling or words))


def _stem(word: str, language: str) -> str:
    name = _STEMMERS.get(language.split("-")[0])
    if name is None or not word.isalpha():
        return word
    # “country” is stemmed to “countri”; what both share stands in “countries” too.
    stem = snowballstemmer.stemmer(name).stemWord(word)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(word, stem, strict=False))
    shared = "".join(letter for letter, _other in same)
    return shared if len(shared) >= SHORTEST_STEM else word


def _digit(letter: str) -> str:
    value = unicodedata.digit(letter, None) if letter.isdigit() else None
    return letter if value is None else str(value)
