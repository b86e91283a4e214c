"""Many curators write at once; none of them is turned away."""

import importlib
import threading
from unittest import mock

import pytest
from django.conf import settings as site
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, connections, transaction

from cms import checks
from cms.settings import base, env
from exhibit.models import Source

WRITERS, WRITES = 8, 12


def options(**changes):
    return {"default": {**env.sqlite("a.sqlite3"), "OPTIONS": _options(changes)}}


def _options(changes):
    kept = env.sqlite("a.sqlite3")["OPTIONS"] | changes
    return {name: value for name, value in kept.items() if value is not None}


def test_the_sites_own_settings_pass(settings):
    settings.DATABASES = options()
    assert checks.sqlite_is_told_to_wait(None) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"transaction_mode": None}, "enfilade.E001"),
        ({"transaction_mode": "DEFERRED"}, "enfilade.E001"),
        ({"timeout": 5}, "enfilade.E002"),
        ({"timeout": None}, "enfilade.E002"),
        ({"init_command": ""}, "enfilade.E003"),
        ({"init_command": None}, "enfilade.E003"),
    ],
)
def test_settings_that_lose_publishes_are_named(settings, change, code):
    settings.DATABASES = options(**change)
    assert [problem.id for problem in checks.sqlite_is_told_to_wait(None)] == [code]


def test_the_site_does_not_start_with_them(settings):
    settings.DATABASES = options(timeout=1)
    with (
        mock.patch.object(checks, "sqlite_keeps_a_journal_beside", return_value=[]),
        pytest.raises(ImproperlyConfigured, match="20 seconds"),
    ):
        checks.assert_database_is_ready()


@pytest.mark.django_db
def test_the_database_of_the_tests_keeps_the_rules():
    assert checks.sqlite_keeps_a_journal_beside(None, databases=["default"]) == []
    checks.assert_database_is_ready()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
@pytest.mark.django_db
def test_a_disk_that_refuses_the_journal_is_named():
    with mock.patch.object(connections["default"], "cursor") as cursor:
        rows = cursor.return_value.__enter__.return_value.execute.return_value
        rows.fetchone.return_value = ("delete",)
        problems = checks.sqlite_keeps_a_journal_beside(None, databases=["default"])
    assert [problem.id for problem in problems] == ["enfilade.C001"]


@pytest.fixture
def committed_sources(django_db_setup, django_db_blocker):
    """Write outside the test's own transaction, and take away what was written."""
    with django_db_blocker.unblock():
        yield Source.objects
        Source.objects.filter(key__startswith="writer-").delete()
        connections.close_all()


@pytest.mark.database
def test_many_writers_at_once_all_succeed(committed_sources, settings):
    """Read, then write, as every form does.

    Without IMMEDIATE most of these fail on SQLite, and on PostgreSQL those that index at once.
    """
    settings.TASKS = base.TASKS
    problems: list[BaseException] = []
    together = threading.Barrier(WRITERS)

    def write(writer: int) -> None:
        try:
            together.wait(timeout=30)
            for number in range(WRITES):
                with transaction.atomic():
                    count = committed_sources.count()
                    committed_sources.create(
                        key=f"writer-{writer}-{number}", title=f"After {count}"
                    )
        except DatabaseError as error:
            problems.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert problems == []
    assert committed_sources.filter(key__startswith="writer-").count() == WRITERS * WRITES


def test_on_postgresql_the_search_index_is_kept_by_one_worker(monkeypatch):
    """In the request, curators who save at once deadlock in it."""
    monkeypatch.setenv("DATABASE_URL", "postgres://museum@127.0.0.1/enfilade")
    try:
        importlib.reload(base)
        assert base.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"
        assert "django.contrib.postgres" in base.INSTALLED_APPS
    finally:
        monkeypatch.undo()
        importlib.reload(base)
    assert site.configured
