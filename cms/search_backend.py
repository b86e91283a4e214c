"""Wagtail's database search, able to survive whatever is typed.

A lone quotation mark, a NUL or blanks raise errors in SQLite's full-text search and so answer 500
on every admin listing with a search box: https://github.com/wagtail/wagtail/issues/13227. Remove
when it is closed.
"""

import unicodedata

from modelsearch.backends import database

LONGEST_QUERY = 200
# Letters, marks on them, and numbers; \w would cut words at an accent written by itself.
_KEPT = {"L", "M", "N"}


def cleaned(query: str) -> str:
    """Return the words of ``query``; a dash, which matches nothing, when there are none."""
    composed = unicodedata.normalize("NFC", query[:LONGEST_QUERY])
    kept = (letter if unicodedata.category(letter)[0] in _KEPT else " " for letter in composed)
    return " ".join("".join(kept).split()) or "-"


class _CleanedQueries:
    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        if isinstance(query, str):
            query = cleaned(query)
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)


def SearchBackend(params):  # noqa: N802 - the name that Wagtail looks for
    """Return the database's own backend with its queries cleaned."""
    stock = type(database.SearchBackend(dict(params)))
    return type(f"Cleaned{stock.__name__}", (_CleanedQueries, stock), {})(params)
