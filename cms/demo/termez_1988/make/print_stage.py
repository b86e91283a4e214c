"""Lit rooms and solid things for the relief prints: flat faces, lamps, and the shadows they cast.

A stage is set in metres before a `print_space.Camera`, far things first. `printed` inks every
face and gouges it as far as the light on it allows, along the face's own grain.
"""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import math

import numpy as np
from PIL import Image, ImageDraw
from print_light import Face
from print_marks import CELL, hand_cut

NEAR = 0.25


class Stage:
    def __init__(self, plate, camera, lamps, ambient=0.06):
        self.plate, self.camera, self.lamps, self.ambient = plate, camera, lamps, ambient
        self.faces = []
        self.nearer = []  # stages printed later, whose things throw shadows here too

    # Setting ------------------------------------------------------------------------------

    def face(self, corners, grain=None, normal=None, **look):
        """A flat face; without a `normal` it is a sheet that always turns to the eye."""
        corners = np.asarray(corners, float)
        if normal is None:
            normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
            if normal @ (np.asarray(self.camera.eye) - corners.mean(axis=0)) < 0:
                normal = -normal
        normal = np.asarray(normal, float) / np.linalg.norm(normal)
        grain = np.asarray(grain if grain is not None else corners[1] - corners[0], float)
        self.faces.append(Face(corners, normal, grain, **look))
        return self.faces[-1]

    def box(self, foot, size, heading=0.0, grain=None, **look):
        """A closed box: middle of its underside, (across, ahead, up) sizes, turned by `heading`."""
        sine, cosine = math.sin(heading), math.cos(heading)
        right, ahead, up = (
            np.array([cosine, -sine, 0]),
            np.array([sine, cosine, 0]),
            np.array([0, 0, 1]),
        )
        half = [right * size[0] / 2, ahead * size[1] / 2, up * size[2] / 2]
        middle = np.asarray(foot, float) + half[2]
        turn = None if grain is None else right * grain[0] + ahead * grain[1] + up * grain[2]
        for axis in range(3):
            one, two = half[(axis + 1) % 3], half[(axis + 2) % 3]
            for sign in (-1, 1):
                centre = middle + sign * half[axis]
                corners = [
                    centre - one - two,
                    centre + one - two,
                    centre + one + two,
                    centre - one + two,
                ]
                normal = sign * half[axis]
                along = turn
                if along is None or abs(along @ normal) > 0.9 * np.linalg.norm(
                    normal
                ) * np.linalg.norm(along):
                    along = max((one, two), key=np.linalg.norm)
                self.face(corners, along, normal, solid=True, **look)

    def bar(self, start, end, thick, **look):
        """A thin bar between two points, as a sheet turned to the eye."""
        start, end = np.asarray(start, float), np.asarray(end, float)
        side = np.cross(end - start, np.asarray(self.camera.eye) - start)
        side *= thick / 2 / np.linalg.norm(side)
        look = {"contour": 0.0, "wobble": 0.8, **look}
        self.face([start - side, end - side, end + side, start + side], end - start, **look)

    # Printing -----------------------------------------------------------------------------

    def printed(
        self, key=(0.1, 0.75), tint=(0.8, 1.4), length=(50, 190), clean=1.0, soft=0.1, grain=0.16
    ):
        """Ink the stage. `key` and `tint`: light where each block begins to be cut and is gone."""
        self._seen()
        self._lay()
        light = self._light()
        plate = self.plate
        rough = grain * plate.noise(9, 3)
        inked = np.clip((light - key[0]) / (key[1] - key[0]), 0, 1.2)
        inked = np.where(
            (inked > 0.02) & (inked < clean), inked + rough * np.minimum(1, inked * 4), inked
        )
        open_part = plate.both(self.open, plate.region_of(inked >= clean))
        plate.paint(open_part, False)
        plate.gouge(
            plate.minus(self.open, open_part), self.turn, np.clip(inked, 0, 1), self.gaps, length
        )
        bare = np.clip((light - tint[0]) / (tint[1] - tint[0]), 0, 1.2)
        for block in ("sand", "river", "brick"):
            cells = self.tints == block
            if not (cells & (bare > soft)).any():
                continue
            white = plate.both(self.open, plate.region_of(cells & (bare >= 1)))
            rest = plate.minus(plate.both(self.open, plate.region_of(cells)), white)
            plate.paint(white, False, block)
            plate.gouge(
                rest, self.turn, np.clip(bare + rough * (bare > 0), 0, 1), self.gaps, length, block
            )
        return light

    def _seen(self):
        """Drop faces turned away or behind the eye, and give the rest their hand-cut outline."""
        eye = np.asarray(self.camera.eye, float)
        self.shown = []
        for face in self.faces:
            if face.hidden or (face.solid and face.normal @ (eye - face.corners[0]) <= 0):
                continue
            corners = self._before_eye(face.corners)
            if len(corners) < 3:
                continue
            flat = self.camera.project(corners)[0]
            face.outline = hand_cut(flat, self.plate.rng, face.wobble)
            self.shown.append(face)

    def _before_eye(self, corners):
        depth = self._depth(corners)
        kept = []
        for here, there, d0, d1 in zip(
            corners, np.roll(corners, -1, 0), depth, np.roll(depth, -1), strict=True
        ):
            if d0 >= NEAR:
                kept.append(here)
            if (d0 < NEAR) != (d1 < NEAR):
                kept.append(here + (there - here) * (NEAR - d0) / (d1 - d0))
        return np.array(kept)

    def _depth(self, points):
        moved = points - np.asarray(self.camera.eye, float)
        return moved[:, 0] * math.sin(self.camera.heading) + moved[:, 1] * math.cos(
            self.camera.heading
        )

    def _lay(self):
        """Fill the blocks face by face and remember which face every CELL belongs to."""
        plate, factor = self.plate, self.plate.factor
        self.open = Image.new("L", plate.size)
        owner = Image.new("I", (plate.columns, plate.rows), -1)
        opened, owned = ImageDraw.Draw(self.open), ImageDraw.Draw(owner)
        draws = {name: ImageDraw.Draw(block) for name, block in plate.blocks.items()}
        for number, face in enumerate(self.shown):
            outline = [(x * factor, y * factor) for x, y in face.outline]
            for name, draw in draws.items():
                draw.polygon(outline, fill=255 if name in ("ink", face.tint) else 0)
            opened.polygon(outline, fill=255)
            if face.contour:
                opened.line(
                    [*outline, outline[0], outline[1]],
                    fill=0,
                    width=max(1, round(face.contour * factor)),
                    joint="curve",
                )
            owned.polygon([(x / CELL, y / CELL) for x, y in face.outline], fill=number)
        self.owner = np.asarray(owner)

    def _light(self):
        rows, columns = self.owner.shape
        light, self.turn = np.zeros((rows, columns)), np.zeros((rows, columns))
        self.gaps = np.full((rows, columns), 15.0)
        self.tints = np.full((rows, columns), "", dtype="<U6")
        down, across = np.mgrid[0:rows, 0:columns] * float(CELL) + CELL / 2
        camera, eye = self.camera, np.asarray(self.camera.eye, float)
        sine, cosine = math.sin(camera.heading), math.cos(camera.heading)
        right = (across - camera.centre) / camera.focal
        rays = np.stack(
            [sine + right * cosine, cosine - right * sine, (camera.horizon - down) / camera.focal],
            -1,
        )
        casting = [face for stage in (self, *self.nearer) for face in stage.faces if face.casts]
        for number, face in enumerate(self.shown):
            cells = self.owner == number
            if not cells.any():
                continue
            along = rays[cells] @ face.normal
            along = np.where(np.abs(along) < 1e-6, -1e-6, along)
            reach = np.clip(((face.corners[0] - eye) @ face.normal) / along, 0.1, 400)
            points = eye + rays[cells] * reach[:, None]
            grain = face.grain / np.linalg.norm(face.grain)
            start, end = (camera.project(points + sign * grain * 0.02)[0] for sign in (-1, 1))
            self.turn[cells] = np.arctan2(end[:, 1] - start[:, 1], end[:, 0] - start[:, 0])
            self.gaps[cells] = face.spacing
            self.tints[cells] = face.tint or ""
            light[cells] = self._falling(face, points, casting) if face.glow is None else face.glow
        return light

    def _falling(self, face, points, casting):
        normal = face.normal
        total = np.full(len(points), self.ambient)
        for lamp in self.lamps:
            light, ways = lamp.on(points, normal)
            for other in casting:
                lit = light > 0.01
                if other is face or not lit.any():
                    continue
                light[lit] *= ~other.blocks(points[lit] + normal * 0.004, ways[lit])
            total = total + light
        return np.minimum(total * face.albedo, face.most)
