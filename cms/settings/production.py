"""A museum's server. Starts only when it has been told its secrets and its names.

``ENFILADE_LOCAL=1`` is for trying the product on one machine over plain HTTP: it lets the site
do without HTTPS and keeps everything else.
"""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms.settings import env
from cms.settings.base import *  # noqa: F403
from cms.settings.base import STORAGES

LOCAL = env.flag("ENFILADE_LOCAL", default=False)

DEBUG = False
if env.flag("DEBUG", default=False):
    raise ImproperlyConfigured(
        "DEBUG is set. Production never shows its errors to visitors; unset it."
    )

SECRET_KEY = env.required("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY is shorter than 50 characters; make a longer random one."
    )

WAGTAILADMIN_BASE_URL = env.required("BASE_URL").rstrip("/")
_address = urlsplit(WAGTAILADMIN_BASE_URL)
if not _address.hostname or _address.scheme not in ({"http", "https"} if LOCAL else {"https"}):
    raise ImproperlyConfigured(
        f"BASE_URL={WAGTAILADMIN_BASE_URL} is not the site's address; "
        "write it as https://exhibits.museum.example."
    )
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or [_address.hostname]
if any("*" in host for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS must name the site's hosts, e.g. exhibits.museum.example; "
        "“*” would let anyone pass for this site."
    )
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_MAX_AGE = 60

if not LOCAL:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    BEHIND_PROXY = env.flag("BEHIND_PROXY", default=True)
    if BEHIND_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
