"""Ground for the relief prints: a wall of mountains, and a valley between two ranges."""
# requires: numpy, pillow, scipy   (to draw the prints again; the site needs none of them for it)

import numpy as np
from print_marks import smooth_noise
from scipy.ndimage import gaussian_filter

STEP = 8.0  # metres between heights of `mountains`
WIDE_STEP = 16.0  # and of `valley`


def mountains(seed, size=640):
    """A valley head: a long slope that the road climbs, and a wall of peaks behind it."""
    rng = np.random.default_rng(seed)
    shape = (size, size)
    y, x = np.mgrid[0:size, 0:size] * STEP
    x = x - size * STEP / 2
    warp = 120 * smooth_noise(shape, 6, rng, 2)
    ridges, weight, total = np.zeros(shape), 1.0, 0.0
    for cells in (9, 18, 36, 72):
        sheet = 1 - np.abs(smooth_noise(shape, cells, rng) * 1.5)
        ridges += weight * np.abs(sheet) ** 1.6
        total += weight
        weight *= 0.52
    ridges /= total
    rise = np.interp(
        y + 0.5 * warp,
        [0, 180, 620, 1000, 1250, 2300, 3000, 5200],
        [0, 10, 130, 330, 520, 900, 940, 500],
    )
    sides = np.clip((np.abs(x + 40 + 0.5 * warp) - 480) / 1000, 0, 1.2) * 420
    sides *= np.clip((y - 100) / 1100, 0.0, 1)
    rough = 0.16 + np.clip((y - 950) / 900, 0, 1) + np.clip((np.abs(x) - 380) / 500, 0, 0.6)
    pass_dip = 240 * np.exp(-(((x - 250) / 380) ** 2)) * np.clip((y - 1200) / 900, 0, 1)
    return gaussian_filter(rise + sides - pass_dip + ridges * 760 * np.clip(rough, 0, 1.1), 0.9)


def valley(seed, size=640):
    """A flat-floored valley that bends away between two ranges of spurs."""
    rng = np.random.default_rng(seed)
    shape = (size, size)
    y, x = np.mgrid[0:size, 0:size] * WIDE_STEP
    x = x - size * WIDE_STEP / 2
    ridges, weight, total = np.zeros(shape), 1.0, 0.0
    for cells in (9, 18, 36, 72):
        sheet = 1 - np.abs(smooth_noise(shape, cells, rng) * 1.5)
        ridges += weight * np.abs(sheet) ** 1.5
        total += weight
        weight *= 0.62
    ridges /= total
    middle = 90 * np.sin(y / 700) + y * 0.07
    away = np.clip((np.abs(x - middle) - 240 - 60 * smooth_noise(shape, 8, rng)) / 1300, 0, 1.3)
    bend = 700 * smooth_noise(shape, 9, rng, 2) + 0.5 * (x - middle)
    back = np.clip((y - 3300 + bend) / 2600, 0, 1)
    heights = (away**0.72) * (300 + 1050 * ridges) + back * (500 + 1100 * ridges)
    return gaussian_filter(heights, 0.9)
