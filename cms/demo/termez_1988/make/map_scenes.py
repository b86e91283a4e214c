"""What stands on each map, and where. Longitude before latitude; sides as on a compass."""

from map_shapes import band, broad_arrow, chaikin, dunes, flow_lines, streets, trail
from map_sheet import MapSheet

RIVERS = ("Amu Darya", "Panj", "Kabul", "Hari Rud", "Helmand", "Indus")


def region(sheet: MapSheet) -> None:
    sheet.ground((*RIVERS, "Kunduz", "Murghab", "Arghandab", "Farah Rud", "Syr Darya"))
    sheet.country("soviet_union", 67.4, 39.4, 28)
    sheet.country("turkmen", 61.3, 38.6, 22)
    sheet.country("uzbek", 66.75, 38.4, 22)
    sheet.country("tajik", 71.7, 38.75, 22)
    sheet.country("afghanistan", 65.4, 33.3, 34)
    sheet.country("iran", 59.75, 32.2, 26)
    sheet.country("pakistan", 69.4, 30.3, 26)
    x, y = sheet.at(70.45, 35.8)
    sheet.text(
        x, y, sheet.say("hindu_kush").upper(), 24, "label-quiet", "middle", spaced=0.3, angle=-31
    )
    sheet.river("amu", 63.35, 39.3)
    sheet.river("hari", 64.2, 34.35)
    sheet.river("helmand", 63.0, 30.6)
    sheet.river("indus", 71.0, 32.2, side=1)
    sheet.place("mazar-i-sharif", "sw")
    sheet.place("herat", "s")
    sheet.place("kandahar", "s")
    sheet.place("jalalabad", "n", 24)
    sheet.place("kabul", "w", 30, "label-strong", radius=9)
    sheet.place("peshawar", "se", 24)
    sheet.place("quetta", "s", 24)
    sheet.place("termez", "ne", 38, "headline", radius=12, role_of_dot="road")
    sheet.scale_bar(200, 24, sheet.height - 24)


def corridors(sheet: MapSheet) -> None:
    sheet.ground(RIVERS)
    sheet.country("soviet_union", 63.3, 37.45, 25)
    sheet.country("afghanistan", 65.0, 33.65, 28)
    sheet.country("iran", 60.35, 32.1, 24)
    sheet.country("pakistan", 70.8, 31.9, 24)
    sheet.river("amu", 64.4, 38.35)
    sheet.river("hari", 64.9, 34.45)
    sheet.river("helmand", 64.15, 30.8)
    sheet.route("east-gardez", arrows=(0.5,))
    sheet.route("east", arrows=(0.13, 0.31, 0.72, 0.88))
    sheet.route("west", arrows=(0.2, 0.48, 0.73, 0.93))
    x, y = sheet.at(67.75, 35.95)
    sheet.text(x, y, sheet.say("east"), 28, "road-fill", "right")
    x, y = sheet.at(62.75, 32.75)
    sheet.text(x, y, sheet.say("west"), 28, "road-fill", "left")
    sheet.dot(70.45, 34.43, ring=True)
    x, y = sheet.at(70.45, 34.43)
    sheet.text(x - 30, y + 38, sheet.say("jalalabad"), 26, "label", "left")
    sheet.text(x - 30, y + 68, sheet.say("first"), 24, "label-quiet", "left")
    sheet.place("gardez", "w", ring=True)
    sheet.place("kabul", "w", 30, "label-strong", radius=9, ring=True)
    sheet.dot(69.03, 35.32, 8, ring=True)
    sheet.beside((69.03, 35.32), "w", sheet.say("salang"), radius=8)
    sheet.place("pul-i-khumri", "e", ring=True)
    sheet.place("hairatan", "se", 26, ring=True)
    sheet.place("kandahar", "s", ring=True)
    sheet.place("shindand", "w", ring=True)
    sheet.place("herat", "w", ring=True)
    sheet.place("torghundi", "se", 24, ring=True)
    sheet.place("kushka", "ne", 26, ring=True)
    sheet.place(
        "termez", "ne", 38, "headline", radius=12, note=sheet.say("last"), role_of_dot="road"
    )
    sheet.scale_bar(100, 560, sheet.height - 24)


# Termez. The river's middle is Natural Earth's border; the rest is set by hand from its courses.
AMU = [
    (68.05, 37.02), (67.90, 37.03), (67.80, 37.09), (67.775, 37.14), (67.776, 37.208),
    (67.747, 37.229), (67.69, 37.232), (67.643, 37.251), (67.603, 37.249), (67.582, 37.232),
    (67.56, 37.22), (67.546, 37.232), (67.528, 37.273), (67.502, 37.283), (67.463, 37.266),
    (67.43, 37.24), (67.391, 37.22), (67.344, 37.213), (67.319, 37.208), (67.283, 37.188),
    (67.258, 37.185), (67.236, 37.193), (67.218, 37.227), (67.189, 37.259), (67.142, 37.273),
    (67.114, 37.298), (67.096, 37.34), (67.063, 37.355), (67.006, 37.384), (66.959, 37.386),
    (66.865, 37.367), (66.736, 37.364), (66.5, 37.34),
]  # fmt: skip
RAILS_WEST = [
    (67.283, 37.243), (67.255, 37.262), (67.22, 37.285), (67.18, 37.305), (67.155, 37.335),
    (67.13, 37.37), (67.08, 37.395), (67.0, 37.42), (66.8, 37.44),
]  # fmt: skip
RAILS_NORTH = [
    (67.283, 37.243), (67.31, 37.25), (67.345, 37.285), (67.365, 37.33), (67.385, 37.385),
    (67.41, 37.45), (67.43, 37.55),
]  # fmt: skip
RAILS_BRIDGE = [
    (67.31, 37.25), (67.345, 37.259), (67.385, 37.268), (67.415, 37.27), (67.431, 37.26),
    (67.4305, 37.25), (67.423, 37.225), (67.415, 37.211), (67.395, 37.2),
]  # fmt: skip
ROAD_SOUTH = [
    (67.423, 37.225), (67.425, 37.205), (67.42, 37.17), (67.415, 37.12), (67.41, 37.06),
    (67.41, 36.98),
]  # fmt: skip
BRIDGE = [(67.4315, 37.2535), (67.4225, 37.2255)]


def termez(sheet: MapSheet) -> None:
    """A sketch map at 13 units to the kilometre: the river's whole bed, the town, the rails."""
    river = chaikin([sheet.at(*point) for point in AMU])
    sheet.area("paper", f"M0 0h800v{sheet.height}h-800z")
    south = [*river, (-250, sheet.height + 90), (1050, sheet.height + 90)]
    sheet.area("raised", trail(south, closed=True))
    sheet.curve("rule", dunes(river, sheet.height), 2)
    sheet.area("paper", band(river, 11))
    sheet.curve("water", band(river, 11), 2.6)
    for path, dash in flow_lines(river, 11):
        sheet.curve("water", path, 1.3, dash)
    sheet.curve("quiet", trail(chaikin([sheet.at(*p) for p in ROAD_SOUTH])), 4)
    for rails in (RAILS_WEST, RAILS_NORTH, RAILS_BRIDGE):
        path = trail(chaikin([sheet.at(*point) for point in rails]))
        sheet.curve("ink", path, 2.6)
        sheet.curve("ink", path, 12, "2.6 11", cap="butt")
    for path in streets(sheet.at(67.272, 37.2235), 7, 5, 13, -18):
        sheet.area("quiet", path)
    for path in streets(sheet.at(67.405, 37.207), 3, 2, 11, -22):
        sheet.area("quiet", path)
    sheet.curve("road", trail([sheet.at(*point) for point in BRIDGE]), 14)
    termez_names(sheet)


def termez_names(sheet: MapSheet) -> None:
    x, y = sheet.at(67.305, 37.289)
    sheet.curve("ink", f"M{x - 30:.1f} {y + 12:.1f}l60-24", 8, cap="butt")
    sheet.beside((67.289, 37.289), "n", sheet.say("airfield"), 24, radius=12)
    sheet.dot(67.283, 37.243, 8, ring=True)
    x, y = sheet.at(67.322, 37.232)
    sheet.text(x, y, sheet.say("station"), 24, "label", "left")
    sheet.dot(67.188, 37.273, 7)
    x, y = sheet.at(67.188, 37.273)
    sheet.curve("quiet", f"M{x:.1f} {y:.1f}l-32 40", 1.5)
    sheet.text(x - 26, y + 62, sheet.say("ancient"), 24, "label", "right")
    x, y = sheet.at(67.22, 37.352)
    sheet.text(x, y, sheet.say("termez"), 46, "headline", "middle")
    _, y = sheet.at(67.448, 37.297)
    sheet.text(790, y - 30, sheet.say("bridge"), 28, "road-fill", "right")
    sheet.text(790, y, sheet.say("bridge_note"), 24, "label-quiet", "right")
    x, y = sheet.at(67.437, 37.19)
    sheet.text(x, y, sheet.say("hairatan"), 32, "label-strong", "left")
    sheet.text(x, y + 30, sheet.say("port"), 24, "label-quiet", "left")
    x, y = sheet.at(67.405, 37.09)
    sheet.text(x, y, sheet.say("to_mazar"), 24, "label", "right")
    x, y = sheet.at(67.08, 37.345)
    sheet.text(x - 20, y - 44, sheet.say("amu"), 30, "water-name", "middle", angle=41, italic=True)
    sheet.text(150, 44, sheet.say("to_karshi"), 24, "label", "left")
    sheet.text(480, 44, sheet.say("to_dushanbe"), 24, "label", "right")
    sheet.country("soviet_union", 67.53, 37.385, 25)
    sheet.country("afghanistan", 67.13, 37.16, 25)
    sheet.scale_bar(5, 24, sheet.height - 24)


def commanders(sheet: MapSheet) -> None:
    sheet.ground((*RIVERS, "Panjshir", "Kunar"))
    sheet.country("soviet_union", 66.0, 38.45, 25)
    sheet.country("afghanistan", 64.6, 32.2, 28)
    sheet.country("iran", 59.5, 32.0, 24)
    sheet.country("pakistan", 70.0, 30.7, 24)
    for where, across, up, turn in (
        ((70.1, 36.0), 1.75, 0.62, -33), ((62.4, 34.35), 0.85, 0.6, 0),
        ((69.75, 33.3), 0.62, 0.45, 0), ((66.6, 34.4), 1.3, 0.45, -8),
        ((69.17, 34.53), 0.36, 0.3, 0),
    ):  # fmt: skip
        sheet.sphere(where, across, up, turn)
    sheet.place("herat", "e", 24, gap=2)
    sheet.place("khost", "w", 24, gap=2)
    sheet.place("kabul", "w", 24, gap=2)
    for key, where, hold, note in (
        ("massoud", (70.05, 36.95), "middle", "massoud_note"),
        ("ismail", (62.3, 33.45), "middle", ""),
        ("haqqani", (69.45, 32.5), "middle", ""),
        ("haq", (69.0, 34.93), "right", ""),
        ("shia", (66.35, 33.4), "middle", ""),
    ):
        x, y = sheet.at(*where)
        for number, line in enumerate(sheet.say(key).split("|")):
            sheet.text(x, y + 34 * number, line, 30, "label-strong", hold)
        if note:
            sheet.text(x, y + 30, sheet.say(note), 23, "label", hold)
    sheet.dot(71.58, 34.01, role="road")
    _, y = sheet.at(71.58, 34.01)
    sheet.text(790, y + 38, sheet.say("peshawar"), 26, "label", "right")
    for number, line in enumerate(sheet.say("alliance").split("|")):
        sheet.text(790, y + 69 + 29 * number, line, 24, "road-fill", "right")
    arrow = [sheet.at(58.4, 35.5), sheet.at(62.2, 36.0), sheet.at(65.0, 34.75)]
    sheet.area("road", broad_arrow(*arrow, 11))
    _, y = sheet.at(58.4, 36.0)
    sheet.text(24, y, sheet.say("tehran"), 26, "road-fill", "left")


def refugees(sheet: MapSheet) -> None:
    sheet.ground(("Amu Darya", "Panj", "Helmand", "Indus", "Hari Rud", "Kabul"))
    units_per_million = 19
    east = [sheet.at(67.9, 33.85), sheet.at(69.8, 33.2), sheet.at(71.1, 31.75)]
    west = [sheet.at(63.4, 33.9), sheet.at(61.2, 34.4), sheet.at(58.9, 34.0)]
    sheet.area("road", broad_arrow(*east, 3.2 * units_per_million))
    sheet.area("road", broad_arrow(*west, 2.95 * units_per_million))
    sheet.country("soviet_union", 66.0, 38.6, 25)
    sheet.country("afghanistan", 65.5, 32.3, 28)
    sheet.country("iran", 57.0, 31.6, 28)
    sheet.country("pakistan", 70.7, 29.3, 26)
    _, y = sheet.at(57.0, 36.0)
    sheet.text(24, y, sheet.say("into_iran"), 36, "headline", "left")
    x, y = sheet.at(70.9, 30.2)
    sheet.text(x, y, sheet.say("into_pakistan"), 36, "headline", "middle")
    sheet.place("kabul", "nw", 28)
    sheet.place("peshawar", "ne", 24)
    sheet.place("quetta", "w", 24)
    sheet.text(24, sheet.height - 24, sheet.say("peak"), 24, "label-quiet", "left")


SCENES = {
    "map-region": ((58.9, 29.3, 74.4, 39.4), 800, region),
    "map-corridors": ((59.5, 30.9, 72.5, 38.5), 800, corridors),
    "map-termez": ((67.0, 37.11, 67.66, 37.4), 620, termez),
    "map-commanders": ((58.3, 30.3, 73.6, 38.8), 740, commanders),
    "map-refugees": ((53.4, 28.4, 74.8, 39.2), 640, refugees),
}
