"""What a touch screen gets at its addresses."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from exhibit.models import (
    ChapterMoment,
    ChapterPerson,
    ChapterPlace,
    FurtherReadingPage,
    Moment,
    Person,
    Place,
    PlainPage,
)
from exhibit.models.exhibit import AttractItem
from tests import factories

pytestmark = pytest.mark.django_db

OUTSIDE = "https://archive.example/afghanistan"
ROOMS = [
    "",
    "contents/",
    "chapter-one/",
    "chapter-two/",
    "timeline/",
    "map/",
    "people/",
    "questions/",
    "sources/",
    "further-reading/",
    "about/",
]
HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')


@pytest.fixture
def exhibit():
    return make_story("road", chapters=2)


def make_story(slug: str, *, chapters: int):
    """Make an exhibit with a page of every kind, outside links and a fact of each kind."""
    exhibit = factories.make_exhibit(slug=slug, standfirst="How an army went home.")
    locale = exhibit.locale
    image = factories.make_image()
    source = factories.make_source(url=OUTSIDE)
    names = ["chapter-one", "chapter-two", *(f"chapter-{n}" for n in range(3, chapters + 1))]
    links = (
        f'<p>Words [1] <a href="{OUTSIDE}">an archive</a> '
        '<a href="mailto:guide@museum.example">write</a></p>'
    )
    for number, name in enumerate(names[:chapters]):
        chapter = factories.make_chapter(
            exhibit,
            slug=name,
            lead_image=image,
            body=[factories.text_block(links, {"source": source.pk})],
        )
        moment = Moment.objects.create(
            date="1988-05-15", date_text="15 May 1988", title="The first day", locale=locale
        )
        place = Place.objects.create(
            name=f"Place {number}", latitude=30 + number / 9, longitude=60, locale=locale
        )
        person = Person.objects.create(name=f"Person {number}", locale=locale)
        ChapterMoment.objects.create(page=chapter, moment=moment)
        ChapterPlace.objects.create(page=chapter, place=place)
        ChapterPerson.objects.create(page=chapter, person=person)
    factories.make_faq(exhibit)
    factories.make_sources_page(exhibit)
    add(exhibit, PlainPage(title="About", slug="about", body=[factories.text_block(links)]))
    add(
        exhibit,
        FurtherReadingPage(
            title="Further reading",
            slug="further-reading",
            external_links=[("link", {"title": "Archive", "url": OUTSIDE, "description": ""})],
            internal_links=[
                ("link", {"title": "", "page": None, "view": "search", "description": ""}),
                ("link", {"title": "", "page": None, "view": "map", "description": ""}),
            ],
        ),
    )
    return exhibit


def add(parent: Page, page: Page) -> None:
    page.locale = parent.locale
    parent.add_child(instance=page)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def settings_in(html: str) -> dict:
    return json.loads(re.search(r'<script id="screen"[^>]*>(.*?)</script>', html, re.DOTALL)[1])


@pytest.mark.parametrize("room", ROOMS)
def test_no_link_leads_off_the_exhibit(client, exhibit, room):
    html = text_of(client, f"/kiosk/road/en/{room}")

    outside = [
        address
        for address in HREF.findall(html)
        if not address.startswith(("#", "/kiosk/road/en/"))
    ]
    assert outside == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_link_leads_to_a_page_that_is_there(client, exhibit, room):
    html = text_of(client, f"/kiosk/road/en/{room}")

    for address in {address.split("#")[0] for address in HREF.findall(html)} - {""}:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("room", ROOMS)
def test_a_page_has_no_form_and_nothing_to_type_in(client, exhibit, room):
    html = text_of(client, f"/kiosk/road/en/{room}")

    assert not re.search(r"<(form|input|textarea|select|iframe|object|embed)\b", html)


@pytest.mark.parametrize("room", ["chapter-one/", "sources/", "further-reading/", "about/"])
def test_an_outside_link_becomes_a_code(client, exhibit, room):
    html = text_of(client, f"/kiosk/road/en/{room}")

    assert "archive.example/<wbr>afghanistan" in html
    assert "code__drawing" in html


@pytest.mark.parametrize("room", ROOMS)
def test_a_visit_sets_no_cookie_and_asks_for_no_session(client, exhibit, room):
    answer = client.get(f"/kiosk/road/en/{room}")

    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("room", ROOMS)
def test_search_engines_are_turned_away_and_the_browser_is_told_to_stay(client, exhibit, room):
    answer = client.get(f"/kiosk/road/en/{room}")

    policy = answer.headers["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "sandbox allow-scripts allow-same-origin" in policy
    assert "form-action 'none'" in policy
    assert "unsafe" not in policy
    # A sandboxed page that asks for a window group of its own is refused by browsers.
    assert answer.headers["Cross-Origin-Opener-Policy"] == "unsafe-none"


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_a_page_loads_comes_from_static_uploads_or_themes(client, exhibit, room):
    html = text_of(client, f"/kiosk/road/en/{room}")

    loaded = re.findall(r'<(?:script|img|source|video|audio)\b[^>]*\bsrc="([^"]*)"', html)
    loaded += re.findall(r'<link\b[^>]*\bhref="([^"]*)"', html)
    assert [
        address for address in loaded if not re.match(r"/(static|uploads|themes)/", address)
    ] == []


def test_an_address_without_language_leads_to_the_first_one(client, exhibit):
    factories.make_translation(exhibit, "ru")

    assert client.get("/kiosk/road/").headers["Location"] == "/kiosk/road/en/"


def test_the_settings_travel_as_data(client, exhibit):
    exhibit.kiosk_idle_seconds, exhibit.kiosk_warning_seconds = 45, 30
    exhibit.save()

    settings = settings_in(text_of(client, "/kiosk/road/en/chapter-one/"))

    assert settings["idle_seconds"] == 45
    assert settings["warning_seconds"] == 30
    assert settings["inside"] == "/kiosk/road/"
    assert settings["start"] == "/kiosk/road/en/"


def test_every_language_starts_again_in_the_first(client, exhibit):
    factories.make_translation(exhibit, "fa-af")

    settings = settings_in(text_of(client, "/kiosk/road/fa-af/contents/"))

    assert settings["start"] == "/kiosk/road/en/"
    assert settings["digits"] == "۰۱۲۳۴۵۶۷۸۹"


def test_the_first_screen_invites_in_every_language(client, exhibit):
    factories.make_translation(exhibit, "ru")
    factories.make_translation(exhibit, "fa-af")

    html = text_of(client, "/kiosk/road/en/")

    for tag in ("en", "ru", "fa-af"):
        assert f'href="/kiosk/road/{tag}/contents/"' in html


def test_the_first_screen_shows_a_chosen_picture_with_its_sentence_in_every_language(
    client, exhibit
):
    image = factories.make_image()
    AttractItem.objects.create(exhibit=exhibit, image=image, text="One bridge.")
    russian = factories.make_translation(exhibit, "ru")
    russian.attract_items.update(text="Один мост.")

    html = text_of(client, "/kiosk/road/en/")

    assert html.count("data-slide") == 1
    assert html.index("One bridge.") < html.index("Один мост.")


def test_without_chosen_pictures_the_first_screen_shows_the_chapters_own(client, exhibit):
    html = text_of(client, "/kiosk/road/en/")

    assert html.count("data-slide") == 2


def test_an_exhibit_without_any_picture_still_invites(client):
    factories.make_exhibit(slug="bare", standfirst="How an army went home.")

    assert "How an army went home." in text_of(client, "/kiosk/bare/en/")


def test_a_chapter_ends_with_the_code_of_its_web_page(client, exhibit, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://exhibits.museum.example"

    html = text_of(client, "/kiosk/road/en/chapter-one/")

    assert "exhibits.museum.example/<wbr>road/<wbr>chapter-one" in html


def test_a_chapter_without_text_offers_the_english_one(client, exhibit):
    chapter = exhibit.get_children().get(slug="chapter-one").specific
    factories.make_translation(exhibit, "ru")
    factories.make_translation(chapter, "ru", body="[]", title="Первая глава")

    html = text_of(client, "/kiosk/road/ru/chapter-one/")

    assert 'href="/kiosk/road/en/chapter-one/"' in html
    assert "English" in html


@pytest.mark.parametrize(
    "address",
    [
        "/kiosk/nothing/",
        "/kiosk/nothing/en/",
        "/kiosk/road/ru/",
        "/kiosk/road/xx/",
        "/kiosk/road/en/no-such-chapter/",
        "/kiosk/road/en/search/",
    ],
)
def test_what_is_missing_is_answered_by_the_kiosk_itself(client, exhibit, address):
    answer = client.get(address)

    assert answer.status_code == 404
    addresses = HREF.findall(answer.content.decode())
    assert set(addresses) <= {"/kiosk/road/"}


def test_a_draft_is_closed_to_visitors(client, exhibit):
    Page.objects.get(slug="chapter-two").specific.unpublish()

    assert client.get("/kiosk/road/en/chapter-two/").status_code == 404
    assert "chapter-two" not in text_of(client, "/kiosk/road/en/contents/")


def test_an_exhibit_taken_off_the_kiosks_is_closed(client, exhibit):
    exhibit.is_on_kiosk = False
    exhibit.save()

    assert client.get("/kiosk/road/").status_code == 404
    assert client.get("/kiosk/road/en/chapter-one/").status_code == 404


def test_a_curators_preview_never_starts_again_by_itself(exhibit):
    chapter = exhibit.get_children().get(slug="chapter-one").specific

    answer = chapter.make_preview_request(preview_mode="kiosk")

    assert answer.status_code == 200
    assert settings_in(answer.content.decode())["idle_seconds"] is None


def test_a_preview_of_an_unsaved_exhibit_shows_its_first_screen(exhibit):
    exhibit.title = "Not saved yet"

    answer = exhibit.make_preview_request(preview_mode="kiosk")

    assert "Not saved yet" in answer.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_chapters(client):
    make_story("short", chapters=3)
    counts = {room: queries_of(client, f"/kiosk/short/en/{room}") for room in ROOMS}

    make_story("long", chapters=60)

    assert {room: queries_of(client, f"/kiosk/long/en/{room}") for room in ROOMS} == counts


def queries_of(client: Client, address: str) -> int:
    client.get(address)  # renditions and site roots are kept from the first request
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    # A picture marks its place in a transaction that is open, which only a test's is.
    return sum("SAVEPOINT" not in query["sql"] for query in queries)
