"""Every paragraph of a page turns up exactly once, in order, in whichever way it is marked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cms.importer.manuscript import parse_manuscript

SHAPES = [
    "<p>{}</p>",
    "<p class='c3'><span class='c0'>{}</span></p>",
    "<div>{}</div>",
    "<div><div><p><b>x</b> {}</p></div>",
    "{}<br><br>",
    "<ul><li>{}</li></ul>",
    "<ul class='lst-kix_a-1'><li>{}</li></ul>",
    "<ol><li><p>{}<p>y</ol>",
    "<blockquote><p>{}</p></blockquote>",
    "<table><tr><td>{}</td><td rowspan=2>y</td></tr><tr><td>z</td></tr></table>",
    "<table><tr><td>{}</table>",
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>{}</p>",
    "<h3>{}</h3>",
    "<dl><dt>y<dd>{}</dl>",
    "<figure>{}<figcaption>y</figcaption></figure>",
    "<section><p>{}<section>",
    "<i><p>{}</i></p>",
    "<a href='#x'><p>{}</p></a>",
    "<pre>{}</pre>",
    "<p>{}<sup><a href='#n'>1</a></sup>",
    "</p></li></table></b>{}<p>",
    "<b>{}",
    "<details><summary>{}</summary></details>",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=25), st.integers(1, 24))
def test_every_paragraph_turns_up_once_and_in_order(shapes, chapter_every):
    body, expected = ["<h1>1. One</h1><p>opens.</p>"], []
    for number, shape in enumerate(shapes):
        if number and number % chapter_every == 0:
            body.append(f"<h1>{number // chapter_every + 1}. Next</h1><p>opens.</p>")
        body.append(shape.format(f"word{number:03}end"))
        expected.append(f"word{number:03}end")
    outline = parse_manuscript("".join(body), name="m.html")
    # An unclosed <b> makes bold lines, which may be headings.
    told = " ".join(f"{chapter.title} {chapter.html}" for chapter in outline.chapters)
    found = sorted((told.find(word), word) for word in expected)
    assert [told.count(word) for word in expected] == [1] * len(expected)
    assert [word for _, word in found] == expected


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>/!-='\" abpditrhlu1&#;", max_size=200))
def test_no_soup_of_tags_breaks_the_reader(soup):
    outline = parse_manuscript(f"<h1>1. A</h1><p>Words.</p>{soup}", name="m.html")
    assert "Words." in outline.chapters[0].html
