"""A page's content as paragraphs that a curator reads: nothing of it goes unsaid."""

from cms.importer.comparing.passages import passages_of


class Names:
    """Calls everything by its kind and number."""

    def of(self, kind, pk):
        return f"{kind} {pk}"

    def image_words(self, pk):
        return f"alt {pk}", f"caption {pk}"


def block(kind: str, /, **value):
    return {"type": kind, "id": "x", "value": value}


def item(value):
    return {"type": "item", "id": "x", "value": value}


NOTES = [item({"source": 4, "locator": "p. 2", "remark": "So he says."})]
BODY = [
    block("text", text="<p>Words.[1]</p><ul><li>Item</li></ul>", notes=NOTES),
    block("quotation", text="Said.", speaker="He", occasion="A speech", citation={"source": 4}),
    block("note", kind="warning", title="Beware", text="<p>Of this.</p>"),
    block("figure", image=3, alt="", caption="Ours", width="wide"),
    block("gallery", title="Four", figures=[item({"image": 5}), item({"image": 6})]),
    block("audio", recording=8, caption="Engines"),
    block("key_figure", number="115,000", counts="soldiers", citation={"source": 4}),
    block("timeline", title="Then", moments=[item(1), item(2)]),
    block("map", title="There", places=[item(1)], routes=[item(9)]),
    block(
        "table",
        table={
            "columns": [{"type": "text", "heading": "Year"}, {"type": "text", "heading": "Dead"}],
            "rows": [{"values": ["1988", "13,310"]}],
            "caption": "Counts",
        },
        notes=NOTES,
    ),
]


def told(content, **settings) -> list[tuple[str, str]]:
    return [(each.kind, each.words) for each in passages_of(content, Names(), **settings)]


def test_everything_a_chapter_holds_is_told():
    content = {
        "title": "The bridge",
        "standfirst": "In steel.",
        "lead_image": 1,
        "lead_image_alt": "Our alt",
        "lead_image_caption": "",
        "body": BODY,
        "places": [{"pk": 3, "sort_order": 0, "page": 9, "place": 2}],
    }

    assert told(content) == [
        ("title", "The bridge"),
        ("standfirst", "In steel."),
        ("picture", "image 1 — Our alt — caption 1"),
        ("paragraph", "Words.[1]"),
        ("item", "Item"),
        ("cited", "[1] source 4, p. 2, So he says."),
        ("quotation", "Said."),
        ("words", "— He, A speech, source 4"),
        ("subheading", "Beware"),
        ("paragraph", "Of this."),
        ("picture", "image 3 — alt 3 — Ours"),
        ("subheading", "Four"),
        ("picture", "image 5 — alt 5 — caption 5"),
        ("picture", "image 6 — alt 6 — caption 6"),
        ("recording", "recording 8 — Engines"),
        ("words", "115,000 — soldiers — source 4"),
        ("subheading", "Then"),
        ("fact", "moments 1"),
        ("fact", "moments 2"),
        ("subheading", "There"),
        ("fact", "places 1"),
        ("fact", "routes 9"),
        ("subheading", "Counts"),
        ("row", "Year | Dead"),
        ("row", "1988 | 13,310"),
        ("cited", "[1] source 4, p. 2, So he says."),
        ("fact", "places 2"),
    ]


def test_questions_and_links_are_told():
    answer = {"text": "<p>Because.</p>", "notes": []}
    content = {
        "title": "Questions",
        "questions": [block("question", question="Why?", answer=answer, chapter=7)],
        "external_links": [block("link", title="Archive", url="https://a.example/")],
        "internal_links": [block("link", title="On", page=7), block("link", view="map")],
    }

    assert told(content)[1:] == [
        ("heading", "Why?"),
        ("paragraph", "Because."),
        ("words", "→ page 7"),
        ("words", "Archive — https://a.example/"),
        ("words", "On — page 7"),
        ("words", "map"),
    ]


def test_settings_are_told_when_they_are_asked_for():
    content = {"title": "Out", "theme": 2, "kiosk_idle_seconds": 90}

    assert told(content) == [("title", "Out")]
    assert told(content, settings={"theme"}) == [("title", "Out"), ("setting", "theme 2")]


def test_a_picture_called_by_its_caption_is_told_once():
    class Captioned(Names):
        def of(self, kind, pk):
            return "The old bridge in the…"

        def image_words(self, pk):
            return "A bridge.", "The old bridge in the evening."

    (picture,) = passages_of({"lead_image": 7}, Captioned())

    assert picture.words == "A bridge. — The old bridge in the evening."
