"""Bring the database and the static files up to date, once; a second start finds nothing to do.

Needs Django to be set up. Each step says what it does before it does it.
"""

import fcntl
import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.serve import CannotStart

ADMIN_NAME = "admin"
# Without the letters and digits that are taken for one another when copied from a screen.
PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105
PASSWORD_GROUPS, LETTERS_PER_GROUP = 4, 5

Say = Callable[[str], None]


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Let one starting process at a time change the data folder; the next waits its turn."""
    with (data / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare_database(say: Say) -> None:
    """Apply the migrations that are missing, and see to it that the roles are there."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("3/5 Preparing the database…")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("ensure_roles", verbosity=0)


def make_admin(wanted: str) -> str | None:
    """Make the first administrator; return the random password to show once, or None.

    `wanted` is the password that the owner chose, "" for none. An existing administrator is left
    alone: a variable that stays set for years must not undo a password changed since.
    """
    users = get_user_model()
    if users.objects.filter(is_superuser=True).exists():
        return None
    if wanted:
        try:
            validate_password(wanted, users(username=ADMIN_NAME))
        except ValidationError as error:
            raise CannotStart(
                f"ENFILADE_ADMIN_PASSWORD is refused: {' '.join(error.messages)} "
                "Choose another, or leave it out to be given one."
            ) from None
    password = wanted or random_password()
    users.objects.create_superuser(ADMIN_NAME, password=password)
    return None if wanted else password


def random_password() -> str:
    """About 99 bits, in groups that can be read aloud."""
    groups = (
        "".join(secrets.choice(PASSWORD_LETTERS) for _ in range(LETTERS_PER_GROUP))
        for _ in range(PASSWORD_GROUPS)
    )
    return "-".join(groups)


def load_demo(say: Say, data: Path) -> None:
    """Publish the demo exhibit in a museum that has no exhibit and has never had the demo."""
    marker = data / "demo-loaded"
    if marker.exists():
        return
    from exhibit.models import ExhibitPage

    if not ExhibitPage.objects.exists():
        say("4/5 Setting up the demo exhibit…")
        call_command("load_demo", verbosity=0)
    # Also for a museum that began without it: deleting its only exhibit must not bring the demo.
    marker.touch()


class StaticFiles:
    """Collect and compress styles, scripts and fonts in a process of its own.

    That takes some twenty seconds of one core, which the database leaves idle meanwhile.
    """

    def __init__(self, data: Path) -> None:
        self._stamp = data / "static.stamp"
        self._log = data / "logs" / "collectstatic.log"
        self._fingerprint = _fingerprint()
        self._process: subprocess.Popen | None = None

    def begin(self) -> None:
        """Start collecting if a file changed since the last time."""
        if self._stamp.exists() and self._stamp.read_text() == self._fingerprint:
            return
        with self._log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity=0"],
                cwd=settings.PROJECT,
                env=os.environ.copy(),
                stdout=output,
                stderr=output,
            )

    def finish(self, say: Say) -> None:
        """Wait for it. Raises CannotStart, naming the log, if it failed."""
        if self._process is None:
            return
        if self._process.poll() is None:
            say("5/5 Compressing styles and scripts…")
        if self._process.wait() != 0:
            raise CannotStart(
                f"The styles and scripts could not be collected; {self._log} says why."
            )
        self._stamp.write_text(self._fingerprint)
        # This process read the list of names while loading Django, before it was written.
        names, version = staticfiles_storage.load_manifest()
        staticfiles_storage.hashed_files, staticfiles_storage.manifest_hash = names, version

    def abandon(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()


def _fingerprint() -> str:
    """Change with any static file's name, size or time, ours and the libraries' alike."""
    seen = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list(None):
            status = Path(storage.path(name)).stat()
            seen.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()
