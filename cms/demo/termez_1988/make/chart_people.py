"""The chart of people: thirty figures, ten of them leaving."""
# requires: fonttools, brotli, uharfbuzz   (to draw the charts again; the site needs none of it)

import re

from chart_sheet import MARGIN, WIDTH, Sheet

# Cut like a relief print: wrapped figures without faces, feet on 0, y upward negative.
MAN = (
    "M-16 0 C-17 -26 -20 -50 -16 -66 C-13 -73 -8 -75 -4 -77 L-4 -80 C-8 -82 -10 -87 -10 -91 "
    "C-14 -92 -14 -98 -10 -99 C-7 -105 7 -105 10 -99 C14 -98 14 -92 10 -91 C10 -87 8 -82 4 -80 "
    "L4 -77 C8 -75 13 -73 16 -66 C20 -50 17 -26 16 0 Z"
)
WOMAN = (
    "M-21 0 C-20 -24 -18 -46 -14 -62 C-13 -66 -12 -69 -10 -72 C-12 -86 -8 -94 0 -94 "
    "C8 -94 12 -86 10 -72 C12 -69 13 -66 14 -62 C18 -46 20 -24 21 0 Z"
)
CHILD = (
    "M-11 0 C-11 -16 -13 -30 -10 -39 C-8 -43 -5 -44 -3 -45 C-7 -47 -8 -51 -8 -54 "
    "C-8 -60 -4 -63 0 -63 C4 -63 8 -60 8 -54 C8 -51 7 -47 3 -45 C5 -44 8 -43 10 -39 "
    "C13 -30 11 -16 11 0 Z"
)
# What the gouge takes out: the fold of a shawl, the opening of a veil.
FOLDS = {
    MAN: "M11 -71 C6 -58 -4 -48 -16 -42 C-4 -46 8 -54 13 -69 Z",
    WOMAN: "M-1 -68 C3 -46 5 -24 5 -3 C8 -24 7 -48 1 -69 Z",
    CHILD: "M-6 -40 C-3 -32 3 -29 10 -27 C4 -31 -1 -34 -4 -41 Z",
}
BUNDLE = "M-11 -95 C-17 -101 -15 -112 -4 -113 C8 -115 17 -106 12 -95 C6 -91 -6 -91 -11 -95 Z"
LEAVING = (MAN, WOMAN, CHILD, WOMAN, CHILD, MAN, WOMAN, CHILD, WOMAN, MAN)
STAYING = (
    (WOMAN, CHILD, MAN, MAN, CHILD, WOMAN, WOMAN, CHILD, CHILD, MAN),
    (MAN, WOMAN, CHILD, WOMAN, MAN, CHILD, MAN, WOMAN, WOMAN, CHILD),
)
PITCH = 61
LEAN = 0.2


def _standing(path: str, x: float, feet: float, lean: float = 0) -> str:
    """The figure's outline with its feet at `x`, `feet`; leaning moves its head forward."""

    def place(pair):
        across, up = float(pair[1]), float(pair[2])
        return f"{across - up * lean + x:.1f} {up + feet:.1f}"

    return re.sub(r"(-?[\d.]+) (-?[\d.]+)", place, path)


def one_in_three(sheet: Sheet) -> None:
    """Three rows of ten: one leaves towards reading's end, two stay."""
    y = sheet.headline() + 52
    sheet.block(MARGIN, y, sheet.say("gone"), WIDTH - 2 * MARGIN, 24, "accent-fill")
    feet = sheet.y + 142
    for number, figure in enumerate(LEAVING):
        x = 24 + number * PITCH
        sheet.shape(_standing(figure, x, feet, LEAN), "accent")
        sheet.shape(_standing(FOLDS[figure], x, feet, LEAN), "paper")
        if figure is WOMAN and number != 8:
            sheet.shape(_standing(BUNDLE, x, feet, LEAN), "accent")
    sheet.stroke([(MARGIN, feet), (WIDTH - MARGIN, feet)], "accent", 2.5)

    sheet.line(MARGIN, feet + 62, sheet.say("stayed"), 24, "label-strong")
    feet = sheet.y + 126
    for row in STAYING:
        for number, figure in enumerate(row):
            x = 30 + number * PITCH
            sheet.shape(_standing(figure, x, feet), "quiet")
            sheet.shape(_standing(FOLDS[figure], x, feet), "paper")
        sheet.stroke([(MARGIN, feet), (WIDTH - MARGIN, feet)], "quiet", 2.5)
        sheet.y, feet = feet, feet + 122
    sheet.below("note", "source", gap=46)
