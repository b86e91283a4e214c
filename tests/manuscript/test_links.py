"""Lists of places to read on: outside, and in the exhibit itself."""

import pytest

from cms.importer.manuscript import parse_manuscript


def read(text, name="salt.md"):
    return parse_manuscript(text, name=name)


def test_links_to_chapters_without_numbers_lead_to_their_place():
    outline = read(
        "# Salt\n\n## The pans\n\nDug.\n\n## The mules\n\nAte.\n\n## Internal links\n\n"
        "- The pans\n- See chapter 2\n- The windmill\n"
    )

    assert [(link.label, link.target) for link in outline.internal_links] == [
        ("The pans", "#the-pans"),
        ("See chapter 2", "#the-mules"),
        ("The windmill", ""),
    ]


def test_an_address_without_https_is_an_address():
    markdown = read("# Salt\n\n## 1. A\n\na\n\n## Further reading\n\n- Salt: www.salt.example.\n")
    plain = read("Salt\n\n1. A\n\na\n\nFurther reading\n\nSalt: www.salt.example\n", "salt.txt")

    for outline in (markdown, plain):
        assert [(link.label, link.url) for link in outline.external_links] == [
            ("Salt", "https://www.salt.example")
        ]


STORY = "Salt\n\n1. The pans\n\nDug.\n\n2. The mules\n\nAte.\n\n"
BOTH = pytest.mark.parametrize("name", ["salt.txt", "salt.md"])
EXPECTED = [("UN archive", "https://un.example/a"), ("Salt Museum", "https://salt.example")]


@BOTH
@pytest.mark.parametrize(
    "heading",
    ["External resource(s)", "EXTERNAL LINKS:", "Further reading", "Ссылки", "منابع بیرونی"],
)
@pytest.mark.parametrize(
    "links",
    [
        "UN archive: https://un.example/a\nSalt Museum – https://salt.example",
        "UN archive https://un.example/a.\n\nSalt Museum, https://salt.example.",
        "- UN archive: https://un.example/a\n- Salt Museum: https://salt.example",
        "1. UN archive: https://un.example/a\n2. Salt Museum: https://salt.example",
        "UN archive\nhttps://un.example/a\nSalt Museum\nhttps://salt.example",
        "UN archive\n\nhttps://un.example/a\n\nSalt Museum\n\nhttps://salt.example",
        "UN archive:\n\nhttps://un.example/a\n\nSalt Museum:\n\nhttps://salt.example",
        "UN archive: https://un.example/a; Salt Museum: https://salt.example",
    ],
)
def test_each_address_is_a_link_with_the_words_before_it(heading, links, name):
    outline = read(f"{STORY}{heading}\n\n{links}\n", name)
    assert [(link.label, link.url) for link in outline.external_links] == EXPECTED
    assert [chapter.title for chapter in outline.chapters] == ["The pans", "The mules"]


def test_two_links_in_one_entry_are_two_links():
    outline = read(
        "# Salt\n\n## 1. A\n\na\n\n## External links\n\n"
        "- [UN](https://un.example), its archive, and [salt](https://salt.example) in it\n"
    )
    assert [(link.label, link.url, link.note) for link in outline.external_links] == [
        ("UN", "https://un.example", "its archive, and"),
        ("salt", "https://salt.example", "in it"),
    ]


@BOTH
def test_a_book_without_an_address_and_a_wrapped_note_are_kept(name):
    outline = read(
        f"{STORY}Further reading\n\nGrau, The March, 2007\n"
        "A long description of the archive of the river company, which may be seen\n"
        "on working days: https://un.example/a\n",
        name,
    )
    first, second = outline.external_links
    assert (first.label, first.url) == ("Grau, The March, 2007", "")
    assert second.url == "https://un.example/a"
    assert second.label.endswith("which may be seen on working days")


@BOTH
@pytest.mark.parametrize("heading", ["Internal link(s)", "In this exhibit", "На этой выставке"])
@pytest.mark.parametrize(
    "links",
    [
        "Chapter 1\nThe mules\nTimeline\nFAQ",
        "Chapter 1\n\nThe mules\n\nTimeline\n\nFAQ",
        "- See chapter 1\n- Chapter 2: The mules\n- Timeline\n- FAQ",
    ],
)
def test_links_inside_lead_to_chapters_and_pages(heading, links, name):
    outline = read(f"{STORY}{heading}\n\n{links}\n", name)
    assert [link.target for link in outline.internal_links] == ["#1", "#2", "#timeline", "#faq"]
    assert [chapter.title for chapter in outline.chapters] == ["The pans", "The mules"]


@BOTH
def test_an_address_no_browser_can_follow_stays_words(name):
    outline = read(f"{STORY}External links\n\nBad: https://[un.example\n", name)
    (link,) = outline.external_links
    assert "https://[un.example" in f"{link.label} {link.note}"
    assert link.url == ""


@pytest.mark.parametrize("around", ["<{}>", "({})", "[{}]"])
def test_the_brackets_around_an_address_go(around):
    entry = f"Salt Museum {around.format('https://salt.example')} – in the old mill"
    outline = read(f"{STORY}Links\n\n{entry}\n", "salt.txt")
    (link,) = outline.external_links
    assert (link.label, link.url, link.note) == (
        "Salt Museum",
        "https://salt.example",
        "in the old mill",
    )


@pytest.mark.parametrize("heading", ["Дополнительное чтение", "Рекомендуемая литература"])
def test_russian_further_reading_is_no_list_of_sources(heading):
    outline = read(f"Соль\n\n1. Пруды\n\nТекст.\n\nЛитература\n\nА.\n\n{heading}\n\nБ.\n", "m.txt")
    assert [link.label for link in outline.external_links] == ["Б."]
    assert outline.sources_html == "<p>А.</p>"
