"""Contrast between two colours, as WCAG 2.2 defines it, and the nearest colour that passes.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

import colorsys
import re

MINIMUM_TEXT_CONTRAST = 4.5
MINIMUM_LARGE_CONTRAST = 3.0
HIGH_TEXT_CONTRAST = 7.0

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def relative_luminance(colour: str) -> float:
    """Return WCAG relative luminance, 0 (black) to 1 (white).

    Args:
        colour: sRGB as ``#rrggbb``; short forms and names are refused.

    Raises:
        ValueError: if ``colour`` is not ``#rrggbb``.
    """
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((relative_luminance(one), relative_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_passing(colour: str, ground: str, *, minimum: float) -> str | None:
    """Return the colour of the same hue, changed least in lightness, that reaches ``minimum``.

    Returns ``colour`` itself when it passes, and None when no lightness of the hue does.
    """
    if contrast(colour, ground) >= minimum:
        return colour.lower()
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(1, 256):
        for target in (lightness - step / 255, lightness + step / 255):
            if 0 <= target <= 1:
                tried = _hex(colorsys.hls_to_rgb(hue, target, saturation))
                if contrast(tried, ground) >= minimum:
                    return tried
    return None


def _channels(colour: str) -> tuple[float, float, float]:
    if not _HEX.fullmatch(colour):
        raise ValueError(f"{colour!r} is not a colour; write it as #rrggbb, e.g. #8c2f1b.")
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
