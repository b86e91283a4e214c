"""A visitor leaves; the next one finds the screen as new."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KIOSK_UPRIGHT

pytestmark = pytest.mark.browser

KIOSK = "/kiosk/the-road-out/"
START = f"{KIOSK}en/"
CHAPTER = f"{START}how-an-army-leaves/"
IDLE_SECONDS, WARNING_SECONDS = 90, 20


@pytest.fixture
def screen(visit):
    """Return a function that opens a kiosk page whose clock can be moved on.

    It runs by itself as well, as long as the test takes: hence some seconds' room in the tests.
    """

    def open_screen(path: str = CHAPTER) -> Page:
        page = visit(path, viewport=KIOSK_UPRIGHT, has_touch=True)
        page.clock.install()
        page.reload()
        return page

    return open_screen


def leave_alone(page: Page, seconds: float) -> None:
    page.clock.run_for(seconds * 1000)


def question(page: Page):
    return page.get_by_role("dialog", name="Still there?")


def state_of(page: Page) -> str:
    return page.locator("html").get_attribute("data-state")


def test_an_idle_screen_asks_and_counts_twenty_seconds_down(screen):
    page = screen()

    leave_alone(page, IDLE_SECONDS - 15)
    expect(question(page)).to_be_hidden()
    leave_alone(page, 16)

    expect(question(page)).to_be_visible()
    expect(page.locator("[data-said]")).to_have_text("Seconds left: 20")
    expect(page.get_by_role("button", name="I’m still here")).to_be_focused()
    first = int(page.locator("[data-count]").inner_text())
    assert WARNING_SECONDS - 5 <= first <= WARNING_SECONDS
    leave_alone(page, 5)
    assert int(page.locator("[data-count]").inner_text()) <= first - 5


def test_a_touch_answers_without_limit_and_presses_nothing_below(screen):
    page = screen()

    for _ in range(12):
        leave_alone(page, IDLE_SECONDS + 1)
        expect(question(page)).to_be_visible()
        # On the dimmed page, where a link of the chapter lies below.
        page.touchscreen.tap(540, 200)
        expect(question(page)).to_be_hidden()
    assert page.url.endswith(CHAPTER)


def test_a_second_tap_within_the_shield_falls_on_nothing(screen):
    page = screen(f"{START}contents/")
    room = page.get_by_role("link", name="Meant to be short").bounding_box()

    leave_alone(page, IDLE_SECONDS + 1)
    page.touchscreen.tap(room["x"] + 20, room["y"] + 20)
    page.touchscreen.tap(room["x"] + 20, room["y"] + 20)
    expect(question(page)).to_be_hidden()
    assert page.url.endswith("/contents/")

    leave_alone(page, 1)
    page.touchscreen.tap(room["x"] + 20, room["y"] + 20)
    page.wait_for_url("**/meant-to-be-short/")


@pytest.mark.parametrize("key", ["Enter", "Escape", "Tab", "a"])
def test_any_key_answers(screen, key):
    page = screen()
    leave_alone(page, IDLE_SECONDS + 1)

    page.keyboard.press(key)

    expect(question(page)).to_be_hidden()
    assert state_of(page) == "active"


def test_an_unanswered_question_starts_again_for_the_next_visitor(screen):
    page = screen(f"{KIOSK}fa-af/how-an-army-leaves/")
    page.locator("[data-open-aids]").tap()
    for name, value in [("size", "largest"), ("contrast", "more"), ("motion", "less")]:
        page.locator(f"[data-set={name}][data-value={value}]").tap()
    page.locator("[data-aids] [data-close]").tap()
    page.locator("[data-turn='1']").tap()
    history_length = page.evaluate("history.length")

    leave_alone(page, IDLE_SECONDS + 1)
    expect(page.locator("[data-count]")).to_have_text(re.compile("^[۰-۹]{2}$"))
    leave_alone(page, WARNING_SECONDS + 1)
    page.wait_for_url(f"**{START}")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.evaluate("history.length") == history_length
    assert state_now(page) == {"sessionStorage": 0, "localStorage": 0, "wishes": [], "scroll": 0}


def state_now(page: Page) -> dict:
    return page.evaluate(
        """() => ({
            sessionStorage: sessionStorage.length,
            localStorage: localStorage.length,
            wishes: ['size', 'contrast', 'motion'].filter(
                (name) => document.documentElement.dataset[name]),
            scroll: scrollX + scrollY,
        })"""
    )


def test_start_again_is_one_touch_away_and_forgets_too(screen):
    page = screen()
    page.locator("[data-open-aids]").tap()
    page.locator("[data-set=size][data-value=large]").tap()
    page.locator("[data-aids] [data-close]").tap()

    page.get_by_role("link", name="Start again").tap()

    page.wait_for_url(f"**{START}")
    assert state_now(page)["sessionStorage"] == 0


def test_wishes_last_from_page_to_page(screen):
    page = screen()
    page.locator("[data-open-aids]").tap()
    page.locator("[data-set=contrast][data-value=more]").tap()
    page.locator("[data-aids] [data-close]").tap()

    page.get_by_role("link", name="Contents").tap()
    page.wait_for_url("**/contents/")

    expect(page.locator("html")).to_have_attribute("data-contrast", "more")


def test_the_first_screen_waits_for_ever_and_asks_nothing(screen):
    page = screen(START)

    leave_alone(page, 600)

    expect(question(page)).to_be_hidden()
    assert page.url.endswith(START)
    assert state_of(page) == "attract"


def test_the_first_screen_in_another_language_returns_to_the_first_one(screen):
    page = screen(f"{KIOSK}ru/")

    leave_alone(page, IDLE_SECONDS + 2)

    page.wait_for_url(f"**{START}")


def test_a_wrong_date_changes_nothing(screen):
    page = screen()
    leave_alone(page, 10)

    page.clock.set_system_time("1970-01-01T00:00:00Z")
    leave_alone(page, 10)
    page.clock.set_system_time("2099-01-01T00:00:00Z")
    leave_alone(page, 10)

    assert state_of(page) == "active"


def test_a_server_that_is_gone_shows_no_error_and_is_waited_for(museum, browser: Browser):
    # Not watched as other pages are: the browser logs every answer that does not come.
    context = browser.new_context(viewport=KIOSK_UPRIGHT, has_touch=True)
    page = context.new_page()
    page.clock.install()
    page.goto(museum.url(CHAPTER))

    context.set_offline(True)
    page.get_by_role("link", name="Contents").tap()
    expect(page.get_by_role("dialog", name="One moment, please")).to_be_visible()
    assert page.url.endswith(CHAPTER)

    page.get_by_role("button", name="Go on").tap()
    leave_alone(page, IDLE_SECONDS + 1)
    leave_alone(page, WARNING_SECONDS + 1)
    assert page.url.endswith(CHAPTER)
    context.set_offline(False)
    leave_alone(page, 11)

    page.wait_for_url(f"**{START}")
    context.close()


@pytest.mark.parametrize(
    ("moves", "held"),
    [
        ({"paused": False, "steps": 0.5, "muted": False, "loop": False}, True),
        ({"paused": False, "steps": 0, "muted": False, "loop": False}, False),
        ({"paused": True, "steps": 0.5, "muted": False, "loop": False}, False),
        ({"paused": False, "steps": 0.5, "muted": True, "loop": True}, False),
    ],
    ids=["plays", "stalls", "is paused", "is a silent loop"],
)
def test_only_media_that_gets_on_holds_off_the_question(screen, moves, held):
    page = screen()

    for _ in range(IDLE_SECONDS + 10):
        page.evaluate(
            """(moves) => {
                let media = document.querySelector('#trial');
                if (!media) {
                    media = document.body.appendChild(document.createElement('audio'));
                    media.id = 'trial';
                    let at = 0;
                    Object.defineProperties(media, {
                        currentTime: { get: () => (at += moves.steps), set: () => {} },
                        paused: { value: moves.paused },
                    });
                    media.muted = moves.muted;
                    media.loop = moves.loop;
                }
                media.dispatchEvent(new Event('timeupdate'));
            }""",
            moves,
        )
        leave_alone(page, 1)

    assert question(page).is_visible() is not held


def test_a_film_holds_the_screen_no_longer_than_ten_minutes(screen):
    page = screen()

    asked = page.evaluate(
        """async () => {
            const { watchMedia } = await import('/static/exhibit/js/kiosk/media.js');
            let time = 0, held = 0;
            const media = document.body.appendChild(document.createElement('audio'));
            Object.defineProperties(media, {
                currentTime: { get: () => time / 1000 }, paused: { value: false },
            });
            watchMedia({ onPlaying: () => { held = time; }, now: () => time });
            for (; time < 20 * 60_000; time += 1000) media.dispatchEvent(new Event('timeupdate'));
            return held;
        }"""
    )

    assert 9 * 60_000 < asked < 10 * 60_000


def test_a_finger_that_rests_for_a_minute_is_nobody(screen):
    page = screen()

    signs = page.evaluate(
        """async () => {
            const { watchUse } = await import('/static/exhibit/js/kiosk/use.js');
            let time = 0;
            const seen = [];
            const glass = new EventTarget();
            const onUse = (event) => seen.push([event.type, time]);
            watchUse({ onUse, now: () => time, target: glass });
            const touch = (type, x) => glass.dispatchEvent(
                Object.assign(new Event(type), { pointerId: 1, x, y: 0 }));
            touch('pointerdown', 0);
            for (; time < 120_000; time += 1000) touch('pointermove', time % 3000 / 1000);
            touch('pointerup', 1);
            touch('pointerdown', 0);
            touch('pointermove', 90);
            return seen;
        }"""
    )

    assert signs == [["pointerdown", 0], ["pointerdown", 120_000], ["pointermove", 120_000]]


def test_the_states_follow_one_another_as_drawn(screen):
    page = screen()

    story = page.evaluate(
        """async () => {
            const { makeVisit } = await import('/static/exhibit/js/kiosk/idle.js');
            let time = 0, waiting = [];
            const clock = {
                now: () => time,
                setTimeout: (call, wait) => waiting.push({ call, at: time + wait }),
                clearTimeout: () => { waiting = []; },
            };
            const run = (ms) => {
                for (const end = time + ms; time < end; time += 50) {
                    const due = waiting.filter(({ at }) => at <= time);
                    waiting = waiting.filter(({ at }) => at > time);
                    due.forEach(({ call }) => call());
                }
            };
            const story = [], counts = [];
            const visit = makeVisit({
                idleMs: 3000, warningMs: 2000, clock,
                onChange: (state) => story.push(state), onCount: (left) => counts.push(left),
            });
            visit.begin({ isAttract: true });
            run(60_000); story.push('|');
            visit.use(); run(2900); visit.use(); run(2900); visit.hold(); run(2900);
            story.push('|');
            run(400); story.push('|');
            visit.hold(); run(500); visit.use(); story.push('|');
            run(3300); run(2500); story.push('|');
            visit.use(); visit.reset(); visit.begin({ isAttract: true }); run(60_000);
            return { story: story.join(' '), counts, left: waiting.length };
        }"""
    )

    assert story["story"] == ("attract | active | warning | active | warning reset |")
    assert story["counts"] == [2, 2, 1] or story["counts"] == [2, 1, 2, 1]
    assert story["left"] == 0


def test_times_that_cannot_be_meant_are_refused(screen):
    page = screen()

    said = page.evaluate(
        """async () => {
            const { makeVisit } = await import('/static/exhibit/js/kiosk/idle.js');
            try { makeVisit({ idleMs: 0, warningMs: 1, clock: { now: () => 0 } }); }
            catch (error) { return `${error.name}: ${error.message}`; }
        }"""
    )

    assert said == "RangeError: makeVisit: times must be above 0, got 0 and 1"
