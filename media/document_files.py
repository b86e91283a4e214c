"""Tell whether a document is what its name says, and whole. Pure: no Django."""

import os
import zipfile
from typing import BinaryIO

# Where readers of PDF look for its beginning and its end.
PDF_HEAD_BYTES, PDF_TAIL_BYTES = 1024, 2048
TEXT_SAMPLE_BYTES = 256 * 1024
# The part that makes a zip file this kind of document.
PACKAGES = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
}
TEXTS = {"txt", "csv"}


class BrokenDocument(ValueError):
    """The file is not what its name says, or not all of it is there."""


def check_document(file: BinaryIO, ending: str) -> None:
    """Check the content of a file against its ending (lower case, without the dot).

    Raises:
        BrokenDocument: in a sentence for the curator who chose the file.
    """
    file.seek(0)
    try:
        if ending == "pdf":
            _check_pdf(file)
        elif ending in PACKAGES:
            _check_package(file, ending)
        elif ending in TEXTS:
            _check_text(file)
        else:
            raise BrokenDocument(f"“.{ending}” is not a kind of document that is kept here.")
    finally:
        file.seek(0)


def _check_pdf(file: BinaryIO) -> None:
    if b"%PDF-" not in file.read(PDF_HEAD_BYTES):
        raise BrokenDocument("The content is not PDF. Export it again as PDF.")
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - PDF_TAIL_BYTES))
    if b"%%EOF" not in file.read():
        raise BrokenDocument("The end of the PDF is missing. Copy or export it again.")


def _check_package(file: BinaryIO, ending: str) -> None:
    try:
        with zipfile.ZipFile(file) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BrokenDocument(
            f"The content is not .{ending}, or part of it is missing. Save it again as .{ending}."
        ) from None
    if PACKAGES[ending] not in names:
        raise BrokenDocument(f"The content is not .{ending}. Save it again as .{ending}.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BrokenDocument("It holds macros. Save it without macros.")


def _check_text(file: BinaryIO) -> None:
    sample = file.read(TEXT_SAMPLE_BYTES)
    is_wide = sample[:2] in {b"\xff\xfe", b"\xfe\xff"}
    if b"\0" in sample and not is_wide:
        raise BrokenDocument("The content is not text. Save it as plain text.")
