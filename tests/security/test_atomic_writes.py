"""A request that writes is done wholly or not at all."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision
from wagtail.signals import page_published

from cms.middleware.atomic_writes import AtomicWrites
from exhibit.models import ChapterPage
from tests import factories

PROJECT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL


def form_of(chapter) -> dict[str, str]:
    """What a curator's browser posts to publish a chapter under a new title."""
    form = {"title": "New title", "slug": chapter.slug, "kind": "numbered", "action-publish": "1"}
    form |= {"body-count": "0", "standfirst": "", "lead_image": "", "lead_image_alt": ""}
    for name in ("moments", "places", "people", "terms", "comments"):
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
        form |= {f"{name}-MIN_NUM_FORMS": "0", f"{name}-MAX_NUM_FORMS": "1000"}
    return form


@pytest.fixture
def chapter(exhibit):
    return factories.make_chapter(exhibit, live=False, title="Old title")


def test_publishing_in_the_admin_works_at_all(admin_client, chapter):
    answer = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[chapter.pk]), form_of(chapter)
    )
    assert answer.status_code == 302, answer.context["form"].errors
    chapter.refresh_from_db()
    assert (chapter.live, chapter.title) == (True, "New title")
    assert PageLogEntry.objects.filter(page=chapter.pk, action="wagtail.publish").exists()


def test_a_failure_between_the_steps_of_publishing_leaves_nothing(admin_client, chapter):
    def fail(**kwargs):
        raise RuntimeError("after the page was made live, before it was written down")

    page_published.connect(fail)
    admin_client.raise_request_exception = False
    try:
        answer = admin_client.post(
            reverse("wagtailadmin_pages:edit", args=[chapter.pk]), form_of(chapter)
        )
    finally:
        page_published.disconnect(fail)
    assert answer.status_code == 500
    chapter.refresh_from_db()
    assert (chapter.live, chapter.title) == (False, "Old title")
    assert not Revision.objects.for_instance(chapter).exists()


@pytest.mark.django_db
def test_an_answer_of_500_is_undone_as_well():
    def view(request):
        factories.make_source(key="half")
        return HttpResponse(status=500)

    AtomicWrites(None).process_view(RequestFactory().post("/"), view, (), {})
    from exhibit.models import Source

    assert not Source.objects.filter(key="half").exists()


@pytest.mark.django_db
def test_reading_takes_no_lock():
    """A transaction for every GET would let one visitor wait for another."""
    assert AtomicWrites(None).process_view(RequestFactory().get("/"), None, (), {}) is None


_PUBLISH_AND_DIE = """
import os, signal, sys
import django
django.setup()
from django.conf import settings
from django.test import Client
from wagtail.signals import page_published
from tests import factories
from tests.security.test_atomic_writes import form_of
from exhibit.models import ChapterPage

settings.ALLOWED_HOSTS = ["testserver"]
exhibit = factories.make_exhibit(slug="road")
chapter = factories.make_chapter(exhibit, live=False, title="Old title")
client = Client()
factories.sign_in(client, factories.make_user(is_superuser=True))
page_published.connect(lambda **kwargs: os.kill(os.getpid(), signal.SIGKILL), weak=False)
client.post(f"/admin/pages/{chapter.pk}/edit/", form_of(chapter))
"""


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the file of SQLite")
@pytest.mark.django_db
def test_a_server_killed_while_publishing_leaves_the_page_a_draft(tmp_path):
    copy = tmp_path / "killed.sqlite3"
    with (
        sqlite3.connect(settings.DATABASES["default"]["NAME"]) as source,
        sqlite3.connect(copy) as target,
    ):
        source.backup(target)
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{copy}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "ENFILADE_DATA": str(tmp_path),
        "PYTHONPATH": str(PROJECT),
    }
    ended = subprocess.run(
        [sys.executable, "-c", _PUBLISH_AND_DIE],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == KILLED, ended.stderr.decode()[-2000:]
    with sqlite3.connect(copy) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        live, title = database.execute(
            "SELECT live, title FROM wagtailcore_page WHERE title LIKE '%title'"
        ).fetchone()
        revisions = database.execute("SELECT count(*) FROM wagtailcore_revision").fetchone()
    assert (live, title) == (0, "Old title")
    assert revisions == (0,)
    assert ChapterPage.objects.count() == 0


def test_a_view_that_looks_after_its_transactions_itself_is_left_to_it():
    @transaction.non_atomic_requests
    def view(request):
        return HttpResponse(str(connection.in_atomic_block))

    middleware = AtomicWrites(lambda request: None)
    assert middleware.process_view(RequestFactory().post("/"), view, (), {}) is None
