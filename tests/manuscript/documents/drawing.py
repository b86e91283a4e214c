"""The pictures of the curator's document, drawn here so that nobody's rights are touched.

Drawn four times too large and brought down, which is what makes the lines smooth.
"""

import math
import struct
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 750
FINE = 3
NIGHT, SEA, DEEP = "#14213d", "#2a4b7c", "#1b3358"
STONE, STONE_DARK, PAPER = "#c9c2b0", "#8f8873", "#f4efe3"
FLAME, BRASS, INK, RED, GREEN = "#ffd166", "#b08d3c", "#23201a", "#c8553d", "#3f7d58"
COLOURS = 48
# Over the forty megapixels that a picture may have, and still a small file.
CHART_SIZE = (8400, 5200)

Point = tuple[float, float]


class Sheet:
    """A drawing in points of the finished picture."""

    def __init__(self, ground: str) -> None:
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), ground)
        self._pen = ImageDraw.Draw(self.image)

    def area(self, points: list[Point], fill: str, edge: str | None = None) -> None:
        fine = _fine(points)
        self._pen.polygon(fine, fill=fill)
        if edge:
            self._pen.line([*fine, fine[0]], fill=edge, width=2 * FINE, joint="curve")

    def line(self, points: list[Point], colour: str, width: int = 3) -> None:
        self._pen.line(_fine(points), fill=colour, width=width * FINE, joint="curve")

    def box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        self.area([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def disc(self, x: float, y: float, radius: float, fill: str, edge: str | None = None) -> None:
        box = _fine([(x - radius, y - radius), (x + radius, y + radius)])
        self._pen.ellipse(box, fill=fill, outline=edge, width=2 * FINE)

    def words(self, x: float, y: float, text: str, colour: str = INK, size: int = 26) -> None:
        font = ImageFont.load_default(size * FINE)
        self._pen.text((x * FINE, y * FINE), text, fill=colour, font=font)

    def png(self) -> bytes:
        return _png(self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))


def tower() -> bytes:
    sheet = Sheet(NIGHT)
    sheet.box(0, 610, WIDTH, HEIGHT, SEA)
    sheet.area([(330, HEIGHT), (420, 640), (560, 615), (700, 640), (830, HEIGHT)], STONE_DARK)
    widths = [(_half_width(height), height) for height in range(0, 481, 8)]
    left = [(560 - width, 630 - height) for width, height in widths]
    right = [(560 + width, 630 - height) for width, height in reversed(widths)]
    sheet.area(left + right, STONE, INK)
    for room, name in enumerate(("oil and water", "stores", "kitchen", "bunks", "watch room")):
        top = 400 - room * 58
        sheet.box(520, top, 600, top + 46, PAPER)
        sheet.line([(600, top + 23), (720, top + 23)], FLAME, 2)
        sheet.words(730, top + 8, name, PAPER)
    sheet.words(730, 530, "solid stone", PAPER)
    sheet.line([(600, 545), (720, 545)], FLAME, 2)
    sheet.box(500, 138, 620, 150, INK)
    sheet.box(522, 80, 598, 138, FLAME)
    sheet.area([(512, 80), (560, 42), (608, 80)], BRASS)
    for end in (20, 70, 120):
        sheet.line([(515, 108), (0, end + 40)], FLAME, 2)
    return sheet.png()


def _half_width(height: float) -> float:
    """A tree's trunk, broad below."""
    return 48 + 92 * math.exp(-height / 95)


def horizon() -> bytes:
    sheet = Sheet(PAPER)
    sea = [(x, 330 + ((x - 600) / 600) ** 2 * 330) for x in range(0, WIDTH + 1, 10)]
    sheet.area([*sea, (WIDTH, HEIGHT), (0, HEIGHT)], SEA)
    sheet.area([(122, 545), (134, 346), (156, 346), (168, 545)], STONE, INK)
    sheet.line([(145, 329), (1030, 329)], RED, 4)
    sheet.disc(145, 329, 16, FLAME, INK)
    sheet.area([(960, 480), (1110, 530), (1085, 570), (985, 535)], INK)
    sheet.line([(1030, 515), (1030, 330)], INK, 5)
    sheet.words(120, 270, "lamp")
    sheet.words(555, 280, "horizon")
    sheet.words(1015, 285, "eye")
    return sheet.png()


def stones() -> bytes:
    sheet = Sheet(PAPER)
    count = 16
    for ring, (inner, outer) in enumerate(((70, 180), (180, 320))):
        for block in range(count):
            start = 2 * math.pi * (block + ring / 2) / count
            end = start + 2 * math.pi / count
            fill = STONE if (block + ring) % 2 else "#ded8c8"
            sheet.area(_block(inner, outer, start, end), fill, INK)
    sheet.disc(600, 375, 70, STONE_DARK, INK)
    for block in range(count):
        turn = 2 * math.pi * (block + 1.0) / count
        sheet.disc(600 + 255 * math.cos(turn), 375 + 255 * math.sin(turn), 9, RED)
    sheet.words(960, 360, "pegs", RED)
    return sheet.png()


def _block(inner: float, outer: float, start: float, end: float) -> list[Point]:
    tooth = (end - start) * 0.16
    middle, wide, narrow = (inner + outer) / 2, (outer - inner) / 5, (outer - inner) / 8
    corners = [(inner, start), (middle - narrow, start), (middle - wide, start + tooth),
               (middle + wide, start + tooth), (middle + narrow, start), (outer, start),
               (outer, (start + end) / 2), (outer, end), (middle + narrow, end),
               (middle + wide, end + tooth), (middle - wide, end + tooth), (middle - narrow, end),
               (inner, end)]  # fmt: skip
    return [(600 + r * math.cos(a), 375 + r * math.sin(a)) for r, a in corners]


def lamp() -> bytes:
    sheet = Sheet(NIGHT)
    sheet.line([(490, 600), (490, 330), (520, 270), (520, 60)], PAPER, 4)
    sheet.line([(710, 600), (710, 330), (680, 270), (680, 60)], PAPER, 4)
    sheet.box(440, 600, 760, 690, BRASS)
    sheet.area([(540, 440), (560, 320), (600, 200), (640, 320), (660, 440), (620, 440), (600, 360),
                (580, 440)], FLAME)  # fmt: skip
    for x in (540, 622):
        sheet.box(x, 440, x + 38, 600, STONE)
    for x, words in ((510, "air outside"), (600, "air inside"), (690, "")):
        sheet.line([(x, 590), (x, 470)], "#8ecae6", 4)
        sheet.area([(x - 9, 480), (x, 455), (x + 9, 480)], "#8ecae6")
        sheet.words(790, 470 if x == 510 else 520, words, "#8ecae6")
    sheet.words(790, 150, "glass chimney", PAPER)
    sheet.words(790, 300, "ring-shaped flame", FLAME)
    return sheet.png()


def lens() -> bytes:
    sheet = Sheet(NIGHT)
    sheet.disc(330, 375, 20, FLAME)
    for step in range(-7, 8):
        y = 375 + step * 42
        sheet.line([(330, 375), (600, y)], "#c9a84a", 2)
        sheet.line([(650, y), (WIDTH, y)], FLAME, 3)
        if step:
            lean = 42 * step / 8
            sheet.area([(600, y - 19), (620, y - 19), (662 - abs(lean), y - 19 * (step > 0)),
                        (662 - abs(lean), y + 19 * (step < 0)), (620, y + 19), (600, y + 19)],
                       "#9fc6d8", PAPER)  # fmt: skip
    sheet.area([(600, 354), (640, 356), (668, 375), (640, 394), (600, 396)], "#9fc6d8", PAPER)
    sheet.words(280, 410, "flame", PAPER)
    sheet.words(560, 690, "rings of prisms", PAPER)
    return sheet.png()


def clockwork() -> bytes:
    sheet = Sheet(PAPER)
    sheet.area([(330, 740), (380, 250), (820, 250), (870, 740)], STONE, INK)
    sheet.area([(400, 740), (440, 300), (760, 300), (800, 740)], PAPER)
    sheet.disc(560, 220, 62, BRASS, INK)
    sheet.disc(680, 220, 44, BRASS, INK)
    sheet.disc(740, 170, 26, BRASS, INK)
    sheet.line([(740, 170), (740, 90)], INK, 6)
    sheet.box(660, 60, 820, 90, "#9fc6d8")
    sheet.line([(500, 225), (500, 560)], INK, 4)
    sheet.box(470, 560, 530, 680, INK)
    sheet.words(560, 600, "weight")
    sheet.words(850, 60, "turntable of the lens")
    sheet.words(380, 130, "drum")
    return sheet.png()


def rhythms() -> bytes:
    sheet = Sheet(NIGHT)
    rows = {
        "fixed": [(0, 20)],
        "flashing": [(at, at + 0.7) for at in range(0, 20, 5)],
        "group flashing": [(at + d, at + d + 0.7) for at in (0, 10) for d in (0, 1.8)],
        "isophase": [(at, at + 2) for at in range(0, 20, 4)],
        "occulting": [(at, at + 4) for at in range(0, 20, 5)],
    }
    for row, (name, lit) in enumerate(rows.items()):
        y = 90 + row * 115
        sheet.words(40, y + 12, name, PAPER, 30)
        sheet.box(300, y, 1160, y + 60, DEEP)
        for start, end in lit:
            sheet.box(300 + start * 43, y, 300 + end * 43, y + 60, FLAME)
    for second in range(0, 21, 5):
        sheet.words(290 + second * 41.5, 680, f"{second} s", PAPER, 22)
    return sheet.png()


def sectors() -> bytes:
    sheet = Sheet(SEA)
    for start, end, colour in ((-40, -9, RED), (-9, 9, PAPER), (9, 40, GREEN)):
        rim = [(180 + 960 * math.cos(math.radians(a)), 375 + 960 * math.sin(math.radians(a)))
               for a in range(start, end + 1)]  # fmt: skip
        sheet.area([(180, 375), *rim], colour)
    sheet.disc(180, 375, 30, FLAME, INK)
    sheet.area([(800, 360), (900, 350), (940, 375), (900, 400), (800, 390)], INK)
    return sheet.png()


def boat() -> bytes:
    sheet = Sheet("#4a5a6a")
    sheet.area([(960, 360), (975, 180), (1005, 180), (1020, 360)], "#6d7681")
    sheet.disc(990, 168, 14, FLAME)
    for row, shade in enumerate(("#3b556b", "#2d465c", "#21394e", "#182c3f")):
        top = 340 + row * 90
        wave = [
            (x, top + 34 * math.sin(x / (70 + row * 25) + row * 1.7)) for x in range(0, 1201, 8)
        ]
        sheet.area([*wave, (WIDTH, HEIGHT), (0, HEIGHT)], shade)
        if row == 2:
            sheet.area([(330, 470), (370, 540), (640, 540), (690, 460), (600, 495), (420, 495)],
                       STONE, INK)  # fmt: skip
            for x in (440, 570):
                sheet.disc(x, 430, 16, INK)
                sheet.area([(x - 22, 500), (x - 12, 445), (x + 12, 445), (x + 22, 500)], INK)
                sheet.line([(x, 470), (x - 90, 590)], STONE, 5)
    return sheet.png()


def chart() -> bytes:
    """Too many points for a screen, and a small file, as scans of charts are."""
    image = Image.new("1", CHART_SIZE, 1)
    pen = ImageDraw.Draw(image)
    coast = [(x, 3600 + int(500 * math.sin(x / 900) + 180 * math.sin(x / 210)))
             for x in range(0, CHART_SIZE[0] + 1, 20)]  # fmt: skip
    pen.line(coast, fill=0, width=14)
    for x, y in coast[30::70]:
        pen.ellipse([x - 700, y - 700, x + 700, y + 700], outline=0, width=6)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def mark() -> bytes:
    """A Windows metafile: a triangle on a line, as old chart software pasted its signs."""
    records = b"".join((
        _record(0x0103, 8),
        _record(0x020B, 0, 0),
        _record(0x020C, 600, 600),
        _record(0x0324, 3, 300, 60, 520, 540, 80, 540),
        _record(0x0214, 580, 60), _record(0x0213, 580, 540),
        _record(0x0000),
    ))  # fmt: skip
    longest = 11
    header = struct.pack("<HHHIHIH", 1, 9, 0x0300, 9 + len(records) // 2, 0, longest, 0)
    placed = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 600, 600, 600, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", placed):
        check ^= word
    return placed + struct.pack("<H", check) + header + records


def _record(function: int, *values: int) -> bytes:
    return struct.pack(f"<IH{len(values)}h", 3 + len(values), function, *values)


def _fine(points: list[Point]) -> list[Point]:
    return [(x * FINE, y * FINE) for x, y in points]


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


PICTURES: dict[str, Callable[[], bytes]] = {
    "tower.png": tower, "horizon.png": horizon, "stones.png": stones, "lamp.png": lamp,
    "lens.png": lens, "clockwork.png": clockwork, "rhythms.png": rhythms,
    "sectors.png": sectors, "boat.png": boat, "chart.png": chart, "mark.wmf": mark,
}  # fmt: skip
