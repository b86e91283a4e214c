"""Which items of two sequences stay, in order: words of a paragraph, paragraphs of a text.

Items that occur once on both sides are found first and cut the sequences into short gaps; a gap
is compared whole as long as the budget lasts. Time is near-linear for any input.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

# Pairs of items looked at in one gap, and in one comparison: about half a second of work.
LARGEST_GAP = 40_000
LARGEST_COMPARISON = 1_000_000

Pairs = list[tuple[int, int]]


@dataclass
class Budget:
    """How many pairs of items may still be looked at."""

    left: int = LARGEST_COMPARISON

    def allows(self, pairs: int) -> bool:
        if pairs > min(self.left, LARGEST_GAP):
            return False
        self.left -= pairs
        return True


def aligned(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> Pairs:
    """Return the places of equal items, rising on both sides."""
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    pairs = [(place, place) for place in range(start)]
    middle = old[start : len(old) - end], new[start : len(new) - end]
    left = right = 0
    for old_place, new_place in [*_anchors(*middle), (len(middle[0]), len(middle[1]))]:
        gap = middle[0][left:old_place], middle[1][right:new_place]
        pairs += [(start + left + i, start + right + j) for i, j in _gap(*gap, budget)]
        if old_place < len(middle[0]):
            pairs.append((start + old_place, start + new_place))
        left, right = old_place + 1, new_place + 1
    tail = zip(range(len(old) - end, len(old)), range(len(new) - end, len(new)), strict=True)
    return [*pairs, *tail]


def best_aligned(
    old_length: int, new_length: int, alike: Callable[[int, int], float], budget: Budget
) -> Pairs:
    """Return rising pairs of places whose ``alike`` (0: not at all) add up to the most.

    Beyond the budget every place is compared with the same place on the other side alone.
    """
    if not budget.allows(old_length * new_length):
        return [
            (place, place) for place in range(min(old_length, new_length)) if alike(place, place)
        ]
    scores = [[alike(i, j) for j in range(new_length)] for i in range(old_length)]
    best = [[0.0] * (new_length + 1) for _ in range(old_length + 1)]
    for i in range(old_length - 1, -1, -1):
        row, below, score = best[i], best[i + 1], scores[i]
        for j in range(new_length - 1, -1, -1):
            together = below[j + 1] + score[j] if score[j] else 0.0
            row[j] = max(together, below[j], row[j + 1])
    return _path(scores, best)


def _path(scores: list[list[float]], best: list[list[float]]) -> Pairs:
    pairs: Pairs = []
    i = j = 0
    while i < len(scores) and j < len(scores[0]):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _gap(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> Pairs:
    start = _common_start(old, new)
    pairs = [(place, place) for place in range(start)]
    old, new = old[start:], new[start:]
    if not old or not new or not budget.allows(len(old) * len(new)):
        return pairs
    found = best_aligned(
        len(old), len(new), lambda i, j: 1.0 if old[i] == new[j] else 0.0, Budget()
    )
    return [*pairs, *((start + i, start + j) for i, j in found)]


def _common_start(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    length = 0
    for first, second in zip(old, new, strict=False):
        if first != second:
            break
        length += 1
    return length


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Return the longest rising run of items that occur once on each side."""
    counts = Counter(old), Counter(new)
    places = {item: place for place, item in enumerate(new) if counts[1][item] == 1}
    common = [
        (place, places[item])
        for place, item in enumerate(old)
        if counts[0][item] == 1 and item in places
    ]
    return _longest_rising(common)


def _longest_rising(pairs: Pairs) -> Pairs:
    """Of pairs that rise on the left, return the most that rise on the right as well."""
    ends: list[int] = []  # the smallest right side that a run of each length can end with
    at: list[int] = []
    before: list[int] = []
    for place, (_, right) in enumerate(pairs):
        length = bisect_left(ends, right)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(right)
            at.append(place)
        else:
            ends[length], at[length] = right, place
    run: Pairs = []
    place = at[-1] if at else -1
    while place >= 0:
        run.append(pairs[place])
        place = before[place]
    return run[::-1]
