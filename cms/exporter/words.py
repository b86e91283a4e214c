"""Words of the database as a bundle holds them."""

from typing import Any

from cms.exporter.manuscript.words import clean_words


def said(words: Any) -> str:
    """Return plain words, without space round them: no form keeps it either."""
    return clean_words(str(words or "")).strip()


def in_one_line(words: Any) -> str:
    return " ".join(said(words).split("\n"))


def by_language(values: dict[str, Any]) -> Any:
    """Return one value where all languages agree, else the values by language tag.

    Args:
        values: by tag, the first language's first; at least one.
    """
    first = next(iter(values.values()))
    return first if all(value == first for value in values.values()) else dict(values)
