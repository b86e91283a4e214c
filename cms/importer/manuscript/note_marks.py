"""What stands between the brackets of a note's mark: ``3``, ``1, 4``, ``2–5``, ``۳``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .wording import ascii_digits

_NUMBER = r"[0-9۰-۹٠-٩]{1,3}"
NUMBERS = rf"{_NUMBER}(?:\s?[,;،–-]\s?{_NUMBER}){{0,9}}"
_RANGE = re.compile(rf"({_NUMBER})(?:\s?[–-]\s?({_NUMBER}))?")
_LONGEST_RANGE = 20


def numbers_in(brackets: str) -> Iterator[str]:
    """Every number in ``1, 4`` or ``2–5``, in ASCII digits."""
    for match in _RANGE.finditer(ascii_digits(brackets)):
        first, last = int(match.group(1)), int(match.group(2) or match.group(1))
        if first <= last <= first + _LONGEST_RANGE:
            yield from map(str, range(first, last + 1))
        else:
            yield from (str(first), str(last))


def joined(key: tuple[int, str]) -> str:
    """A bracketed note's key beside those of other notes, which can't begin with a bracket."""
    return f"[{key[0]}:{key[1]}"


def parted(key: str) -> tuple[int, str]:
    scope, _, number = key[1:].partition(":")
    return int(scope), number
