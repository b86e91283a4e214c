"""Makes the exhibit's film: the two roads out, from 15 May 1988 to 15 February 1989.

    python road_out.py [--still SECOND FILE]

Writes recordings/road-out.mp4 and images/video-poster.png. Needs pillow, numpy, scipy and
imageio-ffmpeg. Only three numbers are known: about 100,000 soldiers on 15 May 1988, half of them
on 15 August, none on 15 February 1989. Between them the number is drawn, as the captions say.
"""
# requires: pillow, numpy, scipy, imageio-ffmpeg   (to make the film again; the site needs none)

import argparse
import itertools
import math
import subprocess
import tempfile
import tomllib
from datetime import date, timedelta
from pathlib import Path

import imageio_ffmpeg
from PIL import Image, ImageDraw
from road_map import (
    BRICK,
    HEIGHT,
    INK,
    LIGHT,
    PAPER,
    QUIET,
    SAND,
    SCALE,
    WIDTH,
    Ground,
    Road,
    dashes,
    font,
    mix,
)  # fmt: skip
from road_sound import SECONDS, write_sound

HERE = Path(__file__).parent
BUNDLE = HERE.parent
FRAMES_A_SECOND = 15
POSTER_SECOND = 29.5
PLACES = tomllib.loads((BUNDLE / "data/places.toml").read_text("utf-8"))
ROUTES = tomllib.loads((BUNDLE / "data/routes.toml").read_text("utf-8"))

# Second of the film -> day of the story.
CLOCK = [
    (0, date(1988, 5, 15)), (10, date(1988, 5, 15)), (28, date(1988, 8, 15)),
    (31, date(1988, 8, 15)), (36, date(1988, 11, 1)), (41, date(1988, 11, 30)),
    (44, date(1989, 1, 1)), (48, date(1989, 1, 25)),
    (59, date(1989, 2, 15)), (SECONDS, date(1989, 2, 15)),
]  # fmt: skip
STRENGTH = [
    (date(1988, 5, 15), 100), (date(1988, 8, 15), 50), (date(1988, 12, 1), 50),
    (date(1989, 2, 15), 0),
]  # fmt: skip
PAUSE = (36.0, 41.0)
BRIDGE_FROM = 60.5
LABELS = {  # place: (x and y from its marker, which side of the words is held there)
    "termez": (-14, -54, "m"), "hairatan": (20, 20, "l"), "salang": (24, 2, "l"),
    "kabul": (-22, -24, "r"), "jalalabad": (4, 32, "m"), "gardez": (24, 8, "l"),
    "kandahar": (22, 12, "l"), "shindand": (24, 4, "l"), "herat": (22, -26, "l"),
    "kushka": (20, -18, "l"),
}  # fmt: skip


def eased(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def between(points: list, at):
    """The value at a second or a day, on straight lines through known points."""
    for (start, low), (end, high) in itertools.pairwise(points):
        if at <= end:
            share = (at - start) / (end - start)
            return low + (high - low) * share
    return points[-1][1]


def written(thousands: float) -> str:
    """A known number as it is; one drawn between them in fives, and marked as about so many."""
    if thousands in (100, 50, 0):
        return f"{thousands:g}\N{NO-BREAK SPACE}000" if thousands else "0"
    return f"~{max(5, 5 * round(thousands / 5))}\N{NO-BREAK SPACE}000"


def day_at(second: float) -> date:
    ordinals = [(start, day.toordinal()) for start, day in CLOCK]
    return date.fromordinal(int(between(ordinals, second) + 1e-6))


class Film:
    def __init__(self) -> None:
        self.ground = Ground()
        self.east, self.gardez, self.west = (
            Road(self.ground, ROUTES[key]["line"]) for key in ("east", "east-gardez", "west")
        )
        self.dots = {
            key: self.ground.at(PLACES[key]["longitude"], PLACES[key]["latitude"]) for key in LABELS
        }
        kabul = self.east.share_at(self.dots["kabul"])
        herat, shindand = (self.west.share_at(self.dots[key]) for key in ("herat", "shindand"))
        # How much of each road the army has left behind, by second of the film.
        self.left_behind = [
            (self.east, [(10, 0), (15, kabul), (53.2, kabul), (58.8, 1), (99, 1)]),
            (self.gardez, [(12, 0), (17, 1), (99, 1)]),
            (
                self.west,
                [(19, 0), (28, shindand), (51.6, shindand), (55, herat), (58.8, 1), (99, 1)],
            ),
        ]
        self.serif = {
            size: font("noto-serif", size, weight)
            for size, weight in ((54, 400), (92, 700), (120, 700))
        }
        self.sans = {
            (size, weight): font("noto-sans", size, weight)
            for size, weight in ((17, 400), (21, 400), (28, 700))
        }
        bridge = Image.open(BUNDLE / "images/bridge-walk.png").convert("RGB")
        top = round((bridge.height - bridge.width * 9 / 16) * 0.55)
        self.bridge = bridge.crop((0, top, bridge.width, top + bridge.width * 9 // 16)).resize(
            (WIDTH, HEIGHT), Image.Resampling.LANCZOS
        )

    def frame(self, second: float) -> Image.Image:
        if second >= BRIDGE_FROM + 2:
            picture = self.bridge
        else:
            picture = self._map(second)
            if second > BRIDGE_FROM:
                share = eased((second - BRIDGE_FROM) / 2)
                picture = Image.blend(picture, self.bridge, share)
        dark = max(1 - second / 1.5, (second - (SECONDS - 1.6)) / 1.4)
        if dark > 0:
            picture = Image.blend(
                picture, Image.new("RGB", picture.size, PAPER), eased(min(dark, 1))
            )
        return picture

    def _map(self, second: float) -> Image.Image:
        picture = self.ground.picture.copy()
        pen = ImageDraw.Draw(picture)
        self._roads(pen, second)
        self._shells(pen, second)
        self._names(pen, second)
        self._figures(pen, second)
        return picture.reduce(SCALE)

    def _roads(self, pen: ImageDraw.ImageDraw, second: float) -> None:
        shown = eased((second - 4) / 4)
        for road, course in self.left_behind:
            for dash in dashes(road.until(shown), 5, 9):
                pen.line(dash, fill=mix(PAPER, INK, 0.75), width=5)
            share = between(course, second)
            if share > 0:
                line = road.until(share)
                pen.line(line, fill=BRICK, width=13, joint="curve")
                for x, y in (line[0], line[-1]):
                    pen.ellipse((x - 6, y - 6, x + 6, y + 6), fill=BRICK)
            self._columns(pen, road, share, second)

    def _columns(self, pen, road: Road, share: float, second: float) -> None:
        """Lorries as short strokes on the part of the road that is still held."""
        moving = [(10.5, 28.0), (44.0, 58.5)]
        active = max(
            min(eased((second - start) / 1.5), eased((end - second) / 1.5)) for start, end in moving
        )
        if active <= 0.02 or share >= 0.995 or road is self.gardez:
            return
        if road is self.west and second < 19:
            return
        gap = 74 / road.whole
        first = (second * 26 / road.whole) % gap
        count = int((1 - share) / gap)
        for number in range(count + 1):
            place = share + first + number * gap
            if place > 0.985:
                continue
            start, end = road.point(place), road.point(place + 13 / road.whole)
            pen.line([start, end], fill=mix(LIGHT, BRICK, active), width=11)

    def _shells(self, pen, second: float) -> None:
        """The bombardment beside the Salang, January 1989: rings that open and fade."""
        for start, longitude, latitude in (
            (47.2, 69.42, 35.22), (47.8, 69.2, 35.38), (48.3, 69.5, 35.42), (48.9, 69.3, 35.12),
        ):  # fmt: skip
            age = (second - start) / 1.6
            if 0 < age < 1:
                x, y = self.ground.at(longitude, latitude)
                radius = 8 + 42 * age
                pen.ellipse(
                    (x - radius, y - radius, x + radius, y + radius),
                    outline=mix(INK, LIGHT, age), width=5,
                )  # fmt: skip

    def _names(self, pen, second: float) -> None:
        for number, (key, (across, down, hold)) in enumerate(LABELS.items()):
            shown = eased((second - 5 - number * 0.35) / 0.8)
            if shown <= 0:
                continue
            x, y = self.dots[key]
            great = key == "termez"
            radius = 15 if great else 9
            fill = mix(PAPER, BRICK if great else INK, shown)
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
            if not great:
                inner = radius - 4
                pen.ellipse((x - inner, y - inner, x + inner, y + inner), fill=LIGHT)
            name = PLACES[key]["name"]["en"].replace(" tunnel", "")
            face = self.sans[28, 700] if great else self.sans[21, 400]
            pen.text(
                (x + across, y + down), name, font=face, anchor=f"{hold}m",
                fill=mix(PAPER, INK, shown),
            )  # fmt: skip
            if great and second > 58.5:
                age = min((second - 58.5) / 2, 1)
                ring = 15 + 60 * age
                pen.ellipse(
                    (x - ring, y - ring, x + ring, y + ring), outline=mix(BRICK, PAPER, age),
                    width=5,
                )  # fmt: skip

    def _figures(self, pen, second: float) -> None:
        shown = eased((second - 1.5) / 1.5)
        left, top = 72 * SCALE, 96 * SCALE
        day = day_at(second)
        resting = PAUSE[0] < second < PAUSE[1]
        ink = mix(PAPER, INK, shown)
        pen.text(
            (left, top), f"{day.day:02}.{day.month:02}.{day.year}", font=self.serif[54],
            anchor="ls", fill=mix(PAPER, BRICK, shown) if resting else ink,
        )  # fmt: skip
        self._months(pen, second, left, top + 44, shown)
        strength = between([(d.toordinal(), n) for d, n in STRENGTH], self._ordinal(second))
        number = written(strength)
        pen.text((left, top + 330), number, font=self.serif[92], anchor="ls", fill=ink)
        self._ticks(pen, strength, left, top + 392, shown)
        if resting:
            x, y = left, top + 980
            for shift in (0, 44):
                pen.rectangle((x + shift, y, x + shift + 22, y + 84), fill=BRICK)

    @staticmethod
    def _ordinal(second: float) -> float:
        return between([(start, day.toordinal()) for start, day in CLOCK], second)

    def _months(self, pen, second: float, left: float, top: float, shown: float) -> None:
        """A ruler of the nine months; November, the pause, is left open."""
        first, last = CLOCK[0][1], CLOCK[-1][1]
        whole = (last - first).days
        width = 330 * SCALE
        now = (self._ordinal(second) - first.toordinal()) / whole

        def x(day: date) -> float:
            return left + width * (day - first).days / whole

        y = top + 24
        pen.line([(left, y), (left + width, y)], fill=mix(PAPER, SAND, shown), width=6)
        pen.line([(left, y), (left + width * now, y)], fill=mix(PAPER, INK, shown), width=6)
        pause = x(date(1988, 11, 1)), x(date(1988, 11, 30))
        if left + width * now > pause[0]:
            end = min(left + width * now, pause[1])
            pen.line([(pause[0], y), (end, y)], fill=BRICK, width=6)
        month = first.replace(day=1)
        while month <= last:
            if month >= first:
                pen.line(
                    [(x(month), y - 9), (x(month), y + 9)], fill=mix(PAPER, QUIET, shown), width=3
                )
            month = (month + timedelta(days=32)).replace(day=1)

    def _ticks(self, pen, strength: float, left: float, top: float, shown: float) -> None:
        """A hundred strokes, each a thousand soldiers; those who have left stay as a trace."""
        for number in range(100):
            row, column = divmod(number, 20)
            x, y = left + column * 33, top + row * 76
            here = min(max(strength - number, 0.0), 1.0)
            colour = mix(PAPER, mix(SAND, INK, here), shown)
            pen.rectangle((x, y, x + 11, y + 54), fill=colour)
        y = top + 5 * 76 + 18
        pen.rectangle((left, y, left + 11, y + 54), fill=mix(PAPER, QUIET, shown))
        pen.text(
            (left + 30, y + 28), "= 1\N{NO-BREAK SPACE}000", font=self.sans[17, 400],
            anchor="lm", fill=mix(PAPER, QUIET, shown),
        )  # fmt: skip


def write_film(film: Film) -> None:
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    out = BUNDLE / "recordings/road-out.mp4"
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "sound.wav"
        write_sound(sound)
        arguments = [
            ffmpeg, "-y", "-loglevel", "error",
            "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}",
            "-r", str(FRAMES_A_SECOND), "-i", "-", "-i", str(sound),
            "-c:v", "libx264", "-preset", "slow", "-tune", "animation", "-crf", "21",
            "-pix_fmt", "yuv420p", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-colorspace", "bt709", "-vf", "scale=out_color_matrix=bt709",
            "-c:a", "aac", "-b:a", "96k", "-threads", "1",
            "-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart", str(out),
        ]  # fmt: skip
        with subprocess.Popen(arguments, stdin=subprocess.PIPE) as encoder:
            for number in range(math.ceil(SECONDS * FRAMES_A_SECOND)):
                encoder.stdin.write(film.frame(number / FRAMES_A_SECOND).tobytes())
        if encoder.returncode:
            raise SystemExit("ffmpeg could not encode the film.")
    print(f"{out.name}: {out.stat().st_size // 1000} kB")


def write_poster(film: Film) -> None:
    poster = film.frame(POSTER_SECOND)
    out = BUNDLE / "images/video-poster.png"
    poster.quantize(96, dither=Image.Dither.NONE).save(out, optimize=True)
    print(f"{out.name}: {out.stat().st_size // 1000} kB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--still", nargs=2, metavar=("SECOND", "FILE"))
    options = parser.parse_args()
    film = Film()
    if options.still:
        film.frame(float(options.still[0])).save(options.still[1])
        return
    write_poster(film)
    write_film(film)


if __name__ == "__main__":
    main()
