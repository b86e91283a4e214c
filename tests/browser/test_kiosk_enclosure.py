"""However a visitor touches, drags, pinches or types, the screen stays in the exhibit."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KIOSK_UPRIGHT

pytestmark = pytest.mark.browser

START = "/kiosk/the-road-out/en/"
CHAPTER = f"{START}how-an-army-leaves/"


@pytest.fixture
def page_of(visit):
    def open_page(path: str = CHAPTER) -> Page:
        return visit(path, viewport=KIOSK_UPRIGHT, has_touch=True)

    return open_page


@pytest.fixture
def refusing(museum, browser: Browser) -> Iterator[Page]:
    """A page not watched as others are: the browser logs everything that it refuses."""
    context = browser.new_context(viewport=KIOSK_UPRIGHT, has_touch=True)
    page = context.new_page()
    page.goto(museum.url(CHAPTER))
    yield page
    context.close()


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/admin/",
        "/",
        "/the-road-out/",
        "mailto:guide@museum.example",
        "javascript:document.title='out'",
        "data:text/html,out",
    ],
)
def test_a_link_that_got_into_a_page_leads_nowhere(page_of, address):
    page = page_of()
    page.evaluate(
        """(address) => {
            const link = document.createElement('a');
            link.href = address;
            link.target = '_blank';
            link.textContent = 'Out';
            link.id = 'out';
            link.style.cssText = 'position:fixed;top:100px;left:100px;z-index:9;padding:50px';
            document.body.append(link);
        }""",
        address,
    )

    for times in range(2):
        page.locator("#out").click(modifiers=["Control"] if times else [])
        page.wait_for_timeout(150)

    assert page.url.endswith(CHAPTER)
    assert len(page.context.pages) == 1
    assert page.title() != "out"


def test_nothing_opens_prints_or_asks(refusing):
    page = refusing
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))

    assert page.evaluate("window.open('/admin/')") is None
    page.evaluate("window.print()")
    page.evaluate("alert('out')")
    page.evaluate("confirm('out')")

    assert asked == []
    assert len(page.context.pages) == 1


def test_the_browser_itself_refuses_windows_and_forms_without_our_script(refusing):
    page = refusing
    page.evaluate(
        """() => {
            const link = document.body.appendChild(document.createElement('a'));
            link.href = '/admin/';
            link.target = '_blank';
            link.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
            link.click();
            const form = document.body.appendChild(document.createElement('form'));
            form.action = '/admin/';
            HTMLFormElement.prototype.submit.call(form);
        }"""
    )
    page.wait_for_timeout(300)

    assert len(page.context.pages) == 1
    assert page.url.endswith(CHAPTER)


@pytest.mark.parametrize("name", ["contextmenu", "dragstart", "selectstart", "submit"])
def test_menus_selection_dragging_and_sending_are_prevented(page_of, name):
    page = page_of()

    prevented = page.evaluate(
        """(name) => {
            const event = new Event(name, { bubbles: true, cancelable: true });
            document.querySelector('h1').dispatchEvent(event);
            return event.defaultPrevented;
        }""",
        name,
    )

    assert prevented


@pytest.mark.parametrize(
    "keys",
    ["Control+p", "Control+s", "Control+o", "Control+u", "Control+j", "F5", "F12", "Alt+ArrowLeft"],
)
def test_keys_that_command_the_browser_are_refused(page_of, keys):
    page = page_of()
    page.evaluate(
        "addEventListener('keydown', (event) => { window.refused = event.defaultPrevented })"
    )

    page.keyboard.press(keys)

    assert page.evaluate("window.refused") is True
    assert page.url.endswith(CHAPTER)


def test_two_fingers_do_not_enlarge_the_page(page_of):
    page = page_of()
    cdp = page.context.new_cdp_session(page)

    def fingers(apart: int) -> list[dict]:
        return [{"x": 540 - apart, "y": 900, "id": 0}, {"x": 540 + apart, "y": 900, "id": 1}]

    cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": fingers(50)})
    for apart in range(60, 400, 20):
        cdp.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": fingers(apart)})
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    assert page.evaluate("visualViewport.scale") == 1


def test_a_visit_leaves_no_history_to_swipe_back_into(page_of):
    page = page_of(START)
    before = page.evaluate("history.length")

    page.touchscreen.tap(540, 400)
    page.wait_for_url("**/contents/")
    page.get_by_role("link", name="Meant to be short").tap()
    page.wait_for_url("**/meant-to-be-short/")
    page.get_by_role("link", name="Contents").tap()
    page.wait_for_url("**/contents/")

    assert page.evaluate("history.length") == before


def test_a_closed_room_leads_back_to_the_exhibit_only(page_of):
    page = page_of(f"{START}no-such-room/")

    expect(page.get_by_role("heading", name="This room is closed")).to_be_visible()
    links = page.locator("a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    assert links == ["/kiosk/the-road-out/"]


def test_the_first_screen_moves_within_half_a_minute(page_of):
    page = page_of(START)
    page.clock.install()
    page.reload()
    shown = page.locator(".attract__slide.is-shown .attract__sentence").first
    before = shown.inner_text()

    page.clock.run_for(10_000)
    page.wait_for_timeout(300)

    assert shown.inner_text() != before


def test_stillness_is_kept_where_it_is_asked_for(visit):
    page = visit(START, viewport=KIOSK_UPRIGHT, reduced_motion="reduce")

    moving = page.evaluate(
        "document.getAnimations().filter((each) => each.playState === 'running').length"
    )

    assert moving == 0
