"""Letters of the symbol fonts, which Word stores by their place in the font."""

from __future__ import annotations

import re

_GREEK = [
    "A",
    "Α",
    "B",
    "Β",
    "C",
    "Χ",
    "D",
    "Δ",
    "E",
    "Ε",
    "F",
    "Φ",
    "G",
    "Γ",
    "H",
    "Η",
    "I",
    "Ι",
    "K",
    "Κ",
    "L",
    "Λ",
    "M",
    "Μ",
    "N",
    "Ν",
    "O",
    "Ο",
    "P",
    "Π",
    "Q",
    "Θ",
    "R",
    "Ρ",
    "S",
    "Σ",
    "T",
    "Τ",
    "U",
    "Υ",
    "V",
    "ς",
    "W",
    "Ω",
    "X",
    "Ξ",
    "Y",
    "Ψ",
    "Z",
    "Ζ",
    "a",
    "α",
    "b",
    "β",
    "c",
    "χ",
    "d",
    "δ",
    "e",
    "ε",
    "f",
    "φ",
    "g",
    "γ",
    "h",
    "η",
    "i",
    "ι",
    "j",
    "ϕ",
    "k",
    "κ",
    "l",
    "λ",
    "m",
    "μ",
    "n",
    "ν",
    "o",
    "ο",
    "p",
    "π",
    "q",
    "θ",
    "r",
    "ρ",
    "s",
    "σ",
    "t",
    "τ",
    "u",
    "υ",
    "v",
    "ϖ",
    "w",
    "ω",
    "x",
    "ξ",
    "y",
    "ψ",
    "z",
    "ζ",
]
_SYMBOL = {ord(latin): greek for latin, greek in zip(_GREEK[::2], _GREEK[1::2], strict=True)} | {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0xA2: "′", 0xA3: "≤",
    0xA5: "∞", 0xA6: "ƒ", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒",
    0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x46: "☞",
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_TYPED = re.compile("[\uf020-\uf0ff]")
_PRIVATE_USE = range(0xF000, 0xF100)
UNKNOWN_SYMBOL = "□"


def symbol(font: str, code: str) -> str:
    """Return the letter at ``code`` (hexadecimal) of a font, else ``UNKNOWN_SYMBOL``."""
    try:
        place = int(code[:6], 16)
    except ValueError:
        return ""
    in_font = place - 0xF000 if place in _PRIVATE_USE else place
    font = font.casefold()
    if font == "symbol":
        return _SYMBOL.get(in_font) or _as_latin(in_font)
    if font.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(in_font, UNKNOWN_SYMBOL)
    if place in _PRIVATE_USE:
        return UNKNOWN_SYMBOL
    return chr(place) if place < 0xD800 else UNKNOWN_SYMBOL


def with_letters(text: str) -> str:
    """Replace letters typed in the Symbol font, which sit in the private-use area."""
    return _TYPED.sub(lambda match: symbol("symbol", f"{ord(match.group()):x}"), text)


def _as_latin(place: int) -> str:
    return chr(place) if 0x20 <= place < 0x7F else UNKNOWN_SYMBOL
