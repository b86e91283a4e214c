"""Write data/world.json.gz and data/region.json.gz from packages that carry Natural Earth.

    python -m exhibit.cartography.making --packages FOLDER

FOLDER holds the unpacked packages that data/README.md names. Needs Pillow and nothing else.
"""

import argparse
import gzip
import json
import logging
from pathlib import Path

from exhibit.cartography.bounds import Bounds
from exhibit.cartography.making.layers import region_layers, world_layers

logger = logging.getLogger(__name__)

DATA = Path(__file__).parent.parent / "data"
# The demo's part of the world, and a template for adding another in more detail.
REGION = Bounds(50, 24, 80, 45)


def write(name: str, layers: dict) -> None:
    """Write one data file, the same bytes for the same layers."""
    text = json.dumps(layers, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path = DATA / f"{name}.json.gz"
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    logger.info("%s: %d bytes", path.name, path.stat().st_size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, required=True)
    packages = parser.parse_args().packages
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    write("world", world_layers(packages))
    write("region", region_layers(packages, REGION))


if __name__ == "__main__":
    main()
