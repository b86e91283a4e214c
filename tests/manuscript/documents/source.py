"""Read the words of the curator's document: one paragraph a line, each with how it is set."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
WORDS = FOLDER / "words"
KEEPERS = WORDS / "keepers.txt"
_LINE = re.compile(r"(?:([12]) )?\[(\w+)(?:=(\d+))?\] ?(.*)")
_RUN = re.compile(r"\{\{(\w+)(?::\s?(.*?))?\}\}|\*\*(.+?)\*\*|\*(.+?)\*|( // )", re.DOTALL)


@dataclass(frozen=True)
class Paragraph:
    """``tag`` says how it is set; ``start`` is where an automatic number begins anew."""

    tag: str
    text: str
    start: int | None = None

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.split("|")]


@dataclass(frozen=True)
class Run:
    """A stretch of one kind: plain, bold, italic, break, note, end, ins, del, hidden, comment,
    link, tab. ``more`` is a comment's text or a link's address.
    """

    kind: str
    text: str
    more: str = ""


def paragraphs(version: int, source: Path = KEEPERS) -> list[Paragraph]:
    found = []
    for line in source.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        only, tag, start, text = _LINE.fullmatch(line).groups()
        if only in (None, str(version)):
            found.append(Paragraph(tag, text, int(start) if start else None))
    return found


def runs(text: str) -> list[Run]:
    found: list[Run] = []
    at = 0
    for match in _RUN.finditer(text):
        if match.start() > at:
            found.append(Run("plain", text[at : match.start()]))
        at = match.end()
        name, inside, bold, italic, _ = match.groups()
        if name:
            words, _, more = (inside or "").partition("|")
            found.append(Run(name, words.rstrip() if more else words, more.strip()))
        elif bold or italic:
            found.append(Run("bold" if bold else "italic", bold or italic))
        else:
            found.append(Run("break", ""))
    if at < len(text):
        found.append(Run("plain", text[at:]))
    return found


def visible_words(text: str) -> str:
    """What a reader sees of it in running text: no notes, nothing deleted, hidden or remarked."""
    shown = {"plain", "bold", "italic", "ins", "comment", "link"}
    kept = [run.text if run.kind in shown else " " for run in runs(text) if run.kind not in UNSEEN]
    return " ".join("".join(kept).split())


UNSEEN = {"note", "end", "del", "hidden"}
