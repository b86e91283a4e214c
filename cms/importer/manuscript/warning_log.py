"""Collects warnings in the order they are met, without letting one kind drown the others."""

from __future__ import annotations

from collections import Counter

from .outline import OutlineWarning

# A document with the same fault on every line is told so once more, not ten thousand times.
MOST_OF_ONE_CODE = 50


class WarningLog:
    def __init__(self) -> None:
        self._warnings: list[OutlineWarning] = []
        self._count: Counter[str] = Counter()

    def add(self, code: str, message: str, *, line: int = 0, where: str = "") -> None:
        """Note a warning. With a ``line`` (from 1) the sentence begins with it."""
        self._count[code] += 1
        if self._count[code] > MOST_OF_ONE_CODE:
            return
        if line:
            message = f"Line {line}: {message}"
            where = where or f"line {line}"
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
