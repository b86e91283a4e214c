"""The site as a WSGI application, for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()


def _look_at_the_database() -> None:
    """Refuse to serve from a database that would lose curators' work."""
    from django.db import connections

    from cms.checks import assert_database_is_ready

    assert_database_is_ready()
    # The server forks after this, and a connection must not be shared.
    connections.close_all()


_look_at_the_database()
