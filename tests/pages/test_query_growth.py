"""Visitors' pages cost the same number of queries for 3 and for 60 chapters."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exhibit.models import ChapterMoment, ChapterPlace, Moment, Place
from tests import factories

pytestmark = pytest.mark.django_db

PAGES = [
    "/{slug}/",
    "/{slug}/chapter-one/",
    "/{slug}/timeline/",
    "/{slug}/map/",
    "/{slug}/people/",
    "/{slug}/sources/",
    "/{slug}/questions/",
    "/{slug}/search/?q=words",
    "/",
    "/sitemap.xml",
    "/kiosk/{slug}/en/",
    "/kiosk/{slug}/en/contents/",
    "/kiosk/{slug}/en/chapter-one/",
    "/kiosk/{slug}/en/timeline/",
    "/kiosk/{slug}/en/map/",
    "/kiosk/{slug}/en/questions/",
]


def make_story(slug: str, chapters: int) -> None:
    exhibit = factories.make_exhibit(slug=slug)
    source = factories.make_source()
    image = factories.make_image()
    locale = exhibit.locale
    for number in range(chapters):
        chapter = factories.make_chapter(
            exhibit,
            slug="chapter-one" if number == 0 else f"chapter-{slug}-{number}",
            lead_image=image,
            body=[factories.text_block("<p>Words [1]</p>", {"source": source.pk})],
        )
        moment = Moment.objects.create(
            date="1988-05-15", date_text="15 May 1988", title=f"Moment {number}", locale=locale
        )
        place = Place.objects.create(
            name=f"Place {number}",
            latitude=30 + number / 10,
            longitude=60 + number / 10,
            locale=locale,
        )
        ChapterMoment.objects.create(page=chapter, moment=moment)
        ChapterPlace.objects.create(page=chapter, place=place)
    factories.make_faq(exhibit)
    factories.make_sources_page(exhibit)


def queries_of(client, address: str) -> int:
    client.get(address)  # renditions and site roots are kept from the first request
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    # A picture marks its place in a transaction that is open, which only a test's is.
    return sum("SAVEPOINT" not in query["sql"] for query in queries)


def test_queries_do_not_grow_with_the_number_of_chapters(client):
    make_story("short", 3)
    counts = {page: queries_of(client, page.format(slug="short")) for page in PAGES}

    make_story("long", 60)
    grown = {page: queries_of(client, page.format(slug="long")) for page in PAGES}

    assert grown == counts
