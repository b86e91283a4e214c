"""Hands, eyes and keyboards reach everything on a touch screen, and nothing beyond it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import KIOSK_UPRIGHT, KIOSK_WIDE

pytestmark = pytest.mark.browser

KIOSK = "/kiosk/the-road-out/"
START = f"{KIOSK}en/"
ROOMS = {
    "first screen": "",
    "contents": "contents/",
    "chapter": "how-an-army-leaves/",
    "chapter with a table and a warning": "the-human-cost/",
    "chapter with a film": "after-the-bridge/",
    "questions": "questions/",
    "timeline": "timeline/",
    "map": "map/",
    "people": "people/",
    "sources": "sources/",
    "further reading": "further-reading/",
    "plain page": "accessibility/",
}
SCREENS = {
    "upright": KIOSK_UPRIGHT,
    "wide": KIOSK_WIDE,
    "tablet": {"width": 768, "height": 1024},
}
LEAST_TARGET_PX, LEAST_GAP_PX = 60, 8

TOUCHED = """() => [...document.querySelectorAll('a[href], button, summary, input')]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
    .map((each) => {
        const box = each.getBoundingClientRect();
        return { name: (each.getAttribute('aria-label') || each.textContent).trim().slice(0, 40),
                 left: box.left, top: box.top, right: box.right, bottom: box.bottom };
    })"""


def too_small(targets: list[dict]) -> list[str]:
    return [
        f"{each['name']}: {each['right'] - each['left']:.0f} × {each['bottom'] - each['top']:.0f}"
        for each in targets
        if min(each["right"] - each["left"], each["bottom"] - each["top"]) < LEAST_TARGET_PX - 0.5
    ]


def too_close(targets: list[dict]) -> list[str]:
    found = []
    for number, one in enumerate(targets):
        for other in targets[number + 1 :]:
            across = max(other["left"] - one["right"], one["left"] - other["right"])
            along = max(other["top"] - one["bottom"], one["top"] - other["bottom"])
            if max(across, along) < LEAST_GAP_PX - 0.5:
                found.append(f"{one['name']} / {other['name']}: {max(across, along):.0f}")
    return found


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("room", ROOMS)
def test_whatever_is_touched_is_as_large_as_a_hand_expects(visit, room, screen):
    page = visit(f"{START}{ROOMS[room]}", viewport=SCREENS[screen], has_touch=True)
    for summary in page.locator("summary").all():
        summary.evaluate("each => { each.parentElement.open = true }")

    targets = page.evaluate(TOUCHED)

    assert targets
    assert too_small(targets) == []
    assert too_close(targets) == []


@pytest.mark.parametrize("room", ROOMS)
def test_axe_finds_nothing(visit, room):
    page = visit(f"{START}{ROOMS[room]}", viewport=KIOSK_UPRIGHT)

    assert violations(page) == []


@pytest.mark.parametrize("room", ["", "contents/", "how-an-army-leaves/", "map/", "timeline/"])
def test_axe_finds_nothing_in_dari(visit, room):
    page = visit(f"{KIOSK}fa-af/{room}", viewport=KIOSK_WIDE)

    assert violations(page) == []


@pytest.mark.parametrize("theme", ["amu-darya", "salang"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["", "more"])
def test_axe_finds_nothing_in_any_theme(visit, theme, scheme, contrast):
    page = visit(f"{START}the-human-cost/", theme=theme, viewport=KIOSK_WIDE)
    page.evaluate(
        "([scheme, contrast]) => Object.assign(document.documentElement.dataset, "
        "{ scheme, ...(contrast && { contrast }) })",
        [scheme, contrast],
    )

    assert violations(page) == []


@pytest.mark.parametrize("opener", ["[data-warning]", "[data-aids]", "[data-excuse]"])
def test_axe_finds_nothing_in_what_is_laid_over_a_page(visit, opener):
    page = visit(f"{START}contents/", viewport=KIOSK_UPRIGHT)
    page.evaluate("(opener) => document.querySelector(opener).showModal()", opener)

    assert violations(page) == []
    targets = [each for each in page.evaluate(TOUCHED) if each["name"]]
    assert too_small(targets) == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@pytest.mark.parametrize("language", ["en", "fa-af"])
def test_a_hand_walks_from_the_first_screen_through_a_chapter_to_the_next(visit, language):
    page = visit(f"{KIOSK}{language}/", viewport=KIOSK_UPRIGHT, has_touch=True)

    page.touchscreen.tap(540, 400)
    page.wait_for_url("**/contents/")
    page.locator(".room").nth(7).tap()
    page.wait_for_url("**/how-an-army-leaves/")
    pages = 0
    while "how-an-army-leaves" in page.url:
        page.locator("[data-turn='1']").tap()
        page.wait_for_timeout(700)
        pages += 1
        assert pages < 40
    assert pages > 4
    assert page.url.endswith("/the-mujahideen-wait/")


def test_an_invitation_leads_into_its_own_language(visit):
    page = visit(START, viewport=KIOSK_UPRIGHT, has_touch=True)

    page.locator(".invitation[lang='fa-AF']").tap()

    page.wait_for_url("**/fa-af/contents/")


def test_a_page_that_is_turned_shows_its_words_and_its_number(visit):
    page = visit(f"{START}how-an-army-leaves/", viewport=KIOSK_WIDE, reduced_motion="reduce")
    expect(page.locator("[data-leaf]")).to_contain_text("Page 1 of")

    page.locator("[data-turn='1']").click()

    expect(page.locator("[data-leaf]")).to_contain_text("Page 2 of")
    expect(page.locator(".leaf .prose p").first).to_be_in_viewport(ratio=0.9)


def test_larger_text_makes_more_pages_and_cuts_nothing_off(visit):
    page = visit(f"{START}how-an-army-leaves/", viewport=KIOSK_UPRIGHT, has_touch=True)
    pages = page.locator("[data-pages]")
    count = "pages => pages.scrollWidth / pages.clientWidth"
    before = pages.evaluate(count)

    page.locator("[data-open-aids]").tap()
    page.locator("[data-set=size][data-value=largest]").tap()

    assert pages.evaluate(count) > before
    assert pages.evaluate("pages => pages.scrollHeight - pages.clientHeight") <= 1


def test_the_exhibit_is_read_with_the_keyboard_alone(visit):
    page = visit(START, viewport=KIOSK_WIDE)

    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Touch to begin").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/contents/")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Introduction")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/the-first-columns-leave/")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-leaf]")).to_contain_text("Page 2 of")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-leaf]")).to_contain_text("Page 1 of")


def test_the_tab_key_reaches_every_control_of_a_page(visit):
    page = visit(f"{START}contents/", viewport=KIOSK_WIDE)
    wanted = len(page.evaluate(TOUCHED))

    reached = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))

    assert len(reached) >= wanted


def test_a_touch_on_the_map_chooses_the_nearest_place(visit):
    page = visit(f"{START}map/", viewport=KIOSK_UPRIGHT, has_touch=True)
    dot = page.locator("[data-map-sheet] [data-place=kandahar] .map-marker__dot").bounding_box()

    page.touchscreen.tap(dot["x"] + 25, dot["y"] + 20)

    expect(page.get_by_role("heading", name="Kandahar")).to_be_visible()
    page.get_by_role("link", name="All places").tap()
    expect(page.get_by_role("link", name="Herat")).to_be_visible()


def test_one_answer_is_open_at_a_time(visit):
    page = visit(f"{START}questions/", viewport=KIOSK_UPRIGHT, has_touch=True)
    questions = page.locator("[data-question]")

    questions.nth(0).locator("summary").tap()
    questions.nth(1).locator("summary").tap()

    expect(questions.nth(1)).to_have_attribute("open", "")
    expect(page.locator("[data-question][open]")).to_have_count(1)


def test_without_scripts_every_page_reads_and_every_link_works(visit):
    page = visit(START, viewport=KIOSK_UPRIGHT, java_script_enabled=False)

    page.get_by_role("link", name="Touch to begin").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Road Out")
    page.get_by_role("link", name="How an army leaves").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How an army leaves")
    page.locator("a[rel=next]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The mujahideen wait")
    page.get_by_role("link", name="Contents").click()
    page.get_by_role("link", name="Map", exact=True).click()
    page.get_by_role("link", name="Kabul").first.click()
    expect(page.get_by_role("heading", name="Kabul")).to_be_visible()
