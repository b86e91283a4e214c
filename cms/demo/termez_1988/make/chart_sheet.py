"""A sheet to draw a chart on: text that is measured, shapes that take the theme's colours.

Everything is placed as if reading ran from left to right. For Dari the sheet mirrors each x,
so `start` is always the side where reading begins. Text is measured with the fonts that the
exhibit is set in; `Sheet.faults` tells where two texts touch or one is cut off.
"""
# requires: fonttools, brotli, uharfbuzz   (to draw the charts again; the site needs none of it)

import re
from itertools import combinations
from xml.sax.saxutils import escape, quoteattr

from chart_ruler import Ruler

WIDTH = 640
MARGIN = 2
SMALLEST = 20
DARI_ENLARGEMENT = 1.06  # Vazirmatn looks smaller than Noto Sans at the same size

COLOURS = {
    "ink": "#1d1b18",
    "quiet": "#5c564c",
    "paper": "#f7f2e8",
    "raised": "#fffcf5",
    "rule": "#d9cfbd",
    "accent": "#0b5d63",
    "second": "#9a3f24",
}
TEXT_ROLES = {  # class -> colour, weight
    "headline": ("ink", 700),
    "label": ("ink", 400),
    "label-strong": ("ink", 700),
    "label-quiet": ("quiet", 400),
    "accent-fill": ("accent", 700),
    "second-fill": ("second", 700),
    "paper-fill": ("paper", 700),
}


class Sheet:
    """One chart in one language. `y` is how far down it has been filled."""

    def __init__(self, name: str, language: str, words: dict, ruler: Ruler):
        self.name, self.language, self.words, self.ruler = name, language, words, ruler
        self.right_to_left = language == "fa-AF"
        self.enlargement = DARI_ENLARGEMENT if self.right_to_left else 1
        self.y = 0.0
        self.parts: list[str] = []
        self.boxes: list[tuple[str, float, float, float, float]] = []

    def say(self, key: str) -> str:
        """The words, with days held to their months and Russian prepositions to their nouns."""
        text = re.sub(r"\b(\d\d?) (?=\w)", "\\1\u00a0", self.words[key][self.language])
        if self.language != "ru":
            return text
        return re.sub(r"(?<![\w-])([а-яА-ЯёЁ]{1,2}) ", "\\1\u00a0", text)

    def size(self, size: float) -> float:
        return round(size * self.enlargement, 1)

    def leading(self, size: float) -> float:
        return round(size * (1.52 if self.right_to_left else 1.28), 1)

    def width(self, text: str, size: float, role: str = "label") -> float:
        return self.ruler.width(text, self.size(size), TEXT_ROLES[role][1])

    def x(self, x: float) -> float:
        return round(WIDTH - x if self.right_to_left else x, 1)

    def line(self, x: float, y: float, text: str, size=22, role="label", anchor="start") -> float:
        """One line of text on the baseline `y`. Returns its width."""
        if size < SMALLEST:
            raise ValueError(f"{self.name}: {text!r} is set at {size}; the least is {SMALLEST}.")
        width = self.width(text, size, role)
        left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        size = self.size(size)
        self.boxes.append((text, left, y - size * 0.74, left + width, y + size * 0.22))
        colour, weight = TEXT_ROLES[role]
        direction = ' direction="rtl"' if self.right_to_left else ""
        heavy = ' font-weight="700"' if weight == 700 else ""
        turn = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self.parts.append(
            f'<text class="{role}" x="{self.x(x)}" y="{y:.1f}" fill="{COLOURS[colour]}" '
            f'font-family="{self.ruler.family}, sans-serif" font-size="{size}"'
            f"{heavy}{turn}{direction}>{escape(text)}</text>"
        )
        self.y = max(self.y, y)
        return width

    def block(self, x, y, text, width, size=22, role="label", anchor="start") -> float:
        """Lines of text, the first on the baseline `y`. Returns the last baseline."""
        lines = self.ruler.lines(text, self.size(size), TEXT_ROLES[role][1], width)
        for number, words in enumerate(lines):
            self.line(x, y + number * self.leading(size), words, size, role, anchor)
        return y + (len(lines) - 1) * self.leading(size)

    def headline(self) -> float:
        """The sentence at the top. Returns where what follows is measured from."""
        last = self.block(MARGIN, 34, self.say("headline"), WIDTH - 2 * MARGIN, 30, "headline")
        return last + (10 if self.right_to_left else 0)  # Dari hangs lower under its line

    def below(self, *keys: str, gap: float = 44) -> None:
        """The quiet lines at the foot: notes first, the source last."""
        y = self.y + gap
        for key in keys:
            last = self.block(MARGIN, y, self.say(key), WIDTH - 2 * MARGIN, 20, "label-quiet")
            y = last + self.leading(20) + 6

    def box(self, x0, y0, x1, y1, role: str, extra: str = "") -> None:
        left, right = sorted((self.x(x0), self.x(x1)))
        self.parts.append(
            f'<rect class="{role}-fill" x="{left}" y="{y0:.1f}" width="{right - left:.1f}" '
            f'height="{y1 - y0:.1f}" fill="{COLOURS[role]}"{extra}/>'
        )
        self.y = max(self.y, y1)

    def stroke(self, points, role: str, weight=2.0, dash="", extra="") -> None:
        path = "M" + "L".join(f"{self.x(x)} {y:.1f}" for x, y in points)
        self.curve(path, role, weight, dash, extra)

    def curve(self, path: str, role: str, weight=2.0, dash="", extra="") -> None:
        """A line along path data whose x values are the sheet's own (see `trace`)."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<path class="{role}-line" d="{path}" fill="none" stroke="{COLOURS[role]}" '
            f'stroke-width="{weight}"{dashes}{extra}/>'
        )

    def trace(self, path: str) -> str:
        """Path data written for left to right, turned to the sheet's reading direction."""

        def turn(pair):
            return f"{self.x(float(pair[1]))} {float(pair[2]):.1f}"

        return re.sub(r"(-?[\d.]+)[ ,](-?[\d.]+)", turn, path)

    def shape(self, path: str, role: str, extra: str = "") -> None:
        self.parts.append(
            f'<path class="{role}-fill" d="{self.trace(path)}" fill="{COLOURS[role]}"{extra}/>'
        )

    def dot(self, x, y, radius, role: str) -> None:
        self.parts.append(
            f'<circle class="{role}-fill" cx="{self.x(x)}" cy="{y:.1f}" r="{radius}" '
            f'fill="{COLOURS[role]}"/>'
        )
        self.y = max(self.y, y + radius)

    def ring(self, x, y, radius, role: str, weight=2.5, dash="") -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<circle class="{role}-line" cx="{self.x(x)}" cy="{y:.1f}" r="{radius}" fill="none" '
            f'stroke="{COLOURS[role]}" stroke-width="{weight}"{dashes}/>'
        )

    def svg(self) -> str:
        stem = self.name if self.language == "en" else f"{self.name}-{self.language.lower()}"
        height = round(self.y + 14)
        title, desc = f"{stem}-title", f"{stem}-desc"
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
                f'role="img" lang="{self.language}" aria-labelledby="{title} {desc}">',
                f"<title id={quoteattr(title)}>{escape(self.say('headline'))}</title>",
                f"<desc id={quoteattr(desc)}>{escape(self.say('alt'))}</desc>",
                *self.parts,
                "</svg>",
                "",
            ]
        )

    def faults(self) -> list[str]:
        """What a reader would stumble over: text cut off at a side, text upon text."""
        where = f"{self.name} ({self.language})"
        found = [
            f"{where}: {text!r} runs from {left:.0f} to {right:.0f}"
            for text, left, _, right, _ in self.boxes
            if left < -0.5 or right > WIDTH + 0.5
        ]
        for (one, *a), (other, *b) in combinations(self.boxes, 2):
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                found.append(f"{where}: {one!r} touches {other!r}")
        return found
