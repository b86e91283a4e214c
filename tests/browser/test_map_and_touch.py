"""A visitor moves the map, and walks on by a finger."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

MAP = "/the-road-out/map/"
CHAPTER = "/the-road-out/how-an-army-leaves/"
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
STEPS = 8
STEP_MS = 16

Point = tuple[float, float]


def test_a_mouse_brings_the_map_nearer_and_draws_it_along(visit):
    page = visit(MAP)
    whole = window_of(page)

    page.get_by_role("button", name="Nearer").click()
    near = window_of(page)
    assert near[2] < whole[2]

    x, y = middle_of_map(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y, steps=STEPS)
    page.mouse.up()
    assert window_of(page)[0] < near[0]
    assert page.url.endswith(MAP), "what was drawn along is not a click on a place"

    page.get_by_role("button", name="Whole map").click()
    assert window_of(page) == whole


def test_keys_move_the_map_that_has_the_focus(visit):
    page = visit(MAP)
    whole = window_of(page)
    page.locator("[data-map-sheet]").focus()

    page.keyboard.press("+")
    near = window_of(page)
    page.keyboard.press("ArrowLeft")

    assert near[2] < whole[2]
    assert window_of(page)[0] < near[0]
    page.keyboard.press("0")
    assert window_of(page) == whole


def test_a_wheel_without_ctrl_scrolls_the_page(visit):
    page = visit(MAP)
    whole = window_of(page)

    page.mouse.move(*middle_of_map(page))
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(500)

    assert page.evaluate("scrollY") > 0
    assert window_of(page) == whole


def test_a_finger_draws_the_map_along_and_two_bring_it_nearer(visit):
    page = visit(MAP, **TOUCH)
    whole = window_of(page)
    x, y = middle_of_map(page)

    move_fingers(page, [[(x - 30, y), (x + 30, y)], [(x - 90, y), (x + 90, y)]])
    near = window_of(page)
    assert near[2] < whole[2] / 2

    move_fingers(page, [[(x, y)], [(x + 100, y)]])
    assert window_of(page)[0] < near[0]


def test_a_tap_on_a_place_leads_to_its_words(visit):
    page = visit(MAP, **TOUCH)

    page.locator("[data-place=kabul]").tap()

    expect(page.locator("#place-kabul")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("address", "to_the_left", "arrives"),
    [
        (CHAPTER, True, "/the-road-out/the-mujahideen-wait/"),
        (CHAPTER, False, "/the-road-out/termez-where-the-railway-ends/"),
        (f"/fa-af{CHAPTER}", False, "/fa-af/the-road-out/the-mujahideen-wait/"),
    ],
)
def test_a_swipe_walks_to_the_chapter_on_that_side(visit, address, to_the_left, arrives):
    page = visit(address, **TOUCH)
    page.evaluate("scrollTo(0, 900)")

    ends = [[(300, 500)], [(100, 505)]]
    move_fingers(page, ends if to_the_left else ends[::-1])

    page.wait_for_url(f"**{arrives}")


def test_scrolling_is_not_taken_for_a_swipe(visit):
    page = visit(CHAPTER, **TOUCH)

    move_fingers(page, [[(220, 600)], [(120, 200)]])
    page.wait_for_timeout(500)

    assert page.url.endswith(CHAPTER)


def window_of(page: Page) -> list[float]:
    """Return the part of the map's sheet that is shown: x, y, width, height."""
    box = page.locator("[data-map-sheet]").get_attribute("viewBox") or ""
    return [round(float(number), 1) for number in box.split()]


def middle_of_map(page: Page) -> Point:
    box = page.locator("[data-map-sheet]").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def move_fingers(page: Page, ends: Sequence[Sequence[Point]]) -> None:
    """Put fingers down at the first points, draw them to the last, and lift them."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, points: Sequence[Point]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    first, last = ends
    touch("touchStart", first)
    for step in range(1, STEPS + 1):
        share = step / STEPS
        touch(
            "touchMove",
            [
                (x + (to_x - x) * share, y + (to_y - y) * share)
                for (x, y), (to_x, to_y) in zip(first, last, strict=True)
            ],
        )
        page.wait_for_timeout(STEP_MS)
    touch("touchEnd", [])
