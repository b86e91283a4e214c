"""Kinds of document that can't be read, each with what to do instead."""

from __future__ import annotations

from cms.importer.manuscript.errors import ManuscriptError

from .kinds import READABLE_SUFFIXES, suffix_of

OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_READABLE = "Word (.docx), Markdown (.md), plain text (.txt) or HTML (.html)"
_SAVE_AS_WORD = "Open it in Word or LibreOffice and save it as Word (.docx)."
_WHAT_TO_DO = {
    ".doc": _SAVE_AS_WORD,
    ".dot": _SAVE_AS_WORD,
    ".odt": "Open it in LibreOffice and save it as Word (.docx).",
    ".fodt": "Open it in LibreOffice and save it as Word (.docx).",
    ".rtf": _SAVE_AS_WORD,
    ".wpd": "Open it in LibreOffice and save it as Word (.docx).",
    ".pages": "Open it in Pages and export it as Word (.docx).",
    ".pdf": "A PDF holds pages, not paragraphs: import the document it was made from.",
    ".gdoc": "It only points to Google Docs: open it there and download it as Word (.docx).",
}
UNREADABLE_DOCUMENTS = frozenset(_WHAT_TO_DO)


def refuse_other_formats(document: bytes | str, name: str) -> None:
    """Raise ``legacy_doc``, ``encrypted`` or ``unsupported_type`` for what no reader takes."""
    suffix = suffix_of(name)
    if isinstance(document, bytes) and document.startswith(OLE_MAGIC):
        if _ENCRYPTED_STREAM in document:
            raise ManuscriptError(
                "encrypted",
                f"“{name}” is locked with a password. Open it in Word, take the password away "
                "(File, Info, Protect Document) and save it again.",
            )
        raise _legacy_doc(name)
    if suffix in {".doc", ".dot"}:
        raise _legacy_doc(name)
    if suffix not in READABLE_SUFFIXES:
        raise ManuscriptError(
            "unsupported_type",
            f"“{name}” is not a kind of document that can be imported. {what_to_do(name)}",
        )


def what_to_do(name: str) -> str:
    """Return the sentence that says how a document becomes one that can be read."""
    return _WHAT_TO_DO.get(
        suffix_of(name), f"A manuscript is {_READABLE}; save it as one of these."
    )


def _legacy_doc(name: str) -> ManuscriptError:
    return ManuscriptError(
        "legacy_doc",
        f"“{name}” is in the Word format of before 2007, which can't be read. {_SAVE_AS_WORD}",
    )
