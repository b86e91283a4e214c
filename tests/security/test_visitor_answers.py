"""What every answer to a visitor carries, and what none of them does."""

import re
import socket
from html.parser import HTMLParser
from unittest import mock
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.security import museum
from tests.security.test_atomic_writes import form_of

# Elements and attributes by which a browser fetches something while it shows a page.
FETCHED = {
    "audio": {"src"}, "embed": {"src"}, "iframe": {"src"}, "image": {"href", "xlink:href"},
    "img": {"src", "srcset"}, "input": {"src"}, "link": {"href"}, "object": {"data"},
    "script": {"src"}, "source": {"src", "srcset"}, "track": {"src"}, "use": {"href"},
    "video": {"src", "poster"},
}  # fmt: skip
NOT_FETCHED_LINKS = {"canonical", "alternate", "license", "author", "help", "next", "prev"}
DESK = [
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "wagtailimages:index",
    "wagtailimages:add",
    "wagtaildocs:index",
    "wagtailmedia:index",
    "wagtailusers_users:index",
    "wagtailadmin_account",
    "wagtailadmin_workflows:index",
]


@pytest.fixture
def exhibit(db):
    return museum.build()


class Page(HTMLParser):
    """What a browser would fetch, run and submit for a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        for name, value in attributes:
            if name.startswith("on") or name == "style":
                self.inline.append(f"<{tag} {name}={value!r}>")
            if name in FETCHED.get(tag, set()) and value:
                rel = set((given.get("rel") or "").split())
                if tag != "link" or not rel & NOT_FETCHED_LINKS:
                    self.fetched += [part.split()[0] for part in value.split(", ") if part.split()]
        if tag == "script" and "src" not in given:
            kind = given.get("type") or ""
            if kind not in {"application/ld+json", "application/json", "speculationrules"}:
                self.inline.append(f"<script type={kind!r}>")
        if tag == "style":
            self.inline.append("<style>")


def elsewhere(addresses: list[str]) -> list[str]:
    return [each for each in addresses if urlsplit(each).netloc not in {"", "testserver"}]


def test_every_address_answers_without_error(exhibit):
    answered = {address: Client().get(address).status_code for address in museum.EVERYTHING}
    missing = {*museum.MISSING, "/uploads/none.png"}
    assert answered == {
        address: 404 if address in missing else 302 if address == "/kiosk/road/" else 200
        for address in museum.EVERYTHING
    }


def test_no_answer_to_a_visitor_sets_or_varies_with_a_cookie(exhibit):
    for address in museum.EVERYTHING:
        answer = Client().get(address)
        assert not answer.cookies, address
        assert "Set-Cookie" not in answer.headers, address
        assert "Cookie" not in answer.headers.get("Vary", ""), address


def test_every_answer_says_what_a_page_may_do(exhibit):
    for address in museum.EVERYTHING:
        headers = Client().get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert policy.startswith("default-src 'none'"), address
        assert not re.search(r"https?:|\*", policy), address
        assert headers["X-Content-Type-Options"] == "nosniff", address
        assert headers["X-Frame-Options"] == "DENY", address
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin", address
        if not address.startswith("/kiosk/"):
            # A kiosk's pages are sandboxed instead, which browsers do not let stand beside it.
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin", address
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", address
        assert "camera=()" in headers["Permissions-Policy"], address


def test_a_visitors_page_needs_nothing_that_its_policy_forbids(exhibit):
    forbidden = {}
    for address in (*museum.WEB, *museum.KIOSK, *museum.MISSING):
        page = Page(Client().get(address, follow=True).content.decode())
        forbidden[address] = page.inline + elsewhere(page.fetched)
    assert {address: found for address, found in forbidden.items() if found} == {}


def test_serving_a_visitor_asks_nobody_outside(exhibit):
    with mock.patch.object(socket.socket, "connect", side_effect=AssertionError("a connection")):
        for address in museum.EVERYTHING:
            Client().get(address)


@pytest.mark.parametrize("name", DESK)
def test_the_desk_fetches_nothing_from_elsewhere(exhibit, admin_client, name):
    with mock.patch.object(socket.socket, "connect", side_effect=AssertionError("a connection")):
        html = admin_client.get(reverse(name)).content.decode()
    assert elsewhere(Page(html).fetched) == []
    for trace in ("gravatar.com", "w-upgrade", "googleapis.com", "unpkg.com"):
        assert trace not in html


def test_the_editor_fetches_nothing_from_elsewhere(exhibit, admin_client):
    chapter = exhibit.get_children().get(slug="departure")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[chapter.pk])).content.decode()
    assert elsewhere(Page(html).fetched) == []


def test_the_desk_may_run_wagtails_inline_scripts_and_no_eval(admin_client):
    policy = admin_client.get(reverse("wagtailadmin_home")).headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "unsafe-eval" not in policy
    assert not re.search(r"https?:|\*", policy)


def test_the_sign_in_page_may_do_what_the_desk_may(client, db):
    answer = client.get(reverse("wagtailadmin_login"))
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("mode", ["", "kiosk"])
def test_a_preview_may_stand_in_the_desks_frame(exhibit, admin_client, mode):
    chapter = exhibit.get_children().get(slug="departure").specific
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[chapter.pk])
    assert admin_client.post(address, form_of(chapter)).json()["is_valid"]
    answer = admin_client.get(address, {"mode": mode})
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_an_error_page_keeps_the_policy(exhibit):
    visitor = Client(raise_request_exception=False)
    with mock.patch("exhibit.models.ChapterPage.get_context", side_effect=RuntimeError):
        answer = visitor.get("/road/departure/")
    assert answer.status_code == 500
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert not answer.cookies
    assert Page(answer.content.decode()).inline == []


OWN_FILES = [
    "/manage.py",
    "/pyproject.toml",
    "/.git/config",
    "/.env",
    "/cms/settings/base.py",
    "/media/uploads.py",
    "/exhibit/models/theme.py",
    "/var/enfilade.sqlite3",
    "/enfilade.sqlite3",
    "/secret_key",
    "/templates/pages/chapter_page.html",
    "/static/",
    "/static/../manage.py",
    "/static/..%2f..%2fmanage.py",
    "/static/%2e%2e/%2e%2e/manage.py",
    "/static/....//....//manage.py",
    "/uploads/../enfilade.sqlite3",
    "/uploads/..%2fsecret_key",
    "/uploads/",
    "/documents/1/..%2f..%2fmanage.py",
    "/themes/river.000.css/../../manage.py",
    "/logs/worker.log",
]


def test_no_address_serves_the_sites_own_files(exhibit):
    answered = {path: Client().get(path, follow=True).status_code for path in OWN_FILES}
    assert answered == dict.fromkeys(OWN_FILES, 404)


def test_a_made_up_host_is_refused(exhibit):
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400


def test_health_says_nothing_but_that_it_is_well(db):
    answer = Client().get("/healthz")
    assert answer.json() == {"status": "ok"}
    assert "no-store" in answer.headers["Cache-Control"] or "no-cache" in answer["Cache-Control"]


def test_the_sign_in_form_of_django_is_not_another_way_in(db):
    assert Client().get("/django-admin/").status_code == 404
    assert factories.home().title
