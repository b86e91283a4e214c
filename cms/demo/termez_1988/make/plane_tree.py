"""A plane tree in leaf and the pool of shade it throws on level ground."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from forms import floor_circle
from print_marks import ribbon


def blobs(rng, reach, count):
    """Clumps of leaves on a dome: across, ahead, up, radius in metres."""
    clumps = [(0.0, 0.0, 0.3, reach * 0.62)]
    for _ in range(count):
        turn, lift = rng.uniform(0, 2 * np.pi), rng.uniform(-0.28, 0.62)
        out = reach * np.sqrt(max(0, 1 - (max(lift, 0) / 0.75) ** 2)) * rng.uniform(0.62, 0.8)
        clumps.append(
            (out * np.cos(turn), out * np.sin(turn), lift * reach, reach * rng.uniform(0.2, 0.32))
        )
    return clumps


CROWN = blobs(np.random.default_rng(12), 4.9, 34)
CROWN_UP = 7.1


def leafy(rng, x, y, radius, teeth):
    """A clump's edge, ragged as plane leaves are."""
    turn = np.sort(rng.uniform(0, 2 * np.pi, teeth))
    reach = radius * np.where(
        np.arange(teeth) % 2, rng.uniform(0.9, 0.97, teeth), rng.uniform(1.0, 1.07, teeth)
    )
    return np.stack([x + reach * np.cos(turn), y + reach * np.sin(turn)], 1)


def draw_shade(plate, camera, tree, sun, edge):
    """The crown's shadow: the only cool colour, with flecks of sun come through."""
    rng = np.random.default_rng(3)
    away = -sun[:2] / sun[2]
    shapes = []
    for across, ahead, up, radius in CROWN:
        height = CROWN_UP + up
        x, y = tree[0] + across + away[0] * height, tree[1] + ahead + away[1] * height
        shapes.append((x, y, radius))
    polygons = []
    for x, y, radius in shapes:
        ring = leafy(rng, x, y, radius, 34)
        ring[:, 1] = np.maximum(ring[:, 1], 2.2)
        polygons.append(camera.flat(*[(a, b, 0.0) for a, b in ring]))
    pool = plate.region(*polygons)
    below = plate.region(
        camera.flat((edge + 0.4, 2.0, 0), (60, 2.0, 0), (60, 120, 0), (edge + 0.4, 120, 0))
    )
    pool = plate.both(pool, below)
    plate.paint(pool, False, "sand")
    for block in ("river", "ink"):
        plate.paint(pool, True, block)
    deep = plate.field(
        lambda x, y: (
            0.5 - 0.00055 * np.hypot(x - camera.centre - 700, (y - camera.horizon - 400) * 1.4)
        )
    )
    plate.gouge(
        pool,
        0.0,
        np.clip(deep, 0.24, 0.5) + 0.22 * plate.noise(8),
        lambda x, y: np.clip((y - camera.horizon + 20) * 0.034, 8, 24),
        (50, 200),
    )
    for _ in range(95):
        x, y, radius = shapes[rng.integers(len(shapes))]
        spot = floor_circle(
            camera,
            x + rng.normal(0, radius * 0.6),
            max(2.6, y + rng.normal(0, radius * 0.6)),
            0,
            rng.uniform(0.05, 0.16),
            9,
        )
        plate.clear(spot, 1.5)
    trunk = camera.flat(
        (tree[0] - 0.45, tree[1], 0),
        (tree[0] + 0.45, tree[1], 0),
        (tree[0] + 0.45 + away[0] * 4, tree[1] + away[1] * 4, 0),
        (tree[0] - 0.45 + away[0] * 4, tree[1] + away[1] * 4, 0),
    )
    plate.ink(trunk)


def draw_tree(plate, camera, place):
    rng = np.random.default_rng(8)
    x, y = place
    scale = camera.focal / y

    def at(side, up):
        return np.array(camera.flat((x + side, y, up))[0])

    spine = np.array(
        [at(0.05, -0.05), at(0, 0.5), at(-0.06, 1.5), at(0.05, 2.6), at(0.0, 3.8), at(0.1, 5.2)]
    )
    girth = np.array([1.35, 0.98, 0.84, 0.78, 0.72, 0.5]) * scale
    boughs = [
        ([(0, 3.0), (-0.8, 4.2), (-2.2, 5.6), (-3.0, 7.0)], 0.45),
        ([(0, 3.3), (1.0, 4.4), (2.3, 5.3), (3.2, 6.5)], 0.42),
        ([(0, 3.8), (0.5, 5.4), (0.8, 7.4)], 0.4),
        ([(-0.1, 3.6), (-0.9, 5.6), (-0.9, 7.6)], 0.34),
    ]
    for spots, thick in boughs:
        line = np.array([at(*spot) for spot in spots])
        plate.line(line, 0, widths=np.linspace(thick, 0.14, len(spots)) * scale)
    trunk = ribbon(spine, girth)
    plate.clear(trunk)
    plate.ink(trunk)
    bark(plate, rng, spine, girth)
    crown(plate, rng, at, scale)


def bark(plate, rng, spine, girth):
    """The plane tree's patched bark: flakes of pale wood, more on the sunny side."""
    for _ in range(52):
        share = rng.uniform(0.05, 0.8) * (len(spine) - 1)
        low = int(share)
        spot = spine[low] + (spine[low + 1] - spine[low]) * (share - low)
        wide = np.interp(share, range(len(girth)), girth)
        side = rng.uniform(-0.46, 0.4)
        if rng.random() < (side + 0.46) * 0.85:
            continue
        size = rng.uniform(9, 20)
        turn = np.linspace(0, 2 * np.pi, 8)[:-1]
        flake = np.stack(
            [
                spot[0] + side * wide + size * 0.55 * np.cos(turn),
                spot[1] + size * 1.5 * np.sin(turn),
            ],
            1,
        )
        plate.cut(flake, wobble=3)


def crown(plate, rng, at, scale):
    """Dark clumps, each lit on its upper left by cuts that follow its roundness."""
    order = sorted(CROWN, key=lambda clump: -clump[1])
    for across, ahead, up, radius in order:
        spot = at(across, CROWN_UP + up)
        size = radius * scale * (1 - ahead * 0.02)
        outline = leafy(rng, *spot, size, 60)
        plate.clear(outline, 0.8)
        plate.ink(outline, "river", 0.8)
        plate.ink(outline, wobble=0.8)

    mass = plate.region(
        *[leafy(rng, *at(a, CROWN_UP + u), r * scale * 1.04, 60) for a, _, u, r in order]
    )
    top, side = at(0, CROWN_UP + 5.2), at(0, CROWN_UP)
    lit = np.full((plate.rows, plate.columns), 0.0)
    turn = np.zeros_like(lit)
    down, wide = np.mgrid[0 : plate.rows, 0 : plate.columns] * 4.0 + 2
    for across, _, up, radius in order:
        spot, size = at(across, CROWN_UP + up), radius * scale
        dx, dy = (wide - spot[0]) / size, (down - spot[1]) / size
        near = dx * dx + dy * dy < 1
        lit = np.where(near, np.clip(0.16 - 0.55 * dx - 0.85 * dy, 0, 1), lit)
        turn = np.where(near, np.arctan2(dy, dx) + np.pi / 2, turn)
    height = np.clip((side[1] + 120 - down) / (side[1] - top[1]), 0, 1)
    tone = np.clip(lit * (0.4 + 0.6 * height), 0, 0.75)
    plate.gouge(mass, turn + 0.3 * plate.noise(30), tone, 17, (12, 34))
    plate.gouge(
        mass,
        turn + 0.3 * plate.noise(30),
        np.clip(tone * 1.8 - 0.45, 0, 0.8),
        17,
        (12, 30),
        "river",
    )
