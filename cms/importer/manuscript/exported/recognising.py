"""Whether a document is a manuscript that Enfilade wrote: its first lines say so."""

from __future__ import annotations

import re

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.kinds import MARKDOWN_SUFFIXES, suffix_of

DIALECT = 1
_FIRST_LINES = re.compile(
    r"\ufeff?---\r?\n(?:[a-z]{1,20}: [^\n]{0,100}\n){0,5}?manuscript: enfilade ([0-9]{1,4})\r?\n"
)
_FIRST_BYTES = 700


def is_exported(document: bytes | str, name: str) -> bool:
    """Say whether it is to be read to the letter.

    Raises:
        ManuscriptError: ``unsupported_type`` for a dialect that a later Enfilade wrote.
    """
    if suffix_of(name) not in MARKDOWN_SUFFIXES:
        return False
    first = document[:_FIRST_BYTES]
    words = first if isinstance(first, str) else first.decode("utf-8", "replace")
    match = _FIRST_LINES.match(words)
    if match and int(match[1]) != DIALECT:
        raise ManuscriptError(
            "unsupported_type",
            f"“{name}” was exported in dialect {match[1]}; this Enfilade reads dialect {DIALECT}. "
            "Import it with the version that wrote it, or a later one. Without its first lines, "
            "from “---” to “---”, it is read like any other manuscript.",
        )
    return match is not None
