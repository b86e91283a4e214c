"""A document made worse: its bytes, its lines, its marks, the parts of its archive."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Callable

MOST_BYTES = 300_000

TEXT_TOKENS = (
    "# ", "## 1. A", "1. ", "2) ", "3 – ", "IV. ", "CHAPTER ONE", "Chapter 3: ", "Глава 2. ",
    "فصل ۳: ", "Q1: ", "Q: ", "A: ", "В2: ", "س۳: ", "Contents", "Содержание", "فهرست", "FAQs",
    "Conclusion", "Introduction", "Sources", "Notes", "External resource(s)", "Internal link(s)",
    "Appendix A", "[1]", "[1, 2]", "[1–9]", "[^1]", "[^1]: ", "[", "]", "](", ")", "![", "*",
    "**", "_", "`", "```", "> ", "- ", "| a |\n|--|\n", ":::", "::: note\n",
    "::: gallery\nimage: a.png", "<script>", "</script>", "<!--", "-->",
    "<a href=\"javascript:x\">", "<img src=x onerror=x>", "javascript:", "https://a.example/",
    "www.", "&#x202e;", "&amp;", "\\", "\t", "    ", "---", "===", "....... 7", "…", "—", "?",
    "؟", ":", "\u200c", "\u202e", "\ufeff", "\u0301", "\x00", "\ufdd0", "\r", "\u2028", "1911. ",
    "1.1 ", "\n", "\n\n", "0" * 40, "x" * 200,
)  # fmt: skip
HTML_TOKENS = (
    "<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<h2>", "<ul>", "<li>", "</ul>",
    "<ol start=9>", "<table>", "<tr>", "<td>", "</table>", "<td colspan=99999>", "<blockquote>",
    "<b>", "</b>", "<i>", "<br>", "<sup>", "<a href=\"", "<a name=x id=ftnt1>",
    "<a href=\"#ftnt1\">[1]</a>", "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[",
    "<!DOCTYPE", "<svg onload=x>", "<math>", "<template>", "<title>", "<textarea>", "<plaintext>",
    "<img src=\"data:image/png;base64,AAAA\">", "<p class=MsoToc1>",
    "<span style=\"font-weight:700\">", "&#0;", "&#x110000;", "&lt;", "&nbsp",
    "<meta charset=utf-7>", "<o:p>", "<iframe src=//x>", "\x00",
)  # fmt: skip
XML_TOKENS = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:p/>", "<w:tab/>", "<w:br/>",
    "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:ins>",
    "</w:ins>", "<w:footnoteReference w:id=\"1\"/>", "<w:footnoteReference w:id=\"-9\"/>",
    "<w:rPr><w:vanish/></w:rPr>", "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>", "<w:instrText>TOC", "</w:instrText>",
    "<w:hyperlink r:id=\"rId1\">", "</w:hyperlink>", "<w:numId w:val=\"99999\"/>",
    "<w:ilvl w:val=\"-1\"/>", "<w:outlineLvl w:val=\"0\"/>", "<w:sdt>", "<w:sdtContent>", "<!--",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;", "<w:pStyle w:val=\"Heading1\"/>",
    "<w:bidi/>", "<w:gridSpan w:val=\"100000\"/>", "<mc:AlternateContent>",
    "<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>",
)  # fmt: skip


def mutate(name: str, document: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a worse document of the same kind; ``other`` is a second one to take pieces from."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        document = _once(name, document, other, chance)
    return document[:MOST_BYTES]


def _once(name: str, document: bytes, other: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.15:
        return _bytes(document, chance)
    if name.endswith((".docx", ".zip")):
        return _archive(name, document, chance)
    return _text(document, other, HTML_TOKENS if name.endswith(".html") else TEXT_TOKENS, chance)


def _bytes(document: bytes, chance: random.Random) -> bytes:
    data = bytearray(document or b"\n")
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 1, 4, 64, 1024)))
    match chance.randrange(5):
        case 0:
            data[start] ^= 1 << chance.randrange(8)
        case 1:
            del data[start:end]
        case 2:
            data[start:start] = chance.randbytes(end - start)
        case 3:
            data[start:start] = data[start:end] * chance.choice((1, 2, 50))
        case _:
            del data[start:]
    return bytes(data)


def _text(document: bytes, other: bytes, tokens: tuple[str, ...], chance: random.Random) -> bytes:
    lines = document.decode("utf-8", "surrogateescape").split("\n")
    at = chance.randrange(len(lines))
    ways: tuple[Callable[[], None], ...] = (
        lambda: lines.insert(at, chance.choice(tokens)),
        lambda: lines.__setitem__(at, _with_token(lines[at], chance.choice(tokens), chance)),
        lambda: lines.__setitem__(at, chance.choice(tokens) * chance.choice((2, 40, 3000))),
        lambda: lines.__delitem__(slice(at, at + chance.choice((1, 1, 5)))),
        lambda: lines.__setitem__(slice(at, at), lines[at : at + 9] * chance.choice((1, 2, 60))),
        lambda: lines.__setitem__(slice(at, at + 2), [" ".join(lines[at : at + 2])]),
        lambda: lines.__setitem__(at, lines[at].upper()),
        lambda: lines.__setitem__(at, chance.choice((" ", "   ", "\t", "> ", "- ")) + lines[at]),
        lambda: chance.shuffle(lines),
        lambda: lines.__setitem__(slice(at, at), _piece_of(other, chance)),
    )
    # A whole shuffle leaves little to find; once in a while it does.
    weights = (6, 6, 2, 3, 2, 3, 1, 3, 1, 3)
    chance.choices(ways, weights)[0]()
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _with_token(line: str, token: str, chance: random.Random) -> str:
    at = chance.randrange(len(line) + 1)
    return line[:at] + token + line[at:]


def _piece_of(other: bytes, chance: random.Random) -> list[str]:
    lines = other.decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(lines))
    return lines[at : at + chance.randrange(1, 8)]


def _archive(name: str, document: bytes, chance: random.Random) -> bytes:
    """Change one member, its name, or the order; what is no archive any more is cut at random."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as opened:
            members = [(member.filename, opened.read(member)) for member in opened.infolist()]
    except Exception:  # noqa: BLE001 - a mutated archive may be broken in any way
        return _bytes(document, chance)
    if not members:
        return _bytes(document, chance)
    at = chance.randrange(len(members))
    if chance.random() < 0.6:
        at = max(range(len(members)), key=lambda i: members[i][0].endswith(("document.xml", ".md")))
    path, content = members[at]
    match chance.randrange(12):
        case 0:
            members[at] = (chance.choice(("../x", "/x", "a/" * 9 + "x", "", path.upper())), content)
        case 1:
            members.pop(at)
        case 2:
            members.append((path, content))
        case 3:
            members[at] = (path, content * chance.choice((2, 20)))
        case _:
            members[at] = (path, _member(path, content, chance))
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # a name that is there twice is meant
        for path, content in members:
            archive.writestr(zipfile.ZipInfo(path or "x"), content)
    return stream.getvalue()


def _member(path: str, content: bytes, chance: random.Random) -> bytes:
    if not path.endswith((".xml", ".rels")):
        kind = path if path.endswith((".html", ".docx", ".zip")) else "m.txt"
        return mutate(kind, content, b"", chance)
    text = content.decode("utf-8", "replace")
    if chance.random() < 0.2 or "<" not in text:
        return _bytes(content, chance)
    places = [at for at, letter in enumerate(text) if letter == "<"]
    at = chance.choice(places)
    end = chance.choice([place for place in places if place >= at][:40])
    match chance.randrange(4):
        case 0:
            text = text[:at] + chance.choice(XML_TOKENS) + text[at:]
        case 1:
            text = text[:at] + text[end:]
        case 2:
            text = text[:at] + text[at:end] * chance.choice((2, 3, 200)) + text[end:]
        case _:
            other = chance.choice(places)
            text = text[:other] + text[at:end] + text[other:]
    return text.encode()
