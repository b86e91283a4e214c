"""A curator hands in a Word document of twenty-five pages, and later a newer version of it."""

import os
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import copy_of
from tests.browser.curator import Curator, environment_of, make_person
from tests.browser.museum import LATER_START_SECONDS, PROJECT, Start, free_port
from tests.browser.watching import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENTS = PROJECT / "tests" / "manuscript" / "documents"
FIRST, SECOND = DOCUMENTS / "keepers.docx", DOCUMENTS / "keepers-second.docx"
PATIENCE_MS = 30_000
UNANSWERED = "Is there any lighthouse in which keepers still live?"


@pytest.fixture(scope="module")
def own_museum(first_start, tmp_path_factory):
    data = copy_of(first_start.data, tmp_path_factory.mktemp("manuscripts") / "var")
    make_person(
        environment_of(data, os.environ), "maryam", role="Curators", first="Maryam", last="Karimi"
    )
    start = Start(data, free_port())
    try:
        assert start.wait_until_open(LATER_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


@pytest.fixture
def curator(own_museum, browser: Browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    watch = Watch(page, own_museum.url(""))
    yield Curator(page, own_museum.url(""))
    found = watch.problems()
    context.close()
    expect.set_options(timeout=None)
    assert found == []


def test_a_word_document_becomes_an_exhibit_and_its_newer_version_drafts(curator):
    page = curator.page
    curator.sign_in("maryam")

    hand_in(curator, FIRST)
    put_right(page)
    page.get_by_role("button", name="Make drafts").click()
    expect(page.get_by_text("drafts were made. Nothing is published.")).to_be_visible()
    curator.follow("All pages of this exhibit")
    curator.follow("Publish exhibit with all its chapters")
    page.get_by_role("button", name="Publish the ticked pages").click()
    expect(page.get_by_text(re.compile(r"\d+ pages are published"))).to_be_visible()
    address = visit(curator)

    hand_in(curator, SECOND, into="Keepers of the Light")
    page.get_by_role("button", name="Make drafts").click()
    expect(page.get_by_text("Nothing is published.")).to_be_visible()
    page.goto(address)
    expect(page.get_by_text("A mirror wastes light: even")).to_be_visible()


def hand_in(curator: Curator, document, *, into: str = "") -> None:
    page = curator.page
    page.goto(f"{curator.origin}/admin/")
    curator.follow("Import a manuscript")
    page.get_by_label("The document and its pictures").set_input_files(document)
    if into:
        choice = page.get_by_label("What it becomes")
        choice.select_option(label=choice.get_by_text(into).first.inner_text())
    page.get_by_role("button", name="Read the manuscript").click()
    expect(page.get_by_role("heading", name="Review the manuscript")).to_be_visible()


def put_right(page: Page) -> None:
    """Name a chapter anew, and leave the question out that nobody answered."""
    shouted = page.locator("input[value='THE VOICE IN THE FOG']")
    shouted.fill("The voice in the fog")
    page.get_by_label(f"What “{UNANSWERED}” is").select_option("dropped")
    expect(page.get_by_role("region", name="Finish")).to_contain_text("It is left out.")


def visit(curator: Curator) -> str:
    """Read the exhibit as visitors do; return the address of a chapter."""
    page = curator.page
    curator.follow("See it on the web")
    expect(page.get_by_role("heading", level=1)).to_have_text("Keepers of the Light")
    page.get_by_role("link", name="The ring of prisms").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The ring of prisms")
    expect(page.locator("#note-1")).to_contain_text("A Short Bright Flash")
    expect(page.get_by_alt_text(re.compile("^A lamp with a stepped lens"))).to_be_visible()
    return page.url
