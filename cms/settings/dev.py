"""A developer's machine: reloading, readable errors, no secrets needed."""

from cms.settings.base import *  # noqa: F403

DEBUG = True
# Not a secret: this module refuses to serve anybody but this machine.
SECRET_KEY = "development-only-" + "x" * 40
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
