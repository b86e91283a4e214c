"""Pages as curators could write them, and worse, for property tests."""

from html import escape

from hypothesis import strategies as st

from cms.exporter.manuscript.html_tree import canonical
from cms.exporter.manuscript.words import clean_words
from cms.importer.manuscript.blocks import (
    AudioBlock,
    Facts,
    FigureBlock,
    GalleryBlock,
    KeyFigureBlock,
    MapBlock,
    Note,
    NoteBlock,
    QuotationBlock,
    TableBlock,
    TextBlock,
    TimelineBlock,
    VideoBlock,
)
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.page_cards import (
    ExportedLink,
    ExportedPage,
    ExportedQuestion,
    PageCard,
)

# Whatever has ever been a sign in Markdown, in our blocks, in html or in notes.
SIGNS = [
    *"*_`#>-+|~=[]()!\\<&:.^@\"'{}", "**", "---", "===", "```", ":::", "::: page", "::: notes",
    "[1]", "[2]", "[^1]", "[^7-1]: ", "1. ", "1) ", "1988. ", "- ", "* ", "# ", "### ", "> ",
    "<b>", "</p>", "&amp;", "&#42;", "&nbsp;", "@grau2007", "; @rubin", ", p. 4. ", "![a](b.png)",
    "[a](#7)", "{\"source\"",
    "https://example.org/a_b?c=1&d=2", "kind: plain", "  ", " ", "\n",
    "\t", "\u00a0", "\u200c", "\u200f", "\u2060", "\u00ad", "می‌روند", "۱۵ می", "Термез", "é", "a",
    "Words.", "a_b", "Q1:", "Contents", "Conclusion", "| a | b |", "|---|---|", "yes", "\"quoted\"",
]  # fmt: skip
pieces = st.one_of(
    st.sampled_from(SIGNS),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=3),
)


def words(*, lines: bool = False, most: int = 4):
    """Plain words as a form would hand them on: clean, stripped, of one line unless asked."""
    joined = st.lists(pieces, max_size=most).map("".join).map(clean_words)
    if not lines:
        joined = joined.map(lambda said: " ".join(said.split("\n")))
    return joined.map(str.strip)


keys = st.sampled_from(["salang", "grau2007", "last-soldiers", "40th-army", "a", "x-1"])
loose = st.lists(pieces, max_size=5).map("".join).map(clean_words)
addresses = st.one_of(
    st.sampled_from(
        ["https://example.org/", "#7", "#faq", "/about/", "mailto:a@b.org", "#page:a",
         "https://ru.wikipedia.org/wiki/Термез_(город)", "https://e.org/?a=1&b=2&amp;c=<d>"]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x500), max_size=20).map(
        lambda path: clean_words(f"https://example.org/{path}").replace("\n", "")
    ),
)  # fmt: skip


def _tagged(tag: str, inner, attribute=None):
    if attribute is None:
        return inner.map(lambda html: f"<{tag}>{html}</{tag}>")
    return st.tuples(attribute, inner).map(lambda both: f"<{tag} {both[0]}>{both[1]}</{tag}>")


def _inline(inner):
    href = addresses.map(lambda href: f'href="{escape(href)}"')
    one = st.one_of(
        *(_tagged(tag, inner) for tag in ("b", "i", "sup", "sub")),
        _tagged("a", inner, href),
        st.just("<br>"),
    )
    return st.lists(
        st.one_of(one, loose.map(lambda said: escape(said, quote=False))), max_size=4
    ).map("".join)


plain_html = loose.map(lambda said: escape(said, quote=False))
inline_html = st.recursive(plain_html, _inline, max_leaves=4)


def _lists(inner):
    items = st.lists(inner.map(lambda html: f"<li>{html}</li>"), min_size=1, max_size=3).map(
        "".join
    )
    return st.one_of(
        _tagged("ul", items), _tagged("ol", items), st.integers(2, 40).flatmap(
            lambda start: items.map(lambda html: f'<ol start="{start}">{html}</ol>')
        ),
        st.tuples(inline_html, _tagged("ul", items)).map("".join),
    )  # fmt: skip


list_html = st.recursive(inline_html, _lists, max_leaves=4).filter(
    lambda html: html.startswith(("<ul", "<ol"))
)
element_html = st.one_of(
    *(_tagged(tag, inline_html) for tag in ("p", "h3", "h4", "blockquote")),
    _tagged("blockquote", st.lists(_tagged("p", inline_html), max_size=2).map("".join)),
    list_html,
)
rich_text = st.lists(element_html, max_size=4).map("".join).map(canonical)


def notes(prefix: str, most: int = 3):
    one = st.builds(
        lambda source, locator, remark: (source, locator, remark),
        st.one_of(st.none(), keys),
        words(),
        words(lines=True),
    )
    return st.lists(one, max_size=most).map(
        lambda told: tuple(Note(f"{prefix}-{n}", *each) for n, each in enumerate(told, start=1))
    )


def text_blocks(prefix: str):
    return st.builds(TextBlock, rich_text, notes(prefix))


figures = st.builds(
    FigureBlock,
    keys.map(lambda key: f"images/{key}.png"),
    words(lines=True),
    words(lines=True),
    st.sampled_from(["column", "wide", "full"]),
)
recordings = keys.map(lambda key: f"recordings/{key}.mp3")
key_lists = st.lists(keys, max_size=3, unique=True).map(tuple)


def _gallery(title, pictures):
    return GalleryBlock(title, tuple(picture.src for picture in pictures), tuple(pictures))


def _quotation(text, speaker, occasion, source, locator):
    html = "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n"))
    return QuotationBlock(html, text, speaker, occasion, citation=Note("", source, locator))


def _reader_note(kind, title, html):
    return NoteBlock(kind, title, html_to_text(html).strip(), html)


def tables(prefix: str):
    def rows(width: int):
        cells = st.lists(
            words().map(lambda said: escape(said, quote=False)), min_size=width, max_size=width
        ).map(tuple)
        return st.builds(
            TableBlock, words(), cells, st.lists(cells, max_size=3).map(tuple), notes(prefix)
        )

    return st.integers(1, 4).flatmap(rows)


def blocks(prefix: str):
    return st.one_of(
        text_blocks(prefix),
        figures,
        st.builds(_gallery, words(), st.lists(figures, max_size=3)),
        st.builds(
            _quotation, words(lines=True), words(), words(), st.one_of(st.none(), keys), words()
        ),
        st.builds(KeyFigureBlock, words(), words(), st.one_of(st.none(), keys), words()),
        st.builds(AudioBlock, recordings, words(lines=True)),
        st.builds(VideoBlock, recordings, words(lines=True)),
        st.builds(TimelineBlock, words(), key_lists),
        st.builds(MapBlock, words(), key_lists, key_lists),
        st.builds(_reader_note, st.sampled_from(["note", "warning"]), words(), rich_text),
        tables(prefix),
    )


def cards(kind):
    return st.builds(
        PageCard,
        kind=st.just(kind),
        slug=keys,
        translates=st.one_of(st.just(""), keys),
        subtitle=words() if kind == "exhibit" else st.just(""),
        standfirst=words(lines=True),
        picture=st.one_of(st.just(""), keys.map(lambda key: f"images/{key}.svg")),
        alt=words(),
        caption=words(lines=True),
        seo_title=words(),
        search_description=words(lines=True),
        in_menus=st.booleans(),
    )


def chapters(place: int):
    def built(kind):
        number = place if kind == "numbered" else None
        return st.builds(
            ExportedPage,
            title=words(),
            card=cards(kind),
            number=st.just(number),
            blocks=st.tuples(
                *(st.one_of(st.none(), blocks(f"{place}{letter}")) for letter in "abc")
            ).map(lambda some: tuple(each for each in some if each)),
            facts=st.builds(Facts, key_lists, key_lists, key_lists, key_lists),
        )

    return st.sampled_from(["numbered", "introduction", "conclusion", "plain"]).flatmap(built)


questions = st.builds(
    ExportedPage,
    title=words(),
    card=cards("questions"),
    questions=st.tuples(
        *(
            st.one_of(
                st.none(),
                st.builds(
                    ExportedQuestion,
                    words(),
                    text_blocks(f"q{place}"),
                    st.sampled_from(["", "#4", "#the-end"]),
                    keys,
                ),
            )
            for place in (1, 2)
        )
    ).map(lambda some: tuple(each for each in some if each)),
)
further_reading = st.builds(
    ExportedPage,
    title=words(),
    card=cards("further-reading"),
    links=st.lists(
        st.builds(
            ExportedLink,
            words(),
            words(),
            words(),
            st.just("map"),
            words(lines=True),
            st.sampled_from(["", "book"]),
        ),
        max_size=3,
    ).map(tuple),
)
sources = st.builds(ExportedPage, title=words(), card=cards("sources"))
exhibits = st.builds(ExportedPage, title=words(), card=cards("exhibit"))
manuscripts = st.tuples(
    exhibits, chapters(1), chapters(2), st.one_of(questions, further_reading, sources)
)
