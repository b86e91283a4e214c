"""Pictures, shapes and text boxes: what a drawing shows, whichever way Word drew it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from cms.importer.manuscript.elements import Element, Line, Paragraph, Picture
from cms.importer.manuscript.formats.pictures import (
    LARGEST_PICTURE_BYTES,
    PictureFault,
    embedded_path,
    picture_fault,
)
from cms.importer.manuscript.formats.plain.encoding import clean_characters

from .desk import Desk
from .markup import Node
from .package import Relationship

_MADE_BY_WORD = re.compile(
    r"(?:\s*(?:Description automatically generated(?: with \w+ confidence)?"
    r"|AI-generated content may be incorrect\.?|Automatisch generierte Beschreibung"
    r"|Автоматически созданное описание)\s*)+$"
)
_FILE_NAME = re.compile(r"\S{0,200}\.(?:jpe?g|png|gif|webp|bmp|tiff?|emf|wmf|heic)", re.IGNORECASE)
_WHERE_IT_IS_SAID = (
    "In Word, right-click it, choose “View Alt Text” and say in a sentence what matters in it; "
    "or say it afterwards, in the picture library."
)


@dataclass
class Drawing:
    """What one drawing shows: pictures, the contents of text boxes, and words drawn as shapes."""

    elements: list[Element] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class DrawingReader:
    def __init__(self, desk: Desk, relationships: Mapping[str, Relationship]) -> None:
        self._desk = desk
        self._relationships = relationships
        self._known: dict[str, tuple[str | None, PictureFault | None]] = {}

    def read(self, node: Node) -> Drawing:
        """Read ``w:drawing``, ``w:pict`` or ``w:object``."""
        drawing = Drawing()
        about = next(node.all("wp:docPr"), None)
        if about is not None and about.get("hidden") in {"1", "true"}:
            return drawing
        shape = next((one for one in node.all("v:shape") if one.get("alt")), None)
        alt = _alt(about) or _cleaned(shape.get("alt") if shape else "")
        decorative = any(one.get("val") in {"1", "true"} for one in node.all("adec:decorative"))
        for found in _shown(node):
            match found.name:
                case "w:txbxContent":
                    drawing.boxes.append(found)
                case "v:textpath":
                    drawing.words.append(clean_characters(found.get("string")))
                case "c:chart":
                    self._leave_out("a chart")
                case "dgm:relIds":
                    drawing.words += self._diagram(found)
                case "a:blip" | "v:imagedata":
                    own = _cleaned(found.get("o:title")) if found.name == "v:imagedata" else ""
                    drawing.elements += self._picture(found, alt or own, decorative)
        return drawing

    def _picture(self, node: Node, alt: str, decorative: bool) -> Iterator[Element]:
        line = self._desk.line
        relationship = self._relationship_of(node)
        if relationship is None:
            return
        if relationship.external:
            shown = relationship.target[:60]
            self._desk.log.add(
                "external_image_skipped",
                f"the picture “{shown}” is only linked to, not part of the document, and was left "
                "out: nothing is fetched from other places. In Word, insert the picture itself.",
                line=line,
            )
            yield from _words_instead(alt, line)
            return
        path, fault = self._file(relationship.target)
        if path is None:
            named = f"the picture “{alt[:60]}”" if alt else "a picture"
            why = fault.why if fault else "is damaged. Insert it again."
            self._desk.log.add(
                fault.code if fault else "image_rejected",
                f"{named} was left out: it {why}",
                line=line,
            )
            yield from _words_instead(alt, line)
            return
        if not alt and not decorative:
            self._desk.log.add(
                "image_missing_alt",
                f"the picture here has no alternative text. {_WHERE_IT_IS_SAID}",
                line=line,
            )
        yield Picture(path, "" if decorative else alt, "", line)

    def _relationship_of(self, node: Node) -> Relationship | None:
        for name in ("r:embed", "r:id", "o:relid", "r:pict", "r:link", "r:href"):
            if found := self._relationships.get(node.get(name)):
                return found
        return None

    def _file(self, part: str) -> tuple[str | None, PictureFault | None]:
        if part not in self._known:
            package = self._desk.package
            if not package.has(part):
                self._known[part] = (None, None)
            else:
                picture = package.read(part, most=LARGEST_PICTURE_BYTES)
                fault = picture_fault(picture)
                self._known[part] = (None if fault else embedded_path(picture), fault)
        return self._known[part]

    def _diagram(self, node: Node) -> list[str]:
        """The words of a SmartArt diagram, which stand in a part of their own."""
        relationship = self._relationships.get(node.get("r:dm"))
        tree = self._desk.package.tree(relationship.target) if relationship else None
        points = [
            "".join(clean_characters(text.text) for text in point.all("a:t"))
            for point in (tree.all("dgm:pt") if tree else ())
        ]
        self._leave_out("a diagram (SmartArt)")
        return [point for point in points if point.strip()]

    def _leave_out(self, what: str) -> None:
        self._desk.log.add(
            "image_rejected",
            f"{what} was left out: it is drawn by Word alone. In Word, copy it, paste it as a "
            "picture (Paste Special, PNG) and put that in its place.",
            line=self._desk.line,
        )


def chosen_branch(node: Node) -> Iterator[Node]:
    """The branches of ``mc:AlternateContent`` in the order to try them: newest first."""
    for name in ("mc:Choice", "mc:Fallback"):
        yield from (child for child in node.children if child.name == name)


def _shown(node: Node) -> Iterator[Node]:
    """What a drawing shows, in order; of alternatives the first, and no text box's inside."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if found.name == "mc:AlternateContent":
            branch = next((one for one in chosen_branch(found) if one.children), None)
            waiting.extend([branch] if branch else [])
            continue
        yield found
        if found.name != "w:txbxContent":
            waiting.extend(reversed(found.children))


def _alt(about: Node | None) -> str:
    if about is None:
        return ""
    return _cleaned(about.get("descr")) or _cleaned(about.get("title"))


def _cleaned(alt: str) -> str:
    """Alternative text somebody wrote: no file's name, no machine's signature."""
    alt = " ".join(clean_characters(alt).split())
    return "" if _FILE_NAME.fullmatch(alt) else _MADE_BY_WORD.sub("", alt)


def _words_instead(alt: str, line: int) -> Iterator[Element]:
    if alt:
        yield Paragraph((Line(escape(alt, quote=False), alt),), line)
