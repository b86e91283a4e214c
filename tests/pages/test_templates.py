"""What visitors find on a page."""

import json
import re

import pytest
from django.core.files.storage import default_storage
from django.template import Context, Template
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

from exhibit.templatetags.exhibit_text import tongue
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibit():
    return factories.make_exhibit(slug="road", title="The Road Out")


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_chapter_says_where_it_stands_and_leads_on(client, exhibit):
    factories.make_chapter(exhibit, slug="one", title="First")
    factories.make_chapter(exhibit, slug="two", title="Second")
    factories.make_chapter(exhibit, slug="three", title="Third")

    html = text_of(client, "/road/two/")

    assert "2 of 3" in html
    assert "2 minutes left" in html
    assert '<link rel="prev" href="/road/one/">' in html
    assert '<link rel="next" href="/road/three/">' in html


def test_the_opening_offers_the_first_chapter_and_lists_all(client, exhibit):
    factories.make_chapter(exhibit, slug="start", title="Introduction", kind="introduction")
    factories.make_chapter(exhibit, slug="one", title="First")

    html = text_of(client, "/road/")

    assert re.search(r'class="act"\s+href="/road/start/"', html)
    assert "1 chapter" in html
    assert html.count('href="/road/one/"') >= 2


def test_notes_are_linked_to_and_fro(client, exhibit):
    source = factories.make_source()
    body = [factories.text_block("<p>Words.[1]</p>", {"source": source.pk, "locator": "p. 5"})]
    factories.make_chapter(exhibit, slug="one", body=body)

    html = text_of(client, "/road/one/")

    assert 'href="#note-1" id="cited-1"' in html
    assert 'id="note-1"' in html
    assert 'href="#cited-1"' in html
    assert "p. 5." in html


def test_a_link_to_a_hidden_page_shows_its_words_alone(client, exhibit):
    hidden = factories.make_chapter(exhibit, slug="secret-place", live=False)
    shown = factories.make_chapter(exhibit, slug="open-place")
    html = (
        f'<p><a linktype="page" id="{hidden.pk}">here</a> '
        f'<a linktype="page" id="{shown.pk}">there</a></p>'
    )
    factories.make_chapter(exhibit, slug="one", body=[factories.text_block(html)])

    page = text_of(client, "/road/one/")

    assert "<p>here " in page
    assert "secret-place" not in page
    assert '<a href="/road/open-place/">there</a>' in page


def test_a_link_that_would_run_a_script_shows_its_words_alone(client, exhibit):
    html = '<p><a href="javascript:alert(1)">here</a></p>'
    factories.make_chapter(exhibit, slug="one", body=[factories.text_block(html)])

    assert "javascript:" not in text_of(client, "/road/one/")


def test_curators_headings_follow_the_pages_title_without_a_gap(client, exhibit):
    factories.make_chapter(exhibit, slug="one", text="</p><h3>Two phases</h3><p>")

    assert "<h2>Two phases</h2>" in text_of(client, "/road/one/")


def test_dari_is_mirrored_and_counts_in_its_own_digits(client, exhibit):
    chapter = factories.make_chapter(exhibit, slug="one")
    factories.make_translation(chapter, "fa-af", title="پل")

    html = text_of(client, "/fa-af/road/one/")

    assert re.search(r'<html lang="fa-AF"\s+dir="rtl"', html)
    assert "۱" in re.search(r'class="chapter-head__number">(.*?)</p>', html, re.DOTALL).group(1)


def test_a_chapter_without_text_leads_to_the_language_that_has_it(client, exhibit):
    chapter = factories.make_chapter(exhibit, slug="one", title="The bridge")
    factories.make_translation(chapter, "ru", title="Мост", body=[])

    html = text_of(client, "/ru/road/one/")

    notice = re.search(r'<div class="notice">.*?</div>', html, re.DOTALL).group(0)
    assert 'href="/road/one/"' in notice
    assert "English" in notice


def test_a_credit_in_another_script_says_its_language(client, exhibit):
    image = factories.make_image()
    image.credit = "Drawn by hand."
    image.save()
    chapter = factories.make_chapter(exhibit, slug="one", lead_image=image)
    factories.make_translation(chapter, "fa-af", title="پل")

    dari = text_of(client, "/fa-af/road/one/")
    english = text_of(client, "/road/one/")

    assert '<small class="credit" lang="en" dir="ltr">Drawn by hand.' in dari
    assert '<small class="credit">Drawn by hand.' in english


@pytest.mark.parametrize(
    ("page", "text", "marked"),
    [
        ("en", "The bridge", ""),
        ("en", "Мост 1982", ' lang="ru" dir="ltr"'),
        ("ru", "The bridge", ' lang="en" dir="ltr"'),
        ("ru", "پل دوستی", ' lang="fa-AF" dir="rtl"'),
        ("fa-af", "Цинковые мальчики, Zinky", ' lang="ru" dir="ltr"'),
        ("fa-af", "1988–89", ""),
        ("en", "橋", ' dir="auto"'),
    ],
)
def test_words_in_another_script_than_the_pages_are_marked(page, text, marked):
    with translation.override(page):
        assert tongue(text) == marked


def test_a_language_is_called_by_its_own_name():
    template = Template("{% load exhibit_text i18n %}{{ tag|own_language_name }}")

    assert template.render(Context({"tag": "ru"})) == "Русский"


def test_languages_without_the_page_say_so(client, exhibit):
    factories.make_chapter(exhibit, slug="one")
    factories.make_translation(exhibit, "ru")

    assert "does not have this page" in text_of(client, "/road/one/")
    assert "does not have this page" not in text_of(client, "/road/")


def test_questions_open_by_their_address(client, exhibit):
    faq = factories.make_faq(exhibit)

    html = text_of(client, "/road/questions/")

    assert f'id="q-{faq.questions[0].id[:8]}"' in html
    assert "<details" in html


def test_no_page_needs_an_inline_script_or_style(client, exhibit):
    factories.make_chapter(exhibit, slug="one", lead_image=factories.make_image())
    factories.make_faq(exhibit)

    for address in (
        "/",
        "/road/",
        "/road/one/",
        "/road/timeline/",
        "/road/map/",
        "/road/questions/",
    ):
        html = text_of(client, address)
        scripts = re.findall(r"<script(?![^>]*(?:src=|ld\+json))", html)
        assert not scripts, address
        assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", html), address
        assert "<style" not in html, address


def test_structured_data_cannot_end_its_script(client, exhibit):
    exhibit.standfirst = "</script><script>alert(1)</script>"
    exhibit.save_revision().publish()

    html = text_of(client, "/road/")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)

    assert json.loads(data.group(1))["abstract"] == "</script><script>alert(1)</script>"


def test_search_engines_are_told_of_the_other_languages(client, exhibit):
    factories.make_translation(exhibit, "ru")

    html = text_of(client, "/road/")

    assert 'hreflang="ru" href="http://testserver/ru/road/"' in html
    assert '<link rel="canonical" href="http://testserver/road/">' in html


def test_a_picture_whose_file_is_gone_does_not_take_the_page_with_it(client, exhibit):
    image = factories.make_image()
    factories.make_chapter(exhibit, slug="one", lead_image=image)
    default_storage.delete(image.file.name)

    assert "A bridge over a wide river" in text_of(client, "/road/one/")


def test_a_missing_page_is_told_in_the_museums_frame(client):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "This door leads nowhere" in response.content.decode()


def test_the_page_for_our_own_faults_needs_no_context():
    html = get_template("pages/500.html").render({})

    assert "Something went wrong" in html
    assert "exhibit/css/web.css" in html


@pytest.mark.parametrize(
    "address", ["/", "/road/", "/road/timeline/", "/road/map/", "/road/people/", "/road/questions/"]
)
def test_an_exhibit_that_has_nothing_yet_can_be_looked_at(client, exhibit, address):
    factories.make_faq(exhibit, questions=[])
    text_of(client, address)


def test_every_block_can_be_previewed(admin_client):
    from exhibit.models import ChapterPage

    for block in ChapterPage._meta.get_field("body").stream_block.child_blocks.values():
        address = reverse("wagtailadmin_block_preview")
        response = admin_client.get(address, {"id": block.definition_prefix})
        assert response.status_code == 200, block.name
        assert "exhibit/css/web.css" in response.content.decode(), block.name


@pytest.mark.parametrize(
    ("name", "shown"),
    [("map", "Salang"), ("timeline", "The Geneva Accords are signed")],
)
def test_a_map_and_a_timeline_are_previewed_with_something_on_them(admin_client, name, shown):
    from exhibit.models import ChapterPage

    block = ChapterPage._meta.get_field("body").stream_block.child_blocks[name]
    answer = admin_client.get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )

    assert shown in answer.content.decode()


def test_a_quotation_in_another_script_runs_its_own_way(client, exhibit):
    quotation = {"text": "شب تاریک و بیم موج", "speaker": "Hafez", "occasion": "Divan"}
    factories.make_chapter(
        exhibit, slug="night", title="Night", body=[{"type": "quotation", "value": quotation}]
    )

    html = text_of(client, "/road/night/")

    assert re.search(r'<blockquote lang="[^"]+" dir="rtl">', html)
