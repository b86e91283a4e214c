"""One museum with the demo exhibit for all browser tests, and a page that is watched."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.museum import FIRST_START_SECONDS, LATER_START_SECONDS, Start, free_port
from tests.browser.watching import Watch

# Playwright keeps an event loop in this thread, and Django would refuse its database for it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
KIOSK_UPRIGHT = {"width": 1080, "height": 1920}
KIOSK_WIDE = {"width": 1920, "height": 1080}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Closing the first start comes last: what the others use is copied from it."""
    items.sort(key=lambda item: item.name.startswith("test_it_closes_cleanly"))


@pytest.fixture(scope="session")
def first_start(tmp_path_factory) -> Iterator[Start]:
    """The first start in an empty folder, open; its text holds the administrator's password."""
    start = Start(tmp_path_factory.mktemp("first") / "var", free_port())
    try:
        assert start.wait_until_open(FIRST_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


@pytest.fixture(scope="session")
def museum_data(first_start, tmp_path_factory) -> Path:
    """A data folder with the demo exhibit; tests that write copy it for themselves."""
    return copy_of(first_start.data, tmp_path_factory.mktemp("museum") / "var")


@pytest.fixture(scope="session")
def museum(museum_data) -> Iterator[Start]:
    """A museum with the demo exhibit, open to visitors. Tests only read from it."""
    start = Start(museum_data, free_port())
    try:
        assert start.wait_until_open(LATER_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


def copy_of(data: Path, target: Path) -> Path:
    """Copy a data folder in use: the database by SQLite itself, since a plain copy loses writes."""
    shutil.copytree(data, target, ignore=shutil.ignore_patterns("*.sqlite3*", "setup.lock"))
    source = sqlite3.connect(data / "enfilade.sqlite3")
    copy = sqlite3.connect(target / "enfilade.sqlite3")
    with source, copy:
        source.backup(copy)
    source.close()
    copy.close()
    return target


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    """Debian's Chromium; the one that Playwright downloads cannot be had everywhere."""
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("CHROMIUM") or _chromium(),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    assert found, "There is no Chromium; `make test` installs it."
    return found


@pytest.fixture
def visit(museum, browser: Browser) -> Iterator:
    """Return a function that opens an address of the museum in a window of its own.

    Every page is watched: at the end of the test it must have logged no error, broken no rule of
    its Content-Security-Policy, asked no other host, and been given no cookie. ``theme`` shows it
    in another theme than the exhibit's own.
    """
    watches: list[tuple[Watch, object]] = []

    def open_page(path: str, *, theme: str = "", **options) -> Page:
        context = browser.new_context(**({"viewport": DESKTOP} | options))
        page = context.new_page()
        if theme:
            # The site serves every theme under its name, whatever the digest in the address.
            stylesheet = museum.url(f"/themes/{theme}.any.css")
            page.route("**/themes/*.css", lambda route: route.continue_(url=stylesheet))
        watches.append((Watch(page, museum.url("")), context))
        page.goto(museum.url(path), wait_until="load")
        return page

    yield open_page
    for watch, context in watches:
        found = watch.problems(cookies=context.cookies())
        context.close()
        assert found == []
