"""Whatever is typed into a search box, the answer is a page."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.search_backend import LONGEST_QUERY, MOST_WORDS, cleaned
from media.models import ExhibitDocument
from tests import factories

LISTINGS = [
    ("wagtailadmin_explore_root", []),
    ("wagtailadmin_pages:search", []),
    ("wagtailimages:index", []),
    ("wagtailimages:index_results", []),
    ("wagtaildocs:index", []),
    ("wagtailmedia:index", []),
    ("wagtailadmin_choose_page_search", []),
    ("wagtailimages_chooser:choose_results", []),
    ("wagtaildocs_chooser:choose_results", []),
    ("wagtailusers_users:index", []),
    ("wagtailsnippets_exhibit_source:list", []),
    ("wagtailsnippets_exhibit_person:list", []),
    ("wagtailsnippets_exhibit_place:list", []),
    ("wagtailsnippets_exhibit_term:list", []),
    ("wagtailsnippets_exhibit_moment:list", []),
    ("wagtailredirects:index", []),
]
NASTY = [
    '"', "'", "''", '""', "\0", "a\0b", " ", "   ", "\t\n", "*", "a*", "-", "- -", "NOT", "AND OR",
    "NEAR(a b)", "a NEAR/2 b", "col:a", "^a", "{a}", "(", ")", "(a OR", "%", "_", "\\",
    "a\\", ";--",
    "\U0001f600", "\u202e", "e\u0301te\u0301", "мост", "پل دوستی", "می‌رود", "0", "'; DROP TABLE x",
    "<script>", "&amp;", "a" * 5000, '"' * 5000, "a " * 2500, "\0" * 5000, "é" * 5000,
    'a"b"' * 900, "a'b '" * 900, "live:true " * 300,
    '"a b c d e f g h i j k l m n o p q r s t u v w"',
]  # fmt: skip
typed = st.text(st.characters(codec="utf-8"), max_size=5000) | st.text(
    st.sampled_from("\"'*()^{}:-\0 \t+~&|!<>\\%_aAnNoOtTrR"), max_size=60
)


def url_of(name: str, arguments: list) -> str:
    return reverse(name, args=arguments)


@pytest.fixture
def full_museum(exhibit):
    factories.make_chapter(exhibit, title="The bridge", text="Engines came near.")
    factories.make_image()
    factories.make_source()
    document = ExhibitDocument(title="Lesson")
    document.file.save("a.txt", ContentFile(b"words"))


@pytest.fixture
def desk(full_museum):
    client = Client()
    factories.sign_in(client, factories.make_user(is_superuser=True, is_staff=True))
    return client


@pytest.mark.database
@pytest.mark.parametrize("query", NASTY, ids=lambda query: ascii(query)[:30])
def test_a_visitors_search_answers(full_museum, query):
    for address in ("/search/", "/road/search/", "/ru/search/"):
        answer = Client().get(address, {"q": query})
        assert answer.status_code in {200, 404}, address
    assert Client().get("/road/search/", {"q": query}).status_code == 200


@pytest.mark.database
def test_a_visitors_search_answers_to_any_string(full_museum):
    visitor = Client()

    @given(typed)
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def search(query):
        assert visitor.get("/road/search/", {"q": query}).status_code == 200

    search()


@pytest.mark.database
@pytest.mark.parametrize(("name", "arguments"), LISTINGS, ids=[name for name, _ in LISTINGS])
def test_a_listing_of_the_desk_answers(desk, name, arguments):
    address = url_of(name, arguments)
    for query in NASTY:
        assert desk.get(address, {"q": query}).status_code == 200, ascii(query)[:40]


@pytest.mark.database
def test_a_listing_of_the_desk_answers_to_any_string(desk):
    addresses = [url_of(name, arguments) for name, arguments in LISTINGS[:6]]

    @given(typed, st.sampled_from(addresses))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def search(query, address):
        assert desk.get(address, {"q": query}).status_code == 200

    search()


@pytest.mark.database
@pytest.mark.parametrize("words", ["bridge", "BRIDGE", "the bridge", '"bridge"', "bridge\0"])
def test_cleaning_leaves_what_was_meant(desk, words):
    answer = desk.get(reverse("wagtailadmin_pages:search"), {"q": words})
    assert "The bridge" in answer.content.decode()


@given(typed)
def test_a_cleaned_query_is_words_and_never_empty(query):
    words = cleaned(query)
    assert words
    # Putting letters and their accents together can make a text longer, though never by much.
    assert len(words) <= 3 * LONGEST_QUERY
    assert 1 <= len(words.split(" ")) <= MOST_WORDS


@pytest.mark.parametrize(
    ("typed_words", "searched"),
    [
        ("cafe\u0301 noir", "café noir"),
        ("Peter's", "Peter s"),
        ("“мост”", "мост"),
        ("", "·"),
        ("?!", "·"),
    ],
)
def test_words_keep_their_accents(typed_words, searched):
    assert cleaned(typed_words) == searched
