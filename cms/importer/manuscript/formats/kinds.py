"""Which format a document is read as, told by its name's ending."""

from __future__ import annotations

from pathlib import PurePosixPath

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
PLAIN_SUFFIXES = frozenset({".txt", ".text"})
WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
READABLE_SUFFIXES = MARKDOWN_SUFFIXES | PLAIN_SUFFIXES | WORD_SUFFIXES | HTML_SUFFIXES


def suffix_of(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
