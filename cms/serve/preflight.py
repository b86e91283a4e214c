"""What must be true of this machine before the site starts; nothing here changes it.

The one exception is the data folder, which is made if it is missing.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from cms.serve import CannotStart

# A fresh site with its demo takes about a third of this; below it the first upload may fail.
MINIMUM_FREE_BYTES = 200 * 1024 * 1024
CONNECT_TIMEOUT_SECONDS = 5


def check_data_folder(data: Path) -> None:
    """Make the folder if it is missing. Raises CannotStart if nothing can be written there."""
    try:
        data.mkdir(mode=0o750, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(b"enfilade")
            probe.flush()
    except FileExistsError:
        raise CannotStart(
            f"ENFILADE_DATA names {data}, which is a file; name a folder instead."
        ) from None
    except OSError as error:
        if is_disk_full(error):
            raise CannotStart(disk_full_message(data)) from None
        raise CannotStart(
            f"Nothing can be written to the data folder {data} ({error.strerror}); let this user "
            "write there, or name another folder: make run ENFILADE_DATA=/path/to/folder."
        ) from None


def check_free_space(data: Path, *, minimum_bytes: int = MINIMUM_FREE_BYTES) -> None:
    """Raise CannotStart if the disk of the data folder is nearly full."""
    free_bytes = shutil.disk_usage(data).free
    if free_bytes < minimum_bytes:
        raise CannotStart(
            f"The disk with {data} has {free_bytes // 2**20} MB left and Enfilade needs "
            f"{minimum_bytes // 2**20} MB to start; free some space, or name a folder on another "
            "disk with ENFILADE_DATA."
        )


def check_database(database: dict[str, Any]) -> None:
    """Raise CannotStart unless the database, an entry of DATABASES, can be opened and written."""
    if database["ENGINE"].endswith("sqlite3"):
        _check_sqlite(Path(database["NAME"]))
    else:
        _check_postgresql(database)


def is_disk_full(error: BaseException) -> bool:
    """Whether the error, or what caused it, is a full disk or an exhausted quota."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in {28, 122}:  # ENOSPC, EDQUOT
            return True
        if "disk is full" in str(seen) or "No space left" in str(seen):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def disk_full_message(data: Path) -> str:
    return (
        f"The disk with {data} is full; free some space, or name a folder on another disk with "
        "ENFILADE_DATA, and start again. Nothing that was there is lost."
    )


def _check_sqlite(file: Path) -> None:
    if not file.parent.is_dir():
        raise CannotStart(
            f"The database is to be {file}, but there is no folder {file.parent}; "
            "make it, or correct DATABASE_URL."
        )
    if not os.access(file.parent, os.W_OK):
        # SQLite keeps its journal beside the file.
        raise CannotStart(
            f"Nothing can be written to {file.parent}, where the database {file.name} is to be; "
            "let this user write there, or correct DATABASE_URL."
        )
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(file, timeout=CONNECT_TIMEOUT_SECONDS)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("PRAGMA schema_version").fetchone()
            connection.rollback()
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            return  # Another Enfilade is writing; Django waits longer than this for its turn.
        raise CannotStart(
            f"The file {file} is not a database that can be opened and written ({error}); put "
            "back a backup of it, or move it away to begin with an empty one."
        ) from None


def _check_postgresql(database: dict[str, Any]) -> None:
    try:
        import psycopg
    except ImportError:
        raise CannotStart(
            "DATABASE_URL names PostgreSQL, whose driver is not installed; "
            "install cms/requirements/server.txt."
        ) from None
    where = database["HOST"] or "this machine"
    try:
        psycopg.connect(
            dbname=database["NAME"],
            user=database["USER"] or None,
            password=database["PASSWORD"] or None,
            host=database["HOST"] or None,
            port=database["PORT"] or None,
            connect_timeout=CONNECT_TIMEOUT_SECONDS,
        ).close()
    except psycopg.Error as error:
        raise CannotStart(_explain_postgresql(str(error), database["NAME"], where)) from None


def _explain_postgresql(reason: str, name: str, where: str) -> str:
    if f'database "{name}" does not exist' in reason:
        return (
            f"PostgreSQL on {where} has no database “{name}”; create it (createdb {name}), "
            "or correct DATABASE_URL."
        )
    if "authentication failed" in reason or "role" in reason or "no password" in reason:
        return (
            f"PostgreSQL on {where} refuses the user or the password in DATABASE_URL; correct them."
        )
    detail = " ".join(reason.split()).removeprefix("connection failed: ")
    return (
        f"PostgreSQL on {where} cannot be reached ({detail.rstrip('.')}); start it, "
        "or correct DATABASE_URL."
    )
