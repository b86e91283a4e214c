"""Pictures that visitors' browsers can't be given, taken out before a chapter is composed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from .elements import Directive, Element, Line, ListElement, Paragraph, Picture, Quote
from .formats.pictures import PictureFault
from .warning_log import WarningLog

FaultOf = Callable[[str], PictureFault | None]


def without_faulty_pictures(
    elements: list[Element], fault_of: FaultOf, log: WarningLog
) -> list[Element]:
    """Return the elements with each faulty picture replaced by its caption.

    Its alternative text, which nobody saw in the document, is told in the warning.

    Args:
        fault_of: what is wrong with the picture at a path; None also for one that is missing.
    """
    return list(_checked(elements, fault_of, log))


def _checked(elements: list[Element], fault_of: FaultOf, log: WarningLog) -> Iterator[Element]:
    for element in elements:
        match element:
            case Picture() if fault := fault_of(element.src):
                _warn(element.src, fault, element.line, log, alt=element.alt)
                yield from _words_of(element)
            case ListElement():
                items = tuple(tuple(_checked(item, fault_of, log)) for item in element.items)
                yield replace(element, items=items) if items != element.items else element
            case Quote():
                inner = tuple(_checked(element.elements, fault_of, log))
                yield replace(element, elements=inner) if inner != element.elements else element
            case Directive(name="gallery"):
                yield _checked_gallery(element, fault_of, log)
            case _:
                yield element


def _words_of(picture: Picture) -> Iterator[Element]:
    if words := picture.caption.strip():
        yield Paragraph((Line(escape(words, quote=False), words),), picture.line)


def _checked_gallery(gallery: Directive, fault_of: FaultOf, log: WarningLog) -> Directive:
    kept = []
    for key, value in gallery.fields:
        if key == "image" and (fault := fault_of(value)):
            _warn(value, fault, gallery.line, log)
        else:
            kept.append((key, value))
    return replace(gallery, fields=tuple(kept))


def _warn(path: str, fault: PictureFault, line: int, log: WarningLog, *, alt: str = "") -> None:
    said = f" (its alternative text: “{alt}”)" if alt else ""
    message = f"the picture “{path[-60:]}”{said} was left out: it {fault.why}"
    log.add(fault.code, message, line=line)
