"""What a page says of itself in its head: a title, a language. Neither is always meant."""

from __future__ import annotations

import re

from cms.importer.manuscript.language import direction_of, guess_language, is_language_tag
from exhibit.languages import html_tag

_NO_TITLE = re.compile(
    r"(?:- ?no title specified|untitled(?: document)?|document ?\d*|no title)?"
    r"|.*\.(?:html?|docx?|odt)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 200
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "uz"})


def meant_title(title: str) -> str:
    """Return the page's title, unless a program put it there for want of one."""
    return "" if len(title) > _LONGEST_TITLE or _NO_TITLE.fullmatch(title) else title


def meant_language(tag: str, words: str) -> str:
    """Return the language a page names, unless its letters are of another script.

    Word and LibreOffice name the language of the program when nobody chose one.
    """
    if not is_language_tag(tag):
        return ""
    primary = tag.split("-")[0].lower()
    guessed = guess_language(words)
    if guessed in {"ru", "uk"}:
        fits = primary in _CYRILLIC
    elif guessed == "en":
        fits = direction_of(tag) == "ltr" and primary not in {"ru", "uk", "be", "bg", "mk"}
    else:
        fits = direction_of(tag) == "rtl" and (guessed == "he") == (primary in {"he", "yi"})
    return html_tag(tag) if fits else ""
