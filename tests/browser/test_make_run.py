"""A newcomer's first five minutes: start it, visit it, sign in, stop it, start it again."""

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).resolve().parents[2]
OPEN = "Ctrl-C closes it"
FIRST_START_SECONDS = 300
LATER_START_SECONDS = 30
# What a developer or another test may have set, and a newcomer has not.
FOREIGN = {
    "BASE_URL",
    "CACHE_URL",
    "DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
    "ENFILADE_ADMIN_PASSWORD",
    "HOST",
    "SECRET_KEY",
}


@dataclass
class Start:
    """One run of the program that `make run` runs, with what it has said so far."""

    data: Path
    port: int
    lines: list[str] = field(default_factory=list)

    def __post_init__(self):
        environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self._open = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "cms.serve"],
            cwd=PROJECT,
            env=environment | {"ENFILADE_DATA": str(self.data), "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def text(self):
        return "".join(self.lines)

    def wait_until_open(self, seconds):
        """Wait for the greeting, or for the end of the program; return whether it opened."""
        self._open.wait(seconds)
        return OPEN in self.text

    def wait_until_over(self, seconds=60):
        """Return the exit code."""
        code = self._process.wait(seconds)
        self._listener.join(10)
        return code

    def close(self):
        """Press Ctrl-C; return the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self.wait_until_over()

    def kill(self):
        if self._process.poll() is None:
            self._process.kill()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def _listen(self):
        for line in self._process.stdout:
            self.lines.append(line)
            # The greeting is one write that ends with the administrator's address.
            if "/admin/" in line:
                self._open.set()
        self._open.set()


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("museum") / "var"


@pytest.fixture(scope="module")
def first(data):
    """The first start in an empty folder, open."""
    start = Start(data, _free_port())
    try:
        assert start.wait_until_open(FIRST_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


def test_the_site_says_that_it_can_serve(first):
    with urllib.request.urlopen(first.url("/healthz")) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        assert json.load(answer)["status"] == "ok"


def test_the_addresses_it_names_can_be_opened(first):
    addresses = re.findall(r"(?:Site|Kiosk|Admin)\s+(http\S+)", first.text)

    assert len(addresses) == 3
    for address in addresses:
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200


def test_the_site_brings_its_own_styles(first):
    with urllib.request.urlopen(first.url("/")) as answer:
        page = answer.read().decode()
    styles = re.findall(r'<link[^>]+href="(/static/[^"]+\.css)"', page)

    assert styles
    for style in styles:
        with urllib.request.urlopen(first.url(style)) as answer:
            assert "max-age" in answer.headers["Cache-Control"]


def test_the_printed_password_signs_the_administrator_in(first):
    password = re.search(r"with the password\s+(\S+)", first.text).group(1)
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    with browser.open(first.url("/admin/login/")) as form:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.read().decode())

    filled = {"username": "admin", "password": password, "csrfmiddlewaretoken": token.group(1)}
    with browser.open(
        first.url("/admin/login/?next=/admin/"), urllib.parse.urlencode(filled).encode()
    ) as answer:
        assert answer.url == first.url("/admin/")


def test_a_second_one_on_the_same_port_is_refused_in_one_sentence(first, tmp_path):
    second = Start(tmp_path / "var", first.port)

    assert second.wait_until_over() == 1
    assert "is taken by another program" in second.text
    assert "Traceback" not in second.text


def test_it_closes_cleanly_and_opens_again_without_beginning_anew(first, data):
    assert first.close() == 0
    assert "Enfilade is closed." in first.text
    assert "Traceback" not in first.text

    later = Start(data, first.port)
    try:
        assert later.wait_until_open(LATER_START_SECONDS), later.text
        assert "password" not in later.text
        assert "demo" not in later.text
        assert later.close() == 0
    finally:
        later.kill()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
