"""Make a drawing safe to stand inside a page. Pure: no Django.

An SVG is a program as much as a picture. What comes out holds only the elements and attributes of
``svg_vocabulary``, so it can be inlined under a Content-Security-Policy without exceptions. A
drawing that keeps to them already comes out byte for byte as it went in.
"""

import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.common import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden
from defusedxml.ElementTree import fromstring

from media.svg_vocabulary import ATTRIBUTES, ELEMENTS, PROPERTIES, REFERRING, REFUSED, UNSEEN

MAXIMUM_BYTES = 2 * 1024 * 1024
# Deep enough for any drawing program; recursion ends here and not in a crash.
MAXIMUM_DEPTH = 60
MAXIMUM_ELEMENTS = 40_000
MAXIMUM_SIDE = 100_000

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_LOCAL = re.compile(r"#[\w.:-]+\Z")
_URL = re.compile(r"url\s*\(\s*['\"]?([^'\")]*)", re.IGNORECASE)
_NUMBER = r"[+-]?(?:\d*\.)?\d+(?:[eE][+-]?\d+)?"
_VIEW_BOX = re.compile(rf"\s*({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*\Z")
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*(?:px)?\s*\Z")
_ASPECT = re.compile(r"none\Z|x(Min|Mid|Max)Y(Min|Mid|Max)(\s+(meet|slice))?\Z")
# XML that an HTML parser would read as something else, or that only the declaration needs.
_ONLY_IN_XML = (b"<!", b"<?", b"\xef\xbb\xbf")


class SvgRefused(ValueError):
    """The drawing cannot be kept; the message says what is in it and what to do."""


def sanitise(source: bytes) -> bytes:
    """Return the drawing as UTF-8 with nothing in it but what is allowed.

    Raises:
        SvgRefused: if it holds what must not run or load, or what it would not be itself without.
    """
    if len(source) > MAXIMUM_BYTES:
        raise SvgRefused(
            f"It is larger than {MAXIMUM_BYTES // 2**20} MB. Simplify its paths, or export a PNG."
        )
    root = _parse(source)
    cleaner = _Cleaner()
    cleaned = cleaner.clean(root, depth=1)
    cleaner.changed |= _settle_size(cleaned)
    if not cleaner.changed and _reads_alike_in_html(source):
        return source
    cleaned.set("xmlns", _SVG.strip("{}"))
    return tostring(cleaned, encoding="utf-8", xml_declaration=False)


def _parse(source: bytes) -> Element:
    try:
        root = fromstring(source, forbid_dtd=True)
    except (DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden):
        raise SvgRefused(
            "It begins with a DOCTYPE, which can fetch or multiply text. Save it as “plain SVG”."
        ) from None
    except ParseError as error:
        raise SvgRefused(f"It is no complete SVG ({error}). Export it again.") from None
    except (ValueError, LookupError):
        raise SvgRefused("Its text is in an unknown encoding. Save it as UTF-8.") from None
    if root.tag != f"{_SVG}svg":
        raise SvgRefused("It is XML, but no SVG drawing. Export it as SVG.")
    return root


def _reads_alike_in_html(source: bytes) -> bool:
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(mark in source for mark in _ONLY_IN_XML)


class _Cleaner:
    """Copies a drawing, leaving out what is not allowed."""

    def __init__(self) -> None:
        self.changed = False
        self._count = 0

    def clean(self, old: Element, *, depth: int) -> Element:
        self._count += 1
        if depth > MAXIMUM_DEPTH or self._count > MAXIMUM_ELEMENTS:
            raise SvgRefused("It has too many parts. Simplify it, or export a PNG.")
        name = old.tag.removeprefix(_SVG)
        new = Element(name, dict(self._attributes(name, old)))
        new.text, new.tail = old.text, old.tail
        if len(new.attrib) != len(old.attrib):
            self.changed = True
        before: Element | None = None
        for child in old:
            if self._is_kept(child, inside=name):
                before = self.clean(child, depth=depth + 1)
                new.append(before)
                continue
            self.changed = True
            # The words after what is left out belong to the parent.
            if before is None:
                new.text = (new.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")
        return new

    def _is_kept(self, child: Element, *, inside: str) -> bool:
        tag = child.tag
        if not isinstance(tag, str) or not tag.startswith(_SVG):
            # A browser that meets <script> of another namespace in HTML would still run it.
            self._refuse_if_dangerous(str(tag).rpartition("}")[2])
            return False
        name = tag.removeprefix(_SVG)
        self._refuse_if_dangerous(name)
        if name in UNSEEN:
            return False
        if name not in ELEMENTS or name == "svg":
            raise SvgRefused(
                f"It holds <{name[:40]}>, which is not kept, and would look different without it. "
                "Use shapes, paths and text alone, or export a PNG."
            )
        # HTML reads the inside of these as a page of its own: words only.
        return inside not in {"title", "desc"}

    @staticmethod
    def _refuse_if_dangerous(name: str) -> None:
        for refused, reason in REFUSED.items():
            if name.lower() == refused.lower():
                raise SvgRefused(reason)

    def _attributes(self, name: str, element: Element) -> Iterator[tuple[str, str]]:
        for attribute, value in element.attrib.items():
            local = attribute.rpartition("}")[2]
            if local.lower().startswith("on"):
                raise SvgRefused(f"It holds a script ({local[:40]}=). Save it without scripts.")
            if local == "href":
                yield from self._reference(name, attribute, value)
            elif attribute == "style":
                self.changed = True
            elif attribute in {f"{_XML}lang", f"{_XML}space"} or (
                attribute in ATTRIBUTES or attribute.startswith("aria-")
            ):
                yield attribute, _checked(attribute, value)
        yield from self._declarations(element)

    def _reference(self, name: str, attribute: str, value: str) -> Iterator[tuple[str, str]]:
        if not _LOCAL.match(value.strip()):
            raise SvgRefused(
                f"It refers to something outside itself ({value.strip()[:60]}). "
                "Embed nothing and link nothing: draw it, or upload it by itself."
            )
        self.changed |= attribute == _XLINK_HREF
        if name in REFERRING:
            yield "href", value.strip()

    @staticmethod
    def _declarations(element: Element) -> Iterator[tuple[str, str]]:
        """Turn ``style="fill:red"``, which pages forbid, into the attribute that says the same."""
        for declaration in element.get("style", "").split(";"):
            name, _, value = declaration.partition(":")
            if name.strip() in PROPERTIES and value.strip():
                yield name.strip(), _checked(name.strip(), value.strip())


def _checked(attribute: str, value: str) -> str:
    """Return the value, or refuse it: nothing outside the drawing, no CSS in disguise."""
    if attribute.startswith("aria-") or attribute in {"class", "id", "role", "lang"}:
        return value
    squeezed = re.sub(r"[\s\x00-\x1f]+", "", value).lower()
    if "\\" in value or "javascript:" in squeezed or "expression(" in squeezed:
        raise SvgRefused(f"The value of {attribute}= is no drawing instruction. Export it again.")
    for target in _URL.findall(value):
        if not _LOCAL.match(target.strip()):
            raise SvgRefused(
                f"It refers to something outside itself ({target.strip()[:60]}). "
                "Embed nothing and link nothing: draw it, or upload it by itself."
            )
    return value


def _settle_size(root: Element) -> bool:
    """Give the drawing a viewBox and no size of its own; return whether that changed it."""
    changed = False
    if not _ASPECT.match(root.get("preserveAspectRatio", "none").strip()):
        del root.attrib["preserveAspectRatio"]
        changed = True
    sides = [_LENGTH.match(root.get(name, "")) for name in ("width", "height")]
    if "viewBox" not in root.attrib:
        if not all(sides):
            raise SvgRefused("It has no viewBox, so its size is unknown. Export it with one.")
        root.set("viewBox", f"0 0 {sides[0][1]} {sides[1][1]}")
        changed = True
    box = _VIEW_BOX.match(root.get("viewBox", ""))
    numbers = [float(number) for number in box.groups()] if box else []
    if not numbers or not all(map(math.isfinite, numbers)):
        raise SvgRefused("Its viewBox is not four numbers. Export it again.")
    if not all(0 < side <= MAXIMUM_SIDE for side in numbers[2:]):
        raise SvgRefused(
            f"Its viewBox is {numbers[2]:g} by {numbers[3]:g}; "
            f"each side must be more than 0 and at most {MAXIMUM_SIDE}."
        )
    for name in ("width", "height"):
        changed |= root.attrib.pop(name, None) is not None
    return changed
