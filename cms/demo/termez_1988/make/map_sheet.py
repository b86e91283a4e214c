"""A sheet to draw a map on: the base map of the exhibit's own cartography, and set lettering.

Where a name stands is chosen by hand for each map, as on a printed one; `faults` tells where
two names touch or one leaves the sheet. Maps are not mirrored: Dari stands where English does.
"""

import math
import re
import sys
import tomllib
from itertools import combinations, pairwise
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from chart_ruler import Ruler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[3]))

from exhibit.cartography.base_data import base_map_for  # noqa: E402
from exhibit.cartography.bounds import Bounds  # noqa: E402
from exhibit.cartography.frame import frame_for  # noqa: E402
from exhibit.cartography.layers import Sheet, country_on, layers_on, path_of  # noqa: E402

WIDTH = 800
SMALLEST = 22
DARI_ENLARGEMENT = 1.08
COLOURS = {
    "ink": "#1d1b18",
    "quiet": "#5c564c",
    "paper": "#f7f2e8",
    "raised": "#fffcf5",
    "rule": "#d9cfbd",
    "water": "#0b5d63",
    "road": "#9a3f24",
}
TEXT_ROLES = {  # class -> colour, weight
    "label": ("ink", 400),
    "label-strong": ("ink", 700),
    "label-quiet": ("quiet", 400),
    "headline": ("ink", 700),
    "water-name": ("water", 400),
    "road-fill": ("road", 700),
}
# Side of the marker -> the way from it, and which part of the text is held there.
SIDES = {
    "e": (1, 0, "left"), "w": (-1, 0, "right"), "n": (0, -1, "middle"), "s": (0, 1, "middle"),
    "ne": (0.75, -0.75, "left"), "nw": (-0.75, -0.75, "right"),
    "se": (0.75, 0.75, "left"), "sw": (-0.75, 0.75, "right"),
}  # fmt: skip
PLACES = tomllib.loads((HERE.parent / "data/places.toml").read_text("utf-8"))
ROUTES = tomllib.loads((HERE.parent / "data/routes.toml").read_text("utf-8"))


def mark(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


class MapSheet:
    """One map in one language, 800 units wide."""

    def __init__(self, name: str, language: str, words: dict, ruler: Ruler, bounds, height: int):
        self.name, self.language, self.words, self.ruler = name, language, words, ruler
        self.height = height
        self.right_to_left = language == "fa-AF"
        self.frame = frame_for(Bounds(*bounds), width=WIDTH, height=height)
        self.base = base_map_for(self.frame.seen())
        self.sheet = Sheet(self.frame)
        self.parts: list[str] = []
        self.boxes: list[tuple[str, float, float, float, float]] = []

    def say(self, key: str) -> str:
        return self.words[key][self.language]

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return self.frame.place(longitude, latitude)

    # The ground

    def ground(self, rivers: tuple[str, ...], focus: str = "AFG") -> None:
        """Paper all over, the country of the story raised from it; then hills, borders, water.

        ``rivers`` are their English names in the base map.
        """
        layers = layers_on(self.sheet, self.base)
        self.area("paper", f"M0 0h{WIDTH}v{self.height}h-{WIDTH}z")
        for country in self.base.countries:
            if country.code == focus:
                self.area("raised", country_on(self.sheet, country))
        self.area("rule", self._kept(layers.relief), ' fill-opacity="0.85"')
        self.curve("quiet", layers.borders, 1.6, "7 5")
        for river in self.base.rivers:
            if river.names.get("en") in rivers:
                self.curve("water", path_of(self.sheet.river_lines(river)), 2.2)

    @staticmethod
    def _kept(relief: str, longest: int = 62_000) -> str:
        """Leave out the smallest strokes until the drawing is light enough for a phone."""
        strokes = re.findall(r"M[^z]*z", relief)
        for least in range(0, 200, 4):
            kept = "".join(stroke for stroke in strokes if len(stroke) >= least)
            if len(kept) <= longest:
                return kept
        return ""

    def area(self, role: str, path: str, extra: str = "") -> None:
        self.parts.append(f'<path class="{role}-fill" fill="{COLOURS[role]}"{extra} d="{path}"/>')

    def curve(
        self, role: str, path: str, weight: float, dash: str = "", cap: str = "round"
    ) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<path class="{role}-line" fill="none" stroke="{COLOURS[role]}" '
            f'stroke-width="{weight}" stroke-linejoin="round" stroke-linecap="{cap}"'
            f'{dashes} d="{path}"/>'
        )

    def route(self, key: str, weight: float = 6.5, arrows=(), role="road") -> None:
        """A road; `arrows` are the shares of its length at which arrowheads show the way."""
        points = [self.at(*point) for point in ROUTES[key]["line"]]
        self.curve(role, path_of([points]), weight)
        lengths = [math.dist(one, other) for one, other in pairwise(points)]
        for share in arrows:
            travelled, index = 0.0, 0
            while travelled + lengths[index] < share * sum(lengths):
                travelled += lengths[index]
                index += 1
            self.arrowhead(role, points[max(index - 1, 0)], points[index + 1], weight * 3.2)

    def arrowhead(self, role: str, back, tip, size: float) -> None:
        angle = math.atan2(tip[1] - back[1], tip[0] - back[0])
        middle = (tip[0] + back[0]) / 2, (tip[1] + back[1]) / 2
        corners = [
            (middle[0] + size * reach * math.cos(angle + turn),
             middle[1] + size * reach * math.sin(angle + turn))
            for turn, reach in ((0, 0.62), (2.45, 0.7), (math.pi, 0.25), (-2.45, 0.7))
        ]  # fmt: skip
        self.area(role, path_of([[*corners, corners[0]]], closed=True))

    # Places

    def dot(self, longitude: float, latitude: float, radius=7.0, role="ink", ring=False) -> None:
        x, y = self.at(longitude, latitude)
        if ring:
            self.parts.append(
                f'<circle class="paper-fill {role}-line" fill="{COLOURS["paper"]}" '
                f'stroke="{COLOURS[role]}" stroke-width="3" cx="{mark(x)}" cy="{mark(y)}" '
                f'r="{radius}"/>'
            )
            return
        self.parts.append(
            f'<circle class="{role}-fill" fill="{COLOURS[role]}" cx="{mark(x)}" cy="{mark(y)}" '
            f'r="{radius}"/>'
        )

    def place(
        self, key: str, side: str, size=26, role="label",
        note="", radius=7.0, role_of_dot="ink", ring=False, gap=8.0,
    ) -> None:  # fmt: skip
        """A marker and its name, with an optional second line in quieter letters."""
        place = PLACES[key]
        where = place["longitude"], place["latitude"]
        self.dot(*where, radius, role_of_dot, ring)
        name = re.sub(r" \(.*\)", "", place["name"][self.language])
        self.beside(where, side, name, size, role, radius=radius, note=note, gap=gap)

    def beside(
        self, where, side, text, size=26, role="label", radius=7.0, note="", gap=8.0
    ) -> None:
        x, y = self.at(*where)
        across, down, hold = SIDES[side]
        gap += radius
        note_size = 24
        lines = 1 if not note else 2
        tall = self.size(size) * 0.72
        leading = self.size(note_size) * 1.22
        x += across * gap
        y += down * gap
        if down < 0:
            y -= (lines - 1) * leading
        elif down > 0:
            y += tall
        else:
            y += tall / 2 - (lines - 1) * leading / 2
        self.text(x, y, text, size, role, hold)
        if note:
            self.text(x, y + leading, note, note_size, "label-quiet", hold)

    def sphere(self, where, across: float, up: float, turn: float) -> None:
        """Where somebody's fighters were, roughly: an area without a sharp border."""
        x, y = self.at(*where)
        per_degree = self.frame.units_per_degree()
        radius_x = across * per_degree * math.cos(math.radians(where[1]))
        for share, opacity in ((1.0, 0.1), (0.82, 0.12)):
            self.parts.append(
                f'<ellipse class="road-fill" fill="{COLOURS["road"]}" '
                f'fill-opacity="{opacity}" cx="{mark(x)}" cy="{mark(y)}" '
                f'rx="{mark(radius_x * share)}" ry="{mark(up * per_degree * share)}" '
                f'transform="rotate({turn} {mark(x)} {mark(y)})"/>'
            )

    # Lettering

    def size(self, size: float) -> float:
        return round(size * (DARI_ENLARGEMENT if self.right_to_left else 1), 1)

    def width(self, text: str, size: float, role="label", spaced=0.0) -> float:
        spacing = 0 if self.right_to_left else spaced * self.size(size) * len(text)
        return self.ruler.width(text, self.size(size), TEXT_ROLES[role][1]) + spacing

    def text(
        self, x, y, text, size=24, role="label", hold="left",
        spaced=0.0, angle=0.0, italic=False, check=True,
    ) -> None:  # fmt: skip
        """One line on the baseline y. `hold` is the part of the text that stands at x."""
        if size < SMALLEST:
            raise ValueError(f"{self.name}: {text!r} is set at {size}; the least is {SMALLEST}.")
        width = self.width(text, size, role, spaced)
        letters = self.size(size)
        left = x - {"left": 0, "middle": width / 2, "right": width}[hold]
        if check and not angle:
            self.boxes.append((text, left, y - letters * 0.74, left + width, y + letters * 0.2))
        anchor = {"left": "start", "middle": "middle", "right": "end"}[hold]
        if self.right_to_left:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        colour, weight = TEXT_ROLES[role]
        attributes = f' text-anchor="{anchor}"' if anchor != "start" else ""
        attributes += ' direction="rtl"' if self.right_to_left else ""
        attributes += ' font-weight="700"' if weight == 700 else ""
        if italic and not self.right_to_left:
            attributes += ' font-style="italic"'
        if spaced and not self.right_to_left:
            attributes += f' letter-spacing="{mark(spaced * letters)}"'
        if angle:
            attributes += f' transform="rotate({mark(angle)} {mark(x)} {mark(y)})"'
        self.parts.append(
            f'<text class="{role}" x="{mark(x)}" y="{mark(y)}" fill="{COLOURS[colour]}" '
            f'font-family="{self.ruler.family}, sans-serif" font-size="{letters}"{attributes}>'
            f"{escape(text)}</text>"
        )

    def country(self, key: str, longitude, latitude, size=23, angle=0.0, role="label-quiet"):
        """A country's name in spaced capitals, its lines one under the other."""
        x, y = self.at(longitude, latitude)
        for number, line in enumerate(self.say(key).split("|")):
            drop = number * self.size(size) * 1.3
            self.text(x, y + drop, line.upper(), size, role, "middle", spaced=0.16, angle=angle)

    def river(self, key: str, longitude, latitude, side=-1, size=22) -> None:
        """A river's name in italics along its course, near a point; side -1 is above."""
        text = self.say(key)
        river = next(
            river for river in self.base.rivers
            if self.words[key]["en"].split("|")[0].startswith(river.names.get("en") or "?")
        )  # fmt: skip
        near = self.at(longitude, latitude)
        width = self.width(text, size)
        line = min(
            self.sheet.river_lines(river), key=lambda line: min(math.dist(p, near) for p in line)
        )
        middle = min(range(len(line)), key=lambda index: math.dist(line[index], near))
        first, last = middle, middle
        while first > 0 and math.dist(line[first], line[middle]) < width / 2:
            first -= 1
        while last < len(line) - 1 and math.dist(line[last], line[middle]) < width / 2:
            last += 1
        (x0, y0), (x1, y1) = line[first], line[last]
        angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
        angle = angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle
        turned = math.radians(angle)
        away = -8 if side < 0 else self.size(size) * 0.95
        # The letters stand clear of the course's bulges on their side.
        bulge = [
            (y - line[middle][1]) * math.cos(turned) - (x - line[middle][0]) * math.sin(turned)
            for x, y in line[first : last + 1]
        ]
        away += min(bulge) if side < 0 else max(bulge)
        x = line[middle][0] - math.sin(turned) * away
        y = line[middle][1] + math.cos(turned) * away
        self.text(x, y, text, size, "water-name", "middle", angle=angle or 0.01, italic=True)

    def scale_bar(self, kilometres: int, x: float, y: float) -> None:
        length = kilometres * self.frame.units_per_km_at(WIDTH / 2, self.height / 2)
        self.curve("quiet", f"M{mark(x)} {mark(y - 7)}v7h{mark(length)}v-7", 2)
        number = f"{kilometres}\N{NO-BREAK SPACE}{self.say('km')}"
        if self.right_to_left:
            number = number.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
        self.text(x + length / 2, y - 14, number, 22, "label-quiet", "middle")

    # The file

    def svg(self) -> str:
        stem = self.name if self.language == "en" else f"{self.name}-{self.language.lower()}"
        title, desc = f"{stem}-title", f"{stem}-desc"
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height}" '
                f'role="img" lang="{self.language}" aria-labelledby="{title} {desc}">',
                f"<title id={quoteattr(title)}>{escape(self.say('title'))}</title>",
                f"<desc id={quoteattr(desc)}>{escape(self.say('alt'))}</desc>",
                *self.parts,
                "</svg>",
                "",
            ]
        )

    def faults(self) -> list[str]:
        """What a reader would stumble over: a name cut off at a side, name upon name."""
        where = f"{self.name} ({self.language})"
        found = [
            f"{where}: {text!r} leaves the sheet"
            for text, left, top, right, bottom in self.boxes
            if left < 4 or right > WIDTH - 4 or top < 2 or bottom > self.height - 2
        ]
        for (one, *a), (other, *b) in combinations(self.boxes, 2):
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                found.append(f"{where}: {one!r} touches {other!r}")
        return found
