"""Make the pictures of docs/curators.md again: walk through the guide and take one at each step.

    make screenshots

In a museum of its own with the demo exhibit, so that every run shows the same.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.curator import Curator, environment_of, make_person
from tests.browser.manuscript_pictures import manuscripts
from tests.browser.museum import FIRST_START_SECONDS, PROJECT, Start, free_port

TARGET = PROJECT / "docs" / "screenshots"
WINDOW = {"width": 1280, "height": 900}
MOST_BYTES = 150_000
# Few colours keep the files small; a desk of one hue with a picture or two needs no more.
COLOURS = (256, 128, 64, 32)
DEMO_PICTURE = PROJECT / "cms" / "demo" / "termez_1988" / "images" / "river-evening.png"
PATIENCE_MS = 60_000

Take = Callable[[str], None]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, museum(Path(folder)) as start:
        picture = Path(folder) / "ferry-landing.png"
        # A part of it: the library would notice the whole as a duplicate.
        Image.open(DEMO_PICTURE).crop((0, 0, 1800, 1200)).save(picture)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox", "--disable-gpu", "--no-first-run"],
            )
            page = browser.new_page(viewport=WINDOW, reduced_motion="reduce")
            page.set_default_timeout(PATIENCE_MS)
            expect.set_options(timeout=PATIENCE_MS)
            walk(Curator(page, start.url("")), picture, lambda name: take(page, name))
            browser.close()


@contextmanager
def museum(folder: Path) -> Iterator[Start]:
    start = Start(folder / "var", free_port())
    try:
        if not start.wait_until_open(FIRST_START_SECONDS):
            sys.exit(f"The museum did not open: {start.text}")
        environment = environment_of(start.data, os.environ)
        make_person(environment, "maryam", role="Curators", first="Maryam", last="Karimi")
        yield start
    finally:
        start.kill()


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    # What fades in has done so.
    page.wait_for_timeout(600)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    for colours in COLOURS:
        file = BytesIO()
        shot.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= MOST_BYTES:
            break
    TARGET.mkdir(exist_ok=True)
    (TARGET / f"{name}.png").write_bytes(file.getvalue())
    sys.stdout.write(f"{name}.png, {file.tell() // 1000} kB\n")


def walk(curator: Curator, picture: Path, shot: Take) -> None:
    page = curator.page
    page.goto(f"{curator.origin}/admin/")
    shot("sign-in")
    curator.sign_in("maryam")
    shot("dashboard")
    opening(curator, picture, shot)
    chapter(curator, shot)
    side_pages(curator)
    previews(curator, shot)
    page.goto(f"{curator.origin}/admin/")
    curator.follow("Crossing the Amu Darya")
    curator.follow("Publish exhibit with all its chapters")
    shot("publish")
    page.get_by_role("button", name="Publish the ticked pages").click()
    shot("published")
    theme(curator, shot)
    manuscripts(curator, shot)


def opening(curator: Curator, picture: Path, shot: Take) -> None:
    page = curator.page
    curator.follow("Begin a new exhibit")
    curator.name_page("Crossing the Amu Darya")
    page.locator("#id_subtitle").fill("Two centuries of boats and bridges")
    page.locator("#id_standfirst").fill("How people crossed a river that never keeps its bed.")
    page.get_by_role("button", name="Choose an image").first.click()
    curator.open_upload(
        picture, alt="A wide river at evening", caption="The landing.", credit="The museum"
    )
    shot("picture")
    curator.finish_upload()
    page.get_by_role("button", name="Choose theme").click()
    curator.choose("Salang")
    page.locator("#id_title").scroll_into_view_if_needed()
    shot("opening")
    curator.save()
    curator.follow("All pages")
    shot("desk")


def chapter(curator: Curator, shot: Take) -> None:
    page = curator.page
    curator.follow("Write the first chapter")
    curator.name_page("Reed boats")
    page.locator("#id_standfirst").fill("Before there were rails there were reeds.")
    page.locator("[data-contentpath='body'] button.c-sf-add-button").last.click()
    shot("blocks")
    page.get_by_role("option", name="Text", exact=True).click()
    curator.write("Boats of bound reed carried flocks and grain across the river. [1]")
    note = curator.add_note()
    note.get_by_role("button", name="Choose source").click()
    curator.dialog.get_by_role("tab", name="New source").click()
    shot("source")
    curator.add_source(author="Anna Ivanova", title="Boats of the Oxus", year="1976")
    note.get_by_label("Locator").fill("pp. 12–14")
    page.locator(".public-DraftEditor-content").last.scroll_into_view_if_needed()
    shot("note")
    curator.save()


def side_pages(curator: Curator) -> None:
    curator.follow("All pages")
    curator.follow("Add: Chapter")
    curator.name_page("The iron bridge")
    curator.add_block("Text")
    curator.write("The bridge was opened in 1982, and the ferry ran no more.")
    curator.save()
    curator.follow("All pages")
    curator.follow("Add: Questions and answers")
    curator.add_block("", field="questions")
    curator.page.get_by_role("textbox", name="Question").last.fill("Can one cross today?")
    curator.write("Goods trains do, every day.")
    curator.save()
    curator.follow("All pages")
    curator.follow("Add: Sources")
    curator.save()


def previews(curator: Curator, shot: Take) -> None:
    page = curator.page
    curator.page.goto(f"{curator.origin}/admin/")
    curator.follow("The Road Out")
    curator.follow("How an army leaves")
    page.get_by_role("button", name="Toggle preview").click()
    expect(page.frame_locator("#w-preview-iframe").get_by_role("heading", level=1)).to_be_visible()
    shot("preview-web")
    page.get_by_label("Preview mode").select_option("kiosk")
    page.get_by_label("Kiosk, upright").check(force=True)
    expect(page.frame_locator("#w-preview-iframe").get_by_text("Start again")).to_be_visible()
    shot("preview-kiosk")


def theme(curator: Curator, shot: Take) -> None:
    page = curator.page
    page.goto(f"{curator.origin}/admin/snippets/exhibit/theme/add/")
    page.get_by_label("Name").fill("Pale")
    page.get_by_label("Slug").fill("pale")
    page.locator("#id_light_ink").fill("#9a9a9a")
    page.get_by_role("button", name="Save").first.click()
    page.get_by_text("Visitors need at least").first.scroll_into_view_if_needed()
    shot("theme-refused")


if __name__ == "__main__":
    main()
