"""Scenes of road, river and mountain. Run: python scenes_land.py [NAME ...] [--proof SHARE]."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import argparse
from pathlib import Path

from scene_bridge import draw_bridge_dawn
from scene_channel import draw_dry_channel
from scene_columns import draw_columns
from scene_deck import draw_bridge_walk
from scene_evening import draw_river_evening
from scene_mules import draw_mule_train
from scene_rails import draw_bridge_rails
from scene_ridge import draw_ridge
from scene_salang import draw_salang
from scene_stones import draw_painted_stones
from scene_tents import draw_tent_row

IMAGES = Path(__file__).parent.parent / "images"
SCENES = {
    "bridge": draw_bridge_dawn,
    "bridge-tall": lambda scale: draw_bridge_dawn(scale, tall=True),
    "bridge-walk": draw_bridge_walk,
    "river-evening": draw_river_evening,
    "bridge-rails": draw_bridge_rails,
    "columns-arrive": draw_columns,
    "columns-tall": lambda scale: draw_columns(scale, tall=True),
    "salang": draw_salang,
    "dry-channel": draw_dry_channel,
    "ridge": draw_ridge,
    "mule-train": draw_mule_train,
    "painted-stones": draw_painted_stones,
    "tent-row": draw_tent_row,
    "ridge-tall": lambda scale: draw_ridge(scale, tall=True),
    "salang-tall": lambda scale: draw_salang(scale, tall=True),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="scenes to draw; all of them when none is named")
    parser.add_argument("--proof", type=float, default=1.0, help="draw smaller: 0.25 is a quarter")
    parser.add_argument("--into", type=Path, default=IMAGES, help="folder for the pictures")
    options = parser.parse_args()
    for name in options.names or SCENES:
        SCENES[name](options.proof).save(options.into / f"{name}.png")


if __name__ == "__main__":
    main()
