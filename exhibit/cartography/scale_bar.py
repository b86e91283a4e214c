"""A bar that says how long so many kilometres are on the map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .frame import Frame
from .lettering import text_width
from .lines import Box

_LONGEST_SHARE = 0.22
# Past this difference between the sheet's parts, one bar for the whole would be untrue.
_MOST_UNEVEN = 1.35
_UNITS = {"ru": "км", "uk": "км", "bg": "км", "fa": "کیلومتر", "ps": "کیلومتره", "ar": "كم"}


@dataclass(frozen=True)
class ScaleBar:
    """A level line from x1 to x2 at y, and its words above the middle."""

    x1: float
    x2: float
    y: float
    kilometres: int
    text: str
    text_x: float
    text_y: float


def scale_bar_for(
    frame: Frame,
    markers: Sequence[Box],
    *,
    language: str,
    direction: str,
    size: float,
    digits: Callable[[str], str],
) -> tuple[ScaleBar, Box] | None:
    """Return the bar and the room it takes, in the emptiest corner; None on a map of the world."""
    edges = [
        frame.units_per_km_at(frame.width * across, frame.height * down)
        for across in (0.1, 0.5, 0.9)
        for down in (0.1, 0.5, 0.9)
    ]
    if max(edges) > _MOST_UNEVEN * min(edges):
        return None
    per_km = edges[4]
    kilometres = _round_number(frame.width * _LONGEST_SHARE / per_km)
    length = kilometres * per_km
    unit = _UNITS.get(language.replace("_", "-").split("-")[0].lower(), "km")
    text = f"{digits(str(kilometres))}\N{NO-BREAK SPACE}{unit}"
    width = max(length, text_width(text, size))
    margin = size
    boxes = [
        Box(left, top, left + width, top + size * 1.8)
        for left, top in _corners(frame, width, size * 1.8, margin, direction)
    ]
    box = min(boxes, key=lambda box: sum(box.grown(size).meets(marker) for marker in markers))
    middle = (box.left + box.right) / 2
    y = box.bottom - size * 0.2
    bar = ScaleBar(
        middle - length / 2, middle + length / 2, y, kilometres, text, middle, y - size * 0.55
    )
    return bar, box


def _corners(
    frame: Frame, width: float, height: float, margin: float, direction: str
) -> list[tuple[float, float]]:
    left, right = margin, frame.width - margin - width
    top, bottom = margin, frame.height - margin - height
    near, far = (right, left) if direction == "rtl" else (left, right)
    return [(near, bottom), (far, bottom), (near, top), (far, top)]


def _round_number(limit: float) -> int:
    """Return the largest of 1, 2, 5, 10, 20, 50 … not above the limit, and 1 at least."""
    best = step = 1
    while step <= limit:
        for factor in (1, 2, 5):
            if step * factor <= limit:
                best = step * factor
        step *= 10
    return best
