"""Say before the site serves anybody what would lose a curator's work."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Critical, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

SHORTEST_WAIT_SECONDS = 20


@register(Tags.compatibility)
def sqlite_is_told_to_wait(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Look at the settings of every SQLite database; opens none."""
    return [
        problem
        for alias, database in settings.DATABASES.items()
        if database["ENGINE"].endswith("sqlite3")
        for problem in _problems(alias, database.get("OPTIONS", {}))
    ]


@register(Tags.database)
def sqlite_keeps_a_journal_beside(
    app_configs: Any, databases: list[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Ask each SQLite database for its journal: some network disks refuse the one we set."""
    found = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor != "sqlite" or connection.is_in_memory_db():
            continue
        with connection.cursor() as cursor:
            mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        if mode != "wal":
            found.append(
                Critical(
                    f"The SQLite database “{alias}” keeps its journal as “{mode}”, not as WAL: "
                    "visitors would wait for every curator who saves.",
                    hint="Put the data folder on a local disk, not on a network share.",
                    id="enfilade.C001",
                )
            )
    return found


def assert_database_is_ready() -> None:
    """Raise ImproperlyConfigured unless the database works as many curators at once need it."""
    problems = [
        *sqlite_is_told_to_wait(None),
        *sqlite_keeps_a_journal_beside(None, databases=list(settings.DATABASES)),
    ]
    if problems:
        raise ImproperlyConfigured(" ".join(f"{each.msg} {each.hint}" for each in problems))


def _problems(alias: str, options: dict[str, Any]) -> list[CheckMessage]:
    problems = []
    if options.get("transaction_mode") != "IMMEDIATE":
        problems.append(
            Error(
                f"The SQLite database “{alias}” does not begin transactions as IMMEDIATE: with two "
                "curators, every second publish would fail.",
                hint='Set "transaction_mode": "IMMEDIATE" in its OPTIONS.',
                id="enfilade.E001",
            )
        )
    if options.get("timeout", 0) < SHORTEST_WAIT_SECONDS:
        problems.append(
            Error(
                f"The SQLite database “{alias}” gives up before {SHORTEST_WAIT_SECONDS} seconds of "
                "waiting for another curator.",
                hint=f'Set "timeout": {SHORTEST_WAIT_SECONDS} or more in its OPTIONS.',
                id="enfilade.E002",
            )
        )
    if "journal_mode=wal" not in options.get("init_command", "").lower().replace(" ", ""):
        problems.append(
            Error(
                f"The SQLite database “{alias}” is not put into WAL mode: visitors would wait for "
                "every curator who saves.",
                hint='Begin "init_command" in its OPTIONS with PRAGMA journal_mode=WAL;',
                id="enfilade.E003",
            )
        )
    return problems
