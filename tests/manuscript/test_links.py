"""Lists of places to read on: outside, and in the exhibit itself."""

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
