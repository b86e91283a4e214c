"""Collects warnings in the order they are met, without letting one kind drown the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .outline import OutlineWarning

# A document with the same fault on every line is told so once more, not ten thousand times.
MOST_OF_ONE_CODE = 50
_MOST_FIRST_WORDS = 40


class WarningLog:
    def __init__(self) -> None:
        self._warnings: list[OutlineWarning] = []
        self._count: Counter[str] = Counter()
        self._paragraphs: Mapping[int, str] | None = None

    def count_paragraphs(self, words: Mapping[int, str]) -> None:
        """Name places by paragraph: the document has no lines. ``words`` may still be filled."""
        self._paragraphs = words

    def place(self, line: int, *, with_words: bool = True) -> str:
        """Say a place as a curator finds it: ``line 4``, ``paragraph 4 (“In the spring of…”)``."""
        if self._paragraphs is None:
            return f"line {line}"
        words = " ".join(self._paragraphs.get(line, "").split()) if with_words else ""
        if len(words) > _MOST_FIRST_WORDS:
            words = words[:_MOST_FIRST_WORDS].rpartition(" ")[0] or words[:_MOST_FIRST_WORDS]
            words += "…"
        return f"paragraph {line} (“{words}”)" if words else f"paragraph {line}"

    def add(self, code: str, message: str, *, line: int = 0, where: str = "") -> None:
        """Note a warning. With a ``line`` (from 1) the sentence begins with its place."""
        self._count[code] += 1
        if self._count[code] > MOST_OF_ONE_CODE:
            return
        if line:
            place = self.place(line)
            message = f"{place[0].upper()}{place[1:]}: {message}"
            where = where or self.place(line, with_words=False)
        self._warnings.append(OutlineWarning(code, message, where))

    def has(self, code: str) -> bool:
        return code in self._count

    def warnings(self) -> tuple[OutlineWarning, ...]:
        more = [
            OutlineWarning(
                code,
                f"The same happened in {count - MOST_OF_ONE_CODE} more places, not listed here.",
            )
            for code, count in self._count.items()
            if count > MOST_OF_ONE_CODE
        ]
        return (*self._warnings, *more)
