"""From cut blocks to a printed sheet: inks, their order, misregister, mottle and paper."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from PIL import Image
from print_marks import smooth_noise

PAPER = "#efe6d4"
INKS = {"sand": "#dcc59a", "river": "#1f6b6e", "brick": "#a5472b", "ink": "#1d1b18"}
# How far each block was laid off the key block, in design pixels.
REGISTER = {"sand": (-3, 3), "river": (4, -2), "brick": (-3, -3), "ink": (0, 0)}
# How much of the colour below shows through each ink.
SHOW_THROUGH = {"sand": 0.9, "river": 0.45, "brick": 0.4, "ink": 0.12}
TOOTH = 11  # how much darker the paper's specks are, of 255


def pull(blocks, design_size, scale, rng):
    """Print the blocks in order on one sheet; `design_size` in design pixels."""
    size = tuple(round(side * scale) for side in design_size)
    sheet = np.broadcast_to(_rgb(PAPER), (size[1], size[0], 3)).copy()
    sheet[_specks(size, 0.0035, 5, rng)] -= TOOTH
    for name, block in blocks.items():
        if not block.getbbox():
            continue
        factor = block.size[0] / design_size[0]
        dx, dy = (round(value * factor) for value in REGISTER[name])
        moved = _shifted(block, dx, dy)
        # Few steps of cover keep the edges clean and the file small.
        steps = 4 if name == "ink" else 2
        cover = np.asarray(moved.resize(size, Image.Resampling.BOX), float) / 255
        cover = np.round(cover * steps) / steps
        missed = _specks(size, 0.005 if name == "ink" else 0.012, 5, rng)
        cover[missed & (cover > 0.9)] = 0.75 if name == "ink" else 0.5
        colour, through = _rgb(INKS[name]), SHOW_THROUGH[name]
        printed = colour * (1 - through) + colour * sheet / 255 * through
        sheet += cover[:, :, None] * (printed - sheet)
    return Image.fromarray(np.clip(sheet, 0, 255).astype("uint8"))


def _shifted(block, dx, dy):
    """The block laid off by some pixels; what it uncovers at the border repeats its edge."""
    if not (dx or dy):
        return block
    width, height = block.size
    moved = block.copy()
    moved.paste(
        block.crop((max(0, -dx), max(0, -dy), width - max(0, dx), height - max(0, dy))),
        (max(0, dx), max(0, dy)),
    )
    return moved


def _rgb(value):
    return np.array([int(value[i : i + 2], 16) for i in (1, 3, 5)], float)


def _specks(size, share, patches, rng):
    """Small irregular spots, thicker in some patches than in others."""
    grain = np.random.default_rng(rng.integers(1 << 30))
    field = grain.random((size[1] // 2 + 1, size[0] // 2 + 1))
    patch = smooth_noise(field.shape, patches, grain, 2)
    spots = field < share * np.clip(1 + 1.6 * patch, 0, 3)
    return np.repeat(np.repeat(spots, 2, 0), 2, 1)[: size[1], : size[0]]
