"""A Word document, from its bytes to elements."""

from __future__ import annotations

from collections import Counter

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.reading import Reading
from cms.importer.manuscript.language import guess_language, is_language_tag
from cms.importer.manuscript.notes import NoteBook
from cms.importer.manuscript.warning_log import WarningLog

from .blocks import BlockReader, flattened, is_contents_control, shows_prompt
from .desk import Desk
from .flow import Flow, name_title
from .footnotes import read_footnotes
from .markup import Node, read_nodes
from .numbering import Numbering
from .package import LARGEST_DOCUMENT_BYTES, Package
from .styles import Styles

# Read through, so that not even a document inside one content control is held whole.
_THROUGH = frozenset({"w:document", "w:body", "w:sdt", "w:sdtContent", "w:customXml"})

_SCRIPTS = {
    "cyrillic": frozenset(["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"]),
    "arabic": frozenset(["ar", "fa", "prs", "ps", "ur", "ckb", "ug", "sd"]),
    "hebrew": frozenset(["he", "yi"]),
}


def read_word(document: bytes, *, name: str, notes: NoteBook, log: WarningLog) -> Reading:
    """Read a ``.docx``; macros and templates are never looked at, nothing is fetched.

    Raises:
        ManuscriptError: ``not_a_docx``, ``corrupt``, ``encrypted``, ``zip_bomb``, ``too_large``
            or ``unsafe_archive``.
    """
    if len(document) > LARGEST_DOCUMENT_BYTES:
        raise ManuscriptError(
            "too_large",
            f"“{name}” is {len(document) / 1_048_576:.0f} MB; a Word document may be "
            f"{LARGEST_DOCUMENT_BYTES // 1_048_576} MB. In Word, compress its pictures (Picture "
            "Format, Compress Pictures), or import it in parts.",
        )
    with Package(document, name=name) as package:
        desk = _desk(package, notes, log)
        log.count_paragraphs(desk.first_words)
        desk.footnotes = read_footnotes(desk)
        flow = Flow()
        _read_body(desk, flow)
    elements = flow.finished()
    subtitle = name_title(flow)
    return Reading(
        elements,
        subtitle=subtitle,
        language=_language(desk.letters_in, desk.words),
        words=desk.words,
        places=desk.bookmarks,
    )


def _desk(package: Package, notes: NoteBook, log: WarningLog) -> Desk:
    styles = package.related(package.main, "styles")
    numbering = package.related(package.main, "numbering")
    return Desk(
        package,
        Styles(package.tree(styles) if styles else None),
        Numbering(package.tree(numbering) if numbering else None),
        notes,
        log,
    )


def _read_body(desk: Desk, flow: Flow) -> None:
    package = desk.package
    reader = BlockReader(desk, package.relationships(package.main))
    controls: list[Node | None] = []
    with package.open(package.main) as stream:
        for node in read_nodes(stream, through=_THROUGH, part=package.main):
            match node.name:
                case "<w:sdt":
                    controls.append(None)
                case "w:sdt>":
                    controls.pop()
                case "w:sdtPr" if controls:
                    controls[-1] = node
                case _ if not any(one and shows_prompt(one) for one in controls):
                    in_contents = any(one and is_contents_control(one) for one in controls)
                    _read_blocks(reader, flow, node, in_contents=in_contents)
    reader.end(flow)


def _read_blocks(reader: BlockReader, flow: Flow, node: Node, *, in_contents: bool) -> None:
    for block, contents in flattened([node], in_contents=in_contents):
        reader.read_block(flow, block, in_contents=contents)


def _language(letters_in: Counter[str], words: str) -> str:
    """Return the language most letters are marked as, if they can be of it; else ``""``.

    Word marks what is pasted or dictated with the language of the computer.
    """
    if not letters_in:
        return ""
    tag = letters_in.most_common(1)[0][0]
    primary, _, region = tag.lower().partition("-")
    if not is_language_tag(tag) or _script(primary) != _script(guess_language(words)):
        return ""
    return "fa-AF" if primary == "prs" or (primary, region) == ("fa", "af") else primary


def _script(language: str) -> str:
    return next((name for name, languages in _SCRIPTS.items() if language in languages), "latin")
