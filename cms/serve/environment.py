"""What the settings ask of the environment, filled in for a site on one private machine."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from cms.serve.address import Address

SECRET_KEY_FILE = "secret_key"  # noqa: S105 - the name of the file, not its content
SECRET_KEY_BYTES = 48


def local_environment(given: Mapping[str, str], address: Address, data: Path) -> dict[str, str]:
    """Return the variables to add, none of which overrides one that was given.

    With a BASE_URL of its own the site is somebody's real one, and keeps every rule of production.
    """
    added = {"DJANGO_SETTINGS_MODULE": "cms.settings.production"}
    if not given.get("SECRET_KEY"):
        added["SECRET_KEY"] = read_secret_key(data)
    if not given.get("BASE_URL"):
        added["BASE_URL"] = address.url
        added["ENFILADE_LOCAL"] = "1"
        added["ALLOWED_HOSTS"] = ",".join(address.names)
    return {name: value for name, value in added.items() if not given.get(name)}


def read_secret_key(data: Path) -> str:
    """Return the key kept in the data folder, making one that only this user can read if needed."""
    file = data / SECRET_KEY_FILE
    try:
        kept = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        kept = ""
    if kept:
        return kept
    # Made under another name first: a key cut short by a crash would be refused for ever.
    draft = file.with_name(f"{SECRET_KEY_FILE}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as writer:
        writer.write(secrets.token_urlsafe(SECRET_KEY_BYTES) + "\n")
        writer.flush()
        os.fsync(descriptor)
    draft.replace(file)
    return file.read_text(encoding="ascii").strip()
