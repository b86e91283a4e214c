"""What python-docx does not write itself: notes, numbering, text boxes, tracked changes."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from .source import runs

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
AUTHOR = 'w:author="Maria" w:date="2026-03-02T10:00:00Z"'
_EMPTY_NOTES = (
    '<w:{name}s {ns}><w:{name} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:{name}><w:{name} w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:{name}></w:{name}s>"
)
_HEADING_LIST, _STEPS_LIST, _BULLETS_LIST = 90, 91, 92


class Notes:
    """The footnotes or the endnotes of a document, gathered and written as a part at the end."""

    def __init__(self, document: Document, name: str) -> None:
        self._document, self._name = document, name
        self._root = parse_xml(_EMPTY_NOTES.format(name=name, ns=nsdecls("w")))
        style = "FootnoteReference" if name == "footnote" else "EndnoteReference"
        self._style = style

    def add(self, text: str):
        """Add a note and return the run that marks its place."""
        number = len(self._root) - 1
        note = OxmlElement(f"w:{self._name}")
        note.set(qn("w:id"), str(number))
        paragraph = OxmlElement("w:p")
        paragraph.append(_marking_run(self._style, f"w:{self._name}Ref"))
        for run in runs(text):
            paragraph.append(plain_run((" " if len(paragraph) == 1 else "") + run.text,
                                       italic=run.kind == "italic"))  # fmt: skip
        note.append(paragraph)
        self._root.append(note)
        mark = _marking_run(self._style, f"w:{self._name}Reference")
        mark[-1].set(qn("w:id"), str(number))
        return mark

    def write(self) -> None:
        part = Part(
            PackURI(f"/word/{self._name}s.xml"),
            f"{WORD}.{self._name}s+xml",
            etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True),
            self._document.part.package,
        )
        kind = (
            RELATIONSHIP_TYPE.FOOTNOTES if self._name == "footnote" else RELATIONSHIP_TYPE.ENDNOTES
        )
        self._document.part.relate_to(part, kind)


def _marking_run(style: str, name: str):
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    chosen = OxmlElement("w:rStyle")
    chosen.set(qn("w:val"), style)
    properties.append(chosen)
    run.append(properties)
    run.append(OxmlElement(name))
    return run


def plain_run(text: str, *, italic: bool = False, hidden: bool = False, deleted: bool = False):
    run = OxmlElement("w:r")
    if italic or hidden:
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:i" if italic else "w:vanish"))
        run.append(properties)
    words = OxmlElement("w:delText" if deleted else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


def change(kind: str, text: str, number: int):
    """A tracked insertion (``ins``) or deletion (``del``)."""
    element = parse_xml(f'<w:{kind} {nsdecls("w")} w:id="{number}" {AUTHOR}/>')
    element.append(plain_run(text, deleted=kind == "del"))
    return element


def add_styles(document: Document) -> None:
    """The styles that Word adds when somebody first uses a note, a contents list, a style."""
    styles = document.styles
    for name in ("footnote reference", "endnote reference"):
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.superscript = True
        style.element.set(qn("w:styleId"), name.title().replace(" ", ""))
    contents = styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    contents.element.set(qn("w:styleId"), "TOC1")
    own = styles.add_style("Chapter of ours", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = styles["Normal"]
    own.font.bold = True
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    own.element.get_or_add_pPr().append(level)


class Numbering:
    """Automatic numbers: of headings, of steps, of bulleted lists."""

    def __init__(self, document: Document) -> None:
        self._root = document.part.numbering_part.element
        self._next = 900
        bullets = "".join(_level(level, "bullet", "•") for level in range(2))
        for number, levels in (
            (_HEADING_LIST, _level(0, "decimal", "%1.")),
            (_STEPS_LIST, _level(0, "decimal", "%1)")),
            (_BULLETS_LIST, bullets),
        ):
            self._root.insert(0, parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}'
                "</w:abstractNum>"))  # fmt: skip
        self.headings = self._list(_HEADING_LIST)
        self.steps = self._list(_STEPS_LIST)
        self.bullets = self._list(_BULLETS_LIST)

    def headings_from(self, start: int) -> None:
        self.headings = self._list(_HEADING_LIST, start)

    def _list(self, kind: int, start: int | None = None) -> int:
        self._next += 1
        begins = "" if start is None else (
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )  # fmt: skip
        self._root.append(parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{kind}"/>'
            f"{begins}</w:num>"))  # fmt: skip
        return self._next


def _level(level: int, kind: str, text: str) -> str:
    indent = 360 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr>'
        "</w:lvl>"
    )


def number(paragraph, list_number: int, level: int = 0) -> None:
    paragraph._p.get_or_add_pPr().append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/>'
        "</w:numPr>"))  # fmt: skip


def link(document: Document, address: str, words: str):
    relation = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"/>')
    element.append(plain_run(words))
    return element


def text_box(text: str):
    """A box as Word writes it: once for itself and once more for Words of before 2010."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f"<w:r {nsdecls('w', 'wp', 'a')}"
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
        '<w:drawing><wp:inline><wp:extent cx="5400000" cy="1300000"/>'
        '<wp:docPr id="700" name="Box"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="5400000" cy="1300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="14213D"/></a:solidFill></a:ln></wps:spPr><wps:txbx>'
        f"{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:rect style="width:425pt;height:102pt"><v:textbox>'
        f"{inside}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
