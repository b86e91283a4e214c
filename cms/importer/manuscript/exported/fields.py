"""The ``key: value`` lines of a block in an exported manuscript.

A value is plain text to the end of its line; lines indented by two spaces go on with it. One in
straight double quotes is a JSON string, for what a line cannot hold.
"""

from __future__ import annotations

import json
import re

_FIELD = re.compile(r"([a-z][a-z-]{0,30}):(?: (.*))?$")
_INDENT = "  "
_YES = "yes"

Fields = tuple[tuple[str, str], ...]


def read_fields(lines: list[str]) -> tuple[Fields, str]:
    """Return the fields, and the words after them. Words in the place of a field are kept too."""
    fields: list[tuple[str, list[str]]] = []
    for at, line in enumerate(lines):
        if match := _FIELD.match(line):
            fields.append((match[1], [match[2] or ""]))
        elif line.startswith(_INDENT) and fields:
            fields[-1][1].append(line.removeprefix(_INDENT))
        else:
            return _decoded(fields), "\n".join(lines[at:]).strip("\n")
    return _decoded(fields), ""


def _decoded(fields: list[tuple[str, list[str]]]) -> Fields:
    return tuple((key, decoded("\n".join(value))) for key, value in fields)


def decoded(value: str) -> str:
    value = value.strip()
    if value.startswith('"'):
        try:
            words = json.loads(value)
        except (ValueError, RecursionError):
            return value
        return words if isinstance(words, str) else value
    return value


def encoded(value: str) -> str:
    """Write a value so that ``read_fields`` reads it back."""
    lines = value.split("\n")
    is_plain = (
        not value.startswith('"')
        and all(line == line.strip() and line for line in lines)
        and not any(_ends_a_block(line) for line in lines[1:])
    )
    if is_plain or not value:
        return f"\n{_INDENT}".join(lines)
    return json.dumps(value, ensure_ascii=False)


def _ends_a_block(line: str) -> bool:
    return line.startswith((":::", "#"))


def value_of(fields: Fields, key: str) -> str:
    return next((value for name, value in fields if name == key), "")


def says_yes(fields: Fields, key: str) -> bool:
    return value_of(fields, key) == _YES
