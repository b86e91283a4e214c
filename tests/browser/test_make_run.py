"""A newcomer's first five minutes: start it, visit it, sign in, stop it, start it again."""

import http.cookiejar
import json
import re
import urllib.parse
import urllib.request

import pytest

from tests.browser.museum import LATER_START_SECONDS, Start

pytestmark = pytest.mark.slow


def test_the_site_says_that_it_can_serve(first_start):
    with urllib.request.urlopen(first_start.url("/healthz")) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        assert json.load(answer)["status"] == "ok"


def test_the_addresses_it_names_can_be_opened(first_start):
    addresses = re.findall(r"(?:Site|Kiosk|Admin)\s+(http\S+)", first_start.text)

    assert len(addresses) == 3
    for address in addresses:
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200


def test_the_site_brings_its_own_styles(first_start):
    with urllib.request.urlopen(first_start.url("/")) as answer:
        page = answer.read().decode()
    styles = re.findall(r'<link[^>]+href="(/static/[^"]+\.css)"', page)

    assert styles
    for style in styles:
        with urllib.request.urlopen(first_start.url(style)) as answer:
            assert "max-age" in answer.headers["Cache-Control"]


def test_the_printed_password_signs_the_administrator_in(first_start):
    password = re.search(r"with the password\s+(\S+)", first_start.text).group(1)
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    with browser.open(first_start.url("/admin/login/")) as form:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.read().decode())

    filled = {"username": "admin", "password": password, "csrfmiddlewaretoken": token.group(1)}
    with browser.open(
        first_start.url("/admin/login/?next=/admin/"), urllib.parse.urlencode(filled).encode()
    ) as answer:
        assert answer.url == first_start.url("/admin/")


def test_a_second_one_on_the_same_port_is_refused_in_one_sentence(first_start, tmp_path):
    second = Start(tmp_path / "var", first_start.port)

    assert second.wait_until_over() == 1
    assert "is taken by another program" in second.text
    assert "Traceback" not in second.text


def test_it_closes_cleanly_and_opens_again_without_beginning_anew(first_start):
    assert first_start.close() == 0
    assert "Enfilade is closed." in first_start.text
    assert "Traceback" not in first_start.text

    later = Start(first_start.data, first_start.port)
    try:
        assert later.wait_until_open(LATER_START_SECONDS), later.text
        assert "password" not in later.text
        assert "demo" not in later.text
        assert later.close() == 0
    finally:
        later.kill()
