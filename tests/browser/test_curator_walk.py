"""A curator makes an exhibit from nothing to published, by hand."""

import os
import re

import pytest
from playwright.sync_api import Browser, expect

from tests import factories
from tests.browser.conftest import copy_of
from tests.browser.curator import Curator, environment_of, make_person
from tests.browser.museum import LATER_START_SECONDS, Start, free_port
from tests.browser.watching import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def own_museum(first_start, tmp_path_factory):
    """A museum of our own to write in, with a curator and an editor."""
    data = copy_of(first_start.data, tmp_path_factory.mktemp("curators") / "var")
    environment = environment_of(data, os.environ)
    make_person(environment, "maryam", role="Curators", first="Maryam", last="Karimi")
    make_person(environment, "anna", role="Editors", first="Anna", last="Petrova")
    start = Start(data, free_port())
    try:
        assert start.wait_until_open(LATER_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


@pytest.fixture
def curator(own_museum, browser: Browser):
    """A curator before a window that notices errors, broken rules and requests to other hosts."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    watch = Watch(page, own_museum.url(""))
    yield Curator(page, own_museum.url(""))
    found = watch.problems()
    context.close()
    expect.set_options(timeout=None)
    assert found == []


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "river.png"
    file.write_bytes(factories.picture_bytes())
    return file


def test_a_new_exhibit_comes_from_nothing_to_its_visitors(curator, picture):
    page = curator.page
    curator.sign_in("maryam")

    curator.follow("Begin a new exhibit")
    curator.name_page("Crossing the river")
    page.get_by_role("button", name="Choose an image").first.click()
    curator.upload_image(picture, alt="A wide river", caption="The ferry.", credit="The museum")
    page.get_by_role("button", name="Choose theme").click()
    curator.choose("Salang")
    curator.save()

    curator.follow("All pages")
    curator.follow("Write the first chapter")
    curator.name_page("Reed boats")
    curator.add_block("Text")
    curator.write("Boats of reed carried grain across the river. [1]")
    note = curator.add_note()
    note.get_by_role("button", name="Choose source").click()
    curator.add_source(author="Anna Ivanova", title="Boats of the Oxus", year="1976")
    curator.save()

    curator.follow("All pages")
    curator.follow("Publish exhibit with all its chapters")
    page.get_by_role("button", name="Publish the ticked pages").click()
    expect(page.get_by_text("2 pages are published")).to_be_visible()

    curator.follow("See it on the web")
    expect(page.get_by_role("heading", level=1)).to_have_text("Crossing the river")
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reed boats")
    expect(page.locator("#note-1")).to_contain_text("Ivanova")


def test_a_draft_is_previewed_on_the_web_and_on_both_kiosks(curator):
    page = curator.page
    curator.sign_in("anna")
    curator.follow("The Road Out")
    curator.follow("The first columns leave")

    page.get_by_role("button", name="Toggle preview").click()
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("The first columns leave")
    page.get_by_label("Preview mode").select_option("kiosk")
    expect(frame.locator("body")).to_contain_text("Start again")
    for size in ("Kiosk, upright", "Kiosk, wide"):
        page.get_by_label(size).check(force=True)
        expect(frame.get_by_text("The first columns leave").first).to_be_visible()


def test_what_keeps_a_chapter_from_being_published_is_said_where_it_is(curator):
    page = curator.page
    curator.sign_in("maryam")
    curator.follow("The Road Out")
    curator.follow("Add: Chapter")
    curator.name_page("An unfinished page")
    curator.add_block("Text")
    curator.write("A claim. [1]")
    curator.save()

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()

    expect(page.get_by_text("The text has the marker [1]")).to_be_visible()
    expect(page.locator(".public-DraftEditor-content")).to_contain_text("A claim.")
    curator.follow("All pages")
    curator.follow("Publish exhibit with all its chapters")
    expect(page.get_by_text(re.compile("block 1, Text.*marker"))).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "images/",
        "images/add/",
        "media/",
        "media/audio/add/",
        "media/video/add/",
        "snippets/exhibit/source/",
        "snippets/exhibit/moment/add/",
        "snippets/exhibit/theme/",
        "snippets/exhibit/theme/add/",
        "snippets/media/recordingtext/add/",
        "kiosk-screens/",
        "guide/",
        "account/",
    ],
)
def test_the_desk_asks_no_other_host_and_logs_no_error(curator, path):
    curator.sign_in("maryam")

    answer = curator.page.goto(f"{curator.origin}/admin/{path}", wait_until="networkidle")

    assert answer.status == 200
    assert curator.page.url == f"{curator.origin}/admin/{path}"
