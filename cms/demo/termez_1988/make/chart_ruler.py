"""Measures and breaks lines of text with the fonts that visitors see."""
# requires: fonttools, brotli, uharfbuzz   (to draw the charts again; the site needs none of it)

from functools import cache
from io import BytesIO
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

TITLE = 28
SLACK = 1.02  # renderers round advances; leave them room
FAMILIES = {
    "en": ("Noto Sans", ["noto-sans-latin", "noto-sans-latin-ext"]),
    "ru": ("Noto Sans", ["noto-sans-cyrillic", "noto-sans-latin"]),
    "fa-AF": ("Vazirmatn", ["vazirmatn-arabic", "vazirmatn-latin"]),
}


class Ruler:
    """Measures text in one language. `fonts` holds the variable WOFF2 files, at any depth."""

    def __init__(self, fonts: Path, language: str):
        self.family, stems = FAMILIES[language]
        self.faces = {w: [self._face(fonts, stem, w) for stem in stems] for w in (400, 700)}

    @staticmethod
    def _face(fonts: Path, stem: str, weight: int):
        font = TTFont(next(fonts.rglob(f"{stem}-wght-normal.woff2")))
        font.flavor = None
        plain = BytesIO()
        font.save(plain)
        shaped = uharfbuzz.Font(uharfbuzz.Face(plain.getvalue()))
        shaped.set_variations({"wght": weight})
        return set(font.getBestCmap()), shaped

    @cache  # noqa: B019 - one ruler a language, for the life of the script
    def width(self, text: str, size: float, weight: int) -> float:
        faces, total, run = self.faces[weight], 0.0, ""
        current = faces[0]
        for char in text:
            holder = next((f for f in faces if ord(char) in f[0]), current)
            if holder is not current and run:
                total += self._advance(current[1], run)
                run = ""
            run, current = run + char, holder
        return (total + self._advance(current[1], run)) * size * SLACK

    @staticmethod
    def _advance(font, run: str) -> float:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return sum(p.x_advance for p in buffer.glyph_positions) / font.face.upem

    def lines(self, text: str, size: float, weight: int, width: float) -> list[str]:
        """As few lines as fit in `width`; titles and lines with a stray last word evened out."""
        lines = self._greedy(text, size, weight, width)
        if size < TITLE and self.width(lines[-1], size, weight) > width * 0.3:
            return lines
        for narrower in range(int(width), int(width * 0.5), -4):
            tighter = self._greedy(text, size, weight, narrower)
            if len(tighter) > len(lines):
                break
            lines = tighter
        return lines

    def _greedy(self, text: str, size: float, weight: int, width: float) -> list[str]:
        lines = [""]
        for word in text.split(" "):  # no-break spaces hold
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.width(longer, size, weight) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
