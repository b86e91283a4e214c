"""Words as a text file can hold them."""

from __future__ import annotations

from cms.importer.manuscript.formats.plain.encoding import read_text
from cms.importer.manuscript.warning_log import WarningLog


def clean_words(words: str) -> str:
    """Return words without what an import would take out: controls, overrides of direction.

    Lines end in ``\\n`` and letters are composed (NFC), as everywhere in a manuscript.
    """
    return read_text(words, log=WarningLog()).text
