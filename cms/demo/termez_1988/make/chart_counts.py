"""The two charts of the dead: one side counted, the other estimated."""
# requires: fonttools, brotli, uharfbuzz   (to draw the charts again; the site needs none of it)

from chart_sheet import MARGIN, WIDTH, Sheet


def soviet_dead(sheet: Sheet) -> None:
    """Three counts as bars from nought; what came on top of the first in a second colour."""
    y = sheet.headline() + 56
    first = 13_310 / 15_051 * (WIDTH - 2 * MARGIN)
    for key, dead in (("announced", 13_310), ("archival", 14_450), ("revised", 15_051)):
        width = sheet.line(MARGIN, y, sheet.say(key), 32, "label-strong")
        note = sheet.say(f"{key}_note")
        if width + 16 + sheet.width(note, 22) < WIDTH - 2 * MARGIN:
            sheet.line(MARGIN + width + 16, y, note, 22)
        else:
            y += sheet.leading(22) + 4
            sheet.line(MARGIN, y, note, 22)
        end = MARGIN + dead / 15_051 * (WIDTH - 2 * MARGIN)
        sheet.box(MARGIN, y + 16, MARGIN + first, y + 46, "ink")
        if dead > 13_310:
            sheet.box(MARGIN + first, y + 16, end, y + 46, "second")
        y += 104
    corner = MARGIN + first
    sheet.stroke([(corner, y - 104 + 46), (corner, y - 104 + 72)], "second", 1.5)
    sheet.line(WIDTH - MARGIN, y - 104 + 94, sheet.say("added"), 20, "second-fill", "end")
    sheet.below("source", gap=46)


def afghan_estimates(sheet: Sheet) -> None:
    """An open range, one named estimate in it, and the Soviet count at the same scale."""
    y = sheet.headline() + 54
    full = 1_250_000

    def at(people):
        return MARGIN + people / full * (WIDTH - 2 * MARGIN)

    sheet.line(MARGIN, y, sheet.say("range"), 22, "label-strong")
    band = y + 22
    # Open ends: the band fades in steps where no source fixes the number.
    for step in range(1, 11):
        for edge in (180_000 + step * 22_000, 1_236_000 - step * 22_000):
            sheet.box(
                at(edge),
                band,
                at(edge + 22_000),
                band + 62,
                "accent",
                f' fill-opacity="{step / 11:.2f}"',
            )
    sheet.box(at(422_000), band, at(1_016_000), band + 62, "accent")
    khalidi = at(876_000)
    sheet.stroke([(khalidi, band - 6), (khalidi, band + 134)], "second", 4)
    sheet.line(at(200_000), band + 92, sheet.say("range_low"), 20)
    sheet.line(WIDTH - MARGIN, band + 92, sheet.say("range_high"), 20, "label", "end")
    sheet.line(khalidi - 14, band + 134, sheet.say("khalidi"), 28, "second-fill", "end")
    sheet.line(WIDTH - MARGIN, band + 164, sheet.say("khalidi_note"), 20, "label", "end")

    soviet = band + 206
    sheet.box(MARGIN, soviet, at(15_051), soviet + 62, "ink")
    sheet.line(at(15_051) + 14, soviet + 26, sheet.say("soviet"), 28, "label-strong")
    sheet.line(at(15_051) + 14, soviet + 56, sheet.say("soviet_note"), 20)

    axis = soviet + 92
    sheet.stroke([(MARGIN, axis), (WIDTH - MARGIN, axis)], "ink", 2)
    for people, key, anchor in (
        (0, "zero", "start"),
        (500_000, "half_million", "middle"),
        (1_000_000, "million", "middle"),
    ):
        sheet.stroke([(at(people), axis), (at(people), axis + 10)], "ink", 2)
        sheet.line(at(people), axis + 34, sheet.say(key), 20, "label", anchor)
    sheet.below("note", "source")
