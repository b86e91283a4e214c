"""Reads what is needed of ESRI shapefiles: the points of lines and polygons, and the table."""

import struct
from collections.abc import Iterator
from pathlib import Path

Line = list[tuple[float, float]]

_HEADER_BYTES = 100
_SHAPES_WITH_PARTS = {3, 5}


def read_shapes(path: Path) -> Iterator[list[Line]]:
    """Yield each record's parts (lines or rings), in file order."""
    content = path.read_bytes()
    position = _HEADER_BYTES
    while position < len(content):
        (words,) = struct.unpack_from(">i", content, position + 4)
        record = content[position + 8 : position + 8 + 2 * words]
        position += 8 + 2 * words
        (kind,) = struct.unpack_from("<i", record, 0)
        yield _parts_of(record) if kind in _SHAPES_WITH_PARTS else []


def _parts_of(record: bytes) -> list[Line]:
    part_count, point_count = struct.unpack_from("<ii", record, 36)
    starts = struct.unpack_from(f"<{part_count}i", record, 44)
    numbers = struct.unpack_from(f"<{2 * point_count}d", record, 44 + 4 * part_count)
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    ends = [*starts[1:], point_count]
    return [points[start:end] for start, end in zip(starts, ends, strict=True)]


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Yield each row of a dBASE table as text, in file order."""
    content = path.read_bytes()
    count, header_bytes, row_bytes = struct.unpack_from("<iHH", content, 4)
    fields = []
    position = 32
    while content[position] != 0x0D:
        name = content[position : position + 11].split(b"\0")[0].decode("ascii")
        fields.append((name, content[position + 16]))
        position += 32
    for row in range(count):
        offset = header_bytes + row * row_bytes + 1
        values = {}
        for name, length in fields:
            raw = content[offset : offset + length]
            values[name] = raw.decode("utf-8", "replace").strip(" \0")
            offset += length
        yield values
