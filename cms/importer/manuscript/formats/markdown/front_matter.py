"""Title, subtitle and language from the ``---`` lines that some editors put before Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})\s{0,4}:\s*(.*)")
_MOST_LINES = 60


@dataclass(frozen=True)
class FrontMatter:
    title: str = ""
    subtitle: str = ""
    language: str = ""


def take_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return what the front matter says, and the text with those lines blank.

    Anything between ``---`` lines that isn't ``key: value`` throughout is text and stays.
    """
    lines = text.split("\n", _MOST_LINES + 1)
    if lines[0].rstrip() != "---":
        return FrontMatter(), text
    fields: dict[str, str] = {}
    for index, raw in enumerate(lines[1:_MOST_LINES], start=1):
        if raw.rstrip() in {"---", "..."}:
            front = FrontMatter(
                fields.get("title", ""),
                fields.get("subtitle", ""),
                fields.get("language", fields.get("lang", "")),
            )
            return front, "\n".join([*[""] * (index + 1), *lines[index + 1 :]])
        if not (match := _FIELD.match(raw)):
            break
        fields[match.group(1).lower()] = match.group(2).strip().strip("\"'")
    return FrontMatter(), text
