"""A whole manuscript as plain values, drawn by hypothesis: what its author meant.

Every piece of text carries a mark of its own, so that a test can say where it went.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = {
    "en": "river bridge column winter letter the of and went home across stood quiet road",
    "ru": "река мост колонна зима письмо и дорога домой через тихо стояла шла обратно",
    "fa-AF": "دریا پل ستون زمستان نامه و راه خانه می‌رفت آرام ایستاد بازگشت خالی",
}
NUMBERED = ("1.", "1)", "1 –", "I.", "Chapter 1:", "Chapter 1, title below")
UNNUMBERED = ("capitals", "bold", "listed")


@dataclass(frozen=True)
class Text:
    """One paragraph; ``note`` is the number of the note it cites, or 0."""

    words: str
    note: int = 0


@dataclass(frozen=True)
class Items:
    ordered: bool
    items: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    words: str
    speaker: str


@dataclass(frozen=True)
class Rows:
    rows: tuple[tuple[str, ...], ...]


Piece = Text | Items | Quotation | Rows


@dataclass
class Manuscript:
    language: str
    headings: str
    questions: str
    title: str
    has_contents: bool
    introduction: list[Piece] = field(default_factory=list)
    chapters: list[tuple[str, list[Piece]]] = field(default_factory=list)
    conclusion: list[Piece] = field(default_factory=list)
    faqs: list[tuple[str, list[Piece]]] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


class _Author:
    """Writes sentences that occur nowhere else in the manuscript."""

    def __init__(self, draw, language: str) -> None:
        self._draw = draw
        self._words = WORDS[language].split()
        self._count = 0
        self.notes: list[str] = []

    def words(self, least: int = 3, most: int = 8) -> str:
        self._count += 1
        seed = self._draw(st.integers(0, 10_000))
        length = least + seed % (most - least + 1)
        chosen = [self._words[(seed * 7 + step * 5) % len(self._words)] for step in range(length)]
        return f"{' '.join(chosen)} mark{self._count}mark"

    def sentence(self) -> str:
        text = self.words(5, 22)
        return f"{text[0].upper()}{text[1:]}."

    def paragraph(self) -> Text:
        text = self.sentence()
        if self._draw(st.integers(0, 7)):
            return Text(text)
        self.notes.append(self.sentence())
        return Text(f"{text[:-1]} [{len(self.notes)}].", len(self.notes))

    def piece(self, *, lists: bool = True) -> Piece:
        kind = self._draw(st.sampled_from("ppppppluqt" if lists else "ppppppuqt"))
        if kind in "lu":
            items = self._draw(st.integers(2, 4))
            return Items(kind == "l", tuple(self.words() for _ in range(items)))
        if kind == "q":
            return Quotation(self.sentence(), self._draw(st.sampled_from(["", "Anna Petrova"])))
        if kind == "t":
            width = self._draw(st.integers(2, 3))
            rows = tuple(tuple(self.words(1, 2) for _ in range(width)) for _ in range(2))
            return Rows(rows)
        return self.paragraph()

    def section(self, least: int = 1, *, lists: bool = True) -> list[Piece]:
        """Pieces that begin and end with a paragraph, as a chapter's mostly do."""
        count = self._draw(st.integers(least, 4))
        inner = [self.piece(lists=lists) for _ in range(max(0, count - 2))]
        ends = [self.paragraph() for _ in range(min(count, 2))]
        return [*ends[:1], *inner, *ends[1:]]


@st.composite
def manuscripts(draw) -> Manuscript:
    language = draw(st.sampled_from(sorted(WORDS)))
    author = _Author(draw, language)
    ways = [way for way in (*NUMBERED, *UNNUMBERED) if way != "capitals" or language != "fa-AF"]
    headings = draw(st.sampled_from(ways))
    made = Manuscript(
        language,
        headings,
        draw(st.sampled_from(["Q1:", "Q: A:", "1."])),
        title=_title(language, 0),
        has_contents=headings == "listed" or draw(st.booleans()),
    )
    made.introduction = author.section(0)
    made.chapters = [
        (_title(language, number), author.section())
        for number in range(1, draw(st.integers(2, 5)) + 1)
    ]
    made.conclusion = author.section(0)
    made.faqs = [
        (f"{author.words()}{'؟' if language == 'fa-AF' else '?'}", author.section(lists=False))
        for _ in range(draw(st.integers(0, 3)))
    ]
    made.sources = [author.sentence() for _ in range(draw(st.integers(0, 3)))]
    made.links = [
        (author.words(), f"https://example.org/{number}")
        for number in range(draw(st.integers(0, 3)))
    ]
    made.notes = author.notes
    return made


def _title(language: str, number: int) -> str:
    words = [word for word in WORDS[language].split() if len(word) > 3]
    title = f"{words[number % len(words)]} {words[(number * 3 + 1) % len(words)]} {words[number]}"
    return f"{title[0].upper()}{title[1:]}"
