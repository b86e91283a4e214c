"""Make the curator's documents again: `.venv/bin/python -m tests.manuscript.documents.make`.

Everything comes out the same to the byte but what LibreOffice saves, where it is installed.
"""

from .google_docs import google_docs_page
from .libreoffice import saved_by_libreoffice
from .source import FOLDER, WORDS
from .word_document import word_document


def main() -> None:
    made = documents()
    made |= saved_by_libreoffice(made["keepers.docx"])
    for name, content in made.items():
        (FOLDER / name).write_bytes(content)


def documents() -> dict[str, bytes]:
    """Every document but LibreOffice's, by file name."""
    russian = (WORDS / "ferry.ru.txt").read_text("utf-8")
    return {
        "keepers.docx": word_document(1),
        "keepers-second.docx": word_document(2),
        "keepers-google-docs.zip": google_docs_page(1),
        "ferry-cp1251.ru.txt": russian.replace("\n", "\r\n").encode("cp1251"),
        "ferry.fa-AF.docx": word_document(1, WORDS / "ferry.fa-AF.txt", right_to_left=True),
    }


if __name__ == "__main__":
    main()
