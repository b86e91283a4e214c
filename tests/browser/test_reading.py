"""A visitor reads the exhibit on the web."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser

EXHIBIT = "/the-road-out/"
CHAPTER = f"{EXHIBIT}how-an-army-leaves/"
PAGES = {
    "museum home": "/",
    "exhibit": EXHIBIT,
    "chapter": CHAPTER,
    "chapter with a table and a warning": f"{EXHIBIT}the-human-cost/",
    "questions": f"{EXHIBIT}questions/",
    "timeline": f"{EXHIBIT}timeline/",
    "map": f"{EXHIBIT}map/",
    "people": f"{EXHIBIT}people/",
    "sources": f"{EXHIBIT}sources/",
    "further reading": f"{EXHIBIT}further-reading/",
    "plain page": f"{EXHIBIT}accessibility/",
    "search": f"{EXHIBIT}search/?q=bridge",
    "missing page": "/no-such-page/",
    "exhibit in Dari": f"/fa-af{EXHIBIT}",
    "chapter in Dari": f"/fa-af{CHAPTER}",
    "untranslated chapter in Russian": f"/ru{EXHIBIT}moscow-changes-its-mind/",
}
TABLET = {"width": 768, "height": 1024}
# Layout shift as browsers measure it: “good” is below 0.1, and nothing here should move at all.
GREATEST_SHIFT = 0.005
WATCH_SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.shifted += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
"""
LARGEST_FIRST_LOAD_BYTES = 120_000
MOST_REQUESTS = 10


def test_a_visitor_walks_from_the_museums_door_to_the_second_chapter(visit):
    page = visit("/")

    page.get_by_role("link", name="The Road Out").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Road Out")
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Introduction")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The first columns leave")
    expect(page.get_by_text("1 of 20")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("2 of 20")).to_be_visible()


def test_a_note_leads_to_its_source_and_back(visit):
    page = visit(CHAPTER)

    mark = page.locator("sup a").first
    mark.click()
    expect(page.locator("#note-1")).to_be_in_viewport()
    page.locator("#note-1 a[href='#cited-1']").click()
    expect(mark).to_be_in_viewport()


def test_the_contents_are_one_tap_away_and_say_where_one_is(visit):
    page = visit(CHAPTER, viewport=PHONE)

    page.locator("summary", has_text="Contents").click()
    here = page.locator("nav [aria-current=page]:visible").first

    expect(here).to_contain_text("How an army leaves")


def test_the_arrow_keys_walk_through_the_chapters(visit):
    page = visit(CHAPTER)

    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("8 of 20")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("7 of 20")).to_be_visible()


def test_the_arrow_keys_are_mirrored_from_right_to_left(visit):
    page = visit(f"/fa-af{CHAPTER}")

    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/the-mujahideen-wait/")


def test_a_visitor_who_comes_back_is_offered_where_they_left(visit):
    page = visit(CHAPTER)
    page.goto(page.url.replace("how-an-army-leaves/", ""))

    page.get_by_role("link", name="How an army leaves").first.click()
    expect(page.get_by_text("7 of 20")).to_be_visible()


def test_a_link_to_a_question_opens_its_answer(visit):
    page = visit(f"{EXHIBIT}questions/")
    answer = page.locator("[data-question] [id^='q-']").nth(3)
    expect(answer).to_be_hidden()

    page.goto(f"{page.url}#{answer.get_attribute('id')}")
    page.reload()

    expect(answer).to_be_visible()


def test_a_search_marks_what_was_looked_for(visit):
    page = visit(f"{EXHIBIT}search/")

    page.get_by_role("searchbox").fill("bridges")
    page.keyboard.press("Enter")

    expect(page.locator("main mark").first).to_be_visible()


def test_another_language_is_one_tap_away_and_leads_to_the_same_chapter(visit):
    page = visit(CHAPTER)

    page.get_by_role("link", name="دری").first.click()

    page.wait_for_url(f"**/fa-af{CHAPTER}")
    html = page.locator("html")
    expect(html).to_have_attribute("dir", "rtl")
    expect(html).to_have_attribute("lang", "fa-AF")
    expect(page.locator(".chapter-head__number")).to_contain_text("۷")


def test_a_chapter_without_translation_says_so_and_offers_the_english_one(visit):
    page = visit(f"/ru{EXHIBIT}moscow-changes-its-mind/")

    page.get_by_role("link", name="Moscow changes its mind").click()

    page.wait_for_url(f"**{EXHIBIT}moscow-changes-its-mind/")


def test_the_visitors_choice_of_light_or_dark_is_kept(visit):
    page = visit(CHAPTER, color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(ground)

    button = page.locator("[data-scheme-switch]")
    button.click()
    button.click()
    assert page.evaluate(ground) != before
    page.reload()
    assert page.evaluate(ground) != before


@pytest.mark.parametrize("name", PAGES)
def test_every_page_reads_without_scripts(visit, name):
    page = visit(PAGES[name], java_script_enabled=False)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("main").inner_text().strip()


def test_the_walk_works_without_scripts(visit):
    page = visit(EXHIBIT, java_script_enabled=False)

    page.get_by_role("link", name="Begin").click()
    page.locator("summary", has_text="Contents").click()
    page.locator("nav").get_by_role("link", name="Memory").click()
    expect(page.get_by_text("19 of 20")).to_be_visible()


def test_the_whole_way_can_be_gone_by_keyboard_alone(visit):
    page = visit("/")

    _tab_to(page, "The Road Out")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{EXHIBIT}")
    _tab_to(page, "Begin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/introduction/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#main")
    page.keyboard.press("Enter")
    _tab_to(page, "Next")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 20")).to_be_visible()


@pytest.mark.parametrize("theme", ["amu-darya", "salang"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_a_rule_of_accessibility(visit, name, theme):
    page = visit(PAGES[name], theme=theme)

    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        result = Axe().run(page)
        assert result.violations_count == 0, f"{scheme}: {result.generate_report()}"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_its_window(visit, name):
    page = visit(PAGES[name])

    for window in (PHONE, TABLET, DESKTOP):
        page.set_viewport_size(window)
        wider = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{wider} px too wide at {window['width']} px"


def test_a_first_visit_of_a_chapter_is_light(museum, browser):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(museum.url(CHAPTER), wait_until="networkidle")
    counted = [
        answer
        for answer in answers
        if answer.request.resource_type not in {"image", "font", "media"}
    ]
    weight = sum(answer.request.sizes()["responseBodySize"] for answer in counted)
    context.close()

    assert len(counted) <= MOST_REQUESTS
    assert weight <= LARGEST_FIRST_LOAD_BYTES


@pytest.mark.parametrize("address", [EXHIBIT, CHAPTER, f"/ru{CHAPTER}", f"{EXHIBIT}map/"])
@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_when_typefaces_and_pictures_arrive(museum, browser, address, window):
    context = browser.new_context(viewport=window, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.woff2", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.goto(museum.url(address), wait_until="networkidle")
    page.wait_for_timeout(300)
    shift = page.evaluate("shifted")
    context.close()

    assert shift < GREATEST_SHIFT


@pytest.mark.parametrize("language", ["", "/ru", "/fa-af"])
def test_a_telephone_shows_the_whole_position(visit, language):
    page = visit(f"{language}{CHAPTER}", viewport=PHONE)

    position = page.locator(".walk__position")
    shown, wanted = position.evaluate("it => [it.clientWidth, it.scrollWidth]")
    bar, line = page.locator(".walk").bounding_box(), position.bounding_box()

    assert shown >= wanted
    assert line["y"] + line["height"] <= bar["y"] + bar["height"]


@pytest.mark.parametrize(("language", "tag"), [("", "en"), ("/ru", "ru"), ("/fa-af", "fa-AF")])
def test_a_film_is_captioned_in_the_language_of_the_page(visit, language, tag):
    page = visit(f"{language}{EXHIBIT}after-the-bridge/")

    expect(page.locator("video track[default]")).to_have_attribute("srclang", tag)
    expect(page.locator("video")).to_have_attribute("poster", re.compile("video-poster"))
    shown = page.evaluate("[...document.querySelector('video').textTracks].map(t => t.mode)")
    assert shown.count("showing") == 1


def test_questions_are_open_on_paper(visit):
    page = visit(f"{EXHIBIT}questions/")

    page.emulate_media(media="print")

    expect(page.locator("[data-question] [id^='q-']").last).to_be_visible()
    expect(page.locator(".walk")).to_be_hidden()


def _tab_to(page, name: str, most: int = 60) -> None:
    """Press Tab until what has the focus is called ``name``, and can be seen to have it."""
    for _press in range(most):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and name in (focused.inner_text() or ""):
            style = focused.evaluate(
                "element => getComputedStyle(element).outlineStyle + "
                "getComputedStyle(element).outlineWidth"
            )
            assert not style.startswith("none"), f"{name} does not show that it has the focus"
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")
