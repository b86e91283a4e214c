"""The same manuscript as each kind of document, as its author would have typed it."""

from __future__ import annotations

import io
from html import escape

from docx import Document

from tests.manuscript.generation.model import Items, Manuscript, Piece, Quotation, Rows, Text

HEADS = {
    "en": "Contents|Introduction|Conclusion|FAQs|Sources|Notes|External resources|Chapter|Q|A",
    "ru": (
        "Содержание|Введение|Заключение|Вопросы и ответы|Источники|Примечания|Внешние ссылки"
        "|Глава|В|О"
    ),
    "fa-AF": "فهرست|مقدمه|نتیجه|پرسش‌ها|منابع|یادداشت‌ها|پیوندهای بیرونی|فصل|س|ج",
}
ROMAN = ("I", "II", "III", "IV", "V", "VI")
ORDINALS = {
    "en": ("ONE", "TWO", "THREE", "FOUR", "FIVE"),
    "ru": ("ПЕРВАЯ", "ВТОРАЯ", "ТРЕТЬЯ", "ЧЕТВЁРТАЯ", "ПЯТАЯ"),
    "fa-AF": ("اول", "دوم", "سوم", "چهارم", "پنجم"),
}


class _Writer:
    """Puts a manuscript down from top to bottom; each format says how."""

    marks_headings = False

    def write(self, made: Manuscript) -> None:
        self.made = made
        (
            self.contents, self.introduction, self.conclusion, self.faqs, self.sources,
            self.notes, self.links, self.chapter, self.q, self.a,
        ) = HEADS[made.language].split("|")  # fmt: skip
        self.title(made.title)
        if made.has_contents:
            self._write_contents()
        if made.introduction:
            self.part(self.introduction)
            self.pieces(made.introduction)
        for number, (title, pieces) in enumerate(made.chapters, start=1):
            self.chapter_heading(number, title)
            self.pieces(pieces)
        if made.conclusion:
            self.part(self.conclusion)
            self.pieces(made.conclusion)
        if made.faqs:
            self.part(self.faqs)
            for number, (question, answer) in enumerate(made.faqs, start=1):
                self.question(number, question, answer)
        self._write_lists()

    def _write_contents(self) -> None:
        self.part(self.contents)
        listed = [
            self.numbered(number, title)
            for number, (title, _) in enumerate(self.made.chapters, start=1)
        ]
        self.lines([*listed, *([self.conclusion] if self.made.conclusion else [])])

    def _write_lists(self) -> None:
        for head, paragraphs in (
            (self.sources, self.made.sources),
            (self.notes, [f"[{n}] {note}" for n, note in enumerate(self.made.notes, start=1)]),
        ):
            if paragraphs:
                self.part(head)
                for paragraph in paragraphs:
                    self.paragraph(paragraph)
        if self.made.links:
            self.part(self.links)
            for label, url in self.made.links:
                self.lines([f"{label}: {url}"])

    def numbered(self, number: int, title: str) -> str:
        match self.made.headings:
            case "1." | "1)":
                return f"{number}{self.made.headings[1]} {title}"
            case "1 –":
                return f"{number} – {title}"
            case "I.":
                return f"{ROMAN[number - 1]}. {title}"
            case "Chapter 1:":
                return f"{self.chapter} {number}: {title}"
            case "Chapter 1, title below":
                return f"{self.chapter} {number}. {title}"
            case "capitals":
                return title.upper()
        return title

    def chapter_heading(self, number: int, title: str) -> None:
        if self.made.headings == "Chapter 1, title below":
            ordinal = ORDINALS[self.made.language][number - 1]
            self.heading(f"{self.chapter.upper()} {ordinal}")
            self.paragraph(title)
        else:
            self.heading(self.numbered(number, title))

    def question(self, number: int, question: str, answer: list[Piece]) -> None:
        first, *rest = answer
        asked, said = {
            "Q1:": (f"{self.q}{number}: ", ""),
            "Q: A:": (f"{self.q}: ", f"{self.a}: "),
            "1.": (f"{number}. ", ""),
        }[self.made.questions]
        self.paragraph(f"{asked}{question}")
        self.paragraph(f"{said}{first.words}")
        self.pieces(rest)

    def pieces(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            self.piece(piece)

    def part(self, words: str) -> None:
        capitals = self.made.headings == "capitals"
        self.heading(words.upper() if capitals else words, is_part=True)


class TextWriter(_Writer):
    def __init__(self, *, width: int) -> None:
        self._width = width
        self.chunks: list[str] = []

    @property
    def text(self) -> str:
        return "\n\n".join(self.chunks) + "\n"

    def title(self, words: str) -> None:
        self.chunks.append(words)

    def heading(self, words: str, *, is_part: bool = False) -> None:
        self.chunks.append(words)

    def lines(self, lines: list[str]) -> None:
        self.chunks.append("\n".join(lines))

    def paragraph(self, words: str) -> None:
        self.chunks.append(_wrapped(words, self._width))

    def piece(self, piece: Piece) -> None:
        match piece:
            case Text():
                self.paragraph(piece.words)
            case Items():
                self.lines(
                    [
                        f"{f'{number}.' if piece.ordered else '-'} {item}"
                        for number, item in enumerate(piece.items, start=1)
                    ]
                )
            case Quotation():
                self.paragraph(f"«{piece.words}» {piece.speaker}".strip())
            case Rows():
                for row in piece.rows:
                    self.paragraph(" ; ".join(row) + ".")


class MarkdownWriter(TextWriter):
    """Real headings, or those of plain text in a file that is called Markdown."""

    def __init__(self, *, width: int, marks_headings: bool) -> None:
        super().__init__(width=width)
        self.marks_headings = marks_headings

    def title(self, words: str) -> None:
        self.chunks.append(f"# {words}")

    def heading(self, words: str, *, is_part: bool = False) -> None:
        if self.marks_headings:
            words = f"## {words}"
        elif self.made.headings == "bold":
            words = f"**{words}**"
        self.chunks.append(words)

    def piece(self, piece: Piece) -> None:
        match piece:
            case Quotation():
                said = f"> {piece.words}"
                self.chunks.append(f"{said}\n> — {piece.speaker}" if piece.speaker else said)
            case Rows():
                width = len(piece.rows[0])
                lines = [f"| {' | '.join(row)} |" for row in piece.rows]
                self.lines([lines[0], "|---" * width + "|", *lines[1:]])
            case _:
                super().piece(piece)


class HtmlWriter(_Writer):
    def __init__(self, *, marks_headings: bool) -> None:
        self.marks_headings = marks_headings
        self._html: list[str] = []

    @property
    def text(self) -> str:
        body = "\n".join(self._html)
        return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>"

    def _add(self, tag: str, words: str) -> None:
        self._html.append(f"<{tag}>{escape(words)}</{tag}>")

    def title(self, words: str) -> None:
        self._add("h1", words)

    def heading(self, words: str, *, is_part: bool = False) -> None:
        if self.marks_headings:
            self._add("h2", words)
        elif self.made.headings == "bold":
            self._html.append(f"<p><b>{escape(words)}</b></p>")
        else:
            self._add("p", words)

    def lines(self, lines: list[str]) -> None:
        for line in lines:
            self._add("p", line)

    def paragraph(self, words: str) -> None:
        self._add("p", words)

    def piece(self, piece: Piece) -> None:
        match piece:
            case Text():
                self.paragraph(piece.words)
            case Items():
                tag = "ol" if piece.ordered else "ul"
                items = "".join(f"<li>{escape(item)}</li>" for item in piece.items)
                self._html.append(f"<{tag}>{items}</{tag}>")
            case Quotation():
                by = f"<p>— {escape(piece.speaker)}</p>" if piece.speaker else ""
                self._html.append(f"<blockquote><p>{escape(piece.words)}</p>{by}</blockquote>")
            case Rows():
                rows = "".join(
                    f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
                    for row in piece.rows
                )
                self._html.append(f"<table>{rows}</table>")


class WordWriter(_Writer):
    def __init__(self, *, marks_headings: bool) -> None:
        self.marks_headings = marks_headings
        self._document = Document()

    @property
    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def title(self, words: str) -> None:
        self._document.add_heading(words, level=0)

    def heading(self, words: str, *, is_part: bool = False) -> None:
        if self.marks_headings:
            self._document.add_heading(words, level=1)
        else:
            run = self._document.add_paragraph().add_run(words)
            run.bold = self.made.headings == "bold"

    def lines(self, lines: list[str]) -> None:
        for line in lines:
            self.paragraph(line)

    def paragraph(self, words: str) -> None:
        self._document.add_paragraph(words)

    def piece(self, piece: Piece) -> None:
        match piece:
            case Text():
                self.paragraph(piece.words)
            case Items():
                style = "List Number" if piece.ordered else "List Bullet"
                for item in piece.items:
                    self._document.add_paragraph(item, style=style)
            case Quotation():
                self._document.add_paragraph(piece.words, style="Quote")
                if piece.speaker:
                    self._document.add_paragraph(f"— {piece.speaker}", style="Quote")
            case Rows():
                table = self._document.add_table(len(piece.rows), len(piece.rows[0]))
                for cells, row in zip(table.rows, piece.rows, strict=True):
                    for cell, words in zip(cells.cells, row, strict=True):
                        cell.text = words


def _wrapped(text: str, width: int) -> str:
    if not width:
        return text
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
