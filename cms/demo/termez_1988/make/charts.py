"""Draws the exhibit's charts and diagrams as SVG, each in English, Russian and Dari.

    python charts.py

Needs fonttools, brotli and uharfbuzz: text is measured with the fonts that the site serves. The
words are in charts.toml. Without --draft nothing is written if a text in any drawing is cut off
or touches another.
"""
# requires: fonttools, brotli, uharfbuzz   (to draw the charts again; the site needs none of it)

import argparse
import tomllib
from datetime import date
from pathlib import Path

from chart_counts import afghan_estimates, soviet_dead
from chart_people import one_in_three
from chart_sheet import MARGIN, WIDTH, Ruler, Sheet
from diagrams import geneva, supply

HERE = Path(__file__).parent
FONTS = HERE.parents[3] / "exhibit/static/exhibit/vendor"
LANGUAGES = ("en", "ru", "fa-AF")


def strength(sheet: Sheet) -> None:
    """Known points of the 40th Army's strength; peak above, off the time axis."""
    top = sheet.headline() + 56
    base, full = top + 330, 120_000

    def level(soldiers):
        return base - soldiers / full * 330

    def when(year, month, day):
        days = (date(year, month, day) - date(1988, 5, 15)).days
        return 14 + days / 276 * 600  # 276 days: 15 May 1988 to 15 February 1989

    may, august, february = when(1988, 5, 15), when(1988, 8, 15), when(1989, 2, 15)
    pause = when(1988, 11, 1), when(1988, 11, 30)
    path = [
        (may, level(100_000)),
        (august, level(50_000)),
        (pause[1], level(50_000)),
        (february, base),
    ]

    outline = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in [*path, (may, base)]) + "Z"
    sheet.shape(outline, "rule", ' fill-opacity="0.5"')
    sheet.stroke([(may, level(115_000)), (WIDTH - MARGIN, level(115_000))], "quiet", 1.5)
    sheet.line(may, level(115_000) - 12, sheet.say("peak"), 22, "label-quiet")
    sheet.stroke(path, "accent", 3, "3 7", ' stroke-linecap="round"')
    sheet.stroke([(may, base), (WIDTH - MARGIN, base)], "ink", 2)
    for x in (may, august, february):
        sheet.stroke([(x, base), (x, base + 10)], "ink", 2)
    sheet.stroke([(pause[0], level(50_000)), (pause[1], level(50_000))], "second", 7)

    for x, soldiers in ((may, 100_000), (august, 50_000), (february, 0)):
        sheet.dot(x, level(soldiers), 9, "accent")
    width = sheet.line(may + 22, level(100_000) + 6, sheet.say("start"), 28, "label-strong")
    sheet.line(may + 34 + width, level(100_000) + 6, sheet.say("start_note"), 20)
    sheet.line(august + 10, level(50_000) - 50, sheet.say("half"), 28, "label-strong")
    sheet.line(august + 10, level(50_000) - 20, sheet.say("half_note"), 20)
    middle = (pause[0] + pause[1]) / 2
    sheet.line(middle, level(50_000) + 36, sheet.say("pause"), 22, "second-fill", "middle")
    sheet.line(february, base - 22, sheet.say("none"), 34, "label-strong", "middle")

    for x, key, anchor in (
        (may - 12, "may", "start"),
        (august, "august", "middle"),
        (middle, "november", "middle"),
        (WIDTH - MARGIN, "february", "end"),
    ):
        sheet.line(x, base + 36, sheet.say(key), 20, "label", anchor)
    sheet.below("note", "source")


def secretaries(sheet: Sheet) -> None:
    """The years of the war from left to right, a row for each general secretary."""
    top = sheet.headline() + 62

    def when(year, month, day):
        return (date(year, month, day) - date(1979, 9, 1)).days / 3_650 * WIDTH

    war = when(1979, 12, 27), when(1989, 2, 15)
    row, thick = 78, 24
    bottom = top + 4 * row + 82
    sheet.box(war[0], top, war[1], bottom, "rule", ' fill-opacity="0.5"')
    sheet.line(war[0], top - 14, sheet.say("war_start"), 20, "label-quiet")
    sheet.line(war[1], top - 14, sheet.say("war_end"), 20, "label-quiet", "end")

    spans = [
        ("brezhnev", MARGIN, when(1982, 11, 10)),
        ("andropov", when(1982, 11, 12), when(1984, 2, 9)),
        ("chernenko", when(1984, 2, 13), when(1985, 3, 10)),
        ("gorbachev", when(1985, 3, 11), WIDTH - MARGIN),
    ]
    for number, (who, begins, ends) in enumerate(spans):
        y = top + 32 + number * row
        last, before = who == "gorbachev", who in ("chernenko", "gorbachev")
        sheet.box(begins, y, ends, y + thick, "accent" if last else "ink")
        x, anchor = (begins - 14, "end") if before else (ends + 14, "start")
        sheet.line(x, y + 11, sheet.say(who), 20, "label-strong", anchor)
        sheet.line(x, y + 38, sheet.say(f"{who}_note"), 20, "label", anchor)
    decided = when(1986, 11, 13)
    sheet.stroke([(decided, y - 6), (decided, y + 34)], "second", 4)
    sheet.block(war[1] - 10, y + 88, sheet.say("decision"), 300, 20, "label", "end")
    sheet.stroke([(decided, y + 34), (decided, y + 66)], "second", 1.5)
    sheet.block(war[0] + 12, y + 88, sheet.say("war"), 190, 20, "label-quiet")
    sheet.y = max(sheet.y, bottom)
    sheet.below("source", gap=38)


def aftermath(sheet: Sheet) -> None:
    """Time runs downward: who held Kabul, to scale, with what tried to end it beside."""
    top = sheet.headline() + 54
    year = 92

    def when(y, month, day):
        return top + (date(y, month, day) - date(1989, 2, 15)).days / 365.25 * year

    left, right, text = MARGIN, 62, 92
    falls, taliban = when(1992, 4, 16), when(1996, 9, 27)
    sheet.box(left, top, right, falls, "accent")
    sheet.box(left, falls, right, taliban, "second")
    sheet.box(left, taliban, right, taliban + 58, "ink")
    for strip in range(4):
        y = taliban + 66 + strip * 10
        sheet.box(left, y, right, y + 7 - strip * 1.6, "ink")

    def turn(y, key):
        sheet.stroke([(left, y), (text + 8, y)], "ink", 2)
        width = sheet.line(text + 20, y + 8, sheet.say(key), 24, "label-strong")
        sheet.line(text + 32 + width, y + 8, sheet.say(f"{key}_note"), 22)

    def event(y, key):
        sheet.stroke([(right, y), (text + 8, y)], "quiet", 1.5)
        sheet.line(text + 20, y + 7, sheet.say(key), 20, "label-quiet")

    turn(top, "leaves")
    event(when(1989, 5, 15) + 16, "jalalabad")
    event(when(1990, 3, 6), "tanai")
    sheet.line(text + 20, when(1990, 12, 15), sheet.say("najibullah"), 28, "label-strong")
    sheet.line(text + 20, when(1990, 12, 15) + 34, sheet.say("najibullah_span"), 22)
    event(when(1992, 1, 1) - 10, "aid")
    turn(falls, "falls")
    middle = (falls + taliban) / 2
    sheet.line(text + 20, middle, sheet.say("factions"), 26, "label-strong")
    sheet.line(text + 20, middle + 34, sheet.say("factions_span"), 22)
    sheet.stroke([(left, taliban), (text + 8, taliban)], "ink", 2)
    sheet.line(text + 20, taliban + 8, sheet.say("taliban_date"), 24, "label-strong")
    sheet.line(text + 20, taliban + 40, sheet.say("taliban"), 22)
    sheet.below("source", gap=40)


DRAWINGS = {
    "chart-strength": strength,
    "chart-one-in-three": one_in_three,
    "chart-secretaries": secretaries,
    "chart-soviet-dead": soviet_dead,
    "chart-afghan-estimates": afghan_estimates,
    "chart-aftermath": aftermath,
    "diagram-supply": supply,
    "diagram-geneva": geneva,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fonts", type=Path, default=FONTS, help="folder of the WOFF2 files")
    parser.add_argument("--to", type=Path, default=HERE.parent / "images")
    parser.add_argument("--draft", action="store_true", help="write even where texts collide")
    options = parser.parse_args()

    words = tomllib.loads((HERE / "charts.toml").read_text(encoding="utf-8"))
    drawn, faults = {}, []
    for language in LANGUAGES:
        ruler = Ruler(options.fonts, language)
        for name, draw in DRAWINGS.items():
            sheet = Sheet(name, language, words[name], ruler)
            draw(sheet)
            suffix = "" if language == "en" else f".{language}"
            drawn[f"{name}{suffix}.svg"] = sheet.svg()
            faults += sheet.faults()
    if faults:
        print("\n".join(faults))
    if faults and not options.draft:
        raise SystemExit("Nothing written.")
    for file, svg in drawn.items():
        (options.to / file).write_text(svg, encoding="utf-8")
    print(f"{len(drawn)} drawings in {options.to}")


if __name__ == "__main__":
    main()
