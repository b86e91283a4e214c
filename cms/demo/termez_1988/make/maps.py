"""Draws the exhibit's maps as SVG, each in English, Russian and Dari.

    python maps.py [NAME ...]

Needs what charts.py needs. The words are in maps.toml, the places and roads in ../data, the base
map in exhibit/cartography. Without --draft nothing is written while names touch or are cut off.
"""
# requires: fonttools, brotli, uharfbuzz   (to draw the maps again; the site needs none of it)

import argparse
import tomllib
from pathlib import Path

from chart_ruler import Ruler
from map_scenes import SCENES
from map_sheet import MapSheet

HERE = Path(__file__).parent
FONTS = HERE.parents[3] / "exhibit/static/exhibit/vendor"
LANGUAGES = ("en", "ru", "fa-AF")
HEAVIEST_BYTES = 120_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=sorted(SCENES))
    parser.add_argument("--draft", action="store_true")
    options = parser.parse_args()
    words = tomllib.loads((HERE / "maps.toml").read_text("utf-8"))
    drawn, faults = {}, []
    for language in LANGUAGES:
        ruler = Ruler(FONTS, language)
        for name in options.names:
            bounds, height, draw = SCENES[name]
            sheet = MapSheet(name, language, words["common"] | words[name], ruler, bounds, height)
            draw(sheet)
            faults += sheet.faults()
            suffix = "" if language == "en" else f".{language}"
            svg = sheet.svg()
            if len(svg.encode()) > HEAVIEST_BYTES:
                faults.append(f"{name} ({language}) has {len(svg.encode())} bytes")
            drawn[HERE.parent / "images" / f"{name}{suffix}.svg"] = svg
    print("\n".join(faults) or "No faults.")
    if faults and not options.draft:
        raise SystemExit("Nothing written.")
    for path, svg in drawn.items():
        path.write_text(svg, encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(svg.encode()) // 1000} kB")


if __name__ == "__main__":
    main()
