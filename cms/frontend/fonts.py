"""Choose a font's files by script, narrow them to the letters we set, and write fonts.css."""

import json
from pathlib import Path

from fontTools import subset


def copy_font(package: Path, target: Path, font: dict, narrow: dict[str, list[str]]) -> str:
    """Copy the wanted woff2 files of an unpacked Fontsource package; return their @font-face rules.

    `narrow` maps a subset's name to the Unicode ranges kept of it; other subsets are kept whole.
    """
    ranges_by_subset = json.loads((package / "unicode.json").read_text(encoding="utf-8"))
    rules = []
    for style in font["styles"]:
        for name in font["subsets"]:
            filename = f"{font['name']}-{name}-wght-{style}.woff2"
            source = package / "files" / filename
            if name in narrow:
                ranges = narrow[name]
                _narrow(source, target / filename, ranges)
            else:
                ranges = ranges_by_subset[name].split(",")
                (target / filename).write_bytes(source.read_bytes())
            rules.append(_font_face(font, style, f"{target.name}/{filename}", ranges))
    return "\n".join(rules)


def _narrow(source: Path, target: Path, ranges: list[str]) -> None:
    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(",".join(ranges)))
    subsetter.subset(font)
    # Without this the file would carry the hour it was made, and its checksum would never repeat.
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)


def _font_face(font: dict, style: str, url: str, ranges: list[str]) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{font["family"]}";\n'
        f"  font-style: {style};\n"
        "  font-weight: 100 900;\n"
        "  font-display: swap;\n"
        f'  src: url("{url}") format("woff2");\n'
        f"  unicode-range: {', '.join(ranges)};\n"
        "}\n"
    )
