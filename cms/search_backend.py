"""Wagtail's database search, able to survive whatever is typed.

A lone quotation mark, a NUL, blanks or a hundred words raise errors in SQLite's full-text search
and so answer 500 on every admin listing with a search box; PostgreSQL refuses a NUL.
https://github.com/wagtail/wagtail/issues/13227. Remove when it is closed.
"""

import unicodedata
from typing import Any

from modelsearch.backends import database
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText

LONGEST_QUERY = 200
# The query is built one level deeper for every word; a hundred of them end the recursion.
MOST_WORDS = 20
# Letters, marks on them, and numbers: the word pattern would cut at an accent written by itself.
_KEPT = {"L", "M", "N"}
# No word in any language; PostgreSQL takes a dash away and then misses the query.
_NOTHING = "·"


def cleaned(query: str, *, most_words: int = MOST_WORDS) -> str:
    """Return the words of ``query``, or a sign that matches nothing when there are none."""
    composed = unicodedata.normalize("NFC", query[:LONGEST_QUERY])
    kept = (letter if unicodedata.category(letter)[0] in _KEPT else " " for letter in composed)
    return " ".join("".join(kept).split()[:most_words]) or _NOTHING


def cleaned_query(query: Any, *, most_words: int = MOST_WORDS) -> Any:
    """Return a query of Wagtail's, or a plain string, with only words in it."""
    if isinstance(query, str):
        return cleaned(query, most_words=most_words)
    if isinstance(query, And | Or):
        parts = query.subqueries[:most_words]
        share = max(1, most_words // max(1, len(parts)))
        return type(query)([cleaned_query(part, most_words=share) for part in parts])
    if isinstance(query, Not):
        return Not(cleaned_query(query.subquery, most_words=most_words))
    if isinstance(query, Boost):
        return Boost(cleaned_query(query.subquery, most_words=most_words), query.boost)
    if isinstance(query, PlainText | Phrase | Fuzzy):
        changed = object.__new__(type(query))
        changed.__dict__ = {
            **query.__dict__,
            "query_string": cleaned(query.query_string, most_words=most_words),
        }
        return changed
    return query


class _CleanedQueries:
    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        return super()._search(
            query_compiler_class, cleaned_query(query), model_or_queryset, **kwargs
        )


def SearchBackend(params):  # noqa: N802 - the name that Wagtail looks for
    """Return the database's own backend with its queries cleaned."""
    stock = type(database.SearchBackend(dict(params)))
    return type(f"Cleaned{stock.__name__}", (_CleanedQueries, stock), {})(params)
