"""Close the ways out of a page. Pure: no Django.

A link that leads off the kiosk becomes its words and a code for the visitor's own telephone; what
could open, send, print or download anything goes. The page is parsed and written anew, so that
nothing is passed on which this parser and a browser might read differently.
"""

import re
from html import escape
from html.parser import HTMLParser

from exhibit.kiosk.bounds import Bounds
from exhibit.kiosk.sheet import Sheet, Words, code_of

# Left out with everything in them: what loads, sends or hides other markup.
_DROPPED = {
    "applet", "base", "embed", "form", "frame", "frameset", "iframe", "input", "link", "math",
    "meta", "noembed", "noframes", "noscript", "object", "plaintext", "portal", "script", "select",
    "style", "template", "textarea", "xmp",
}  # fmt: skip
_VOID = {
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
}  # fmt: skip
_DROPPED_ATTRIBUTES = {
    "action", "contenteditable", "data", "download", "formaction", "formmethod", "formtarget",
    "http-equiv", "manifest", "ping", "srcdoc", "style", "target", "usemap", "xlink:href",
}  # fmt: skip
_MEDIA = {
    "audio": {"controlslist": "nodownload noplaybackrate noremoteplayback nofullscreen"},
    "video": {
        "controlslist": "nodownload noplaybackrate noremoteplayback nofullscreen",
        "disablepictureinpicture": "",
        "playsinline": "",
    },
}
_BY_HAND = {"mailto", "sms", "tel"}
_NAME = re.compile(r"[a-z][a-z0-9:_-]*")
_SHEET = "data-elsewhere"
_HERE = "data-code"

Attributes = dict[str, str | None]


def enclose(html: str, bounds: Bounds, words: Words) -> str:
    """Return the HTML of a page's body without any way out of ``bounds``.

    Codes stand in the element marked ``data-elsewhere``, else at the end; the code of a link
    marked ``data-code`` stands right behind it. Without such links nothing is added.
    """
    writer = _Writer(bounds, words)
    writer.feed(html)
    writer.close()
    return writer.html()


class _Writer(HTMLParser):
    def __init__(self, bounds: Bounds, words: Words):
        super().__init__(convert_charrefs=False)
        self._bounds = bounds
        self._sheet = Sheet(words)
        self._out: list[str] = []
        self._sheet_at: int | None = None
        # What stands behind the words of each open link.
        self._links: list[str] = []
        self._open_label: tuple[str, int] | None = None
        self._dropping = ""
        self._dropped_depth = 0
        self._drawing_depth = 0
        self._raised_depth = 0

    def html(self) -> str:
        while self._links:
            self._end_link()
        at = len(self._out) if self._sheet_at is None else self._sheet_at
        return "".join([*self._out[:at], self._sheet.html(), *self._out[at:]])

    # --- what the parser meets ---------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, _first_of_each(attrs), closed=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, _first_of_each(attrs), closed=True)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag == self._dropping:
                self._dropped_depth -= 1
                if not self._dropped_depth:
                    self._dropping = ""
            return
        if tag in _DROPPED or tag in _VOID or not _NAME.fullmatch(tag):
            return
        if tag == "a":
            if self._links:
                self._end_link()
            return
        if tag == "svg":
            self._drawing_depth = max(0, self._drawing_depth - 1)
        if tag == "sup":
            self._raised_depth = max(0, self._raised_depth - 1)
        self._out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text(escape(data, quote=False))

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    # --- writing -----------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        if not self._dropping:
            self._out.append(text)

    def _start(self, tag: str, attributes: Attributes, *, closed: bool) -> None:
        if self._is_dropped(tag, attributes, closed=closed):
            return
        if _SHEET in attributes:
            self._sheet_at = len(self._out)
        if tag == "a":
            self._start_link(attributes)
            return
        if tag == "svg":
            self._drawing_depth += not closed
        if tag == "sup":
            self._raised_depth += 1
        if not (attributes.get("href") or "").startswith("#"):
            attributes.pop("href", None)  # of an area, or of an element that has none
        if tag == "button":
            attributes["type"] = "button"
        attributes.update(_MEDIA.get(tag, {}))
        self._write_tag(tag, attributes, closed=closed and self._drawing_depth > 0)

    def _is_dropped(self, tag: str, attributes: Attributes, *, closed: bool) -> bool:
        """Say whether a tag goes, and begin to drop what stands in it."""
        if self._dropping:
            self._dropped_depth += tag == self._dropping
            return True
        if tag in _DROPPED or (tag == "a" and "download" in attributes):
            if tag not in _VOID and not closed:
                self._dropping, self._dropped_depth = tag, 1
            return True
        return not _NAME.fullmatch(tag)

    def _write_tag(self, tag: str, attributes: Attributes, *, closed: bool = False) -> None:
        written = [tag]
        for name, value in attributes.items():
            if name.startswith("on") or name in _DROPPED_ATTRIBUTES:
                continue
            written.append(name if not value else f'{name}="{escape(value)}"')
        self._out.append(f"<{' '.join(written)}{'/' if closed else ''}>")

    def _start_link(self, attributes: Attributes) -> None:
        if self._links:
            self._end_link()  # as browsers do: a link in a link ends the first
        address = attributes.pop("href", None) or attributes.pop("xlink:href", None)
        if address is None:
            self._open_as("a", attributes)
            return
        address = address.strip()
        if self._raised_depth or self._drawing_depth:
            self._open_untouchable(attributes)
            return
        if address.startswith("#"):
            self._open_as("a", {"href": address, **attributes})
            return
        scheme = address.split(":", 1)[0].lower()
        if scheme in _BY_HAND:
            self._open_words(f" ({escape(_by_hand(address))})", address)
            return
        self._start_followed(address, attributes)

    def _start_followed(self, address: str, attributes: Attributes) -> None:
        whole = self._bounds.resolve(address)
        if self._bounds.is_own(whole):
            path = self._bounds.inside(whole)
            if path is None:
                self._open_words("", "")
                return
            self._open_as("a", {"href": path, **attributes})
        elif whole.startswith(("https://", "http://")):
            self._open_elsewhere(whole, in_place=_HERE in attributes)
        else:
            self._open_words("", "")

    def _open_untouchable(self, attributes: Attributes) -> None:
        """Write what is too small for a hand as itself: the mark of a note, a place on a map.

        A page that has such marks offers the same in a size that can be touched.
        """
        kept = {
            name: value
            for name, value in attributes.items()
            if name in {"class", "id"} or name.startswith("data-")
        }
        self._open_as("g" if self._drawing_depth else "span", kept)

    def _open_as(self, tag: str, attributes: Attributes) -> None:
        self._write_tag(tag, attributes)
        self._links.append(f"</{tag}>")

    def _open_words(self, behind: str, address: str) -> None:
        """Write a link as its words, with what stands behind them unless they say it already."""
        self._links.append(behind)
        self._open_label = (address, len(self._out))

    def _open_elsewhere(self, address: str, *, in_place: bool) -> None:
        if in_place:
            behind = f"</span>{code_of(address)}"
        else:
            number = self._sheet.number(address)
            # The word joiner keeps the mark from opening the next line.
            behind = f'</span>\u2060<sup class="elsewhere-mark">{number}</sup>'
        self._out.append('<span class="elsewhere__words">')
        self._links.append(behind)
        self._open_label = (address, len(self._out))

    def _end_link(self) -> None:
        behind = self._links.pop()
        if self._open_label is not None:
            address, begin = self._open_label
            words = "".join(piece for piece in self._out[begin:] if not piece.startswith("<"))
            self._sheet.name(address, words.strip())
            if behind.startswith(" (") and escape(_by_hand(address)) in words:
                behind = ""
            self._open_label = None
        self._out.append(behind)


def _first_of_each(attributes: list[tuple[str, str | None]]) -> Attributes:
    """Return the attributes as browsers take them: of two with one name, the first."""
    first: Attributes = {}
    for name, value in attributes:
        if _NAME.fullmatch(name):
            first.setdefault(name, value)
    return first


def _by_hand(address: str) -> str:
    """Return the address of a mail or telephone link as one would write it down."""
    return address.split(":", 1)[1].split("?", 1)[0]
