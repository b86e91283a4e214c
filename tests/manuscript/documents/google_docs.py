"""The same words as Google Docs exports a page: classes for everything, structure for little."""

from html import escape

from .drawing import PICTURES
from .packing import packed
from .source import Paragraph, Run, paragraphs, runs

STYLE = (
    "@import url(https://themes.googleusercontent.com/fonts/css?kit=abc);"
    ".lst-kix_a1-0>li:before{content:\"\\0025cf  \"}ol{margin:0;padding:0}"
    ".c0{color:#000000;font-weight:400;font-size:11pt;font-family:\"Arial\"}"
    ".c1{font-weight:700}.c2{font-style:italic}.c3{padding-top:0pt;line-height:1.15}"
    ".c4{overflow:hidden;display:inline-block}.c5{color:inherit;text-decoration:inherit}"
)  # fmt: skip
_LEFT_OUT = {"huge", "metafile"}
_LISTS = {"number": ("ol", 0), "bullet": ("ul", 0), "bullet2": ("ul", 1)}


class _Page:
    def __init__(self) -> None:
        self.body: list[str] = []
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.pictures: dict[str, bytes] = {}
        self._heading = 0
        self._rows: list[str] = []

    def add(self, paragraph: Paragraph) -> None:
        if paragraph.tag not in {"table", "row"}:
            self._close_table()
        writer = getattr(self, f"_{paragraph.tag}", self._plain)
        writer(paragraph)

    def finished(self) -> bytes:
        self._close_table()
        notes = "".join(self.notes)
        comments = "".join(self.comments)
        page = (
            '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type">'
            f'<style type="text/css">{STYLE}</style></head><body class="c9 doc-content">'
            f'{"".join(self.body)}<hr class="c8">{notes}{comments}</body></html>'
        )
        return packed({"KeepersoftheLight.html": page.encode()} | self.pictures)

    def _paragraph(self, text: str, *, tag: str = "p", kind: str = "c3", style: str = "c0") -> None:
        inside = "".join(self._run(run, style) for run in runs(text))
        self.body.append(f'<{tag} class="{kind}">{inside}</{tag}>')

    def _run(self, run: Run, style: str) -> str:
        match run.kind:
            case "note" | "end":
                number = len(self.notes) + 1
                self.notes.append(
                    f'<div><p class="c3"><a href="#ftnt_ref{number}" id="ftnt{number}">[{number}]'
                    f'</a><span class="c0">&nbsp;{escape(run.text)}</span></p></div>'
                )
                return f'<sup><a href="#ftnt{number}" id="ftnt_ref{number}">[{number}]</a></sup>'
            case "comment":
                number, letter = len(self.comments) + 1, "abcdef"[len(self.comments)]
                self.comments.append(
                    f'<div class="c10"><p class="c3"><a href="#cmnt_ref{number}" id="cmnt{number}">'
                    f'[{letter}]</a><span class="c0">{escape(run.more)}</span></p></div>'
                )
                mark = f'<sup><a href="#cmnt{number}" id="cmnt_ref{number}">[{letter}]</a></sup>'
                return f'<span class="{style}">{escape(run.text)}</span>{mark}'
            case "del" | "hidden":
                return ""
            case "break":
                return "<br>"
            case "tab":
                return '<span class="c0">&nbsp;&nbsp; &nbsp;</span>'
            case "link":
                return (
                    f'<span class="c0"><a class="c5" href="{escape(run.more)}">{escape(run.text)}'
                    "</a></span>"
                )
            case kind:
                more = {"bold": " c1", "italic": " c2"}.get(kind, "")
                return f'<span class="{style}{more}">{escape(run.text)}</span>'

    def _plain(self, paragraph):
        self._paragraph(paragraph.text)

    def _title(self, paragraph):
        self._paragraph(paragraph.text, kind="c3 title", style="c7")

    def _subtitle(self, paragraph):
        self._paragraph(paragraph.text, kind="c3 subtitle", style="c7")

    def _standfirst(self, paragraph):
        self._paragraph(f"*{paragraph.text}*")

    def _empty(self, _):
        self.body.append('<p class="c3 c11"><span class="c0"></span></p>')

    def _contents(self, _):
        """Google's own contents list: links to the headings, and nothing that says so."""

    def _h1(self, paragraph):
        self._paragraph(paragraph.text, tag="h1", style="c6")

    def _auto(self, paragraph):
        """Google Docs numbers no headings; who brings a document there types the numbers."""
        self._heading = paragraph.start or self._heading + 1
        self._paragraph(f"{self._heading}. {paragraph.text}", tag="h1", style="c6")

    def _own(self, paragraph):
        self._paragraph(paragraph.text, tag="h1", style="c6")

    def _sub(self, paragraph):
        self._paragraph(paragraph.text, tag="h2", style="c6")

    def _bold(self, paragraph):
        self._paragraph(f"**{paragraph.text}**")

    def _q(self, paragraph):
        self._paragraph(f"**{paragraph.text}**")

    def _hyphen(self, paragraph):
        self._paragraph(f"- {paragraph.text}")

    def _list(self, paragraph):
        kind, level = _LISTS[paragraph.tag]
        inside = "".join(self._run(run, "c0") for run in runs(paragraph.text))
        self.body.append(
            f'<{kind} class="c12 lst-kix_a{level}-{level}"><li class="c3 li-bullet-0">{inside}</li>'
            f"</{kind}>"
        )

    _number = _bullet = _bullet2 = _list

    def _rtl(self, paragraph):
        inside = "".join(self._run(run, "c0") for run in runs(paragraph.text))
        self.body.append(f'<p class="c3" dir="rtl">{inside}</p>')

    def _picture(self, paragraph):
        name, alt = paragraph.cells[:2]
        file = f"images/image{len(self.pictures) + 1}.png"
        self.pictures[file] = PICTURES[name]()
        self.body.append(
            f'<p class="c3"><span class="c4"><img alt="{escape(alt)}" src="{file}" '
            'style="width: 548.00px; height: 342.00px;" title=""></span></p>'
        )

    _anchored = _picture

    def _table(self, paragraph):
        first, *more = paragraph.cells
        merged = len(more) == 2 and not more[1]
        cells = [_cell(first, rows=2 if merged else 1)]
        cells += [_cell(more[0], columns=2)] if merged else [_cell(words) for words in more]
        self._rows = [f"<tr>{''.join(cells)}</tr>"]

    def _row(self, paragraph):
        cells = "".join(_cell(words) for words in paragraph.cells if words)
        self._rows.append(f"<tr>{cells}</tr>")

    def _close_table(self) -> None:
        if self._rows:
            self.body.append(f'<table class="c13">{"".join(self._rows)}</table>')
        self._rows = []


def _cell(words: str, *, columns: int = 1, rows: int = 1) -> str:
    return (
        f'<td class="c14" colspan="{columns}" rowspan="{rows}"><p class="c3">'
        f'<span class="c0">{escape(words)}</span></p></td>'
    )


def google_docs_page(version: int) -> bytes:
    """The zip file that “Download → Web page” gives."""
    page = _Page()
    for paragraph in paragraphs(version):
        if paragraph.tag not in _LEFT_OUT:
            page.add(paragraph)
    return page.finished()
