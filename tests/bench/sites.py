"""Two sites to compare, each served by gunicorn with the same processes and threads."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WORKERS, THREADS = 2, 4
START_SECONDS = 60

_BARE_SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "bench-only-" + "x" * 50
ALLOWED_HOSTS = ["127.0.0.1"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WAGTAIL_ENABLE_UPDATE_CHECK = False
"""
_BARE_MODEL = """
from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    body = RichTextField(blank=True)
"""
_BARE_TEMPLATE = """{% extends "base.html" %}
{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1>{{ page.body|richtext }}{% endblock content %}
"""
_BARE_CONTENT = """
from home.models import HomePage
page = HomePage.objects.get()
page.title, page.body = "A chapter", open("text.html", encoding="utf-8").read()
page.save()
"""
COUNT_QUERIES = """
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client = Client(SERVER_NAME="127.0.0.1")
for _ in range(2):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get({path!r})
assert answer.status_code == 200, answer.status_code
print("QUERIES", len(queries))
"""


@dataclass
class Site:
    """A project on disk and how to run it. ``path`` is the page that is measured."""

    name: str
    folder: Path
    environment: dict[str, str]
    wsgi: str
    path: str
    port: int = 0
    server: subprocess.Popen | None = None

    def run(self, *arguments: str, text: str | None = None) -> str:
        """Run a manage.py command and return what it prints."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=self.folder,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{self.name}: {' '.join(arguments)} failed.\n{done.stderr[-2000:]}")
        return done.stdout

    def queries(self) -> int:
        printed = self.run("shell", text=COUNT_QUERIES.format(path=self.path))
        return int(printed.rsplit("QUERIES ", 1)[1])

    def start(self) -> None:
        self.port = _free_port()
        self.server = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{self.port}"),
                *("--worker-class", "gthread", "--workers", str(WORKERS)),
                *("--threads", str(THREADS), "--log-level", "error", self.wsgi),
            ],
            cwd=self.folder,
            env=self.environment,
        )
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.path}") as answer:
                    answer.read()
                    return
            except OSError:
                time.sleep(0.2)
        raise SystemExit(f"{self.name} did not answer within {START_SECONDS} s.")

    def stop(self) -> None:
        if self.server:
            self.server.terminate()
            self.server.wait()


def enfilade(folder: Path, *, path: str) -> Site:
    """Our site with the demo exhibit, its data in ``folder``."""
    folder.mkdir()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "ENFILADE_DATA": str(folder),
        "ENFILADE_LOCAL": "1",
        "SECRET_KEY": "bench-only-" + "x" * 50,
        "BASE_URL": "http://127.0.0.1",
        "ALLOWED_HOSTS": "127.0.0.1",
    }
    environment.pop("DATABASE_URL", None)
    environment.pop("CACHE_URL", None)
    site = Site("Enfilade", PROJECT, environment, "cms.wsgi", path)
    site.run("migrate", "--verbosity=0")
    site.run("collectstatic", "--noinput", "--verbosity=0")
    site.run("load_demo", "--verbosity=0")
    return site


def bare_wagtail(folder: Path, *, html: str) -> Site:
    """What ``wagtail start`` gives, with a body field and a page holding ``html``."""
    folder.mkdir()
    wagtail = shutil.which("wagtail", path=str(Path(sys.executable).parent))
    subprocess.run([wagtail, "start", "bare", str(folder)], check=True, capture_output=True)
    (folder / "bare/settings/bench.py").write_text(_BARE_SETTINGS)
    (folder / "home/models.py").write_text(_BARE_MODEL)
    (folder / "home/templates/home/home_page.html").write_text(_BARE_TEMPLATE)
    (folder / "text.html").write_text(html, encoding="utf-8")
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "bare.settings.bench"}
    site = Site("bare Wagtail", folder, environment, "bare.wsgi", "/")
    site.run("makemigrations", "home", "--verbosity=0")
    site.run("migrate", "--verbosity=0")
    site.run("shell", text=_BARE_CONTENT)
    return site


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
