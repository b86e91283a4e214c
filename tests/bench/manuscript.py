"""How long a museum's largest manuscripts take to be read, and how much memory, by format.

    make bench ARGS=manuscripts

Each is read in a process of its own. The promises: 5 MB with 200 chapters in ten seconds and
300 MB; one line of 2 MB in five seconds.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zipfile
from html import escape
from pathlib import Path

CHAPTERS = 200
PROSE = (
    "The first columns left in May, and nobody counted them [1]. It was hot, the road was long, "
    "and the drivers said little to the officers who rode beside them."
)
PARAGRAPHS = 5_000_000 // CHAPTERS // (len(PROSE) + 2)
LINE = "word, word and word again. " * (2_000_000 // 27)
FORMATS = ("txt", "md", "html", "docx")


def main() -> None:
    print(f"{'':30}{'seconds':>10}{'peak MB':>10}{'chapters':>10}")
    for what in ("5 MB, 200 chapters", "one line of 2 MB"):
        for suffix in FORMATS:
            read = subprocess.run(
                [sys.executable, "-m", "tests.bench.manuscript", what, suffix],
                capture_output=True,
                check=True,
                text=True,
            )
            seconds, megabytes, chapters = json.loads(read.stdout)
            print(f"{what:22}{suffix:8}{seconds:10.1f}{megabytes:10}{chapters:10}", flush=True)


def measure(what: str, suffix: str) -> tuple[float, int, int]:
    """Read one document; return processor seconds, peak megabytes of the process, chapters."""
    from cms.importer.manuscript import parse_manuscript

    document = large(suffix) if what.startswith("5") else one_line(suffix)
    start = time.process_time()
    outline = parse_manuscript(document, name=f"m.{suffix}")
    seconds = time.process_time() - start
    return seconds, _peak_megabytes(), len(outline.chapters)


def _peak_megabytes() -> int:
    """The most this process held; ``ru_maxrss`` would count the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) // 1024


def large(suffix: str) -> bytes:
    titles = [f"{number}. Chapter of {number} roads" for number in range(1, CHAPTERS + 1)]
    paragraphs = [PROSE] * PARAGRAPHS
    match suffix:
        case "docx":
            body = _word_paragraph("The Road Out", "Title")
            for title in titles:
                body += _word_paragraph(title, "Heading1")
                body += "".join(_word_paragraph(words) for words in paragraphs)
            return word_document(body)
        case "html":
            chapters = (
                f"<h2>{title}</h2>\n" + "".join(f"<p>{words}</p>\n" for words in paragraphs)
                for title in titles
            )
            return f"<html><body><h1>The Road Out</h1>{''.join(chapters)}</body></html>".encode()
    mark = "## " if suffix == "md" else ""
    contents = "\n".join(titles)
    chapters = "\n\n".join("\n\n".join([mark + title, *paragraphs]) for title in titles)
    return f"The Road Out\n\nContents\n\n{contents}\n\n{chapters}\n\nNotes\n\n[1] Grau.\n".encode()


def one_line(suffix: str) -> bytes:
    match suffix:
        case "docx":
            return word_document(_word_paragraph(LINE))
        case "html":
            return f"<html><body><p>{LINE}</p></body></html>".encode()
    return LINE.encode()


def word_document(body: str) -> bytes:
    """The smallest Word document that holds ``body``, paragraphs of WordprocessingML."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        "</w:style>"
        for name in ("Title", "heading 1")
    ).replace('"heading1"', '"Heading1"')
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/styles" Target="styles.xml"/></Relationships>',
        )
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{word}">{styles}</w:styles>')
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
        )
    return stream.getvalue()


def _word_paragraph(words: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    text = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    return f"<w:p>{styled}<w:r>{text}</w:r></w:p>"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], sys.argv[2])))
    else:
        main()
