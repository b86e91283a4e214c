"""Read settings from the environment, refusing values that cannot be meant.

Every variable is named in the table of ``docs/operations.md``.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}
_SEE = "docs/operations.md lists every variable."


def text(name: str, *, default: str = "") -> str:
    """Return the variable without surrounding blanks; an empty one counts as not set."""
    return os.environ.get(name, "").strip() or default


def required(name: str) -> str:
    """Return a variable that the site cannot run without.

    Raises:
        ImproperlyConfigured: if it is missing or blank, naming it.
    """
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}; {_SEE}")
    return value


def flag(name: str, *, default: bool) -> bool:
    raw = text(name).lower()
    if not raw:
        return default
    if raw in _TRUE | _FALSE:
        return raw in _TRUE
    raise ImproperlyConfigured(f"{name}={raw!r} is not a yes/no value; use 1 or 0.")


def integer(name: str, *, default: int, minimum: int = 0) -> int:
    raw = text(name)
    if not raw:
        return default
    try:
        value = int(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a whole number.") from None
    if value < minimum:
        raise ImproperlyConfigured(f"{name}={value} is too small; use {minimum} or more.")
    return value


def words(name: str, *, default: str = "") -> list[str]:
    """Return a comma-separated variable as a list; an empty variable gives an empty list."""
    return [word.strip() for word in text(name, default=default).split(",") if word.strip()]


def database(name: str, *, sqlite_file: Path) -> dict[str, Any]:
    """Return the ``DATABASES["default"]`` entry; SQLite in ``sqlite_file`` when not set.

    Accepts ``sqlite:///path`` and ``postgres://user:password@host:port/name`` (also
    ``postgresql://``); a host beginning with ``%2F`` is a socket folder.

    Raises:
        ImproperlyConfigured: for any other scheme or a PostgreSQL address without a name.
    """
    address = text(name)
    if not address:
        return sqlite(sqlite_file)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address: {error}. {_SEE}") from None
    if parts.scheme == "sqlite":
        if not parts.path.strip("/"):
            raise ImproperlyConfigured(
                f"{name} names no file; write sqlite:////folder/file.sqlite3."
            )
        return sqlite(Path(unquote(parts.path[1:])))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"{name} begins with “{parts.scheme}:”; use sqlite:// or postgres://. {_SEE}"
        )
    if not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} names no database; end it with /NAME.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5},
    }


def sqlite(file: Path) -> dict[str, Any]:
    """SQLite as many curators at once need it.

    Without IMMEDIATE transactions, concurrent publishes fail with “database is locked”: a
    transaction that began by reading cannot wait for its turn to write.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
