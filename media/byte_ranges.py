"""Read the Range header of a request for part of a file (RFC 9110, section 14). Pure."""

import re

_ONE_RANGE = re.compile(r"bytes=\s*(\d*)-(\d*)\s*\Z")


class Unsatisfiable(ValueError):
    """The wanted part lies outside the file."""


def wanted_range(header: str, size_bytes: int) -> tuple[int, int] | None:
    """Return the first and last byte wanted, both inclusive, or None for the whole file.

    A header that is not understood, or asks for several parts, may be ignored and is.

    Raises:
        Unsatisfiable: if there is no such part.
    """
    match = _ONE_RANGE.match(header.strip())
    if not match or not any(match.groups()):
        return None
    # int() refuses numbers of thousands of digits, and no file is so long.
    if any(len(digits) > 18 for digits in match.groups()):
        raise Unsatisfiable
    first, last = match.groups()
    if first:
        start = int(first)
        end = min(int(last), size_bytes - 1) if last else size_bytes - 1
        if last and int(last) < start:
            return None
    else:
        start, end = max(0, size_bytes - int(last)), size_bytes - 1
    if start > end or start >= size_bytes:
        raise Unsatisfiable
    return start, end
