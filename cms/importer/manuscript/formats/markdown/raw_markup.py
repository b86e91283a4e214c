"""HTML that stands in a manuscript: code goes with what is in it, other tags go, words stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

from cms.importer.manuscript.sanitise import safe_link
from cms.importer.manuscript.warning_log import WarningLog

_OPENS = re.compile(r"<(script|style|iframe|object|template|svg|noscript)\b|<!--", re.IGNORECASE)
_HARMLESS = {"b", "i", "em", "strong", "sup", "sub", "br"}
# Tags of running text may stand inside a word; what others part is never one.
_INSIDE_WORDS = {"span", "font", "u", "s", "small", "mark", "abbr", "cite", "code", "q", "del",
                 "ins", "wbr", "bdi", "bdo", "kbd", "var", "strike", "big", "tt"}  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)>")
_HREF = re.compile(r"""\bhref\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HEADING_INSIDE = re.compile(r"\n {0,3}#{1,3} ")


@dataclass(frozen=True)
class _Removal:
    start: int
    end: int


def remove_code(text: str, log: WarningLog) -> str:
    """Take out scripts, styles and comments whole; line numbers stay as they were.

    One that is never closed, or only after the next heading, loses its tag alone (when the
    inline reader meets it), so a stray tag can't swallow the rest of the manuscript.
    """
    if "<" not in text:
        return text
    lowered = text.lower() if len(text.lower()) == len(text) else text
    last_close: dict[str, int] = {}
    kept, position = [], 0
    for match in _OPENS.finditer(text):
        if match.start() < position:
            continue
        name = (match.group(1) or "").lower()
        close = f"</{name}" if name else "-->"
        if close not in last_close:
            last_close[close] = lowered.rfind(close)
        if last_close[close] < match.end():
            continue
        removal = _extent(text, lowered, match, close)
        if removal is None:
            continue
        kept.append(text[position : removal.start])
        kept.append("\n" * text.count("\n", removal.start, removal.end))
        position = removal.end
        if name:
            line = text.count("\n", 0, removal.start) + 1
            log.add(
                "unsafe_markup_removed",
                f"a <{name}> and what is inside it were removed: visitors' pages carry no code "
                "from documents. Nothing to do, unless words for visitors stood in it.",
                line=line,
            )
    return "".join([*kept, text[position:]])


def _extent(text: str, lowered: str, opening: re.Match[str], close: str) -> _Removal | None:
    found = lowered.find(close, opening.end())
    if close == "-->":
        end = found + 3
    else:
        end = text.find(">", found) + 1
        if end == 0:
            return None
    if _HEADING_INSIDE.search(text, opening.end(), end):
        return None
    return _Removal(opening.start(), end)


def inline_tag(markup: str, line: int, log: WarningLog) -> str:
    """Return what is left of one raw tag: a harmless tag bare, a safe link, otherwise nothing."""
    match = _TAG.fullmatch(markup)
    if not match:  # a comment, a declaration
        return ""
    closing, name, attributes = match.group(1), match.group(2).lower(), match.group(3).strip(" /")
    if name == "a":
        return "</a>" if closing else _opening_link(attributes, line, log)
    if name in _HARMLESS and not attributes:
        return f"<{closing}{name}>"
    if not closing:
        log.add(
            "unsafe_markup_removed",
            f"the HTML tag <{name}> was removed and the words in it kept. "
            "Write the text without HTML; use *italic*, **bold** and [links](https://…).",
            line=line,
        )
    if name in _HARMLESS:
        return f"<{name}>"
    if name == "img":
        alt = _ALT.search(attributes)
        words = next(filter(None, alt.groups()), "") if alt else ""
        return f" {escape(unescape(words), quote=False)} " if words else ""
    return "" if name in _INSIDE_WORDS else " "


def _opening_link(attributes: str, line: int, log: WarningLog) -> str:
    href = _HREF.search(attributes)
    target = safe_link(next(filter(None, href.groups()), "")) if href else None
    if target is None:
        if href:
            warn_unsafe_link(next(filter(None, href.groups()), ""), line, log)
        return ""
    return f'<a href="{target.replace("&", "&amp;").replace(chr(34), "%22")}">'


def warn_unsafe_link(href: str, line: int, log: WarningLog) -> None:
    shown = href if len(href) <= 60 else href[:57] + "…"
    log.add(
        "unsafe_link_removed",
        f"the link to “{shown}” was removed and its words kept. A link must begin with "
        "https://, http:// or mailto:, or be a place in the exhibit such as #7 or #faq.",
        line=line,
    )
