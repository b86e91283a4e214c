"""Twenty curators who save, publish, create and upload at once, and visitors who read meanwhile.

    python -m tests.bench.curators                          SQLite, a minute
    python -m tests.bench.curators --curators 5 --seconds 20
    DATABASE_URL=postgres://… python -m tests.bench.curators   an empty database of its own

Starts a server of its own on 127.0.0.1 with data in a temporary folder. Ends with how many of the
requests failed, and looks for what a failed publish leaves behind. Exit code 1 if any failed.
"""

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from tests.bench.sites import PROJECT, Site

PASSWORD = "river-bridge-1988"
PATIENCE_SECONDS = 90
# Save, publish, create, upload: as often as in a day before an opening.
HABITS = ["save"] * 4 + ["publish"] * 4 + ["create"] + ["upload"]

_PREPARE = """
import json
from django.contrib.auth import get_user_model
from tests import factories
exhibit = factories.make_exhibit(slug="bench", title="Bench")
pages = [factories.make_chapter(exhibit, title=f"Chapter {n}").pk for n in range(%(curators)d)]
for number in range(%(curators)d):
    factories.make_user(username=f"curator-{number}", is_superuser=True)
print("PREPARED", json.dumps({"exhibit": exhibit.pk, "pages": pages}))
"""
_LOOK = """
from django.db import connection
from wagtail.models import Page, PageLogEntry, Revision
from exhibit.models import ChapterPage
live = ChapterPage.objects.filter(live=True).exclude(title__startswith="Chapter ")
print("LEFT", {
    "pages": ChapterPage.objects.count(),
    "live without revision": live.filter(live_revision=None).count(),
    "published without log": live.exclude(
        pk__in=PageLogEntry.objects.filter(action="wagtail.publish").values("page_id")
    ).count(),
    "tree problems": sum(map(bool, Page.find_problems())),
    "integrity": connection.cursor().execute("PRAGMA integrity_check").fetchone()[0]
    if connection.vendor == "sqlite" else "-",
})
"""


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@dataclass
class Tally:
    """What happened, counted by threads that append alone."""

    answers: list[tuple[str, int, float]] = field(default_factory=list)

    def add(self, what: str, status: int, began: float) -> None:
        self.answers.append((what, status, time.monotonic() - began))


class Browser:
    """Keeps its cookies, follows nothing, and notes every answer."""

    def __init__(self, origin: str, tally: Tally) -> None:
        self._origin, self._tally, self._jar = origin, tally, CookieJar()
        self._open = build_opener(HTTPCookieProcessor(self._jar), _Stay()).open

    def ask(self, what: str, path: str, data: bytes | None = None, kind: str = "") -> int:
        request = Request(self._origin + path, data)
        if data is not None:
            token = next((each.value for each in self._jar if "csrf" in each.name), "")
            request.add_header("X-CSRFToken", token)
            request.add_header("Referer", self._origin + path)
            request.add_header("Content-Type", kind or "application/x-www-form-urlencoded")
        began = time.monotonic()
        try:
            with self._open(request, timeout=PATIENCE_SECONDS) as answer:
                answer.read()
                status = answer.status
        except HTTPError as error:
            error.read()
            status = error.code
        except OSError:
            status = 0
        self._tally.add(what, status, began)
        return status

    def sign_in(self, name: str) -> None:
        self.ask("read", "/admin/login/")
        form = {"username": name, "password": PASSWORD, "next": "/admin/"}
        if self.ask("sign in", "/admin/login/", urlencode(form).encode()) != 302:
            raise SystemExit(f"{name} could not sign in.")


def form_of(title: str, slug: str, *, publish: bool) -> bytes:
    form = {"title": title, "slug": slug, "kind": "numbered", "standfirst": ""}
    form |= {"lead_image": "", "lead_image_alt": "", "lead_image_caption": ""}
    form |= {
        "body-count": "1",
        "body-0-type": "text",
        "body-0-order": "0",
        "body-0-id": str(uuid.uuid4()),
        "body-0-deleted": "",
        "body-0-value-text": json.dumps(
            {"entityMap": {}, "blocks": [_draft_block("Engines came near. ")] * 6}
        ),
        "body-0-value-notes-count": "0",
    }
    for name in ("moments", "places", "people", "terms", "comments"):
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
        form |= {f"{name}-MIN_NUM_FORMS": "0", f"{name}-MAX_NUM_FORMS": "1000"}
    if publish:
        form["action-publish"] = "1"
    return urlencode(form).encode()


def _draft_block(text: str) -> dict:
    return {
        "key": uuid.uuid4().hex[:5], "text": text * 8, "type": "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": [],
    }  # fmt: skip


def upload_of(title: str) -> tuple[bytes, str]:
    from tests.media.broken_files import picture

    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\n{title}\r\n'.encode(),
        f'--{boundary}\r\nContent-Disposition: form-data; name="collection"\r\n\r\n1\r\n'.encode(),
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n".encode()
        + picture("JPEG", size=(600, 400))
        + b"\r\n",
        f"--{boundary}--\r\n".encode(),
    ]
    return b"".join(parts), f"multipart/form-data; boundary={boundary}"


def curate(browser: Browser, number: int, prepared: dict, until: float) -> None:
    chooser, page = random.Random(number), prepared["pages"][number]
    browser.sign_in(f"curator-{number}")
    edit = f"/admin/pages/{page}/edit/"
    add = f"/admin/pages/add/exhibit/chapterpage/{prepared['exhibit']}/"
    while time.monotonic() < until:
        what = chooser.choice(HABITS)
        title = f"Title {uuid.uuid4().hex[:6]}"
        if what == "upload":
            browser.ask(what, "/admin/images/add/", *upload_of(title))
        elif what == "create":
            slug = f"new-{uuid.uuid4().hex}"
            browser.ask(what, add, form_of(title, slug, publish=chooser.random() < 0.5))
        else:
            browser.ask("read", edit)
            slug = f"chapter-{number}-{page}"
            browser.ask(what, edit, form_of(title, slug, publish=what == "publish"))


def visit(browser: Browser, until: float) -> None:
    while time.monotonic() < until:
        browser.ask("visit", "/bench/")


def run(site: Site, prepared: dict, options: argparse.Namespace) -> Tally:
    tally, origin = Tally(), f"http://127.0.0.1:{site.port}"
    until = time.monotonic() + options.seconds
    people = [
        threading.Thread(target=curate, args=(Browser(origin, tally), number, prepared, until))
        for number in range(options.curators)
    ]
    people += [
        threading.Thread(target=visit, args=(Browser(origin, tally), until))
        for _ in range(options.visitors)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return tally


def report(tally: Tally) -> int:
    """Print what happened; return how many requests failed. A write answers 302."""
    failed = 0
    for what in sorted({each[0] for each in tally.answers}):
        mine = [(status, seconds) for kind, status, seconds in tally.answers if kind == what]
        well = 200 if what in {"read", "visit"} else 302
        bad = Counter(status for status, _seconds in mine if status != well)
        times = sorted(seconds for _status, seconds in mine)
        failed += sum(bad.values())
        print(
            f"{what:8} {len(mine):5} asked, {sum(bad.values()):3} failed {dict(bad) or ''}, "
            f"median {statistics.median(times):.2f} s, worst {times[-1]:.2f} s"
        )
    return failed


def site_in(folder: Path) -> Site:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "ENFILADE_DATA": str(folder),
        "ENFILADE_LOCAL": "1",
        "BASE_URL": "http://127.0.0.1",
        "SECRET_KEY": uuid.uuid4().hex * 2,
        "ALLOWED_HOSTS": "127.0.0.1",
    }
    site = Site("Enfilade", PROJECT, environment, "cms.wsgi", "/healthz")
    site.run("migrate", "--verbosity=0")
    site.run("collectstatic", "--noinput", "--verbosity=0")
    return site


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--curators", type=int, default=20)
    parser.add_argument("--visitors", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="enfilade-curators-") as folder:
        site = site_in(Path(folder))
        printed = site.run("shell", text=_PREPARE % {"curators": options.curators})
        prepared = json.loads(re.search(r"PREPARED (.*)", printed)[1])
        worker = None
        if os.environ.get("DATABASE_URL", "").startswith("postgres"):
            worker = subprocess.Popen(
                [sys.executable, "manage.py", "db_worker"],
                cwd=PROJECT,
                env=site.environment,
                stderr=subprocess.DEVNULL,
            )
        site.start()
        try:
            failed = report(run(site, prepared, options))
        finally:
            site.stop()
            if worker:
                worker.terminate()
                worker.wait()
        print(re.search(r"LEFT (.*)", site.run("shell", text=_LOOK))[1])
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
