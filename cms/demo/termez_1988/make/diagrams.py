"""The two diagrams: who supplied whom, and who signed what at Geneva."""
# requires: fonttools, brotli, uharfbuzz   (to draw the charts again; the site needs none of it)

from chart_sheet import MARGIN, WIDTH, Sheet


def supply(sheet: Sheet) -> None:
    """Two trunk lines down to one country; four tributaries make the first."""
    top = sheet.headline() + 62
    trunk, other, text = 16, 424, 54
    isi, parties, end = top + 312, top + 426, top + 526
    ground = end + 66

    for number, who in enumerate(("usa", "saudi", "china", "egypt")):
        y = top + number * 66
        sheet.curve(
            sheet.trace(
                f"M{text - 8} {y - 8} L{trunk + 18} {y - 8} "
                f"C{trunk + 6} {y - 8} {trunk} {y} {trunk} {y + 14}"
            ),
            "accent",
            4,
        )
        sheet.line(text, y, sheet.say(who), 22, "label-strong")
        sheet.line(text, y + sheet.leading(20), sheet.say(f"{who}_note"), 20)
        sheet.stroke([(trunk, y + 13), (trunk, ground - 12)], "accent", 4 + number * 2.4)

    def station(x, y, who, width, role):
        sheet.dot(x, y - 8, 14, role)
        sheet.dot(x, y - 8, 7, "paper")
        sheet.line(x + 38, y, sheet.say(who), 22, "label-strong")
        sheet.block(x + 38, y + sheet.leading(20), sheet.say(f"{who}_note"), width, 20)

    station(trunk, isi, "isi", 330, "accent")
    station(trunk, parties, "parties", 330, "accent")
    station(trunk, end, "commanders", 330, "accent")

    sheet.stroke([(other, top - 8), (other, ground - 12)], "second", 11.2)
    station(other, top, "ussr", 176, "second")
    station(other, parties, "kabul", 176, "second")
    station(other, end, "army", 176, "second")

    sheet.box(MARGIN, ground - 14, WIDTH - MARGIN, ground + 34, "ink")
    sheet.line(trunk + 38, ground + 18, sheet.say("afghanistan"), 24, "paper-fill")
    sheet.y = ground + 34
    sheet.below("note", "source", gap=40)


def geneva(sheet: Sheet) -> None:
    """Four instruments down, four governments across, and a fifth column that stays empty."""
    top = sheet.headline() + 56
    columns = [64 + number * 128 for number in range(5)]
    for x, who in zip(
        columns, ("afghanistan", "pakistan", "ussr", "usa", "resistance"), strict=True
    ):
        role = "second-fill" if who == "resistance" else "label-strong"
        sheet.line(x, top, sheet.say(who), 20, role, "middle")

    instruments = (
        ("non_interference", "ss  "),
        ("refugees", "ss  "),
        ("guarantees", "  ss"),
        ("settlement", "ssww"),
    )
    y = top + 26
    for instrument, signatures in instruments:
        sheet.stroke([(MARGIN, y), (WIDTH - MARGIN, y)], "rule", 2)
        sheet.line(MARGIN, y + 34, sheet.say(instrument), 22)
        for x, mark in zip(columns, signatures, strict=False):
            if mark == "s":
                sheet.dot(x, y + 68, 12, "accent")
            elif mark == "w":
                sheet.ring(x, y + 68, 10.5, "accent", 3)
            if mark != " ":
                word = sheet.say("signed" if mark == "s" else "witness")
                sheet.line(x, y + 106, word, 20, "label-quiet", "middle")
        sheet.ring(columns[4], y + 68, 11, "second", 2, "3 4")
        y += 128
    sheet.stroke([(MARGIN, y), (WIDTH - MARGIN, y)], "rule", 2)
    sheet.line(columns[4], y - 22, sheet.say("absent"), 20, "second-fill", "middle")
    sheet.y = y
    sheet.below("note", "source", gap=40)
