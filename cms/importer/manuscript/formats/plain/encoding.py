"""From a file's bytes to clean text: encoding, line ends, characters that must not be there."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.warning_log import WarningLog

LARGEST_MANUSCRIPT_BYTES = 20 * 1024 * 1024

_ZIP = b"PK\x03\x04"
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (_ZIP, "a zip archive or an office document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich-text document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HUMAN_NAME = {"cp1252": "Windows-1252 (Western European)", "cp1251": "Windows-1251 (Cyrillic)"}

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, bidi embeddings, overrides and isolates, interlinear marks, inner byte-order marks,
# noncharacters. Zero-width joiners and the plain direction marks stay: Persian needs them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_HIGH_RUN = re.compile(b"[\x80-\xff]+")
_BAD = "\ufffd"


@dataclass(frozen=True)
class CleanText:
    text: str
    encoding: str


def read_text(
    data: bytes | str, *, log: WarningLog, language: str | None = None, declared: str = ""
) -> CleanText:
    """Decode and clean a manuscript; lines end in ``\\n`` and the text is NFC.

    Args:
        language: one that is written in Cyrillic tips a doubtful guess.
        declared: the encoding an HTML document names, as Python's codecs call it. A byte-order
            mark, and bytes that are UTF-8 beyond chance, are believed before it.

    Raises:
        ManuscriptError: ``too_large`` or ``not_text``.
    """
    if len(data) > LARGEST_MANUSCRIPT_BYTES:
        raise ManuscriptError(
            "too_large",
            f"The manuscript is {len(data) / 1_048_576:.0f} MB; a manuscript may be "
            f"{LARGEST_MANUSCRIPT_BYTES // 1_048_576} MB. Take pictures and recordings out of it, "
            "put them beside it in a bundle, or import it in parts.",
        )
    if isinstance(data, str):
        return CleanText(clean_characters(data), "str")
    _refuse_known_binaries(data)
    text, encoding = _decode(data, log, language, declared)
    return CleanText(clean_characters(text), encoding)


def clean_characters(text: str) -> str:
    """Return text as NFC, its lines ended by ``\\n``, without controls and bidi overrides.

    Whoever resolves character references ("&#x202e;") cleans again what comes of them.
    """
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", _LONE_SURROGATE.sub(_BAD, text)))
    return unicodedata.normalize("NFC", text)


def _refuse_known_binaries(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            if magic == _ZIP and b"word/" in data:
                raise _not_text(
                    "it is a Word document under another name", "Give it the ending .docx again."
                )
            raise _not_text(f"it looks like {kind}")


def _not_text(
    why: str, what_to_do: str = "Choose the manuscript itself, saved as Markdown or plain text."
) -> ManuscriptError:
    return ManuscriptError("not_text", f"This file is not a text document: {why}. {what_to_do}")


def _decode(data: bytes, log: WarningLog, language: str | None, declared: str) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_marked(data[len(bom) :], encoding, log), encoding
    if encoding := _unmarked_utf16(data):
        log.add(
            "encoding_guessed",
            f"The file does not say how its letters are stored; {encoding.upper()} was guessed. "
            "If words look wrong, save the document as UTF-8 and import it again.",
        )
        return data.decode(encoding, "replace"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and declared != "utf-8":
            return _decode_marked(data, declared, log), declared
        return _decode_broken(data, log, language)
    _refuse_controls(text, most=0.2)
    return text, "utf-8"


def _decode_marked(data: bytes, encoding: str, log: WarningLog) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        _warn_invalid(text, log)
    _refuse_controls(text, most=0.2)
    return text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text, and of all spaces, is zero."""
    sample = data[:4096]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.05:
        return None
    low_zeros, high_zeros = sample[0::2].count(0), sample[1::2].count(0)
    if low_zeros > high_zeros * 10:
        encoding = "utf-16-be"
    elif high_zeros > low_zeros * 10:
        encoding = "utf-16-le"
    else:
        return None
    text = sample[: len(sample) & ~1].decode(encoding, "replace")
    readable = sum(
        1 for letter in text if letter.isalnum() or letter.isspace() or letter in ".,-#*"
    )
    return encoding if readable > len(text) * 0.8 else None


def _refuse_controls(text: str, *, most: float) -> None:
    sample = text[:65536]
    if len(_CONTROLS.findall(sample)) > len(sample) * most:
        raise _not_text("most of it is not made of letters")


def _decode_broken(data: bytes, log: WarningLog, language: str | None) -> tuple[str, str]:
    """Not valid UTF-8: either UTF-8 with damage, or one of the old Windows code pages."""
    text = data.decode("utf-8", "replace")
    damaged = text.count(_BAD)
    intact = sum(1 for letter in text if letter > "\x7f") - damaged
    if intact >= damaged:
        _refuse_controls(text, most=0.05)
        _warn_invalid(text, log)
        return text, "utf-8"
    encoding = _windows_code_page(data, language)
    text = data.decode(encoding, "replace")
    _refuse_controls(text, most=0.02)
    log.add(
        "encoding_guessed",
        f"The file is not UTF-8; {_HUMAN_NAME[encoding]} was guessed from its letters. "
        "If words look wrong, save the document as UTF-8 and import it again.",
    )
    if _BAD in text:
        _warn_invalid(text, log)
    return text, encoding


def _windows_code_page(data: bytes, language: str | None) -> str:
    """Cyrillic words are runs of high bytes; in Western words high bytes stand alone."""
    runs = [run.group() for run in _HIGH_RUN.finditer(data[:262_144])]
    high = sum(map(len, runs))
    in_words = sum(len(run) for run in runs if len(run) >= 3)
    cyrillic = high > 0 and in_words > high * 0.5
    if language and not cyrillic:
        cyrillic = language.split("-")[0].lower() in {"ru", "uk", "be", "bg"}
    return "cp1251" if cyrillic else "cp1252"


def _warn_invalid(text: str, log: WarningLog) -> None:
    first = text.index(_BAD)
    line = text.count("\n", 0, first) + 1
    log.add(
        "invalid_bytes",
        f"{text.count(_BAD)} letters of the file could not be read; each is shown as “{_BAD}”. "
        "Correct them in the document, or save it as UTF-8, and import it again.",
        line=line,
    )
