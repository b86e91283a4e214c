"""Whatever a Word manuscript is made of, every paragraph turns up once, in its place."""

import io
import random
import re

from docx import Document
from docx.enum.text import WD_BREAK
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.importer.manuscript import parse_manuscript
from tests.manuscript.word.package_builder import PNG

KINDS = [
    "plain", "bold start", "italic middle", "bullet", "number", "deep bullet", "quote",
    "set in", "cell", "one cell", "caption", "broken line", "page break", "sub-heading",
    "empty", "picture", "sub-sub-heading", "right to left",
]  # fmt: skip
HEADINGS = ["style", "numbered style", "bold", "typed chapter", "two lines"]
WORDS = [
    "river",
    "bridge",
    "column",
    "winter",
    "letter",
    "the",
    "of",
    "and",
    "went",
    "home",
    "across",
    "stood",
    "quiet",
    "road",
]


class Writer:
    """Writes a manuscript with python-docx and keeps, in order, the mark of each paragraph."""

    def __init__(self, seed):
        self.document = Document()
        self.marks = []
        self._random = random.Random(seed)  # noqa: S311

    def sentence(self):
        mark = f"mark{len(self.marks)}x"
        self.marks.append(mark)
        words = self._random.choices(WORDS, k=self._random.randint(3, 25))
        return f"{' '.join(words).capitalize()} {mark} was said."

    def heading(self, kind, number):
        title = f"Of {WORDS[number % len(WORDS)]} number{number}x"
        match kind:
            case "style":
                self.document.add_heading(title, 1)
            case "numbered style":
                self.document.add_heading(f"{number}. {title}", 1)
            case "bold":
                self.document.add_paragraph().add_run(title).bold = True
            case "typed chapter":
                self.document.add_paragraph(f"Chapter {number}: {title}")
            case "two lines":
                run = self.document.add_paragraph().add_run(f"CHAPTER {number}")
                run.add_break()
                run.add_text(title)

    def add(self, kind):  # noqa: C901 - one case a kind
        add = self.document.add_paragraph
        match kind:
            case "plain":
                add(self.sentence())
            case "bold start":
                paragraph = add()
                paragraph.add_run("Then ").bold = True
                paragraph.add_run(self.sentence())
            case "italic middle":
                paragraph = add("And ")
                paragraph.add_run(self.sentence()).italic = True
                paragraph.add_run(" So it was.")
            case "bullet" | "number" | "deep bullet":
                style = {"bullet": "List Bullet", "number": "List Number"}.get(kind)
                add(self.sentence(), style=style or "List Bullet 2")
            case "quote":
                add(self.sentence(), style="Quote")
            case "set in":
                shape = add(self.sentence()).paragraph_format
                shape.left_indent = shape.right_indent = Cm(1.5)
            case "cell":
                table = self.document.add_table(2, 2)
                for cell in (cell for row in table.rows for cell in row.cells):
                    cell.text = self.sentence()
            case "one cell":
                self.document.add_table(1, 1).cell(0, 0).text = self.sentence()
            case "caption":
                add(self.sentence(), style="Caption")
            case "sub-heading" | "sub-sub-heading":
                self.document.add_heading(self.sentence(), 2 if kind == "sub-heading" else 3)
            case "picture":
                self.document.add_picture(io.BytesIO(PNG))
            case _:
                self._add_odd(kind)

    def _add_odd(self, kind):
        paragraph = self.document.add_paragraph()
        if kind == "empty":
            return
        run = paragraph.add_run(self.sentence())
        match kind:
            case "broken line":
                run.add_break()
                paragraph.add_run(self.sentence())
            case "page break":
                run.add_break(WD_BREAK.PAGE)
                paragraph.add_run(self.sentence())
            case "right to left":
                run.font.rtl = True

    def bytes(self):
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()


CHAPTERS = st.lists(
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=8), min_size=2, max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHAPTERS, st.sampled_from(HEADINGS), st.integers(0, 10_000))
def test_every_paragraph_turns_up_once_in_the_right_chapter(chapters, heading, seed):
    writer = Writer(seed)
    writer.document.add_heading("The Exhibit", 0)
    ends = []
    for number, kinds in enumerate(chapters, start=1):
        writer.heading(heading, number)
        writer.document.add_paragraph(writer.sentence())
        for kind in kinds:
            writer.add(kind)
        ends.append(len(writer.marks))

    outline = parse_manuscript(writer.bytes(), name="m.docx")

    assert [chapter.title.split()[-1] for chapter in outline.chapters] == [
        f"number{number}x" for number in range(1, len(chapters) + 1)
    ]
    start = 0
    for chapter, end in zip(outline.chapters, ends, strict=True):
        assert re.findall(r"mark\d+x", chapter.html) == writer.marks[start:end]
        start = end
    html = "".join(chapter.html for chapter in outline.chapters)
    pictures = sum(kinds.count("picture") for kinds in chapters)
    assert html.count("<img ") == len(outline.images) == pictures


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(KINDS), max_size=30), st.integers(0, 10_000))
def test_nothing_is_lost_of_a_document_without_any_order(kinds, seed):
    writer = Writer(seed)
    for kind in kinds:
        writer.add(kind)

    outline = parse_manuscript(writer.bytes(), name="m.docx")

    # A first line is also the title of what has no heading.
    shown = [outline.title, outline.subtitle, outline.standfirst, outline.intro_html]
    for chapter in outline.chapters:
        shown += [chapter.title, chapter.html]
    found = re.findall(r"mark\d+x", "\n".join(shown))
    assert set(found) == set(writer.marks)
