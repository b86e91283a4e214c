"""Draw the site's icons: three doors in line, seen through to the last.

Run by hand when the mark changes: ``.venv/bin/python -m cms.frontend.icons``. The same numbers give
the SVG and the PNGs, so that they never differ.
"""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parents[2] / "exhibit" / "static" / "exhibit" / "icons"
GROUND, LINE = "#0b5d63", "#f7f2e8"
# On a sheet of 32 by 32: left, top, right, and the foot of each door's frame.
DOORS = ((5, 5, 27, 32), (10, 11, 22, 26), (14, 15.5, 18, 21))
SHEET, STROKE = 32, 2
# The browser's tab, a telephone's first screen (Apple, Android), and a splash screen.
SIDES_PX = (32, 180, 192, 512)
_OVERSAMPLED = 4


def as_svg() -> str:
    doors = "".join(
        f"M{left} {foot}V{top}h{right - left}V{foot}" for left, top, right, foot in DOORS
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SHEET} {SHEET}">'
        f'<path fill="{GROUND}" d="M0 0h{SHEET}v{SHEET}H0z"/>'
        f'<path fill="none" stroke="{LINE}" stroke-width="{STROKE}" d="{doors}"/></svg>\n'
    )


def as_png(side_px: int) -> Image.Image:
    scale = side_px * _OVERSAMPLED / SHEET
    image = Image.new("RGB", (side_px * _OVERSAMPLED,) * 2, GROUND)
    pen = ImageDraw.Draw(image)
    half = STROKE / 2
    for left, top, right, foot in DOORS:
        for box in (
            (left - half, top - half, left + half, foot),
            (right - half, top - half, right + half, foot),
            (left - half, top - half, right + half, top + half),
        ):
            pen.rectangle([round(edge * scale) for edge in box], fill=LINE)
    return image.resize((side_px, side_px), Image.Resampling.LANCZOS)


def main() -> None:
    (FOLDER / "icon.svg").write_text(as_svg(), encoding="utf-8")
    for side_px in SIDES_PX:
        as_png(side_px).save(FOLDER / f"icon-{side_px}.png", optimize=True)


if __name__ == "__main__":
    main()
