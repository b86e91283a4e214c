"""The test-suite: production's rules, fast hashing, files in a folder of its own."""

import atexit
import shutil
import tempfile
from pathlib import Path

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, USES_POSTGRESQL

FILES = Path(tempfile.mkdtemp(prefix="enfilade-test-"))
atexit.register(shutil.rmtree, FILES, ignore_errors=True)

DEBUG = False
SECRET_KEY = "test-only-" + "x" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = FILES / "uploads"
IMPORTS_ROOT = FILES / "imports"
if not USES_POSTGRESQL:
    # A file, not memory: threads that write at once must meet the rules of the real one.
    DATABASES["default"]["TEST"] = {"NAME": str(FILES / "test.sqlite3")}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
AXES_ENABLED = True
WHITENOISE_AUTOREFRESH = True
