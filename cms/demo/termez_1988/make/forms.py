"""Forms that several rooms share: turned things, circles in perspective, chairs, steam, snow."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_marks import ribbon


class Panel:
    """A flat front in space: `at(u, v)` metres right and up from its corner, on the screen."""

    def __init__(self, camera, corner, right, up):
        self.camera = camera
        self.corner, self.right, self.up = (np.asarray(each, float) for each in (corner, right, up))

    def space(self, u, v):
        return self.corner + self.right * u + self.up * v

    def at(self, *spots):
        return self.camera.flat(*[self.space(u, v) for u, v in spots])

    def rect(self, u0, v0, u1, v1):
        return self.at((u0, v0), (u1, v0), (u1, v1), (u0, v1))

    def circle(self, u, v, radius, count=40, turn=(0.0, 2 * np.pi)):
        angles = np.linspace(*turn, count + 1)[: count + (turn[1] - turn[0] < 6)]
        return self.at(*[(u + radius * np.cos(a), v + radius * np.sin(a)) for a in angles])


def floor_circle(camera, x, y, z, radius, count=48):
    angles = np.linspace(0, 2 * np.pi, count + 1)[:-1]
    return camera.flat(*[(x + radius * np.cos(a), y + radius * np.sin(a), z) for a in angles])


class Turned:
    """A body of revolution on the screen: `profile` of (radius, height) in metres, foot first."""

    def __init__(self, camera, foot, profile, steps=14):
        radii, heights = np.array(profile, float).T
        lengths = np.r_[0, np.cumsum(np.hypot(np.diff(radii), np.diff(heights)))]
        along = np.unique(np.r_[np.linspace(0, lengths[-1], steps * len(profile)), lengths])
        self.radii = np.interp(along, lengths, radii)
        self.heights = np.interp(along, lengths, heights)
        x, y, z = foot
        self.camera, self.foot = camera, foot
        spots, depth = camera.project([(x, y, z + height) for height in self.heights])
        self.middle, self.scale = spots, camera.focal / depth
        self.tilt = np.clip((camera.eye[2] - z - self.heights) / depth, -1, 1)

    def outline(self):
        left, right = self._edge(-1), self._edge(1)
        return [*left, *self._arc(-1, -1), *right[::-1], *self._arc(0, 1)]

    def _edge(self, side):
        reach = self.middle.copy()
        reach[:, 0] += side * self.radii * self.scale
        return reach

    def _arc(self, number, sign):
        """The visible half of a rim, left to right at the top, right to left at the foot."""
        angles = np.linspace(np.pi, 0, 12)[1:-1]
        radius = self.radii[number] * self.scale[number]
        bulge = radius * self.tilt[number]
        arc = np.stack(
            [
                self.middle[number, 0] + radius * np.cos(angles),
                self.middle[number, 1] + sign * bulge * np.sin(angles),
            ],
            1,
        )
        return arc if sign < 0 else arc[::-1]

    def rim(self, height, share=1.0):
        """The whole ellipse of the body at a height."""
        number = int(np.argmin(np.abs(self.heights - height)))
        angles = np.linspace(0, 2 * np.pi, 49)[:-1]
        radius = self.radii[number] * self.scale[number] * share
        return np.stack(
            [
                self.middle[number, 0] + radius * np.cos(angles),
                self.middle[number, 1] + radius * self.tilt[number] * np.sin(angles),
            ],
            1,
        )

    def front(self, height, thick):
        """A band round the visible side at a height, as a line to draw."""
        number = int(np.argmin(np.abs(self.heights - height)))
        angles = np.linspace(np.pi * 0.98, np.pi * 0.02, 24)
        radius = self.radii[number] * self.scale[number]
        line = np.stack(
            [
                self.middle[number, 0] + radius * np.cos(angles),
                self.middle[number, 1] + radius * self.tilt[number] * np.sin(angles),
            ],
            1,
        )
        return ribbon(line, thick * np.clip(np.sin(angles) * 1.6, 0.15, 1))

    def streak(self, place, width, low, high, taper=True):
        """A highlight down the body: `place` -1 left to 1 right, `width` a share of the radius."""
        chosen = (self.heights >= low) & (self.heights <= high)
        spots = self.middle[chosen].copy()
        reach = self.radii[chosen] * self.scale[chosen]
        angle = np.arcsin(np.clip(place, -1, 1))
        spots[:, 0] += reach * place
        spots[:, 1] += reach * self.tilt[chosen] * np.cos(angle)
        share = np.linspace(0, 1, len(spots))
        swell = np.sin(np.pi * np.clip(share * 0.94 + 0.03, 0, 1)) ** 0.45 if taper else 1.0
        return ribbon(spots, np.maximum(reach * width * np.cos(angle * 0.75) * swell, 1.0))


def turned(plate, body, tint="sand", streaks=(), bright=()):
    """Ink a turned body; cut `streaks` to its tint and `bright` ones to paper."""
    outline = body.outline()
    plate.clear(outline, wobble=0.8)
    if tint:
        plate.ink(outline, tint, wobble=0.8)
    plate.ink(outline, wobble=0.8)
    for streak in streaks:
        plate.cut(body.streak(*streak), wobble=0.5)
    for streak in bright:
        plate.clear(body.streak(*streak), wobble=0.5)
    return outline


def wisp(plate, x, y, height, sway, width, turns=1.6, phase=0.0, blocks=("ink",)):
    """A curl of steam or smoke, cut out of what is behind it."""
    share = np.linspace(0, 1, 40)
    line = np.stack(
        [x + sway * np.sin(share * turns * 2 * np.pi + phase) * (0.25 + share), y - height * share],
        1,
    )
    widths = width * np.sin(np.pi * np.clip(share * 0.97 + 0.02, 0, 1)) ** 0.8
    for block in blocks:
        plate.line(line, 0, False, block, widths=widths)


def chair(
    stage, x, y, heading=0.0, seat=0.46, back=1.0, wide=0.44, deep=0.42, splats=3, rail=0.12, **look
):
    """A plain wooden chair; its sitter would look along `heading`. Drawn back to front by depth."""
    sine, cosine = np.sin(heading), np.cos(heading)

    def spot(side, ahead, up):
        return (x + side * cosine + ahead * sine, y - side * sine + ahead * cosine, up)

    def post(side, ahead, low, high, thick=0.04):
        foot = spot(side, ahead, low)
        return lambda: stage.box(foot, (thick, thick, high - low), heading, **look), foot

    half, reach = wide / 2 - 0.02, deep / 2 - 0.02
    parts = [post(side, reach, 0, seat) for side in (-half, half)]
    parts += [post(side, -reach, 0, back) for side in (-half, half)]
    middle = spot(0, 0, seat)
    parts.append(
        (lambda: stage.box(middle, (wide, deep, 0.045), heading, grain=(0, 1, 0), **look), middle)
    )
    top = spot(0, -reach, back - rail)
    parts.append((lambda: stage.box(top, (wide, 0.03, rail), heading, **look), top))
    for number in range(splats):
        side = (number - (splats - 1) / 2) * wide / (splats + 0.6)
        parts.append(post(side, -reach, 0.4, back - rail, 0.028))
    eye = np.asarray(stage.camera.eye, float)
    parts.sort(key=lambda part: -np.hypot(*(np.asarray(part[1]) - eye)[:2]) - 0.01 * part[1][2])
    for draw, _ in parts:
        draw()


def snowfall(plate, region, count, sizes, blocks=("ink",), clear=True):
    """Flakes cut as short ticks, larger as they are nearer."""
    rng = plate.rng
    inside = plate.inside(region)
    for x, y in zip(
        rng.uniform(0, plate.width, count), rng.uniform(0, plate.height, count), strict=True
    ):
        row, column = min(int(y) // 4, plate.rows - 1), min(int(x) // 4, plate.columns - 1)
        if not inside[row, column]:
            continue
        size = rng.uniform(*sizes)
        for block in blocks:
            plate.disc(x, y, size, not clear, block, wobble=size * 0.3)


def poplar(plate, foot, tall):
    """A bare poplar on the screen: trunk and steep boughs, `tall` design pixels."""
    rng = plate.rng
    lean = np.linspace(0, 3, 12) * rng.normal(0, 1)
    trunk = np.asarray(foot) + np.stack([lean, -np.linspace(0, tall, 12)], 1)
    plate.line(trunk, 0, widths=np.linspace(0.034 * tall, 2, 12))
    for share in np.linspace(0.18, 0.94, 17):
        root = trunk[0] + (trunk[-1] - trunk[0]) * share
        side = rng.choice([-1, 1])
        reach = tall * (0.2 * (1.06 - share) + 0.05) * rng.uniform(0.7, 1.2)
        bough = [root, root + [side * reach * 0.28, -reach * 0.7]]
        bough.append(root + [side * reach * 0.4, -reach * 1.6])
        plate.line(np.array(bough), 0, widths=np.array([0.014, 0.009, 0.003]) * tall)


COAT = [(-0.15, 1.44), (-0.06, 1.5), (0.07, 1.49), (0.16, 1.41), (0.2, 1.16), (0.205, 0.86),
        (0.17, 0.62), (0.15, 0.34), (0.2, 0.07), (0.29, 0.03), (0.29, 0.0), (0.11, 0.0),
        (0.08, 0.2), (0.03, 0.5), (-0.04, 0.52), (-0.12, 0.3), (-0.22, 0.12), (-0.26, 0.17),
        (-0.31, 0.13), (-0.22, -0.01), (-0.17, 0.02), (-0.06, 0.2), (-0.1, 0.5), (-0.17, 0.62),
        (-0.18, 0.9), (-0.21, 1.1), (-0.2, 1.3)]  # fmt: skip
HEAD = [(-0.045, 1.46), (-0.06, 1.56), (-0.085, 1.62), (-0.085, 1.7), (-0.05, 1.76), (0.02, 1.78),
        (0.085, 1.74), (0.105, 1.68), (0.125, 1.635), (0.105, 1.62), (0.1, 1.575), (0.05, 1.56),
        (0.06, 1.47)]  # fmt: skip


def walker(plate, at):
    """A man walking to the right in a suit, a folder under his arm; `at(side, up)` in metres."""
    for outline in (COAT, HEAD):
        plate.halo([at(*spot) for spot in outline], 3)
    for outline in (COAT, HEAD):
        plate.ink([at(*spot) for spot in outline], wobble=0.6)
    folder = [at(-0.07, 1.12), at(0.25, 1.2), at(0.28, 0.98), at(-0.04, 0.9)]
    plate.clear(folder, 0.6)
    plate.ink([at(-0.13, 1.34), at(-0.02, 1.34), at(0.02, 1.06), at(0.14, 0.97), at(0.12, 0.9),
               at(-0.08, 0.97)], wobble=0.6)  # fmt: skip
