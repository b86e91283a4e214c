"""What is not public appears on no surface, and one rule decides it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from exhibit.reading import is_public, public_pages
from tests import factories

SECRET_TITLE, SECRET_SLUG, SECRET_WORDS = "Zugzwang", "zz-hidden", "Quicksilver"
PAST, FUTURE = timedelta(hours=-1), timedelta(hours=1)


def draft(chapter):
    chapter.unpublish()


def scheduled(chapter):
    Page.objects.filter(pk=chapter.pk).update(live=False, go_live_at=timezone.now() + FUTURE)


def started_too_early(chapter):
    Page.objects.filter(pk=chapter.pk).update(go_live_at=timezone.now() + FUTURE)


def expired_before_the_scheduler_ran(chapter):
    Page.objects.filter(pk=chapter.pk).update(expire_at=timezone.now() + PAST)


def restricted_by_password(chapter):
    PageViewRestriction.objects.create(page=chapter, restriction_type="password", password="x")


def restricted_to_signed_in(chapter):
    PageViewRestriction.objects.create(page=chapter, restriction_type="login")


def below_a_draft_exhibit(chapter):
    Page.objects.filter(pk=chapter.get_parent().pk).update(live=False)


def below_an_expired_exhibit(chapter):
    Page.objects.filter(pk=chapter.get_parent().pk).update(expire_at=timezone.now() + PAST)


def below_a_scheduled_exhibit(chapter):
    Page.objects.filter(pk=chapter.get_parent().pk).update(go_live_at=timezone.now() + FUTURE)


def below_a_restricted_exhibit(chapter):
    PageViewRestriction.objects.create(page=chapter.get_parent(), restriction_type="login")


WAYS_TO_HIDE = [
    draft,
    scheduled,
    started_too_early,
    expired_before_the_scheduler_ran,
    restricted_by_password,
    restricted_to_signed_in,
    below_a_draft_exhibit,
    below_an_expired_exhibit,
    below_a_scheduled_exhibit,
    below_a_restricted_exhibit,
]
SURFACES = [
    "/",
    "/road/",
    "/road/contents/",
    "/road/timeline/",
    "/road/map/",
    "/road/people/",
    "/road/open/",
    "/road/questions/",
    "/road/sources/",
    "/road/zz-hidden/",
    "/road/search/?q=quicksilver",
    "/road/search/?q=zugzwang",
    "/search/?q=quicksilver",
    "/search/?q=zugzwang",
    "/sitemap.xml",
    "/robots.txt",
    "/kiosk/road/",
    "/kiosk/road/en/",
    "/kiosk/road/en/contents/",
    "/kiosk/road/en/timeline/",
    "/kiosk/road/en/map/",
    "/kiosk/road/en/open/",
    "/kiosk/road/en/questions/",
    "/kiosk/road/en/zz-hidden/",
]


@pytest.fixture
def hidden(exhibit):
    chapter = factories.make_chapter(
        exhibit, title=SECRET_TITLE, slug=SECRET_SLUG, text=SECRET_WORDS
    )
    link = f'<p><a linktype="page" id="{chapter.pk}">elsewhere</a></p>'
    factories.make_chapter(exhibit, title="Open", slug="open", body=[factories.text_block(link)])
    factories.make_faq(
        exhibit,
        questions=[
            {
                "type": "question",
                "value": {
                    "question": "Where?",
                    "answer": {"text": link, "notes": []},
                    "chapter": chapter.pk,
                },
            }
        ],
    )
    factories.make_sources_page(exhibit)
    chapter.save_revision().publish()
    return chapter


@pytest.mark.parametrize("hide", WAYS_TO_HIDE)
def test_public_pages_leaves_out_what_is_hidden(hidden, hide):
    assert is_public(hidden)
    hide(hidden)
    assert not is_public(hidden)
    assert hidden.pk not in public_pages(Page.objects.all()).values_list("pk", flat=True)


def test_public_pages_does_not_hide_the_neighbours_of_a_hidden_exhibit(exhibit):
    open_chapter = factories.make_chapter(factories.make_exhibit(slug="other"))
    Page.objects.filter(pk=exhibit.pk).update(live=False)
    factories.make_chapter(exhibit)
    assert is_public(open_chapter)


@pytest.mark.parametrize("address", SURFACES)
@pytest.mark.parametrize("hide", WAYS_TO_HIDE)
def test_no_surface_shows_what_is_hidden(hidden, hide, address):
    hide(hidden)
    response = Client().get(address)
    assert response.status_code in {200, 302, 404}, address
    body = response.content.decode()
    # The address asked for may come back in a link to itself; nothing else may.
    for secret in (SECRET_TITLE, SECRET_WORDS, SECRET_SLUG):
        if secret.casefold() not in address.casefold():
            assert secret not in body, f"{secret} on {address}"


def test_the_same_surfaces_do_show_it_while_it_is_public(hidden):
    for address in ("/road/", "/road/zz-hidden/", "/kiosk/road/en/contents/", "/sitemap.xml"):
        assert SECRET_SLUG in Client().get(address).content.decode(), address


@pytest.mark.parametrize(
    "hide",
    [
        expired_before_the_scheduler_ran,
        started_too_early,
        below_a_draft_exhibit,
        below_an_expired_exhibit,
    ],
)
def test_a_hidden_page_is_missing_for_visitors_and_there_for_curators(hidden, hide, admin_client):
    hide(hidden)
    answer = Client().get("/road/zz-hidden/")
    assert answer.status_code == 404
    assert admin_client.get("/road/zz-hidden/").status_code == 200


def test_a_restricted_page_asks_for_signing_in_and_is_never_kept(hidden):
    restricted_to_signed_in(hidden)
    answer = Client().get("/road/zz-hidden/")
    assert answer.status_code == 302
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_link_to_a_hidden_page_keeps_its_words_and_loses_its_address(hidden):
    from wagtail.rich_text import expand_db_html

    stored = f'<p><a linktype="page" id="{hidden.pk}">elsewhere</a></p>'
    assert 'href="/road/zz-hidden/"' in expand_db_html(stored)
    expired_before_the_scheduler_ran(hidden)
    assert expand_db_html(stored) == "<p><a>elsewhere</a></p>"
