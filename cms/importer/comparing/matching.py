"""Which section of a newer manuscript is which page that is there: plain values in, plain out.

By heading first, then by text, then by number or by headings that are alike; introductions and
conclusions find each other by what they are. Nothing is paired twice, and the time grows with the
words, not with sections times pages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cms.importer.manuscript.wording import folded

from .likeness import COMMONPLACE, Texts

# Shares of the larger text's runs of words (or of both headings' words) that two have in common.
SAME_TEXT = 0.3
TRACE_OF_TEXT = 0.08
ALIKE_HEADINGS = 0.5
# Kinds of which a document has one.
SINGLE_KINDS = ("introduction", "conclusion", "sources")


@dataclass(frozen=True)
class Section:
    """A part of a document, or a page that is there.

    ``headings`` are all that it goes or went by; ``kind`` is the outline's, or "question".
    """

    key: str
    headings: tuple[str, ...]
    words: str = ""
    kind: str = "chapter"
    number: int | None = None


@dataclass(frozen=True)
class Matching:
    """``pairs`` says for a new section's key which page's key it is.

    ``split_from`` names, for a section without a page, the page that most of its text stands in;
    ``merged_into`` names, for a page without a section, the section that has most of its text.
    """

    pairs: Mapping[str, str]
    split_from: Mapping[str, str] = field(default_factory=dict)
    merged_into: Mapping[str, str] = field(default_factory=dict)


def match(new: Sequence[Section], there: Sequence[Section]) -> Matching:
    """Pair sections one to one. Keys are unique on each side; order matters only between equals."""
    pairing = _Pairing(new, there)
    pairing.by_heading()
    pairing.by_kind()
    if not pairing.is_whole:
        pairing.by_text(SAME_TEXT)
        pairing.by_number()
        pairing.by_alike_headings()
    return Matching(dict(pairing.pairs), *pairing.traces())


class _Pairing:
    """One matching while it is made; used once."""

    def __init__(self, new: Sequence[Section], there: Sequence[Section]) -> None:
        self._new = {section.key: section for section in new}
        self._there = {section.key: section for section in there}
        self.pairs: dict[str, str] = {}
        self._paired: set[str] = set()
        self._texts: Texts | None = None

    @property
    def is_whole(self) -> bool:
        """Whether one side has nothing left, and the other nothing that could be told of it."""
        return len(self.pairs) == len(self._new) == len(self._there)

    @property
    def texts(self) -> Texts:
        if self._texts is None:
            self._texts = Texts(
                {key: section.words for key, section in self._new.items()},
                {key: section.words for key, section in self._there.items()},
            )
        return self._texts

    def by_heading(self) -> None:
        """Pair what goes by the same heading; where several do, those whose text is alike."""
        there = _by_heading(self._free_there())
        shared: dict[str, list[str]] = defaultdict(list)
        for section in self._free_new():
            heading = next((name for name in _folded(section) if name in there), None)
            if heading is not None:
                shared[heading].append(section.key)
        for heading, keys in shared.items():
            candidates = there[heading]
            if len(keys) == len(candidates) == 1:
                self._pair(keys[0], candidates[0])
                continue
            self._pair_best(
                (self.texts.alike(key, other), key, other) for key in keys for other in candidates
            )

    def by_kind(self) -> None:
        for kind in SINGLE_KINDS:
            new = [section.key for section in self._free_new() if section.kind == kind]
            there = [section.key for section in self._free_there() if section.kind == kind]
            if len(new) == len(there) == 1:
                self._pair(new[0], there[0])

    def by_text(self, least: float) -> None:
        alike = (
            (self.texts.share(common, key, other), key, other)
            for section in self._free_new()
            for key in (section.key,)
            for other, common in self.texts.found_there(key).items()
        )
        self._pair_best(row for row in alike if row[0] >= least)

    def by_number(self) -> None:
        """Pair a number's section and page if their texts have at least a little in common."""
        there = {
            (section.kind, section.number): section.key
            for section in self._free_there()
            if section.number is not None
        }
        for section in list(self._free_new()):
            other = there.get((section.kind, section.number))
            if other and self.texts.alike(section.key, other) >= TRACE_OF_TEXT:
                self._pair(section.key, other)

    def by_alike_headings(self) -> None:
        """Pair headings most of whose words are the same, e.g. a question put a little better."""
        words_of = {
            (side, section.key): frozenset(" ".join(_folded(section)).split())
            for side, sections in (("new", self._free_new()), ("there", self._free_there()))
            for section in sections
        }
        holders: dict[str, list[str]] = defaultdict(list)
        for (side, key), words in words_of.items():
            if side == "there":
                for word in words:
                    holders[word].append(key)
        rows = []
        for (side, key), words in words_of.items():
            if side == "there":
                continue
            common = Counter(
                other
                for word in words
                if len(holders.get(word, ())) <= COMMONPLACE
                for other in holders.get(word, ())
            )
            for other in common:
                others = words_of["there", other]
                share = len(words & others) / len(words | others)
                if share >= ALIKE_HEADINGS:
                    rows.append((share, key, other))
        self._pair_best(rows)

    def traces(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return where the text of what stayed without a partner stands."""
        if self.is_whole:
            return {}, {}
        split = {
            section.key: other
            for section in self._free_new()
            if (other := self.texts.holder_of("new", section.key))
        }
        merged = {
            section.key: other
            for section in self._free_there()
            if (other := self.texts.holder_of("there", section.key))
        }
        return split, merged

    def _free_new(self) -> Iterable[Section]:
        return (section for key, section in self._new.items() if key not in self.pairs)

    def _free_there(self) -> Iterable[Section]:
        return (section for key, section in self._there.items() if key not in self._paired)

    def _pair(self, key: str, other: str) -> None:
        self.pairs[key] = other
        self._paired.add(other)

    def _pair_best(self, rows: Iterable[tuple[float, str, str]]) -> None:
        """Pair the most alike first; between equals those that stand first in their documents."""
        places = {key: place for place, key in enumerate(self._new)}
        others = {key: place for place, key in enumerate(self._there)}
        ordered = sorted(
            rows,
            key=lambda row: (-row[0], abs(places[row[1]] - others[row[2]]), places[row[1]]),
        )
        for _, key, other in ordered:
            if key not in self.pairs and other not in self._paired:
                self._pair(key, other)


def _folded(section: Section) -> list[str]:
    return [name for heading in section.headings if (name := folded(heading))]


def _by_heading(sections: Iterable[Section]) -> dict[str, list[str]]:
    headed: dict[str, list[str]] = defaultdict(list)
    for section in sections:
        for name in dict.fromkeys(_folded(section)):
            headed[name].append(section.key)
    return headed
