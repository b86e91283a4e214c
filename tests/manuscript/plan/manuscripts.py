"""Manuscripts to arrange: one to read, and generated ones."""

from hypothesis import strategies as st

from cms.importer.manuscript import parse_manuscript
from cms.importer.manuscript.outline import Outline

ROAD = """\
# The Road Out

## Introduction
Where the story begins. See [the end](#3).

## 1. The bridge
*One sentence.*

They crossed the river.[^a]

![A bridge over a river.](images/bridge.png "The bridge in May.")

### The far bank
Nobody spoke.[^b] They had read [1] on a board.

::: facts
places: termez
:::

## 2. The city
The streets were full.[^b]

> We went home.
>
> — A soldier, *Letters*

## 3. The end
The last column left.[^c]

| Day | Lorries |
|-----|---------|
| 15  | 120     |

## Conclusion
What remains.

## FAQs
Q1: Why leave?
Because it was over.[^a] See chapter 3.

Q2: Who stayed?
Few did.

## Sources
- A book.

[^a]: @grau2007, p. 240. He counts lorries.
[^b]: A remark.
[^c]: @one, p. 1; @two, p. 2.
"""

_WORDS = st.lists(
    st.sampled_from(
        ["river", "bridge", "winter", "board [1]", "&", "**bold**", "*went*", "home", "“so”"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


def road(text: str = ROAD) -> Outline:
    return parse_manuscript(text, name="road.md")


@st.composite
def outlines(draw) -> Outline:
    """The outline of a manuscript of a few chapters with a bit of everything."""
    notes = draw(st.integers(0, 4))
    count = 0

    def words() -> str:
        nonlocal count
        count += 1
        cited = draw(st.sampled_from(["", *(f"[^n{number}]" for number in range(notes))]))
        return f"{draw(_WORDS)} mark{count}mark.{cited}"

    def block() -> str:
        kind = draw(
            st.sampled_from(["p", "p", "p", "h", "hh", "li", "quote", "said", "img", "table"])
        )
        return {
            "p": lambda: words(),
            "h": lambda: f"### Under {words()}",
            "hh": lambda: f"#### Below {words()}",
            "li": lambda: f"- {words()}\n- {words()}",
            "quote": lambda: f"> {words()}",
            "said": lambda: f"> {words()}\n>\n> — Somebody, *A book*",
            "img": lambda: f'![mark{count}alt](images/{count}.png "Picture {count}")',
            "table": lambda: f"| A | B |\n|---|---|\n| {words()} | {words()} |",
        }[kind]()

    def body() -> list[str]:
        return [block() for _ in range(draw(st.integers(1, 5)))]

    parts = ["# An exhibit"]
    if draw(st.booleans()):
        parts += ["## Introduction", *body()]
    for number in range(1, draw(st.integers(1, 4)) + 1):
        parts += [f"## {number}. Chapter {'ABCD'[number - 1]}", *body()]
    if draw(st.booleans()):
        parts += ["## Conclusion", *body()]
    questions = draw(st.integers(0, 3))
    if questions:
        parts.append("## FAQs")
    for number in range(1, questions + 1):
        pointer = draw(st.sampled_from(["", " See chapter 1."]))
        parts += [f"Q{number}: Why {number}?", *body(), words() + pointer]
    parts += [f"[^n{number}]: @source{number}, p. {number}." for number in range(notes)]
    return parse_manuscript("\n\n".join(parts), name="generated.md")
