"""How much of one text stands in another, told by the runs of words that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Literal
from zlib import crc32

from cms.importer.manuscript.wording import folded

RUN_OF_WORDS = 3
# Share of one text that is found in another which it was split from, or merged into.
MOST_OF_IT = 0.5
# Above this many words only some runs are compared, chosen by a word in them.
WORDS_COMPARED_WHOLE = 200_000
# A run that stands in more texts than this tells nothing about one of them.
COMMONPLACE = 12

Side = Literal["new", "there"]


class Texts:
    """The texts of two documents by key, and which of them share runs of words."""

    def __init__(self, new: Mapping[str, str], there: Mapping[str, str]) -> None:
        words = {("new", key): folded(text).split() for key, text in new.items()}
        words |= {("there", key): folded(text).split() for key, text in there.items()}
        total = sum(len(each) for each in words.values())
        every = 1 + total // WORDS_COMPARED_WHOLE
        chosen = {
            word
            for word in set().union(*words.values())
            if every == 1 or crc32(word.encode()) % every == 0
        }
        self._runs = {place: _runs(each, chosen) for place, each in words.items()}
        self._holders: dict[Side, dict[tuple, list[str]]] = {
            "new": defaultdict(list),
            "there": defaultdict(list),
        }
        for (side, key), runs in self._runs.items():
            for run in runs:
                self._holders[side][run].append(key)

    def found_there(self, key: str) -> Counter[str]:
        """Count the runs of a new section that stand in each page."""
        return self._found("new", key)

    def alike(self, key: str, other: str) -> float:
        common = len(self._runs["new", key] & self._runs["there", other])
        return self.share(common, key, other)

    def share(self, common: int, key: str, other: str) -> float:
        larger = max(len(self._runs["new", key]), len(self._runs["there", other]))
        return common / larger if larger else 0.0

    def holder_of(self, side: Side, key: str) -> str | None:
        """Return what on the other side has most of a text, if anything has."""
        found = self._found(side, key).most_common(1)
        if found and found[0][1] >= MOST_OF_IT * len(self._runs[side, key]):
            return found[0][0]
        return None

    def _found(self, side: Side, key: str) -> Counter[str]:
        holders = self._holders["there" if side == "new" else "new"]
        found: Counter[str] = Counter()
        for run in self._runs[side, key]:
            others = holders.get(run, ())
            if len(others) <= COMMONPLACE:
                found.update(others)
        return found


def _runs(words: list[str], chosen: set[str]) -> frozenset[tuple[str, ...]]:
    if len(words) < RUN_OF_WORDS:
        return frozenset({tuple(words)}) if words else frozenset()
    last = len(words) - RUN_OF_WORDS + 1
    return frozenset(
        tuple(words[place : place + RUN_OF_WORDS])
        for place in range(last)
        if words[place] in chosen
    )
