"""A contents list as data, and its lines without their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKUP = re.compile(r"\\(?=[.)_*\-])|[*_`]{1,3}")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,300}\)")


@dataclass(frozen=True)
class ContentsEntry:
    """``line`` counts from 1."""

    title: str
    number: int | None
    line: int


@dataclass(frozen=True)
class Contents:
    """The entries, and the lines (0-based, end excluded) that heading and entries take up.

    ``sub_entries`` name sub-headings, which need no section of their own.
    """

    entries: tuple[ContentsEntry, ...] = ()
    first_line: int = 0
    end_line: int = 0
    sub_entries: tuple[ContentsEntry, ...] = ()


def plain_line(raw: str) -> str:
    """A line of Markdown or plain text without its marks."""
    return _MARKUP.sub("", _LINK.sub(r"\1", raw)).strip()
