"""What stands in the way of a start is one sentence that says what to do."""

import errno
import sqlite3
from pathlib import Path

import pytest

from cms.serve import CannotStart
from cms.serve.preflight import (
    check_data_folder,
    check_database,
    check_free_space,
    is_disk_full,
)
from cms.settings.env import database, sqlite


def test_a_missing_data_folder_is_made(tmp_path):
    check_data_folder(tmp_path / "museum" / "data")

    assert (tmp_path / "museum" / "data").is_dir()


def test_a_data_folder_that_is_a_file_is_refused(tmp_path):
    file = tmp_path / "data"
    file.touch()

    with pytest.raises(CannotStart, match="which is a file; name a folder"):
        check_data_folder(file)


def test_a_data_folder_that_cannot_be_written_is_refused():
    # Not even root may make a folder here.
    with pytest.raises(CannotStart, match=r"Nothing can be written to the data folder /proc/"):
        check_data_folder(Path("/proc/enfilade"))


def test_a_nearly_full_disk_is_refused_with_both_sizes(tmp_path):
    with pytest.raises(CannotStart, match=r"has \d+ MB left and Enfilade needs \d+ MB"):
        check_free_space(tmp_path, minimum_bytes=2**60)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
    ],
)
def test_a_disk_that_fills_up_meanwhile_is_recognised(error):
    wrapped = RuntimeError("saving failed")
    wrapped.__cause__ = error

    assert is_disk_full(wrapped)


def test_a_new_database_file_needs_only_its_folder(tmp_path):
    check_database(sqlite(tmp_path / "enfilade.sqlite3"))


def test_a_missing_folder_of_the_database_is_named(tmp_path):
    with pytest.raises(CannotStart, match="there is no folder .*nowhere; make it"):
        check_database(sqlite(tmp_path / "nowhere" / "enfilade.sqlite3"))


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "enfilade.sqlite3"
    file.write_bytes(b"a letter to the director" * 100)

    with pytest.raises(CannotStart, match="put back a backup"):
        check_database(sqlite(file))


def test_a_postgresql_that_does_not_answer_is_named(tmp_path, monkeypatch):
    pytest.importorskip("psycopg")
    monkeypatch.setenv("DATABASE_URL", "postgres://curator:secret-word@127.0.0.1:1/exhibits")
    entry = database("DATABASE_URL", sqlite_file=tmp_path / "unused")

    with pytest.raises(CannotStart, match=r"127\.0\.0\.1 cannot be reached") as refusal:
        check_database(entry)
    assert "secret-word" not in str(refusal.value)
