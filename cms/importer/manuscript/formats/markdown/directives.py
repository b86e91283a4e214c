"""The ``::: name`` blocks: a rule for markdown-it, and how their ``key: value`` lines are read."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from cms.importer.manuscript.elements import Directive

_OPENING = re.compile(r":{3,}\s{0,4}([a-z][a-z-]{0,39})\s*$", re.IGNORECASE)
_CLOSING = re.compile(r":{3,}\s*$")
_HEADING = re.compile(r"#{1,6}\s")
_FIELD = re.compile(r"\s{0,8}([a-z][a-z_-]{0,30})\s{0,4}:(?:\s+|$)(.*)", re.IGNORECASE)

FIELDS = {
    "key-figure": frozenset({"number", "counts", "source"}),
    "gallery": frozenset({"title", "image"}),
    "audio": frozenset({"file", "caption"}),
    "video": frozenset({"file", "caption"}),
    "timeline": frozenset({"title", "moments"}),
    "map": frozenset({"title", "places", "routes"}),
    "note": frozenset({"kind", "title", "text"}),
    "facts": frozenset({"places", "people", "terms", "moments"}),
}


def directive_plugin(markdown: MarkdownIt) -> None:
    markdown.block.ruler.before(
        "fence", "directive", _directive, {"alt": ["paragraph", "blockquote", "list"]}
    )


def _directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    opening = _OPENING.match(_line(state, start_line))
    if not opening:
        return False
    if silent:
        return True
    following, closed = start_line + 1, False
    while following < end_line:
        text = _line(state, following)
        if _CLOSING.match(text):
            closed = True
            break
        if _OPENING.match(text) or _HEADING.match(text):  # it was never closed
            break
        following += 1
    token = state.push("directive", "", 0)
    token.info = opening.group(1).lower()
    token.content = "\n".join(_line(state, number) for number in range(start_line + 1, following))
    token.meta = {"closed": closed}
    state.line = following + 1 if closed else following
    token.map = [start_line, state.line]
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def read_directive(name: str, content: str, line: int) -> Directive:
    """Read the lines of a block; a line without a key goes on with the value before it.

    In the words of a note ("text") a colon is just a colon. Words before the first key are kept
    under the key ``""``.
    """
    known = FIELDS.get(name, frozenset())
    fields: list[tuple[str, str]] = []
    for raw in content.split("\n"):
        match = _FIELD.match(raw)
        key = match.group(1).lower() if match else ""
        in_words = bool(fields) and fields[-1][0] == "text"
        if match and (key in known or not in_words):
            fields.append((key, match.group(2).strip()))
        elif fields:
            before, value = fields[-1]
            fields[-1] = (before, f"{value}\n{raw.strip()}")
        elif raw.strip():
            fields.append(("", raw.strip()))
    return Directive(name, tuple((key, value.strip()) for key, value in fields), line)
