"""The guide's pictures of importing a manuscript; see ``screenshots``."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.curator import Curator
from tests.browser.museum import PROJECT

DOCUMENTS = PROJECT / "tests" / "manuscript" / "documents"
EXHIBIT = "Keepers of the Light"

Take = Callable[[str], None]


def manuscripts(curator: Curator, shot: Take) -> None:
    page = curator.page
    hand_in(curator, DOCUMENTS / "keepers.docx", shot)
    shot("manuscript-review")
    page.locator("input[value='THE VOICE IN THE FOG']").fill("The voice in the fog")
    page.get_by_role("button", name="Read and split “The Bell Rock”").click()
    cut = page.get_by_role("button", name=re.compile("^Split here")).first
    cut.scroll_into_view_if_needed()
    shot("manuscript-split")
    page.get_by_role("button", name="Make drafts").click()
    expect(page.get_by_text("drafts were made. Nothing is published.")).to_be_visible()
    shot("manuscript-drafts")
    hand_in(curator, DOCUMENTS / "keepers-second.docx", into=EXHIBIT)
    page.get_by_role("button", name="Compare “The ring of prisms”").click()
    expect(page.get_by_text("What becomes of this page")).to_be_visible()
    shot("manuscript-again")


def hand_in(curator: Curator, document: Path, shot: Take | None = None, *, into: str = "") -> None:
    """Give a document to the importer and wait for its review; ``into`` names an exhibit."""
    page = curator.page
    page.goto(f"{curator.origin}/admin/")
    curator.follow("Import a manuscript")
    page.get_by_label("The document and its pictures").set_input_files(document)
    if into:
        choice = page.get_by_label("What it becomes")
        choice.select_option(label=choice.get_by_text(into).first.inner_text())
    if shot:
        shot("manuscript-upload")
    page.get_by_role("button", name="Read the manuscript").click()
    expect(page.get_by_role("heading", name="Review the manuscript")).to_be_visible()
