"""Pictures in a Word document: in the line, floating beside the text, and as a metafile."""

from io import BytesIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from .drawing import PICTURES

WIDTH = Cm(14.5)


class Pictures:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._count = 0

    def inline(self, paragraph: Paragraph, name: str, alt: str) -> None:
        paragraph.add_run().add_picture(BytesIO(PICTURES[name]()), width=WIDTH)
        self._count += 1
        properties = paragraph._p.find(".//" + qn("wp:docPr"))
        properties.set("id", str(self._count))
        properties.set("name", f"Picture {self._count}")
        if alt:
            properties.set("descr", alt)

    def anchored(self, paragraph: Paragraph, name: str, alt: str) -> None:
        self.inline(paragraph, name, alt)
        inline = paragraph._p.find(".//" + qn("wp:inline"))
        anchor = parse_xml(
            f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="114300" distR="114300"'
            ' simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1"'
            ' allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            '<wp:align>right</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
            "<wp:posOffset>0</wp:posOffset></wp:positionV></wp:anchor>"
        )
        for child in list(inline):
            anchor.append(child)
        extent = anchor.find(qn("wp:extent"))
        extent.addnext(parse_xml(f"<wp:wrapTopAndBottom {nsdecls('wp')}/>"))
        inline.getparent().replace(inline, anchor)

    def metafile(self, paragraph: Paragraph, name: str, alt: str) -> None:
        """python-docx takes no metafile: another picture is put in, and then exchanged."""
        self.inline(paragraph, "sectors.png", alt)
        package = self._document.part.package
        part = Part(PackURI(f"/word/media/{name}"), "image/x-wmf", PICTURES[name](), package)
        relation = self._document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        paragraph._p.find(".//" + qn("a:blip")).set(qn("r:embed"), relation)
