"""Scenes of rooms and set things. Run: python scenes_rooms.py [NAME ...] [--proof SHARE]."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import argparse
from pathlib import Path

from room_airlift import draw_airlift
from room_box import draw_plain_box
from room_chairs import draw_empty_chairs
from room_geneva import draw_two_rooms
from room_kitchen import draw_kitchen, draw_kitchen_tall
from room_map import draw_map_table
from room_names import draw_names
from room_palace import draw_palace
from room_platform import draw_platform, draw_platform_tall
from room_rostrum import draw_rostrum
from room_window import draw_night_window

IMAGES = Path(__file__).parent.parent / "images"
SCENES = {
    "empty-chairs": draw_empty_chairs,
    "kabul-airlift": draw_airlift,
    "kitchen-radio": draw_kitchen,
    "kitchen-radio-tall": draw_kitchen_tall,
    "map-table": draw_map_table,
    "names": draw_names,
    "night-window": draw_night_window,
    "palace-hill": draw_palace,
    "plain-box": draw_plain_box,
    "rostrum": draw_rostrum,
    "termez-platform": draw_platform,
    "termez-tall": draw_platform_tall,
    "two-rooms": draw_two_rooms,
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
