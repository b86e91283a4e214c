"""Word documents written by hand, for what no library writes."""

import base64
import io
import zipfile
from xml.sax.saxutils import escape

from cms.importer.manuscript import parse_manuscript

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/relationships",
        "m": f"{_OFFICE}/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
          "endnotes": "endnotes", "comments": "comments"}  # fmt: skip


def r(text, properties=""):
    """A run of text; ``properties`` is what stands in ``w:rPr``."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def p(*inside, style="", properties=""):
    """A paragraph of runs; plain strings become runs, what begins with ``<`` stays."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(one if one.startswith("<") else r(one) for one in inside)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{runs}</w:p>"


def h(text, level=1):
    return p(text, properties=f'<w:outlineLvl w:val="{level - 1}"/>')


def style(style_id, *, name="", based_on="", kind="paragraph", inside=""):
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
        f"{based}{inside}</w:style>"
    )


def field(code, *result):
    """A complex field with its code and what it resulted in."""
    shown = "".join(one if one.startswith("<") else r(one) for one in result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def picture(relation="rIdPicture", *, alt="", extra="", attribute="r:embed", properties=""):
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}" {properties}>'
        f"{extra}</wp:docPr><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip {attribute}="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def table(*rows, properties=""):
    """A table of rows of cells; a cell that begins with ``<`` is xml."""
    shown = "".join(
        row if isinstance(row, str) else f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{shown}</w:tbl>"


def cell(inside, properties=""):
    content = inside if inside.startswith("<") else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def relation(relation_id, kind, target, *, external=False):
    mode = ' TargetMode="External"' if external else ""
    return (
        f'<Relationship Id="{relation_id}" Type="{_OFFICE}/relationships/{kind}" '
        f'Target="{escape(target)}"{mode}/>'
    )


def docx(
    *body,
    relations=(),
    media=None,
    files=None,
    doctype="",
    main_type=_MAIN,
    namespaces=NAMESPACES,
    **parts,
):
    """Return a document's bytes. ``parts`` are what stands in styles, numbering, footnotes…"""
    relations = [*relations]
    written = {}
    overrides = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    for name, inside in parts.items():
        relations.append(relation(f"rId-{name}", name, f"{name}.xml"))
        written[f"word/{name}.xml"] = f"<w:{name} {namespaces}>{inside}</w:{name}>"
    for number, (name, content) in enumerate((media or {}).items()):
        relations.append(relation("rIdPicture" + (str(number) if number else ""), "image", name))
        written[f"word/{name}"] = content
    written |= {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": _relations([relation("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": (
            f"<?xml version='1.0' encoding='UTF-8'?>{doctype}"
            f"<w:document {namespaces}><w:body>{''.join(body)}</w:body></w:document>"
        ),
        **(files or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in written.items():
            if content is not None:
                archive.writestr(name, content)
    return made.getvalue()


def _relations(relations):
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(relations)}</Relationships>"
    )


def outline_of(*body, name="m.docx", **parts):
    return parse_manuscript(docx(*body, **parts), name=name)


def chapter_of(*body, **parts):
    """The html of what stands in a document's only chapter, between two others."""
    outline = outline_of(h("1. Before"), p("b"), h("2. A"), *body, h("3. After"), p("a"), **parts)
    assert [chapter.title for chapter in outline.chapters] == ["Before", "A", "After"]
    return outline.chapters[1].html


def codes(outline):
    return [warning.code for warning in outline.warnings]
