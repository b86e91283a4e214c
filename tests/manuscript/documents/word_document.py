"""Set the words in Word, with every habit of somebody who never thought about structure."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from .packing import packed_alike
from .source import KEEPERS, Paragraph, paragraphs, runs
from .word_parts import Notes, Numbering, add_styles, change, link, number, plain_run, text_box
from .word_pictures import Pictures

SAVED = datetime(2026, 3, 2, 10, 0, 0)  # noqa: DTZ001 - python-docx wants it so
LINE_SPACING = 1.15
# As they stood when the contents list was last brought up to date.
CONTENTS = (
    "Introduction\t2", "1. What a lighthouse is for\t3", "2. Fires on the headlands\t4",
    "3. A tower in the sea\t6", "4. The Bell Rock\t8", "5. Oil, wick and glass\t9",
    "6. The ring of prisms\t11", "7. The clock in the tower\t13",
    "8. One light from another\t14", "9. The lightships\t16", "10. The voice in the fog\t17",
    "11. Stores, families and the relief boat\t18", "13. Electricity and the sun valve\t20",
    "14. The last keepers leave\t21", "Conclusion: a promise kept\t22",
)  # fmt: skip


class Typist:
    """Types a document, one paragraph after the other."""

    def __init__(self, *, right_to_left: bool = False) -> None:
        self.document = Document()
        if right_to_left:
            self.document.styles["Normal"].element.get_or_add_pPr().append(OxmlElement("w:bidi"))
        add_styles(self.document)
        self.document.styles["Normal"].font.size = Pt(12)
        self.document.styles["Normal"].paragraph_format.line_spacing = LINE_SPACING
        self.footnotes = Notes(self.document, "footnote")
        self.endnotes = Notes(self.document, "endnote")
        self.numbering = Numbering(self.document)
        self.pictures = Pictures(self.document)
        self._changes = 100

    def type(self, paragraph: Paragraph) -> None:
        getattr(self, f"_{paragraph.tag}")(paragraph)

    def finished(self) -> bytes:
        self.footnotes.write()
        self.endnotes.write()
        properties = self.document.core_properties
        properties.author, properties.title = "Maria", "lighthouse text FINAL v3"
        properties.created = properties.modified = SAVED
        file = BytesIO()
        self.document.save(file)
        return packed_alike(file.getvalue())

    def _line(self, text: str, style: str = "Normal"):
        line = self.document.add_paragraph(style=style)
        for run in runs(text):
            self._run(line, run)
        return line

    def _run(self, line, run) -> None:
        match run.kind:
            case "note":
                line._p.append(self.footnotes.add(run.text))
            case "end":
                line._p.append(self.endnotes.add(run.text))
            case "ins" | "del":
                self._changes += 1
                line._p.append(change(run.kind, run.text, self._changes))
            case "hidden":
                line._p.append(plain_run(run.text, hidden=True))
            case "link":
                line._p.append(link(self.document, run.more, run.text))
            case "comment":
                words = line.add_run(run.text)
                comment = self.document.add_comment(words, run.more, author="Maria", initials="M")
                comment._comment_elm.set(qn("w:date"), "2026-03-02T10:00:00Z")
            case "break":
                line.add_run().add_break(WD_BREAK.LINE)
            case "tab":
                line.add_run("\t")
            case kind:
                words = line.add_run(run.text)
                words.bold, words.italic = kind == "bold" or None, kind == "italic" or None

    def _title(self, paragraph):
        self._line(paragraph.text, "Title")

    def _subtitle(self, paragraph):
        self._line(paragraph.text, "Subtitle")

    def _standfirst(self, paragraph):
        self.document.add_paragraph().add_run(paragraph.text).italic = True

    def _empty(self, _):
        self.document.add_paragraph()

    def _p(self, paragraph):
        self._line(paragraph.text)

    def _link(self, paragraph):
        self._line(paragraph.text)

    def _h1(self, paragraph):
        self._line(paragraph.text, "Heading 1")

    def _sub(self, paragraph):
        self._line(paragraph.text, "Heading 2")

    def _auto(self, paragraph):
        if paragraph.start:
            self.numbering.headings_from(paragraph.start)
        number(self._line(paragraph.text, "Heading 1"), self.numbering.headings)

    def _own(self, paragraph):
        self._line(paragraph.text, "Chapter of ours")

    def _bold(self, paragraph):
        run = self.document.add_paragraph().add_run(paragraph.text)
        run.bold, run.font.size = True, Pt(14)

    def _q(self, paragraph):
        self.document.add_paragraph().add_run(paragraph.text).bold = True

    def _hyphen(self, paragraph):
        self._line(f"- {paragraph.text}")

    def _number(self, paragraph):
        number(self._line(paragraph.text), self.numbering.steps)

    def _bullet(self, paragraph):
        number(self._line(paragraph.text), self.numbering.bullets)

    def _bullet2(self, paragraph):
        number(self._line(paragraph.text), self.numbering.bullets, level=1)

    def _quote(self, paragraph):
        self._line(paragraph.text, "Quote")

    def _speaker(self, paragraph):
        self._line(paragraph.text, "Quote")

    def _rtl(self, paragraph):
        line = self._line(paragraph.text, "Quote")
        line._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in line.runs:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))

    def _caption(self, paragraph):
        self._line(paragraph.text, "Caption")

    def _typedcaption(self, paragraph):
        self.document.add_paragraph().add_run(paragraph.text).italic = True

    def _box(self, paragraph):
        self.document.add_paragraph()._p.append(text_box(paragraph.text))

    def _picture(self, paragraph):
        name, alt, _ = paragraph.cells
        self.pictures.inline(self.document.add_paragraph(), name, alt)

    _huge = _picture

    def _anchored(self, paragraph):
        name, alt = paragraph.cells
        self.pictures.anchored(self.document.add_paragraph(), name, alt)

    def _metafile(self, paragraph):
        name, alt, _ = paragraph.cells
        self.pictures.metafile(self.document.add_paragraph(), name, alt)

    def _table(self, paragraph):
        """The first row; an empty cell of it is one with the cell before."""
        cells = paragraph.cells
        self._table_here = self.document.add_table(1, len(cells), style="Table Grid")
        row = self._table_here.rows[0].cells
        self._fill(row, cells)
        if not cells[-1]:
            row[-2].merge(row[-1])

    def _row(self, paragraph):
        row = self._table_here.add_row().cells
        self._fill(row, paragraph.cells)
        if not paragraph.cells[0]:
            self._table_here.cell(0, 0).merge(row[0])

    @staticmethod
    def _fill(row, cells):
        for cell, words in zip(row, cells, strict=True):
            if words:
                cell.paragraphs[0].add_run(words)

    def _contents(self, _):
        self.document.element.body.insert(-1, contents_list())


def word_document(version: int, source: Path = KEEPERS, *, right_to_left: bool = False) -> bytes:
    typist = Typist(right_to_left=right_to_left)
    for paragraph in paragraphs(version, source):
        typist.type(paragraph)
    return typist.finished()


def contents_list():
    """Word's own contents list, as it was when somebody last brought it up to date."""
    lines = []
    for place, entry in enumerate(CONTENTS):
        title, _, page = entry.partition("\t")
        begins = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        lines.append(
            '<w:p><w:pPr><w:pStyle w:val="TOC1"/><w:tabs><w:tab w:val="right" w:leader="dot"'
            f' w:pos="8630"/></w:tabs></w:pPr>{begins if place == 0 else ""}'
            f'<w:hyperlink w:anchor="_Toc{1000 + place}"><w:r><w:t>{title}</w:t></w:r>'
            f"<w:r><w:tab/></w:r><w:r><w:t>{page}</w:t></w:r></w:hyperlink></w:p>"
        )
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:b/></w:rPr>"
        f"<w:t>Contents</w:t></w:r></w:p>{''.join(lines)}<w:p><w:r>"
        '<w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
    )
