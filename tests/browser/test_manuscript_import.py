"""A curator brings a document and leaves with drafts: by hand, by keyboard, and without scripts."""

import base64
import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests import factories
from tests.admin.manuscript_hands import STORY
from tests.browser.conftest import DESKTOP, PHONE, copy_of
from tests.browser.curator import Curator, environment_of, make_person
from tests.browser.museum import LATER_START_SECONDS, Start, free_port
from tests.browser.watching import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = 20_000


@pytest.fixture(scope="module")
def own_museum(first_start, tmp_path_factory):
    """A museum of our own to write in, with a curator."""
    data = copy_of(first_start.data, tmp_path_factory.mktemp("manuscripts") / "var")
    environment = environment_of(data, os.environ)
    make_person(environment, "maryam", role="Curators", first="Maryam", last="Karimi")
    start = Start(data, free_port())
    try:
        assert start.wait_until_open(LATER_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


@pytest.fixture
def desk(own_museum, browser: Browser):
    """Return a function that signs a curator in before a window, watched unless it may fail."""
    opened: list[tuple[Watch | None, Page]] = []
    expect.set_options(timeout=PATIENCE_MS)

    def sit_down(*, may_fail: bool = False, **options) -> Curator:
        page = browser.new_context(**({"viewport": DESKTOP} | options)).new_page()
        page.set_default_timeout(PATIENCE_MS)
        watch = Watch(page, own_museum.url(""))
        opened.append((None if may_fail else watch, page))
        curator = Curator(page, own_museum.url(""))
        curator.sign_in("maryam")
        return curator

    yield sit_down
    found = [problem for watch, _page in opened if watch for problem in watch.problems()]
    for _watch, page in opened:
        page.context.close()
    expect.set_options(timeout=None)
    assert found == []


@pytest.fixture
def bring(tmp_path):
    """Return a function that hands a story in at the desk and waits for its review."""

    def hand_in(curator: Curator, title: str, text: str = STORY, *, has_picture=True) -> Page:
        page = curator.page
        page.goto(f"{curator.origin}/admin/manuscripts/import/")
        page.get_by_label("The document and its pictures").set_input_files(
            story_files(tmp_path, title, text, has_picture=has_picture)
        )
        page.get_by_role("button", name="Read the manuscript").click()
        expect(page.get_by_label("Title of the exhibit")).to_have_value(title)
        return page

    return hand_in


def story_files(folder: Path, title: str, text: str, *, has_picture: bool) -> list[Path]:
    story = folder / "road.md"
    story.write_text(text.replace("The Road Out", title), encoding="utf-8")
    if not has_picture:
        return [story]
    bridge = folder / "bridge.png"
    bridge.write_bytes(factories.picture_bytes())
    return [story, bridge]


def drop(page: Page, files: list[Path]) -> None:
    """Let files fall on the place for them, as a hand does."""
    contents = [(file.name, base64.b64encode(file.read_bytes()).decode()) for file in files]
    held = page.evaluate_handle(
        """contents => {
            const held = new DataTransfer();
            for (const [name, content] of contents) {
                const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                held.items.add(new File([bytes], name));
            }
            return held;
        }""",
        contents,
    )
    page.locator("[data-drop]").dispatch_event("drop", {"dataTransfer": held})


def part_of(page: Page, title: str) -> Locator:
    return page.locator("[data-part]").filter(
        has=page.get_by_role("heading", name=re.compile(f": {re.escape(title)}$"))
    )


def titles(page: Page) -> list[str]:
    return page.locator("[data-part] input[type=text]").evaluate_all(
        "fields => fields.map(field => field.value)"
    )


def wait_until_said(page: Page, words: str) -> None:
    expect(page.locator("[data-spoken]")).to_contain_text(words)


def accept(page: Page, title: str) -> None:
    page.get_by_role("button", name="Make drafts").click()
    expect(page.locator(".messages")).to_contain_text("Nothing is published.")
    expect(page.get_by_role("heading", name=title).first).to_be_attached()


def test_a_dropped_document_becomes_drafts_as_its_curator_arranged_them(desk, tmp_path):
    curator = desk()
    page = curator.page
    curator.follow("Import a manuscript")
    drop(page, story_files(tmp_path, "The Ice Road", STORY, has_picture=True))
    expect(page.get_by_role("list", name="Chosen files")).to_contain_text("bridge.png")
    page.get_by_role("button", name="Read the manuscript").click()
    expect(page.get_by_label("Title of the exhibit")).to_have_value("The Ice Road")

    part_of(page, "Reed boats").get_by_label("Title, Chapter 1").fill("Boats of reed")
    part_of(page, "Reed boats").get_by_role("button", name="Read and split").click()
    page.get_by_role("button", name="Split here “What remains”").click()
    wait_until_said(page, "Split in two.")
    new_title = part_of(page, "What remains").get_by_label("Title, Chapter 2")
    expect(new_title).to_be_focused()
    assert titles(page)[1:4] == ["Boats of reed", "What remains", "The iron bridge"]

    part_of(page, "The iron bridge").get_by_role("button", name="Up").click()
    wait_until_said(page, "Moved up.")
    part_of(page, "What remains").get_by_role("button", name="Merge with the one above").click()
    wait_until_said(page, "is now the end of “The iron bridge”")
    page.get_by_role("button", name="Undo").click()
    wait_until_said(page, "The last step was undone.")
    part_of(page, "What remains").get_by_label("What “What remains” is").select_option("question")
    wait_until_said(page, "It is a question now")
    accept(page, "The Ice Road")

    drafts = page.locator(".listing .title-wrapper")
    expect(drafts.filter(has_text="Boats of reed")).to_have_count(1)
    expect(drafts.filter(has_text="The iron bridge")).to_have_count(1)
    curator.follow("All pages of this exhibit")
    rows = page.locator(".enfilade-pages tbody tr")
    expect(rows.filter(has_text="Boats of reed")).to_contain_text("Draft")
    assert page.locator("td.enfilade-number").all_inner_texts()[:4] == ["", "", "1", "2"]


def test_a_manuscript_is_arranged_by_keyboard_alone(desk, bring):
    page = bring(desk(), "The Night Ferry")
    keys = page.keyboard

    title = part_of(page, "Reed boats").get_by_label("Title, Chapter 1")
    title.focus()
    keys.press("ControlOrMeta+A")
    keys.type("Boats of reed")
    keys.press("Enter")
    wait_until_said(page, "Renamed.")
    expect(part_of(page, "Boats of reed").get_by_label("Title, Chapter 1")).to_be_focused()

    tab_to(page, "Read and split “Boats of reed”")
    keys.press("Enter")
    tab_to(page, "Split here “What remains”")
    keys.press("Enter")
    wait_until_said(page, "Split in two.")
    expect(part_of(page, "What remains").get_by_label("Title, Chapter 2")).to_be_focused()
    tab_to(page, "Down “What remains”")
    keys.press("Enter")
    wait_until_said(page, "Moved down.")
    assert titles(page)[1:4] == ["Boats of reed", "The iron bridge", "What remains"]
    tab_to(page, "Make drafts")
    keys.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Nothing is published.")


def tab_to(page: Page, name: str, *, most: int = 80) -> None:
    """Press Tab until the button of this name has the focus."""
    for _press in range(most):
        page.keyboard.press("Tab")
        held = page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')")
        if held == name:
            return
    pytest.fail(f"“{name}” is not reached by the Tab key.")


def test_a_part_is_dragged_by_its_number(desk, bring):
    page = bring(desk(), "The Long Bridge")

    grip = part_of(page, "The iron bridge").locator("[data-grip]")
    grip.drag_to(part_of(page, "Reed boats"), target_position={"x": 200, "y": 5})

    wait_until_said(page, "Moved.")
    assert titles(page)[1:3] == ["The iron bridge", "Reed boats"]


def test_everything_works_without_scripts(desk, bring):
    page = bring(desk(java_script_enabled=False), "The Slow Road", has_picture=False)

    page.get_by_label("Title, Chapter 1").fill("Boats of reed")
    page.get_by_role("button", name="Read and split “Reed boats”").click()
    page.get_by_role("button", name="Split here “What remains”").click()
    expect(page.get_by_text("Split in two.").first).to_be_visible()
    page.get_by_role("button", name="Up “What remains”").click()
    page.get_by_role("button", name="Import without them").click()
    page.get_by_role("button", name="Make drafts").click()

    expect(page.get_by_role("link", name="What remains").first).to_be_visible()
    expect(page.get_by_role("link", name="Boats of reed").first).to_be_visible()


def test_what_was_typed_waits_when_the_page_is_left(desk, bring):
    curator = desk()
    page = bring(curator, "The Late Train")
    page.get_by_label("Title, Chapter 1").fill("Boats of reed")
    page.get_by_label("Title, Chapter 1").blur()
    page.get_by_role("button", name="Keep for later").click()

    expect(page.get_by_text("“road.md” waits for you here.")).to_be_visible()
    page.get_by_role("link", name="Continue “road.md”").first.click()
    expect(page.get_by_label("Title, Chapter 1")).to_have_value("Boats of reed")


def test_a_lost_connection_while_arranging_keeps_what_was_typed(desk, bring):
    page = bring(desk(may_fail=True), "The Cut Wire")
    page.get_by_label("Title, Chapter 1").fill("Boats of reed")
    page.route("**/admin/manuscripts/**", lambda route: route.abort())
    part_of(page, "The iron bridge").get_by_role("button", name="Up").click()

    expect(page.get_by_text("The connection was lost, and this was not done.")).to_be_visible()
    expect(page.get_by_label("Title, Chapter 1")).to_have_value("Boats of reed")
    page.unroute("**/admin/manuscripts/**")
    part_of(page, "The iron bridge").get_by_role("button", name="Up").click()
    wait_until_said(page, "Moved up.")
    assert "Boats of reed" in titles(page)


def test_a_lost_connection_while_sending_keeps_the_choice_and_can_be_tried_again(desk, tmp_path):
    curator = desk(may_fail=True)
    page = curator.page
    page.goto(f"{curator.origin}/admin/manuscripts/import/")
    files = story_files(tmp_path, "The Broken Cable", STORY, has_picture=False)
    page.get_by_label("The document and its pictures").set_input_files(files)
    page.route("**/import/", lambda route: route.abort())
    page.get_by_role("button", name="Read the manuscript").click()

    expect(page.get_by_text("The connection was lost while sending.")).to_be_visible()
    expect(page.get_by_role("list", name="Chosen files")).to_contain_text("road.md")
    page.unroute("**/import/")
    page.get_by_role("button", name="Read the manuscript").click()
    expect(page.get_by_label("Title of the exhibit")).to_have_value("The Broken Cable")


def test_a_refused_file_is_explained_at_the_field_and_taken_back(desk, tmp_path):
    curator = desk(may_fail=True)
    page = curator.page
    page.goto(f"{curator.origin}/admin/manuscripts/import/")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4")
    page.get_by_label("The document and its pictures").set_input_files(scan)
    page.get_by_role("button", name="Read the manuscript").click()

    expect(page.locator(".error-message")).to_contain_text("scan.pdf")
    expect(page.get_by_label("The document and its pictures")).to_be_focused()
    page.get_by_role("button", name="Remove scan.pdf").click()
    expect(page.get_by_role("list", name="Chosen files")).to_be_hidden()


def test_who_was_signed_out_meanwhile_is_told_and_loses_nothing(desk, bring):
    page = bring(desk(may_fail=True), "The Closed Door")
    page.context.clear_cookies()
    page.get_by_label("Title, Chapter 1").fill("Boats of reed")
    part_of(page, "The iron bridge").get_by_role("button", name="Up").click()

    expect(page.get_by_text("You are no longer signed in.")).to_be_visible()
    expect(page.get_by_label("Title, Chapter 1")).to_have_value("Boats of reed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_on_the_screens(desk, bring, scheme, viewport):
    curator = desk(color_scheme=scheme, viewport=viewport)
    page = curator.page
    page.goto(f"{curator.origin}/admin/manuscripts/import/")
    found = [problems_on(page)]
    bring(curator, "The Long Wait", has_picture=False)
    part_of(page, "Reed boats").get_by_role("button", name="Read and split").click()
    page.get_by_role("button", name="Split here “What remains”").wait_for()
    found.append(problems_on(page))
    page.get_by_role("button", name="Keep for later").click()
    page.get_by_text("waits for you here").wait_for()
    found.append(problems_on(page))

    assert found == ["", "", ""]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def problems_on(page: Page) -> str:
    """Return what axe finds in the page itself; Wagtail's menu round it is Wagtail's."""
    # What still fades in would be measured half faded.
    page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
    found = Axe().run(page, context="main")
    return found.generate_report() if found.violations_count else ""
