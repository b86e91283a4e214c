"""Addresses for chapters: short, ASCII, unique in the exhibit."""

from __future__ import annotations

import re
import unicodedata

LONGEST_SLUG = 60

# Pages of an exhibit that stand beside its chapters.
RESERVED = frozenset({
    "introduction", "conclusion", "faq", "sources", "reading", "timeline", "map", "people",
    "glossary", "contents", "search",
})  # fmt: skip

# BGN/PCGN romanisation, simplified to letters without marks.
_LATIN = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u"
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        _LATIN.split(),
        strict=True,
    )
)
_CYRILLIC = {letter: "" if latin == "_" else latin for letter, latin in _CYRILLIC.items()}
_OTHER = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
_LATIN_OF = str.maketrans(_CYRILLIC | _OTHER)


class Slugs:
    """Gives out slugs, none of them twice."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)
        self._count: dict[str, int] = {}

    def make(self, title: str, *, fallback: str) -> str:
        """Return a free slug from ``title``, or from ``fallback`` if it has too few letters.

        Scripts written without vowels (Persian, Arabic, Hebrew) have no readable romanisation
        by letters alone, so their titles take the fallback.
        """
        slug = romanise(title)
        letters = sum(1 for letter in title if letter.isalnum())
        if len(slug.replace("-", "")) < max(1, letters // 2):
            slug = fallback
        return self._claim(slug)

    def _claim(self, slug: str) -> str:
        unique = slug
        while unique in self._taken:
            self._count[slug] = self._count.get(slug, 1) + 1
            unique = f"{slug}-{self._count[slug]}"
        self._taken.add(unique)
        return unique


def romanise(title: str) -> str:
    """Return ``title`` in lower-case ASCII letters, digits and hyphens, cut at a word."""
    text = title.lower().translate(_LATIN_OF)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = re.sub(r"['’`]", "", text)
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    if len(slug) <= LONGEST_SLUG:
        return slug
    cut = slug[: LONGEST_SLUG + 1].rpartition("-")[0]
    return cut or slug[:LONGEST_SLUG]
