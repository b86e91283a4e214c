"""The encoding that an HTML document says it is written in."""

from __future__ import annotations

import re

_HEAD_BYTES = 8192
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,400}?\b(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Web names, and what Python calls them. Any other name is left to the guess: Python's own table
# of codecs also holds compressors and worse.
_PYTHON_NAMES = {
    "utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8",
    "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "macintosh": "mac_roman", "x-mac-roman": "mac_roman", "x-mac-cyrillic": "mac_cyrillic",
    "koi8-r": "koi8_r", "koi8-u": "koi8_u", "ibm866": "cp866", "cp866": "cp866",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "euc-jp": "euc_jp", "euc-kr": "cp949", "windows-874": "cp874",
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"cp{page}": f"cp{page}" for page in range(1250, 1259)},
    "iso-8859-9": "cp1254",
}  # fmt: skip


def declared_charset(document: bytes | str) -> str:
    """Return the codec that a meta element or XML declaration names, ``""`` for none known.

    A document in which the name can be read as ASCII is not UTF-16, whatever it says.
    """
    if isinstance(document, str):
        return ""
    declared = _DECLARED.search(document[:_HEAD_BYTES])
    return _PYTHON_NAMES.get(declared.group(1).decode().lower(), "") if declared else ""
