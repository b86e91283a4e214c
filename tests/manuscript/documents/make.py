"""Make the curator's documents again: `.venv/bin/python -m tests.manuscript.documents.make`.

Everything but what LibreOffice saves comes out the same to the byte.
"""

from .source import FOLDER
from .word_document import word_document


def main() -> None:
    for name, content in documents().items():
        (FOLDER / name).write_bytes(content)


def documents() -> dict[str, bytes]:
    return {
        "keepers-of-the-light.docx": word_document(1),
        "keepers-of-the-light-second.docx": word_document(2),
    }


if __name__ == "__main__":
    main()
