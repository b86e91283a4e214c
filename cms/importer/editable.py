"""Text in the shape that Wagtail's editor keeps.

The editor knows paragraphs, sub-headings, one paragraph to a quotation, and lists whose items are
one paragraph each. Anything else it takes apart when a curator saves the page, and a ``<br>`` that
is not closed it cannot open at all. So manuscripts are brought into its shape before: no word and
no emphasis is lost, and a page saved untouched stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_INLINE = {"b", "strong", "i", "em", "a", "sup", "sub"}
_LISTS = {"ul", "ol"}
_HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}


def editable(html: str) -> str:
    """Return sanitised html in the editor's shape; linear in time."""
    return _Shaping().shaped(html)


@dataclass
class _Shaping:
    out: list[str] = field(default_factory=list)
    context: list[str] = field(default_factory=list)  # lists, items and quotations that are open
    block: str = ""  # the paragraph, heading or quotation that is open
    inline: list[tuple[str, str]] = field(default_factory=list)
    has_words: bool = False  # in the item that is open
    needs_break: bool = False

    def shaped(self, html: str) -> str:
        at = 0
        for tag in _TAG.finditer(html):
            self._text(html[at : tag.start()])
            at = tag.end()
            self._tag(tag[2].lower(), is_end=bool(tag[1]), attributes=tag[3])
        self._text(html[at:])
        self._end_block()
        return "".join(self.out)

    def _tag(self, name: str, *, is_end: bool, attributes: str) -> None:
        if name in _INLINE:
            self._inline_tag(name, is_end=is_end, attributes=attributes)
        elif name == "br":
            if self.block or self._is_in_item:
                self.out.append("<br/>")
        elif name in _LISTS or name == "li":
            self._end_block()
            self._list_tag(name, is_end=is_end, attributes=attributes)
        elif name == "blockquote" and not self._is_in_item:
            self._end_block()
            if not is_end:
                self.context.append(name)
            elif name in self.context:
                self.context.remove(name)
        elif name in _HEADINGS and not is_end and not self._is_in_item:
            self._start_block(_HEADINGS[name])
        else:
            self._end_block()

    def _inline_tag(self, name: str, *, is_end: bool, attributes: str) -> None:
        if not is_end:
            self._start_words()
            self.inline.append((name, attributes))
            self.out.append(f"<{name}{attributes}>")
        elif self.inline and self.inline[-1][0] == name:
            self.inline.pop()
            self.out.append(f"</{name}>")

    def _list_tag(self, name: str, *, is_end: bool, attributes: str) -> None:
        if not is_end:
            self.context.append(name)
            # A number to start with is shown, though the editor forgets it.
            self.out.append(f"<{name}{attributes}>")
        elif name in self.context:
            while self.context.pop() != name:
                pass
            self.out.append(f"</{name}>")
        self.has_words = self.needs_break = False
        if name in _LISTS and is_end and self._is_in_item:
            # Words behind a list inside an item: the item is one paragraph, so they are the next.
            self.has_words = True
            self.needs_break = True

    def _text(self, text: str) -> None:
        if text.strip():
            self._start_words()
            self.out.append(text)
        elif text and (self.block or self.has_words) and not self.needs_break:
            self.out.append(" ")

    def _start_words(self) -> None:
        """Open what words may stand in here, if nothing is."""
        if not self._is_in_item:
            if not self.block:
                self._start_block("blockquote" if "blockquote" in self.context else "p")
            return
        if self.needs_break:
            is_behind_list = self.out[-1] in {"</ul>", "</ol>"}
            self.out.append("</li><li>" if is_behind_list else "<br/>")
        self.has_words, self.needs_break = True, False

    def _start_block(self, name: str) -> None:
        self._end_block()
        self.block = name
        self.out.append(f"<{name}>")

    def _end_block(self) -> None:
        """End a paragraph; inside an item the next one will begin on a new line."""
        self.out += [f"</{name}>" for name, _ in reversed(self.inline)]
        self.inline = []
        if self.block:
            self.out.append(f"</{self.block}>")
            self.block = ""
        self.needs_break = self._is_in_item and self.has_words

    @property
    def _is_in_item(self) -> bool:
        return "li" in self.context
