"""Relief prints by program: one drawing language for every scene of the exhibit.

A print has four blocks: sand, river, brick and ink, printed in that order. Work as a carver
does: `ink` leaves a shape standing, `cut` clears it, `clear` clears it from every block,
`gouge` clears it in rows of tapered cuts that are wider where `tone` is lighter.
All coordinates are design pixels of the full-size picture; `scale` makes proofs smaller.
`tone`, `direction` (radians, 0 to the right, clockwise) and `spacing` take a number, an array
of one value per CELL, or a function of (x, y) arrays.
"""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw
from print_marks import CELL, flow_lines, hand_cut, ribbon, slivers, smooth_noise
from print_pull import INKS, pull
from scipy.ndimage import gaussian_filter, label

SUPERSAMPLE = 2
COLOURS = 48


class Print:
    """A print in the making. `width` and `height` in design pixels, `seed` fixes the hand."""

    def __init__(self, width, height, seed=1, scale=1.0):
        self.width, self.height, self.scale = width, height, scale
        self.factor = scale * SUPERSAMPLE
        self.size = (round(width * self.factor), round(height * self.factor))
        self.rng = np.random.default_rng(seed)
        self.blocks = {name: Image.new("L", self.size) for name in INKS}
        self.rows, self.columns = height // CELL, width // CELL

    # Fields and regions ---------------------------------------------------------------

    def field(self, value):
        """One value per CELL of the picture."""
        if callable(value):
            y, x = np.mgrid[0 : self.rows, 0 : self.columns] * float(CELL) + CELL / 2
            value = value(x, y)
        return np.broadcast_to(np.asarray(value, float), (self.rows, self.columns))

    def noise(self, cells, octaves=2):
        return smooth_noise((self.rows, self.columns), cells, self.rng, octaves)

    def region(self, *polygons, wobble=1.6):
        """A mask of the polygons' union, edges cut by hand."""
        mask = Image.new("L", self.size)
        for polygon in polygons:
            self._fill(mask, hand_cut(polygon, self.rng, wobble), 255)
        return mask

    def everything(self):
        return Image.new("L", self.size, 255)

    def region_of(self, field, fewest_cells=28):
        """A mask from a field of booleans, its edge smoothed and its crumbs swept away."""
        wanted = self.field(field) > 0.5
        for value in (True, False):
            parts, _ = label(wanted == value)
            crumbs = np.bincount(parts.ravel()) < fewest_cells
            crumbs[0] = False
            wanted = np.where(crumbs[parts], not value, wanted)
        soft = gaussian_filter(wanted.astype(float), 0.8)
        image = Image.fromarray((soft * 255).astype("uint8"))
        return image.resize(self.size, Image.Resampling.BICUBIC).point(lambda v: 255 * (v > 127))

    def inside(self, region):
        """The region as a field of booleans."""
        return np.asarray(region.resize((self.columns, self.rows), Image.Resampling.BOX)) > 100

    @staticmethod
    def minus(region, other):
        return ImageChops.subtract(region, other)

    @staticmethod
    def both(region, other):
        return ImageChops.darker(region, other)

    @staticmethod
    def joined(region, other):
        return ImageChops.lighter(region, other)

    # Shapes -----------------------------------------------------------------------------

    def ink(self, polygon, block="ink", wobble=1.6):
        self._fill(self.blocks[block], hand_cut(polygon, self.rng, wobble), 255)

    def block(self, colour, polygon, wobble=2.2):
        """A flat shape in one of the colour blocks: sand, river or brick."""
        self.ink(polygon, colour, wobble)

    def cut(self, polygon, block="ink", wobble=1.6):
        self._fill(self.blocks[block], hand_cut(polygon, self.rng, wobble), 0)

    def clear(self, polygon, wobble=1.6):
        """Cut the same outline from every block: bare paper."""
        outline = hand_cut(polygon, self.rng, wobble)
        for block in self.blocks.values():
            self._fill(block, outline, 0)

    def paint(self, region, value=True, block="ink"):
        """Leave (or clear) a whole mask."""
        self.blocks[block].paste(255 if value else 0, (0, 0), region)

    def clear_region(self, region):
        for name in self.blocks:
            self.paint(region, False, name)

    def line(self, points, width, value=True, block="ink", wobble=1.0, widths=None):
        """A bar of even width, or of the `widths` given point by point."""
        points = hand_cut(points, self.rng, wobble, closed=False) if widths is None else points
        full = np.full(len(points), float(width)) if widths is None else widths
        self._fill(self.blocks[block], ribbon(points, full), 255 if value else 0)

    def disc(self, x, y, radius, value=True, block="ink", wobble=1.2):
        turn = np.linspace(0, 2 * np.pi, max(9, int(radius / 3) + 7))[:-1]
        shape = np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], axis=1)
        outline = hand_cut(shape, self.rng, min(wobble, radius * 0.06))
        self._fill(self.blocks[block], outline, 255 if value else 0)

    def halo(self, polygon, width, block="ink"):
        """Clear a line of light around a shape, so that black stands off black."""
        closed = [*polygon, polygon[0], polygon[1]]
        scaled = [(x * self.factor, y * self.factor) for x, y in closed]
        ImageDraw.Draw(self.blocks[block]).line(
            scaled, fill=0, width=max(1, round(2 * width * self.factor)), joint="curve"
        )

    # Gouge work ------------------------------------------------------------------------

    def gouge(
        self,
        region,
        direction=0.0,
        tone=0.5,
        spacing=18.0,
        length=(70, 240),
        block="ink",
        leave=False,
        weight=1.1,
        bleed=False,
    ):
        """Rows of tapered cuts in the region; with `leave` the slivers are inked instead.

        `tone` 0 cuts nothing, 1 clears nearly everything. `bleed` lets cuts pass the edge.
        """
        tone = np.clip(self.field(tone), 0, 1.2)
        gaps = np.maximum(self.field(spacing), 5.0)
        open_cells = self.inside(region) & (tone > 0.05)
        lines = flow_lines(open_cells, self.field(direction), gaps, self.rng)
        marks = Image.new("L", self.size)
        tone_rows, gap_rows = tone.tolist(), gaps.tolist()
        for line in lines:
            for sliver in slivers(line, tone_rows, gap_rows, self.rng, length, weight):
                self._fill(marks, sliver, 255)
        self.paint(marks if bleed else self.both(marks, region), leave, block)

    def chatter(
        self,
        region,
        direction=0.0,
        spacing=70.0,
        width=3.0,
        length=(14, 60),
        block="ink",
        share=0.35,
    ):
        """Slivers left standing where a gouge skipped in a cleared part."""
        chance = self.noise(9) * 0.5 + 0.5
        tone = np.where(chance > 1 - share, width / spacing, 0.0)
        turn = self.field(direction) + 0.12 * self.noise(6)
        gap = spacing / 2.2
        self.gouge(region, turn, tone * 2.2, gap, length, block, leave=True)

    def sky_gouges(self, region, tone, block="river", spacing=22.0, tilt=0.0, length=(160, 620)):
        """Long cuts, nearly level, drifting a little as the hand tires."""
        turn = tilt + 0.028 * self.noise(2, 1)
        self.gouge(region, turn, tone, spacing, length, block)

    def rays(self, region, x, y, tone, block="river", spacing=None, length=(120, 420)):
        """Cuts that run away from a light at x, y."""

        def turn(across, down):
            return np.arctan2(down - y, across - x)

        def gaps(across, down):
            return np.clip(9 + np.hypot(across - x, down - y) * 0.016, 9, 26)

        self.gouge(region, turn, tone, spacing or gaps, length, block)

    # Printing -----------------------------------------------------------------------------

    def image(self):
        """The pull: every block inked, laid slightly off, and pressed on toothed paper."""
        return pull(self.blocks, (self.width, self.height), self.scale, self.rng)

    def save(self, path):
        path = Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        flat = self.image().quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(path, optimize=True)

    def _fill(self, image, outline, value):
        if len(outline) < 3:
            return
        scaled = (np.asarray(outline) * self.factor).ravel().tolist()
        ImageDraw.Draw(image).polygon(scaled, fill=value)
