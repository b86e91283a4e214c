"""A plain long crate on a lorry at night, under the only lamp in the yard."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import Panel
from print_kit import Print
from print_light import Lamp
from print_space import Camera
from print_stage import Stage

HEADING = 0.98
REAR = np.array([-2.55, 6.1, 0.0])
AHEAD = np.array([np.sin(HEADING), np.cos(HEADING), 0])
RIGHT = np.array([np.cos(HEADING), -np.sin(HEADING), 0])
BED, WIDE, LONG = 1.12, 2.2, 4.1
LAMP = (-0.35, 5.7, 4.2)


def on_lorry(along, side=0.0, up=0.0):
    """A place by its metres ahead of the lorry's tail, right of its middle, and above ground."""
    return REAR + AHEAD * along + RIGHT * side + [0, 0, up]


def draw_plain_box(scale):
    plate = Print(2400, 1600, seed=200, scale=scale)
    camera = Camera(eye=(0.0, -0.5, 3.95), heading=0.0, focal=2250, centre=1330, horizon=235)
    night(plate, camera)
    lamp = Lamp(LAMP, strength=2.1, reach=2.6, cone=(0.55, 0.85))
    stage = Stage(plate, camera, [lamp], ambient=0.0)
    stage.face(
        [(-14, 1.2, 0), (14, 1.2, 0), (14, 30, 0), (-14, 30, 0)],
        grain=(1, 0, 0),
        tint="river",
        contour=0,
        spacing=17,
    )
    lorry(stage)
    crate(stage)
    stage.printed(key=(0.12, 0.85), tint=(0.8, 1.5), length=(40, 170))
    wheels(plate, camera)
    cab(plate, camera)
    lamp_head(plate, camera)
    return plate


def night(plate, camera):
    """Blue-black sky, a cone of light in it, and the long roof of a barracks."""
    plate.paint(plate.everything())
    plate.paint(plate.everything(), True, "river")
    x, y = camera.flat(LAMP)[0]
    sky = plate.region([(-20, -20), (2420, -20), (2420, 420), (-20, 420)])
    plate.sky_gouges(
        sky, lambda a, b: np.clip(0.08 + 0.4 * (b / 420) ** 2, 0, 0.5), "ink", spacing=18, tilt=0.02
    )
    roof = [
        (-20, 226),
        (520, 214),
        (560, 262),
        (1480, 270),
        (1490, 296),
        (2420, 288),
        (2420, 720),
        (-20, 720),
    ]
    plate.ink(roof)

    post = x + 980
    plate.line([(post, 900), (post, y - 150)], 17, wobble=0.6)
    plate.line([(post, y - 150), (x + 200, y - 120), (x, y - 60)], 12, wobble=0.5)

    def beam(a, b):
        spread = np.abs(a - x) / np.maximum(b - y, 1)
        return np.where(
            b > y, np.clip(1.05 - spread * 1.3, 0, 1) * np.clip(0.85 - (b - y) / 480, 0, 1), 0
        )

    cone = plate.region([(x - 20, y), (x + 20, y), (x + 620, 800), (x - 620, 800)])
    plate.rays(cone, x, y, beam, "ink", length=(60, 200))
    plate.rays(cone, x, y, lambda a, b: beam(a, b) * 1.1 - 0.15, "river", length=(60, 200))


def lorry(stage):
    dark = {"albedo": 0.55, "contour": 3}
    stage.box(on_lorry(5.9, 0, 0.75), (2.1, 1.7, 1.75), HEADING, grain=(0, 0, 1), albedo=0.3)
    stage.box(
        on_lorry(LONG / 2 + 0.3, 0, 0.72),
        (0.9, 5.2, 0.26),
        HEADING,
        grain=(0, 1, 0),
        albedo=0.2,
        contour=0,
    )
    stage.box(
        on_lorry(LONG / 2, 0, BED - 0.14),
        (WIDE, LONG, 0.14),
        HEADING,
        grain=(0, 1, 0),
        spacing=13,
        albedo=0.55,
        most=0.78,
    )
    stage.box(
        on_lorry(LONG - 0.04, 0, BED),
        (WIDE, 0.07, 0.75),
        HEADING,
        grain=(1, 0, 0),
        spacing=12,
        **dark,
    )
    # The sides hang open from their hinges.
    right = [
        on_lorry(0.05, WIDE / 2 + 0.02, BED - 0.04),
        on_lorry(LONG - 0.05, WIDE / 2 + 0.02, BED - 0.04),
        on_lorry(LONG - 0.05, WIDE / 2 + 0.08, BED - 0.42),
        on_lorry(0.05, WIDE / 2 + 0.08, BED - 0.42),
    ]
    stage.face(right, grain=AHEAD, albedo=0.6, spacing=13)
    tail = [
        on_lorry(-0.02, side, up)
        for side, up in (
            (-1.1, BED - 0.04),
            (1.1, BED - 0.04),
            (1.1, BED - 0.42),
            (-1.1, BED - 0.42),
        )
    ]
    stage.face(tail, grain=RIGHT, albedo=0.5, spacing=13)


def crate(stage):
    """Planks along, three battens across; nothing written on it."""
    start, long, wide, high = 0.75, 2.25, 0.8, 0.56
    side, low = 0.2, BED + 0.07
    for along in (0.3, 1.95):
        stage.box(on_lorry(start + along, side, BED), (wide, 0.09, 0.07), HEADING, albedo=0.6)
    rows = 4
    for row in range(rows):
        stage.box(
            on_lorry(start + long / 2, side, low + row * high / rows),
            (wide, long, high / rows),
            HEADING,
            grain=(0, 1, 0),
            albedo=1.5,
            spacing=10,
            contour=5,
            wobble=1.0,
        )
    top = low + high
    for number in range(5):
        s0, s1 = (side - wide / 2 + wide / 5 * edge for edge in (number, number + 1))
        stage.face(
            [
                on_lorry(start, s0, top),
                on_lorry(start + long, s0, top),
                on_lorry(start + long, s1, top),
                on_lorry(start, s1, top),
            ],
            grain=AHEAD,
            albedo=1.4,
            spacing=10,
            contour=5,
        )
    for along in (0.16, long / 2, long - 0.16):
        stage.box(
            on_lorry(start + along, side + wide / 2 + 0.012, low),
            (0.025, 0.1, high),
            HEADING,
            grain=(0, 0, 1),
            spacing=9,
        )
        stage.box(
            on_lorry(start + along, side, top),
            (wide + 0.05, 0.1, 0.025),
            HEADING,
            grain=(1, 0, 0),
            spacing=9,
        )


def cab(plate, camera):
    """The dark cab shows only where its edges catch the lamp."""
    rear, front, side = 5.03, 6.75, 1.05
    low, high = 0.75, 2.5
    panel = Panel(camera, on_lorry(rear, side + 0.01), AHEAD, (0, 0, 1))
    plate.line(
        camera.flat(on_lorry(rear, -side, high), on_lorry(rear, side, high)), 7, False, wobble=0.6
    )
    plate.line(panel.at((0, high), (0, low + 0.5)), 6, False, wobble=0.6)
    plate.line(panel.at((0.02, high), (front - rear, high)), 5, False, wobble=0.6)
    window = camera.flat(
        *[
            on_lorry(rear - 0.01, s, z)
            for s, z in ((-0.75, 2.3), (0.75, 2.3), (0.75, 1.95), (-0.75, 1.95))
        ]
    )
    plate.line([*window, window[0]], 4, False, wobble=0.4)
    glass = panel.rect(0.55, 1.75, 1.35, 2.3)
    plate.line([*glass, glass[0]], 4, False, wobble=0.4)


def wheels(plate, camera):
    for along in (1.15, 6.1):
        side = WIDE / 2 - 0.08
        inner = Panel(camera, on_lorry(along, side - 0.28), AHEAD, (0, 0, 1))
        outer = Panel(camera, on_lorry(along, side), AHEAD, (0, 0, 1))
        for panel in (inner, outer):
            plate.clear(panel.circle(0, 0.5, 0.5))
            plate.ink(panel.circle(0, 0.5, 0.5))
        if along > 5:
            continue
        edge = outer.circle(0, 0.5, 0.47, turn=(0.5, 2.5))
        plate.line(edge, 0, False, widths=9 * np.sin(np.linspace(0.05, 3.1, len(edge))))
        plate.line(
            [*outer.circle(0, 0.5, 0.27), outer.circle(0, 0.5, 0.27)[0]], 4, False, wobble=0.3
        )
        for turn in np.linspace(0, 2 * np.pi, 9)[:-1]:
            x, y = outer.at((0.16 * np.cos(turn), 0.5 + 0.16 * np.sin(turn)))[0]
            plate.disc(x, y, 5, False)


def lamp_head(plate, camera):
    x, y, z = LAMP
    scale = camera.focal / y
    spot = camera.flat((x, y, z))[0]
    hood = [
        (spot[0] - 0.27 * scale, spot[1]),
        (spot[0] - 0.08 * scale, spot[1] - 0.2 * scale),
        (spot[0] + 0.08 * scale, spot[1] - 0.2 * scale),
        (spot[0] + 0.27 * scale, spot[1]),
    ]
    plate.ink(hood)
    turn = np.linspace(0, 2 * np.pi, 40)[:-1]
    tilt = (z - camera.eye[2]) / y
    for radius, value in ((0.27, True), (0.22, False)):
        rim = np.stack(
            [
                spot[0] + radius * scale * np.cos(turn),
                spot[1] + radius * scale * tilt * np.sin(turn),
            ],
            1,
        )
        (plate.ink if value else plate.clear)(rim, wobble=0.5)
