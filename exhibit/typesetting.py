"""Small corrections that a typesetter makes and a writer should not have to. Pure: no Django."""

import re

_TAG = re.compile(r"(<[^>]*>)")
_NO_BREAK = "\u00a0"
# A number stays with what it counts, in any of our digits.
_NUMBER_AND_UNIT = re.compile(r"(?<=[0-9۰-۹]) (?=[^\W\d_])")
# A dash never opens a line.
_BEFORE_DASH = re.compile(r" (?=[–—])")
# In Russian a one-letter word never ends a line.
_LONE_LETTER = re.compile(r"(?<![^\W\d_])([ВвИиКкОоСсУуАаЯя]) (?=\w)")


def set_text(html: str, language: str) -> str:
    """Return safe HTML with the blanks that must not break; tags stay as they are."""
    return "".join(
        piece if piece.startswith("<") else _set_piece(piece, language)
        for piece in _TAG.split(html)
    )


def _set_piece(text: str, language: str) -> str:
    text = _NUMBER_AND_UNIT.sub(_NO_BREAK, text)
    text = _BEFORE_DASH.sub(_NO_BREAK, text)
    if language.split("-")[0] == "ru":
        text = _LONE_LETTER.sub(rf"\1{_NO_BREAK}", text)
    return text
