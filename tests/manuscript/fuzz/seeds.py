"""Writes the documents that fuzzing begins with: `python -m tests.manuscript.fuzz.seeds`.

Small ones, each with as many kinds of things as fit; run again when a format learns something.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx import Document

CORPUS = Path(__file__).parent / "corpus"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8"
    "cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
HEADINGS = {
    "numbers": ("1. The road", "2. The river"),
    "brackets": ("1) The road", "2) The river"),
    "roman": ("I. The road", "II. The river"),
    "words": ("CHAPTER ONE\nThe road", "CHAPTER TWO\nThe river"),
    "capitals": ("THE ROAD", "THE RIVER"),
    "russian": ("Глава 1. Дорога", "Глава вторая: Река"),
    "dari": ("فصل ۱: راه", "فصل ۲: دریا"),
}
PROSE = "The first column set out at dawn [1], and by noon the road behind it was empty again [2]."
MARKDOWN = f"""---
title: The Road Out
language: en
---

# The Road Out

*A standfirst.*

## Contents

1. [The road](#1)
2. The river .... 7

## 1. The road

{PROSE} Again.[^a]

![Alt](images/a.png "A caption.")

| Unit | Day |
|---|---|
| 103rd | 4 Feb[^b] |

> Not one was left.
> — Boris Gromov, *Izvestia*

- one
  1. two
     - three

::: key-figure
number: 115,000
counts: soldiers
:::

## 2. The river

<b onclick="x()">bold</b> <script>x()</script> [bad](javascript:x) https://a.example/

## FAQs

### Why?

Because. See chapter 1.

## Notes

[1] Grau.
[2] Rubin.

[^a]: @grau2007, p. 3. Remark.
[^b]: Another.
"""
HTML = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>The Road</title>
<style>.c1{{font-weight:700}}</style></head><body class="doc-content">
<p class="title"><span>The Road Out</span></p>
<p class="MsoToc1"><a href="#_Toc1">1. The road<span>\t</span>3</a></p>
<h1 id="h.x"><span class="c1">1. The road</span></h1>
<p>{PROSE}<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<ul class="lst-kix_a-0"><li>one</li></ul><ul class="lst-kix_a-1"><li>two</li></ul>
<table><tr><td colspan="2"><p>Unit</p></td></tr><tr><td>a</td><td>b</td></tr></table>
<p><img src="images/image1.png" alt="Alt"></p><p dir="rtl">راه</p>
<p><b>2. The river</b></p><blockquote><p>Quoted.</p><p>— Who</p></blockquote>
<p><a href="https://www.google.com/url?q=https://a.example&amp;sa=D">link</a></p>
<script>x()</script><p onclick="x()">After.</p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Grau.</p></div></body></html>
"""


def main() -> None:
    CORPUS.mkdir(exist_ok=True)
    for name, headings in HEADINGS.items():
        (CORPUS / f"{name}.txt").write_text(_text(*headings), encoding="utf-8")
    (CORPUS / "russian-cp1251.txt").write_bytes(
        _text(*HEADINGS["russian"]).encode("cp1251", "replace")
    )
    (CORPUS / "dari-utf16.txt").write_bytes(_text(*HEADINGS["dari"]).encode("utf-16"))
    (CORPUS / "markdown.md").write_text(MARKDOWN, encoding="utf-8")
    (CORPUS / "bold.md").write_text(
        f"**The Road Out**\n\n**The road**\n\n{PROSE}\n\n**The river**\n{PROSE}\n\n**FAQ**\n\n"
        "- **Why?** Because.\n- **Who?** They.\n",
        encoding="utf-8",
    )
    (CORPUS / "page.html").write_text(HTML, encoding="utf-8")
    word = _word()
    (CORPUS / "word.docx").write_bytes(word)
    (CORPUS / "bundle.zip").write_bytes(
        _zip(
            {
                "exhibit.toml": 'title = "T"\nsource_language = "en"\n',
                "manuscript.md": MARKDOWN,
                "manuscript.ru.txt": _text(*HEADINGS["russian"]),
                "images/a.png": PICTURE,
                "data/sources.toml": '[grau2007]\ntitle = "A"\n',
            }
        )
    )
    (CORPUS / "word-bundle.zip").write_bytes(
        _zip({"x/story.docx": word, "x/images/a.png": PICTURE})
    )
    (CORPUS / "page-bundle.zip").write_bytes(
        _zip({"Story.html": HTML, "images/image1.png": PICTURE})
    )


def _text(first: str, second: str) -> str:
    entries = "\n".join(heading.split("\n")[-1] for heading in (first, second))
    parts = (
        f"The Road Out\nTermez, 1988\n\nContents\n{entries}\nConclusion",
        f"Introduction\n\n{PROSE}",
        f"{first}\n\n{PROSE}\n\n1. flour\n2. tea",
        f"{second}\n{PROSE}",
        "Conclusion\n\nIt ended.",
        "FAQ\n\nQ1: Why?\nBecause.\n\nQ2: Who?\nA: They.\n\nThen all.",
        "Sources\n\nGrau, 2007.",
        "Notes\n\n[1] Grau, p. 3.\n[2] Rubin.",
        "External resource(s)\n\nUN: https://un.example/",
        "Internal link(s)\n\nChapter 1\nTimeline",
        "Appendix A\n\nUnits.",
    )
    return "\n\n".join(parts) + "\n"


def _word() -> bytes:
    document = Document()
    document.add_heading("The Road Out", level=0)
    for number, title in enumerate(("The road", "The river"), start=1):
        document.add_heading(f"{number}. {title}", level=1)
        paragraph = document.add_paragraph(PROSE)
        paragraph.add_run(" bold").bold = True
        document.add_paragraph("one", style="List Number")
        document.add_paragraph("two", style="List Bullet")
        document.add_paragraph("Quoted.", style="Quote")
        document.add_table(2, 2).cell(0, 0).text = "cell"
        document.add_picture(io.BytesIO(PICTURE))
    document.add_heading("FAQs", level=1)
    document.add_heading("Why?", level=2)
    document.add_paragraph("Because.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _zip(files: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


if __name__ == "__main__":
    main()
