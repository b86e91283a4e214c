"""Plain data as TOML, always the same for the same data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NOT_IN_LINES = re.compile(r'[\\\x00-\x08\x0b-\x1f\x7f]|"""|"(?=\Z)')
_POINTS_IN_A_LINE = 6


def write_tables(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Write one ``[table]`` for each key, in the mapping's order.

    Values that are None are left out. A mapping among the values is an inline table, or a table of
    its own where it holds words of several lines.
    """
    parts: list[str] = []
    for name, table in tables.items():
        long = {key: value for key, value in table.items() if _is_long(value)}
        short = {key: value for key, value in table.items() if key not in long}
        parts.append(f"[{_key(name)}]\n{write_values(short)}")
        parts += [
            f"[{_key(name)}.{_key(key)}]\n{write_values(value)}" for key, value in long.items()
        ]
    return "\n".join(parts)


def _is_long(value: Any) -> bool:
    return isinstance(value, Mapping) and any(
        isinstance(each, str) and "\n" in each for each in value.values()
    )


def write_values(values: Mapping[str, Any]) -> str:
    return "".join(
        f"{_key(name)} = {_value(value)}\n" for name, value in values.items() if value is not None
    )


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _string(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _words(value)
        case Mapping():
            inside = ", ".join(f"{_key(name)} = {_inline(each)}" for name, each in value.items())
            return f"{{ {inside} }}"
        case _:
            return _list(list(value))


def _inline(value: Any) -> str:
    """A value inside an inline table, which must stand in one line."""
    return _string(value) if isinstance(value, str) else _value(value)


def _words(words: str) -> str:
    if "\n" in words and not _NOT_IN_LINES.search(words):
        return f'"""\n{words}"""'
    return _string(words)


def _string(words: str) -> str:
    escaped = _ESCAPED.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04x}"), words)
    return f'"{escaped}"'


def _list(values: list[Any]) -> str:
    if values and all(isinstance(value, list) for value in values):
        return "[\n" + "".join(f"    {line}\n" for line in _lines_of_points(values)) + "]"
    return f"[{', '.join(_inline(value) for value in values)}]"


def _lines_of_points(points: list[list[Any]]) -> Iterator[str]:
    for start in range(0, len(points), _POINTS_IN_A_LINE):
        yield " ".join(f"{_list(point)}," for point in points[start : start + _POINTS_IN_A_LINE])
